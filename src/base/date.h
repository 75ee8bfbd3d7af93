// Plain calendar days and periods of the office (UTC+7 calendar; no times of day).
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace nc {

/// A Gregorian day. The default value is "no date"; test with `if (date)`.
/// Years 1800 to 2200 are accepted: anything else is refused as absurd.
class Date {
 public:
  Date() = default;
  /// nullopt when the day does not exist (31/02) or the year is absurd.
  static std::optional<Date> from_ymd(int year, int month, int day);
  /// ISO form yyyy-mm-dd only.
  static std::optional<Date> from_iso(std::string_view text);
  /// Days since 1970-01-01; no date outside the accepted years.
  static Date from_days(std::int64_t days);

  explicit operator bool() const { return set_; }
  int year() const;
  int month() const;
  int day() const;
  /// 1 = Monday ... 7 = Sunday.
  int weekday() const;
  std::int32_t days() const { return days_; }
  std::string iso() const;  ///< "2025-12-08", or "" for no date
  /// No date stays no date, and so does what leaves the accepted years.
  Date plus_days(int n) const { return set_ ? from_days(std::int64_t{days_} + n) : Date{}; }
  /// Same day `n` months later, or the last day of that month when it is shorter. No date as plus_days.
  Date plus_months(int n) const;
  auto operator<=>(const Date&) const = default;

 private:
  bool set_ = false;
  std::int32_t days_ = 0;
};

/// Both ends included.
struct Period {
  Date from, to;
  bool contains(Date d) const { return from <= d && d <= to; }
  bool overlaps(const Period& o) const { return from <= o.to && o.from <= to; }
  /// The same stretch one year earlier (29/02 becomes 28/02; a stretch of whole months stays one, so that
  /// February 2025 becomes 01/02/2024 to 29/02/2024).
  Period year_before() const;
  /// A whole calendar year?
  bool is_year() const;
  bool operator==(const Period&) const = default;
};

/// The English name of a month, 1 to 12: "January".
std::string_view month_name(int month);
/// Days of that month, 28 to 31; `month` is 1 to 12.
int days_in_month(int year, int month);

/// Periods of the command line and address bar: `2022`, `2022-H1`, `2022-Q3`, `2022-08`,
/// `2022-8M` (first eight months), `2018..2023`, `2022-01-01..2022-08-31`, `2022-06-29` (one day).
Result<Period> parse_period(std::string_view text);
/// A stretch of days as a filter says it: a period as above, a day as people type it, or one with an open end
/// ("2025-01-01..", "..30/6/2025"), which is no date. nullopt when it can't be read or ends before it begins.
std::optional<Period> parse_days(std::string_view text);
/// The shortest of the above forms that means the same.
std::string period_code(const Period& period);
/// "6 tháng đầu năm 2022", "năm 2025", "quý I/2026", "giai đoạn 2018 - 2023",
/// "từ 01/01/2022 đến 31/08/2022" / "first half of 2022" ...
std::string period_words(const Period& period, Lang lang);

/// A day as people type it: 29/6/2022, 29-06-2022, 2022-06-29, 29.6.2022, "ngày 29 tháng 6 năm 2022",
/// "29 June 2022", "29 Jun 2022".
/// Surrounding blanks are allowed. Refuses impossible and absurd days with a message that says why.
Result<Date> parse_date(std::string_view text);
std::string format_date(Date d, Lang lang);       ///< 09/12/2025 | 9 Dec 2025
std::string format_date_long(Date d, Lang lang);  ///< Thứ Ba, 09/12/2025 | Tuesday 9 December 2025
/// "ngày 05 tháng 02 năm 2026" (Decree 30/2020: days under 10 and months 1 and 2 take a leading 0).
std::string format_date_paper(Date d);

}  // namespace nc
