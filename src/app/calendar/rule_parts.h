// The parts of the rule of a day, as it is written: its kind, days of a year, the n-th weekday of a month.
#pragma once
#include <array>
#include <string_view>

namespace nc::app {

struct RuleParts { std::string_view kind, value; };
/// "fixed:01-07" is "fixed" and "01-07".
RuleParts parts_of(std::string_view rule);

struct MonthDay { int month = 0, day = 0; };
/// "01-07"; month 0 when it is none.
MonthDay month_day_of(std::string_view text);

struct Stretch { std::string_view first, last; };
/// "03-01..03-07"; without "..", all of it is the first.
Stretch parted(std::string_view text);

inline constexpr std::array<std::string_view, 4> k_nth{"first", "second", "third", "fourth"};
inline constexpr std::array<std::string_view, 7> k_weekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
inline constexpr std::array<std::string_view, 12> k_months{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"};

struct NthWeekday { int nth = 0, weekday = 0, month = 0; };
/// "second_sunday_may" is 2, 7 and 5; nth 0 when it is none.
NthWeekday nth_weekday_of(std::string_view text);

}  // namespace nc::app
