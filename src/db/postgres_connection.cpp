// One PostgreSQL connection: settings, statements kept prepared, running them.
#include "db/postgres_connection.h"

#include <libpq-fe.h>

#include <list>

#include "db/outage.h"
#include "db/postgres_error.h"
#include "db/value.h"

namespace nc::db {
namespace {

constexpr std::size_t k_kept_statements = 300;

// Type numbers of pg_type; they never change.
enum : Oid {
  k_bool = 16,
  k_int8 = 20,
  k_int2 = 21,
  k_int4 = 23,
  k_oid = 26,
  k_float4 = 700,
  k_float8 = 701,
  k_numeric = 1700
};

class PostgresRow final : public Row {
 public:
  explicit PostgresRow(const PGresult* result) : result_(result) {}
  void go_to(int row) {
    row_ = row;
    scratch_.clear();
  }
  int columns() const override { return PQnfields(result_); }
  bool null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
  std::int64_t integer(int column) const override {
    const std::string_view t = bytes(column);
    return PQftype(result_, column) == k_bool ? (t == "t" ? 1 : 0) : int_of(t);
  }
  double real(int column) const override {
    return PQftype(result_, column) == k_bool ? static_cast<double>(integer(column)) : real_of(bytes(column));
  }
  std::string_view text(int column) const override {
    switch (PQftype(result_, column)) {
      case k_bool:
        return null(column) ? "" : (integer(column) != 0 ? "1" : "0");
      case k_float4:
      case k_float8:
      case k_numeric:
        return null(column) ? "" : std::string_view(scratch_.emplace_back(as_text(typed(column))));
      default:
        return bytes(column);
    }
  }

 protected:
  Value typed(int column) const override {
    if (null(column)) return {};
    const std::string_view t = bytes(column);
    switch (PQftype(result_, column)) {
      case k_bool:
      case k_int2:
      case k_int4:
      case k_int8:
      case k_oid:
        return integer(column);
      case k_float4:
      case k_float8:
        return real_of(t);
      // sum(bigint) is a numeric without a point: a whole number there, as on SQLite.
      case k_numeric:
        if (t.find_first_not_of("-0123456789") == std::string_view::npos && t.size() <= 18) return int_of(t);
        return real_of(t);
      default:
        return std::string(t);
    }
  }

 private:
  std::string_view bytes(int column) const {
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
  }
  const PGresult* result_;
  int row_ = 0;
  mutable std::list<std::string> scratch_;
};

/// Parameters as libpq wants them: texts without a declared type, so that the server infers it from the place.
struct Bound {
  explicit Bound(const Params& params) {
    pointers.reserve(params.size());
    for (const Value& v : params) {
      check_param(v);
      if (const auto* t = std::get_if<std::string>(&v))
        pointers.push_back(t->c_str());
      else
        pointers.push_back(is_null(v) ? nullptr : numbers.emplace_back(as_text(v)).c_str());
    }
  }
  std::list<std::string> numbers;
  std::vector<const char*> pointers;
};

/// A prepared statement that a schema change ("cached plan must not change result type", which has no state of its
/// own) or a reset of the session made useless.
bool is_stale_plan(const PGresult* result, std::string_view state) {
  const char* function = PQresultErrorField(result, PG_DIAG_SOURCE_FUNCTION);
  return state == "26000" ||
         (state == "0A000" && function != nullptr && std::string_view(function) == "RevalidateCachedQuery");
}

/// COPY text format.
void copy_field(std::string& out, const Value& v) {
  if (is_null(v)) {
    out += "\\N";
    return;
  }
  for (const char c : as_text(v)) switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
}

}  // namespace

void FreePostgresResult::operator()(pg_result* result) const { PQclear(result); }

Result<PostgresSettings> parse_postgres_url(const std::string& url) {
  char* error = nullptr;
  PQconninfoOption* options = PQconninfoParse(url.c_str(), &error);
  PQfreemem(error);
  if (options == nullptr)
    return refuse(Code::invalid,
                  Text("Địa chỉ PostgreSQL viết sai. Dạng đúng: postgresql://người-dùng@máy/tên",
                       "The PostgreSQL address is malformed. Write postgresql://user@host/name"),
                  "database");
  PostgresSettings settings = {{"connect_timeout", "10"}, {"application_name", "nhipcau"}};
  for (const PQconninfoOption* o = options; o->keyword != nullptr; ++o)
    if (o->val != nullptr) settings[o->keyword] = o->val;
  settings["client_encoding"] = "UTF8";
  PQconninfoFree(options);
  return settings;
}

PostgresConnection::PostgresConnection(const PostgresSettings& settings, int busy_ms) {
  std::vector<const char*> keys, values;
  for (const auto& [key, value] : settings) {
    keys.push_back(key.c_str());
    values.push_back(value.c_str());
  }
  keys.push_back(nullptr);
  values.push_back(nullptr);
  handle_ = PQconnectdbParams(keys.data(), values.data(), 0);
  if (PQstatus(handle_) != CONNECTION_OK) {
    const std::string detail = PQerrorMessage(handle_);
    PQfinish(handle_);
    throw_outage(Failure::gone, "postgres: " + detail);
  }
  PQsetNoticeProcessor(
      handle_, [](void*, const char*) {}, nullptr);
  try {
    // Just-in-time compiling pays for reports over millions of rows; the search over all registers took 10 s of it and 0.2 s without.
    script("SET TIME ZONE 'UTC'; SET jit = off; SET lock_timeout = " + std::to_string(busy_ms));
  } catch (...) {  // not swallowed: a constructor that throws must close the handle itself
    PQfinish(handle_);
    throw;
  }
}

PostgresConnection::~PostgresConnection() { PQfinish(handle_); }

bool PostgresConnection::alive() const { return PQstatus(handle_) == CONNECTION_OK; }

PostgresResult PostgresConnection::checked(pg_result* raw, std::string_view sql) {
  PostgresResult result(raw);
  const ExecStatusType status = result ? PQresultStatus(raw) : PGRES_FATAL_ERROR;
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_COPY_IN) return result;
  const char* state = result ? PQresultErrorField(raw, PG_DIAG_SQLSTATE) : nullptr;
  const std::string detail = std::string("postgres: ") + PQerrorMessage(handle_) + "(" + (state ? state : "") +
                             "): " + std::string(sql.substr(0, 400));
  if (state == nullptr || !alive()) throw_outage(Failure::gone, detail);
  if (is_stale_plan(raw, state)) {
    names_.clear();  // the texts are prepared anew, under new names
    throw TryAgain(detail);
  }
  throw_postgres(state, detail);
}

