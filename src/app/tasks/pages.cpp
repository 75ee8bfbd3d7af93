// Work in the browser: directives under a meeting, tasks under a directive or a petition, the plan with what is left, my day.
#include <algorithm>

#include "app/tasks/acts.h"
#include "app/tasks/lists.h"
#include "app/tasks/public.h"
#include "app/common/overdue.h"
#include "base/words.h"
#include "flow/notice.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_shown = 100, k_days_ahead = 14;

bool gives_work(const Actor& actor) { return (actor.may(Function::check) || actor.may(Function::approve)) && !actor.preview(); }

Control box(const char* name, const Message& label, std::string value = {}, const char* type = "text", bool required = false) {
  Control c;
  c.name = name;
  c.label = label;
  c.value = std::move(value);
  c.type = type;
  c.required = required;
  return c;
}

/// "quá hạn 3 ngày", "còn 5 ngày"
Html due_words(const std::string& iso, Lang lang) {
  Html h(lang);
  const auto due = Date::from_iso(iso);
  if (!due) return h << "<span class=\"m3\">"_h << Text("không hạn", "no day") << "</span>"_h;
  const std::int64_t left = due->days() - today().days();
  h << "<span class=\"nw\">"_h << format_date(*due, lang) << "</span>"_h;
  if (left < 0) return h << " "_h << overdue_badge(lang, *due);
  if (left <= k_days_ahead) return h << " "_h << badge(lang, days_left(left), Tone::warn);
  return h;
}

struct TaskRows {
  const reg::Context& context;
  db::ReadDb& db;
  const Actor& actor;
  Lang lang;
};

Row task_row(const TaskRows& x, const reg::Cells& cells, const reg::LinkTitles& titles) {
  const reg::Description& d = tasks();
  const std::string status = d.text(cells, "status");
  const auto open = status != "done" && status != "cancelled" && status != "carried_over";
  const std::int64_t percent = db::as_int(cells[static_cast<std::size_t>(d.column("progress"))]);
  constexpr double k_whole = 100.0;
  Row row;
  row.illustrative = db::as_int(cells[reg::k_illustrative]) == 1;
  row.cells = {title_cell(reg::record_url(d, db::as_int(cells[reg::k_id])), capital(d.title_of(cells, x.lang)), d.text(cells, "output")),
               Html(x.lang) << reg::show(*d.find("lead"), cells, x.lang, titles) << "<span class=\"tsub\">"_h << d.text(cells, "owner") << "</span>"_h,
               open ? due_words(d.text(cells, "due"), x.lang) : Html(x.lang) << reg::show(*d.find("due"), cells, x.lang),
               Html(x.lang) << progress(static_cast<double>(percent) / k_whole) << " <span class=\"nw\">"_h << percent << "%</span>"_h,
               badge(x.lang, task_states().find(status) ? Message(task_states().label(status, Lang::vi), task_states().label(status, Lang::en)) : Message(status, status), reg::status_tone(status))};
  return row;
}

Html task_table(const TaskRows& x, const Message& caption, const std::vector<reg::Cells>& rows) {
  Table t;
  t.caption = caption;
  t.columns = {{.label = Text("Việc", "Task"), .key = true}, {.label = Text("Chủ trì", "In the lead")}, {.label = Text("Hạn", "Due")}, {.label = Text("Tiến độ", "Progress")}, {.label = Text("Tình trạng", "Status")}};
  const auto titles = reg::link_titles(x.db, *x.context.catalog, tasks(), rows, x.lang, true);
  for (const reg::Cells& cells : rows) t.rows.push_back(task_row(x, cells, titles));
  return table(x.lang, t);
}

std::vector<reg::Cells> tasks_where(const TaskRows& x, std::vector<std::pair<std::string, std::string>> filters) {
  reg::ListQuery q;
  q.filters = std::move(filters);
  q.limit = k_shown;
  return reg::list(x.db, tasks(), x.actor, q, {0, false}).rows;
}

// ---- blocks of record pages ----

