// Own SQL of pages, bound to what the actor may see.
#include "app/common/within.h"

namespace nc::app {

void each_within(db::ReadDb& db, const db::Sql& select, db::Params params, const Condition& scope, const db::Sql& tail, const std::function<bool(const db::Row&)>& row) {
  std::string sql(select.text());
  sql += " AND (";
  append(sql, params, scope);
  sql += ") ";
  sql += tail.text();
  db.each(db::Sql::built(std::move(sql)), params, row);
}

std::string id_list(const std::vector<std::int64_t>& ids) {
  std::string out = "0";
  for (const std::int64_t id : ids) out += "," + std::to_string(id);
  return out;
}

Condition of_office(std::string_view column, const std::string& code) {
  if (code.empty()) return {};
  return {std::string(column) + " IN (SELECT t.descendant FROM org_tree t JOIN organisation top ON top.id = t.ancestor WHERE top.deleted = 0 AND top.code = $1)", {code}};
}

}  // namespace nc::app
