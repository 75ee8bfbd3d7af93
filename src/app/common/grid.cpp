// Parts of a record edited together: drawn from the register's description, saved by its own pipeline.
#include "app/common/grid.h"

#include <algorithm>

#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

using reg::Cells;
using reg::Field;

constexpr std::size_t k_list_at_most = 40;  ///< longer lists of choices are typed, with a shared list of suggestions
constexpr int k_lines_at_most = 300;

struct Line {
  std::int64_t id = 0;
  Cells cells;                              ///< as kept; presets for a new one
  std::vector<std::string> typed;           ///< by field of the grid, as they stand in the boxes
  Problems problems;
  bool remove = false;
};

struct Sheet {
  const reg::Context& c;
  const Grid& grid;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  const reg::Description& parent;
  std::int64_t id;
  std::string parent_title;
  std::int64_t next = 1;  ///< number of the first new line, in a grid that counts: carried in the form, so that it stays what it was
};

const Field& field(const Grid& grid, std::size_t i) { return *grid.what->find(grid.fields[i].first); }
bool suggests(const Field& f) { return f.opt.options && f.opt.options->all().size() > k_list_at_most; }

std::string box_text(const Field& f, const Cells& cells, Lang lang) {
  if (f.kind == reg::Kind::choice && !suggests(f)) return db::as_text(cells[static_cast<std::size_t>(f.first)]);
  if (f.kind == reg::Kind::boolean) return db::as_int(cells[static_cast<std::size_t>(f.first)]) != 0 ? "1" : "";
  if (f.kind == reg::Kind::date) {
    const auto day = Date::from_iso(db::as_text(cells[static_cast<std::size_t>(f.first)]));
    return day ? format_date(*day, lang) : std::string();
  }
  return reg::show(f, cells, lang);
}

Line line_of(const Sheet& s, Cells cells) {
  Line line;
  line.id = db::as_int(cells[reg::k_id]);
  line.cells = std::move(cells);
  for (std::size_t i = 0; i < s.grid.fields.size(); ++i) line.typed.push_back(box_text(field(s.grid, i), line.cells, s.shell.lang));
  return line;
}

/// The n-th new line of the form, from 0.
Line new_line(const Sheet& s, const Cells& parent_cells, std::int64_t n) {
  web::Fields given;
  Cells cells = reg::new_cells(s.c, s.db, s.actor, *s.grid.what, given);
  if (!s.grid.counts.empty()) cells[static_cast<std::size_t>(s.grid.what->column(s.grid.counts))] = s.next + n;
  Line line = line_of(s, std::move(cells));
  line.cells[static_cast<std::size_t>(s.grid.what->column(s.grid.what->parent_field))] = s.id;
  line.cells[reg::k_org] = parent_cells[reg::k_org];
  line.cells[reg::k_confidentiality] = parent_cells[reg::k_confidentiality];
  return line;
}

std::vector<Line> kept_lines(const Sheet& s) {
  reg::ListQuery q;
  q.filters = {{s.grid.what->parent_field, std::to_string(s.id)}};
  q.limit = k_lines_at_most;
  std::vector<Line> out;
  // As an export is read: a grid shows personal fields that lists leave out, so its reading is noted.
  reg::each(s.db, *s.grid.what, s.actor, q, [&](const Cells& cells) {
    out.push_back(line_of(s, cells));
    return out.size() < static_cast<std::size_t>(k_lines_at_most);
  });
  std::sort(out.begin(), out.end(), [&](const Line& a, const Line& b) {
    for (const std::string& column : s.grid.order) {
      const auto at = static_cast<std::size_t>(s.grid.what->column(column));
      if (const std::string x = db::as_text(a.cells[at]), y = db::as_text(b.cells[at]); x != y) return x < y;
    }
    return a.id < b.id;
  });
  return out;
}

