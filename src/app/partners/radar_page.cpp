// The lapse radar: partners without any fact for so many months, with the reason in words and the next step.
#include <algorithm>

#include "app/common/overdue.h"
#include "app/common/page_visit.h"
#include "app/common/within.h"
#include "app/organisations/public.h"
#include "app/partners/facts.h"
#include "app/partners/pages.h"
#include "app/partners/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

constexpr int k_usual_months = 24;
constexpr std::size_t k_most_rows = 60;

struct Lapsed {
  std::int64_t id = 0;
  std::string code, name, kind, country, priority, keeper;
  Date since;
  bool illustrative = false;
  const LinkedFact* last = nullptr;
  int months = 0;  ///< since the last fact; 0 without one
};

struct Radar : PageVisit {
  int months;
  std::string priority;  ///< "" for all
};

int weight_of(const std::string& priority) { return priority == "strategic" ? 0 : priority == "active" ? 1 : priority.empty() ? 2 : priority == "potential" ? 3 : 4; }

/// Partners whose last fact is older than the asked months, or who have none; important ones and old ones first.
std::vector<Lapsed> lapsed_partners(const Radar& x, const std::map<std::int64_t, LinkedFact>& last) {
  std::vector<Lapsed> out;
  const Date line = today().plus_months(-x.months);
  each_within(x.db, "SELECT p.id, p.code, p.name, p.kind, COALESCE(p.country, ''), COALESCE(p.priority, ''), p.relation_since, p.illustrative, COALESCE(o.short_name, o.name, ''), COALESCE(p.name_en, '') "
                    "FROM partner p LEFT JOIN organisation o ON o.id = p.org_id WHERE p.deleted = 0 AND p.status NOT IN ('ended', 'merged', 'renamed')",
              {}, org_scope(x.actor, "p"), "ORDER BY p.id", [&](const db::Row& r) {
                const auto at = last.find(r.integer(0));
                if ((at != last.end() && at->second.day > line) || (!x.priority.empty() && r.text(5) != x.priority)) return true;
                const std::string name = x.lang() == Lang::en && !r.text(9).empty() ? std::string(r.text(9)) : std::string(r.text(2));
                Lapsed l{r.integer(0), std::string(r.text(1)), name, std::string(r.text(3)), std::string(r.text(4)), std::string(r.text(5)), std::string(r.text(8)),
                         Date::from_iso(r.text(6)).value_or(Date{}), r.integer(7) != 0, nullptr, 0};
                if (at != last.end()) l.last = &at->second, l.months = months_between(at->second.day, today());
                out.push_back(std::move(l));
                return true;
              });
  std::ranges::stable_sort(out, [](const Lapsed& a, const Lapsed& b) {
    return std::tuple(weight_of(a.priority), a.last == nullptr, -a.months) < std::tuple(weight_of(b.priority), b.last == nullptr, -b.months);
  });
  return out;
}

Html reason_cell(const Lapsed& l, Lang lang) {
  Html h(lang);
  const std::string words = capital(reason_words(l.last, l.since, today()).in(lang));
  if (!l.last) return h << words;
  return h << "<a href=\""_h << Url{l.last->href()} << "\">"_h << words << "</a><span class=\"tsub\">"_h << capital(l.last->title) << "</span>"_h;
}

Html step_cell(const Radar& x, const Lapsed& l, const std::map<std::int64_t, NextStep>& steps) {
  Html h(x.lang());
  if (const auto step = steps.find(l.id); step != steps.end()) {
    h << "<a href=\""_h << Url{step->second.task ? "/tasks/" + std::to_string(step->second.task) : "/contact-logs/" + std::to_string(step->second.log)} << "\">"_h << step->second.words << "</a>"_h;
    if (step->second.due) h << "<span class=\"tsub\">"_h << format_date(step->second.due, x.lang()) << "</span>"_h;
    return h;
  }
  if (!x.actor.may(Function::enter)) return h << "<span class=\"m3\">"_h << Text("chưa có", "none") << "</span>"_h;
  return h << button(x.lang(), {.label = Message("Ghi liên hệ", "Log a contact"), .icon = "phone-call", .href = "/contact-logs/new?partner=" + std::to_string(l.id), .small = true});
}

