// "gần", "hơn", "ít nhất" are kept, added up and checked as what they promise.
#include "base/qualifier.h"

#include <gtest/gtest.h>

namespace nc {
namespace {

using enum Qualifier;
constexpr Qualifier k_all[] = {exact, about, nearly, more_than, at_least, at_most, estimate, unknown};

TEST(Qualifier, each_code_comes_back) {
  for (const Qualifier q : k_all) {
    Qualifier back = exact;
    EXPECT_TRUE(qualifier_from_code(code(q), back));
    EXPECT_EQ(back, q);
    EXPECT_FALSE(label(q).vi.empty());
  }
  EXPECT_EQ(code(more_than), "more_than");
}

TEST(Qualifier, a_foreign_code_is_unknown_and_said_so) {
  Qualifier out = exact;
  EXPECT_FALSE(qualifier_from_code("over", out));
  EXPECT_EQ(out, unknown);
}

TEST(Qualifier, sums_keep_the_side_that_is_certain) {
  EXPECT_EQ(combine(exact, exact), exact);
  EXPECT_EQ(combine(exact, more_than), more_than);
  EXPECT_EQ(combine(nearly, exact), nearly);
  EXPECT_EQ(combine(more_than, more_than), more_than);
  EXPECT_EQ(combine(more_than, at_least), at_least);
  EXPECT_EQ(combine(nearly, at_most), at_most);
  EXPECT_EQ(combine(nearly, more_than), about);
  EXPECT_EQ(combine(about, more_than), about);
  EXPECT_EQ(combine(estimate, more_than), estimate);
  EXPECT_EQ(combine(unknown, exact), unknown);
}

TEST(Qualifier, the_order_of_a_sum_does_not_matter) {
  for (const Qualifier a : k_all) {
    for (const Qualifier b : k_all) EXPECT_EQ(combine(a, b), combine(b, a)) << code(a) << " + " << code(b);
  }
}

TEST(Qualifier, money_takes_tren_and_people_take_hon) {
  EXPECT_EQ(prose_word(more_than, Lang::vi, true), "trên");
  EXPECT_EQ(prose_word(more_than, Lang::vi, false), "hơn");
  EXPECT_EQ(prose_word(more_than, Lang::en, true), "over");
  EXPECT_EQ(prose_word(more_than, Lang::en, false), "more than");
  EXPECT_EQ(prose_word(nearly, Lang::vi, true), "gần");
  EXPECT_EQ(prose_word(exact, Lang::vi, true), "");
}

TEST(Qualifier, a_value_is_checked_against_what_was_claimed) {
  EXPECT_TRUE(satisfies(57, 57, exact));
  EXPECT_FALSE(satisfies(58, 57, exact));
  EXPECT_TRUE(satisfies(291, 291, more_than));
  EXPECT_TRUE(satisfies(295, 291, more_than));
  EXPECT_FALSE(satisfies(290, 291, more_than));
  EXPECT_TRUE(satisfies(35.8426e9, 36e9, nearly));
  EXPECT_TRUE(satisfies(36e9, 36e9, nearly));
  EXPECT_FALSE(satisfies(36.1e9, 36e9, nearly));
  EXPECT_FALSE(satisfies(34e9, 36e9, nearly));
  EXPECT_TRUE(satisfies(95, 100, about));
  EXPECT_TRUE(satisfies(105, 100, about));
  EXPECT_FALSE(satisfies(106, 100, about));
  EXPECT_TRUE(satisfies(50, 50, at_most));
  EXPECT_FALSE(satisfies(51, 50, at_most));
  EXPECT_TRUE(satisfies(14, 14, at_least));
  EXPECT_FALSE(satisfies(13, 14, at_least));
  EXPECT_TRUE(satisfies(0, 12, unknown));
  EXPECT_TRUE(satisfies(0, 0, nearly));
}

}  // namespace
}  // namespace nc