Html give_form(const reg::PanelContext& x, const std::string& title) {
  Html fields(x.lang);
  Control lead = box("lead", Text("Chủ trì", "In the lead"), {}, "combo", true);
  lead.lookup = "/organisations/lookup";
  Control what = box("title", Text("Việc", "Task"), title, "text", true);
  what.width = "full";
  what.max_length = 300;
  fields << control(x.lang, what) << control(x.lang, lead) << control(x.lang, box("owner", Text("Người phụ trách", "Person in charge")))
         << control(x.lang, box("output", Text("Sản phẩm", "Output"))) << control(x.lang, box("due", Text("Hạn", "Due"), {}, "date", true));
  Html h(x.lang);
  h << "<details class=\"more\"><summary class=\"btn btn-sm\">"_h << icon("plus") << Text("Giao việc", "Give a task") << "</summary><form class=\"form\" method=\"post\" novalidate action=\""_h
    << Url{reg::record_url(x.what, x.id) + "/tasks"} << "\">"_h << hidden("csrf", x.csrf) << form_section(x.lang, Text("Giao việc", "Give a task"), fields) << "<div class=\"ff\">"_h
    << button(x.lang, {.label = Text("Giao", "Give"), .kind = "primary"}) << "</div></form></details>"_h;
  return h;
}

Html tasks_panel(const reg::Context& c, const reg::PanelContext& x) {
  const TaskRows rows{c, x.db, x.actor, x.lang};
  const auto found = tasks_where(rows, {{x.what.name == "work_plan" ? "plan" : x.what.name, std::to_string(x.id)}});
  if (found.empty() && !gives_work(x.actor)) return Html(x.lang);
  Html body(x.lang);
  if (found.empty()) body << "<p class=\"m2 cb\">"_h << Text("Chưa giao việc nào.", "No task was given yet.") << "</p>"_h;
  else body << task_table(rows, Text("Nhiệm vụ", "Tasks"), found);
  const auto is_done = [](const reg::Cells& r) { const auto s = tasks().text(r, "status"); return s == "done" || s == "cancelled"; };
  const auto done = std::ranges::count_if(found, is_done);
  Html foot(x.lang);
  if (x.what.name == "directive" && !found.empty() && done == static_cast<std::ptrdiff_t>(found.size()) && x.what.text(x.cells, "reported_on").empty())
    foot << notice(x.lang, Tone::ok, "checks", Html(x.lang) << Text("Mọi việc đã xong. Báo cáo lại ở khung Xử lý.", "All tasks are done. Report back in the block of acts."));
  if (gives_work(x.actor) && x.what.name != "work_plan") foot << give_form(x, x.what.name == "directive" ? x.what.text(x.cells, "title") : std::string());
  const std::string n = std::to_string(done) + "/" + std::to_string(found.size());
  return card(x.lang, {.title = Text("Nhiệm vụ", "Tasks"), .note = found.empty() ? Message() : Message("xong " + n, n + " done"), .body = body, .foot = foot, .flush = !found.empty(), .id = "tasks"});
}

Html directives_panel(const reg::PanelContext& x) {
  reg::ListQuery q;
  q.filters = {{"meeting", std::to_string(x.id)}};
  q.limit = k_shown;
  const auto found = reg::list(x.db, directives(), x.actor, q, {0, false}).rows;
  if (found.empty() && !gives_work(x.actor)) return Html(x.lang);
  const reg::Description& d = directives();
  Html body(x.lang);
  std::vector<ListItem> items;
  for (const reg::Cells& row : found) {
    ListItem item;
    item.icon = "speakerphone";
    item.href = reg::record_url(d, db::as_int(row[reg::k_id]));
    item.title = Html(x.lang) << d.title_of(row, x.lang);
    item.detail = Html(x.lang) << d.text(row, "issuer");
    const std::string status = d.text(row, "status");
    item.end = badge(x.lang, Message(directive_states().label(status, Lang::vi), directive_states().label(status, Lang::en)), reg::status_tone(status));
    items.push_back(std::move(item));
  }
  body << item_list(x.lang, items);
  if (gives_work(x.actor)) {
    Control text = box("text", Text("Mỗi ý một dòng", "One thought a line"), x.what.text(x.cells, "conclusions"), "textarea", true);
    text.width = "full";
    Html fields(x.lang);
    fields << control(x.lang, text) << control(x.lang, box("issuer", Text("Người, cơ quan chỉ đạo", "Who directed"), x.what.text(x.cells, "chair"), "text", true))
           << control(x.lang, box("due", Text("Hạn báo cáo lại", "To be reported by"), {}, "date"));
    body << "<details class=\"more\"><summary class=\"btn btn-sm\">"_h << icon("plus") << Text("Ghi ý kiến chỉ đạo, kết luận", "Write down what was directed") << "</summary><form class=\"form\" method=\"post\" novalidate action=\""_h
         << Url{reg::record_url(x.what, x.id) + "/directives"} << "\">"_h << hidden("csrf", x.csrf) << form_section(x.lang, Text("Ý kiến chỉ đạo, kết luận", "Directives"), fields) << "<div class=\"ff\">"_h
         << button(x.lang, {.label = Text("Ghi vào sổ", "Write down"), .kind = "primary"}) << "</div></form></details>"_h;
  }
  return card(x.lang, {.title = Text("Ý kiến chỉ đạo, kết luận", "Directives"), .body = body, .id = "directives"});
}

