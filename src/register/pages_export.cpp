// Exactly what the list shows, as CSV, Excel, OpenDocument or JSON.
#include <boost/json.hpp>

#include "file/grid.h"
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

bool may_be_column(const Field& f, const Actor& actor) {
  return !f.opt.inner && (!f.opt.sensitive || (actor.sees(Sight::personal) && !(actor.behind && !actor.behind->sees(Sight::personal))));
}

std::vector<const Field*> list_columns(const Description& d, const Actor& actor, const std::vector<std::string>& asked) {
  std::vector<const Field*> out;
  for (const std::string& name : asked.empty() ? d.list_fields : asked)
    if (const Field* f = d.find(name); f && may_be_column(*f, actor) && std::find(out.begin(), out.end(), f) == out.end()) out.push_back(f);
  const Field* title = d.find(d.title_field);
  if (std::find(out.begin(), out.end(), title) == out.end()) out.insert(out.begin(), title);
  return out;
}

std::vector<const Field*> shown_fields(const Description& d, const Actor& actor, const std::vector<std::string>& asked) {
  std::vector<const Field*> out = list_columns(d, actor, asked);
  if (const Field* code = d.find("code"); std::find(out.begin(), out.end(), code) == out.end()) out.insert(out.begin(), code);
  return out;
}

std::vector<tables::Column> shown_columns(const std::vector<const Field*>& fields, Lang lang) {
  std::vector<tables::Column> out;
  for (const Field* f : fields) {
    const bool number = f->kind == Kind::count || f->kind == Kind::integer;
    out.push_back({f->label.in(lang), f->kind == Kind::date ? tables::Kind::date : number ? tables::Kind::integer : tables::Kind::text, 0});
  }
  return out;
}

std::vector<std::string> shown_row(const std::vector<const Field*>& fields, const Cells& cells, Lang lang, const LinkTitles& titles) {
  std::vector<std::string> out;
  for (const Field* f : fields) {
    const bool exact = f->kind != Kind::count || db::as_text(cells.at(static_cast<std::size_t>(f->first + 1))) == code(Qualifier::exact);
    const bool plainly = f->kind == Kind::date || f->kind == Kind::integer || (f->kind == Kind::count && exact);
    out.push_back(plainly ? plain(*f, cells, titles) : show(*f, cells, lang, titles));
  }
  return out;
}

namespace {

constexpr const char* k_xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr const char* k_ods = "application/vnd.oasis.opendocument.spreadsheet";

constexpr int k_at_most = 200'000;

std::string json_of(const Context& c, db::ReadDb& db, const Description& d, const std::vector<Cells>& rows) {
  const auto codes = link_codes(db, *c.catalog, d, rows);
  std::string out = "[";
  for (const auto& row : rows) out += (out.size() > 1 ? "," : "") + to_json(d, row, codes);
  return out + "]";
}

/// The cells of the screen by field name.
std::string shown_json(const std::vector<const Field*>& fields, const std::vector<tables::Cells>& lines) {
  boost::json::array out;
  for (const auto& line : lines) {
    boost::json::object record;
    for (std::size_t i = 0; i < fields.size(); ++i) record[fields[i]->name] = line[i];
    out.push_back(std::move(record));
  }
  return boost::json::serialize(out);
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
  const bool shown = r.query.get("columns") == "shown";
  const Lang lang = r.lang();
  if (format == "json" && !shown) return web::json(json_of(c, db, d, rows));
  const auto fields = shown_fields(d, actor, query.columns);
  const auto columns = shown ? shown_columns(fields, lang) : export_columns(d);
  const auto names = shown ? link_titles(db, *c.catalog, d, rows, lang) : link_codes(db, *c.catalog, d, rows);
  std::vector<tables::Cells> lines;
  lines.reserve(rows.size());
  for (const auto& row : rows) lines.push_back(shown ? shown_row(fields, row, lang, names) : export_row(d, row, names));
  if (format == "json") return web::json(shown_json(fields, lines));
  if (format == "xlsx" || format == "ods") {
    const std::string& sheet = d.plural.in(shown ? lang : Lang::vi);
    auto book = format == "xlsx" ? tables::write_xlsx(sheet, columns, lines) : tables::write_ods(sheet, columns, lines);
    if (!book) return web::refusal(book.error());
    return web::download(std::move(*book), format == "xlsx" ? k_xlsx : k_ods, d.path + "." + std::string(format));
  }
  if (format == "csv") return web::download(tables::write_csv(columns, lines), "text/csv; charset=utf-8", d.path + ".csv");
  return web::refusal(Problem{Code::unsupported, Message("Chỉ xuất được xlsx, ods, csv hoặc json.", "Only xlsx, ods, csv or json can be exported."), "format"});
}

}  // namespace nc::reg
