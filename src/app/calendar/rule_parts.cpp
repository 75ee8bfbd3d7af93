// Reading the parts of a rule.
#include "app/calendar/rule_parts.h"

#include <algorithm>

#include "base/number.h"

namespace nc::app {

namespace {

/// The place in the list, from 1; 0: not in it.
template <typename List>
int number_of(const List& list, std::string_view word) {
  const auto found = std::find(list.begin(), list.end(), word);
  return found == list.end() ? 0 : static_cast<int>(found - list.begin()) + 1;
}

}  // namespace

RuleParts parts_of(std::string_view rule) {
  const auto colon = rule.find(':');
  return colon == std::string_view::npos ? RuleParts{rule, {}} : RuleParts{rule.substr(0, colon), rule.substr(colon + 1)};
}

MonthDay month_day_of(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return {};
  const auto month = parse_int(text.substr(0, 2)), day = parse_int(text.substr(3, 2));
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) return {};
  return {static_cast<int>(*month), static_cast<int>(*day)};
}

Stretch parted(std::string_view text) {
  const auto dots = text.find("..");
  return dots == std::string_view::npos ? Stretch{text, {}} : Stretch{text.substr(0, dots), text.substr(dots + 2)};
}

NthWeekday nth_weekday_of(std::string_view text) {
  const auto first = text.find('_'), second = text.find('_', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return {};
  const NthWeekday out{number_of(k_nth, text.substr(0, first)), number_of(k_weekdays, text.substr(first + 1, second - first - 1)), number_of(k_months, text.substr(second + 1))};
  return out.nth == 0 || out.weekday == 0 || out.month == 0 ? NthWeekday{} : out;
}

}  // namespace nc::app
