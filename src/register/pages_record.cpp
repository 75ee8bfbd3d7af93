// The record page: what it is, its parts, evidence, related records, history, and what can be done with it.
#include <algorithm>

#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::reg {

namespace {

Message said(const web::Request& r, const Description& d) {
  const auto what = r.query.get("done");
  if (what == "created" || what == "saved") return {"Đã lưu " + d.singular.vi + ".", capital(d.singular.en) + " saved."};
  if (what == "removed") return {"Đã bỏ " + d.singular.vi + " khỏi sổ.", capital(d.singular.en) + " removed."};
  if (what == "undone") return Text("Đã hoàn tác.", "Undone.");
  if (what == "verb") return {std::string(r.query.get("say")), std::string(r.query.get("say"))};
  return {};
}

struct RecordView {
  const Context& c;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  const Description& d;
  std::int64_t id;
  const Cells& cells;
  const LinkTitles& titles;
  Lang lang;
};

bool filled(const RecordView& x, const Field& f) {
  if (f.kind == Kind::boolean) return db::as_int(x.cells[static_cast<std::size_t>(f.first)]) != 0;
  return !show(f, x.cells, x.lang, x.titles).empty();
}

Html one_value(const RecordView& x, const Field& f) {
  if (f.kind == Kind::choice && f.name != x.d.country_field && f.name != "country") return Html(x.lang) << capital(show(f, x.cells, x.lang, x.titles));
  return value_html(x.c, x.d, f, x.cells, x.lang, x.titles);
}

/// "Chưa điền: Kinh phí, Kết quả": one line instead of a row for each empty field.
Html empty_fields(const RecordView& x, const std::vector<const Field*>& empty) {
  Html h(x.lang);
  if (empty.empty()) return h;
  std::string names;
  for (const Field* f : empty) names += (names.empty() ? "" : ", ") + std::string(f->label.in(x.lang));
  return h << "<p class=\"unfilled\">"_h << Text("Chưa điền:", "Not filled in:") << " "_h << names << "</p>"_h;
}

/// All that was filled in, in the sections of the form.
Html facts_card(const RecordView& x) {
  Html body(x.lang);
  std::vector<Entry> entries;
  std::vector<const Field*> empty;
  Message heading;
  int sections = 0;
  auto flush = [&] {
    if (entries.empty()) return;
    if (sections++ > 0 && !heading.empty()) body << "<h3>"_h << heading << "</h3>"_h;
    body << definition_list(x.lang, entries);
    entries.clear();
  };
  for (const Field& f : x.d.fields) {
    if (f.opt.section) {
      flush();
      heading = *f.opt.section;
    }
    if (f.name == x.d.title_field || (x.c.drawn_elsewhere && x.c.drawn_elsewhere(x.d, f))) continue;
    if (filled(x, f)) entries.push_back({f.label, one_value(x, f)});
    else if (!f.opt.read_only && f.kind != Kind::boolean) empty.push_back(&f);
  }
  flush();
  heading = Text("Nơi giữ sổ", "Keeping");
  for (const Field& f : Description::standard_fields())
    if (f.name == "org" || f.name == "confidentiality" || (f.name == "note" && filled(x, f))) entries.push_back({f.label, one_value(x, f)});
  flush();
  Html edit(x.lang);
  if (x.actor.may(Function::enter)) edit << more_link(x.lang, Text("Sửa", "Edit"), record_url(x.d, x.id) + "/edit");
  return card(x.lang, {.title = Text("Thông tin chính", "Main facts"), .head_end = edit, .body = Html(x.lang) << "<div class=\"rec-facts\">"_h << body << "</div>"_h << empty_fields(x, empty)});
}

bool numeric(const Field& f) { return f.kind == Kind::count || f.kind == Kind::money || f.kind == Kind::integer || f.kind == Kind::decimal; }

/// Records that are part of this one, as a small table with add and edit.
Html parts_table(const RecordView& x, const Description& part) {
  ListQuery q;
  q.filters = {{part.parent_field, std::to_string(x.id)}};
  q.limit = 100;
  const auto page = list(x.db, part, x.actor, q);
  const auto titles = link_titles(x.db, *x.c.catalog, part, page.rows, x.lang, true);
  Card c;
  c.title = part.plural;
  if (x.actor.may(Function::enter))
    c.head_end = button(x.lang, {.label = Message("Thêm " + part.singular.vi, "Add " + part.singular.en), .icon = "plus",
                                 .href = "/" + part.path + "/new?" + part.parent_field + "=" + std::to_string(x.id), .small = true});
  if (page.rows.empty()) {
    c.body = Html(x.lang) << "<p class=\"m2\">"_h << Text("Chưa có dòng nào.", "Nothing yet.") << "</p>"_h;
    return card(x.lang, c);
  }
  std::vector<const Field*> fields;
  for (const auto& name : part.list_fields)
    if (const Field* f = part.find(name); f && name != part.parent_field) {
      const bool any = std::any_of(page.rows.begin(), page.rows.end(), [&](const Cells& row) { return !show(*f, row, x.lang, titles).empty(); });
      if (any || f->name == part.title_field) fields.push_back(f);
    }
  Table t;
  t.caption = part.plural;
  for (const Field* f : fields) t.columns.push_back({.label = f->label, .number = numeric(*f), .key = f->name == part.title_field});
  for (const Cells& cells : page.rows) {
    Row row;
    row.illustrative = db::as_int(cells[k_illustrative]) != 0;
    const std::string url = record_url(part, db::as_int(cells[k_id]));
    for (const Field* f : fields) {
      const std::string shown = show(*f, cells, x.lang, titles);
      if (f->name == part.title_field) row.cells.emplace_back(title_cell(url, capital(shown.empty() ? db::as_text(cells[k_code]) : shown)));
      else if (shown.empty()) row.cells.emplace_back(Html(x.lang) << "<span class=\"none\">–</span>"_h);
      else row.cells.emplace_back(f->kind == Kind::choice ? Html(x.lang) << capital(shown) : value_html(x.c, part, *f, cells, x.lang, titles));
    }
    t.rows.push_back(std::move(row));
  }
  c.flush = true;
  c.body = table(x.lang, t);
  return card(x.lang, c);
}

/// Asks for a reason and removes the record.
Html remove_form(const RecordView& x) {
  Control reason;
  reason.name = "reason";
  reason.label = Text("Lý do", "Reason");
  reason.required = true;
  reason.max_length = 300;
  reason.width = "full";
  return Html(x.lang) << "<form method=\"post\" class=\"menu-f\" action=\""_h << Url{record_url(x.d, x.id) + "/delete"} << "\">"_h << hidden("csrf", x.shell.csrf)
                      << hidden("version", std::to_string(db::as_int(x.cells[k_version]))) << control(x.lang, reason)
                      << button(x.lang, {.label = Text("Bỏ khỏi sổ", "Remove"), .icon = "trash", .kind = "danger", .small = true}) << "</form>"_h;
}

Html actions(const RecordView& x) {
  Html h(x.lang);
  for (const Verb& v : x.d.verbs) {
    if (v.offered && !v.offered(x.actor, x.cells)) continue;
    h << "<form method=\"post\" action=\""_h << Url{record_url(x.d, x.id) + "/" + v.name} << "\">"_h << hidden("csrf", x.shell.csrf)
      << button(x.lang, {.label = v.label, .icon = v.icon}) << "</form>"_h;
  }
  const bool writes = x.actor.may(Function::enter);
  if (writes) h << button(x.lang, {.label = Text("Sửa", "Edit"), .icon = "pencil", .href = record_url(x.d, x.id) + "/edit", .kind = "primary", .key = "E"});
  std::vector<MenuItem> more{{.label = Text("Lịch sử sửa đổi", "History of changes"), .icon = "history", .href = record_url(x.d, x.id) + "/history"},
                             {.label = Text("Dữ liệu JSON", "JSON data"), .icon = "code", .href = record_url(x.d, x.id) + "?format=json"}};
  if (writes) more.push_back({.form = remove_form(x)});
  return h << menu(x.lang, {.label = Text("Việc khác", "More"), .icon = "dots", .icon_only = true}, more);
}

Html heading_badges(const RecordView& x) {
  Html h(x.lang);
  for (const char* name : {"direction", "kind", "status"}) {
    const Field* f = x.d.find(name);
    if (!f || f->kind != Kind::choice || f->name == x.d.title_field) continue;
    const std::string label = capital(show(*f, x.cells, x.lang)), code = db::as_text(x.cells[static_cast<std::size_t>(f->first)]);
    if (label.empty()) continue;
    if (f->opt.arrows) h << direction_tile(x.lang, code == "in" ? Direction::in : Direction::out) << " "_h;
    h << badge(x.lang, Message(label, label), std::string_view(name) == "status" ? status_tone(code) : Tone::neutral) << " "_h;
  }
  if (db::as_int(x.cells[k_illustrative])) h << illustrative_mark(x.lang);
  return h;
}

Html body_of(const RecordView& x) {
  const PanelContext panel{x.db, x.actor, x.d, x.id, x.cells, x.lang, x.shell.csrf, x.shell.period_code};
  Html h(x.lang);
  auto draw = [&](PanelPlace place) {
    for (const auto& [where, draw_panel] : x.d.panels)
      if (where == place) h << draw_panel(panel);
    for (const auto& [where, draw_panel] : x.c.panels_everywhere)
      if (where == place) h << draw_panel(panel);
  };
  draw(PanelPlace::top);
  h << "<div class=\"record\"><div class=\"record-main\">"_h;
  draw(PanelPlace::main);
  h << facts_card(x);
  for (const Description* part : x.c.catalog->parts_of(x.d.name)) if (!part->in_nav) h << parts_table(x, *part);  // those in the navigation are drawn by a panel of their module
  h << "</div><aside class=\"record-side\" aria-label=\""_h << Text("Chứng cứ, liên quan, diễn biến", "Evidence, related, history") << "\">"_h;
  draw(PanelPlace::side);
  return h << "</aside></div>"_h;
}

}  // namespace

