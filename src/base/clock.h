// The one source of "now", so that tests can set the day.
//
// NHIPCAU_TODAY=yyyy-mm-dd in the environment at the first look at the clock makes that day today, for tests and
// for walking through the sample office: now() keeps the time of day and stops at the end of that day. A value that
// is no day is reported once and ignored.
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
/// Fixes the clock at one instant; 0 sets it free again (to NHIPCAU_TODAY if that is set).
void set_clock_for_test(Instant instant);

std::string instant_iso(Instant t);                       ///< 2026-11-22T04:12:18.123Z
std::string format_instant(Instant t, Lang lang);         ///< 22/11/2026 11:12 at UTC+7
Date day_of(Instant t);                                   ///< day at UTC+7

}  // namespace nc