Html lapsed_card(const Radar& x, const std::vector<Lapsed>& all) {
  const auto steps = next_steps(x.db, x.actor);
  const reg::Options& kinds = *partners().find("kind")->opt.options;
  const reg::Options& priorities = *partners().find("priority")->opt.options;
  Table t;
  t.caption = Text("Đối tác lâu không có việc", "Partners without a fact");
  t.columns = {{.label = Text("Đối tác", "Partner"), .key = true}, {.label = Text("Vì sao", "Why")}, {.label = Text("Mức ưu tiên", "Priority")}, {.label = Text("Đơn vị giữ", "Kept by"), .wide_only = true}, {.label = Text("Bước tiếp theo", "Next step")}};
  for (const Lapsed& l : all) {
    if (t.rows.size() == k_most_rows) break;
    Row row;
    row.illustrative = l.illustrative;
    const std::string where = l.country.empty() ? std::string() : ", " + countries().label(l.country, x.lang());
    row.cells = {title_cell("/partners/" + std::to_string(l.id), l.name, kinds.label(l.kind, x.lang()) + where), reason_cell(l, x.lang()),
                 l.priority.empty() ? Html(x.lang()) << "<span class=\"m3\">–</span>"_h : badge(x.lang(), Message(priorities.label(l.priority, Lang::vi), priorities.label(l.priority, Lang::en)), l.priority == "strategic" ? Tone::warn : Tone::neutral),
                 Html(x.lang()) << l.keeper, step_cell(x, l, steps)};
    t.rows.push_back(std::move(row));
  }
  const std::string n = format_int(static_cast<std::int64_t>(all.size()), x.lang()), m = std::to_string(x.months);
  Card c;
  c.title = Message(n + " đối tác không có việc nào từ " + m + " tháng", n + " partners without a fact for " + m + " months");
  c.note = Text("Việc là đoàn, viện trợ, thăm chào, thư, thỏa thuận, nhân đạo, học bổng, tặng phẩm, hoạt động, lần liên hệ", "Facts are delegations, aid, courtesy contacts, letters, agreements, charity, scholarships, gifts, activities, contacts");
  c.flush = true;
  c.id = "lapsed";
  if (all.empty()) c.body = Html(x.lang()) << "<p class=\"cb m2\">"_h << Text("Đối tác nào cũng có việc trong khoảng này. Chọn khoảng ngắn hơn để nhìn xa hơn.", "Every partner has a fact in this stretch. Choose a shorter one to look further.") << "</p>"_h;
  else c.body = table(x.lang(), t);
  if (all.size() > k_most_rows) c.foot = Html(x.lang()) << "<p class=\"m2 sm\">"_h << Text("Hiện 60 đối tác đầu: quan trọng nhất, im lâu nhất. Chọn mức ưu tiên hoặc khoảng dài hơn để thu hẹp.", "The first 60 are shown: the most important, the longest silent. Choose a priority or a longer stretch.") << "</p>"_h;
  return card(x.lang(), c);
}

/// Registrations of international NGOs that end within half a year, or have ended (Decree 58/2022/NĐ-CP).
Html registration_card(const Radar& x) {
  std::vector<ListItem> items;
  each_within(x.db, "SELECT p.id, p.name, p.registration_no, p.registration_expires FROM partner p WHERE p.deleted = 0 AND p.status NOT IN ('ended', 'merged') AND p.registration_expires IS NOT NULL AND p.registration_expires <= $1",
              {today().plus_days(180).iso()}, org_scope(x.actor, "p"), "ORDER BY p.registration_expires, p.id LIMIT 50", [&](const db::Row& r) {
                const Date day = Date::from_iso(r.text(3)).value_or(Date{});
                const auto left = day.days() - today().days();
                ListItem item;
                item.day = day;
                item.href = "/partners/" + std::to_string(r.integer(0));
                item.title = Html(x.lang()) << r.text(1);
                item.detail = Html(x.lang()) << r.text(2);
                item.end = left < 0 ? overdue_badge(x.lang(), day) : badge(x.lang(), days_left(left), left <= 90 ? Tone::warn : Tone::neutral);
                items.push_back(std::move(item));
                return true;
              });
  Html body(x.lang());
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Không giấy đăng ký nào hết hạn trong 180 ngày tới.", "No registration ends within 180 days.") << "</p>"_h;
  else body << item_list(x.lang(), items);
  return card(x.lang(), {.title = Text("Giấy đăng ký sắp hết hạn", "Registrations that run out"), .note = Text("Tổ chức phi chính phủ nước ngoài, Nghị định 58/2022/NĐ-CP", "International NGOs, Decree 58/2022/NĐ-CP"),
                         .head_end = items.empty() ? Html(x.lang()) : more_link(x.lang(), Text("Mở danh sách", "Open the list"), "/partners?is=registration_due"), .body = body, .id = "registrations"});
}

