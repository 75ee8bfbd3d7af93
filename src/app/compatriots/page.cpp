// Compatriots abroad by country: associations, how many people are said to live where, requests that are open, the last contact.
#include <algorithm>
#include <set>

#include "app/calendar/public.h"
#include "app/common/figure_strip.h"
#include "app/common/linked_facts.h"
#include "app/common/overdue.h"
#include "app/common/page_visit.h"
#include "app/common/within.h"
#include "app/compatriots/public.h"
#include "app/organisations/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

struct Visit : PageVisit {
  std::string home;    ///< code of the office whose figures stand on top
  bool all = false;    ///< everything in reach, not only what the figures count
  std::map<std::string, std::vector<CompatriotAssociation>> associations{};
  std::map<std::string, std::vector<Estimate>> estimates{};
  std::map<std::string, std::int64_t> open{};
  std::map<std::int64_t, LinkedFact> last{};
  std::string office() const { return all ? std::string() : home; }
  bool enters() const { return actor.may(Function::enter) && !actor.preview(); }
};

const std::vector<FactSource>& contacts() {
  static const std::vector<FactSource> all{{"activity", "org_id", "from_date", "f.status IN ('done', 'reported')"},
                                           {"support_case", "association", "opened_on", "f.opened_on IS NOT NULL"},
                                           {"diaspora_estimate", "association", "as_of", "f.as_of IS NOT NULL"},
                                           {"petition", "from_org", "date", "f.date IS NOT NULL"}};
  return all;
}

Html estimate_line(Lang lang, const Estimate& e) {
  Html h(lang);
  h << "<a href=\"/diaspora-estimates/"_h << e.id << "\"><b class=\"nw\">"_h << e.shown(lang) << "</b> – "_h << e.title << "</a> <span class=\"m2 nw\">"_h << Message("đến " + format_date(e.as_of, Lang::vi), "as of " + format_date(e.as_of, Lang::en)) << "</span>"_h;
  h << "<span class=\"m2\">, "_h << diaspora_estimates().find("confidence")->opt.options->label(e.confidence, lang) << (e.source.empty() ? "" : ": " + e.source) << "</span>"_h;
  if (e.illustrative) h << " "_h << illustrative_mark(lang);
  return h;
}

Html association_cell(const Visit& x, const std::string& iso) {
  Html h(x.lang());
  const auto found = x.associations.find(iso);
  if (found == x.associations.end()) return h << "<span class=\"m3\">–</span>"_h;
  bool first = true;
  for (const auto& a : found->second) {
    h << (first ? ""_h : "<br>"_h) << "<a href=\"/organisations/"_h << a.id << "\">"_h << a.name << "</a>"_h;
    if (a.illustrative) h << " "_h << illustrative_mark(x.lang());
    if (!a.above.empty()) h << "<span class=\"tsub\">"_h << a.above << "</span>"_h;
    first = false;
  }
  return h;
}

Html estimate_cell(const Visit& x, const std::string& iso) {
  Html h(x.lang());
  const auto found = x.estimates.find(iso);
  if (found == x.estimates.end()) {
    if (!x.enters()) return h << "<span class=\"m3\">"_h << Text("chưa ai khai", "none declared") << "</span>"_h;
    return h << "<a class=\"sm\" href=\"/diaspora-estimates/new?country="_h << iso << "\">"_h << Text("Ghi ước tính", "Enter an estimate") << "<span class=\"vh\">: "_h << countries().label(iso, x.lang()) << "</span></a>"_h;
  }
  for (const auto& e : found->second) h << "<div class=\"est\">"_h << estimate_line(x.lang(), e) << "</div>"_h;
  if (const Message sum = sum_with_parts(found->second); !sum.empty()) h << "<span class=\"tsub\">"_h << sum << "</span>"_h;
  return h;
}

Html last_cell(const Visit& x, const std::string& iso) {
  Html h(x.lang());
  const LinkedFact* newest = nullptr;
  const auto found = x.associations.find(iso);
  if (found != x.associations.end())
    for (const auto& a : found->second)
      if (const auto fact = x.last.find(a.id); fact != x.last.end() && (!newest || newest->day < fact->second.day)) newest = &fact->second;
  if (!newest) return h << "<span class=\"m3\">–</span>"_h;
  return h << "<a href=\""_h << Url{newest->href()} << "\">"_h << capital(newest->what().in(x.lang())) << "</a><span class=\"tsub\">"_h << format_date(newest->day, x.lang()) << "</span>"_h;
}

