// Where provinces are drawn.
#include <gtest/gtest.h>

#include "app/reference/public.h"

namespace nc::app {
namespace {

TEST(PlacePoint, is_known_for_every_unit_of_today_and_lies_in_the_country) {
  EXPECT_EQ(places_of_today().size(), 34U);
  for (const std::string& code : places_of_today()) {
    const auto at = place_point(code);
    ASSERT_TRUE(at) << code;
    EXPECT_TRUE(at->latitude > 8 && at->latitude < 23.5 && at->longitude > 102 && at->longitude < 110) << code;
  }
}

TEST(PlacePoint, of_a_former_unit_is_that_of_its_successor) {
  for (const reg::Option& unit : place_units().all())
    if (unit.code.front() == 'f') { EXPECT_TRUE(place_point(unit.code)) << unit.code; }
  const auto former = place_point("f02"), successor = place_point("p08");  // Hà Giang became part of Tuyên Quang
  ASSERT_TRUE(former && successor);
  EXPECT_EQ(former->latitude, successor->latitude);
  EXPECT_FALSE(place_point("p00"));
  EXPECT_FALSE(place_point(""));
}

}  // namespace
}  // namespace nc::app
