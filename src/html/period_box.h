// The control for a period: chosen from a list in words, or typed.
#pragma once
#include "html/components.h"

namespace nc {

/// The same control as a box for a period: what it holds (a code or words) stands in words, the usual periods around `year` are
/// offered, and the server reads words and codes alike (parse_period). What can't be read stands as typed. Works without scripts.
Control period_box(Lang lang, Control c, int year);
/// With these periods offered.
Control period_box(Lang lang, Control c, const std::vector<Period>& offered);

}  // namespace nc
