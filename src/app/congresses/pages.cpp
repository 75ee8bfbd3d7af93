// Congresses in the browser: terms that end, who is overdue; the leadership of an organisation and completing it.
#include <algorithm>

#include "app/common/overdue.h"
#include "app/congresses/leadership.h"
#include "app/congresses/public.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

Html tabs_of(Lang lang, std::string_view on) {
  std::vector<Tab> items;
  for (const auto& [label, href] : {std::pair{Text("Đại hội", "Congresses"), "/congresses"}, {Text("Hạn đại hội", "Deadlines"), "/congresses/radar"}, {Text("Nhiệm kỳ", "Terms"), "/terms"}, {Text("Nhân sự", "Leadership"), "/appointments"}})
    items.push_back({.label = label, .href = href, .count = {}, .on = on == href});
  return segments(lang, Text("Cách xem đại hội", "Ways to look at congresses"), items);
}

/// 0 past, 1 within three months, 2 six, 3 twelve, 4 later.
int stage_of(Date end) {
  const Date now = today();
  return end < now ? 0 : end <= now.plus_months(3) ? 1 : end <= now.plus_months(6) ? 2 : end <= now.plus_months(12) ? 3 : 4;
}

Html act_cell(const TermSeen& t, const Actor& actor, Lang lang) {
  Html h(lang);
  if (t.congress) return h << "<a href=\"/congresses/"_h << t.congress << "\">"_h << Text("Đang chuẩn bị đại hội", "A congress is in preparation") << "</a>"_h;
  if (!actor.may(Function::enter)) return h << "<span class=\"m3\">"_h << Text("chưa có", "none") << "</span>"_h;
  return h << button(lang, {.label = Text("Trình đề án", "Submit a plan"), .icon = "building-arch", .href = "/congresses/new?org=" + std::to_string(t.org) + "&title=" + url_encode("Đại hội " + t.org_name), .small = true});
}

Html deadlines_card(const std::vector<TermSeen>& all, const Actor& actor, Lang lang) {
  static constexpr Text k_heads[] = {Text("Quá hạn", "Overdue"), Text("Trong 3 tháng", "Within 3 months"), Text("Trong 6 tháng", "Within 6 months"), Text("Trong 12 tháng", "Within 12 months"), Text("Còn lâu hơn", "Later")};
  Table t;
  t.caption = Text("Hạn đại hội", "Deadlines of congresses");
  t.columns = {{.label = Text("Tổ chức", "Organisation"), .key = true}, {.label = Text("Nhiệm kỳ", "Term")}, {.label = Text("Kết thúc", "Ends")}, {.label = Text("Đại hội", "Congress")}};
  int stage = -1;
  for (const TermSeen& one : all) {
    if (!one.to) continue;
    if (stage_of(one.to) != stage) {
      stage = stage_of(one.to);
      Row head;
      head.kind = Row::Kind::group;
      head.cells = {Cell(Html(lang) << k_heads[stage], 4)};
      t.rows.push_back(std::move(head));
    }
    Row row;
    row.illustrative = one.illustrative;
    const std::string days = std::to_string(std::abs(one.to.days() - today().days()));
    Html end(lang);
    end << "<span class=\"nw\">"_h << format_date(one.to, lang) << "</span> "_h;
    if (stage == 0) end << badge(lang, Message("quá " + days + " ngày", days + " days over"), Tone::bad, "clock-exclamation");
    else if (stage < 4) end << badge(lang, days_left(one.to.days() - today().days()), stage == 1 ? Tone::warn : Tone::neutral);
    row.cells = {title_cell("/organisations/" + std::to_string(one.org), one.org_name, one.org_code), Html(lang) << "<a href=\"/terms/"_h << one.term << "\">"_h << one.name << "</a>"_h, std::move(end), stage < 4 ? act_cell(one, actor, lang) : Html(lang)};
    t.rows.push_back(std::move(row));
  }
  Card c{.title = Text("Nhiệm kỳ kết thúc khi nào", "When terms end"), .flush = true, .id = "deadlines"};
  c.body = t.rows.empty() ? Html(lang) << "<p class=\"cb m2\">"_h << Text("Chưa ghi nhiệm kỳ nào. Ghi nhiệm kỳ của từng hội thì máy báo trước 12, 6, 3 tháng.", "No term is known yet. With the terms of associations the deadlines are told 12, 6 and 3 months ahead.") << "</p>"_h : table(lang, t);
  return card(lang, c);
}

