// Times of day as people type them, kept in one way.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "register/describe.h"

namespace nc::app {

/// Minutes since midnight of a time as people type it: 8:30, 08h30, 8h, 0830, "8 giờ 30". nullopt when it is none.
std::optional<int> minutes_of(std::string_view typed);
/// "08:30".
std::string clock_words(int minutes);
/// The times in fields `from_time` and `to_time`: readable, the second after the first, none without a beginning.
void check_times(const std::string& from, const std::string& to, Problems& problems);
/// Hook before saving: every way of typing `from_time` and `to_time` is kept as 08:30.
Result<bool> times_written_alike(const reg::SaveContext& save, const reg::Cells* before, reg::Cells& now);

}  // namespace nc::app
