// Periods as people say them: "6 tháng đầu năm 2026", "quý 2/2026", "8 tháng 2022", "nhiệm kỳ 2018 - 2023", "first half of 2026".
#include "base/period_typed.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/fold.h"

namespace nc {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::pair<std::string_view, int>, 29> k_numbers{
    {{"mot", 1}, {"hai", 2}, {"ba", 3},   {"bon", 4},  {"sau", 6},    {"bay", 7},   {"tam", 8},   {"chin", 9},   {"muoi", 10}, {"one", 1},
     {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6},  {"seven", 7}, {"eight", 8}, {"nine", 9},   {"ten", 10},  {"eleven", 11},
     {"twelve", 12}, {"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"1st", 1}, {"2nd", 2}, {"3rd", 3}, {"4th", 4}}};
constexpr std::array<std::string_view, 4> k_roman{"i", "ii", "iii", "iv"};

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// 1 to 31 as digits or as a word; 0 when it is neither.
int small_number(std::string_view word) {
  for (const auto& [name, n] : k_numbers)
    if (name == word) return n;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9' || word.size() > 2) return 0;
    value = value * 10 + (c - '0');
  }
  return value <= 31 ? value : 0;
}

bool is_year(std::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int year_of(std::string_view word) {
  int value = 0;
  for (const char c : word) value = value * 10 + (c - '0');
  return value;
}

int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  for (int m = 1; m <= 12; ++m) {
    const std::string name = fold(month_name(m));
    if (name == word || name.substr(0, 3) == word) return m;
  }
  return 0;
}

/// Split at blanks; "q2" and "h1" stay one word.
Words words_of(std::string_view text) {
  Words out;
  std::string word;
  for (const char c : fold(text) + " ") {
    if (c != ' ') word += c;
    else if (!word.empty()) out.push_back(std::exchange(word, {}));
  }
  return out;
}

/// Words that say nothing of which period is meant; "nam" is a year unless it counts months, "tu" is four behind quý and tháng.
Words telling(const Words& all) {
  Words out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& w = all[i];
    const std::string_view next = i + 1 < all.size() ? std::string_view(all[i + 1]) : std::string_view();
    if (w == "nam" && next == "thang") out.emplace_back("5");
    else if (w == "tu" && !out.empty() && one_of(out.back(), {"quy", "thang"})) out.emplace_back("4");
    else if (w == "muoi" && one_of(next, {"mot", "hai"})) out.emplace_back(next == "mot" ? "11" : "12"), ++i;
    else if (!one_of(w, {"nam", "tu", "ngay", "ca", "het", "cua", "trong", "ky", "giai", "doan", "nhiem", "the", "of", "from", "in", "year", "years", "term", "period", "whole"})) out.push_back(w);
  }
  return out;
}

std::optional<Period> months(int year, int first, int last) {
  if (first < 1 || last < first || last > 12) return std::nullopt;
  const auto from = Date::from_ymd(year, first, 1), to = Date::from_ymd(year, last, days_in_month(year, last));
  return from && to ? std::optional(Period{*from, *to}) : std::nullopt;
}

std::optional<Period> half(int year, bool first) { return first ? months(year, 1, 6) : months(year, 7, 12); }

std::optional<Period> quarter(int year, std::string_view which) {
  const auto roman = std::find(k_roman.begin(), k_roman.end(), which);
  const int n = roman != k_roman.end() ? static_cast<int>(roman - k_roman.begin()) + 1 : small_number(which);
  return n >= 1 && n <= 4 ? months(year, n * 3 - 2, n * 3) : std::nullopt;
}

std::optional<Period> one_day(int year, int month, int day) {
  const auto date = Date::from_ymd(year, month, day);
  return date ? std::optional(Period{*date, *date}) : std::nullopt;
}

/// "6 tháng đầu", "first six months", "sáu tháng cuối", "8 tháng": what is left beside the number and the word for months.
std::optional<Period> some_months(int year, int count, const Words& rest) {
  if (rest.empty() || (rest.size() == 1 && one_of(rest[0], {"dau", "first"}))) return months(year, 1, count);
  if (rest.size() == 1 && count == 6 && one_of(rest[0], {"cuoi", "last"})) return half(year, false);
  return std::nullopt;
}

/// One period whose year is known, from the other words.
std::optional<Period> of_year(int year, Words w) {
  if (w.empty()) return months(year, 1, 12);
  if (w.size() == 1) {
    if (const int m = small_number(w[0]); m > 0 && w[0][0] <= '9') return months(year, m, m);
    if (const int m = month_of(w[0])) return months(year, m, m);
    if (one_of(w[0], {"h1", "h2"})) return half(year, w[0] == "h1");
    if (w[0].size() == 2 && w[0][0] == 'q') return quarter(year, w[0].substr(1));
    return std::nullopt;
  }
  if (w.size() == 2 && one_of(w[0], {"quy", "quarter", "q"})) return quarter(year, w[1]);
  if (w.size() == 2 && w[1] == "quarter") return quarter(year, w[0]);
  if (w.size() == 2 && w[0] == "nua" && one_of(w[1], {"dau", "cuoi"})) return half(year, w[1] == "dau");
  if (w.size() == 2 && w[1] == "half" && one_of(w[0], {"first", "second"})) return half(year, w[0] == "first");
  if (w.size() == 2 && w[0] == "thang") return months(year, small_number(w[1]), small_number(w[1]));
  if (w.size() == 2 && month_of(w[1])) return one_day(year, month_of(w[1]), small_number(w[0]));
  if (w.size() == 2 && small_number(w[0]) && small_number(w[1])) return one_day(year, small_number(w[1]), small_number(w[0]));
  if (w.size() == 3 && w[1] == "thang" && small_number(w[2])) return one_day(year, small_number(w[2]), small_number(w[0]));
  const auto unit = std::find_if(w.begin(), w.end(), [](const std::string& one) { return one_of(one, {"thang", "months"}); });
  if (unit == w.end() || unit == w.begin()) return std::nullopt;
  const int count = small_number(*(unit - 1));
  w.erase(unit - 1, unit + 1);
  return count > 0 ? some_months(year, count, w) : std::nullopt;
}

/// `fallback`: the year when the words name none ("tháng 1" of "tháng 1 đến tháng 8/2022"); 0 for none.
std::optional<Period> simple(const Words& all, int fallback) {
  Words w = telling(all);
  const auto year = std::find_if(w.begin(), w.end(), is_year);
  if (year == w.end()) return fallback > 0 && !w.empty() ? of_year(fallback, std::move(w)) : std::nullopt;
  const int named = year_of(*year);
  // "2022-1" is a code that was not finished, not January.
  if (year == w.begin() && w.size() > 1 && small_number(w[1]) && w[1][0] <= '9') return std::nullopt;
  w.erase(year);
  return of_year(named, std::move(w));
}

std::optional<Period> span(const Words& left, const Words& right) {
  const auto last = simple(right, 0);
  const auto first = last ? simple(left, last->from.year()) : std::nullopt;
  return first && first->from <= last->to ? std::optional(Period{first->from, last->to}) : std::nullopt;
}

}  // namespace

std::optional<Period> period_from_words(std::string_view text) {
  if (text.empty() || text.size() > 80 || !is_utf8(text) || text.back() == '-' || text.find("..") != std::string_view::npos) return std::nullopt;
  const Words all = words_of(text);
  const auto until = std::find_if(all.begin(), all.end(), [](const std::string& w) { return one_of(w, {"den", "toi", "to", "until", "till"}); });
  if (until != all.end()) return span({all.begin(), until}, {until + 1, all.end()});
  // "2018 - 2023" and "1/1/2022 - 31/8/2022": folding took the dash, the first year ends the first half.
  const auto year = std::find_if(all.begin(), all.end(), is_year);
  if (year != all.end() && std::any_of(year + 1, all.end(), is_year)) return span({all.begin(), year + 1}, {year + 1, all.end()});
  // "từ năm 2020" has no end: a day, not a period.
  if (!all.empty() && one_of(all[0], {"tu", "from"})) return std::nullopt;
  return simple(all, 0);
}

std::vector<Period> usual_periods(int year) {
  std::vector<Period> out;
  for (const int y : {year, year - 1}) {
    for (const auto& [first, last] : {std::pair{1, 12}, {1, 6}, {7, 12}, {1, 3}, {4, 6}, {7, 9}, {10, 12}, {1, 8}, {1, 9}})
      if (const auto p = months(y, first, last)) out.push_back(*p);
  }
  for (const int first : {year - 4, year - 5})
    if (const auto from = months(first, 1, 12), to = months(first + 5, 1, 12); from && to) out.push_back({from->from, to->to});
  return out;
}

}  // namespace nc