web::Response record_page(const Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell,
                          const Description& d, std::int64_t id) {
  auto loaded = load(db, d, actor, id);
  if (!loaded) return problem_page(shell, loaded.error());
  const Cells& cells = *loaded;
  if (r.query.get("format") == "json") return web::json(to_json(d, cells, link_codes(db, *c.catalog, d, {cells})));
  const auto titles = link_titles(db, *c.catalog, d, {cells}, shell.lang);
  if (auto message = said(r, d); !message.empty()) {
    shell.toast = message.in(shell.lang);
    if (auto change = parse_int(r.query.get("change")); change && *change > 0) shell.toast_undo = record_url(d, id) + "/undo?change=" + std::to_string(*change);
  }
  const RecordView x{c, db, actor, shell, d, id, cells, titles, shell.lang};
  const std::string title = capital(d.title_of(cells, shell.lang)), code = db::as_text(cells[k_code]);
  PageHead head;
  head.title = Message(title, title);
  head.crumbs = {{d.plural, list_url(d)}, {Message(code, code), record_url(d, id)}};
  head.beside = heading_badges(x);
  if (c.head_line) head.sub = c.head_line({db, actor, d, id, cells, shell.lang, shell.csrf});
  head.actions = actions(x);
  return respond(shell, head, body_of(x));
}

}  // namespace nc::reg
