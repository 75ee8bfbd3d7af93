// Copies of a running database, and looking after it.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "db/db.h"

namespace nc::db {

/// Copies a SQLite database to `file` while it is in use: a consistent snapshot, complete and flushed to disk or not
/// there at all. Refuses an existing file. PostgreSQL has its own tools: unsupported, with the command to run.
Result<bool> backup(Database& database, const std::string& file);

/// A PostgreSQL database dumped into `file` with pg_dump and restored with pg_restore into a database of its own on the same
/// server; file and copy are gone with the object. Refused, in words, without these programs (on the path, Debian's folders or
/// $NHIPCAU_PG_BIN) or without the right to create databases.
class RestoredCopy {
 public:
  static Result<RestoredCopy> of(Database& live, const std::string& file);
  RestoredCopy(RestoredCopy&&) noexcept;
  RestoredCopy& operator=(RestoredCopy&&) noexcept;
  ~RestoredCopy();
  Database& database();
  std::int64_t bytes = 0;  ///< of the dump

 private:
  struct Inside;
  explicit RestoredCopy(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

/// Looks for damage: pages, indexes, broken references. One line each; empty when all is well.
/// PostgreSQL checks its pages itself: only what the server reports.
std::vector<std::string> damage(Database& database);

/// Tells the planner how the data are spread. After a bulk load.
void refresh_statistics(Database& database);

}  // namespace nc::db
