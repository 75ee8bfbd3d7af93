// The balance of visits by country and year, and the visits that would mend it: each with its reasons, planned by one button.
#include <algorithm>
#include <map>

#include "app/calendar/public.h"
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/common/page_visit.h"
#include "app/common/within.h"
#include "app/delegations/balance_page.h"
#include "app/delegations/public.h"
#include "app/organisations/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_years = 3;

Period year_of(int year) { return {*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)}; }

/// Visits of one direction in a year, by country.
std::map<std::string, std::int64_t> counted(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const std::string& org, const char* code, int year) {
  fig::Ask ask;
  ask.code = code;
  ask.org = org;
  ask.period = year_of(year);
  ask.by = "country";
  std::map<std::string, std::int64_t> out;
  if (const auto f = engine.evaluate(db, actor, ask))
    for (const auto& g : f->groups)
      if (!g.key.empty()) out[g.key] = static_cast<std::int64_t>(g.value.value_or(0));
  return out;
}

std::string opened(const std::string& org, const char* code, const std::string& country, const Period& period) {
  fig::Ask ask;
  ask.code = code;
  ask.org = org;
  ask.period = period;
  ask.where = {{"country", country}};
  return fig::ask_url(ask);
}

FigureLink visits(std::int64_t n, const std::string& href, bool in) {
  const std::string shown = std::to_string(n);
  return {.href = n ? href : std::string(), .shown = shown, .spoken = {shown + (in ? " đoàn vào" : " đoàn ra") + ", mở bản ghi", shown + (in ? " incoming" : " outgoing") + ", open the records"}};
}

}  // namespace

std::vector<CountryBalance> balance_by_country(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const std::string& org, int last) {
  std::map<std::string, CountryBalance> by_code;
  for (int i = 0; i < k_years; ++i) {
    const int year = last - k_years + 1 + i;
    for (const bool in : {true, false})
      for (const auto& [code, n] : counted(engine, db, actor, org, in ? "I17" : "I23", year)) {
        CountryBalance& b = by_code[code];
        b.code = code;
        b.years.resize(k_years);
        auto& [came, went] = b.years[static_cast<std::size_t>(i)];
        (in ? came : went) = n;
        (in ? b.in : b.out) += n;
      }
  }
  std::vector<CountryBalance> out;
  for (auto& [code, b] : by_code) out.push_back(std::move(b));
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.in - a.out > b.in - b.out; });
  return out;
}

namespace {

/// What speaks for a country besides the numbers.
struct Ties { std::int64_t agreements = 0, aid = 0; Date last_out; std::int64_t planned = 0; std::string planned_title; const CalendarDay* round = nullptr; };

std::map<std::string, Ties> ties_of(db::ReadDb& db, const Actor& actor, int year, const std::vector<CalendarDay>& days) {
  std::map<std::string, Ties> out;
  each_within(db, "SELECT t.country, COUNT(*) FROM agreement t WHERE t.deleted = 0 AND t.status IN ('in_force', 'expiring') AND t.country <> ''", {}, org_scope(actor, "t"), "GROUP BY t.country", [&](const db::Row& r) {
    out[std::string(r.text(0))].agreements = r.integer(1);
    return true;
  });
  each_within(db, "SELECT t.country, COUNT(*) FROM aid t WHERE t.deleted = 0 AND t.status = 'implementing' AND t.country <> ''", {}, org_scope(actor, "t"), "GROUP BY t.country", [&](const db::Row& r) {
    out[std::string(r.text(0))].aid = r.integer(1);
    return true;
  });
  each_within(db, "SELECT t.id, t.countries, t.from_date, t.status, t.title FROM delegation t WHERE t.deleted = 0 AND t.direction = 'out' AND t.status NOT IN ('cancelled', 'refused')", {}, org_scope(actor, "t"), "ORDER BY t.from_date, t.id", [&](const db::Row& r) {
    const Date day = Date::from_iso(r.text(2)).value_or(Date{});
    for (const auto& code : country_codes(r.text(1))) {
      Ties& t = out[code];
      if (r.text(3) == "completed" || r.text(3) == "reported") t.last_out = day;
      else if (day && day.year() == year) t.planned = r.integer(0), t.planned_title = r.text(4);
    }
    return true;
  });
  for (const CalendarDay& d : days)
    for (const auto& code : d.countries)
      if (d.round() && !out[code].round) out[code].round = &d;
  return out;
}

Message joined(const std::vector<Message>& parts) {
  Message out;
  for (const Message& p : parts) {
    out.vi += (out.vi.empty() ? "" : "; ") + p.vi;
    out.en += (out.en.empty() ? "" : "; ") + p.en;
  }
  return out;
}

}  // namespace

