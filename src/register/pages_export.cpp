// Exactly what the list shows, as CSV, Excel or JSON.
#include "register/export.h"
#include "register/pages_parts.h"

namespace nc::reg {

std::vector<tables::Column> export_columns(const Description& d) {
  std::vector<tables::Column> columns;
  for (const auto& name : export_header(d)) {
    const Field* f = d.find(name);
    tables::Column column{name, tables::Kind::text, 0};
    if (f && f->kind == Kind::date) column.kind = tables::Kind::date;
    if (f && f->kind == Kind::integer) column.kind = tables::Kind::integer;
    columns.push_back(std::move(column));
  }
  return columns;
}

namespace {

constexpr int k_at_most = 200'000;

std::string json_of(const Context& c, db::ReadDb& db, const Description& d, const std::vector<Cells>& rows) {
  const auto codes = link_codes(db, *c.catalog, d, rows);
  std::string out = "[";
  for (const auto& row : rows) out += (out.size() > 1 ? "," : "") + to_json(d, row, codes);
  return out + "]";
}

}  // namespace

web::Response export_list(const Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, const Description& d,
                          const ListQuery& query) {
  std::vector<Cells> rows;
  each(db, d, actor, query, [&](const Cells& row) {
    rows.push_back(row);
    return static_cast<int>(rows.size()) < k_at_most;
  });
  const auto format = r.query.get("format");
  if (format == "json") return web::json(json_of(c, db, d, rows));
  const auto codes = link_codes(db, *c.catalog, d, rows);
  std::vector<tables::Cells> lines;
  lines.reserve(rows.size());
  for (const auto& row : rows) lines.push_back(export_row(d, row, codes));
  if (format == "xlsx") {
    auto book = tables::write_xlsx(d.plural.vi, export_columns(d), lines);
    if (!book) return web::refusal(book.error());
    return web::download(std::move(*book), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", d.path + ".xlsx");
  }
  if (format == "csv") return web::download(tables::write_csv(export_columns(d), lines), "text/csv; charset=utf-8", d.path + ".csv");
  return web::refusal(Problem{Code::unsupported, Message("Chỉ xuất được xlsx, csv hoặc json.", "Only xlsx, csv or json can be exported."), "format"});
}

}  // namespace nc::reg
