// Rules of days in words, and every rule that a person may name.
#include "app/calendar/rule_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "app/common/table.h"
#include "base/fold.h"
#include "base/number.h"

namespace nc::app {

namespace {

constexpr std::array<const char*, 12> k_months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};
constexpr std::array<const char*, 7> k_weekdays_vi = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"};
constexpr std::array<const char*, 7> k_weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 4> k_nth_vi = {"thứ nhất", "thứ hai", "thứ ba", "thứ tư"}, k_nth = {"first", "second", "third", "fourth"};

struct Day { int month = 0, day = 0; };

/// "01-07"; month 0 when it is none.
Day day_of(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return {};
  const auto month = parse_int(text.substr(0, 2)), day = parse_int(text.substr(3, 2));
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return {};
  return {static_cast<int>(*month), static_cast<int>(*day)};
}

std::string common_day(Day d, Lang lang) {
  if (lang == Lang::vi) return fmt::format("ngày {} tháng {}", d.day, d.month);
  return fmt::format("{} {}", d.day, k_months[static_cast<std::size_t>(d.month - 1)]);
}

std::string lunar_day(Day d, Lang lang) {
  if (lang == Lang::en) return fmt::format("day {} of lunar month {}", d.day, d.month);
  const std::string day = d.day == 15 ? "rằm" : fmt::format("{} {}", d.day <= 10 ? "mùng" : "ngày", d.day);
  return day + " tháng " + (d.month == 1 ? std::string("Giêng") : d.month == 12 ? std::string("Chạp") : std::to_string(d.month));
}

template <typename Say>
std::string stretch(std::string_view text, Lang lang, Say say) {
  const auto dots = text.find("..");
  const Day first = day_of(text.substr(0, dots)), last = dots == std::string_view::npos ? Day{} : day_of(text.substr(dots + 2));
  if (first.month == 0 || (dots != std::string_view::npos && last.month == 0)) return {};
  if (last.month == 0) return say(first, lang);
  return lang == Lang::vi ? "từ " + say(first, lang) + " đến " + say(last, lang) : "from " + say(first, lang) + " to " + say(last, lang);
}

std::string every_year(std::string words, Lang lang) { return words.empty() ? words : words + (lang == Lang::vi ? " hằng năm" : " every year"); }

std::string fixed_words(std::string_view value, Lang lang) {
  const auto semicolon = value.find(';');
  std::string words = every_year(stretch(value.substr(0, semicolon), lang, common_day), lang);
  constexpr std::string_view k_sunday = ";if_sunday:";
  if (words.empty() || semicolon == std::string_view::npos) return words;
  const Day other = value.substr(semicolon).starts_with(k_sunday) ? day_of(value.substr(semicolon + k_sunday.size())) : Day{};
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

template <typename List>
std::size_t place_in(const List& list, std::string_view word) {
  return static_cast<std::size_t>(std::find_if(list.begin(), list.end(), [&](const char* w) {
    const std::string_view one(w);
    return one.size() == word.size() && std::equal(one.begin(), one.end(), word.begin(), [](char a, char b) { return (a | 0x20) == b; });
  }) - list.begin());
}

/// "second_sunday_may"
std::string weekday_words(std::string_view value, Lang lang) {
  const auto first = value.find('_'), second = value.find('_', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return {};
  const std::size_t nth = place_in(k_nth, value.substr(0, first)), weekday = place_in(k_weekdays, value.substr(first + 1, second - first - 1)), month = place_in(k_months, value.substr(second + 1));
  if (nth == k_nth.size() || weekday == k_weekdays.size() || month == k_months.size()) return {};
  return lang == Lang::vi ? fmt::format("{} lần {} trong tháng {}", k_weekdays_vi[weekday], k_nth_vi[nth], month + 1) : fmt::format("{} {} of {}", k_nth[nth], k_weekdays[weekday], k_months[month]);
}

std::string words_of(std::string_view rule, Lang lang) {
  const auto colon = rule.find(':');
  const std::string_view kind = rule.substr(0, colon), value = colon == std::string_view::npos ? std::string_view() : rule.substr(colon + 1);
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
  if (const Day d = rule.size() == 11 && rule.starts_with("fixed:") ? day_of(std::string_view(rule).substr(6)) : Day{}; d.month != 0)
    o.folded = fmt::format("{} {}\n{:02} {:02}\n{}\n{}", d.day, d.month, d.day, d.month, fold(common_day(d, Lang::vi)), fold(common_day(d, Lang::en)));
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
  const auto small = [](std::string word) {
    for (char& c : word) c = static_cast<char>(c | 0x20);
    return word;
  };
  for (const char* month : k_months)
    for (const char* weekday : k_weekdays)
      for (const char* nth : k_nth) add(fmt::format("weekday:{}_{}_{}", nth, small(weekday), small(month)));
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
