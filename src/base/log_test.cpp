// One event is one line, whatever the event contains.
#include "base/log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace nc {
namespace {

TEST(Log, text_from_outside_cannot_forge_a_line) {
  testing::internal::CaptureStderr();
  log::error("yêu cầu\nhỏng\x1B[31m");
  const std::string out = testing::internal::GetCapturedStderr();
  EXPECT_NE(out.find("error yêu cầu hỏng [31m\n"), std::string::npos) << out;
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 1);
  EXPECT_EQ(out.find('\x1B'), std::string::npos);
}

TEST(Log, braces_are_text) {
  testing::internal::CaptureStderr();
  log::error("{} {0} {name}");
  EXPECT_NE(testing::internal::GetCapturedStderr().find("{} {0} {name}"), std::string::npos);
}

}  // namespace
}  // namespace nc
