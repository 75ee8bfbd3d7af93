// Calendar arithmetic of plain days, and days as people write them.
#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace nc {
namespace {

constexpr int k_first_year = 1800;
constexpr int k_last_year = 2200;

struct Civil {
  int year, month, day;
};

// Gregorian day numbers after H. Hinnant's days_from_civil; the year begins in March there.
constexpr std::int32_t days_from_civil(int y, int m, int d) {
  y -= m <= 2 ? 1 : 0;
  const int era = y / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

constexpr Civil civil_from_days(std::int32_t days) {
  days += 719468;
  const int era = days / 146097;
  const int day_of_era = days - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * day_of_year + 2) / 153;
  const int month = shifted + (shifted < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

constexpr std::int32_t k_first_day = days_from_civil(k_first_year, 1, 1);
constexpr std::int32_t k_last_day = days_from_civil(k_last_year, 12, 31);
static_assert(days_from_civil(1970, 1, 1) == 0);

constexpr std::array<std::string_view, 12> k_months{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// All of `text` as a number of at most `digits` digits, else -1.
int number(std::string_view text, std::size_t digits) {
  if (text.empty() || text.size() > digits || !std::all_of(text.begin(), text.end(), is_digit)) return -1;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::string_view month_name(int month) { return k_months.at(static_cast<std::size_t>(month - 1)); }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

std::optional<Date> Date::from_ymd(int year, int month, int day) {
  if (year < k_first_year || year > k_last_year || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return from_days(days_from_civil(year, month, day));
}

std::optional<Date> Date::from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  return from_ymd(number(text.substr(0, 4), 4), number(text.substr(5, 2), 2), number(text.substr(8, 2), 2));
}

Date Date::from_days(std::int64_t days) {
  Date date;
  if (days < k_first_day || days > k_last_day) return date;
  date.set_ = true;
  date.days_ = static_cast<std::int32_t>(days);
  return date;
}

int Date::year() const { return civil_from_days(days_).year; }
int Date::month() const { return civil_from_days(days_).month; }
int Date::day() const { return civil_from_days(days_).day; }
int Date::weekday() const { return ((days_ + 3) % 7 + 7) % 7 + 1; }  // 1970-01-01 was a Thursday

std::string Date::iso() const {
  if (!set_) return {};
  const Civil c = civil_from_days(days_);
  return fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
}

Date Date::plus_months(int n) const {
  if (!set_) return {};
  const Civil c = civil_from_days(days_);
  const std::int64_t months = std::int64_t{c.year} * 12 + (c.month - 1) + n;
  if (months < std::int64_t{k_first_year} * 12 || months >= std::int64_t{k_last_year + 1} * 12) return {};
  const int year = static_cast<int>(months / 12);
  const int month = static_cast<int>(months % 12) + 1;
  return from_days(days_from_civil(year, month, std::min(c.day, days_in_month(year, month))));
}

std::string format_date(Date d, Lang lang) {
  if (!d) return {};
  if (lang == Lang::vi) return fmt::format("{:02}/{:02}/{:04}", d.day(), d.month(), d.year());
  return fmt::format("{} {} {}", d.day(), month_name(d.month()).substr(0, 3), d.year());
}

std::string format_date_long(Date d, Lang lang) {
  constexpr std::array<Text, 7> weekdays{
      Text("Thứ Hai", "Monday"), Text("Thứ Ba", "Tuesday"),   Text("Thứ Tư", "Wednesday"), Text("Thứ Năm", "Thursday"),
      Text("Thứ Sáu", "Friday"), Text("Thứ Bảy", "Saturday"), Text("Chủ Nhật", "Sunday")};
  if (!d) return {};
  const auto weekday = weekdays[static_cast<std::size_t>(d.weekday() - 1)].in(lang);
  if (lang == Lang::vi) return fmt::format("{}, {}", weekday, format_date(d, lang));
  return fmt::format("{} {} {} {}", weekday, d.day(), month_name(d.month()), d.year());
}

std::string format_date_paper(Date d) {
  if (!d) return {};
  // Decree 30/2020, Appendix I: a 0 goes before days under 10 and before months 1 and 2 only.
  return fmt::format("ngày {:02} tháng {} năm {}", d.day(),
                     d.month() < 3 ? fmt::format("{:02}", d.month()) : fmt::format("{}", d.month()), d.year());
}

}  // namespace nc