/// The target of a task against what is counted now.
Html target_panel(const reg::PanelContext& x, const fig::Engine& engine) {
  const reg::Description& d = tasks();
  const std::string code = d.text(x.cells, "indicator");
  const std::int64_t target = db::as_int(x.cells[static_cast<std::size_t>(d.column("target"))]);
  const fig::Indicator* indicator = engine.find(code);
  if (!indicator || target <= 0) return Html(x.lang);
  fig::Ask ask;
  ask.code = code;
  const auto org = x.db.first("SELECT code FROM organisation WHERE id = $1", {x.cells[static_cast<std::size_t>(d.column("lead"))]});
  ask.org = org ? db::as_text((*org)[0]) : std::string();
  const auto plan = x.db.first("SELECT period_from, period_to FROM work_plan WHERE deleted = 0 AND id = $1", {x.cells[static_cast<std::size_t>(d.column("plan"))]});
  const int year = Date::from_iso(d.text(x.cells, "due")).value_or(today()).year();
  ask.period = Period{*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)};
  if (plan)
    if (const auto from = Date::from_iso(db::as_text((*plan)[0])), to = Date::from_iso(db::as_text((*plan)[1])); from && to) ask.period = Period{*from, *to};
  const auto f = engine.evaluate(x.db, x.actor, ask);
  if (!f || !f->value) return Html(x.lang);
  Html body(x.lang);
  const double part = std::min(1.0, *f->value / static_cast<double>(target));
  body << "<p>"_h << indicator->name << ", "_h << period_words(*ask.period, x.lang) << "</p><p>"_h
       << figure(x.lang, {.href = fig::ask_url(ask), .shown = fig::on_screen(*f, x.lang), .spoken = indicator->name}) << " / "_h << format_int(target, x.lang) << "</p>"_h << progress(part);
  return card(x.lang, {.title = Text("Chỉ tiêu", "Target"), .body = body});
}

Html carry_panel(const reg::PanelContext& x) {
  if (!gives_work(x.actor)) return Html(x.lang);
  Html fields(x.lang);
  Control into = box("into", Text("Sang kế hoạch", "Into the plan"), {}, "combo", true);
  into.lookup = "/plans/lookup";
  fields << control(x.lang, into) << control(x.lang, box("reason", Text("Lý do chưa xong", "Why not finished"), {}, "text", true));
  return card(x.lang, {.title = Text("Chuyển việc chưa xong", "Carry over"),
                       .body = Html(x.lang) << "<form class=\"form\" method=\"post\" novalidate action=\""_h << Url{reg::record_url(x.what, x.id) + "/carry"} << "\">"_h << hidden("csrf", x.csrf) << fields
                                            << "<p>"_h << button(x.lang, {.label = Text("Chuyển", "Carry over"), .icon = "arrow-right", .small = true}) << "</p></form>"_h});
}

// ---- acts ----

