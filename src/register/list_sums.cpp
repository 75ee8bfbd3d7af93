// What stands around a list: how many records its views have, and the sums of months and of the whole list.
#include "register/parts.h"

namespace nc::reg {

std::vector<std::int64_t> counts(db::ReadDb& db, const Description& d, const Actor& actor, const std::vector<ListQuery>& queries,
                                 std::int64_t at_most) {
  std::vector<std::int64_t> out;
  if (queries.empty()) return out;
  detail::Piece q;
  for (const ListQuery& query : queries) {
    q.sql += q.sql.empty() ? "SELECT " : ", ";
    q.sql += "(SELECT count(*) FROM (SELECT 1 FROM " + d.name + " t WHERE ";
    q.add(where(d, db.engine(), actor, query, "t"));
    q.sql += " LIMIT " + std::to_string(at_most) + ") c)";
  }
  const auto row = db.first(db::Sql::built(q.sql), q.params);
  for (const db::Value& v : *row) out.push_back(db::as_int(v));
  return out;
}

std::vector<const Field*> summed_fields(const Description& d, const std::vector<std::string>& columns) {
  std::vector<const Field*> out;
  const Field* unit = d.find("unit");  // numbers that name their own unit are not added up
  if (unit && unit->kind == Kind::choice) return out;
  for (const std::string& name : columns.empty() ? d.list_fields : columns)
    if (const Field* f = d.find(name); f && f->kind == Kind::count && !f->opt.sensitive) out.push_back(f);
  return out;
}

std::vector<ListPart> parts_of_list(db::ReadDb& db, const Description& d, const Actor& actor, const ListQuery& q) {
  const auto sums = summed_fields(d, q.columns);
  detail::Piece sql;
  const std::string month = d.date_field.empty() ? "''" : "COALESCE(substr(t." + d.date_field + ", 1, 7), '')";
  const std::string split = d.split_field.empty() ? "''" : "COALESCE(t." + d.split_field + ", '')";
  sql.sql = "SELECT " + month + ", " + split + ", count(*)";
  for (const Field* f : sums) sql.sql += ", SUM(t." + f->name + ")";
  sql.sql += " FROM " + d.name + " t WHERE ";
  sql.add(where(d, db.engine(), actor, q, "t"));
  sql.sql += " GROUP BY 1, 2 ORDER BY 1 DESC, 2";
  std::vector<ListPart> out;
  db.each(db::Sql::built(sql.sql), sql.params, [&](const db::Row& row) {
    ListPart part{std::string(row.text(0)), std::string(row.text(1)), row.integer(2), {}};
    for (int column = 3; column < 3 + static_cast<int>(sums.size()); ++column)
      part.sums.push_back(row.null(column) ? std::nullopt : std::optional(row.integer(column)));
    out.push_back(std::move(part));
    return true;
  });
  return out;
}

}  // namespace nc::reg
