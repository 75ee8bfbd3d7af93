// Agreements as a whole: what ends within half a year, what sleeps, which commitments are late; and the form of a renewal.
#include <algorithm>

#include "app/agreements/public.h"
#include "app/agreements/pulse.h"
#include "app/common/grid.h"
#include "app/common/overdue.h"
#include "app/common/page_visit.h"
#include "app/common/within.h"
#include "app/organisations/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_asleep_months = 12;

/// How urgent the end is: past, within 30, 90, 180 days; 4 is later.
int stage_of(Date expires) {
  const auto left = expires.days() - today().days();
  return left < 0 ? 0 : left <= 30 ? 1 : left <= 90 ? 2 : left <= 180 ? 3 : 4;
}

Html left_badge(Date expires, Lang lang) {
  const auto left = expires.days() - today().days();
  const std::string over = std::to_string(-left);
  if (left < 0) return badge(lang, Message("quá " + over + " ngày", over + " days over"), Tone::bad, "clock-exclamation");
  return badge(lang, days_left(left), left <= 90 ? Tone::warn : Tone::neutral);
}

Html renewal_cell(const PageVisit& x, const AgreementSeen& a) {
  Html h(x.lang());
  if (a.renewal) return h << "<a href=\"/agreements/"_h << a.renewal << "\">"_h << Message("Đang tái ký: " + a.renewal_code, "Being renewed: " + a.renewal_code) << "</a>"_h;
  if (!x.actor.may(Function::enter)) return h << "<span class=\"m3\">"_h << Text("chưa tái ký", "not renewed") << "</span>"_h;
  return h << button(x.lang(), {.label = Text("Tái ký", "Renew"), .icon = "refresh", .href = "/agreements/" + std::to_string(a.id) + "/renew", .small = true});
}

Html expiry_card(const PageVisit& x, const std::vector<AgreementSeen>& all) {
  Table t;
  t.caption = Text("Thỏa thuận sắp hết hạn", "Agreements that end");
  t.columns = {{.label = Text("Thỏa thuận", "Agreement"), .key = true}, {.label = Text("Hết hạn", "Ends")}, {.label = Text("Còn", "Left")}, {.label = Text("Tái ký", "Renewal")}};
  static constexpr Text k_heads[] = {Text("Đã quá hạn", "Past its end"), Text("Trong 30 ngày", "Within 30 days"), Text("Trong 90 ngày", "Within 90 days"), Text("Trong 180 ngày", "Within 180 days")};
  int stage = -1;
  std::int64_t n = 0;
  for (const AgreementSeen& a : all) {
    if (!a.expires || stage_of(a.expires) > 3) continue;
    ++n;
    if (stage_of(a.expires) != stage) {
      stage = stage_of(a.expires);
      Row head;
      head.kind = Row::Kind::group;
      head.cells = {Cell(Html(x.lang()) << k_heads[stage], 4)};
      t.rows.push_back(std::move(head));
    }
    Row row;
    row.illustrative = a.illustrative;
    row.cells = {title_cell("/agreements/" + std::to_string(a.id), a.title, a.party), Html(x.lang()) << "<span class=\"nw\">"_h << format_date(a.expires, x.lang()) << "</span>"_h, left_badge(a.expires, x.lang()), renewal_cell(x, a)};
    t.rows.push_back(std::move(row));
  }
  const std::string count = std::to_string(n);
  Card c{.title = Message(count + " thỏa thuận hết hạn trong 180 ngày hoặc đã quá hạn", count + " agreements end within 180 days or have ended"), .flush = true, .id = "expiring"};
  c.body = n == 0 ? Html(x.lang()) << "<p class=\"cb m2\">"_h << Text("Không thỏa thuận nào hết hạn trong 180 ngày tới.", "No agreement ends within 180 days.") << "</p>"_h : table(x.lang(), t);
  return card(x.lang(), c);
}

Html asleep_card(const PageVisit& x, const std::vector<AgreementSeen>& all) {
  const auto last = last_facts(x.db, x.actor, facts_of_agreements(), today());
  std::vector<ListItem> items;
  for (const AgreementSeen& a : all) {
    const auto at = last.find(a.id);
    const Date since = at != last.end() ? at->second.day : a.from;
    // A fresh agreement sleeps no earlier than a year after it began; one of unknown beginning is asked about at once.
    if (since && months_between(since, today()) < k_asleep_months) continue;
    ListItem item;
    item.icon = "zzz";
    item.tone = Tone::warn;
    item.href = "/agreements/" + std::to_string(a.id);
    item.title = Html(x.lang()) << country(a.country, "") << " "_h << a.title;
    if (a.illustrative) item.title << " "_h << illustrative_mark(x.lang());
    if (at != last.end()) item.detail = Html(x.lang()) << capital(last_words(at->second, today()).in(x.lang())) << ": "_h << at->second.title;
    else if (a.from) item.detail = Html(x.lang()) << Message("Hiệu lực từ " + format_date(a.from, Lang::vi) + ", sổ chưa ghi việc nào", "In force from " + format_date(a.from, Lang::en) + ", nothing is known of");
    else item.detail = Html(x.lang()) << Text("Sổ chưa ghi việc nào", "Nothing is known of");
    items.push_back(std::move(item));
  }
  const std::string n = std::to_string(items.size());
  Html body(x.lang());
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Thỏa thuận nào cũng có việc trong mười hai tháng.", "Every agreement had some activity within twelve months.") << "</p>"_h;
  else body << item_list(x.lang(), items);
  return card(x.lang(), {.title = Message(n + " thỏa thuận im lặng mười hai tháng", n + " agreements asleep for twelve months"),
                         .note = Text("Không đoàn, hoạt động, học bổng hay tiến độ cam kết nào theo thỏa thuận", "No visit, activity, scholarship or progress under them"), .body = body, .id = "asleep"});
}