std::vector<std::string> nations(const Visit& x) {
  std::set<std::string> all;
  for (const auto& [iso, list] : x.associations) all.insert(iso);
  for (const auto& [iso, list] : x.estimates) all.insert(iso);
  for (const auto& [iso, n] : x.open) all.insert(iso);
  std::vector<std::string> out;
  for (const Option& o : countries().all())
    if (all.contains(o.code)) out.push_back(o.code);
  return out;
}

Html table_card(const Visit& x) {
  Table t;
  t.caption = Text("Kiều bào theo nước", "Compatriots by country");
  t.columns = {{.label = Text("Nước", "Country"), .key = true}, {.label = Text("Hội đồng hương", "Associations")}, {.label = Text("Số người, như đã khai", "People, as declared")}, {.label = Text("Việc đang mở", "Open cases"), .number = true}, {.label = Text("Liên hệ gần nhất", "Last contact")}};
  for (const auto& iso : nations(x)) {
    Row row;
    const auto open = x.open.find(iso);
    const std::string n = std::to_string(open == x.open.end() ? 0 : open->second);
    row.cells = {Html(x.lang()) << "<a href=\"/country-profile/"_h << iso << "\">"_h << country(iso, countries().label(iso, x.lang())) << "</a>"_h, association_cell(x, iso), estimate_cell(x, iso),
                 figure(x.lang(), {.href = n == "0" ? "" : "/support-cases?is=open&country=" + iso + (x.all ? "" : "&org=" + x.home + "&below=1"), .shown = n, .spoken = {n + " việc đang mở, mở danh sách", n + " open cases, open the list"}}), last_cell(x, iso)};
    t.rows.push_back(std::move(row));
  }
  Card c{.title = Text("Theo nước", "By country"), .note = Text("Số người ghi như nguồn nói, kèm ngày và nguồn; không cộng vào số đếm nào", "Numbers of people stand as the source says them, with day and source; they are added to no count"), .flush = true, .id = "by-country"};
  if (x.enters()) c.head_end = button(x.lang(), {.label = Text("Ghi ước tính", "Enter an estimate"), .icon = "plus", .href = "/diaspora-estimates/new", .small = true});
  if (t.rows.empty()) c.body = Html(x.lang()) << "<p class=\"cb m2\">"_h << Text("Chưa có hội đồng hương, ước tính hay việc nhờ giúp nào. Ghi hội ở sổ Tổ chức, loại “hội người Việt Nam ở nước ngoài”.", "No association, estimate or request yet. Enter associations in the register of organisations, kind “overseas Vietnamese association”.") << "</p>"_h;
  else c.body = table(x.lang(), t);
  return card(x.lang(), c);
}

ListItem case_item(const Visit& x, const db::Row& r) {
  ListItem item;
  const Date due = Date::from_iso(r.text(4)).value_or(Date{});
  const reg::Description& d = support_cases();
  item.icon = "lifebuoy";
  item.href = "/support-cases/" + std::to_string(r.integer(0));
  item.title = Html(x.lang()) << country(r.text(2), "") << " "_h << r.text(1);
  if (r.integer(7) != 0) item.title << " "_h << illustrative_mark(x.lang());
  item.detail = Html(x.lang()) << capital(d.find("status")->opt.options->label(std::string(r.text(3)), x.lang())) << (r.text(5).empty() ? "" : " · ") << r.text(5) << " · "_h
                               << Message("nhận " + format_date(Date::from_iso(r.text(6)).value_or(Date{}), Lang::vi), "received " + format_date(Date::from_iso(r.text(6)).value_or(Date{}), Lang::en));
  item.end = Html(x.lang());
  if (due && due < today()) {
    item.tone = Tone::bad;
    item.end << overdue_badge(x.lang(), due);
  } else if (due) {
    item.end << "<span class=\"m2 nw\">"_h << Message("hạn " + format_date(due, Lang::vi), "due " + format_date(due, Lang::en)) << "</span>"_h;
  } else {
    item.end << badge(x.lang(), Text("chưa giao ai", "nobody has it"), Tone::warn);
  }
  return item;
}

