// The one source of "now", so that tests can set the day.
#pragma once
#include <cstdint>
#include <string>

#include "base/date.h"

namespace nc {

/// Milliseconds since 1970 UTC.
using Instant = std::int64_t;

Instant now();
/// Today in the office calendar (UTC+7).
Date today();
/// Fixes the clock for tests and for the sample office; 0 sets it free again.
void set_clock_for_test(Instant instant);

std::string instant_iso(Instant t);                       ///< 2026-11-22T04:12:18.123Z
std::string format_instant(Instant t, Lang lang);         ///< 22/11/2026 11:12 at UTC+7
Date day_of(Instant t);                                   ///< day at UTC+7

}  // namespace nc
