// The one door to SQLite and PostgreSQL. Same SQL text ($1, $2 ...), same values, same errors on both.
//
// Subset both engines accept: RETURNING, ON CONFLICT, UPDATE FROM, ->>, IS NOT DISTINCT FROM, FILTER, windows,
// row values, NULLS LAST, CTE, TRUE, CAST AS bigint. Not: "::", ILIKE, now(), string_agg, FETCH FIRST.
// All text columns are compared by bytes on both engines (PostgreSQL columns are COLLATE "C").
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace nc::db {

enum class Engine { sqlite, postgres };

/// A bound parameter or a column: NULL, integer, real or text. Booleans are the integers 0 and 1.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
bool is_null(const Value& v);
std::int64_t as_int(const Value& v, std::int64_t otherwise = 0);
std::string as_text(const Value& v);  ///< "" for NULL; numbers in plain decimal form

/// Text of a statement. Literals become Sql freely; text put together at run time must say so, and is
/// only ever put together from descriptions and literals, never from input. A lint lists each `Sql::built(`.
class Sql {
 public:
  consteval Sql(const char* literal) : view_(literal) {}
  static Sql built(std::string text);
  std::string_view text() const { return owned_ ? std::string_view(*owned_) : view_; }

 private:
  Sql() = default;
  std::string_view view_;
  std::shared_ptr<const std::string> owned_;
};

/// Thrown when the database itself fails: gone, disk full, read-only, corrupt, busy beyond patience.
/// `Outage::message` is fit to show to a person.
struct Outage : std::runtime_error {
  Outage(const std::string& detail, Message for_people) : std::runtime_error(detail), message(std::move(for_people)) {}
  Message message;
};
/// Thrown by a statement that breaks a unique, foreign-key, not-null or check rule.
struct ConstraintViolation : std::runtime_error {
  enum class Kind { unique, foreign_key, not_null, check };
  ConstraintViolation(Kind k, const std::string& detail) : std::runtime_error(detail), kind(k) {}
  Kind kind;
};

/// One row of a running query. Text views die with the next step.
class Row {
 public:
  virtual ~Row() = default;
  virtual int columns() const = 0;
  virtual bool null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;   ///< 0 for NULL
  virtual double real(int column) const = 0;            ///< 0 for NULL
  virtual std::string_view text(int column) const = 0;  ///< "" for NULL
  Value value(int column) const;

 protected:
  virtual Value typed(int column) const = 0;
};

/// Rows kept in memory, with column names.
struct Table {
  std::vector<std::string> names;
  std::vector<std::vector<Value>> rows;
  bool empty() const { return rows.empty(); }
};

using Params = std::vector<Value>;

/// A snapshot for reading. Not thread-safe; use it only inside the function that was given it.
class ReadDb {
 public:
  virtual ~ReadDb() = default;
  virtual Engine engine() const = 0;
  /// Calls `each` for every row; `each` returns false to stop early. It may run other statements meanwhile.
  void each(const Sql& sql, const Params& params, const std::function<bool(const Row&)>& each) {
    query(sql, params, nullptr, each);
  }
  /// How many statements ran on this snapshot: asserted by the query-budget tests.
  virtual int statements() const = 0;

  Table all(const Sql& sql, const Params& params = {});
  /// First row, or nullopt.
  std::optional<std::vector<Value>> first(const Sql& sql, const Params& params = {});
  /// First column of the first row, or NULL.
  Value scalar(const Sql& sql, const Params& params = {});
  std::int64_t integer(const Sql& sql, const Params& params = {}) { return as_int(scalar(sql, params)); }

 protected:
  /// `names` (may be null) gets the column names even when no row comes.
  virtual void query(const Sql& sql, const Params& params, std::vector<std::string>* names,
                     const std::function<bool(const Row&)>& each) = 0;
};

/// A running transaction. The whole of it is kept or nothing: once a statement has thrown, nothing of it is kept even
/// when the body catches the exception (return an error or false then).
class Tx : public ReadDb {
 public:
  /// Number of rows changed.
  virtual std::int64_t exec(const Sql& sql, const Params& params = {}) = 0;
  /// Runs several statements separated by ';' without parameters (schemas).
  virtual void script(const Sql& statements) = 0;
  /// Runs on the thread that called write(), after the transaction is durably committed; dropped when it is rolled
  /// back. What it throws reaches the caller, but the changes stay.
  virtual void after_commit(std::function<void()> action) = 0;
  /// Bulk insert of rows into a table, all columns bound in order (multi-row statements or COPY).
  virtual void insert_many(const std::string& table, const std::vector<std::string>& columns,
                           const std::vector<std::vector<Value>>& rows) = 0;
};

struct Options {
  int readers = 4;      ///< most snapshots open at once (connections are made when first needed)
  int busy_ms = 15000;  ///< how long to wait for somebody else's lock
  bool create = false;  ///< make the file or schema if it is missing
  bool read_only = false;
  int writer_cache_mb = 0;  ///< SQLite: memory of the writing connection for pages; 0: the usual 16. For bulk loads.
};

/// A database. Thread-safe. Kept for the life of the program.
class Database {
 public:
  virtual ~Database() = default;
  /// `url`: a file path, `sqlite:PATH`, `:memory:` (one shared in-memory database) or `postgresql://...`.
  /// A missing file, a folder that can't be written, or a server that doesn't answer is a Problem in words.
  static Result<std::unique_ptr<Database>> open(const std::string& url, const Options& options = {});

  virtual Engine engine() const = 0;
  virtual std::string url() const = 0;  ///< without the password

  /// Runs `body` on a consistent snapshot. A read() inside a read() of the same database shares its snapshot.
  virtual void read(const std::function<void(ReadDb&)>& body) = 0;
  /// Runs `body` in a transaction and commits durably; an exception rolls back and is thrown on. On SQLite waiting
  /// writers share one commit (group commit): each body runs in its own savepoint, so one failure harms no other.
  /// `body` returning false rolls back without an exception. It may run on another thread than the caller's, and more
  /// than once (after a deadlock on PostgreSQL): effects outside the database belong into after_commit().
  /// write() inside read() or write(), and read() inside write() of the same database, throw std::logic_error.
  virtual void write(const std::function<bool(Tx&)>& body) = 0;

  /// write() for functions that return Result: an error rolls back and is returned.
  template <class F>
  auto write_result(F&& body) -> decltype(body(std::declval<Tx&>())) {
    std::optional<decltype(body(std::declval<Tx&>()))> out;
    write([&](Tx& tx) {
      out.emplace(body(tx));
      return out->has_value();
    });
    return std::move(*out);
  }
  template <class F>
  auto read_result(F&& body) -> decltype(body(std::declval<ReadDb&>())) {
    std::optional<decltype(body(std::declval<ReadDb&>()))> out;
    read([&](ReadDb& r) { out.emplace(body(r)); });
    return std::move(*out);
  }
};

/// A numbered forward-only migration, one text for each engine.
struct Migration {
  int number;
  std::string name;
  std::string sqlite, postgres;
};
/// Applies what is missing, each in one transaction, under a lock. Refuses (Code::unsupported) a database whose
/// schema is newer than the last known migration, without touching it. Returns the numbers applied.
Result<std::vector<int>> migrate(Database& database, const std::vector<Migration>& migrations);
/// Refuses (Code::unsupported) a database in which a step was applied whose text was another then.
Result<bool> made_by_these(Database& database, const std::vector<Migration>& migrations);
/// 0 when the database is empty.
int schema_version(Database& database);
/// The migrations built into the program from db/migrations.
const std::vector<Migration>& built_in_migrations();

}  // namespace nc::db