std::int64_t next_number(const Sheet& s, const std::vector<Line>& kept) {
  std::int64_t highest = 0;
  if (!s.grid.counts.empty())
    for (const Line& line : kept) highest = std::max(highest, db::as_int(line.cells[static_cast<std::size_t>(s.grid.what->column(s.grid.counts))]));
  return highest + 1;
}

std::string name_of(std::size_t row, const std::string& field_name) { return "r" + std::to_string(row) + "." + field_name; }

// ---- drawing ---------------------------------------------------------------------------------------------

std::string error_of(const Line& line, const std::string& field_name, Lang lang) {
  for (const Problem& p : line.problems)
    if (p.field == field_name) return p.message.in(lang);
  return {};
}

void box(Html& h, const Sheet& s, const Field& f, const std::string& name, const std::string& value, bool wrong) {
  const Lang lang = s.shell.lang;
  const auto common = [&] {
    h << " id=\"f-"_h << name << "\" name=\""_h << name << "\""_h;
    if (wrong) h << " aria-invalid=\"true\" aria-describedby=\"e-"_h << name << "\""_h;
  };
  if (f.kind == reg::Kind::boolean) {
    h << "<span class=\"gr-c\"><input class=\"form-check-input\" type=\"checkbox\" value=\"1\""_h;
    common();
    h << (value == "1" ? " checked"_h : ""_h) << "></span>"_h;
  } else if (f.kind == reg::Kind::choice && !suggests(f)) {
    h << "<span class=\"inp sel\"><select"_h;
    common();
    h << "><option value=\"\"></option>"_h;
    for (const Option& o : f.opt.options->all()) h << "<option value=\""_h << o.code << "\""_h << (o.code == value ? " selected"_h : ""_h) << ">"_h << capital(o.label.in(lang)) << "</option>"_h;
    h << "</select>"_h << icon("selector", "s") << "</span>"_h;
  } else if (f.kind == reg::Kind::long_text) {
    h << "<textarea rows=\"3\" class=\"inp"_h << (wrong ? " bad" : "") << "\""_h;
    common();
    h << ">"_h << value << "</textarea>"_h;
  } else {
    h << "<span class=\"inp"_h << (wrong ? " bad" : "") << "\"><input type=\"text\" autocomplete=\"off\""_h;
    common();
    if (suggests(f)) h << " list=\"l-"_h << f.name << "\""_h;
    if (f.opt.max > 0) h << " maxlength=\""_h << f.opt.max << "\""_h;
    h << " value=\""_h << value << "\"></span>"_h;
  }
}

void one_line(Html& h, const Sheet& s, const Line& line, std::size_t row) {
  const Lang lang = s.shell.lang;
  h << "<fieldset class=\"gr-l"_h << (line.id ? "" : " new") << "\"><legend class=\"vh\">"_h << Message("Dòng " + std::to_string(row + 1), "Line " + std::to_string(row + 1)) << "</legend>"_h
    << hidden(name_of(row, "id"), std::to_string(line.id)) << hidden(name_of(row, "version"), std::to_string(db::as_int(line.cells[reg::k_version])));
  for (std::size_t i = 0; i < s.grid.fields.size(); ++i) {
    const Field& f = field(s.grid, i);
    const std::string name = name_of(row, f.name), wrong = error_of(line, f.name, lang);
    h << "<div class=\"gr-f g"_h << s.grid.fields[i].second << "\"><label for=\"f-"_h << name << "\">"_h << f.label << "</label>"_h;
    box(h, s, f, name, line.typed[i], !wrong.empty());
    if (!wrong.empty()) h << "<p class=\"err\" id=\"e-"_h << name << "\">"_h << wrong << "</p>"_h;
    h << "</div>"_h;
  }
  if (line.id)
    h << "<label class=\"gr-x\"><input class=\"form-check-input\" type=\"checkbox\" name=\""_h << name_of(row, "remove") << "\" value=\"1\""_h << (line.remove ? " checked"_h : ""_h) << "> "_h
      << Text("Bỏ dòng này", "Remove this line") << "</label>"_h;
  for (const Problem& p : line.problems)
    if (std::none_of(s.grid.fields.begin(), s.grid.fields.end(), [&](const auto& f) { return f.first == p.field; })) h << "<p class=\"err\">"_h << p.message << "</p>"_h;
  h << "</fieldset>"_h;
}

