// History of records on screen: who changed what, when, from what; comparing, going back, taking back, the trash.
#include "flow/history.h"

#include <boost/json.hpp>

#include <algorithm>

#include "base/words.h"
#include "flow/comment.h"
#include "flow/pages.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::flow {

namespace {

/// Column values of a change, put into an empty record so that the field can show them.
reg::Cells cells_of(const reg::Description& d, const boost::json::object& values) {
  reg::Cells cells(d.columns().size());
  for (const auto& [key, value] : values) {
    const int at = d.column(std::string_view(key.data(), key.size()));
    if (at < 0) continue;
    auto& cell = cells[static_cast<std::size_t>(at)];
    if (value.is_int64()) cell = value.get_int64();
    else if (value.is_double()) cell = value.get_double();
    else if (value.is_string()) cell = std::string(value.get_string());
  }
  return cells;
}

boost::json::object object_of(const std::string& text) {
  boost::system::error_code error;
  auto value = boost::json::parse(text, error);
  return !error && value.is_object() ? value.get_object() : boost::json::object{};
}

bool touches(const reg::Field& f, const boost::json::object& values) {
  for (const auto& column : f.column_names())
    if (values.contains(column)) return true;
  return false;
}


std::vector<const reg::Field*> all_fields(const reg::Description& d) {
  std::vector<const reg::Field*> out;
  for (const reg::Field& f : d.fields) out.push_back(&f);
  for (const reg::Field& f : reg::Description::standard_fields()) out.push_back(&f);
  return out;
}

bool touches_field(const reg::Field& f, const ledger::Change& change) {
  return touches(f, object_of(change.before)) || touches(f, object_of(change.after));
}

struct HistoryView {
  const reg::Context& c;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  const reg::Description& d;
  std::int64_t id;
  reg::Cells cells;
  Lang lang;
  std::string url() const { return reg::record_url(d, id); }
  std::string version() const { return std::to_string(db::as_int(cells[reg::k_version])); }
};

PageHead head_of(const HistoryView& x, const Message& what) {
  const std::string title = capital(x.d.title_of(x.cells, x.lang)), code = db::as_text(x.cells[reg::k_code]);
  return {Message(what.vi + ": " + title, what.en + ": " + title), {{x.d.plural, reg::list_url(x.d)}, {Message(code, code), x.url()}}};
}

void post_form(Html& h, const std::string& action, const std::string& csrf) {
  h << "<form method=\"post\" action=\""_h << Url{action} << "\">"_h << hidden("csrf", csrf);
}

Html undo_button(const HistoryView& x, const ledger::Change& change) {
  Html h(x.lang);
  const bool shapes = !change.before.empty() || !change.after.empty();
  if (!x.actor.may(Function::enter) || change.action == "undo" || !shapes) return h;
  post_form(h, x.url() + "/undo", x.shell.csrf);
  return h << hidden("change", std::to_string(change.seq)) << button(x.lang, {.label = Text("Hoàn tác", "Undo"), .icon = "arrow-back-up", .small = true}) << "</form>"_h;
}

/// Chips that narrow the history to one field: only fields that ever changed.
Html field_chips(const HistoryView& x, const std::vector<ledger::Change>& all, std::string_view chosen) {
  std::vector<Tab> items{{.label = Text("Mọi ô", "All fields"), .href = x.url() + "/history", .on = chosen.empty()}};
  for (const reg::Field* f : all_fields(x.d)) {
    int times = 0;
    for (const auto& c : all) times += !c.before.empty() && !c.after.empty() && touches_field(*f, c) ? 1 : 0;
    if (times > 0) items.push_back({.label = f->label, .href = x.url() + "/history?field=" + f->name, .count = std::to_string(times), .on = chosen == f->name});
  }
  return items.size() < 2 ? Html(x.lang) : tabs(x.lang, Text("Ô đã sửa", "Fields changed"), items);
}

web::Response history_page(const HistoryView& x, const Flows& flows, const web::Request& r) {
  const std::string_view field = r.query.get("field");
  const reg::Field* only = field.empty() ? nullptr : x.d.find(field);
  const auto all = ledger::history(x.db, x.d.name, x.id);
  Table t;
  t.caption = Text("Mọi lần sửa", "All changes");
  t.columns = {{.label = Text("Lúc", "When")}, {.label = Text("Ai", "Who"), .key = true}, {.label = Text("Việc", "Act")}, {.label = Text("Trước và sau", "Before and after")},
               {.label = Text("So sánh, hoàn tác", "Compare, undo"), .hidden_label = true}};
  for (const auto& change : all) {
    if (only && !touches_field(*only, change)) continue;
    Html act(x.lang);
    act << capital(act_label(flows, x.d.name, change.action).in(x.lang));
    if (!change.reason.empty()) act << "<span class=\"tsub\">"_h << change.reason << "</span>"_h;
    Html ends(x.lang);
    if (change.version > 1 && !change.before.empty() && !change.after.empty())
      ends << button(x.lang, {.label = Text("So sánh", "Compare"), .icon = "columns", .href = x.url() + "/compare?a=" + std::to_string(change.version - 1) + "&b=" + std::to_string(change.version), .small = true});
    ends << undo_button(x, change);
    Row row;
    row.cells = {Html(x.lang) << "<span class=\"nw\">"_h << format_instant(change.at, x.lang) << "</span><span class=\"tsub\">"_h << Message("bản " + std::to_string(change.version), "version " + std::to_string(change.version)) << "</span>"_h,
                 Html(x.lang) << "<span class=\"tt\">"_h << change.actor_name << "</span>"_h, act, change_lines(x.d, change, x.lang, only ? only->name : std::string()),
                 Html(x.lang) << "<div class=\"acts\">"_h << ends << "</div>"_h};
    t.rows.push_back(std::move(row));
  }
  PageHead head = head_of(x, Text("Lịch sử", "History"));
  if (all.size() > 1)
    head.actions = button(x.lang, {.label = Text("So sánh hai bản", "Compare two versions"), .icon = "columns", .href = x.url() + "/compare"});
  return reg::respond(x.shell, head, Html(x.lang) << field_chips(x, all, field) << card(x.lang, {.body = table(x.lang, t), .flush = true}));
}

// ---- two versions side by side ---------------------------------------------------------------------------

const Version* version_of(const std::vector<Version>& all, std::int64_t number) {
  for (const Version& v : all)
    if (v.change.version == number) return &v;
  return nullptr;
}

Html version_choice(const HistoryView& x, const std::vector<Version>& all, std::int64_t a, std::int64_t b) {
  Html h(x.lang);
  h << "<form method=\"get\" class=\"card cmp-f\" action=\""_h << Url{x.url() + "/compare"} << "\">"_h;
  for (const auto& [name, label, chosen] : {std::tuple{"a", Text("Bản trước", "Earlier version"), a}, std::tuple{"b", Text("Bản sau", "Later version"), b}}) {
    Control c;
    c.name = name;
    c.label = label;
    c.type = "select";
    c.value = std::to_string(chosen);
    for (const Version& v : all)
      c.options.emplace_back(std::to_string(v.change.version), (x.lang == Lang::vi ? "Bản " : "Version ") + std::to_string(v.change.version) + ", " + format_instant(v.change.at, x.lang) + ", " + v.change.actor_name);
    h << control(x.lang, c);
  }
  return h << button(x.lang, {.label = Text("So sánh", "Compare"), .icon = "columns"}) << "</form>"_h;
}

web::Response compare_page(const HistoryView& x, const web::Request& r) {
  const auto all = versions(x.db, x.d, x.cells);
  PageHead head = head_of(x, Text("So sánh", "Compare"));
  head.crumbs.emplace_back(Text("Lịch sử", "History"), x.url() + "/history");
  if (all.empty()) return reg::problem_page(x.shell, {Code::not_found, Text("Nhật ký chưa có phiên bản nào của bản ghi này.", "The ledger has no version of this record."), {}});
  const std::int64_t last = all.front().change.version;
  const std::int64_t b = parse_int(r.query.get("b")).value_or(last), a = parse_int(r.query.get("a")).value_or(all.size() > 1 ? all[1].change.version : last);
  const Version *was = version_of(all, a), *is = version_of(all, b);
  if (!was || !is) return reg::problem_page(x.shell, {Code::not_found, Text("Không có phiên bản này.", "There is no such version."), {}});
  const auto titles = reg::link_titles(x.db, *x.c.catalog, x.d, {was->cells, is->cells}, x.lang);
  Table t;
  t.caption = head.title;
  t.columns = {{.label = Text("Ô", "Field"), .key = true}, {.label = Message("Bản " + std::to_string(a), "Version " + std::to_string(a))}, {.label = Message("Bản " + std::to_string(b), "Version " + std::to_string(b))}};
  for (const reg::Field* f : all_fields(x.d)) {
    bool differs = false;
    for (int i = 0; i < f->width(); ++i) differs = differs || was->cells.at(static_cast<std::size_t>(f->first + i)) != is->cells.at(static_cast<std::size_t>(f->first + i));
    if (!differs) continue;
    const auto shown = [&](const Version& v, Lit open, Lit close) {
      Html h(x.lang);
      const std::string text = f->opt.inner || f->opt.sensitive ? std::string(Text("đã sửa", "changed").in(x.lang)) : reg::show(*f, v.cells, x.lang, titles);
      if (text.empty()) return h << "<span class=\"m3\">"_h << Text("để trống", "empty") << "</span>"_h;
      return h << open << "<span class=\"pre\">"_h << text << "</span>"_h << close;
    };
    Row row;
    row.cells = {Html(x.lang) << "<span class=\"tt\">"_h << f->label << "</span>"_h, shown(*was, "<del>"_h, "</del>"_h), shown(*is, "<ins>"_h, "</ins>"_h)};
    t.rows.push_back(std::move(row));
  }
  Html body(x.lang);
  body << version_choice(x, all, a, b);
  if (t.rows.empty()) body << notice(x.lang, Tone::info, "info-circle", Html(x.lang) << Text("Hai bản giống nhau.", "The two versions are the same."));
  else body << card(x.lang, {.body = table(x.lang, t), .flush = true});
  if (x.actor.may(Function::enter) && a != last) {
    Confirm c;
    c.opener = {.label = Message("Trở về bản " + std::to_string(a), "Go back to version " + std::to_string(a)), .icon = "history"};
    c.title = c.opener.label;
    c.text = Text("Các ô nhận lại giá trị của bản ấy, thành một lần sửa mới. Không bản nào mất đi.", "The fields get the values of that version, as a new change. No version is lost.");
    c.action = x.url() + "/restore";
    c.csrf = x.shell.csrf;
    Control reason;
    reason.name = "reason";
    reason.label = Text("Lý do", "Reason");
    reason.max_length = 300;
    reason.width = "full";
    c.fields = Html(x.lang) << hidden("to", std::to_string(a)) << hidden("version", x.version()) << control(x.lang, reason);
    c.yes = Text("Trở về bản này", "Go back");
    head.actions = confirm_form(x.lang, c);
  }
  return reg::respond(x.shell, head, body);
}

web::Response restore(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s, const reg::Description& d) {
  if (auto there = reg::load(tx, d, actor, reg::id_of(r)); !there) return reg::problem_page(s, there.error());
  if (!parse_int(r.form.get("to"))) return reg::problem_page(s, {Code::invalid, Text("Không rõ trở về bản nào.", "The version to go back to is not named."), {}});
  auto saved = go_back(tx, *c.catalog, d, actor, reg::id_of(r), parse_int(r.form.get("to")).value_or(-1), parse_int(r.form.get("version")).value_or(-1), std::string(r.form.get("reason")));
  if (!saved) return reg::problem_page(s, saved.error().front());
  const std::string say = (s.lang == Lang::vi ? "Đã trở về bản " : "Back to version ") + std::string(r.form.get("to"));
  return web::redirect(reg::record_url(d, reg::id_of(r)) + "?done=verb&change=" + std::to_string(saved->change) + "&say=" + url_encode(say));
}

// ---- all changes, trash ----------------------------------------------------------------------------------

web::Response changes_page(const reg::Context& c, db::ReadDb& db, const Actor& actor, const Shell& s, const Flows& flows, const web::Request& r) {
  constexpr int k_page = 100;
  const Lang lang = s.lang;
  const std::string batch(r.query.get("batch"));
  const auto all = log_of(db, *c.catalog, actor, lang, parse_int(r.query.get("before")).value_or(0), k_page, batch);
  PageHead head;
  head.title = batch.empty() ? Message(Text("Nhật ký thay đổi", "Log of changes")) : Message("Một lần làm: " + batch, "One batch: " + batch);
  if (!batch.empty()) head.crumbs = {{Text("Nhật ký thay đổi", "Log of changes"), "/changes"}};
  Html h(lang);
  if (all.empty()) return reg::respond(s, head, empty_state(lang, Text("Chưa có thay đổi nào", "No changes yet"), Text("Mỗi lần ghi, sửa, bỏ đều hiện ở đây.", "Everything written, changed or removed is shown here."), {}));
  Table t;
  t.caption = head.title;
  t.columns = {{.label = Text("Lúc", "When")}, {.label = Text("Bản ghi", "Record"), .key = true}, {.label = Text("Ai", "Who")}, {.label = Text("Việc", "Act")}, {.label = Text("Trước và sau", "Before and after")}};
  for (const LogEntry& e : all) {
    Html act(lang);
    act << capital(act_label(flows, e.what->name, e.change.action).in(lang));
    if (!e.change.reason.empty()) act << "<span class=\"tsub\">"_h << e.change.reason << "</span>"_h;
    if (batch.empty() && !e.change.batch.empty() && !e.change.batch.starts_with("undo-"))
      act << "<span class=\"tsub\"><a href=\""_h << Url{"/changes?batch=" + url_encode(e.change.batch)} << "\">"_h << Text("cả lần làm này", "the whole batch") << "</a></span>"_h;
    Row row;
    row.cells = {Html(lang) << "<span class=\"nw\">"_h << format_instant(e.change.at, lang) << "</span>"_h,
                 title_cell(reg::record_url(*e.what, e.change.record) + "/history", capital(e.title), e.what->singular.in(lang)), Html(lang) << e.change.actor_name, act,
                 e.change.before.empty() || e.change.after.empty() ? Html(lang) : change_lines(*e.what, e.change, lang)};
    t.rows.push_back(std::move(row));
  }
  if (!batch.empty() && actor.may(Function::enter)) {
    Confirm ask;
    ask.opener = {.label = Text("Hoàn tác cả lần làm", "Undo the whole batch"), .icon = "arrow-back-up", .kind = "danger"};
    ask.title = ask.opener.label;
    ask.text = Text("Mọi thay đổi của lần làm này được trả lại, hoặc không thay đổi nào.", "All changes of this batch are taken back, or none.");
    ask.action = "/changes/undo";
    ask.csrf = s.csrf;
    ask.fields = hidden("batch", batch);
    ask.yes = Text("Hoàn tác", "Undo");
    ask.danger = true;
    head.actions = confirm_form(lang, ask);
  }
  h << card(lang, {.body = table(lang, t), .flush = true});
  if (static_cast<int>(all.size()) == k_page)
    h << "<p>"_h << more_link(lang, Text("Cũ hơn", "Older"), "/changes?before=" + std::to_string(all.back().change.seq) + (batch.empty() ? "" : "&batch=" + url_encode(batch))) << "</p>"_h;
  return reg::respond(s, head, h);
}

web::Response undo_whole(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::string batch(r.form.get("batch"));
  auto undone = batch.empty() ? Result<int>(refuse(Code::invalid, Text("Thiếu tên của lần làm.", "The batch is not named."))) : undo_batch(tx, *c.catalog, actor, batch);
  if (!undone) return reg::problem_page(s, undone.error());
  return web::redirect("/changes?done=undone");
}

web::Response trash_page(const reg::Context& c, db::ReadDb& db, const Actor& actor, const Shell& s) {
  constexpr int k_shown = 200;
  const Lang lang = s.lang;
  PageHead head;
  head.title = Text("Thùng rác", "Trash");
  head.sub = Html(lang) << Text("Bản ghi đã bỏ khỏi sổ: không đếm vào con số nào, đưa lại được bất cứ lúc nào.", "Removed records: they count in no figure and can be brought back at any time.");
  const auto all = trash(db, *c.catalog, actor, lang, k_shown);
  if (all.empty()) return reg::respond(s, head, empty_state(lang, Text("Thùng rác trống", "The trash is empty"), Text("Bản ghi bị bỏ khỏi sổ sẽ nằm ở đây.", "Records that are removed will be here."), {}));
  Table t;
  t.caption = head.title;
  t.columns = {{.label = Text("Bỏ lúc", "Removed")}, {.label = Text("Bản ghi", "Record"), .key = true}, {.label = Text("Ai", "Who")}, {.label = Text("Lý do", "Reason")}, {.label = Text("Đưa lại", "Bring back"), .hidden_label = true}};
  for (const Removed& one : all) {
    Html back(lang);
    if (actor.may(Function::enter) && one.change > 0) {
      post_form(back, "/trash/restore", s.csrf);
      back << hidden("register", one.what->name) << hidden("id", std::to_string(one.id)) << hidden("change", std::to_string(one.change))
           << button(lang, {.label = Text("Đưa lại vào sổ", "Bring back"), .icon = "arrow-back-up", .small = true}) << "</form>"_h;
    }
    Row row;
    row.cells = {Html(lang) << "<span class=\"nw\">"_h << (one.at ? format_instant(one.at, lang) : std::string("–")) << "</span>"_h,
                 Html(lang) << "<span class=\"tt\">"_h << capital(one.title) << "</span><span class=\"tsub\">"_h << one.code << " · "_h << one.what->singular << "</span>"_h,
                 Html(lang) << one.by, Html(lang) << one.reason, back};
    t.rows.push_back(std::move(row));
  }
  return reg::respond(s, head, card(lang, {.body = table(lang, t), .flush = true}));
}

web::Response bring_back(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const reg::Description* d = c.catalog->find(r.form.get("register"));
  const auto change = parse_int(r.form.get("change"));
  if (!d || !change) return reg::problem_page(s, {Code::invalid, Text("Không rõ bản ghi cần đưa lại.", "The record is not named."), {}});
  auto back = reg::undo(tx, *c.catalog, *d, actor, *change);
  if (!back) return reg::problem_page(s, back.error());
  return web::redirect(reg::record_url(*d, back->id) + "?done=undone");
}

}  // namespace

