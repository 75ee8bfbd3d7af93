// The overview: the year in five figures, the balance of visits, what waits, what comes, what was just entered.
#include <boost/json.hpp>

#include "app/calendar/coming.h"
#include "app/evidence/hooks.h"
#include "app/reference/public.h"
#include "app/site/site.h"
#include "html/assets.h"
#include "ledger/ledger.h"

namespace nc::app {

namespace {

struct Overview {
  const reg::Context& context;
  const fig::Engine& engine;
  db::ReadDb& db;
  const Actor& actor;
  Lang lang;
  Period period;
  std::string whole;   ///< the city or province as a whole: delegations
  std::string office;  ///< the Union: aid, activities, petitions
};

fig::Ask ask(const Overview& x, const char* code, const std::string& org, std::vector<std::pair<std::string, std::string>> where = {}, std::string by = {}) {
  fig::Ask a;
  a.code = code;
  a.org = org;
  a.period = x.period;
  a.where = std::move(where);
  a.by = std::move(by);
  return a;
}

Html fig_of(const Overview& x, const char* code, const std::string& org, bool large = false) {
  return living(x.db, x.actor, x.engine, ask(x, code, org), x.lang, large);
}

std::optional<fig::Figure> value_of(const Overview& x, const char* code, const std::string& org, std::string by = {}) {
  auto f = x.engine.evaluate(x.db, x.actor, ask(x, code, org, {}, std::move(by)));
  return f ? std::optional(*f) : std::nullopt;
}

std::string short_org(const Overview& x, const std::string& code) {
  auto row = x.db.first("SELECT COALESCE(short_name, name), name_en FROM organisation WHERE code = $1", {code});
  if (!row) return code;
  return x.lang == Lang::vi || db::as_text((*row)[1]).empty() ? db::as_text((*row)[0]) : db::as_text((*row)[1]);
}

void kpi(Html& h, Html label, Html number, const Message& unit, Html sub) {
  h << "<div class=\"kpi\"><div class=\"l\">"_h << label << "</div><div>"_h << number << "<span class=\"u\">"_h << unit << "</span></div><div class=\"s\">"_h << sub << "</div></div>"_h;
}

Html direction(Lang lang, bool in) {
  Html h(lang);
  if (in) h << "<span class=\"dir in\">"_h << icon("arrow-down-left") << "</span>"_h << Text("Đoàn vào", "Incoming");
  else h << "<span class=\"dir out\">"_h << icon("arrow-up-right") << "</span>"_h << Text("Đoàn ra", "Outgoing");
  return h;
}

/// The unit of the large money figure stands beside it: "35,84" "tỷ đồng".
Html money_large(const Overview& x) { return fig_of(x, "I41", x.office, true); }

Html kpis(const Overview& x) {
  Html h(x.lang);
  auto by_country = value_of(x, "I17", x.whole, "country");
  const auto nations = by_country ? static_cast<std::int64_t>(by_country->groups.size()) : 0;
  h << "<section class=\"card kpis\" aria-label=\""_h << Text("Năm con số chính", "Five main figures") << "\">"_h;
  kpi(h, direction(x.lang, true), fig_of(x, "I17", x.whole, true), Text("đoàn", "delegations"),
      Html(x.lang) << fig_of(x, "I18", x.whole) << " "_h << Text("lượt khách, từ", "visitors, from") << " <a class=\"fig\" href=\""_h << Url{fig::ask_url(ask(x, "I17", x.whole, {}, "country"))} << "\">"_h
                   << nations << "</a> "_h << Text("nước", "countries") << "<span class=\"whose\">"_h << short_org(x, x.whole) << "</span>"_h);
  kpi(h, direction(x.lang, false), fig_of(x, "I23", x.whole, true), Text("đoàn", "delegations"),
      Html(x.lang) << fig_of(x, "I24", x.whole) << " "_h << Text("người đi", "travellers") << "<span class=\"whose\">"_h << short_org(x, x.whole) << "</span>"_h);
  kpi(h, Html(x.lang) << icon("heart-handshake") << Text("Viện trợ PCPNN", "Foreign aid"), money_large(x), Message(),
      Html(x.lang) << fig_of(x, "I38", x.office) << " "_h << Text("đang thực hiện,", "under way,") << " "_h << fig_of(x, "I39", x.office) << " "_h << Text("mới vận động", "newly mobilised")
                   << "<span class=\"whose\">"_h << short_org(x, x.office) << "</span>"_h);
  auto idle = value_of(x, "I34", x.office);
  auto members = value_of(x, "I01", x.office);
  Html active(x.lang);
  if (idle && members && idle->value && members->value)
    active << static_cast<std::int64_t>(*members->value - *idle->value) << "/"_h << living(*members, x.engine, x.lang) << " "_h << Text("hội có hoạt động", "associations active");
  kpi(h, Html(x.lang) << icon("calendar-event") << Text("Hoạt động hữu nghị", "Activities"), fig_of(x, "I31", x.office, true), Text("hoạt động", "activities"),
      active << "<span class=\"whose\">"_h << short_org(x, x.office) << "</span>"_h);
  kpi(h, Html(x.lang) << icon("message-2-question") << Text("Kiến nghị chưa trả lời", "Open petitions"),
      Html(x.lang) << "<a class=\"fig xl\" href=\"/petitions?state=open\">"_h << x.db.integer("SELECT COUNT(*) FROM petition WHERE deleted = 0 AND answered_on IS NULL AND closed_on IS NULL")
                   << "</a>"_h,
      Text("kiến nghị", "petitions"), Html(x.lang) << Text("mọi kỳ, của các hội", "of all periods, from associations"));
  return h << "</section>"_h;
}

Html balance_card(const Overview& x) {
  auto in = value_of(x, "I17", x.whole, "country"), out = value_of(x, "I23", x.whole, "country");
  Html h(x.lang);
  if (!in || !out) return h;
  std::vector<BalanceRow> rows;
  int one_way = 0;
  for (const auto& g : in->groups) {
    BalanceRow row;
    row.iso2 = g.key;
    row.label = g.label.in(x.lang);
    row.in = static_cast<std::int64_t>(g.value.value_or(0));
    for (const auto& o : out->groups)
      if (o.key == g.key) row.out = static_cast<std::int64_t>(o.value.value_or(0));
    row.in_href = fig::ask_url(ask(x, "I17", x.whole, {{"country", g.key}}));
    row.out_href = fig::ask_url(ask(x, "I23", x.whole, {{"country", g.key}}));
    one_way += row.out == 0 ? 1 : 0;
    rows.push_back(std::move(row));
  }
  const auto all = rows.size();
  if (rows.size() > 9) rows.resize(9);
  auto ratio = value_of(x, "I25", x.whole);
  h << "<section class=\"card\"><div class=\"ch\"><div class=\"grow\"><h2>"_h << Text("Cân bằng đoàn đến và đoàn đi", "Balance of visits") << "</h2><p>"_h;
  if (ratio && ratio->value)
    h << Text("Cứ", "For every") << " "_h << living(*ratio, x.engine, x.lang) << " "_h << Text("đoàn đến mới có 1 đoàn đi.", "that came, one went.") << " "_h;
  h << one_way << "/"_h << all << " "_h << Text("nước mới chỉ có chiều đến.", "countries only sent.") << "</p></div><a class=\"more\" href=\""_h
    << Url{fig::ask_url(ask(x, "I17", x.whole, {}, "country"))} << "\">"_h << Message("Xem đủ " + std::to_string(all) + " nước", "All " + std::to_string(all) + " countries") << "</a></div><div class=\"cb\">"_h;
  if (rows.empty()) h << "<p class=\"m2\">"_h << Text("Kỳ này chưa có đoàn nào.", "No delegations in this period yet.") << "</p>"_h;
  else h << balance(x.lang, rows);
  return h << "</div></section>"_h;
}

struct Todo { const char* icon; const char* tone; Message title, detail, action; std::string href; };

std::vector<Todo> todos(const Overview& x) {
  std::vector<Todo> out;
  const auto open = x.db.first("SELECT COUNT(*), MIN(date) FROM petition WHERE deleted = 0 AND answered_on IS NULL AND closed_on IS NULL");
  if (open && db::as_int((*open)[0]) > 0) {
    const auto n = std::to_string(db::as_int((*open)[0]));
    const auto since = Date::from_iso(db::as_text((*open)[1])).value_or(Date{});
    out.push_back({"message-2-question", "bad", Message(n + " yêu cầu của hội chờ trả lời", n + " requests of associations wait for an answer"),
                   Message("Chờ lâu nhất từ " + format_date(since, Lang::vi), "The oldest since " + format_date(since, Lang::en)), Text("Trả lời", "Answer"), "/petitions"});
  }
  const auto bare = x.db.integer(
      "SELECT COUNT(*) FROM delegation d WHERE d.deleted = 0 AND d.from_date >= $1 AND d.from_date <= $2 AND NOT EXISTS "
      "(SELECT 1 FROM evidence_span s WHERE s.deleted = 0 AND s.register_name = 'delegation' AND s.record_id = d.id)",
      {x.period.from.iso(), x.period.to.iso()});
  if (bare > 0)
    out.push_back({"paperclip", "", Message(std::to_string(bare) + " đoàn chưa có chứng cứ", std::to_string(bare) + " delegations without evidence"),
                   Text("Đính quyết định, ảnh hoặc bài báo", "Attach a decision, a photo or an article"), Text("Bổ sung", "Complete"), "/delegations?period=" + period_code(x.period)});
  const auto late = x.db.integer("SELECT COUNT(*) FROM delegation WHERE deleted = 0 AND report_due < $1 AND report_sent IS NULL AND status = 'completed'", {today().iso()});
  if (late > 0)
    out.push_back({"clock-exclamation", "warn", Message(std::to_string(late) + " đoàn quá hạn báo cáo", std::to_string(late) + " delegation reports overdue"), Text("Hạn ghi trong bản ghi", "By the date on the record"),
                   Text("Xem", "Open"), "/delegations?status=completed"});
  if (!x.context.catalog->find("report")) return out;
  const auto drafts = x.db.first("SELECT COUNT(*), MIN(id) FROM report WHERE deleted = 0 AND status <> 'sealed'");
  if (drafts && db::as_int((*drafts)[0]) > 0)
    out.push_back({"file-text", "", Message(std::to_string(db::as_int((*drafts)[0])) + " báo cáo đang soạn", std::to_string(db::as_int((*drafts)[0])) + " reports in draft"),
                   Text("Số liệu trong báo cáo là con số sống", "Their numbers are living figures"), Text("Soạn tiếp", "Go on"), "/reports/" + std::to_string(db::as_int((*drafts)[1]))});
  return out;
}

Html todo_card(const Overview& x) {
  const auto items = todos(x);
  Html h(x.lang);
  h << "<section class=\"card\"><div class=\"ch\"><h2 class=\"grow\">"_h << Text("Việc cần làm", "To do") << "</h2><span class=\"m3 sm\">"_h << items.size() << " "_h << Text("việc", "items") << "</span></div><div class=\"cb\">"_h;
  if (items.empty()) h << "<p class=\"m2\">"_h << Text("Không có việc nào đang chờ.", "Nothing is waiting.") << "</p>"_h;
  for (const auto& t : items) {
    h << "<div class=\"li\"><span class=\"tk "_h << t.tone << "\">"_h << icon(t.icon) << "</span><div class=\"grow\"><div class=\"b5\">"_h << t.title << "</div><div class=\"sm m2\">"_h << t.detail
      << "</div></div><a class=\"btn btn-s\" href=\""_h << Url{t.href} << "\">"_h << t.action << "</a></div>"_h;
  }
  return h << "</div></section>"_h;
}

std::string month_name(int month, Lang lang) {
  static const char* k_en[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return lang == Lang::vi ? "T" + std::to_string(month) : k_en[month - 1];
}

Html months_card(const Overview& x) {
  auto in = value_of(x, "I17", x.whole, "month"), out = value_of(x, "I23", x.whole, "month");
  boost::json::array labels, incoming, outgoing;
  ChartTable table;
  table.head = {x.lang == Lang::vi ? "Tháng" : "Month", x.lang == Lang::vi ? "Đoàn vào" : "Incoming", x.lang == Lang::vi ? "Đoàn ra" : "Outgoing"};
  auto of = [](const std::optional<fig::Figure>& f, const std::string& key) {
    if (f)
      for (const auto& g : f->groups)
        if (g.key == key) return static_cast<std::int64_t>(g.value.value_or(0));
    return std::int64_t{0};
  };
  for (int m = 1; m <= 12; ++m) {
    const std::string key = std::to_string(x.period.to.year()) + (m < 10 ? "-0" : "-") + std::to_string(m);
    labels.emplace_back(month_name(m, x.lang));
    incoming.emplace_back(of(in, key));
    outgoing.emplace_back(of(out, key));
    table.rows.push_back({month_name(m, x.lang), std::to_string(of(in, key)), std::to_string(of(out, key))});
  }
  const boost::json::object option{
      {"xAxis", {{"type", "category"}, {"data", labels}}},
      {"yAxis", {{"type", "value"}, {"minInterval", 1}}},
      {"legend", {{"show", true}}},
      {"series", {{{"type", "bar"}, {"stack", "n"}, {"name", table.head[1]}, {"data", incoming}, {"colour", "c1"}}, {{"type", "bar"}, {"stack", "n"}, {"name", table.head[2]}, {"data", outgoing}, {"colour", "c2"}}}}};
  Html h(x.lang);
  return h << "<section class=\"card\"><div class=\"ch\"><h2 class=\"grow\">"_h << Text("Đoàn theo tháng", "Delegations by month") << "</h2></div><div class=\"cb\">"_h
           << chart(x.lang, "months", boost::json::serialize(option), Text("Số đoàn vào và đoàn ra theo từng tháng", "Incoming and outgoing delegations month by month"), table) << "</div></section>"_h;
}

Html sectors_card(const Overview& x) {
  auto f = value_of(x, "I41", x.office, "sector");
  auto items = value_of(x, "I39", x.office, "sector");
  Html h(x.lang);
  h << "<section class=\"card\"><div class=\"ch\"><h2 class=\"grow\">"_h << Text("Viện trợ theo lĩnh vực", "Aid by field") << "</h2></div><div class=\"cb\">"_h;
  std::vector<BarRow> rows;
  if (f)
    for (const auto& g : f->groups) {
      BarRow row;
      row.label = g.label.in(x.lang);
      row.value = g.value.value_or(0);
      row.shown = format_money_short(Money{static_cast<std::int64_t>(row.value), Currency()}, x.lang);
      row.href = fig::ask_url(ask(x, "I41", x.office, {{"sector", g.key}}));
      row.sub = std::to_string(g.rows) + (x.lang == Lang::vi ? " khoản" : " items");
      rows.push_back(std::move(row));
      if (rows.size() == 6) break;
    }
  if (rows.empty()) h << "<p class=\"m2\">"_h << Text("Kỳ này chưa có giá trị viện trợ nào.", "No aid values in this period yet.") << "</p>"_h;
  else h << bars(x.lang, rows);
  (void)items;
  return h << "</div></section>"_h;
}

Html coming_card(const Overview& x) {
  Html h(x.lang);
  h << "<section class=\"card\"><div class=\"ch\"><h2 class=\"grow\">"_h << Text("Sắp đến ngày", "Coming dates") << "</h2><a class=\"more\" href=\"/occasions\">"_h << Text("Lịch kỷ niệm", "Calendar")
    << "</a></div><div class=\"cb\">"_h;
  // The sample office lives in its own year: its coming dates are those after its last entry.
  const Date from = today();
  int shown = 0;
  for (const auto& c : coming_occasions(x.db, from, 120)) {
    if (++shown > 4) break;
    h << "<div class=\"li\"><div class=\"dt"_h;
    if (c.date.days() - from.days() <= 20) h << " hot"_h;
    h << "\"><b>"_h << c.date.day() << "</b><small>"_h << (x.lang == Lang::vi ? "Th " + std::to_string(c.date.month()) : month_name(c.date.month(), Lang::en)) << "</small></div><div class=\"grow\"><a class=\"tt\" href=\"/occasions/"_h
      << c.id << "\">"_h;
    if (c.ordinal > 0) h << c.ordinal << " "_h << Text("năm:", "years:") << " "_h;
    h << Message(c.name_vi, c.name_en) << "</a><div class=\"sm m2\">"_h << Message("Còn " + std::to_string(c.date.days() - from.days()) + " ngày", "In " + std::to_string(c.date.days() - from.days()) + " days");
    if (!c.verified) h << " · "_h << Text("ngày chưa kiểm chứng", "date not verified");
    h << "</div></div></div>"_h;
  }
  if (shown == 0) h << "<p class=\"m2\">"_h << Text("Bốn tháng tới không có ngày nào trong lịch.", "Nothing in the calendar for four months.") << "</p>"_h;
  return h << "</div></section>"_h;
}

Html recent_card(const Overview& x) {
  Html h(x.lang);
  h << "<section class=\"card mt\"><div class=\"ch\"><h2 class=\"grow\">"_h << Text("Mới ghi vào sổ", "Latest entries") << "</h2></div><div class=\"tb-wrap\"><table class=\"tb\"><thead><tr><th scope=\"col\">"_h << Text("Ngày", "Date")
    << "</th><th scope=\"col\"><span class=\"visually-hidden\">"_h << Text("Hướng", "Direction") << "</span></th><th scope=\"col\">"_h << Text("Nội dung", "What") << "</th><th scope=\"col\">"_h << Text("Nước", "Country")
    << "</th><th scope=\"col\">"_h << Text("Chứng cứ", "Evidence") << "</th></tr></thead><tbody>"_h;
  struct Entry { std::int64_t id; std::string date, direction, title, country; bool illustrative; };
  std::vector<Entry> entries;
  Condition scope = org_scope(x.actor, "d");
  db::Params params{x.period.to.iso()};
  std::string sql = "SELECT d.id, d.from_date, d.direction, d.title, d.countries, d.illustrative FROM delegation d WHERE d.deleted = 0 AND d.from_date <= $1 AND (";
  append(sql, params, scope);
  x.db.each(db::Sql::built(sql + ") ORDER BY d.from_date DESC, d.id DESC LIMIT 6"), params, [&](const db::Row& r) {
    entries.push_back({r.integer(0), std::string(r.text(1)), std::string(r.text(2)), std::string(r.text(3)), std::string(r.text(4)), r.integer(5) == 1});
    return true;
  });
  std::vector<RecordKey> keys;
  for (const auto& e : entries) keys.push_back({"delegation", e.id});
  const auto chips = evidence_chips(x.db, keys, x.lang, true);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto& e = entries[i];
    auto day = Date::from_iso(e.date);
    const std::string iso = e.country.size() > 3 ? e.country.substr(1, 2) : "";
    h << "<tr><td class=\"nw\" data-label=\""_h << Text("Ngày", "Date") << "\">"_h << (day ? format_date(*day, x.lang) : e.date) << "</td><td><span class=\"dir "_h << (e.direction == "in" ? "in" : "out") << "\">"_h
      << icon(e.direction == "in" ? "arrow-down-left" : "arrow-up-right") << "</span></td><td data-label=\""_h << Text("Nội dung", "What") << "\"><a class=\"tt\" href=\"/delegations/"_h << e.id << "\">"_h << e.title << "</a>"_h;
    if (e.illustrative) h << illustrative_mark(x.lang);
    h << "</td><td class=\"nw\" data-label=\""_h << Text("Nước", "Country") << "\">"_h << flag(iso) << " "_h << countries().label(iso, x.lang) << "</td><td><span class=\"evs\">"_h << chips[i] << "</span></td></tr>"_h;
  }
  return h << "</tbody></table></div></section>"_h;
}

web::Response overview(const reg::Context& context, const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  Overview x{context, engine, db, actor, shell.lang, working_period(db, r), home_org(db, actor), actor.org_code};
  PageHead head;
  head.title = Text("Tổng quan", "Overview");
  head.scripts = {"chart.js"};
  head.sub = Html(shell.lang) << Message(format_date_long(today(), Lang::vi) + ". Số liệu " + period_words(x.period, Lang::vi) + "; con số nào cũng mở được bản ghi.",
                                         format_date_long(today(), Lang::en) + ". Figures of " + period_words(x.period, Lang::en) + "; every one opens its records.");
  head.actions = Html(shell.lang) << "<a class=\"btn\" href=\"/delegations/new\" data-key=\"new\">"_h << icon("plus") << Text("Ghi vào sổ", "New entry") << " <kbd>N</kbd></a><a class=\"btn btn-primary\" href=\"/reports/new\">"_h
                                  << icon("file-text") << Text("Soạn báo cáo", "Write a report") << "</a>"_h;
  Html h(shell.lang);
  h << kpis(x) << "<div class=\"grid two mt\">"_h << balance_card(x) << todo_card(x) << "</div><div class=\"grid three mt\">"_h << months_card(x) << sectors_card(x) << coming_card(x) << "</div>"_h << recent_card(x);
  return reg::respond(shell, head, h);
}

}  // namespace

void add_overview(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/", reg::page_handler(context, [&context, &engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return overview(context, engine, r, db, a, s);
  }));
}

}  // namespace nc::app