Html cases_card(const Visit& x) {
  std::vector<ListItem> items;
  each_within(x.db, "SELECT c.id, c.title, c.country, c.status, c.due, COALESCE(c.owner, ''), c.opened_on, c.illustrative FROM support_case c WHERE c.deleted = 0 AND c.closed_on IS NULL", {}, both(org_scope(x.actor, "c"), of_office("c.org_id", x.office())),
              "ORDER BY CASE WHEN c.due IS NULL THEN 0 ELSE 1 END, c.due, c.opened_on, c.id LIMIT 30", [&](const db::Row& r) {
                items.push_back(case_item(x, r));
                return true;
              });
  Html body(x.lang()), end(x.lang());
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Không việc nào đang mở.", "No case is open.") << "</p>"_h;
  else body << item_list(x.lang(), items);
  if (x.enters()) end << button(x.lang(), {.label = Text("Ghi việc nhờ giúp", "Enter a request"), .icon = "plus", .href = "/support-cases/new", .small = true});
  return card(x.lang(), {.title = Text("Việc đang mở", "Open cases"), .note = Text("Chưa giao và gấp nhất ở trên; tên người nhờ giúp chỉ người có quyền mới thấy", "Not given to anybody and most urgent first; who asks is seen only by those with the right"), .head_end = end, .body = body, .id = "cases"});
}

/// What an office that keeps in touch would mend: associations that nobody heard of for a year, or whose people nobody counted.
Html quiet_card(const Visit& x) {
  constexpr int k_quiet_months = 12;
  std::vector<ListItem> items;
  for (const auto& [iso, list] : x.associations)
    for (const auto& a : list) {
      const auto fact = x.last.find(a.id);
      const bool quiet = fact == x.last.end() || months_between(fact->second.day, today()) >= k_quiet_months;
      if (!quiet) continue;
      ListItem item;
      item.icon = "bell-off";
      item.tone = Tone::warn;
      item.href = "/organisations/" + std::to_string(a.id);
      item.title = Html(x.lang()) << a.name;
      item.detail = Html(x.lang()) << (fact == x.last.end() ? Message(Text("sổ chưa ghi lần liên hệ nào", "the registers know of no contact")) : last_words(fact->second, today()));
      items.push_back(std::move(item));
    }
  if (items.empty()) return Html(x.lang());
  return card(x.lang(), {.title = Text("Một năm chưa liên hệ", "No contact for a year"), .body = item_list(x.lang(), items), .id = "quiet"});
}

web::Response compatriots_page(Visit x) {
  x.associations = compatriot_associations(x.db, x.actor, x.lang(), x.office());
  x.estimates = current_estimates(x.db, x.actor, x.office());
  x.open = open_support_cases(x.db, x.actor, x.office());
  x.last = last_facts(x.db, x.actor, contacts(), today());
  PageHead head;
  head.title = Text("Người Việt Nam ở nước ngoài", "Compatriots abroad");
  const StripAsk strip{x.engine, x.db, x.actor, x.lang(), x.home, working_period(x.shell.period_code), today()};
  Html h(x.lang());
  h << "<div class=\"stack-16\">"_h << figure_strip(strip, {{"I70", "users-group", {}, Text("Hội đồng hương", "Associations")}, {"I70C", "world"}, {"I70A", "lifebuoy", {}, Text("Việc đang mở", "Open cases")}, {"I70B", "circle-check", {}, Text("Việc đã giải quyết", "Cases settled")}}) << office_switch(x.lang(), x.actor, "/compatriots", x.all) << table_card(x) << cases_card(x) << quiet_card(x) << "</div>"_h;
  return reg::respond(x.shell, head, h);
}

}  // namespace

std::map<std::string, std::vector<CompatriotAssociation>> compatriot_associations(db::ReadDb& db, const Actor& actor, Lang lang, const std::string& office) {
  std::map<std::string, std::vector<CompatriotAssociation>> out;
  each_within(db, "SELECT o.id, o.name, COALESCE(o.name_en, ''), COALESCE(o.country_focus, ''), o.illustrative, COALESCE(p.short_name, p.name, '') FROM organisation o LEFT JOIN organisation p ON p.id = o.parent WHERE o.deleted = 0 AND o.kind = 'overseas_vn_association' AND o.status = 'active'",
              {}, both(organisations().scope(actor, "o"), of_office("o.id", office)), "ORDER BY o.name, o.id", [&](const db::Row& r) {
                const std::string name(lang == Lang::en && !r.text(2).empty() ? r.text(2) : r.text(1));
                for (const auto& iso : country_codes(r.text(3))) out[iso].push_back({r.integer(0), name, std::string(r.text(5)), r.integer(4) != 0});
                return true;
              });
  return out;
}

void add_compatriot_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/compatriots", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return compatriots_page({engine, db, a, s, home_org(db, a), r.query.get("of") == "all"});
  }));
}

}  // namespace nc::app
