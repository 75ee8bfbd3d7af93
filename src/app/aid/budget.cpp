// The money of an aid record: two ledgers with their parts named, plan against actual, budget lines, what is late.
#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <set>

#include "app/aid/entries.h"
#include "app/aid/public.h"
#include "base/clock.h"
#include "html/assets.h"
#include "html/components.h"

namespace nc::app {

namespace {

std::string day_words(const std::string& iso, Lang lang) {
  const auto day = Date::from_iso(iso);
  return day ? format_date(*day, lang) : std::string();
}

std::string percent_words(double part, Lang lang) { return format_decimal(part * 100, 0, lang) + "%"; }

/// One number of the budget: a figure that opens its entries.
void number(Html& h, const reg::PanelContext& x, const Message& label, const std::optional<Money>& money, const std::string& filter, const Message& note, bool late = false) {
  h << "<div><div class=\"sm m2\">"_h << label << "</div><div>"_h;
  FigureLink f;
  std::string unit;
  if (money) {
    f.shown = format_money_short(*money, x.lang);
    if (const auto gap = std::min(f.shown.find(' '), f.shown.find("\u00A0")); gap != std::string::npos && f.shown[0] >= '0' && f.shown[0] <= '9') {
      unit = f.shown.substr(gap);
      f.shown.resize(gap);
    }
    if (!filter.empty()) f.href = "/aid-values?aid=" + std::to_string(x.id) + filter;
    f.spoken = {label.vi + ": " + format_money_short(*money, Lang::vi) + ", mở các dòng giá trị", label.en + ": " + format_money_short(*money, Lang::en) + ", open the entries"};
  }
  f.large = true;
  h << figure(x.lang, f) << "<span class=\"u\">"_h << unit << "</span></div>"_h;
  if (!note.empty()) h << "<div class=\"sm "_h << (late ? "bl-late" : "m2") << "\">"_h << note << "</div>"_h;
  h << "</div>"_h;
}

Message times(std::int64_t n) { return {std::to_string(n) + " lần", std::to_string(n) + (n == 1 ? " entry" : " entries")}; }

struct Ledgers {
  std::vector<AidEntry> entries, plan;
  AidTotals totals;
  std::int64_t count(bool (*which)(const AidEntry&)) const { return std::count_if(entries.begin(), entries.end(), which); }
  /// What the plan says should be there today and is not; nothing when currencies differ or nothing is planned.
  std::optional<Money> behind() const {
    std::vector<AidEntry> both = plan;
    for (const AidEntry& e : entries)
      if (e.given()) both.push_back(e);
    const auto currency = common_currency(both);
    if (plan.empty() || !currency) return std::nullopt;
    std::int64_t gap = 0;
    const std::string day = today().iso();
    for (const AidEntry& e : both) gap += e.given() ? -amount_in(e, *currency) : e.date < day ? amount_in(e, *currency) : 0;
    return Money{gap, *currency};
  }
};

void put_ledgers(Html& body, const reg::PanelContext& x, const Ledgers& l) {
  const AidTotals& t = l.totals;
  body << "<div class=\"led\"><section><h3>"_h << Text("Vận động được", "Mobilised") << "</h3><div class=\"three-n\">"_h;
  number(body, x, Text("Cam kết", "Committed"), t.committed, "&basis=committed", times(l.count([](const AidEntry& e) { return e.basis == "committed"; })));
  number(body, x, Text("Phê duyệt", "Approved"), t.approved, "&basis=approved", {});
  body << "</div></section><section><h3>"_h << Text("Đã thực hiện", "Carried out") << "</h3><div class=\"three-n\">"_h;
  number(body, x, Text("Giải ngân", "Disbursed"), t.disbursed, "&basis=disbursed", times(l.count([](const AidEntry& e) { return e.basis == "disbursed"; })));
  number(body, x, Text("Hiện vật bàn giao", "Handed over in kind"), t.in_kind, "&basis=in_kind", times(l.count([](const AidEntry& e) { return e.basis == "in_kind"; })));
  const auto part = t.part();
  number(body, x, Text("Cộng hai phần", "Both together"), t.given, "&basis=disbursed&basis=in_kind",
         part ? Message("đạt " + percent_words(*part, Lang::vi) + (t.approved ? " số phê duyệt" : " số cam kết"), percent_words(*part, Lang::en) + (t.approved ? " of what was approved" : " of what was committed")) : Message());
  body << "</div></section></div>"_h;
  if (part) body << progress(*part);
  const auto whole = t.promised();
  Html line(x.lang);
  if (whole && (!t.given || whole->currency == t.given->currency)) {
    const std::int64_t left = whole->minor - (t.given ? t.given->minor : 0);
    const Money rest{left < 0 ? -left : left, whole->currency};
    line << Message((left < 0 ? "Vượt " : "Còn lại ") + format_money_short(rest, Lang::vi), (left < 0 ? "Above by " : "Left: ") + format_money_short(rest, Lang::en));
  }
  if (const auto behind = l.behind(); behind && behind->minor > 0)
    line << (line.empty() ? "" : " · ") << badge(x.lang, Message("chậm " + format_money_short(*behind, Lang::vi) + " so với kế hoạch", format_money_short(*behind, Lang::en) + " behind the plan"), Tone::bad, "clock");
  if (!line.empty()) body << "<p class=\"sm bl-l\">"_h << line << "</p>"_h;
}

double in_units(std::int64_t minor, const Currency& currency) {
  double scale = currency == Currency() ? 1e6 : 1;
  for (int i = 0; i < currency.minor_digits(); ++i) scale *= 10;
  return static_cast<double>(minor) / scale;
}

/// Planned and given, added up day by day: chart and table with the same numbers.
Html curve(const reg::PanelContext& x, const Ledgers& l) {
  std::vector<AidEntry> all = l.plan;
  for (const AidEntry& e : l.entries)
    if (e.given()) all.push_back(e);
  const auto currency = common_currency(all);
  std::set<std::string> days;
  for (const AidEntry& e : all) days.insert(e.date);
  if (!currency || days.size() < 2) return Html(x.lang);
  const bool vi = x.lang == Lang::vi;
  ChartTable table;
  table.head = {vi ? "Ngày" : "Date", vi ? "Kế hoạch, lũy kế" : "Planned, added up", vi ? "Đã thực hiện, lũy kế" : "Carried out, added up"};
  boost::json::array labels, planned, given;
  std::int64_t plan_sum = 0, given_sum = 0;
  const std::string last_given = [&] {
    std::string out;
    for (const AidEntry& e : l.entries)
      if (e.given()) out = std::max(out, e.date);
    return out;
  }();
  for (const std::string& day : days) {
    for (const AidEntry& e : all)
      if (e.date == day) (e.given() ? given_sum : plan_sum) += amount_in(e, *currency);
    labels.emplace_back(day_words(day, x.lang));
    planned.emplace_back(in_units(plan_sum, *currency));
    const bool known = day <= last_given || (!last_given.empty() && day <= today().iso());
    if (known) given.emplace_back(in_units(given_sum, *currency));
    else given.emplace_back(nullptr);
    table.rows.push_back({day_words(day, x.lang), l.plan.empty() ? "–" : format_money_short(Money{plan_sum, *currency}, x.lang), known ? format_money_short(Money{given_sum, *currency}, x.lang) : "–"});
  }
  boost::json::array series;
  if (!l.plan.empty())
    series.push_back({{"type", "line"}, {"name", vi ? "Kế hoạch" : "Plan"}, {"data", planned}, {"lineStyle", {{"type", "dashed"}}}, {"itemStyle", {{"color", "ink-3"}}}});
  series.push_back({{"type", "line"}, {"name", vi ? "Đã thực hiện" : "Carried out"}, {"data", given}, {"areaStyle", {{"color", "song-tint"}}}, {"itemStyle", {{"color", "c1"}}}});
  const boost::json::object option{{"xAxis", {{"type", "category"}, {"data", labels}, {"boundaryGap", false}}}, {"yAxis", {{"type", "value"}}}, {"series", series}};
  const std::string plan_words = format_money_short(Money{plan_sum, *currency}, Lang::vi), given_words = format_money_short(Money{given_sum, *currency}, Lang::vi);
  const Message summary = l.plan.empty() ? Message("Đã thực hiện " + given_words + "; chưa có kế hoạch để so", format_money_short(Money{given_sum, *currency}, Lang::en) + " carried out; no plan to compare with")
                                         : Message("Kế hoạch " + plan_words + ", đã thực hiện " + given_words, "Planned " + format_money_short(Money{plan_sum, *currency}, Lang::en) + ", carried out " + format_money_short(Money{given_sum, *currency}, Lang::en));
  const Message unit = *currency == Currency() ? Message(Text("triệu đồng, lũy kế", "million dong, added up")) : Message(std::string(currency->code()) + ", lũy kế", std::string(currency->code()) + ", added up");
  return Html(x.lang) << "<p class=\"sm m2 bl-c\">"_h << summary << " ("_h << unit << ")</p>"_h << chart(x.lang, "disbursed", boost::json::serialize(option), summary, table);
}

/// What each budget line was planned to take and has taken.
Html lines(const reg::PanelContext& x, const Ledgers& l) {
  struct Line { std::int64_t planned = 0, given = 0; };
  std::vector<AidEntry> all = l.plan;
  for (const AidEntry& e : l.entries)
    if (e.given()) all.push_back(e);
  const auto currency = common_currency(all);
  std::vector<std::string> order;
  std::map<std::string, Line> by_item;
  if (!currency) return Html(x.lang);
  for (const AidEntry& e : all) {
    if (!by_item.contains(e.item)) order.push_back(e.item);
    (e.given() ? by_item[e.item].given : by_item[e.item].planned) += amount_in(e, *currency);
  }
  if (l.plan.empty() || order.size() < 2) return Html(x.lang);
  Table t;
  t.caption = Text("Theo mục chi", "By budget line");
  t.columns = {{.label = Text("Mục chi", "Budget line"), .key = true}, {.label = Text("Kế hoạch", "Planned"), .number = true}, {.label = Text("Đã thực hiện", "Carried out"), .number = true}, {.label = Text("Tỷ lệ", "Share")}};
  Line sum;
  const auto money = [&](std::int64_t minor) { return Html(x.lang) << format_money_short(Money{minor, *currency}, x.lang); };
  for (const std::string& item : order) {
    const Line& one = by_item[item];
    sum.planned += one.planned, sum.given += one.given;
    const double part = one.planned > 0 ? static_cast<double>(one.given) / static_cast<double>(one.planned) : 0;
    Row row;
    Html share(x.lang);
    if (one.planned > 0) share << "<span class=\"pct\">"_h << progress(std::min(1.0, part)) << percent_words(part, x.lang) << "</span>"_h;
    row.cells = {Html(x.lang) << (item.empty() ? std::string(Text("Không ghi mục", "No line given").in(x.lang)) : item), money(one.planned), money(one.given), share};
    t.rows.push_back(std::move(row));
  }
  Row total;
  total.kind = Row::Kind::total;
  total.cells = {Html(x.lang) << Text("Cộng", "Sum"), money(sum.planned), money(sum.given), Html(x.lang) << (sum.planned > 0 ? percent_words(static_cast<double>(sum.given) / static_cast<double>(sum.planned), x.lang) : std::string())};
  t.rows.push_back(std::move(total));
  return table(x.lang, t);
}

}  // namespace

Html aid_budget(const reg::PanelContext& x) {
  Ledgers l{aid_entries(x.db, x.id), aid_plan_entries(x.db, x.id), {}};
  l.totals = totals_of(l.entries);
  Html body(x.lang), end(x.lang);
  if (l.entries.empty()) body << "<p class=\"m2\">"_h << Text("Chưa có dòng giá trị nào: cam kết, phê duyệt, giải ngân, hiện vật ghi riêng từng dòng.", "No value entries yet: committed, approved, disbursed and in kind are entered separately.") << "</p>"_h;
  else if (!common_currency(l.entries)) body << notice(x.lang, Tone::info, "info-circle", Html(x.lang) << Text("Các dòng giá trị ở nhiều loại tiền và có dòng chưa có tỷ giá, nên không cộng. Ghi tỷ giá để cộng theo đồng.", "The entries are in several currencies and some have no rate, so they are not added. Enter the rates to add them in dong."));
  else put_ledgers(body, x, l);
  body << curve(x, l) << lines(x, l);
  if (x.actor.may(Function::enter)) {
    const std::string code = url_encode(db::as_text(x.cells[reg::k_code]));
    end << button(x.lang, {.label = Text("Kế hoạch giải ngân", "Plan"), .icon = "calendar-dollar", .href = "/aid/" + std::to_string(x.id) + "/plan", .small = true}) << " "_h
        << button(x.lang, {.label = Text("Ghi giải ngân", "Enter a disbursement"), .icon = "coins", .href = "/aid-values/new?basis=disbursed&aid=" + code, .small = true});
  }
  return card(x.lang, {.title = Text("Vận động và thực hiện", "Mobilised and carried out"), .body = body, .foot = end, .id = "budget"});
}

}  // namespace nc::app
