// Rules of days in words, and every rule that a person may name.
#include "app/calendar/rule_words.h"

#include <fmt/format.h>

#include <array>
#include <set>

#include "app/calendar/rule_parts.h"
#include "app/common/table.h"
#include "base/fold.h"
#include "base/words.h"

namespace nc::app {

namespace {

constexpr std::array<const char*, 7> k_weekdays_vi = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
constexpr std::array<const char*, 4> k_nth_vi = {"thứ nhất", "thứ hai", "thứ ba", "thứ tư"};

template <typename List>
auto nth_of(const List& list, int number) {
  return list[static_cast<std::size_t>(number - 1)];
}

std::string common_day(MonthDay d, Lang lang) {
  if (lang == Lang::vi) return fmt::format("ngày {} tháng {}", d.day, d.month);
  return fmt::format("{} {}", d.day, capital(nth_of(k_months, d.month)));
}

std::string lunar_day(MonthDay d, Lang lang) {
  if (lang == Lang::en) return fmt::format("day {} of lunar month {}", d.day, d.month);
  const std::string day = d.day == 15 ? "rằm" : fmt::format("{} {}", d.day <= 10 ? "mùng" : "ngày", d.day);
  return day + " tháng " + (d.month == 1 ? std::string("Giêng") : d.month == 12 ? std::string("Chạp") : std::to_string(d.month));
}

template <typename Say>
std::string stretch(std::string_view text, Lang lang, Say say) {
  const Stretch part = parted(text);
  const MonthDay first = month_day_of(part.first), last = month_day_of(part.last);
  if (first.month == 0 || (part.first.size() < text.size() && last.month == 0)) return {};
  if (last.month == 0) return say(first, lang);
  return lang == Lang::vi ? "từ " + say(first, lang) + " đến " + say(last, lang) : "from " + say(first, lang) + " to " + say(last, lang);
}

std::string every_year(std::string words, Lang lang) { return words.empty() ? words : words + (lang == Lang::vi ? " hằng năm" : " every year"); }

std::string fixed_words(std::string_view value, Lang lang) {
  const auto semicolon = value.find(';');
  std::string words = every_year(stretch(value.substr(0, semicolon), lang, common_day), lang);
  constexpr std::string_view k_sunday = ";if_sunday:";
  if (words.empty() || semicolon == std::string_view::npos) return words;
  const MonthDay other = value.substr(semicolon).starts_with(k_sunday) ? month_day_of(value.substr(semicolon + k_sunday.size())) : MonthDay{};
  if (other.month == 0) return {};
  return words + (lang == Lang::vi ? ", gặp Chủ nhật thì " : ", on a Sunday moved to ") + common_day(other, lang);
}

/// The months of Viet Nam go without saying; those of Beijing and Seoul begin on another day in some years.
std::string lunar_words(std::string_view value, Lang lang) {
  std::string zone;
  if (value.starts_with("UTC+") && value.size() > 6) {
    const std::string_view hours = value.substr(0, 5);
    if (hours == "UTC+8") zone = lang == Lang::vi ? ", theo giờ Bắc Kinh" : ", Beijing time";
    else if (hours == "UTC+9") zone = lang == Lang::vi ? ", theo giờ Seoul" : ", Seoul time";
    else if (hours != "UTC+7") zone = lang == Lang::vi ? ", theo giờ " + std::string(hours) : ", " + std::string(hours);
    value.remove_prefix(6);
  }
  const std::string words = stretch(value, lang, lunar_day);
  return words.empty() ? words : words + (lang == Lang::vi ? " âm lịch" : "") + zone;
}

/// "second_sunday_may"
std::string weekday_words(std::string_view value, Lang lang) {
  const NthWeekday w = nth_weekday_of(value);
  if (w.nth == 0) return {};
  return lang == Lang::vi ? fmt::format("{} lần {} trong tháng {}", nth_of(k_weekdays_vi, w.weekday), nth_of(k_nth_vi, w.nth), w.month)
                          : fmt::format("{} {} of {}", nth_of(k_nth, w.nth), capital(nth_of(k_weekdays, w.weekday)), capital(nth_of(k_months, w.month)));
}

std::string words_of(std::string_view rule, Lang lang) {
  const auto [kind, value] = parts_of(rule);
  const auto said = [lang](const Text& t) { return std::string(t.in(lang)); };
  if (kind == "fixed") return fixed_words(value, lang);
  if (kind == "fixed_range") return every_year(stretch(value, lang, common_day), lang);
  if (kind == "season") return every_year((lang == Lang::vi ? "khoảng " : "about ") + stretch(value, lang, common_day), lang);
  if (kind == "lunar") return lunar_words(value, lang);
  if (kind == "weekday") return weekday_words(value, lang);
  if (rule == "solar_new_year:khmer") return said({"năm mới Khmer, theo bảng từng năm", "Khmer new year, by its table"});
  if (rule == "computus:gregorian") return said({"Chủ nhật Phục sinh", "Easter Sunday"});
  if (kind == "table") return said({"ghi riêng từng năm", "entered year by year"});
  if (kind == "year_table") return said({"theo năm hai bên chọn", "in the years both sides choose"});
  if (kind == "none") return said({"không có ngày cố định", "no fixed day"});
  return {};
}

Option option_of(const std::string& rule) {
  Option o{rule, Message(rule_words(rule, Lang::vi), rule_words(rule, Lang::en)), {}};
  if (const auto [kind, value] = parts_of(rule); kind == "fixed" && month_day_of(value).month != 0) {
    const MonthDay d = month_day_of(value);
    o.folded = fmt::format("{} {}\n{:02} {:02}\n{}\n{}", d.day, d.month, d.day, d.month, fold(common_day(d, Lang::vi)), fold(common_day(d, Lang::en)));
  }
  return o;
}

std::vector<Option> every_rule() {
  std::vector<Option> out;
  std::set<std::string> seen;
  const auto add = [&](const std::string& rule) {
    if (!words_of(rule, Lang::vi).empty() && seen.insert(rule).second) out.push_back(option_of(rule));
  };
  for (const char* rule : {"table", "none"}) add(rule);
  const TsvTable& table = reference_table("observances.tsv");
  for (const auto& row : table.rows())
    if (const std::string& rule = table.cell(row, "rule"); !rule.starts_with("from:")) add(rule);
  constexpr std::array<int, 12> k_days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int month = 1; month <= 12; ++month)
    for (int day = 1; day <= k_days[static_cast<std::size_t>(month - 1)]; ++day) add(fmt::format("fixed:{:02}-{:02}", month, day));
  for (int month = 1; month <= 12; ++month)
    for (int day = 1; day <= 30; ++day) add(fmt::format("lunar:UTC+7:{:02}-{:02}", month, day));
  for (const char* feast : {"01-15", "05-05", "07-15", "09-09"})
    for (const int hours : {8, 9}) add(fmt::format("lunar:UTC+{}:{}", hours, feast));
  for (const auto month : k_months)
    for (const auto weekday : k_weekdays)
      for (const auto nth : k_nth) add(fmt::format("weekday:{}_{}_{}", nth, weekday, month));
  return out;
}

}  // namespace

std::string rule_words(std::string_view rule, Lang lang) {
  std::string words = words_of(rule, lang);
  return words.empty() ? std::string(rule) : words;
}

const Options& rule_options() {
  static const Options options(every_rule());
  return options;
}

}  // namespace nc::app
