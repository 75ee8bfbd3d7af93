// From the rule of an occasion to its days in a year.
#pragma once
#include <string>
#include <string_view>

#include "base/date.h"

namespace nc::app {

struct RuleDays {
  Date from, to;         ///< `to` is the last day
  bool vague = false;    ///< a season, or a moment near midnight: confirm before printing
  explicit operator bool() const { return static_cast<bool>(from); }
};

/// Days of a rule in a calendar year (the year in which they begin). Grammar: fixed:MM-DD[;if_sunday:MM-DD],
/// fixed_range:A..B, season:A..B, lunar:UTC+7:MM-DD[..MM-DD] (the lunar calendar at that offset), solar_new_year:khmer (table, 2020 to 2040),
/// weekday:second_sunday_may, computus:gregorian. Nothing for "table", "none" and years outside of a table: such days are
/// entered year by year with their source (register occasion_date).
RuleDays rule_days(std::string_view rule, int year, int days = 1);
/// Can the rule be read? Rules that say "enter yearly" (table, year_table, none) can.
bool is_rule(std::string_view rule);

}  // namespace nc::app