std::int64_t number_of(db::ReadDb& db, const reg::Context& c, const Actor& actor, const reg::Field& f, std::string_view typed, std::size_t columns, Problems& problems, const char* name) {
  if (typed.empty()) return 0;
  reg::Cells scratch(columns);
  if (auto wrong = reg::set_text(db, *c.catalog, actor, f, typed, scratch)) {
    problems.push_back({Code::invalid, *wrong, name});
    return 0;
  }
  return db::as_int(scratch[static_cast<std::size_t>(f.first)]);
}

Date day_of(const web::Request& r, const char* name, Problems& problems) {
  const std::string_view typed = r.form.get(name);
  if (typed.empty()) return {};
  const auto day = parse_date(typed);
  if (day) return *day;
  problems.push_back({Code::invalid, day.error().message, name});
  return {};
}

/// The same form again with what was typed and what is wrong with it.
web::Response again(const web::Request& r, const Shell& s, const Message& title, const std::string& back, const Html& fields, const Problems& problems) {
  PageHead head;
  head.title = title;
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Problem& p : problems) lines.emplace_back(p.field, p.message.in(s.lang));
  Html h(s.lang);
  h << error_summary(s.lang, lines) << "<form class=\"card form\" method=\"post\" novalidate action=\""_h << Url{std::string(r.path)} << "\">"_h << hidden("csrf", s.csrf)
    << form_section(s.lang, title, fields) << "<div class=\"ff\">"_h << button(s.lang, {.label = Text("Ghi", "Save"), .kind = "primary"})
    << button(s.lang, {.label = Text("Quay lại", "Back"), .href = back, .kind = "ghost"}) << "</div></form>"_h;
  return reg::respond(s, head, h, http_status(problems.front().code));
}

Html typed_again(const web::Request& r, Lang lang, const Problems& problems, std::vector<Control> controls) {
  Html h(lang);
  for (Control& c : controls) {
    c.value = std::string(r.form.get(c.name));
    for (const Problem& p : problems)
      if (p.field == c.name) c.error = p.message.in(lang);
    h << control(lang, c);
  }
  return h;
}

web::Response post_directives(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  Problems problems;
  const std::int64_t meeting = reg::id_of(r);
  const Spoken spoken{std::string(r.form.get("issuer")), std::string(r.form.get("text")), day_of(r, "due", problems)};
  if (problems.empty()) {
    auto made = directives_from(tx, *c.catalog, actor, meeting, spoken);
    if (made) return web::redirect("/meetings/" + std::to_string(meeting) + "?done=verb&say=" + url_encode(Text("Ghi ý kiến chỉ đạo", "Write down what was directed").in(s.lang)) + "#directives");
    problems = std::move(made.error());
  }
  if (problems.front().field.empty()) return reg::problem_page(s, problems.front());
  Control text = box("text", Text("Mỗi ý một dòng", "One thought a line"), {}, "textarea", true);
  text.width = "full";
  return again(r, s, Text("Ý kiến chỉ đạo, kết luận", "Directives"), "/meetings/" + std::to_string(meeting),
               typed_again(r, s.lang, problems, {text, box("issuer", Text("Người, cơ quan chỉ đạo", "Who directed"), {}, "text", true), box("due", Text("Hạn báo cáo lại", "To be reported by"), {}, "date")}), problems);
}

web::Response post_task(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s, const reg::Description& from) {
  Problems problems;
  const std::int64_t id = reg::id_of(r);
  Given given{std::string(r.form.get("title")), std::string(r.form.get("owner")), std::string(r.form.get("output")), 0, day_of(r, "due", problems)};
  given.lead = number_of(tx, c, actor, *tasks().find("lead"), r.form.get("lead"), tasks().columns().size(), problems, "lead");
  if (problems.empty()) {
    auto made = give_task(tx, *c.catalog, actor, from.name, id, given);
    if (made) return web::redirect(reg::record_url(from, id) + "?done=verb&say=" + url_encode(Text("Giao việc", "Give a task").in(s.lang)) + "#tasks");
    problems = std::move(made.error());
  }
  if (problems.front().field.empty()) return reg::problem_page(s, problems.front());
  Control what = box("title", Text("Việc", "Task"), {}, "text", true), lead = box("lead", Text("Chủ trì", "In the lead"), {}, "combo", true);
  what.width = "full";
  lead.lookup = "/organisations/lookup";
  return again(r, s, Text("Giao việc", "Give a task"), reg::record_url(from, id),
               typed_again(r, s.lang, problems, {what, lead, box("owner", Text("Người phụ trách", "Person in charge")), box("output", Text("Sản phẩm", "Output")), box("due", Text("Hạn", "Due"), {}, "date", true)}), problems);
}

