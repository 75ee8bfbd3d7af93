// Short forms of reading: whole tables, first rows, single values.
#include "db/db.h"

namespace nc::db {
namespace {

std::vector<Value> copy(const Row& row) {
  std::vector<Value> out;
  out.reserve(static_cast<std::size_t>(row.columns()));
  for (int i = 0; i < row.columns(); ++i) out.push_back(row.value(i));
  return out;
}

}  // namespace

Table ReadDb::all(const Sql& sql, const Params& params) {
  Table out;
  query(sql, params, &out.names, [&](const Row& row) {
    out.rows.push_back(copy(row));
    return true;
  });
  return out;
}

std::optional<std::vector<Value>> ReadDb::first(const Sql& sql, const Params& params) {
  std::optional<std::vector<Value>> out;
  each(sql, params, [&](const Row& row) {
    out = copy(row);
    return false;
  });
  return out;
}

Value ReadDb::scalar(const Sql& sql, const Params& params) {
  Value out;
  each(sql, params, [&](const Row& row) {
    out = row.value(0);
    return false;
  });
  return out;
}

}  // namespace nc::db
