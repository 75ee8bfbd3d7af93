// Panels of an aid record: its stages with their days and papers, and what was promised, given and is left.
#include <boost/json.hpp>

#include <algorithm>
#include <map>

#include "app/aid/public.h"
#include "html/components.h"

namespace nc::app {

namespace {

struct Value { std::string basis, date, currency; std::int64_t amount = 0, dong = 0; bool has_dong = false; };

std::vector<Value> values_of(const reg::PanelContext& x) {
  std::vector<Value> out;
  x.db.each("SELECT basis, date, amount_cur, amount, vnd FROM aid_value WHERE deleted = 0 AND aid = $1 AND amount IS NOT NULL ORDER BY date, id", {x.id}, [&](const db::Row& r) {
    out.push_back({std::string(r.text(0)), std::string(r.text(1)), std::string(r.text(2)), r.integer(3), r.integer(4), !r.null(4)});
    return true;
  });
  return out;
}

bool is_given(const Value& v) { return v.basis == "disbursed" || v.basis == "in_kind"; }

/// Sums of one kind in the one currency that all entries share: đồng when all have it. No sum of mixed currencies.
struct Totals {
  std::optional<Money> committed, approved, given;
  /// The promise to measure against: approved, else committed.
  std::optional<Money> promised() const { return approved ? approved : committed; }
  std::optional<double> part() const {
    const auto whole = promised();
    if (!whole || !given || whole->minor <= 0 || !(whole->currency == given->currency)) return std::nullopt;
    return std::min(1.0, static_cast<double>(given->minor) / static_cast<double>(whole->minor));
  }
};

Totals totals_of(const std::vector<Value>& values) {
  Totals t;
  const bool dong = std::all_of(values.begin(), values.end(), [](const Value& v) { return v.has_dong; });
  const bool one = std::all_of(values.begin(), values.end(), [&](const Value& v) { return v.currency == values.front().currency; });
  if (!dong && !one) return t;
  for (const Value& v : values) {
    const auto currency = dong ? std::optional(Currency()) : Currency::from_code(v.currency);
    if (!currency) return {};
    auto& sum = is_given(v) ? t.given : v.basis == "approved" ? t.approved : t.committed;
    if (!sum) sum = Money{0, *currency};
    sum->minor += dong ? v.dong : v.amount;
  }
  return t;
}

std::string text_of(const reg::PanelContext& x, const char* column) {
  const int at = x.what.column(column);
  return at < 0 ? std::string() : db::as_text(x.cells[static_cast<std::size_t>(at)]);
}

std::string day_words(const std::string& iso, Lang lang) {
  const auto day = Date::from_iso(iso);
  return day ? format_date(*day, lang) : std::string();
}

/// How far an item is: the number of its stage, 0 to 5. Suspended items stand where they stopped.
int stage_number(const std::string& status) {
  static const std::map<std::string, int> k_stage{{"mobilising", 0}, {"appraising", 1}, {"approved", 2}, {"implementing", 3}, {"suspended", 3}, {"completed", 4}, {"closed", 5}};
  const auto found = k_stage.find(status);
  return found == k_stage.end() ? -1 : found->second;
}

std::string percent_words(double part, Lang lang) { return format_decimal(part * 100, 0, lang) + "%"; }

}  // namespace

Html aid_stages(const reg::PanelContext& x) {
  const int now = stage_number(text_of(x, "status"));
  if (now < 0) return Html(x.lang);
  const auto values = values_of(x);
  const auto part = totals_of(values).part();
  const auto first = std::find_if(values.begin(), values.end(), [](const Value& v) { return v.basis == "committed"; });
  std::vector<Stage> stages{
      {.label = Text("Vận động", "Mobilising"), .date = first == values.end() ? std::string() : day_words(first->date, x.lang)},
      {.label = Text("Thẩm định", "Appraisal")},
      {.label = Text("Phê duyệt", "Approval"), .date = day_words(text_of(x, "decision_date"), x.lang), .detail = text_of(x, "decision_no")},
      {.label = Text("Thực hiện", "Implementation"), .date = day_words(text_of(x, "from_date"), x.lang)},
      {.label = Text("Nghiệm thu", "Acceptance"), .date = day_words(text_of(x, "to_date"), x.lang)},
      {.label = Text("Khép hồ sơ", "Closing")}};
  if (part) stages[3].detail = percent_words(*part, x.lang) + (x.lang == Lang::vi ? " đã giải ngân" : " disbursed");
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const int number = static_cast<int>(i);
    const bool ended = now == 5 || (now == 4 && number == 4);
    stages[i].state = number < now || ended ? Stage::State::done : number == now ? Stage::State::current : Stage::State::todo;
    if (number == 3) stages[i].part = part.value_or(0);
  }
  return card(x.lang, {.body = stage_bar(x.lang, stages)});
}