web::Response post_carry(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  Problems problems;
  const std::int64_t plan = reg::id_of(r);
  const std::int64_t into = number_of(tx, c, actor, *tasks().find("plan"), r.form.get("into"), tasks().columns().size(), problems, "into");
  if (problems.empty()) {
    auto carried = carry_over(tx, *c.catalog, actor, plan, into, std::string(r.form.get("reason")));
    if (carried) return web::redirect("/plans/" + std::to_string(into) + "?done=verb&say=" + url_encode(Text("Chuyển việc chưa xong", "Carry over").in(s.lang)) + "#tasks");
    problems = std::move(carried.error());
  }
  if (problems.front().field.empty()) return reg::problem_page(s, problems.front());
  Control to = box("into", Text("Sang kế hoạch", "Into the plan"), {}, "combo", true);
  to.lookup = "/plans/lookup";
  return again(r, s, Text("Chuyển việc chưa xong", "Carry over"), "/plans/" + std::to_string(plan), typed_again(r, s.lang, problems, {to, box("reason", Text("Lý do chưa xong", "Why not finished"), {}, "text", true)}), problems);
}

// ---- my day ----

/// Records of a register that fall on the day or go through it, as lines.
void events_of(std::vector<ListItem>& out, const reg::Context& c, db::ReadDb& db, const Actor& actor, Lang lang, const char* name, const std::string& icon_name, Date day) {
  const reg::Description* d = c.catalog->find(name);
  if (!d || d->date_field.empty()) return;
  reg::ListQuery q;
  q.filters = {{"from", day.iso()}, {"to", day.plus_days(k_days_ahead).iso()}};
  q.sort = d->date_field;
  q.limit = 10;
  for (const reg::Cells& row : reg::list(db, *d, actor, q, {0, false}).rows) {
    ListItem item;
    item.icon = icon_name;
    item.day = Date::from_iso(d->text(row, d->date_field)).value_or(Date{});
    item.href = reg::record_url(*d, db::as_int(row[reg::k_id]));
    item.title = Html(lang) << capital(d->title_of(row, lang));
    item.detail = Html(lang) << d->singular;
    out.push_back(std::move(item));
  }
}

/// Incoming papers that are due or overdue.
Html papers_due(const reg::Context& c, db::ReadDb& db, const Actor& actor, Lang lang) {
  const reg::Description& d = *c.catalog->find("incoming_paper");
  reg::ListQuery q;
  q.filters = {{"is", "open"}, {"due", ".." + today().plus_days(k_days_ahead).iso()}};
  q.sort = "due";
  q.limit = 20;
  std::vector<ListItem> items;
  for (const reg::Cells& row : reg::list(db, d, actor, q, {0, false}).rows) {
    ListItem item;
    item.icon = d.icon_name;
    item.href = reg::record_url(d, db::as_int(row[reg::k_id]));
    item.title = Html(lang) << d.title_of(row, lang);
    const std::string owner = d.text(row, "owner");
    item.detail = Html(lang) << d.text(row, "sender") << (owner.empty() ? "" : " · ") << owner;
    item.end = due_words(d.text(row, "due"), lang);
    items.push_back(std::move(item));
  }
  if (items.empty()) return Html(lang);
  return card(lang, {.title = Text("Văn bản đến phải giải quyết", "Incoming papers due"), .head_end = more_link(lang, Text("Cả sổ", "The book"), "/incoming?is=open"), .body = item_list(lang, items), .id = "papers-due"});
}

Html coming(const reg::Context& c, db::ReadDb& db, const Actor& actor, Lang lang) {
  std::vector<ListItem> items;
  for (const auto& [name, icon_name] : {std::pair{"delegation", "plane"}, std::pair{"activity", "calendar-event"}, std::pair{"meeting", "presentation"}, std::pair{"occasion", "cake"}})
    events_of(items, c, db, actor, lang, name, icon_name, today());
  std::ranges::stable_sort(items, {}, [](const ListItem& i) { return i.day.days(); });
  if (items.empty()) return Html(lang);
  return card(lang, {.title = Text("Hai tuần tới", "The next two weeks"), .body = item_list(lang, items)});
}