Html kpis(const Radar& x, const std::string& org) {
  std::vector<Kpi> out;
  const auto add = [&](const char* code, const char* icon) {
    const fig::Indicator* i = x.engine.find(code);
    fig::Ask ask;
    ask.code = code;
    ask.org = org;
    ask.period = parse_period(x.shell.period_code).value_or(Period{*Date::from_ymd(today().year(), 1, 1), *Date::from_ymd(today().year(), 12, 31)});
    const auto f = i ? x.engine.evaluate(x.db, x.actor, ask) : tl::make_unexpected(Problem{});
    if (!f) return;
    const std::string n = fig::on_screen(*f, x.lang());
    Kpi k{.label = i->name, .icon = icon};
    k.figure = {.href = fig::ask_url(ask), .shown = n, .spoken = {i->name.vi + ": " + n + ", mở bản ghi", i->name.en + ": " + n + ", open the records"}};
    k.sub = Html(x.lang()) << period_words(*ask.period, x.lang());
    out.push_back(std::move(k));
  };
  add("I13", "building-community");
  add("I16", "world");
  add("I14", "plus");
  add("I15", "flag");
  return kpi_strip(x.lang(), out);
}

}  // namespace

web::Response radar_page(const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell) {
  const int months = static_cast<int>(std::clamp<std::int64_t>(parse_int(r.query.get("months")).value_or(k_usual_months), 1, 240));
  const reg::Options& levels = *partners().find("priority")->opt.options;
  const std::string priority = levels.find(r.query.get("priority")) ? std::string(r.query.get("priority")) : std::string();
  const Radar x{engine, db, actor, shell, months, priority};
  PageHead head;
  head.title = Text("Đối tác lâu không liên lạc", "Lapse radar");
  head.crumbs = {{partners().plural, "/partners"}};
  std::vector<Tab> stretches;
  for (const int m : {6, 12, 24, 36}) {
    const std::string n = std::to_string(m);
    stretches.push_back({.label = Message(n + " tháng", n + " months"), .href = "/partners/radar?months=" + n + (priority.empty() ? "" : "&priority=" + priority), .count = {}, .on = m == months});
  }
  std::vector<Tab> tabs_of_priority{{.label = Text("Mọi mức", "All"), .href = "/partners/radar?months=" + std::to_string(months), .count = {}, .on = priority.empty()}};
  for (const auto& o : levels.all())
    tabs_of_priority.push_back({.label = Message(capital(o.label.vi), capital(o.label.en)), .href = "/partners/radar?months=" + std::to_string(months) + "&priority=" + o.code, .count = {}, .on = priority == o.code});
  head.actions = segments(x.lang(), Text("Không có việc từ", "Without a fact for"), stretches);
  const auto last = last_facts(db, actor, fact_sources(), today());
  Html h(x.lang());
  h << "<div class=\"stack-16\"><div>"_h << partner_tabs(x.lang(), "radar") << "</div>"_h << kpis(x, home_org(db, actor)) << "<div>"_h << segments(x.lang(), Text("Mức ưu tiên", "Priority"), tabs_of_priority) << "</div>"_h << lapsed_card(x, lapsed_partners(x, last)) << registration_card(x) << "</div>"_h;
  return reg::respond(shell, head, h);
}

}  // namespace nc::app
