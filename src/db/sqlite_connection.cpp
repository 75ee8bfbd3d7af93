// One SQLite connection: settings, statements kept prepared, running them.
#include "db/sqlite_connection.h"

#include <sqlite3.h>

#include <iterator>

#include "db/value.h"

namespace nc::db {
namespace {

// More texts than the program has statements of its own; lists put together at run time come and go.
constexpr std::size_t k_kept_statements = 300;

class SqliteRow final : public Row {
 public:
  explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
  int columns() const override { return sqlite3_data_count(statement_); }
  bool null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) const override {
    switch (sqlite3_column_type(statement_, column)) {
      case SQLITE_INTEGER:
        return sqlite3_column_int64(statement_, column);
      case SQLITE_FLOAT:
        return rounded(sqlite3_column_double(statement_, column));
      case SQLITE_NULL:
        return 0;
      default:
        return int_of(bytes(column));
    }
  }
  double real(int column) const override {
    return sqlite3_column_type(statement_, column) == SQLITE_TEXT ? real_of(bytes(column))
                                                                  : sqlite3_column_double(statement_, column);
  }
  std::string_view text(int column) const override {
    if (sqlite3_column_type(statement_, column) != SQLITE_FLOAT) return bytes(column);
    return scratch_.emplace_back(plain_real(sqlite3_column_double(statement_, column)));
  }
  void next() { scratch_.clear(); }

 protected:
  Value typed(int column) const override {
    switch (sqlite3_column_type(statement_, column)) {
      case SQLITE_INTEGER:
        return Value(static_cast<std::int64_t>(sqlite3_column_int64(statement_, column)));
      case SQLITE_FLOAT:
        return Value(sqlite3_column_double(statement_, column));
      case SQLITE_NULL:
        return Value();
      default:
        return Value(std::string(bytes(column)));
    }
  }

 private:
  std::string_view bytes(int column) const {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (data == nullptr) return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  sqlite3_stmt* statement_;
  mutable std::list<std::string> scratch_;
};

}  // namespace

/// One run of a statement. A text that is running already (inside its own rows) gets a statement for this run only.
class SqliteConnection::Use {
 public:
  Use(SqliteConnection& connection, std::string_view sql) : kept_(connection.find_or_prepare(sql)) {
    if (kept_->running) {
      own_ = std::make_unique<SqliteStatement>(connection.handle_, sql);
      kept_ = nullptr;
    } else {
      kept_->running = true;
    }
  }
  ~Use() {
    if (kept_ == nullptr) return;
    kept_->statement->reset();
    kept_->running = false;
  }
  Use(const Use&) = delete;
  Use& operator=(const Use&) = delete;
  SqliteStatement* operator->() { return kept_ != nullptr ? kept_->statement.get() : own_.get(); }

 private:
  Kept* kept_;
  std::unique_ptr<SqliteStatement> own_;
};

SqliteConnection::SqliteConnection(const SqliteOpening& o) {
  const int access = o.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  const int flags = access | (o.create && !o.read_only ? SQLITE_OPEN_CREATE : 0) | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(o.path.c_str(), &handle_, flags, nullptr);
  try {
    if (code != SQLITE_OK) throw_sqlite(handle_, code, "open");
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, o.busy_ms);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // Not obvious: the triggers that keep the full text up to date write into FTS5 tables, which SQLite takes for unsafe
    // in an untrusted schema. No function or module of our own is registered that a foreign schema could call.
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    if (!o.read_only && !o.query_only) script("PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864");
    script(o.durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
    script("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON");
    // Kibibytes. No mmap: mapped pages count as resident memory of the program, the file cache of the system does not.
    script("PRAGMA cache_size = -" + std::to_string(o.query_only || o.read_only ? 8000 : o.cache_mb * 1000));
    if (o.query_only) script("PRAGMA query_only = ON");
  } catch (...) {  // not swallowed: a constructor that throws must close the handle itself
    by_text_.clear();
    kept_.clear();
    sqlite3_close(handle_);
    throw;
  }
}

SqliteConnection::~SqliteConnection() {
  by_text_.clear();
  kept_.clear();
  sqlite3_close(handle_);
}

SqliteConnection::Kept* SqliteConnection::find_or_prepare(std::string_view sql) {
  const auto found = by_text_.find(sql);
  if (found != by_text_.end()) {
    kept_.splice(kept_.begin(), kept_, found->second);
    return &kept_.front();
  }
  auto statement = std::make_unique<SqliteStatement>(handle_, sql);
  make_room();
  kept_.push_front({std::string(sql), std::move(statement), false});
  by_text_.emplace(kept_.front().text, kept_.begin());
  return &kept_.front();
}

void SqliteConnection::make_room() {
  if (kept_.size() < k_kept_statements) return;
  auto oldest = std::prev(kept_.end());
  while (oldest->running && oldest != kept_.begin()) --oldest;
  if (oldest->running) return;
  by_text_.erase(oldest->text);
  kept_.erase(oldest);
}

void SqliteConnection::query(const Sql& sql, const Params& params, std::vector<std::string>* names,
                             const std::function<bool(const Row&)>& each) {
  Use statement(*this, sql.text());
  statement->bind(params);
  SqliteRow row(statement->raw());
  bool more = statement->step();
  if (names != nullptr)
    for (int i = 0; i < sqlite3_column_count(statement->raw()); ++i)
      names->emplace_back(sqlite3_column_name(statement->raw(), i));
  while (more && each(row)) {
    row.next();
    more = statement->step();
  }
  // Not obvious: a write with RETURNING must run to its end. Left half-way, its reset lets FTS5 flush outside of a
  // statement, which defensive mode refuses; SQLite then rolls the whole transaction back.
  if (more && sqlite3_stmt_readonly(statement->raw()) == 0)
    while (statement->step()) {
    }
}

std::int64_t SqliteConnection::exec(const Sql& sql, const Params& params) {
  Use statement(*this, sql.text());
  statement->bind(params);
  const sqlite3_int64 before = sqlite3_total_changes64(handle_);
  while (statement->step()) {
  }
  return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

void SqliteConnection::script(std::string_view statements) {
  const std::string text(statements);
  const int code = sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw_sqlite(handle_, code, statements);
}

void SqliteConnection::try_script(const char* statements) noexcept {
  sqlite3_exec(handle_, statements, nullptr, nullptr, nullptr);
}

bool SqliteConnection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

void SqliteConnection::insert_many(const std::string& table, const std::vector<std::string>& columns,
                                   const std::vector<std::vector<Value>>& rows) {
  check_name(table);
  std::string sql = "INSERT INTO \"" + table + "\" (" + quoted_list(columns) + ") VALUES (";
  for (std::size_t i = 1; i <= columns.size(); ++i) sql += (i == 1 ? "$" : ", $") + std::to_string(i);
  sql += ')';
  Use statement(*this, sql);
  for (const std::vector<Value>& row : rows) {
    statement->bind(row);
    statement->step();
    statement->reset();
  }
}

}  // namespace nc::db
