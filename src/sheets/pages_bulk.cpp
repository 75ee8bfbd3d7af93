// The pages of a bulk edit: what to change, what becomes of each record. Work without scripts.
#include "sheets/pages_bulk.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/words.h"
#include "html/assets.h"
#include "register/pages_list.h"
#include "sheets/bulk_edit.h"
#include "web/decode.h"

namespace nc::reg {

namespace {

constexpr std::size_t k_refusals_shown = 200;

std::string bulk_url(const Description& d) { return list_url(d) + "/bulk"; }

struct Visit {
  const Context& c;
  const flow::Flow* flow;
  db::ReadDb& db;
  const Actor& actor;
  Shell& shell;
  const Description& d;
  Lang lang() const { return shell.lang; }
};

/// The list without its place: what is chosen is every row of it.
Result<ListQuery> chosen_list(const Description& d, const std::vector<std::pair<std::string, std::string>>& items) {
  std::vector<std::pair<std::string, std::string>> kept;
  for (const auto& [name, value] : items)
    if (name != "columns" && name != "format" && name != "after" && name != "before" && name != "at") kept.emplace_back(name, value);
  return parse_list_query(d, kept);
}

std::string typed_in(const web::Fields* form, const std::string& name) { return form ? std::string(form->get(name)) : std::string(); }

/// A box for one value of a field, empty at first.
Control box_of(const Visit& v, const Field& f, const std::string& name, const web::Fields* form) {
  Control c;
  c.name = name;
  c.label = f.label;
  c.value = typed_in(form, name);
  c.width = "full";
  if (f.opt.unit) c.suffix = std::string(f.opt.unit->in(v.lang()));
  if (f.kind == Kind::date) c.type = "date";
  if (f.kind == Kind::long_text) c.type = "textarea";
  if (f.kind == Kind::choices || f.kind == Kind::links) c.hint = Text("nhiều giá trị cách nhau dấu chấm phẩy", "several values with semicolons between");
  if (f.kind == Kind::choice || f.kind == Kind::boolean) {
    c.type = "select";
    c.options.emplace_back("", Text("để trống", "empty").in(v.lang()));
  }
  if (f.kind == Kind::boolean) c.options = {{"0", std::string(Text("không", "no").in(v.lang()))}, {"1", std::string(Text("có", "yes").in(v.lang()))}};
  if (f.kind == Kind::choice)
    for (const Option& o : f.opt.options->all()) c.options.emplace_back(o.code, capital(o.label.in(v.lang())));
  const Description* target = f.kind == Kind::link ? v.c.catalog->find(f.opt.link) : nullptr;
  if (target) {
    c.type = "combo";
    c.lookup = "/" + target->path + "/lookup";
  }
  return c;
}

Html set_part(const Visit& v, const web::Fields* form) {
  Table t;
  t.caption = Text("Ô cần đổi", "Fields to change");
  t.columns = {{.label = Text("Đổi ô", "Change"), .key = true}, {.label = Text("Thành", "To")}};
  for (const Field* f : bulk_fields(v.d, v.actor)) {
    Html tick(v.lang());
    tick << "<label class=\"opt-l\"><input class=\"form-check-input\" type=\"checkbox\" name=\"set-"_h << f->name << "\" value=\"1\""_h
         << (typed_in(form, "set-" + f->name) == "1" ? " checked"_h : ""_h) << "><span>"_h << f->label << "</span></label>"_h;
    Row row;
    row.cells = {tick, control(v.lang(), box_of(v, *f, "v-" + f->name, form))};
    t.rows.push_back(std::move(row));
  }
  return table(v.lang(), t);
}

Html move_part(const Visit& v, const flow::Transition& t, const web::Fields* form) {
  Html h(v.lang());
  for (const std::string& name : t.asks)
    if (const Field* f = v.d.find(name)) h << control(v.lang(), box_of(v, *f, t.name + "." + name, form));
  return h;
}

Html what_choice(const Visit& v, const std::vector<const flow::Transition*>& moves, const std::string& chosen, bool may_set) {
  Control c;
  c.type = "radio";
  c.name = "what";
  c.label = Text("Làm gì", "What to do");
  c.value = chosen;
  c.width = "full";
  if (may_set) c.options.emplace_back("set", Text("Đổi giá trị các ô đã đánh dấu dưới đây", "Change the fields ticked below").in(v.lang()));
  for (const flow::Transition* t : moves) c.options.emplace_back(t->name, capital(t->label.in(v.lang())));
  return control(v.lang(), c);
}

Html change_form(const Visit& v, const ListQuery& q, const web::Fields* form) {
  const auto moves = bulk_moves(v.flow, v.actor);
  const bool may_set = !bulk_fields(v.d, v.actor).empty();
  std::string what = typed_in(form, "what");
  if (what.empty()) what = may_set ? "set" : moves.empty() ? "" : moves.front()->name;
  Html h(v.lang());
  h << "<form class=\"form card\" method=\"post\" action=\""_h << Url{bulk_url(v.d)} << "\">"_h << hidden("csrf", v.shell.csrf) << hidden("list", query_string(q)) << hidden("step", "preview");
  Control reason;
  reason.name = "reason";
  reason.label = Text("Lý do, ghi vào nhật ký", "Reason, kept in the log");
  reason.value = typed_in(form, "reason");
  reason.max_length = 300;
  reason.width = "full";
  h << form_section(v.lang(), Text("Việc", "What to do"), Html(v.lang()) << what_choice(v, moves, what, may_set) << control(v.lang(), reason));
  for (const flow::Transition* t : moves)
    if (!t->asks.empty()) h << form_section(v.lang(), {"Khi “" + t->label.vi + "”", "When “" + t->label.en + "”"}, move_part(v, *t, form));
  if (may_set) h << "<div class=\"cb flush\">"_h << set_part(v, form) << "</div>"_h;
  return h << "<div class=\"ff\">"_h << button(v.lang(), {.label = Text("Xem trước", "Preview"), .kind = "primary"})
           << button(v.lang(), {.label = Text("Về danh sách", "Back to the list"), .href = list_address(v.d, q)}) << "</div></form>"_h;
}

PageHead head_of(const Visit& v, const ListQuery& q) {
  PageHead head;
  head.title = {"Sửa hàng loạt " + v.d.plural.vi, "Bulk edit of " + v.d.plural.en};
  head.crumbs = {{v.d.plural, list_address(v.d, q)}};
  return head;
}

/// How many records are meant, and by what conditions.
Html meant(const Visit& v, const ListQuery& q) {
  const auto n = counts(v.db, v.d, v.actor, {q}, static_cast<std::int64_t>(k_bulk_most) + 1).front();
  const bool too_many = n > static_cast<std::int64_t>(k_bulk_most);
  const std::string vi = format_int(n, Lang::vi), en = format_int(n, Lang::en);
  const Message words = too_many ? Message("Danh sách có hơn " + format_int(k_bulk_most, Lang::vi) + " bản ghi; mỗi lần sửa nhiều nhất chừng đó. Thêm điều kiện cho danh sách.",
                                           "The list has more than " + format_int(k_bulk_most, Lang::en) + " records; that is the most for one go. Narrow the list.")
                        : q.ids.empty() ? Message("Sửa cả " + vi + " bản ghi của danh sách này.", "All " + en + " records of this list are meant.")
                                        : Message("Sửa " + vi + " bản ghi đã chọn.", en + " chosen records are meant.");
  return notice(v.lang(), too_many ? Tone::warn : Tone::info, "info-circle", Html(v.lang()) << words);
}

web::Response choose_page(const Visit& v, const ListQuery& q, const web::Fields* form, const Problem* problem) {
  Html h(v.lang());
  h << "<div class=\"stack-16\">"_h;
  if (problem) h << notice(v.lang(), Tone::bad, "alert-triangle", Html(v.lang()) << problem->message);
  h << meant(v, q) << change_form(v, q, form) << "</div>"_h;
  return respond(v.shell, head_of(v, q), h, problem ? http_status(problem->code) : 200);
}

// ---- preview ---------------------------------------------------------------------------------------------

Html refusals(const Visit& v, const BulkResult& result) {
  Html body(v.lang());
  std::size_t shown = 0;
  body << "<ul>"_h;
  for (const BulkRow& row : result.rows) {
    if (row.problems.empty() || ++shown > k_refusals_shown) continue;
    body << "<li><a href=\""_h << Url{record_url(v.d, row.id)} << "\">"_h << row.title << "</a> <span class=\"m3\">"_h << row.code << "</span>: "_h;
    for (const Problem& p : row.problems) {
      const Field* f = p.field.empty() ? nullptr : v.d.find(p.field);
      if (f) body << f->label << ": "_h;
      body << p.message << " "_h;
    }
    body << "</li>"_h;
  }
  body << "</ul>"_h;
  return card(v.lang(), {.title = {format_int(result.refused, Lang::vi) + " bản ghi không làm được", format_int(result.refused, Lang::en) + " records refuse"},
                         .note = Text("được để nguyên", "they are left as they are"), .body = body});
}

Html changes(const Visit& v, const BulkResult& result) {
  Table t;
  t.caption = Text("Bản ghi sẽ đổi", "Records that change");
  t.columns = {{.label = Text("Bản ghi", "Record"), .key = true}, {.label = Text("Ô", "Field")}, {.label = Text("Đang là", "Is now")}, {.label = Text("Sẽ thành", "Becomes")}};
  for (const BulkRow& row : result.rows) {
    if (row.values.empty()) continue;
    Html fields(v.lang()), was(v.lang()), is(v.lang());
    for (const auto& [f, values] : row.values) {
      fields << "<div>"_h << f->label << "</div>"_h;
      was << "<div class=\"m2\">"_h << (values.first.empty() ? "–" : values.first) << "</div>"_h;
      is << "<div><b>"_h << (values.second.empty() ? "–" : values.second) << "</b></div>"_h;
    }
    Row line;
    line.cells = {title_cell(record_url(v.d, row.id), row.title, row.code), fields, was, is};
    t.rows.push_back(std::move(line));
  }
  Html body(v.lang());
  body << table(v.lang(), t);
  if (result.rows.size() > k_bulk_shown)
    body << "<p class=\"m2\">"_h << Message(fmt::format("Hiện trong {} bản ghi đầu.", k_bulk_shown), fmt::format("Shown for the first {} records.", k_bulk_shown)) << "</p>"_h;
  return card(v.lang(), {.title = {format_int(result.changed, Lang::vi) + " bản ghi sẽ đổi", format_int(result.changed, Lang::en) + " records change"}, .body = body, .flush = true});
}

web::Response preview_page(const Visit& v, const ListQuery& q, const web::Request& r, const BulkResult& result, bool moved_on) {
  Html h(v.lang());
  h << "<div class=\"stack-16\">"_h;
  if (moved_on)
    h << notice(v.lang(), Tone::warn, "refresh", Html(v.lang()) << Text("Từ lúc xem trước đã có bản ghi đổi hoặc yêu cầu đổi. Chưa ghi gì; xem lại rồi làm.",
                                                                       "Records or the request changed since the preview. Nothing was written; look again."));
  h << "<form class=\"card\" method=\"post\" action=\""_h << Url{bulk_url(v.d)} << "\"><div class=\"cb\">"_h;
  for (const auto& [name, value] : r.form.items())
    if (name != "step" && name != "seen") h << hidden(name, value);
  h << hidden("seen", result.seen) << "<p>"_h
    << Message(fmt::format("{} bản ghi sẽ đổi, {} không đổi vì đã có giá trị này, {} không làm được. Chưa có gì được ghi.", format_int(result.changed, Lang::vi), format_int(result.unchanged, Lang::vi),
                           format_int(result.refused, Lang::vi)),
               fmt::format("{} records change, {} have these values already, {} refuse. Nothing is written yet.", format_int(result.changed, Lang::en), format_int(result.unchanged, Lang::en),
                           format_int(result.refused, Lang::en)))
    << "</p></div><div class=\"ff\">"_h;
  if (result.changed > 0)
    h << button(v.lang(), {.label = {"Làm với " + format_int(result.changed, Lang::vi) + " bản ghi", "Do it for " + format_int(result.changed, Lang::en) + " records"}, .kind = "primary", .name = "step", .value = "run"});
  h << button(v.lang(), {.label = Text("Sửa lại yêu cầu", "Change the request"), .name = "step", .value = "choose"}) << "</div></form>"_h;
  if (result.refused > 0) h << refusals(v, result);
  if (result.changed > 0) h << changes(v, result);
  return respond(v.shell, head_of(v, q), h << "</div>"_h, moved_on ? 409 : 200);
}

BulkChange change_of(const Visit& v, const web::Request& r) {
  BulkChange change;
  change.reason = std::string(r.form.get("reason"));
  const std::string what(r.form.get("what"));
  if (what == "set") {
    for (const auto& [name, value] : r.form.items())
      if (name.starts_with("set-") && value == "1") change.set.emplace_back(name.substr(4), std::string(r.form.get("v-" + name.substr(4))));
    return change;
  }
  change.move = what;
  const flow::Transition* t = v.flow ? v.flow->find(what) : nullptr;
  if (t)
    for (const std::string& name : t->asks)
      if (const std::string value(r.form.get(t->name + "." + name)); !value.empty()) change.given.emplace_back(name, value);
  return change;
}

web::Response act(const web::Request& r, db::Tx& tx, const Visit& v) {
  auto items = web::urlencoded_fields(r.form.get("list"), Text("danh sách", "the list"));
  if (!items) return problem_page(v.shell, items.error());
  const auto q = chosen_list(v.d, items->items());
  if (!q) return problem_page(v.shell, q.error());
  const std::string step(r.form.get("step"));
  if (step == "choose") return choose_page(v, *q, &r.form, nullptr);
  const std::string seen = step == "run" ? std::string(r.form.get("seen")) : std::string();
  const auto result = bulk_edit(tx, *v.c.catalog, v.flow, v.d, v.actor, *q, change_of(v, r), seen, v.lang());
  if (!result) return choose_page(v, *q, &r.form, &result.error());
  if (!result->batch.empty()) return web::redirect("/changes?batch=" + url_encode(result->batch));
  return preview_page(v, *q, r, *result, step == "run");
}

void add_pages_of(web::Router& router, const Context& c, const Description& d, const flow::Flow* flow) {
  router.get(bulk_url(d), web::person("enter,check,approve"), page_handler(c, [&c, &d, flow](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    const Visit v{c, flow, db, a, s, d};
    const auto q = chosen_list(d, r.query.items());
    return q ? choose_page(v, *q, nullptr, nullptr) : problem_page(s, q.error());
  }));
  router.post(bulk_url(d), web::person("enter,check,approve"), act_handler(c, [&c, &d, flow](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) {
    return act(r, tx, {c, flow, tx, a, s, d});
  }));
}

bool may_edit(const PanelContext& x, const flow::Flows& flows) {
  return !bulk_fields(x.what, x.actor).empty() || !bulk_moves(flows.find(x.what.name), x.actor).empty();
}

}  // namespace

void add_bulk_tools(Context& context, const flow::Flows& flows) {
  context.chosen_tools = [&flows, before = context.chosen_tools](const PanelContext& x) {
    Html h = before ? before(x) : Html(x.lang);
    if (may_edit(x, flows))
      h << "<button type=\"submit\" class=\"btn btn-link\" formaction=\""_h << Url{bulk_url(x.what)} << "\">"_h << icon("pencil") << "<span>"_h
        << Text("Sửa các dòng đã chọn", "Edit chosen rows") << "</span></button>"_h;
    return h;
  };
  context.list_tools = [&flows, before = context.list_tools](const PanelContext& x, const ListQuery& q) {
    Html h = before ? before(x, q) : Html(x.lang);
    if (may_edit(x, flows)) {
      const std::string query = query_string(q);
      h << button(x.lang, {.label = Text("Sửa hàng loạt", "Bulk edit"), .icon = "pencil", .href = bulk_url(x.what) + (query.empty() ? "" : "?" + query), .kind = "ghost", .small = true});
    }
    return h;
  };
}

void add_bulk_pages(web::Router& router, const Context& context, const flow::Flows& flows) {
  for (const Description* d : context.catalog->all()) add_pages_of(router, context, *d, flows.find(d->name));
}

}  // namespace nc::reg
