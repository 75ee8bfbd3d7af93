// The clock, the day of the office and how instants are written.
#include "base/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>

#include "base/log.h"

namespace nc {
namespace {

constexpr Instant k_day_ms = 86'400'000;
constexpr Instant k_office_offset_ms = 7 * 3'600'000;  // Viet Nam keeps UTC+7 all year

std::atomic<Instant> g_fixed{0};

Instant real_now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

Instant floor_divide(Instant a, Instant b) { return a / b - (a % b < 0 ? 1 : 0); }
Instant office_day(Instant t) { return floor_divide(t + k_office_offset_ms, k_day_ms); }

/// The day that the environment asks for, with how far the clock is moved to get there.
struct AskedDay {
  bool set = false;
  Instant shift = 0;
  Instant end = 0;  ///< last millisecond of the day
};

AskedDay asked_day() {
  const char* text = std::getenv("NHIPCAU_TODAY");
  if (text == nullptr || *text == '\0') return {};
  const auto date = Date::from_iso(text);
  if (!date) {
    log::warn(fmt::format("NHIPCAU_TODAY={} is not a day as yyyy-mm-dd and is ignored", text));
    return {};
  }
  const Instant days = date->days();
  return {true, (days - office_day(real_now())) * k_day_ms, (days + 1) * k_day_ms - k_office_offset_ms - 1};
}

}  // namespace

Instant now() {
  if (const Instant fixed = g_fixed.load(std::memory_order_relaxed); fixed != 0) return fixed;
  static const AskedDay asked = asked_day();
  return asked.set ? std::min(real_now() + asked.shift, asked.end) : real_now();
}

Date today() { return day_of(now()); }

void set_clock_for_test(Instant instant) { g_fixed.store(instant, std::memory_order_relaxed); }

std::string instant_iso(Instant t) {
  const Instant day = floor_divide(t, k_day_ms);
  const Date date = Date::from_days(day);
  if (!date) return {};
  const Instant ms = t - day * k_day_ms;
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", date.iso(), ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60,
                     ms % 1000);
}

std::string format_instant(Instant t, Lang lang) {
  const Date date = day_of(t);
  if (!date) return {};
  const Instant ms = t + k_office_offset_ms - office_day(t) * k_day_ms;
  return fmt::format("{} {:02}:{:02}", format_date(date, lang), ms / 3'600'000, ms / 60'000 % 60);
}

Date day_of(Instant t) { return Date::from_days(office_day(t)); }

}  // namespace nc
