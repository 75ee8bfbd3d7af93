// The lunisolar calendar of East Asia, computed for an hour zone: Việt Nam counts at UTC+7, China at UTC+8, Korea at UTC+9.
#pragma once
#include "base/clock.h"

namespace nc {

inline constexpr int k_viet_nam_hours = 7;

/// A day of the lunar calendar. `leap` months follow the plain month of the same number.
struct LunarDay {
  int year = 0, month = 0, day = 0;
  bool leap = false;
  bool operator==(const LunarDay&) const = default;
};

/// New moons within 20 seconds and the sun within a hundredth of a degree from 1900 to 2200 (J. Meeus, Astronomical Algorithms,
/// chapters 25 and 49). Which day a month begins on is sure unless the new moon comes within a minute of midnight; tests compare
/// every month from 2020 to 2040 with db/reference/lunar_months.tsv.
LunarDay lunar_of(Date day, int hours_east = k_viet_nam_hours);
/// No date when that month has no such day, or there is no such leap month.
Date solar_of(const LunarDay& day, int hours_east = k_viet_nam_hours);
/// The instant of the new moon with which the month of this day begins.
Instant new_moon_before(Date day, int hours_east = k_viet_nam_hours);

}  // namespace nc