web::Response my_day(const reg::Context& c, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const TaskRows x{c, db, actor, s.lang};
  const std::string until = today().plus_days(k_days_ahead).iso();
  PageHead head;
  head.title = Text("Việc của tôi hôm nay", "My day");
  head.sub = Html(s.lang) << format_date(today(), s.lang);
  head.actions = Html(s.lang) << button(s.lang, {.label = Text("Việc chờ xử lý", "Waiting work"), .icon = "inbox", .href = "/work"})
                              << button(s.lang, {.label = Text("Mọi nhiệm vụ", "All tasks"), .icon = "checkbox", .href = "/tasks?is=open"});
  const auto urgent = tasks_where(x, {{"is", "open"}, {"due", ".." + until}});
  std::vector<reg::Cells> mine, others;
  for (const reg::Cells& row : urgent) {
    const bool led_here = db::as_int(row[static_cast<std::size_t>(tasks().column("lead"))]) == actor.org;
    const std::string owner = tasks().text(row, "owner");
    (led_here || (!actor.name.empty() && owner.find(actor.name) != std::string::npos) ? mine : others).push_back(row);
  }
  Html h(s.lang);
  const Html papers = papers_due(c, db, actor, s.lang);
  if (mine.empty() && others.empty() && papers.str().empty())
    h << empty_state(s.lang, Text("Không có việc nào đến hạn trong hai tuần", "Nothing is due within two weeks"),
                     Text("Nhiệm vụ của đơn vị mình, đến hạn hoặc quá hạn, nằm ở đây.", "Tasks of your organisation that are due or overdue will be here."), {{Text("Mọi nhiệm vụ", "All tasks"), "/tasks"}});
  if (!mine.empty()) h << card(s.lang, {.title = Text("Đơn vị tôi chủ trì", "Led by my organisation"), .note = Text("quá hạn và trong hai tuần tới", "overdue and due within two weeks"), .body = task_table(x, Text("Đơn vị tôi chủ trì", "Led by my organisation"), mine), .flush = true});
  if (!others.empty()) h << card(s.lang, {.title = Text("Các hội, đơn vị trực thuộc chủ trì", "Led by organisations below"), .body = task_table(x, Text("Các hội, đơn vị trực thuộc chủ trì", "Led by organisations below"), others), .flush = true});
  h << papers << coming(c, db, actor, s.lang);
  return reg::respond(s, head, h);
}

}  // namespace

void add_work_everywhere(reg::Context& context, const fig::Engine& engine) {
  context.panels_everywhere.emplace_back(reg::PanelPlace::main, [&context, &engine](const reg::PanelContext& x) {
    const std::string& name = x.what.name;
    if (name == "meeting") return directives_panel(x);
    if (name == "directive" || name == "petition" || name == "incoming_paper" || name == "work_plan") return tasks_panel(context, x);
    return name == "task" ? target_panel(x, engine) : Html(x.lang);
  });
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [](const reg::PanelContext& x) { return x.what.name == "work_plan" ? carry_panel(x) : Html(x.lang); });
}

void add_work_pages(web::Router& router, const reg::Context& c, const fig::Engine&) {
  router.get("/my-day", web::person(), reg::page_handler(c, [&c](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return my_day(c, db, a, s); }));
  router.post("/meetings/{id}/directives", web::person("check,approve").of("meeting"),
              reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return post_directives(c, r, tx, a, s); }));
  for (const char* name : {"directive", "petition", "incoming_paper"}) {
    const reg::Description* from = c.catalog->find(name);
    router.post("/" + from->path + "/{id}/tasks", web::person("check,approve").of(from->name),
                reg::act_handler(c, [&c, from](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return post_task(c, r, tx, a, s, *from); }));
  }
  router.post("/plans/{id}/carry", web::person("check,approve").of("work_plan"), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return post_carry(c, r, tx, a, s); }));
}

}  // namespace nc::app