Html late_card(const PageVisit& x) {
  std::vector<ListItem> items;
  each_within(x.db, "SELECT c.id, c.content, c.due, c.progress, g.title, c.illustrative FROM commitment c JOIN agreement g ON g.id = c.agreement WHERE c.deleted = 0 AND g.deleted = 0 AND g.status <> 'terminated' AND c.progress < 100 AND c.due < $1",
              {today().iso()}, org_scope(x.actor, "c"), "ORDER BY c.due, c.id LIMIT 30", [&](const db::Row& r) {
                ListItem item;
                item.day = Date::from_iso(r.text(2)).value_or(Date{});
                item.href = "/commitments/" + std::to_string(r.integer(0));
                item.title = Html(x.lang()) << r.text(1);
                if (r.integer(5) != 0) item.title << " "_h << illustrative_mark(x.lang());
                item.detail = Html(x.lang()) << r.text(4);
                item.end = Html(x.lang()) << r.integer(3) << "%"_h;
                items.push_back(std::move(item));
                return true;
              });
  if (items.empty()) return Html(x.lang());
  return card(x.lang(), {.title = Text("Cam kết quá hạn", "Commitments overdue"), .body = item_list(x.lang(), items), .id = "late"});
}

Html kpis(const PageVisit& x) {
  std::vector<Kpi> out;
  for (const auto& [code, icon_name] : {std::pair{"I64", "link"}, std::pair{"I65", "signature"}, std::pair{"I66", "list-check"}}) {
    const fig::Indicator* i = x.engine.find(code);
    fig::Ask ask;
    ask.code = code;
    ask.org = home_org(x.db, x.actor);
    ask.period = parse_period(x.shell.period_code).value_or(Period{*Date::from_ymd(today().year(), 1, 1), *Date::from_ymd(today().year(), 12, 31)});
    const auto f = i ? x.engine.evaluate(x.db, x.actor, ask) : tl::make_unexpected(Problem{});
    if (!f) continue;
    const std::string shown = fig::on_screen(*f, x.lang());
    Kpi k{.label = i->name, .icon = icon_name};
    k.figure = {.href = fig::ask_url(ask), .shown = shown, .spoken = {i->name.vi + ": " + shown + ", mở bản ghi", i->name.en + ": " + shown + ", open the records"}};
    if (f->unit == "percent" && f->value) k.unit = Text("%", "%");
    k.sub = Html(x.lang()) << period_words(*ask.period, x.lang());
    out.push_back(std::move(k));
  }
  return kpi_strip(x.lang(), out);
}

web::Response radar_page(const PageVisit& x) {
  PageHead head;
  head.title = Text("Sắp hết hạn, đang im lặng", "Expiry and pulse");
  head.crumbs = {{agreements().plural, "/agreements"}};
  const auto all = living_agreements(x.db, x.actor, x.lang());
  Html h(x.lang());
  h << "<div class=\"stack-16\"><div>"_h << agreement_tabs(x.lang(), "radar") << "</div>"_h << kpis(x) << expiry_card(x, all) << late_card(x) << asleep_card(x, all) << "</div>"_h;
  return reg::respond(x.shell, head, h);
}

// ---- renewal ----

Control box(const reg::Typed& typed, Lang lang, const char* name, const Message& label, const std::string& otherwise, const char* type = "text", bool required = false) {
  Control c;
  c.name = name;
  c.label = label;
  c.type = type;
  c.required = required;
  c.value = typed.fields ? std::string(typed.fields->get(name)) : otherwise;
  c.error = typed.error_of(name, lang);
  return c;
}