std::vector<VisitProposal> proposals(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const std::string& org, int year) {
  CalendarWish wish;
  wish.from = year_of(year).from;
  wish.to = year_of(year).to;
  wish.only_round = true;
  const auto days = calendar_days(db, actor, wish);
  auto ties = ties_of(db, actor, year, days);
  std::vector<VisitProposal> out;
  for (const CountryBalance& b : balance_by_country(engine, db, actor, org, year - 1)) {
    const Ties& t = ties[b.code];
    // They came three times and more for each visit of ours, or we only went: the other way is due.
    const bool go = b.in >= 2 && b.in >= 3 * b.out, invite = b.out >= 2 && b.out >= 2 * b.in;
    if (!go && !invite) continue;
    VisitProposal p;
    p.country = b.code;
    p.direction = go ? "out" : "in";
    p.in = b.in;
    p.out = b.out;
    p.planned = t.planned;
    p.planned_title = t.planned_title;
    std::vector<Message> why;
    const std::string in = std::to_string(b.in), went = std::to_string(b.out);
    why.emplace_back(std::to_string(k_years) + " năm qua " + in + " đoàn đến, " + went + " đoàn đi", in + " came and " + went + " went in " + std::to_string(k_years) + " years");
    if (go) why.push_back(t.last_out ? Message("lần đi gần nhất " + format_date(t.last_out, Lang::vi), "the last visit of ours was on " + format_date(t.last_out, Lang::en)) : Message(Text("chưa đi lần nào", "we never went")));
    if (t.round) why.emplace_back(t.round->title(Lang::vi) + " (" + format_date(t.round->from, Lang::vi) + ")", t.round->title(Lang::en) + " (" + format_date(t.round->from, Lang::en) + ")");
    if (t.agreements) why.emplace_back(std::to_string(t.agreements) + " thỏa thuận còn hiệu lực", std::to_string(t.agreements) + (t.agreements == 1 ? " agreement in force" : " agreements in force"));
    if (t.aid) why.emplace_back(std::to_string(t.aid) + " khoản viện trợ đang thực hiện", std::to_string(t.aid) + (t.aid == 1 ? " aid item under way" : " aid items under way"));
    p.reasons = joined(why);
    p.day = t.round ? t.round->from : *Date::from_ymd(year, 6, 1);
    p.weight = (go ? b.in - b.out : b.out - b.in) + (t.round ? 5 : 0) + 2 * t.agreements + t.aid;
    out.push_back(std::move(p));
  }
  std::stable_sort(out.begin(), out.end(), [](const VisitProposal& a, const VisitProposal& b) { return a.weight > b.weight; });
  constexpr std::size_t k_most = 10;
  if (out.size() > k_most) out.resize(k_most);
  return out;
}