Message act_label(const Flows& flows, std::string_view register_name, const std::string& action) {
  if (action == "create") return Text("ghi mới", "created");
  if (action == "update") return Text("sửa", "changed");
  if (action == "delete") return Text("bỏ khỏi sổ", "removed");
  if (action == "restore") return Text("đưa lại vào sổ", "restored");
  if (action == "import") return Text("nhập từ tệp", "imported");
  if (action == "undo") return Text("hoàn tác", "undone");
  if (action == "seal") return Text("niêm phong", "sealed");
  if (action == "keep_files") return Text("giữ tệp nguyên bản", "files kept");
  if (action == "erase") return Text("xóa dữ liệu cá nhân", "personal data erased");
  if (action == "go_back") return Text("trở về bản cũ", "went back to an older version");
  if (action == k_comment) return Text("trao đổi", "commented");
  return flows.label(register_name, action);
}

Html change_lines(const reg::Description& d, const ledger::Change& change, Lang lang, std::string_view field) {
  const auto before = object_of(change.before), after = object_of(change.after);
  const reg::Cells was = cells_of(d, before), is = cells_of(d, after);
  Html h(lang);
  auto line = [&](const reg::Field& f) {
    if (!field.empty() && field != f.name) return;
    const bool had = touches(f, before), has = touches(f, after);
    if (!had && !has) return;
    if (f.opt.inner || f.opt.sensitive) {
      h << "<li><span class=\"m2\">"_h << f.label << ":</span> "_h << Text("đã sửa", "changed") << "</li>"_h;
      return;
    }
    const std::string old_text = had ? reg::show(f, was, lang) : "", new_text = has ? reg::show(f, is, lang) : "";
    if (old_text.empty() && new_text.empty()) return;
    h << "<li><span class=\"m2\">"_h << f.label << ":</span> "_h;
    if (!old_text.empty()) h << "<del>"_h << old_text << "</del> "_h;
    if (!new_text.empty()) h << "<ins>"_h << new_text << "</ins>"_h;
    h << "</li>"_h;
  };
  for (const reg::Field& f : d.fields) line(f);
  for (const reg::Field& f : reg::Description::standard_fields()) line(f);
  if (h.empty()) return h;
  return Html(lang) << "<ul class=\"diff\">"_h << h << "</ul>"_h;
}