web::Response renew_page(const Shell& s, std::int64_t id, const reg::Cells& old, const reg::Typed& typed, int status = 200) {
  const Lang lang = s.lang;
  const reg::Description& d = agreements();
  const auto day = [&](const char* column) { return Date::from_iso(d.text(old, column)).value_or(Date{}); };
  const Date ends = day("expires_on"), began = day("effective_from") ? day("effective_from") : day("signed_on");
  const Date from = ends ? ends.plus_days(1) : today();
  const Date to = ends && began ? from.plus_days(ends.days() - began.days()) : Date{};
  Html fields(lang);
  Control title = box(typed, lang, "title", d.find("title")->label, d.text(old, "title"), "text", true), title_en = box(typed, lang, "title_en", d.find("title_en")->label, d.text(old, "title_en"));
  title.width = title_en.width = "full";
  Control carry = box(typed, lang, "with_commitments", Text("Mang theo cam kết chưa xong", "Take unfinished commitments along"), "1", "checkbox");
  carry.width = "full";
  fields << control(lang, title) << control(lang, title_en) << control(lang, box(typed, lang, "from", d.find("effective_from")->label, from.iso(), "date")) << control(lang, box(typed, lang, "to", d.find("expires_on")->label, to.iso(), "date"))
         << control(lang, box(typed, lang, "period_label", d.find("period_label")->label, to ? std::to_string(from.year()) + " - " + std::to_string(to.year()) : std::string())) << control(lang, carry);
  std::vector<std::pair<std::string, std::string>> wrong;
  for (const Problem& p : typed.problems) wrong.emplace_back(p.field, p.message.in(lang));
  PageHead head;
  head.title = Text("Tái ký thỏa thuận", "Renew the agreement");
  head.crumbs = {{d.plural, "/agreements"}, {Message(d.title_of(old, Lang::vi), d.title_of(old, Lang::en)), reg::record_url(d, id)}};
  Html h(lang);
  if (!wrong.empty()) h << error_summary(lang, wrong);
  h << "<form class=\"card form\" method=\"post\" novalidate action=\""_h << Url{reg::record_url(d, id) + "/renew"} << "\">"_h << hidden("csrf", s.csrf) << form_section(lang, Text("Thỏa thuận mới", "The new agreement"), fields)
    << "<p class=\"cb m2 sm\">"_h << Text("Các bên, nước, nội dung lấy từ thỏa thuận cũ. Thỏa thuận mới bắt đầu ở trạng thái đang xúc tiến, đi qua xin ý kiến và ký như mọi thỏa thuận; thỏa thuận cũ giữ nguyên.",
                                          "Parties, country and scope come from the old one. The new one starts as being negotiated and goes its way to the signature; the old one stays as it is.")
    << "</p><div class=\"ff\">"_h << button(lang, {.label = Text("Lập thỏa thuận tái ký", "Make the renewal"), .icon = "refresh", .kind = "primary"})
    << button(lang, {.label = Text("Quay lại", "Back"), .href = reg::record_url(d, id), .kind = "ghost"}) << "</div></form>"_h;
  return reg::respond(s, head, h, status);
}

Date typed_day(const web::Request& r, const char* name, Problems& problems) {
  const std::string_view typed = r.form.get(name);
  if (typed.empty()) return {};
  const auto day = parse_date(typed);
  if (!day) problems.push_back({Code::invalid, day.error().message, name});
  return day ? *day : Date{};
}

web::Response do_renew(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const reg::Description& d = agreements();
  const auto old = reg::load(tx, d, actor, reg::id_of(r));
  if (!old) return reg::problem_page(s, old.error());
  reg::Typed typed{.fields = &r.form, .problems = {}};
  Renewal renewal;
  renewal.agreement = reg::id_of(r);
  renewal.title = std::string(r.form.get("title"));
  renewal.title_en = std::string(r.form.get("title_en"));
  renewal.period_label = std::string(r.form.get("period_label"));
  renewal.from = typed_day(r, "from", typed.problems);
  renewal.to = typed_day(r, "to", typed.problems);
  renewal.with_commitments = !r.form.get("with_commitments").empty();
  if (typed.problems.empty()) {
    const auto made = renew(tx, *c.catalog, actor, renewal);
    if (made) return web::redirect(reg::record_url(d, made->id) + "?done=created&change=" + std::to_string(made->change));
    typed.problems = made.error();
  }
  return renew_page(s, reg::id_of(r), *old, typed, http_status(typed.problems.front().code));
}

Grid commitments_grid() {
  return {.what = &commitments(),
          .name = "commitments",
          .title = Text("Cam kết và tiến độ", "Commitments and progress"),
          .hint = Text("Mỗi điều khoản một dòng. Tiến độ từ 0 đến 100; ghi kết quả khi có.", "A line for each clause. Progress from 0 to 100; write the result once there is one."),
          .fields = {{"content", 5}, {"owner", 3}, {"due", 2}, {"progress", 2}, {"target", 5}, {"result", 7}},
          .order = {"due"},
          .spare = 4};
}

}  // namespace

void add_agreement_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  add_grid_pages(router, context, commitments_grid());
  router.get("/agreements/radar", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return radar_page({engine, db, a, s}); }));
  router.get("/agreements/{id}/renew", web::person("enter").of("agreement"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    const auto old = reg::load(db, agreements(), a, reg::id_of(r));
    return old ? renew_page(s, reg::id_of(r), *old, {}) : reg::problem_page(s, old.error());
  }));
  router.post("/agreements/{id}/renew", web::person("enter").of("agreement"), reg::act_handler(context, [&context](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return do_renew(context, r, tx, a, s); }));
}

}  // namespace nc::app