Html unknown_card(const std::vector<TermSeen>& all, const Actor& actor, Lang lang) {
  std::vector<ListItem> items;
  for (const TermSeen& one : all) {
    if (one.to) continue;
    ListItem item;
    item.icon = "users-group";
    item.href = "/organisations/" + std::to_string(one.org);
    item.title = Html(lang) << one.org_name;
    if (actor.may(Function::enter)) item.end = button(lang, {.label = Text("Ghi nhiệm kỳ", "Write the term"), .icon = "plus", .href = "/terms/new?org=" + std::to_string(one.org), .small = true});
    items.push_back(std::move(item));
  }
  if (items.empty()) return Html(lang);
  const std::string n = std::to_string(items.size());
  constexpr std::size_t k_most = 40;
  if (items.size() > k_most) items.resize(k_most);
  return card(lang, {.title = Message(n + " tổ chức chưa ghi nhiệm kỳ", n + " organisations without a term"), .body = item_list(lang, items), .id = "unknown"});
}

Html kpis(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const Shell& s) {
  std::vector<Kpi> out;
  for (const auto& [code, icon_name] : {std::pair{"I10", "building-arch"}, std::pair{"I11", "clock-exclamation"}, std::pair{"I12", "user-check"}}) {
    const fig::Indicator* i = engine.find(code);
    fig::Ask ask;
    ask.code = code;
    ask.org = home_org(db, actor);
    ask.period = parse_period(s.period_code).value_or(Period{*Date::from_ymd(today().year(), 1, 1), *Date::from_ymd(today().year(), 12, 31)});
    const auto f = i ? engine.evaluate(db, actor, ask) : tl::make_unexpected(Problem{});
    if (!f) continue;
    const std::string shown = fig::on_screen(*f, s.lang);
    Kpi k{.label = i->name, .icon = icon_name};
    k.figure = {.href = fig::ask_url(ask), .shown = shown, .spoken = {i->name.vi + ": " + shown + ", mở bản ghi", i->name.en + ": " + shown + ", open the records"}};
    k.sub = Html(s.lang) << period_words(*ask.period, s.lang);
    out.push_back(std::move(k));
  }
  return kpi_strip(s.lang, out);
}

web::Response radar_page(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const Shell& s) {
  PageHead head;
  head.title = Text("Hạn đại hội", "Deadlines of congresses");
  head.crumbs = {{congresses().plural, "/congresses"}};
  const auto all = latest_terms(db, actor);
  Html h(s.lang);
  h << "<div class=\"stack-16\"><div>"_h << tabs_of(s.lang, "/congresses/radar") << "</div>"_h << kpis(engine, db, actor, s) << deadlines_card(all, actor, s.lang) << unknown_card(all, actor, s.lang) << "</div>"_h;
  return reg::respond(s, head, h);
}

// ---- completing personnel ----

Control box(const reg::Typed& typed, Lang lang, const char* name, const Message& label, const std::string& otherwise = {}, const char* type = "text") {
  Control c;
  c.name = name;
  c.label = label;
  c.type = type;
  c.value = typed.fields ? std::string(typed.fields->get(name)) : otherwise;
  c.error = typed.error_of(name, lang);
  return c;
}

Control choice(const reg::Typed& typed, Lang lang, const char* name, const Message& label, const reg::Options& options, const std::string& otherwise = {}) {
  Control c = box(typed, lang, name, label, otherwise, "select");
  c.options = {{"", ""}};
  for (const auto& o : options.all()) c.options.emplace_back(o.code, capital(o.label.in(lang)));
  return c;
}

