// Rules of days in words, and every rule that a person may name.
#pragma once
#include <string>
#include <string_view>

#include "base/options.h"

namespace nc::app {

/// "fixed:01-07" is "ngày 7 tháng 1 hằng năm", "lunar:UTC+7:08-15" is "rằm tháng 8 âm lịch". The rule itself where it can't be read.
std::string rule_words(std::string_view rule, Lang lang);
/// The rules of the reference table first, then each day of the common and the lunar year and each n-th weekday of a month. Days may be
/// typed short: "7/1" for 7 January.
const Options& rule_options();

}  // namespace nc::app
