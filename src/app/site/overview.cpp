// The overview: the period in five figures, the balance of visits, months, fields of aid.
#include "app/site/overview.h"

#include <boost/json.hpp>

#include <algorithm>

#include "base/words.h"

namespace nc::app {

fig::Ask ask(const Overview& x, const char* code, const std::string& org, Where where, std::string by) {
  fig::Ask a;
  a.code = code;
  a.org = org;
  a.period = x.period;
  a.where = std::move(where);
  a.by = std::move(by);
  return a;
}

void split_money(Kpi& k) {
  const std::string& shown = k.figure.shown;
  const auto gap = std::min(shown.find(' '), shown.find("\u00A0"));
  if (gap == std::string::npos || shown.empty() || shown[0] < '0' || shown[0] > '9') return;
  const std::string unit = shown.substr(gap + (shown[gap] == ' ' ? 1 : 2));
  k.unit = Message(unit, unit);
  k.figure.shown = shown.substr(0, gap);
}

namespace {

Html fig_of(const Overview& x, const char* code, const std::string& org) { return living(x.db, x.actor, x.engine, ask(x, code, org), x.lang); }

std::optional<fig::Figure> value_of(const Overview& x, const char* code, const std::string& org, std::string by = {}) {
  auto f = x.engine.evaluate(x.db, x.actor, ask(x, code, org, {}, std::move(by)));
  return f ? std::optional(*f) : std::nullopt;
}

std::int64_t whole_number(const std::optional<fig::Figure>& f) { return f && f->value ? static_cast<std::int64_t>(*f->value) : 0; }

std::string short_org(const Overview& x, const std::string& code) {
  auto row = x.db.first("SELECT COALESCE(short_name, name), name_en FROM organisation WHERE code = $1", {code});
  if (!row) return code;
  return x.lang == Lang::vi || db::as_text((*row)[1]).empty() ? db::as_text((*row)[0]) : db::as_text((*row)[1]);
}

/// Whose figures they are: those of a city are not those of its Union.
Html whose(const Overview& x, const std::string& org) { return Html(x.lang) << "<span class=\"whose\">"_h << short_org(x, org) << "</span>"_h; }

Kpi kpi(const Overview& x, const Message& label, const char* icon_name, const char* code, const std::string& org, const Message& unit) {
  Kpi k;
  k.label = label;
  k.icon = icon_name;
  k.unit = unit;
  k.sub = Html(x.lang);
  if (const auto f = value_of(x, code, org)) k.figure = living_link(*f, x.engine, x.lang);
  return k;
}

Html kpis(const Overview& x) {
  std::vector<Kpi> all;
  const auto by_country = value_of(x, "I17", x.whole, "country");
  all.push_back(kpi(x, Text("Đoàn vào", "Incoming"), "in", "I17", x.whole, Text("đoàn", "delegations")));
  all.back().sub << fig_of(x, "I18", x.whole) << " "_h << Text("lượt khách", "visitors");
  if (by_country && !by_country->groups.empty()) {
    const std::string n = std::to_string(by_country->groups.size());
    all.back().sub << Text(", từ ", " from ")
                   << figure(x.lang, {.href = fig::ask_url(ask(x, "I17", x.whole, {}, "country")), .shown = n, .spoken = Message(n + " nước, mở danh sách", n + " countries, open the list")})
                   << " "_h << Text("nước", "countries");
  }
  all.back().sub << whose(x, x.whole);
  all.push_back(kpi(x, Text("Đoàn ra", "Outgoing"), "out", "I23", x.whole, Text("đoàn", "delegations")));
  all.back().sub << fig_of(x, "I24", x.whole) << " "_h << Text("người đi", "travellers") << whose(x, x.whole);
  all.push_back(kpi(x, Text("Viện trợ PCPNN", "Foreign aid"), "heart-handshake", "I41", x.office, {}));
  split_money(all.back());
  all.back().sub << fig_of(x, "I38", x.office) << " "_h << Text("đang thực hiện,", "under way,") << " "_h << fig_of(x, "I39", x.office) << " "_h << Text("mới vận động", "newly mobilised") << whose(x, x.office);
  all.push_back(kpi(x, Text("Hoạt động hữu nghị", "Activities"), "calendar-event", "I31", x.office, Text("hoạt động", "activities")));
  const auto idle = value_of(x, "I34", x.office), members = value_of(x, "I01", x.office);
  const bool association = whole_number(members) == 0;
  if (!association && idle && idle->value)
    all.back().sub << living(*members, x.engine, x.lang) << " "_h << Text("hội,", "associations,") << " "_h << living(*idle, x.engine, x.lang) << " "_h << Text("chưa có hoạt động", "without activities");
  all.back().sub << whose(x, x.office);
  if (association) {
    all.push_back(kpi(x, Text("Hội viên", "Members"), "users", "I06", x.office, Text("hội viên", "members")));
    all.back().sub << fig_of(x, "I08", x.office) << " "_h << Text("kết nạp trong kỳ", "admitted in the period") << whose(x, x.office);
  }
  Kpi open;
  open.label = Text("Yêu cầu chưa trả lời", "Open petitions");
  open.icon = "message-2-question";
  const reg::Description* petitions = x.context.catalog->find("petition");
  reg::ListQuery unanswered;
  unanswered.filters = {{"is", "open"}};
  const auto n = petitions ? reg::counts(x.db, *petitions, x.actor, {unanswered}, 1000).front() : 0;
  open.figure.shown = std::to_string(n);
  open.unit = Text("yêu cầu", "petitions");
  open.sub = Html(x.lang);
  if (n > 0) open.sub << more_link(x.lang, Text("Mở danh sách", "Open the list"), "/petitions?is=open");
  open.sub << "<span class=\"whose\">"_h << Text("mọi kỳ, của các hội", "of all periods, from associations") << "</span>"_h;
  all.push_back(std::move(open));
  return kpi_strip(x.lang, all);
}

/// Countries of both directions: those only visited are rows too.
std::vector<BalanceRow> balance_rows(const Overview& x, const fig::Figure& in, const fig::Figure& out) {
  std::vector<BalanceRow> rows;
  auto row_of = [&](const fig::Group& g) -> BalanceRow& {
    for (BalanceRow& row : rows)
      if (row.iso2 == g.key) return row;
    BalanceRow row;
    row.iso2 = g.key;
    row.label = g.label.in(x.lang);
    row.in_href = fig::ask_url(ask(x, "I17", x.whole, {{"country", g.key}}));
    row.out_href = fig::ask_url(ask(x, "I23", x.whole, {{"country", g.key}}));
    rows.push_back(std::move(row));
    return rows.back();
  };
  for (const auto& g : in.groups) row_of(g).in = static_cast<std::int64_t>(g.value.value_or(0));
  for (const auto& g : out.groups) row_of(g).out = static_cast<std::int64_t>(g.value.value_or(0));
  std::stable_sort(rows.begin(), rows.end(), [](const BalanceRow& a, const BalanceRow& b) { return std::pair(a.in, a.out) > std::pair(b.in, b.out); });
  return rows;
}

Html balance_card(const Overview& x) {
  const auto in = value_of(x, "I17", x.whole, "country"), out = value_of(x, "I23", x.whole, "country");
  Html h(x.lang);
  if (!in || !out) return h;
  auto rows = balance_rows(x, *in, *out);
  const auto all = rows.size();
  const auto one_way = std::count_if(rows.begin(), rows.end(), [](const BalanceRow& r) { return r.out == 0; });
  constexpr std::size_t k_shown = 13;  // as long as the list of what is to be done beside it
  if (rows.size() > k_shown) rows.resize(k_shown);
  const auto ratio = value_of(x, "I25", x.whole);
  h << "<section class=\"card\"><div class=\"ch\"><div class=\"grow\"><h2>"_h << Text("Cân bằng đoàn đến và đoàn đi", "Balance of visits") << "</h2><p>"_h;
  if (ratio && ratio->value && *ratio->value > 0)
    h << Text("Cứ", "For every") << " "_h << living(*ratio, x.engine, x.lang) << " "_h << Text("đoàn đến mới có 1 đoàn đi.", "that came, one went.") << " "_h;
  if (all > 0) h << one_way << "/"_h << all << " "_h << Text("nước mới chỉ có chiều đến.", "countries only came.");
  h << "</p></div>"_h;
  if (all > rows.size())
    h << more_link(x.lang, Message("Xem đủ " + std::to_string(all) + " nước", "All " + std::to_string(all) + " countries"), fig::ask_url(ask(x, "I17", x.whole, {}, "country")));
  h << "</div><div class=\"cb\">"_h;
  if (rows.empty()) h << empty_state(x.lang, Text("Kỳ này chưa có đoàn nào", "No delegations in this period yet"), {}, {{Text("Ghi đoàn mới", "New delegation"), "/delegations/new"}});
  else h << balance(x.lang, rows);
  return h << "</div></section>"_h;
}

std::string month_name(int month, Lang lang) {
  static const char* k_en[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return lang == Lang::vi ? "T" + std::to_string(month) : k_en[month - 1];
}

/// Months of the period, or its years when it is long: key of the dimension and label.
std::vector<std::pair<std::string, std::string>> steps(const Overview& x, bool years) {
  std::vector<std::pair<std::string, std::string>> out;
  if (years) {
    for (int y = x.period.from.year(); y <= x.period.to.year(); ++y) out.emplace_back(std::to_string(y), std::to_string(y));
    return out;
  }
  const bool several = x.period.from.year() != x.period.to.year();
  for (int n = x.period.from.year() * 12 + x.period.from.month() - 1; n <= x.period.to.year() * 12 + x.period.to.month() - 1; ++n) {
    const int year = n / 12, month = n % 12 + 1;
    out.emplace_back(std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month), month_name(month, x.lang) + (several ? "/" + std::to_string(year % 100) : ""));
  }
  return out;
}

Html months_card(const Overview& x) {
  const bool years = x.period.to.days() - x.period.from.days() > 740;
  const std::string by = years ? "year" : "month";
  const auto in = value_of(x, "I17", x.whole, by), out = value_of(x, "I23", x.whole, by);
  auto of = [](const std::optional<fig::Figure>& f, const std::string& key) {
    if (f)
      for (const auto& g : f->groups)
        if (g.key == key) return static_cast<std::int64_t>(g.value.value_or(0));
    return std::int64_t{0};
  };
  boost::json::array labels, incoming, outgoing;
  ChartTable table;
  const Text head_in("Đoàn vào", "Incoming"), head_out("Đoàn ra", "Outgoing");
  table.head = {std::string(years ? Text("Năm", "Year").in(x.lang) : Text("Tháng", "Month").in(x.lang)), std::string(head_in.in(x.lang)), std::string(head_out.in(x.lang))};
  for (const auto& [key, label] : steps(x, years)) {
    labels.emplace_back(label);
    incoming.push_back(boost::json::object{{"value", of(in, key)}, {"href", fig::ask_url(ask(x, "I17", x.whole, {{by, key}}))}});
    outgoing.push_back(boost::json::object{{"value", of(out, key)}, {"href", fig::ask_url(ask(x, "I23", x.whole, {{by, key}}))}});
    table.rows.push_back({label, std::to_string(of(in, key)), std::to_string(of(out, key))});
  }
  const boost::json::object option{
      {"xAxis", {{"type", "category"}, {"data", labels}}},
      {"yAxis", {{"type", "value"}, {"minInterval", 1}}},
      {"series", {{{"type", "bar"}, {"stack", "n"}, {"name", table.head[1]}, {"data", incoming}, {"itemStyle", {{"color", "c1"}}}},
                  {{"type", "bar"}, {"stack", "n"}, {"name", table.head[2]}, {"data", outgoing}, {"itemStyle", {{"color", "c2"}}}}}}};
  const std::string n_in = std::to_string(whole_number(in)), n_out = std::to_string(whole_number(out));
  Card c;
  c.title = years ? Text("Đoàn theo năm", "Delegations by year") : Text("Đoàn theo tháng", "Delegations by month");
  c.body = chart(x.lang, "months", boost::json::serialize(option),
                 Message(n_in + " đoàn vào và " + n_out + " đoàn ra trong " + period_words(x.period, Lang::vi), n_in + " incoming and " + n_out + " outgoing delegations in " + period_words(x.period, Lang::en)), table);
  return card(x.lang, c);
}

Html sectors_card(const Overview& x) {
  const auto f = value_of(x, "I41", x.office, "sector");
  std::vector<BarRow> rows;
  if (f)
    for (const auto& g : f->groups) {
      BarRow row;
      row.label = capital(g.label.in(x.lang));
      row.value = g.value.value_or(0);
      row.shown = format_money_short(Money{static_cast<std::int64_t>(row.value), Currency()}, x.lang);
      row.href = fig::ask_url(ask(x, "I41", x.office, {{"sector", g.key}}));
      row.sub = std::to_string(g.rows) + (x.lang == Lang::vi ? " khoản" : g.rows == 1 ? " item" : " items");
      rows.push_back(std::move(row));
      if (rows.size() == 6) break;
    }
  Card c;
  c.title = Text("Viện trợ theo lĩnh vực", "Aid by field");
  c.body = rows.empty() ? Html(x.lang) << "<p class=\"m2\">"_h << Text("Kỳ này chưa có giá trị viện trợ nào.", "No aid values in this period yet.") << "</p>"_h : bars(x.lang, rows);
  return card(x.lang, c);
}

web::Response overview(const reg::Context& context, const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  const Overview x{context, engine, db, actor, shell, shell.lang, working_period(db, r), home_org(db, actor), actor.org_code};
  PageHead head;
  head.title = Text("Tổng quan", "Overview");
  head.sub = Html(shell.lang) << Message(format_date_long(today(), Lang::vi) + ". Số liệu " + period_words(x.period, Lang::vi) + "; con số nào cũng mở được bản ghi.",
                                         format_date_long(today(), Lang::en) + ". Figures of " + period_words(x.period, Lang::en) + "; every one opens its records.");
  if (actor.may(Function::enter))
    head.actions = Html(shell.lang) << button(shell.lang, {.label = Text("Ghi vào sổ", "New entry"), .icon = "plus", .href = "/delegations/new", .key = "N"})
                                  << button(shell.lang, {.label = Text("Soạn báo cáo", "Write a report"), .icon = "file-text", .href = "/reports", .kind = "primary"});
  Html h(shell.lang);
  h << kpis(x) << "<div class=\"grid over-side\"><div class=\"over-main\">"_h << balance_card(x) << months_card(x) << sectors_card(x) << "</div><div class=\"over-due\">"_h << todo_card(x) << coming_card(x) << "</div></div>"_h << unions_card(x) << associations_card(x) << recent_card(x);
  return reg::respond(shell, head, h);
}

}  // namespace

void add_overview(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/", web::person(), reg::page_handler(context, [&context, &engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    return overview(context, engine, r, db, a, s);
  }));
}

}  // namespace nc::app
