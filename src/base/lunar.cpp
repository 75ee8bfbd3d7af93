// New moons and solar terms after J. Meeus, and the months made of them.
#include "base/lunar.h"

#include <cmath>
#include <numbers>

namespace nc {

namespace {

constexpr double k_unix_epoch = 2440587.5;  ///< Julian date of 1970-01-01 00:00 UTC
constexpr double k_month = 29.530588861;

double sine(double degrees) { return std::sin(std::fmod(degrees, 360.0) * std::numbers::pi / 180); }

/// Terrestrial time less universal time, in days.
double delta_t(double julian) {
  const double year = 2000 + (julian - 2451544.5) / 365.25;
  double seconds = 30;
  if (year >= 2005) seconds = 62.92 + 0.32217 * (year - 2000) + 0.005589 * (year - 2000) * (year - 2000);
  else if (year >= 1986) seconds = 63.86 + 0.3345 * (year - 2000) - 0.060374 * (year - 2000) * (year - 2000);
  else if (year >= 1961) seconds = 45.45 + 1.067 * (year - 1975) - (year - 1975) * (year - 1975) / 260;
  return seconds / 86400;
}

/// Chapter 49: corrections of the mean new moon by sun, moon and node, then by the planets.
double periodic(double k, double t) {
  const double e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t;
  const double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t * t * t;
  const double node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t * t * t;
  const double omega = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
  return -0.40720 * sine(moon) + 0.17241 * e * sine(sun) + 0.01608 * sine(2 * moon) + 0.01039 * sine(2 * node) + 0.00739 * e * sine(moon - sun) - 0.00514 * e * sine(moon + sun) +
         0.00208 * e * e * sine(2 * sun) - 0.00111 * sine(moon - 2 * node) - 0.00057 * sine(moon + 2 * node) + 0.00056 * e * sine(2 * moon + sun) - 0.00042 * sine(3 * moon) +
         0.00042 * e * sine(sun + 2 * node) + 0.00038 * e * sine(sun - 2 * node) - 0.00024 * e * sine(2 * moon - sun) - 0.00017 * sine(omega) - 0.00007 * sine(moon + 2 * sun) +
         0.00004 * sine(2 * moon - 2 * node) + 0.00004 * sine(3 * sun) + 0.00003 * sine(moon + sun - 2 * node) + 0.00003 * sine(2 * moon + 2 * node) -
         0.00003 * sine(moon + sun + 2 * node) + 0.00003 * sine(moon - sun + 2 * node) - 0.00002 * sine(moon - sun - 2 * node) - 0.00002 * sine(3 * moon + sun) + 0.00002 * sine(4 * moon);
}

double planets(double k, double t) {
  return 0.000325 * sine(299.77 + 0.107408 * k - 0.009173 * t * t) + 0.000165 * sine(251.88 + 0.016321 * k) + 0.000164 * sine(251.83 + 26.651886 * k) + 0.000126 * sine(349.42 + 36.412478 * k) +
         0.000110 * sine(84.66 + 18.206239 * k) + 0.000062 * sine(141.74 + 53.303771 * k) + 0.000060 * sine(207.14 + 2.453732 * k) + 0.000056 * sine(154.84 + 7.306860 * k) +
         0.000047 * sine(34.52 + 27.261239 * k) + 0.000042 * sine(207.19 + 0.121824 * k) + 0.000040 * sine(291.34 + 1.844379 * k) + 0.000037 * sine(161.72 + 24.198154 * k) +
         0.000035 * sine(239.56 + 25.513099 * k) + 0.000023 * sine(331.55 + 3.592518 * k);
}

/// Julian date (universal time) of the k-th new moon after that of January 2000.
double new_moon(int number) {
  const double k = number, t = k / 1236.85;
  const double mean = 2451550.09766 + k_month * k + 0.00015437 * t * t - 0.000000150 * t * t * t;
  const double moment = mean + periodic(k, t) + planets(k, t);
  return moment - delta_t(moment);
}

/// Apparent longitude of the sun in degrees, 0 to 360 (chapter 25).
double sun_longitude(double julian) {
  const double t = (julian + delta_t(julian) - 2451545.0) / 36525;
  const double mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t, anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t;
  const double centre = (1.914602 - 0.004817 * t - 0.000014 * t * t) * sine(anomaly) + (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly);
  const double apparent = std::fmod(mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t), 360.0);
  return apparent < 0 ? apparent + 360 : apparent;
}

/// Days since 1970 of a moment, in the zone.
int local_day(double julian, int hours) { return static_cast<int>(std::floor(julian - k_unix_epoch + hours / 24.0)); }
/// The moment at which a local day begins.
double midnight(int day, int hours) { return day + k_unix_epoch - hours / 24.0; }
/// Which of the twelve signs the sun is in when a local day begins.
int sign_at(int day, int hours) { return static_cast<int>(sun_longitude(midnight(day, hours)) / 30); }

int month_start(int number, int hours) { return local_day(new_moon(number), hours); }

/// Number of the last new moon on or before a local day.
int moon_on_or_before(int day, int hours) {
  int number = static_cast<int>(std::floor((midnight(day, hours) - 2451550.1) / k_month)) + 2;
  while (month_start(number, hours) > day) --number;
  return number;
}

/// Number of the new moon that begins the eleventh month: the one with the winter solstice of that year.
int eleventh_month(int year, int hours) {
  int day = Date::from_ymd(year, 12, 19)->days();
  while (sign_at(day + 1, hours) < 9) ++day;  // the sun reaches 270 degrees during `day`
  return moon_on_or_before(day, hours);
}

struct Numbered { int month = 0; bool leap = false; int year = 0; };

/// Which month of which year the moon `number` begins.
Numbered numbered(int number, int hours) {
  int year = Date::from_days(month_start(number, hours)).year();
  int first = eleventh_month(year, hours);
  if (number < first) first = eleventh_month(--year, hours);
  const int next = eleventh_month(year + 1, hours);
  // Thirteen months from solstice to solstice: the first without a change of sign is the leap month.
  int leap = first;  // none: the month of the solstice is never the leap month
  for (int i = first + 1; next - first == 13 && i < next && leap == first; ++i)
    if (sign_at(month_start(i, hours), hours) == sign_at(month_start(i + 1, hours), hours)) leap = i;
  const int passed = number - first - (leap != first && number >= leap ? 1 : 0);
  const int month = (10 + passed) % 12 + 1;
  return {month, leap != first && number == leap, month >= 11 ? year : year + 1};
}

}  // namespace

LunarDay lunar_of(Date day, int hours) {
  if (!day) return {};
  const int number = moon_on_or_before(day.days(), hours);
  const Numbered n = numbered(number, hours);
  return {n.year, n.month, day.days() - month_start(number, hours) + 1, n.leap};
}

Date solar_of(const LunarDay& want, int hours) {
  if (want.month < 1 || want.month > 12 || want.day < 1 || want.day > 30 || want.year < 1900 || want.year > 2199) return {};
  // The month begins some weeks around the same month of the common calendar.
  const int about = moon_on_or_before(Date::from_ymd(want.year, want.month, 1)->days(), hours);
  for (int number = about - 2; number <= about + 4; ++number) {
    const Numbered n = numbered(number, hours);
    if (n.year != want.year || n.month != want.month || n.leap != want.leap) continue;
    const int start = month_start(number, hours);
    return want.day <= month_start(number + 1, hours) - start ? Date::from_days(start + want.day - 1) : Date{};
  }
  return {};
}

Instant new_moon_before(Date day, int hours) {
  return static_cast<Instant>(std::llround((new_moon(moon_on_or_before(day.days(), hours)) - k_unix_epoch) * 86'400'000.0));
}

}  // namespace nc
