// The day of the office turns at midnight in Viet Nam.
#include "base/clock.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace nc {
namespace {

constexpr Instant k_instant = 1'795'320'738'123;  // 2026-11-22T04:12:18.123Z

class Clock : public testing::Test {
 protected:
  void TearDown() override { set_clock_for_test(0); }
};

TEST_F(Clock, instants_are_written_in_utc_and_at_office_time) {
  EXPECT_EQ(instant_iso(k_instant), "2026-11-22T04:12:18.123Z");
  EXPECT_EQ(format_instant(k_instant, Lang::vi), "22/11/2026 11:12");
  EXPECT_EQ(format_instant(k_instant, Lang::en), "22 Nov 2026 11:12");
  EXPECT_EQ(instant_iso(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(instant_iso(-1), "1969-12-31T23:59:59.999Z");
}

TEST_F(Clock, the_office_day_begins_at_seventeen_hundred_utc) {
  constexpr Instant midnight = 1'795'280'400'000;  // 2026-11-21T17:00:00Z
  EXPECT_EQ(instant_iso(midnight), "2026-11-21T17:00:00.000Z");
  EXPECT_EQ(day_of(midnight).iso(), "2026-11-22");
  EXPECT_EQ(day_of(midnight - 1).iso(), "2026-11-21");
  EXPECT_EQ(day_of(-7 * 3'600'000 - 1).iso(), "1969-12-31");
}

TEST_F(Clock, a_test_can_stop_it_and_let_it_go) {
  set_clock_for_test(k_instant);
  EXPECT_EQ(now(), k_instant);
  EXPECT_EQ(today().iso(), "2026-11-22");
  set_clock_for_test(0);
  EXPECT_NE(now(), k_instant);
}

TEST_F(Clock, the_environment_can_ask_for_a_day) {
  // A fresh process, because the variable is read once.
  testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(
      {
        setenv("NHIPCAU_TODAY", "2025-12-08", 1);
        const bool right = today().iso() == "2025-12-08" && day_of(now()).iso() == "2025-12-08";
        std::exit(right ? 0 : 1);
      },
      testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace nc
