// Copies of a running database, and looking after it.
#include "db/backup.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "db/outage.h"
#include "db/sqlite_database.h"

namespace nc::db {
namespace fs = std::filesystem;
namespace {

/// Closes the copy and removes it again unless it was finished.
class Partial {
 public:
  explicit Partial(std::string path) : path_(std::move(path)) {}
  ~Partial() {
    sqlite3_close(handle_);
    std::error_code ignored;
    if (!path_.empty()) fs::remove(path_, ignored);
  }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;

  sqlite3* open() {
    const int code = sqlite3_open_v2(path_.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code != SQLITE_OK) throw_sqlite(handle_, code, "open the copy");
    return handle_;
  }
  /// Flushes it and gives it its name.
  void finish(const std::string& name) {
    sqlite3_close(handle_);
    handle_ = nullptr;
    flush(path_);
    fs::rename(path_, name);
    path_.clear();
    flush(fs::absolute(fs::path(name)).parent_path().string());
  }

 private:
  static void flush(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (!done) throw_outage(Failure::io, "fsync " + path);
  }
  std::string path_;
  sqlite3* handle_ = nullptr;
};

void copy_all(sqlite3* from, sqlite3* to) {
  sqlite3_backup* copying = sqlite3_backup_init(to, "main", from, "main");
  if (copying == nullptr) throw_sqlite(to, sqlite3_errcode(to), "backup");
  // One step: the source stays on one snapshot and writers go on meanwhile (WAL).
  const int code = sqlite3_backup_step(copying, -1);
  sqlite3_backup_finish(copying);
  if (code != SQLITE_DONE) throw_sqlite(to, code, "backup");
}

}  // namespace

Result<bool> backup(Database& database, const std::string& file) {
  auto* sqlite = dynamic_cast<SqliteDatabase*>(&database);
  if (sqlite == nullptr)
    return refuse(Code::unsupported,
                  Text("PostgreSQL có công cụ sao lưu riêng. Hãy chạy: pg_dump --format=custom --file=TỆP ĐỊA-CHỈ",
                       "PostgreSQL has its own tool for copies. Run: pg_dump --format=custom --file=FILE ADDRESS"));
  std::error_code failed;
  if (fs::exists(file, failed))
    return refuse(Code::conflict, Message(file + ": tệp này đã có. Hãy chọn tên khác.",
                                          file + ": this file exists already. Choose another name."));
  try {
    static std::atomic<int> copies = 0;  // two programs, or two threads, never write into one unfinished copy
    Partial copy(file + ".partial-" + std::to_string(::getpid()) + "-" + std::to_string(++copies));
    sqlite3* target = copy.open();
    sqlite->with_reader([&](SqliteConnection& reader) { copy_all(reader.raw(), target); });
    copy.finish(file);
    return true;
  } catch (const Outage& outage) {
    return refuse(Code::unsupported, Message(file + ": " + outage.message.vi, file + ": " + outage.message.en));
  }
}

std::vector<std::string> damage(Database& database) {
  std::vector<std::string> out;
  if (database.engine() == Engine::postgres) return out;
  database.read([&](ReadDb& db) {
    db.each("PRAGMA integrity_check", {}, [&](const Row& row) {
      if (row.text(0) != "ok") out.emplace_back(row.text(0));
      return true;
    });
    db.each("PRAGMA foreign_key_check", {}, [&](const Row& row) {
      out.push_back(std::string(row.text(0)) + " " + std::string(row.text(1)) + ": no such " +
                    std::string(row.text(2)));
      return true;
    });
  });
  return out;
}

void refresh_statistics(Database& database) {
  database.write([](Tx& tx) {
    if (tx.engine() == Engine::sqlite) tx.script("PRAGMA analysis_limit = 1000");
    tx.script("ANALYZE");
    return true;
  });
}

}  // namespace nc::db