namespace {

/// One number of the budget: a figure that opens its entries.
void budget_part(Html& h, const reg::PanelContext& x, const Message& label, const std::optional<Money>& money, const std::string& filter, const Message& note) {
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
  if (!note.empty()) h << "<div class=\"sm m2\">"_h << note << "</div>"_h;
  h << "</div>"_h;
}

/// Disbursed in time, added up: chart and table with the same numbers.
Html disbursed_chart(const reg::PanelContext& x, const std::vector<Value>& values) {
  boost::json::array points;
  ChartTable table;
  const bool vi = x.lang == Lang::vi;
  table.head = {vi ? "Ngày" : "Date", vi ? "Lần này" : "This time", vi ? "Lũy kế" : "In all"};
  const bool dong = std::all_of(values.begin(), values.end(), [](const Value& v) { return v.has_dong; });
  boost::json::array labels;
  std::int64_t sum = 0;
  std::optional<Currency> currency = Currency();
  for (const Value& v : values) {
    if (!is_given(v)) continue;
    currency = dong ? std::optional(Currency()) : Currency::from_code(v.currency);
    if (!currency) return Html(x.lang);
    const std::int64_t one = dong ? v.dong : v.amount;
    sum += one;
    double scale = 1;
    for (int i = 0; i < currency->minor_digits(); ++i) scale *= 10;
    labels.emplace_back(day_words(v.date, x.lang));
    points.push_back(boost::json::object{{"value", static_cast<double>(sum) / scale / (dong ? 1e9 : 1)}});
    table.rows.push_back({day_words(v.date, x.lang), format_money_short(Money{one, *currency}, x.lang), format_money_short(Money{sum, *currency}, x.lang)});
  }
  if (table.rows.size() < 2) return Html(x.lang);
  const boost::json::object option{{"xAxis", {{"type", "category"}, {"data", labels}, {"boundaryGap", false}}},
                                   {"yAxis", {{"type", "value"}}},
                                   {"series", {{{"type", "line"}, {"name", table.head[2]}, {"data", points}, {"areaStyle", {{"color", "song-tint"}}}, {"itemStyle", {{"color", "c1"}}}}}}};
  const std::string times = std::to_string(table.rows.size());
  return Html(x.lang) << "<p class=\"sm m2\">"_h << (dong ? Message(Text("Đã giải ngân, lũy kế, tỷ đồng", "Disbursed, added up, billion dong")) : Message(Text("Đã giải ngân, lũy kế", "Disbursed, added up"))) << "</p>"_h
                      << chart(x.lang, "disbursed", boost::json::serialize(option),
                               Message("Giải ngân " + times + " lần, tất cả " + table.rows.back()[2], "Disbursed " + times + " times, " + table.rows.back()[2] + " in all"), table);
}

}  // namespace

Html aid_budget(const reg::PanelContext& x) {
  const auto values = values_of(x);
  if (values.empty()) return Html(x.lang);
  const Totals t = totals_of(values);
  if (!t.promised() && !t.given) return Html(x.lang);
  Html body(x.lang);
  body << "<div class=\"three-n\">"_h;
  if (t.approved) budget_part(body, x, Text("Phê duyệt", "Approved"), t.approved, "&basis=approved", {});
  else budget_part(body, x, Text("Cam kết", "Committed"), t.committed, "&basis=committed", {});
  const auto part = t.part();
  const auto given = std::count_if(values.begin(), values.end(), is_given);
  Message note(std::to_string(given) + " lần", std::to_string(given) + (given == 1 ? " entry" : " entries"));
  if (part) note = {note.vi + ", đạt " + percent_words(*part, Lang::vi), note.en + ", " + percent_words(*part, Lang::en)};
  budget_part(body, x, Text("Đã giải ngân, bàn giao", "Disbursed, handed over"), t.given, "&basis=disbursed&basis=in_kind", note);
  if (const auto whole = t.promised(); whole && (!t.given || whole->currency == t.given->currency)) {
    const std::int64_t left = whole->minor - (t.given ? t.given->minor : 0);
    budget_part(body, x, left < 0 ? Text("Vượt", "Above") : Text("Còn lại", "Left"), Money{left < 0 ? -left : left, whole->currency}, "", {});
  }
  body << "</div>"_h;
  if (part) body << progress(*part);
  body << disbursed_chart(x, values);
  return card(x.lang, {.title = Text("Ngân sách và giải ngân", "Budget and disbursement"), .body = body});
}

}  // namespace nc::app
