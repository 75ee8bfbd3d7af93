// A grid to type or paste rows into: they go the way of every import (dry run, mending, undo). Works without scripts.
#include <algorithm>

#include "base/fold.h"
#include "register/export.h"
#include "sheets/pages_import.h"

namespace nc::reg {

namespace {

constexpr std::size_t k_rows_at_first = 10, k_rows_most = 200, k_columns_most = 14;

using Block = std::vector<tables::Cells>;

/// What one writes into a row of this register: what its list shows, and what a record must have.
std::vector<const Field*> grid_fields(const Description& d, const Actor& actor) {
  std::vector<const Field*> out = list_columns(d, actor, {});
  for (const Field& f : d.fields)
    if (f.opt.required && std::find(out.begin(), out.end(), &f) == out.end()) out.push_back(&f);
  std::erase_if(out, [](const Field* f) { return f->opt.read_only || f->opt.inner || f->first == k_code; });
  if (out.size() > k_columns_most) out.resize(k_columns_most);
  return out;
}

std::size_t rows_of(const web::Request& r) {
  const auto n = parse_int(r.form.get("rows"));
  return n && *n > 0 ? std::min(static_cast<std::size_t>(*n), k_rows_most) : k_rows_at_first;
}

Block typed_cells(const web::Request& r, std::size_t columns) {
  Block out(rows_of(r), tables::Cells(columns));
  for (const auto& [name, value] : r.form.items()) {
    if (!name.starts_with("g-")) continue;
    const std::size_t dash = name.find('-', 2);
    if (dash == std::string::npos) continue;
    const auto row = parse_int(std::string_view(name).substr(2, dash - 2)), column = parse_int(std::string_view(name).substr(dash + 1));
    if (!row || !column || *row < 0 || *column < 0 || *row >= static_cast<std::int64_t>(k_rows_most) || *column >= static_cast<std::int64_t>(columns)) continue;
    if (out.size() <= static_cast<std::size_t>(*row)) out.resize(static_cast<std::size_t>(*row) + 1, tables::Cells(columns));
    out[static_cast<std::size_t>(*row)][static_cast<std::size_t>(*column)] = value;
  }
  return out;
}

bool is_blank(const tables::Cells& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const std::string& c) { return c.find_first_not_of(" \t\r\n") == std::string::npos; });
}

/// Where each column of a pasted block goes: by its heads when it has them, else one after the other.
std::vector<std::size_t> places_of(const Description& d, const std::vector<const Field*>& fields, const tables::Grid& grid, bool& has_heads) {
  const auto targets = guess_targets(d, header_at(grid, 0), grid);
  std::vector<std::size_t> places(grid.columns, fields.size());
  std::size_t known = 0;
  for (std::size_t c = 0; c < targets.size(); ++c)
    for (std::size_t f = 0; f < fields.size(); ++f)
      if (!targets[c].empty() && targets[c].substr(0, targets[c].find("..")) == fields[f]->name) places[c] = f, ++known;
  has_heads = known >= 2 || (known == 1 && grid.columns == 1);
  if (!has_heads)
    for (std::size_t c = 0; c < places.size(); ++c) places[c] = c;
  return places;
}

/// Puts the block behind the rows that are filled.
Result<bool> spread(const Description& d, const std::vector<const Field*>& fields, const std::string& pasted, Block& cells) {
  NC_TRY(grid, tables::read_grid(pasted));
  bool has_heads = false;
  const auto places = places_of(d, fields, grid, has_heads);
  while (!cells.empty() && is_blank(cells.back())) cells.pop_back();
  for (std::size_t r = has_heads ? 1 : 0; r < grid.rows.size(); ++r) {
    tables::Cells row(fields.size());
    for (std::size_t c = 0; c < grid.rows[r].size(); ++c)
      if (places[c] < fields.size()) row[places[c]] = grid.rows[r][c];
    if (is_blank(row)) continue;
    if (cells.size() >= k_rows_most)
      return refuse(Code::too_large, Text("Lưới nhận nhiều nhất 200 dòng. Dán khối dài vào trang “Nhập”, nơi nhận cả tệp.",
                                          "The grid takes 200 rows at most. Paste long blocks on the page “Import”, which takes whole files."), "pasted");
    cells.push_back(std::move(row));
  }
  return true;
}

