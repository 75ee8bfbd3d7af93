// Refusals and the macros that hand them on.
#include "base/result.h"

#include <gtest/gtest.h>

namespace nc {
namespace {

Result<int> half_of(int n) {
  if (n % 2 != 0) return refuse(Code::invalid, Text("số lẻ", "odd"), "n");
  return n / 2;
}

Result<int> quarter_of(int n) {
  NC_TRY(half, half_of(n));
  NC_TRY(quarter, half_of(half));
  return quarter;
}

Result<int> checked(int n) {
  NC_CHECKED(half, half_of(n));
  return 1;
}

TEST(Result, each_kind_of_refusal_has_its_http_status) {
  EXPECT_EQ(http_status(Code::invalid), 422);
  EXPECT_EQ(http_status(Code::not_found), 404);
  EXPECT_EQ(http_status(Code::forbidden), 403);
  EXPECT_EQ(http_status(Code::conflict), 409);
  EXPECT_EQ(http_status(Code::too_large), 413);
  EXPECT_EQ(http_status(Code::unsupported), 415);
}

TEST(Result, a_problem_travels_up_unchanged) {
  EXPECT_EQ(quarter_of(12).value(), 3);
  const auto refused = quarter_of(6);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message.vi, "số lẻ");
  EXPECT_EQ(refused.error().message.en, "odd");
  EXPECT_EQ(refused.error().field, "n");
  EXPECT_TRUE(checked(2));
  EXPECT_FALSE(checked(3));
}

}  // namespace
}  // namespace nc