web::Response personnel_page(db::ReadDb& db, const Actor& actor, const Shell& s, std::int64_t org, const reg::Cells& cells, const reg::Typed& typed, int status = 200) {
  const Lang lang = s.lang;
  const reg::Description& d = appointments();
  Control leaves = box(typed, lang, "leaves", Text("Người thôi giữ chức", "Who leaves"), {}, "select");
  leaves.options = {{"", ""}};
  for (const Officer& o : officers_of(db, actor, org, today())) leaves.options.emplace_back(std::to_string(o.id), o.person + ", " + office_titles().label(o.title, lang));
  Control decision = box(typed, lang, "decision_no", Text("Số nghị quyết, quyết định", "Number of the decision")), day = box(typed, lang, "date", Text("Hiệu lực từ ngày", "In effect from"), today().iso(), "date");
  decision.required = day.required = true;
  Html h(lang);
  std::vector<std::pair<std::string, std::string>> wrong;
  for (const Problem& p : typed.problems) wrong.emplace_back(p.field, p.message.in(lang));
  if (!wrong.empty()) h << error_summary(lang, wrong);
  h << "<form class=\"card form\" method=\"post\" novalidate action=\"/organisations/"_h << org << "/personnel\">"_h << hidden("csrf", s.csrf)
    << form_section(lang, Text("Thôi giữ chức", "Leaves"), Html(lang) << control(lang, leaves) << control(lang, choice(typed, lang, "ended_by", d.find("ended_by")->label, *d.find("ended_by")->opt.options)))
    << form_section(lang, Text("Nhận chức", "Comes"), Html(lang) << control(lang, box(typed, lang, "comes", Text("Người nhận chức", "Who comes"))) << control(lang, choice(typed, lang, "title", d.find("title")->label, office_titles()))
                                                                  << control(lang, choice(typed, lang, "body", d.find("body")->label, *d.find("body")->opt.options, "executive_committee"))
                                                                  << control(lang, choice(typed, lang, "how", d.find("how")->label, *d.find("how")->opt.options, "co_opted")))
    << form_section(lang, Text("Căn cứ", "Basis"), Html(lang) << control(lang, decision) << control(lang, day)) << "<div class=\"ff\">"_h << button(lang, {.label = Text("Kiện toàn", "Complete"), .icon = "user-check", .kind = "primary"})
    << button(lang, {.label = Text("Quay lại", "Back"), .href = "/organisations/" + std::to_string(org), .kind = "ghost"}) << "</div></form>"_h;
  PageHead head;
  head.title = Text("Kiện toàn nhân sự", "Complete personnel");
  head.crumbs = {{organisations().plural, "/organisations"}, {Message(organisations().title_of(cells, Lang::vi), organisations().title_of(cells, Lang::en)), "/organisations/" + std::to_string(org)}};
  return reg::respond(s, head, h, status);
}

web::Response do_personnel(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::int64_t org = reg::id_of(r);
  const auto cells = reg::load(tx, organisations(), actor, org);
  if (!cells) return reg::problem_page(s, cells.error());
  reg::Typed typed{.fields = &r.form, .problems = {}};
  const auto text = [&](const char* name) { return std::string(r.form.get(name)); };
  Personnel p{org, parse_int(text("leaves")).value_or(0), text("ended_by"), text("comes"), text("title"), text("body"), text("how"), text("decision_no"), {}};
  if (const std::string day = text("date"); !day.empty()) {
    if (const auto parsed = parse_date(day)) p.date = *parsed;
    else typed.problems.push_back({Code::invalid, parsed.error().message, "date"});
  }
  if (typed.problems.empty()) {
    const auto done = complete_personnel(tx, *c.catalog, actor, p);
    if (done) return web::redirect("/organisations/" + std::to_string(org) + "?done=verb&say=" + url_encode(Text("Kiện toàn nhân sự", "Complete personnel").in(s.lang)) + "#leadership");
    typed.problems = done.error();
  }
  return personnel_page(tx, actor, s, org, *cells, typed, http_status(typed.problems.front().code));
}

}  // namespace

