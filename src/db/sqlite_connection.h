// One SQLite connection with its prepared statements (inside db/ only).
#pragma once
#include <list>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/db.h"

struct sqlite3;
struct sqlite3_stmt;

namespace nc::db {

/// Throws Outage, ConstraintViolation or, for a statement that is wrong in itself, std::logic_error.
[[noreturn]] void throw_sqlite(sqlite3* handle, int code, std::string_view sql);

/// A prepared statement. `$n` is bound by name, because SQLite numbers parameters by first appearance.
class SqliteStatement {
 public:
  SqliteStatement(sqlite3* handle, std::string_view sql);
  ~SqliteStatement();
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;

  /// The parameters must outlive the steps. Throws std::logic_error when their number is not the statement's.
  void bind(const Params& params);
  /// False after the last row.
  bool step();
  void reset() noexcept;
  sqlite3_stmt* raw() const { return statement_; }

 private:
  sqlite3* handle_;
  sqlite3_stmt* statement_ = nullptr;
  std::vector<int> slot_of_;  ///< slot_of_[n-1] is SQLite's own number of $n, 0 when $n does not occur
};

/// How a connection is opened.
struct SqliteOpening {
  std::string path;
  bool create = false;
  bool read_only = false;   ///< the file itself can't be written
  bool query_only = false;  ///< a reader on a file that can be written
  bool durable = true;      ///< false: nothing needs to survive a power cut (in-memory databases)
  int busy_ms = 15000;
  int cache_mb = 16;  ///< of a connection that writes
};

/// Not thread-safe: one thread at a time.
class SqliteConnection {
 public:
  explicit SqliteConnection(const SqliteOpening& opening);
  ~SqliteConnection();
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  sqlite3* raw() const { return handle_; }
  void query(const Sql& sql, const Params& params, std::vector<std::string>* names,
             const std::function<bool(const Row&)>& each);
  std::int64_t exec(const Sql& sql, const Params& params);
  /// Statements without parameters, separated by ';'.
  void script(std::string_view statements);
  /// As script(), without throwing: for rolling back.
  void try_script(const char* statements) noexcept;
  bool in_transaction() const;
  void insert_many(const std::string& table, const std::vector<std::string>& columns,
                   const std::vector<std::vector<Value>>& rows);

 private:
  class Use;
  struct Kept {
    std::string text;
    std::unique_ptr<SqliteStatement> statement;
    bool running = false;
  };
  Kept* find_or_prepare(std::string_view sql);
  void make_room();

  sqlite3* handle_ = nullptr;
  std::list<Kept> kept_;  ///< most recently used first
  std::unordered_map<std::string_view, std::list<Kept>::iterator> by_text_;
};

}  // namespace nc::db
