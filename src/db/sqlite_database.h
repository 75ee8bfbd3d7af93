// A SQLite database: one writer, a few readers (inside db/ only).
#pragma once
#include <filesystem>

#include "db/pool.h"
#include "db/sqlite_connection.h"
#include "db/sqlite_writer.h"

namespace nc::db {

/// A folder of our own that goes away with the program: holds the file behind `:memory:`. What a killed program left
/// behind is removed by the next one: a folder nobody holds the lock of is nobody's.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  int lock_ = -1;
};

class SqliteDatabase final : public Database {
 public:
  /// `path` is a file or `:memory:`. In memory means a file in a scratch folder that no write waits for: so that
  /// snapshots, group commit and errors are those of a file.
  static Result<std::unique_ptr<Database>> open(const std::string& path, const Options& options);

  Engine engine() const override { return Engine::sqlite; }
  std::string url() const override { return scratch_ ? ":memory:" : opening_.path; }
  void read(const std::function<void(ReadDb&)>& body) override;
  void write(const std::function<bool(Tx&)>& body) override;

  bool in_memory() const { return scratch_ != nullptr; }
  const std::string& file() const { return opening_.path; }
  std::int64_t commits() const { return writer_ ? writer_->commits() : 0; }
  /// Runs `body` with a reader's connection, outside of any transaction.
  void with_reader(const std::function<void(SqliteConnection&)>& body);

 private:
  SqliteDatabase(std::unique_ptr<ScratchFolder> scratch, SqliteOpening opening, const Options& options);

  std::unique_ptr<ScratchFolder> scratch_;  // first: goes away after the connections
  SqliteOpening opening_;
  std::unique_ptr<SqliteWriter> writer_;  // null when read-only
  std::unique_ptr<Pool<SqliteConnection>> readers_;
};

}  // namespace nc::db
