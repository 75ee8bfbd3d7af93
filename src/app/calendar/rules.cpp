// Rules of days: fixed, lunar, Khmer solar, n-th weekday, Easter.
#include "app/calendar/rules.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "app/calendar/rule_parts.h"
#include "app/common/table.h"
#include "base/lunar.h"
#include "base/number.h"

namespace nc::app {

namespace {

/// 29 February is kept on the 28th in years that have none.
Date on(int year, MonthDay d) {
  if (d.month == 0) return {};
  auto date = Date::from_ymd(year, d.month, d.day);
  if (!date && d.month == 2 && d.day == 29) date = Date::from_ymd(year, 2, 28);
  return date.value_or(Date{});
}

RuleDays lasting(Date from, int days) { return {from, from.plus_days(std::max(days, 1) - 1), false}; }

/// "12-02", "11-11;if_sunday:11-12".
RuleDays fixed(std::string_view text, int year, int days) {
  const auto semicolon = text.find(';');
  Date day = on(year, month_day_of(text.substr(0, semicolon)));
  constexpr std::string_view k_sunday = "if_sunday:";
  constexpr int k_seventh = 7;
  if (semicolon != std::string_view::npos && day && day.weekday() == k_seventh && text.substr(semicolon + 1).starts_with(k_sunday)) day = on(year, month_day_of(text.substr(semicolon + 1 + k_sunday.size())));
  return day ? lasting(day, days) : RuleDays{};
}

RuleDays range(std::string_view text, int year) {
  const auto [first, last] = parted(text);
  const Date from = on(year, month_day_of(first)), to = on(year, month_day_of(last));
  return {from, to && to >= from ? to : from, false};
}

/// The feast whose first day falls into the calendar year: one of the twelfth month belongs to the lunar year before.
RuleDays computed_lunar(std::string_view text, int year, int days) {
  int hours = k_viet_nam_hours;
  constexpr std::string_view k_zone = "UTC+";
  if (text.starts_with(k_zone) && text.size() > k_zone.size() + 1) {
    hours = text[k_zone.size()] - '0';
    text.remove_prefix(k_zone.size() + 2);
  }
  const auto [first, last] = parted(text);
  const MonthDay begin = month_day_of(first), end = month_day_of(last);
  if (begin.month == 0 || hours < 6 || hours > 9) return {};
  for (const int lunar_year : {year, year - 1}) {
    Date from = solar_of({lunar_year, begin.month, begin.day, false}, hours);
    if (!from && begin.day == 30) from = solar_of({lunar_year, begin.month, 29, false}, hours);  // a short month ends on the 29th
    if (!from || from.year() != year) continue;
    const Date to = end.month ? solar_of({end.month < begin.month ? lunar_year + 1 : lunar_year, end.month, end.day, false}, hours) : Date{};
    return to && to >= from ? RuleDays{from, to, false} : lasting(from, days);
  }
  return {};
}

/// New moons take a thousand sines: each feast of a year is computed once.
RuleDays lunar(std::string_view text, int year, int days) {
  static std::mutex mutex;
  static std::map<std::string, RuleDays> known;
  constexpr std::size_t k_most = 5000;
  const std::string key = std::string(text) + "/" + std::to_string(year) + "/" + std::to_string(days);
  {
    const std::lock_guard lock(mutex);
    if (const auto found = known.find(key); found != known.end()) return found->second;
  }
  const RuleDays out = computed_lunar(text, year, days);
  const std::lock_guard lock(mutex);
  if (known.size() >= k_most) known.clear();
  return known[key] = out;
}

RuleDays khmer_new_year(int year) {
  const TsvTable& table = reference_table("solar_new_year.tsv");
  for (const auto& row : table.rows()) {
    if (table.cell(row, "year") != std::to_string(year)) continue;
    const Date from = Date::from_iso(table.cell(row, "moha_songkran_date")).value_or(Date{});
    RuleDays out = lasting(from, static_cast<int>(parse_int(table.cell(row, "days")).value_or(3)));
    out.vague = table.cell(row, "borderline") == "yes";
    return out;
  }
  return {};
}

/// "second_sunday_may"
Date nth_weekday(int year, std::string_view text) {
  const NthWeekday w = nth_weekday_of(text);
  if (w.nth == 0) return {};
  const Date start = *Date::from_ymd(year, w.month, 1);
  return start.plus_days((w.weekday - start.weekday() + 7) % 7 + 7 * (w.nth - 1));
}

/// Easter of the western churches (Meeus, chapter 8).
Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  return Date::from_ymd(year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1).value_or(Date{});
}

}  // namespace

RuleDays rule_days(std::string_view rule, int year, int days) {
  if (year < 1900 || year > 2199) return {};
  const auto [kind, value] = parts_of(rule);
  if (kind == "fixed") return fixed(value, year, days);
  if (kind == "fixed_range") return range(value, year);
  if (kind == "season") {
    RuleDays out = range(value, year);
    out.vague = true;
    return out;
  }
  if (kind == "lunar") return lunar(value, year, days);
  if (kind == "solar_new_year" && value == "khmer") return khmer_new_year(year);
  if (kind == "weekday") {
    const Date day = nth_weekday(year, value);
    return day ? lasting(day, days) : RuleDays{};
  }
  if (kind == "computus") return lasting(easter(year), days);
  return {};
}

bool is_rule(std::string_view rule) {
  const auto [kind, value] = parts_of(rule);
  if (kind == "table" || kind == "year_table" || kind == "none" || kind == "rule") return true;
  if (kind == "solar_new_year") return value == "khmer";
  if (kind == "computus") return value == "gregorian";
  // Some year of four has the day: a leap day, a lunar thirtieth.
  for (int year = 2024; year < 2028; ++year)
    if (rule_days(rule, year)) return true;
  return false;
}

}  // namespace nc::app