Html congress_views(const reg::PanelContext& x, const std::string&) { return tabs_of(x.lang, "/" + x.what.path); }

Html leadership_panel(const reg::PanelContext& x) {
  const std::string kind = x.what.text(x.cells, "kind");
  if (kind == "locality" || kind == "unit") return Html(x.lang);
  const auto officers = officers_of(x.db, x.actor, x.id, today());
  const auto term = x.db.first("SELECT id, name, from_date, to_date FROM term WHERE deleted = 0 AND org_id = $1 ORDER BY to_date DESC, id DESC LIMIT 1", {x.id});
  const bool writes = x.actor.may(Function::enter) && !x.actor.preview();
  if (officers.empty() && !term && !writes) return Html(x.lang);
  Html body(x.lang);
  if (term) {
    const Date to = Date::from_iso(db::as_text((*term)[3])).value_or(Date{});
    body << "<p class=\"sm\"><a href=\"/terms/"_h << db::as_int((*term)[0]) << "\">"_h << db::as_text((*term)[1]) << "</a>"_h;
    if (to) body << ", "_h << Message("đến " + format_date(to, Lang::vi), "until " + format_date(to, Lang::en));
    if (to && stage_of(to) == 0) body << " "_h << badge(x.lang, Text("quá hạn đại hội", "congress overdue"), Tone::bad, "clock-exclamation");
    else if (to && stage_of(to) < 4) body << " "_h << badge(x.lang, Text("sắp hết nhiệm kỳ", "term ends soon"), Tone::warn);
    body << "</p>"_h;
  }
  std::vector<ListItem> items;
  constexpr std::size_t k_shown = 12;
  for (const Officer& o : officers) {
    if (items.size() == k_shown) break;
    ListItem item;
    item.icon = "user-check";
    item.href = "/appointments/" + std::to_string(o.id);
    item.title = Html(x.lang) << o.person;
    if (o.illustrative) item.title << " "_h << illustrative_mark(x.lang);
    item.detail = Html(x.lang) << capital(office_titles().label(o.title, x.lang)) << ", "_h << Message("từ " + format_date(o.from, Lang::vi), "since " + format_date(o.from, Lang::en));
    items.push_back(std::move(item));
  }
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Chưa ghi ai đang giữ chức.", "Nobody is known to be in office.") << "</p>"_h;
  else body << item_list(x.lang, items);
  const std::string id = std::to_string(x.id);
  if (writes) {
    body << "<div class=\"acts\">"_h << button(x.lang, {.label = Text("Kiện toàn", "Complete personnel"), .icon = "user-check", .href = "/organisations/" + id + "/personnel", .small = true});
    if (!term) body << button(x.lang, {.label = Text("Ghi nhiệm kỳ", "Write the term"), .icon = "plus", .href = "/terms/new?org=" + id, .small = true});
    body << button(x.lang, {.label = Text("Đại hội", "Congress"), .icon = "building-arch", .href = "/congresses/new?org=" + id, .small = true}) << "</div>"_h;
  }
  return card(x.lang, {.title = Text("Lãnh đạo, nhiệm kỳ", "Leadership and term"), .body = body, .id = "leadership"});
}

void add_congress_pages(web::Router& router, const reg::Context& c, const fig::Engine& engine) {
  router.get("/congresses/radar", web::person().seeing("internal"), reg::page_handler(c, [&engine](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return radar_page(engine, db, a, s); }));
  router.get("/organisations/{id}/personnel", web::person("enter").of("organisation"), reg::page_handler(c, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    const auto cells = reg::load(db, organisations(), a, reg::id_of(r));
    return cells ? personnel_page(db, a, s, reg::id_of(r), *cells, {}) : reg::problem_page(s, cells.error());
  }));
  router.post("/organisations/{id}/personnel", web::person("enter").of("organisation"), reg::act_handler(c, [&c](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return do_personnel(c, r, tx, a, s); }));
}

}  // namespace nc::app
