// A SQLite database: opening with words for everything that can be wrong, snapshots, writes.
#include "db/sqlite_database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>

#include "db/outage.h"
#include "db/running.h"

namespace nc::db {
namespace fs = std::filesystem;
namespace {

class SqliteSnapshot final : public ReadDb {
 public:
  explicit SqliteSnapshot(SqliteConnection& connection) : connection_(connection) { connection_.exec("BEGIN", {}); }
  ~SqliteSnapshot() override { connection_.try_script("ROLLBACK"); }
  SqliteSnapshot(const SqliteSnapshot&) = delete;
  SqliteSnapshot& operator=(const SqliteSnapshot&) = delete;
  Engine engine() const override { return Engine::sqlite; }
  int statements() const override { return statements_; }

 protected:
  void query(const Sql& sql, const Params& params, std::vector<std::string>* names,
             const std::function<bool(const Row&)>& each) override {
    ++statements_;
    connection_.query(sql, params, names, each);
  }

 private:
  SqliteConnection& connection_;
  int statements_ = 0;
};

constexpr std::string_view k_scratch_name = "nhipcau-memory-";

/// Memory-backed when it is roomy (containers often give /dev/shm 64 MB only), else the usual folder.
fs::path scratch_parent() {
  constexpr std::uintmax_t k_roomy = 1024ULL * 1024 * 1024;
  std::error_code failed;
  const fs::path memory = "/dev/shm";
  const fs::space_info space = fs::space(memory, failed);
  if (!failed && space.available >= k_roomy && ::access(memory.c_str(), W_OK) == 0) return memory;
  return fs::temp_directory_path();
}

void remove_orphans(const fs::path& parent) {
  std::error_code failed;
  const auto a_minute_ago = fs::file_time_type::clock::now() - std::chrono::minutes(1);
  for (const auto& entry : fs::directory_iterator(parent, failed)) {
    if (!entry.path().filename().string().starts_with(k_scratch_name)) continue;
    const auto time = fs::last_write_time(entry.path(), failed);
    if (failed || time > a_minute_ago) continue;  // perhaps just made and not locked yet
    const int folder = ::open(entry.path().c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) continue;
    if (::flock(folder, LOCK_EX | LOCK_NB) == 0) fs::remove_all(entry.path(), failed);
    ::close(folder);
  }
}

Problem at(const std::string& path, Code code, const Message& words) {
  return Problem{code, Message(path + ": " + words.vi, path + ": " + words.en), "database"};
}

/// Makes the folder of the file (one level only, so that a mistyped path is noticed).
std::optional<Problem> prepare_place(const std::string& path, const Options& options) {
  std::error_code failed;
  const fs::path parent = fs::absolute(fs::path(path)).parent_path();
  if (fs::is_directory(path, failed))
    return at(path, Code::invalid,
              Text("đây là thư mục. Hãy ghi tên tệp cơ sở dữ liệu.", "this is a folder. Name the database file."));
  if (fs::exists(path, failed)) return std::nullopt;
  if (!options.create)
    return at(path, Code::not_found,
              Text("không có tệp cơ sở dữ liệu này. Hãy kiểm tra đường dẫn hoặc tạo mới bằng lệnh nhipcau init.",
                   "there is no such database file. Check the path, or make one with nhipcau init."));
  if (!fs::is_directory(parent, failed) && !fs::create_directory(parent, failed))
    return at(parent.string(), Code::not_found,
              Text("không tạo được thư mục này. Hãy tạo thư mục hoặc chọn chỗ khác.",
                   "this folder can't be made. Make it, or choose another place."));
  if (::access(parent.c_str(), W_OK) != 0)
    return at(parent.string(), Code::forbidden,
              Text("không có quyền ghi vào thư mục này. Hãy cấp quyền ghi hoặc chọn chỗ khác.",
                   "this folder can't be written. Give write permission, or choose another place."));
  return std::nullopt;
}

/// SQLite opens a protected file read-only without saying so.
std::optional<Problem> check_writable(SqliteConnection& connection, const std::string& path) {
  if (sqlite3_db_readonly(connection.raw(), "main") != 1) return std::nullopt;
  return at(path, Code::forbidden, words(Failure::read_only));
}

}  // namespace

ScratchFolder::ScratchFolder() {
  const fs::path parent = scratch_parent();
  remove_orphans(parent);
  std::string pattern = (parent / (std::string(k_scratch_name) + "XXXXXX")).string();
  if (::mkdtemp(pattern.data()) == nullptr) throw_outage(Failure::cannot_open, "no scratch folder: " + pattern);
  path_ = pattern;
  lock_ = ::open(pattern.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ >= 0) ::flock(lock_, LOCK_EX | LOCK_NB);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

SqliteDatabase::SqliteDatabase(std::unique_ptr<ScratchFolder> scratch, SqliteOpening opening, const Options& options)
    : scratch_(std::move(scratch)), opening_(std::move(opening)) {
  if (!options.read_only) writer_ = std::make_unique<SqliteWriter>(this, opening_);
  SqliteOpening reader = opening_;
  reader.create = false;
  reader.query_only = !options.read_only;
  readers_ = std::make_unique<Pool<SqliteConnection>>(options.readers,
                                                      [reader] { return std::make_unique<SqliteConnection>(reader); });
}

Result<std::unique_ptr<Database>> SqliteDatabase::open(const std::string& path, const Options& options) {
  std::unique_ptr<ScratchFolder> scratch;
  SqliteOpening opening{path, options.create, options.read_only, false, true, options.busy_ms};
  try {
    if (path == ":memory:") {
      scratch = std::make_unique<ScratchFolder>();
      opening = {(scratch->path() / "memory.db").string(), true, false, false, false, options.busy_ms};
    } else if (auto problem = prepare_place(path, options)) {
      return tl::make_unexpected(*std::move(problem));
    }
    if (!options.read_only) {
      SqliteConnection probe({opening.path, opening.create, false, true, true, options.busy_ms});
      if (auto problem = check_writable(probe, path)) return tl::make_unexpected(*std::move(problem));
    }
    if (options.writer_cache_mb > 0) opening.cache_mb = options.writer_cache_mb;
    std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(std::move(scratch), opening, options));
    database->read([](ReadDb& db) { db.integer("SELECT count(*) FROM sqlite_master"); });
    return database;
  } catch (const Outage& outage) {
    return tl::make_unexpected(at(path, Code::unsupported, outage.message));
  }
}

void SqliteDatabase::read(const std::function<void(ReadDb&)>& body) {
  if (ReadDb* outer = Running::snapshot_of(this)) return body(*outer);
  auto connection = readers_->take();
  SqliteSnapshot snapshot(*connection);
  const Running running(this, Running::Kind::read, &snapshot);
  body(snapshot);
}

void SqliteDatabase::write(const std::function<bool(Tx&)>& body) {
  if (!writer_) throw_outage(Failure::read_only, "opened read-only");
  writer_->write(body);
}

void SqliteDatabase::with_reader(const std::function<void(SqliteConnection&)>& body) {
  auto connection = readers_->take();
  body(*connection);
}

}  // namespace nc::db
