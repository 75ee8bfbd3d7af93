// Prepared SQLite statements, their parameters and their errors.
#include <sqlite3.h>

#include <charconv>

#include "db/outage.h"
#include "db/sqlite_connection.h"
#include "db/value.h"

namespace nc::db {
namespace {

ConstraintViolation::Kind kind_of(int extended) {
  switch (extended) {
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      return ConstraintViolation::Kind::foreign_key;
    case SQLITE_CONSTRAINT_NOTNULL:
      return ConstraintViolation::Kind::not_null;
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      return ConstraintViolation::Kind::unique;
    default:
      return ConstraintViolation::Kind::check;
  }
}

}  // namespace

void throw_sqlite(sqlite3* handle, int code, std::string_view sql) {
  const int extended = handle != nullptr ? sqlite3_extended_errcode(handle) : code;
  std::string detail = "sqlite: ";
  detail += handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  detail += " (" + std::to_string(extended) + "): " + std::string(sql.substr(0, 400));
  switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
      if (extended == SQLITE_CONSTRAINT_DATATYPE) break;
      throw ConstraintViolation(kind_of(extended), detail);
    case SQLITE_FULL:
      throw_outage(Failure::full, detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw_outage(Failure::read_only, detail);
    case SQLITE_IOERR:
    case SQLITE_PROTOCOL:
      throw_outage(Failure::io, detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      throw_outage(Failure::corrupt, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw_outage(Failure::busy, detail);
    case SQLITE_CANTOPEN:
    case SQLITE_AUTH:
      throw_outage(Failure::cannot_open, detail);
    case SQLITE_NOMEM:
      throw_outage(Failure::out_of_memory, detail);
    default:
      break;
  }
  throw std::logic_error(detail);
}

SqliteStatement::SqliteStatement(sqlite3* handle, std::string_view sql) : handle_(handle) {
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement_, &rest);
  if (code != SQLITE_OK) throw_sqlite(handle, code, sql);
  if (statement_ == nullptr) throw std::logic_error("an empty statement");
  const int slots = sqlite3_bind_parameter_count(statement_);
  for (int slot = 1; slot <= slots; ++slot) {
    const char* name = sqlite3_bind_parameter_name(statement_, slot);
    const std::int64_t n = name != nullptr && name[0] == '$' ? int_of(name + 1) : 0;
    if (n < 1 || n > 32766) {
      sqlite3_finalize(statement_);
      throw std::logic_error("parameters are written $1, $2 ...: " + std::string(sql.substr(0, 400)));
    }
    if (slot_of_.size() < static_cast<std::size_t>(n)) slot_of_.resize(static_cast<std::size_t>(n));
    slot_of_[static_cast<std::size_t>(n - 1)] = slot;
  }
}

SqliteStatement::~SqliteStatement() { sqlite3_finalize(statement_); }

void SqliteStatement::bind(const Params& params) {
  if (params.size() != slot_of_.size())
    throw std::logic_error("the statement has " + std::to_string(slot_of_.size()) + " parameters, not " +
                           std::to_string(params.size()) + ": " + sqlite3_sql(statement_));
  for (std::size_t i = 0; i < params.size(); ++i) {
    check_param(params[i]);
    const int slot = slot_of_[i];
    if (slot == 0) continue;
    int code = SQLITE_OK;
    if (const auto* n = std::get_if<std::int64_t>(&params[i]))
      code = sqlite3_bind_int64(statement_, slot, *n);
    else if (const auto* d = std::get_if<double>(&params[i]))
      code = sqlite3_bind_double(statement_, slot, *d);
    else if (const auto* t = std::get_if<std::string>(&params[i]))
      code = sqlite3_bind_text64(statement_, slot, t->data(), t->size(), SQLITE_STATIC, SQLITE_UTF8);
    else
      code = sqlite3_bind_null(statement_, slot);
    if (code != SQLITE_OK) throw_sqlite(handle_, code, sqlite3_sql(statement_));
  }
}

bool SqliteStatement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw_sqlite(handle_, code, sqlite3_sql(statement_));
}

void SqliteStatement::reset() noexcept {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

}  // namespace nc::db