void add_history_pages(web::Router& router, const reg::Context& c, const Flows& flows) {
  const auto view = [&c](const reg::Description* d, auto body) {
    return reg::page_handler(c, [&c, d, body](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
      auto cells = reg::load(db, *d, a, reg::id_of(r));
      if (!cells) return reg::problem_page(s, cells.error());
      return body(HistoryView{c, db, a, s, *d, reg::id_of(r), std::move(*cells), s.lang}, r);
    });
  };
  for (const reg::Description* d : c.catalog->all()) {
    const std::string base = reg::list_url(*d) + "/{id}";
    router.get(base + "/history", web::person().of(d->name).of_nobody(d->reference).seeing("internal"), view(d, [&flows](const HistoryView& x, const web::Request& r) { return history_page(x, flows, r); }));
    router.get(base + "/compare", web::person().of(d->name).of_nobody(d->reference).seeing("internal"), view(d, [](const HistoryView& x, const web::Request& r) { return compare_page(x, r); }));
    router.post(base + "/restore", web::person("enter").of(d->name).of_nobody(d->reference), reg::act_handler(c, [&c, d](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return restore(c, r, tx, a, s, *d); }));
  }
  router.get("/changes", web::person().seeing("internal"), reg::page_handler(c, [&c, &flows](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return changes_page(c, db, a, s, flows, r); }));
  router.post("/changes/undo", web::person("enter"), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return undo_whole(c, r, tx, a, s); }));
  router.get("/trash", web::person().seeing("internal"), reg::page_handler(c, [&c](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return trash_page(c, db, a, s); }));
  router.post("/trash/restore", web::person("enter"), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return bring_back(c, r, tx, a, s); }));
}

}  // namespace nc::flow
