// Periods as people say them, and those that forms offer.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace nc {

/// A period in Vietnamese or English words: "6 tháng đầu năm 2026", "quý 2/2026", "8 tháng 2022", "tháng 8/2022", "năm 2025",
/// "nhiệm kỳ 2018 - 2023", "từ 01/01/2022 đến 31/08/2022", "first half of 2026", "Q2 2026", "August 2022", with or without marks.
/// nullopt when it is none of these or has no year. What period_words says of a period with two ends is read back as that period.
std::optional<Period> period_from_words(std::string_view text);

/// The periods a form offers around a year: it and the one before, their halves, quarters, first eight and nine months, and terms.
std::vector<Period> usual_periods(int year);

}  // namespace nc
