// Words of administrative Vietnamese that drafting needs: lists, periods, capitals.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace nc::app::words {

std::string upper(std::string_view text);        ///< Vietnamese capitals
std::string upper_first(std::string_view text);
std::string lower_first(std::string_view text);  ///< unless the first word is a name of capitals (ASEAN) or a proper noun
std::string joined(const std::vector<std::string>& list, std::string_view separator);
/// "a, b và c"
std::string enumerated(const std::vector<std::string>& list);
/// "29/6/2022", "05/9/1962": days and months as papers write them.
std::string short_day(Date d);
/// "ngày 29/6" or, outside the year, "ngày 29/6/2022".
std::string on_day(Date d, int year);
/// "6 tháng đầu năm 2022", "năm 2025", "nhiệm kỳ 2018 - 2023": how a report of this kind names its period.
std::string period_name(const std::string& kind, const Period& period);
/// The stretch that the plan is for, and its name.
Period plan_period(const std::string& kind, const Period& period);
std::string plan_name(const std::string& kind, const Period& period);
/// "so với cùng kỳ năm 2021", "so với năm 2024": column heads of the period before.
std::string before_name(const Period& period);
/// Sorted as Vietnamese dictionaries do, each once.
std::vector<std::string> sorted(std::vector<std::string> list);

}  // namespace nc::app::words