const std::string& PostgresConnection::prepared(std::string_view sql) {
  std::string text(sql);
  if (const auto found = names_.find(text); found != names_.end()) return found->second;
  if (names_.size() >= k_kept_statements) forget_statements();
  const std::string name = "s" + std::to_string(++next_name_);
  checked(PQprepare(handle_, name.c_str(), text.c_str(), 0, nullptr), sql);
  return names_.emplace(std::move(text), name).first->second;
}

void PostgresConnection::forget_statements() noexcept {
  names_.clear();
  PQclear(PQexec(handle_, "DEALLOCATE ALL"));
}

PostgresResult PostgresConnection::run(const Sql& sql, const Params& params) {
  const Bound bound(params);
  const std::string& name = prepared(sql.text());
  return checked(PQexecPrepared(handle_, name.c_str(), static_cast<int>(params.size()), bound.pointers.data(), nullptr,
                                nullptr, 0),
                 sql.text());
}

void PostgresConnection::query(const Sql& sql, const Params& params, std::vector<std::string>* names,
                               const std::function<bool(const Row&)>& each) {
  const PostgresResult result = run(sql, params);
  if (names != nullptr)
    for (int i = 0; i < PQnfields(result.get()); ++i) names->emplace_back(PQfname(result.get(), i));
  PostgresRow row(result.get());
  for (int i = 0; i < PQntuples(result.get()); ++i) {
    row.go_to(i);
    if (!each(row)) break;
  }
}

std::int64_t PostgresConnection::exec(const Sql& sql, const Params& params) {
  const PostgresResult result = run(sql, params);
  return int_of(PQcmdTuples(result.get()));
}

std::string PostgresConnection::script(std::string_view statements) {
  const std::string text(statements);
  const PostgresResult result = checked(PQexec(handle_, text.c_str()), statements);
  return PQcmdStatus(result.get());
}

void PostgresConnection::insert_many(const std::string& table, const std::vector<std::string>& columns,
                                     const std::vector<std::vector<Value>>& rows) {
  constexpr std::size_t k_portion = 256 * 1024;
  check_name(table);
  std::string portion;
  for (const auto& row : rows) {
    if (row.size() != columns.size()) throw std::logic_error("insert_many: a row of another width: " + table);
    for (const Value& v : row) check_param(v);
  }
  const std::string sql = "COPY \"" + table + "\" (" + quoted_list(columns) + ") FROM STDIN";
  checked(PQexec(handle_, sql.c_str()), sql);
  bool sent = true;
  for (std::size_t i = 0; i < rows.size() && sent; ++i) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (column > 0) portion += '\t';
      copy_field(portion, rows[i][column]);
    }
    portion += '\n';
    if (portion.size() < k_portion && i + 1 < rows.size()) continue;
    sent = PQputCopyData(handle_, portion.data(), static_cast<int>(portion.size())) == 1;
    portion.clear();
  }
  PQputCopyEnd(handle_, nullptr);
  PostgresResult outcome(PQgetResult(handle_));
  while (PGresult* more = PQgetResult(handle_)) PQclear(more);
  checked(outcome.release(), sql);
}

bool PostgresConnection::roll_back() noexcept {
  if (alive() && PQtransactionStatus(handle_) != PQTRANS_IDLE) PQclear(PQexec(handle_, "ROLLBACK"));
  return alive() && PQtransactionStatus(handle_) == PQTRANS_IDLE;
}

}  // namespace nc::db
