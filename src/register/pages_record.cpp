// The record page: what it is, its parts, evidence, related records, history, and what can be done with it.
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::reg {

namespace {

Message said(const web::Request& r, const Description& d) {
  const auto what = r.query.get("done");
  if (what == "created" || what == "saved") return {"Đã lưu " + d.singular.vi + ".", "Saved: " + d.singular.en + "."};
  if (what == "removed") return {"Đã bỏ " + d.singular.vi + " khỏi sổ.", "Removed: " + d.singular.en + "."};
  if (what == "undone") return Text("Đã hoàn tác.", "Undone.");
  if (what == "verb") return {std::string(r.query.get("say")), std::string(r.query.get("say"))};
  return {};
}

Html definition_list(const Context& c, const Description& d, const Cells& cells, Lang lang, const LinkTitles& titles) {
  Html h(lang);
  h << "<dl class=\"dl\">"_h;
  auto row = [&](const Field& f) {
    h << "<dt>"_h << f.label << "</dt><dd>"_h << value_html(c, d, f, cells, lang, titles) << "</dd>"_h;
  };
  for (const Field& f : d.fields)
    if (f.name != d.title_field && (!f.opt.long_text || !show(f, cells, lang, titles).empty())) row(f);
  for (const Field& f : Description::standard_fields())
    if (f.name == "org" || (f.name == "note" && !show(f, cells, lang).empty()) || f.name == "confidentiality") row(f);
  h << "</dl>"_h;
  return h;
}

/// Records that are part of this one, as a small table with add and edit.
Html parts_table(const Context& c, db::ReadDb& db, const Actor& actor, const Description& part, const Description& parent, std::int64_t id, Lang lang) {
  (void)parent;
  ListQuery q;
  q.filters = {{part.parent_field, std::to_string(id)}};
  q.limit = 100;
  auto page = list(db, part, actor, q);
  const auto titles = link_titles(db, *c.catalog, part, page.rows, lang);
  Html h(lang);
  h << "<section class=\"card mt\"><div class=\"ch\"><h2 class=\"grow\">"_h << part.plural << "</h2><a class=\"btn btn-s\" href=\""_h
    << Url{"/" + part.path + "/new?" + part.parent_field + "=" + std::to_string(id)} << "\">"_h << icon("plus", "s") << " "_h
    << Message("Thêm " + part.singular.vi, "Add " + part.singular.en) << "</a></div>"_h;
  if (page.rows.empty()) return h << "<p class=\"cb m2\">"_h << Text("Chưa có dòng nào.", "Nothing yet.") << "</p></section>"_h;
  h << "<div class=\"tb-wrap\"><table class=\"tb\"><thead><tr>"_h;
  for (const auto& name : part.list_fields)
    if (name != part.parent_field) h << "<th scope=\"col\">"_h << part.find(name)->label << "</th>"_h;
  h << "<th><span class=\"visually-hidden\">"_h << Text("Sửa", "Edit") << "</span></th></tr></thead><tbody>"_h;
  for (const Cells& row : page.rows) {
    h << "<tr>"_h;
    for (const auto& name : part.list_fields) {
      if (name == part.parent_field) continue;
      const Field& f = *part.find(name);
      h << "<td data-label=\""_h << f.label << "\">"_h << value_html(c, part, f, row, lang, titles);
      if (name == part.list_fields.front() && db::as_int(row[k_illustrative])) h << " "_h << illustrative_mark(lang);
      h << "</td>"_h;
    }
    h << "<td class=\"num\"><a href=\""_h << Url{record_url(part, db::as_int(row[k_id]))} << "\" aria-label=\""_h
      << Message("Mở " + db::as_text(row[k_code]), "Open " + db::as_text(row[k_code])) << "\">"_h << icon("chevron-right", "s") << "</a></td></tr>"_h;
  }
  return h << "</tbody></table></div></section>"_h;
}

Html small_history(const Context& c, db::ReadDb& db, const Description& d, std::int64_t id, Lang lang) {
  Html h(lang);
  h << "<section class=\"card mt\"><div class=\"ch\"><h2 class=\"grow\">"_h << Text("Diễn biến", "History") << "</h2><a class=\"more\" href=\""_h
    << Url{record_url(d, id) + "/history"} << "\">"_h << Text("Mọi lần sửa", "All changes") << "</a></div><div class=\"cb\">"_h;
  std::vector<TimelineItem> items;
  for (const auto& change : ledger::history(db, d.name, id, 5)) {
    Html what(lang);
    what << action_label(change.action);
    if (!change.reason.empty()) what << ": "_h << change.reason;
    if (change.action != "create" && change.action != "import") what << change_lines(c, d, change, lang);
    items.push_back({format_instant(change.at, lang), change.actor_name, std::move(what), items.empty()});
  }
  return h << timeline(lang, items) << "</div></section>"_h;
}

Html actions(const Context& c, const Actor& actor, const Shell& shell, const Description& d, std::int64_t id, const Cells& cells) {
  (void)c;
  Html h(shell.lang);
  for (const Verb& v : d.verbs) {
    if (v.offered && !v.offered(actor, cells)) continue;
    h << "<form method=\"post\" action=\""_h << Url{record_url(d, id) + "/" + v.name} << "\"><input type=\"hidden\" name=\"csrf\" value=\""_h
      << shell.csrf << "\"><button class=\"btn\" type=\"submit\">"_h << icon(v.icon) << v.label << "</button></form>"_h;
  }
  if (!actor.may(Function::enter)) return h;
  h << "<a class=\"btn btn-primary\" data-key=\"edit\" href=\""_h << Url{record_url(d, id) + "/edit"} << "\">"_h << icon("pencil")
    << Text("Sửa", "Edit") << " <kbd>E</kbd></a>"_h;
  h << "<details class=\"menu\"><summary class=\"btn\" aria-label=\""_h << Text("Việc khác", "More") << "\">"_h << icon("dots")
    << "</summary><div class=\"menu-pop\"><a href=\""_h << Url{record_url(d, id) + "/history"} << "\">"_h << icon("history") << Text("Lịch sử sửa đổi", "History of changes")
    << "</a><a href=\""_h << Url{record_url(d, id) + "?format=json"} << "\">"_h << icon("code") << Text("Dữ liệu JSON", "JSON data") << "</a>"_h
    << "<form method=\"post\" action=\""_h << Url{record_url(d, id) + "/delete"} << "\"><input type=\"hidden\" name=\"csrf\" value=\""_h << shell.csrf
    << "\"><input type=\"hidden\" name=\"version\" value=\""_h << db::as_int(cells[k_version]) << "\"><label class=\"lab\">"_h
    << Text("Lý do bỏ khỏi sổ", "Reason for removing") << "<input class=\"inp\" name=\"reason\" maxlength=\"300\"></label><button class=\"btn btn-danger-o\" type=\"submit\">"_h
    << icon("trash") << Text("Bỏ khỏi sổ", "Remove") << "</button></form></div></details>"_h;
  return h;
}

Html heading_badges(const Description& d, const Cells& cells, Lang lang) {
  Html h(lang);
  for (const char* name : {"kind", "status"}) {
    const Field* f = d.find(name);
    if (!f || f->kind != Kind::choice || f->name == d.title_field) continue;
    const std::string label = show(*f, cells, lang);
    if (!label.empty()) h << badge(lang, Message(label, label), std::string_view(name) == "status" ? Tone::info : Tone::neutral) << " "_h;
  }
  if (db::as_int(cells[k_illustrative])) h << illustrative_mark(lang);
  return h;
}

}  // namespace

web::Response record_page(const Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell,
                          const Description& d, std::int64_t id) {
  auto loaded = load(db, d, actor, id);
  if (!loaded) return problem_page(shell, loaded.error());
  const Cells& cells = *loaded;
  const Lang lang = shell.lang;
  if (r.query.get("format") == "json") return web::json(to_json(d, cells, link_codes(db, *c.catalog, d, {cells})));
  const auto titles = link_titles(db, *c.catalog, d, {cells}, lang);
  const PanelContext panel{db, actor, d, id, cells, lang, shell.csrf};
  if (auto message = said(r, d); !message.empty()) {
    shell.toast = message.in(lang);
    if (auto change = parse_int(r.query.get("change")); change && *change > 0) shell.toast_undo = record_url(d, id) + "/undo?change=" + std::to_string(*change);
  }
  const std::string title = d.title_of(cells, lang), code = db::as_text(cells[k_code]);
  PageHead head;
  head.title = Message(title, title);
  head.crumbs = {{d.plural, list_url(d)}, {Message(code, code), record_url(d, id)}};
  head.beside = heading_badges(d, cells, lang);
  head.actions = actions(c, actor, shell, d, id, cells);
  auto draw = [&](Html& h, PanelPlace place) {
    for (const auto& [where, draw_panel] : d.panels)
      if (where == place) h << draw_panel(panel);
    for (const auto& [where, draw_panel] : c.panels_everywhere)
      if (where == place) h << draw_panel(panel);
  };
  Html h(lang);
  draw(h, PanelPlace::top);
  h << "<div class=\"record\"><div class=\"record-main\">"_h;
  draw(h, PanelPlace::main);
  h << "<section class=\"card\"><div class=\"ch\"><h2 class=\"grow\">"_h << Text("Thông tin chính", "Main facts") << "</h2></div><div class=\"cb\">"_h
    << definition_list(c, d, cells, lang, titles) << "</div></section>"_h;
  for (const Description* part : c.catalog->parts_of(d.name)) h << parts_table(c, db, actor, *part, d, id, lang);
  h << "</div><aside class=\"record-side\">"_h;
  draw(h, PanelPlace::side);
  h << small_history(c, db, d, id, lang) << "</aside></div>"_h;
  return respond(shell, head, h);
}

web::Response history_page(const Context& c, db::ReadDb& db, const Actor& actor, const Shell& shell, const Description& d, std::int64_t id) {
  auto cells = load(db, d, actor, id);
  if (!cells) return problem_page(shell, cells.error());
  const Lang lang = shell.lang;
  const std::string title = d.title_of(*cells, lang), code = db::as_text((*cells)[k_code]);
  PageHead head{Message("Lịch sử: " + title, "History: " + title), {{d.plural, list_url(d)}, {Message(code, code), record_url(d, id)}}};
  Html h(lang);
  h << "<div class=\"card\"><div class=\"tb-wrap\"><table class=\"tb\"><thead><tr><th scope=\"col\">"_h << Text("Lúc", "When") << "</th><th scope=\"col\">"_h
    << Text("Ai", "Who") << "</th><th scope=\"col\">"_h << Text("Việc", "Act") << "</th><th scope=\"col\">"_h << Text("Trước và sau", "Before and after")
    << "</th><th scope=\"col\"><span class=\"visually-hidden\">"_h << Text("Hoàn tác", "Undo") << "</span></th></tr></thead><tbody>"_h;
  for (const auto& change : ledger::history(db, d.name, id)) {
    h << "<tr><td class=\"nw\">"_h << format_instant(change.at, lang) << "</td><td>"_h << change.actor_name << "</td><td>"_h << action_label(change.action);
    if (!change.reason.empty()) h << "<span class=\"tsub\">"_h << change.reason << "</span>"_h;
    h << "</td><td>"_h << change_lines(c, d, change, lang) << "</td><td class=\"num\">"_h;
    if (actor.may(Function::enter) && change.action != "undo")
      h << "<form method=\"post\" action=\""_h << Url{record_url(d, id) + "/undo"} << "\"><input type=\"hidden\" name=\"csrf\" value=\""_h << shell.csrf
        << "\"><input type=\"hidden\" name=\"change\" value=\""_h << change.seq << "\"><button class=\"btn btn-s\" type=\"submit\">"_h
        << Text("Hoàn tác", "Undo") << "</button></form>"_h;
    h << "</td></tr>"_h;
  }
  h << "</tbody></table></div></div>"_h;
  return respond(shell, head, h);
}

}  // namespace nc::reg