namespace {

struct Visit : PageVisit {
  std::string org;
  int year;  ///< the last year of the table; visits are proposed for the next
};

Html table_card(const Visit& x, const std::vector<CountryBalance>& all) {
  Table t;
  t.caption = Text("Đoàn vào, đoàn ra theo nước và năm", "Visits by country and year");
  t.columns = {{.label = Text("Nước", "Country"), .key = true}};
  const auto column = [&](const std::string& year, bool in) {
    t.columns.push_back({.label = in ? Message("Vào " + year, "In " + year) : Message("Ra " + year, "Out " + year), .number = true});
  };
  for (int i = 0; i < k_years; ++i)
    for (const bool in : {true, false}) column(std::to_string(x.year - k_years + 1 + i), in);
  t.columns.push_back({.label = Text("Chênh", "Difference"), .number = true});
  for (const CountryBalance& b : all) {
    Row row;
    row.cells = {Html(x.lang()) << country(b.code, countries().label(b.code, x.lang()))};
    for (int i = 0; i < k_years; ++i) {
      const Period period = year_of(x.year - k_years + 1 + i);
      const auto& [in, out] = b.years[static_cast<std::size_t>(i)];
      row.cells.emplace_back(figure(x.lang(), visits(in, opened(x.org, "I17", b.code, period), true)));
      row.cells.emplace_back(figure(x.lang(), visits(out, opened(x.org, "I23", b.code, period), false)));
    }
    const std::int64_t difference = b.in - b.out;
    row.cells.emplace_back(Html(x.lang()) << (difference > 0 ? "+" : "") << difference);
    t.rows.push_back(std::move(row));
  }
  Card c;
  c.title = Text("Theo nước và năm", "By country and year");
  c.note = Text("Đoàn nhiều nước tính ở mỗi nước của đoàn. Con số nào cũng mở được.", "A mixed delegation counts in each of its countries. Every figure opens.");
  c.flush = true;
  c.body = all.empty() ? Html(x.lang()) << "<p class=\"cb m2\">"_h << Text("Chưa có đoàn nào trong ba năm này.", "No delegation in these three years.") << "</p>"_h : table(x.lang(), t);
  return card(x.lang(), c);
}

Html proposal_card(const Visit& x, const std::vector<VisitProposal>& all) {
  const int next = x.year + 1;
  std::vector<ListItem> items;
  for (const VisitProposal& p : all) {
    ListItem item;
    item.icon = p.direction == "out" ? "arrow-up-right" : "arrow-down-left";
    const std::string vi = countries().label(p.country, Lang::vi), en = countries().label(p.country, Lang::en);
    item.title = Html(x.lang()) << country(p.country, "") << " "_h << (p.direction == "out" ? Message("Đi thăm " + vi, "Visit " + en) : Message("Mời đoàn " + vi, "Invite " + en));
    item.detail = Html(x.lang()) << capital(p.reasons.in(x.lang())) << "."_h;
    if (p.planned && p.direction == "out") {
      item.end = Html(x.lang()) << "<a href=\"/delegations/"_h << p.planned << "\">"_h << badge(x.lang(), Text("Đã có kế hoạch", "Planned"), Tone::ok) << "</a>"_h;
    } else if (x.actor.may(Function::enter)) {
      item.end = Html(x.lang()) << "<form class=\"inline-f\" method=\"post\" action=\"/delegations/propose\">"_h << hidden("csrf", x.shell.csrf) << hidden("country", p.country) << hidden("direction", p.direction) << hidden("year", std::to_string(next))
                                << button(x.lang(), {.label = Text("Lập kế hoạch", "Plan it"), .icon = "calendar-plus", .small = true}) << "</form>"_h;
    }
    items.push_back(std::move(item));
  }
  const std::string year = std::to_string(next);
  Html body(x.lang());
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Không nước nào chênh tới mức phải đề xuất đoàn.", "No country is so uneven that a visit is proposed.") << "</p>"_h;
  else body << item_list(x.lang(), items);
  return card(x.lang(), {.title = Message("Đề xuất cho năm " + year, "Proposed for " + year), .note = Text("Nước đến ta từ gấp ba lần ta đi, hoặc ta đi từ gấp đôi; năm tròn, thỏa thuận, viện trợ thêm trọng số", "Countries that came three times as often as we went, or we twice as often; round years, agreements and aid add weight"),
                         .body = body, .id = "proposals"});
}

web::Response balance_page(const Visit& x) {
  PageHead head;
  head.title = Text("Cân đối đoàn vào, đoàn ra", "Balance of visits");
  head.crumbs = {{delegations().plural, "/delegations"}};
  std::vector<Tab> years;
  for (int year = today().year() - 3; year <= today().year(); ++year) years.push_back({.label = Message(std::to_string(year), std::to_string(year)), .href = "/delegations/balance?year=" + std::to_string(year), .count = {}, .on = year == x.year});
  head.actions = segments(x.lang(), Text("Năm cuối của bảng", "Last year of the table"), years);
  const auto all = balance_by_country(x.engine, x.db, x.actor, x.org, x.year);
  std::vector<BalanceRow> rows;
  for (const CountryBalance& b : all) {
    const Period period{year_of(x.year - k_years + 1).from, year_of(x.year).to};
    rows.push_back({.iso2 = b.code, .label = countries().label(b.code, x.lang()), .in = b.in, .out = b.out, .in_href = opened(x.org, "I17", b.code, period), .out_href = opened(x.org, "I23", b.code, period)});
  }
  if (rows.size() > 16) rows.resize(16);
  Html h(x.lang());
  h << "<div class=\"stack-16\">"_h << proposal_card(x, proposals(x.engine, x.db, x.actor, x.org, x.year + 1));
  if (!rows.empty()) h << card(x.lang(), {.title = Message(std::to_string(x.year - k_years + 1) + " – " + std::to_string(x.year), std::to_string(x.year - k_years + 1) + " – " + std::to_string(x.year)), .body = balance(x.lang(), rows)});
  h << table_card(x, all) << "</div>"_h;
  return reg::respond(x.shell, head, h);
}

/// A proposal becomes a delegation that is proposed; its reasons stand in the remark.
web::Response propose(const fig::Engine& engine, const web::Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  const int year = static_cast<int>(std::clamp<std::int64_t>(parse_int(r.form.get("year")).value_or(0), 1900, 2199));
  const std::string code(r.form.get("country")), direction(r.form.get("direction"));
  const auto all = proposals(engine, tx, actor, home_org(tx, actor), year);
  const auto p = std::find_if(all.begin(), all.end(), [&](const VisitProposal& one) { return one.country == code && one.direction == direction; });
  if (p == all.end()) return reg::problem_page(shell, {Code::invalid, Text("Đề xuất này không còn: sổ đã đổi. Mở lại trang cân đối.", "This proposal is gone: the registers have changed. Open the balance again."), {}});
  if (p->planned && direction == "out") return web::redirect("/delegations/" + std::to_string(p->planned));
  const reg::Description& d = delegations();
  reg::Cells cells = fresh_record(d, actor.org);
  const auto put = [&](const char* column, db::Value v) { cells[static_cast<std::size_t>(d.column(column))] = std::move(v); };
  cells[reg::k_note] = "Đề xuất để cân đối đoàn: " + p->reasons.vi + ".";
  const std::string vi = countries().label(code, Lang::vi), en = countries().label(code, Lang::en);
  put("direction", direction);
  put("title", direction == "out" ? "Đoàn đi thăm " + vi + " năm " + std::to_string(year) : "Đoàn " + vi + " sang thăm năm " + std::to_string(year));
  put("title_en", direction == "out" ? "Delegation to " + en + ", " + std::to_string(year) : "Delegation from " + en + ", " + std::to_string(year));
  put("countries", "|" + code + "|");
  put("from_date", p->day.iso());
  put("purpose", std::string("working"));
  put("host_role", std::string("lead_host"));
  put("status", std::string("proposed"));
  const auto saved = reg::save(tx, catalog(), d, actor, std::move(cells));
  if (!saved) return reg::problem_page(shell, saved.error().front());
  return web::redirect("/delegations/" + std::to_string(saved->id) + "?done=created&change=" + std::to_string(saved->change));
}

}  // namespace

void add_balance_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/delegations/balance", web::person(), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    // The working year of the person, so that the page opens on the year that the office looks at.
    const auto period = parse_period(shell.period_code);
    const int year = static_cast<int>(std::clamp<std::int64_t>(parse_int(r.query.get("year")).value_or(period ? period->to.year() : today().year()), 1950, 2150));
    return balance_page({engine, db, actor, shell, home_org(db, actor), year});
  }));
  router.post("/delegations/propose", web::person("enter"), reg::act_handler(context, [&engine](const web::Request& r, db::Tx& tx, const Actor& actor, Shell& shell) { return propose(engine, r, tx, actor, shell); }));
}

}  // namespace nc::app
