// Acts on records, remarks and notices.
#include "flow/pages.h"

#include "base/words.h"
#include "flow/comment.h"
#include "flow/forms.h"
#include "flow/notice.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::flow {

std::string move_url(const reg::Description& d, std::int64_t id) { return reg::record_url(d, id) + "/move"; }

namespace {

std::string typed_or(const Given& typed, const std::string& name, const std::string& otherwise) {
  for (const auto& [field, value] : typed)
    if (field == name) return value;
  return otherwise;
}

std::string message_for(const Problems& problems, const std::string& name, Lang lang) {
  for (const Problem& p : problems)
    if (p.field == name) return p.message.in(lang);
  return {};
}

Control control_for(const MoveForm& x, const reg::Field& f, const Given& typed, const Problems& problems) {
  Control c;
  c.name = x.transition.name + "." + f.name;
  c.label = f.label;
  c.value = typed_or(typed, f.name, reg::plain(f, x.cells));
  c.error = message_for(problems, f.name, x.lang);
  c.required = std::find(x.transition.needs.begin(), x.transition.needs.end(), f.name) != x.transition.needs.end();
  c.type = f.kind == reg::Kind::date ? "date" : f.kind == reg::Kind::long_text ? "textarea" : "text";
  c.width = "full";
  constexpr std::int64_t k_few = 10;
  if (f.kind == reg::Kind::integer && f.opt.min >= 0 && f.opt.max_value <= k_few) {  // marks: chosen, not typed
    c.type = "select";
    if (c.value == "0") c.value.clear();
    c.options.emplace_back("", "");
    for (std::int64_t n = std::max<std::int64_t>(f.opt.min, 1); n <= f.opt.max_value; ++n) c.options.emplace_back(std::to_string(n), std::to_string(n));
    if (f.opt.hint) c.hint = *f.opt.hint;
  }
  if (f.kind == reg::Kind::choice) {
    c.type = "select";
    c.options.emplace_back("", "");
    for (const auto& o : f.opt.options->all()) c.options.emplace_back(o.code, capital(o.label.in(x.lang)));
  }
  const reg::Description* linked = f.kind == reg::Kind::link && x.catalog ? x.catalog->find(f.opt.link) : nullptr;
  if (linked) {
    c.type = "combo";
    c.lookup = reg::list_url(*linked) + "/lookup";
    const std::int64_t id = db::as_int(x.cells[static_cast<std::size_t>(f.first)]);
    const auto titles = id > 0 ? reg::link_titles(x.db, *x.catalog, x.what, {x.cells}, x.lang) : reg::LinkTitles{};
    if (const auto title = titles.find({linked->name, id}); title != titles.end()) c.value_label = title->second;
    if (c.value == "0") c.value.clear();
  }
  if (f.opt.unit) c.suffix = std::string(f.opt.unit->in(x.lang));
  return c;
}

Given given_of(const web::Request& r, const Transition& t) {
  Given out;
  for (const std::string& name : t.asks) {
    const std::string key = t.name + "." + name;
    if (r.form.has(key)) out.emplace_back(name, std::string(r.form.get(key)));
  }
  return out;
}

/// What stands in the way, with the same form and everything typed.
web::Response refused_move(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s, const reg::Description& d, const Flow& flow,
                           const Transition& t, std::int64_t id, const Given& given, const Problems& problems) {
  auto cells = reg::load(tx, d, actor, id);
  if (!cells) return reg::problem_page(s, cells.error());
  const Lang lang = s.lang;
  const std::string title = capital(d.title_of(*cells, lang)), code = db::as_text((*cells)[reg::k_code]);
  PageHead head;
  head.title = Message(t.label.vi + ": " + title, t.label.en + ": " + title);
  head.crumbs = {{d.plural, reg::list_url(d)}, {Message(code, code), reg::record_url(d, id)}};
  Html h(lang);
  bool of_fields = true;
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Problem& p : problems) {
    const bool asked = p.field == "reason" || std::find(t.asks.begin(), t.asks.end(), p.field) != t.asks.end();
    of_fields = of_fields && asked;
    lines.emplace_back(asked ? t.name + "." + p.field : "", p.message.in(lang));
  }
  h << error_summary(lang, lines);
  Given typed = given;
  typed.emplace_back("reason", std::string(r.form.get(t.name + ".reason")));
  // What was typed stays, also when the hindrance is another field of the record, which is mended on its own page.
  h << "<form method=\"post\" class=\"card form\" action=\""_h << Url{move_url(d, id)} << "\">"_h << hidden("csrf", s.csrf) << "<div class=\"cb\">"_h
    << move_fields({tx, d, flow, t, *cells, lang, c.catalog}, typed, problems) << "</div><div class=\"ff\">"_h
    << button(lang, {.label = t.label, .icon = t.icon, .kind = "primary"})
    << (of_fields ? Html(lang) : Html(lang) << button(lang, {.label = Text("Sửa bản ghi", "Edit the record"), .icon = "pencil", .href = reg::record_url(d, id) + "/edit"}))
    << button(lang, {.label = Text("Về bản ghi", "Back to the record"), .href = reg::record_url(d, id), .kind = "ghost"}) << "</div></form>"_h;
  return reg::respond(s, head, h, http_status(problems.front().code));
}

web::Response do_move(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, Shell& s, const reg::Description& d, const Flow& flow) {
  const std::int64_t id = reg::id_of(r);
  if (auto there = reg::load(tx, d, actor, id); !there) return reg::problem_page(s, there.error());
  const Transition* t = flow.find(r.form.get("move"));
  if (!t || flow.own_buttons) return reg::problem_page(s, {Code::invalid, Message("Không có việc này.", "There is no such act."), {}});
  const Given given = given_of(r, *t);
  auto moved = move(tx, *c.catalog, d, flow, actor, id, parse_int(r.form.get("version")).value_or(-1), t->name, given, std::string(r.form.get(t->name + ".reason")));
  if (!moved) return refused_move(c, r, tx, actor, s, d, flow, *t, id, given, moved.error());
  return web::redirect(reg::record_url(d, id) + "?done=verb&say=" + url_encode(t->label.in(s.lang)));
}