web::Response draw(const Sheet& s, const std::vector<Line>& lines, int status) {
  const Lang lang = s.shell.lang;
  const std::string back = "/" + s.parent.path + "/" + std::to_string(s.id);
  std::vector<std::pair<std::string, std::string>> wrong;
  for (std::size_t row = 0; row < lines.size(); ++row)
    for (const Problem& p : lines[row].problems) {
      const std::string line = Message("Dòng " + std::to_string(row + 1) + ": ", "Line " + std::to_string(row + 1) + ": ").in(lang);
      wrong.emplace_back(name_of(row, p.field), line + p.message.in(lang));
    }
  Html h(lang);
  if (!wrong.empty()) h << error_summary(lang, wrong);
  h << "<form class=\"card gr\" method=\"post\" novalidate action=\""_h << Url{back + "/" + s.grid.name} << "\">"_h << hidden("csrf", s.shell.csrf) << hidden("lines", std::to_string(lines.size())) << hidden("next", std::to_string(s.next));
  for (std::size_t i = 0; i < s.grid.fields.size(); ++i)
    if (const Field& f = field(s.grid, i); suggests(f)) {
      h << "<datalist id=\"l-"_h << f.name << "\">"_h;
      for (const Option& o : f.opt.options->all()) h << "<option value=\""_h << o.label << "\">"_h;
      h << "</datalist>"_h;
    }
  for (std::size_t row = 0; row < lines.size(); ++row) one_line(h, s, lines[row], row);
  h << "<div class=\"ff\">"_h << button(lang, {.label = Text("Lưu tất cả", "Save all"), .kind = "primary", .key = "Ctrl ↵"})
    << button(lang, {.label = Text("Lưu và thêm dòng", "Save and add lines"), .name = "again", .value = "1"}) << "<span class=\"grow\"></span>"_h
    << button(lang, {.label = Text("Quay lại", "Back"), .href = back, .kind = "ghost"}) << "</div></form>"_h;
  PageHead head;
  head.title = s.grid.title;
  head.crumbs = {{s.parent.plural, "/" + s.parent.path}, {Message(s.parent_title, s.parent_title), back}};
  head.sub = Html(lang) << s.grid.hint;
  return reg::respond(s.shell, head, h, status);
}

// ---- reading and saving ----------------------------------------------------------------------------------

/// Puts what was typed into the cells of the line; false when a new line is empty.
bool read_line(const Sheet& s, Line& line, const Line* above) {
  bool any = false;
  for (std::size_t i = 0; i < s.grid.fields.size(); ++i) any = any || !line.typed[i].empty();
  if (!any) return false;
  for (std::size_t i = 0; i < s.grid.fields.size(); ++i) {
    const Field& f = field(s.grid, i);
    const bool carries = std::find(s.grid.carry.begin(), s.grid.carry.end(), f.name) != s.grid.carry.end();
    const bool sound = above && std::ranges::none_of(above->problems, [&](const Problem& p) { return p.field == f.name; });
    if (line.id == 0 && line.typed[i].empty() && carries && sound) line.typed[i] = above->typed[i];  // a refused value is not copied
    if (line.typed[i] == box_text(f, line.cells, s.shell.lang)) continue;
    const std::string value = f.kind == reg::Kind::boolean && line.typed[i].empty() ? "0" : line.typed[i];
    if (auto message = reg::set_text(s.db, *s.c.catalog, s.actor, f, value, line.cells)) line.problems.push_back({Code::invalid, *message, f.name});
  }
  return true;
}

