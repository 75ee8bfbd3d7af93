// Currencies and their smallest units.
#include "base/money.h"

#include <gtest/gtest.h>

namespace nc {
namespace {

TEST(Currency, the_dong_is_the_default_and_has_no_cents) {
  EXPECT_EQ(Currency().code(), "VND");
  EXPECT_EQ(Currency().minor_digits(), 0);
  EXPECT_EQ(Currency::from_code("VND"), Currency());
}

TEST(Currency, codes_of_iso_4217_are_taken_and_others_refused) {
  EXPECT_EQ(Currency::from_code("USD")->code(), "USD");
  EXPECT_EQ(Currency::from_code("ZWL")->code(), "ZWL");
  for (const char* code : {"", "US", "USDD", "usd", "XYZ", "ED ", " AE", "D A"})
    EXPECT_FALSE(Currency::from_code(code)) << code;
}

TEST(Currency, cents_are_known_where_people_count_them) {
  EXPECT_EQ(Currency::from_code("USD")->minor_digits(), 2);
  EXPECT_EQ(Currency::from_code("EUR")->minor_digits(), 2);
  EXPECT_EQ(Currency::from_code("JPY")->minor_digits(), 0);
  EXPECT_EQ(Currency::from_code("KRW")->minor_digits(), 0);
  EXPECT_EQ(Currency::from_code("LAK")->minor_digits(), 0);
}

TEST(Money, whole_units_are_given_for_json) {
  EXPECT_EQ(whole_units({35'842'600'000, Currency()}), 35842600000.0);
  EXPECT_EQ(whole_units({12'345, *Currency::from_code("USD")}), 123.45);
}

}  // namespace
}  // namespace nc