web::Response do_comment(const web::Request& r, db::Tx& tx, const Actor& actor, Shell& s, const reg::Description& d) {
  auto written = comment(tx, d, actor, reg::id_of(r), std::string(r.form.get("text")));
  if (!written) return reg::problem_page(s, written.error());
  return web::redirect(reg::record_url(d, reg::id_of(r)) + "#comments");
}

std::string address_of(const reg::Catalog& catalog, const std::string& register_name, std::int64_t id) {
  const reg::Description* d = catalog.find(register_name);
  return d ? reg::record_url(*d, id) : "/";
}

web::Response notices_page(db::ReadDb& db, const Actor& actor, const Shell& s) {
  constexpr int k_shown = 200;
  const auto all = notices(db, actor.id, k_shown);
  const Lang lang = s.lang;
  PageHead head;
  head.title = Text("Thông báo", "Notices");
  Html h(lang);
  if (all.empty())
    return reg::respond(s, head, empty_state(lang, Text("Chưa có thông báo", "No notices yet"),
                                             Text("Khi có người gửi duyệt, trả lại hoặc nhắc tên, tin nằm ở đây.", "What is sent, returned or mentions you will be here."), {}));
  const bool any_new = std::any_of(all.begin(), all.end(), [](const Notice& n) { return !n.read; });
  if (any_new)
    head.actions = Html(lang) << "<form method=\"post\" action=\"/notices/read\">"_h << hidden("csrf", s.csrf)
                              << button(lang, {.label = Text("Đánh dấu đã đọc cả", "Mark all as read"), .icon = "checks"}) << "</form>"_h;
  Table t;
  t.caption = Text("Thông báo", "Notices");
  t.columns = {{.label = Text("Lúc", "When")}, {.label = Text("Tin", "Notice"), .key = true}, {.label = Text("Mở", "Open"), .hidden_label = true}};
  for (const Notice& n : all) {
    Row row;
    Html what(lang);
    if (!n.read) what << badge(lang, Text("mới", "new"), Tone::info) << " "_h;
    what << "<span class=\"tt\">"_h << n.words << "</span>"_h;
    row.cells = {Html(lang) << "<span class=\"nw\">"_h << format_instant(n.at, lang) << "</span>"_h, what,
                 Html(lang) << "<form method=\"post\" action=\"/notices/read\">"_h << hidden("csrf", s.csrf) << hidden("id", std::to_string(n.id))
                            << button(lang, {.label = Text("Mở bản ghi", "Open the record"), .icon = "arrow-right", .small = true}) << "</form>"_h};
    t.rows.push_back(std::move(row));
  }
  return reg::respond(s, head, card(lang, {.body = table(lang, t), .flush = true}));
}

web::Response read_notices(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor) {
  const auto id = parse_int(r.form.get("id"));
  if (!id) {
    mark_read(tx, actor.id, 0);
    return web::redirect("/notices");
  }
  const auto row = tx.first("SELECT register_name, record_id FROM notice WHERE id = $1 AND person_id = $2", {*id, actor.id});
  if (!row) return web::redirect("/notices");
  mark_read(tx, actor.id, *id);
  return web::redirect(address_of(*c.catalog, db::as_text((*row)[0]), db::as_int((*row)[1])));
}

}  // namespace

Html move_fields(const MoveForm& x, const Given& typed, const Problems& problems) {
  Html h(x.lang);
  h << hidden("move", x.transition.name) << hidden("version", std::to_string(db::as_int(x.cells[reg::k_version])));
  for (const std::string& name : x.transition.asks)
    if (const reg::Field* f = x.what.find(name)) h << control(x.lang, control_for(x, *f, typed, problems));
  if (!x.transition.reason) return h;
  Control reason;
  reason.name = x.transition.name + ".reason";
  reason.label = Text("Lý do", "Reason");
  reason.value = typed_or(typed, "reason", "");
  reason.error = message_for(problems, "reason", x.lang);
  reason.required = true;
  reason.max_length = 1000;
  reason.type = "textarea";
  reason.width = "full";
  return h << control(x.lang, reason);
}

namespace {

/// Whoever may do at least one transition; which of them is asked again when it is done.
std::string functions_of(const Flow& flow) {
  std::set<Function> all;
  for (const Transition& t : flow.transitions) all.insert(t.who.begin(), t.who.end());
  return functions_text(all);
}

}  // namespace

void add_pages(web::Router& router, const reg::Context& c, const Flows& flows) {
  for (const reg::Description* d : c.catalog->all()) {
    const std::string base = reg::list_url(*d) + "/{id}";
    router.post(base + "/comment", web::person().of(d->name).of_nobody(d->reference).seeing("internal"), reg::act_handler(c, [d](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return do_comment(r, tx, a, s, *d); }));
    if (const Flow* flow = flows.find(d->name))
      router.post(base + "/move", web::person(functions_of(*flow)).of(d->name), reg::act_handler(c, [&c, d, flow](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return do_move(c, r, tx, a, s, *d, *flow); }));
  }
  router.get("/notices", web::person(), reg::page_handler(c, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return notices_page(db, a, s); }));
  router.post("/notices/read", web::person(), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell&) { return read_notices(c, r, tx, a); }));
  router.get("/work", web::person(), reg::page_handler(c, [&c, &flows](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return work_page(c, r, db, a, s, flows); }));
}

}  // namespace nc::flow