void keep_line(const Sheet& s, db::Tx& tx, Line& line, const Cells& was, const Line* above, std::int64_t version) {
  const reg::Description& d = *s.grid.what;
  const bool filled = read_line(s, line, above);
  if (line.id != 0 && (line.remove || !filled)) {
    const auto removed = reg::remove(tx, *s.c.catalog, d, s.actor, line.id, version, std::string(Text("Bỏ ở bảng", "Removed in the grid").in(Lang::vi)));
    if (!removed) line.problems.push_back(removed.error());
    return;
  }
  if (!filled || !line.problems.empty() || line.cells == was) return;
  line.cells[reg::k_version] = version;
  if (auto saved = reg::save(tx, *s.c.catalog, d, s.actor, line.cells); !saved) line.problems = saved.error();
}

web::Response save_all(const Sheet& s, db::Tx& tx, const web::Request& r, const Cells& parent_cells) {
  std::map<std::int64_t, Line> kept;
  for (Line& line : kept_lines(s)) kept.emplace(line.id, std::move(line));
  std::vector<Line> lines;
  const auto n = std::min<std::int64_t>(parse_int(r.form.get("lines")).value_or(0), k_lines_at_most + s.grid.spare);
  std::int64_t fresh = 0;
  bool good = true;
  for (std::size_t row = 0; row < static_cast<std::size_t>(std::max<std::int64_t>(n, 0)); ++row) {
    const auto id = parse_int(r.form.get(name_of(row, "id"))).value_or(0);
    const auto known = kept.find(id);
    if (id != 0 && known == kept.end()) continue;  // removed by somebody else meanwhile
    Line line = id != 0 ? std::move(known->second) : new_line(s, parent_cells, fresh++);
    const Cells was = line.cells;
    for (std::size_t i = 0; i < s.grid.fields.size(); ++i) line.typed[i] = std::string(r.form.get(name_of(row, s.grid.fields[i].first)));
    line.remove = r.form.get(name_of(row, "remove")) == "1";
    const Line* above = lines.empty() ? nullptr : &lines.back();
    keep_line(s, tx, line, was, above, parse_int(r.form.get(name_of(row, "version"))).value_or(0));
    good = good && line.problems.empty();
    lines.push_back(std::move(line));
  }
  if (!good) return draw(s, lines, 422);
  const std::string back = "/" + s.parent.path + "/" + std::to_string(s.id);
  return web::redirect(r.form.has("again") ? back + "/" + s.grid.name + "?done=saved" : back + "?done=saved");
}

}  // namespace

void add_grid_pages(web::Router& router, const reg::Context& c, const Grid& grid) {
  const reg::Description& parent = *c.catalog->find(grid.what->find(grid.what->parent_field)->opt.link);
  const std::string address = "/" + parent.path + "/{id}/" + grid.name;
  router.get(address, web::person("enter").of(parent.name), reg::page_handler(c, [&c, grid, &parent](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& shell) {
    const auto cells = reg::load(db, parent, a, reg::id_of(r));
    if (!cells) return reg::problem_page(shell, cells.error());
    if (r.query.get("done") == "saved") shell.toast = Text("Đã lưu.", "Saved.").in(shell.lang);
    Sheet s{c, grid, db, a, shell, parent, reg::id_of(r), capital(parent.title_of(*cells, shell.lang))};
    std::vector<Line> lines = kept_lines(s);
    s.next = next_number(s, lines);
    for (int i = 0; i < grid.spare; ++i) lines.push_back(new_line(s, *cells, i));
    return draw(s, lines, 200);
  }));
  router.post(address, web::person("enter").of(parent.name), reg::act_handler(c, [&c, grid, &parent](const web::Request& r, db::Tx& tx, const Actor& a, Shell& shell) {
    const auto cells = reg::load(tx, parent, a, reg::id_of(r));
    if (!cells) return reg::problem_page(shell, cells.error());
    return save_all({c, grid, tx, a, shell, parent, reg::id_of(r), capital(parent.title_of(*cells, shell.lang)), parse_int(r.form.get("next")).value_or(1)}, tx, r, *cells);
  }));
}

}  // namespace nc::app