Html grid_table(const ImportVisit& v, const std::vector<const Field*>& fields, const Block& cells) {
  const Lang lang = v.lang();
  Html h(lang);
  h << "<div class=\"grid-w\"><table class=\"grid-t\" data-grid><caption class=\"vh\">"_h << Text("Lưới nhập", "Grid") << "</caption><thead><tr><th scope=\"col\"><span class=\"vh\">"_h << Text("Hàng", "Row")
    << "</span></th>"_h;
  for (const Field* f : fields) h << "<th scope=\"col\">"_h << f->label << (f->opt.required ? " *" : "") << "</th>"_h;
  h << "</tr></thead><tbody>"_h;
  for (std::size_t r = 0; r < cells.size(); ++r) {
    const std::string line = std::to_string(r + 1);
    h << "<tr><th scope=\"row\">"_h << line << "</th>"_h;
    for (std::size_t c = 0; c < fields.size(); ++c)
      h << "<td><input type=\"text\" autocomplete=\"off\" name=\"g-"_h << std::to_string(r) << "-"_h << std::to_string(c) << "\" value=\""_h << (c < cells[r].size() ? cells[r][c] : std::string()) << "\" aria-label=\""_h
        << Message("Hàng " + line + ", " + fields[c]->label.vi, "Row " + line + ", " + fields[c]->label.en) << "\"></td>"_h;
    h << "</tr>"_h;
  }
  return h << "</tbody></table></div>"_h;
}

web::Response grid_page(const ImportVisit& v, const std::vector<const Field*>& fields, Block cells, const Problem* problem, const std::string& block) {
  const Lang lang = v.lang();
  if (cells.empty()) cells.assign(k_rows_at_first, tables::Cells(fields.size()));
  Control paste;
  paste.type = "textarea";
  paste.name = "pasted";  // the one field whose tabs are kept
  paste.label = Text("Khối chép từ Excel", "Block copied from Excel");
  paste.hint = Text("Có dòng tên cột thì cột tự về đúng chỗ; không có thì theo thứ tự của lưới. Có thể dán thẳng vào một ô của lưới",
                    "With a row of names the columns find their places; without it they follow the grid. You may paste straight into a cell");
  paste.value = block;
  paste.width = "full";
  Html h(lang);
  h << "<div class=\"stack-16\">"_h << import_steps(lang, 0);
  if (problem) h << notice(lang, Tone::bad, "alert-triangle", Html(lang) << problem->message);
  h << "<form class=\"form card\" method=\"post\" action=\""_h << Url{v.base() + "/grid"} << "\">"_h << hidden("csrf", v.shell.csrf) << hidden("rows", std::to_string(cells.size()))
    << "<div class=\"ff\">"_h << button(lang, {.label = Text("Chạy thử", "Dry run"), .kind = "primary", .name = "act", .value = "check"})
    << button(lang, {.label = Text("Thêm 10 hàng", "10 more rows"), .icon = "plus", .name = "act", .value = "more"}) << "</div>"_h << grid_table(v, fields, cells)
    << form_section(lang, Text("Dán cả khối", "Paste a block"), control(lang, paste)) << "<div class=\"ff\">"_h
    << button(lang, {.label = Text("Rải khối vào lưới", "Spread it over the grid"), .icon = "table", .name = "act", .value = "spread"}) << "</div></form></div>"_h;
  PageHead head = import_head(v);
  head.title = {"Nhập " + v.d.plural.vi + " trên lưới", "Enter " + v.d.plural.en + " in a grid"};
  return respond(v.shell, head, h, problem ? 422 : 200);
}

}  // namespace

web::Response import_grid(const ImportVisit& v) { return grid_page(v, grid_fields(v.d, v.actor), {}, nullptr, {}); }

web::Response import_grid_act(const web::Request& r, const ImportVisit& v) {
  const auto fields = grid_fields(v.d, v.actor);
  Block cells = typed_cells(r, fields.size());
  const std::string act(r.form.get("act")), block(r.form.get("pasted"));
  // A block that was pasted and forgotten is meant too.
  if (act == "spread" || (act == "check" && !block.empty())) {
    if (const auto done = spread(v.d, fields, block, cells); !done) return grid_page(v, fields, std::move(cells), &done.error(), block);
    if (act == "spread") return grid_page(v, fields, std::move(cells), nullptr, {});
  }
  if (act == "more") {
    constexpr std::size_t k_more = 10;
    cells.resize(std::min(cells.size() + k_more, k_rows_most), tables::Cells(fields.size()));
    return grid_page(v, fields, std::move(cells), nullptr, block);
  }
  std::erase_if(cells, is_blank);
  if (cells.empty()) {
    const Problem nothing{Code::invalid, Text("Lưới còn trống. Gõ hoặc dán ít nhất một dòng.", "The grid is empty. Type or paste at least one row."), {}};
    return grid_page(v, fields, {}, &nothing, block);
  }
  std::vector<tables::Column> heads;
  ImportChoices choices;
  for (const Field* f : fields) {
    heads.push_back({f->label.in(v.lang()), tables::Kind::text, 0});
    choices.targets.push_back(f->name);
  }
  choices.header_line = 1;
  choices.keep_file = false;  // nobody else has this file: it proves nothing
  const ImportJob job = begin_import(v, std::string(Text("Lưới nhập", "Grid").in(v.lang())), tables::write_csv(heads, cells), choices);
  launch_import(v.c, v.d, v.actor, job, "check");
  return web::redirect(v.url(job));
}

}  // namespace nc::reg
