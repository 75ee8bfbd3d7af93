// Kept answers: good for their generation only, and bounded.
#include "base/kept.h"

#include <gtest/gtest.h>

namespace nc {
namespace {

TEST(Kept, AnAnswerIsGoodOnlyForItsGeneration) {
  Kept<int> kept(10);
  EXPECT_FALSE(kept.find("a", 1));
  kept.keep("a", 1, 7);
  EXPECT_EQ(kept.find("a", 1), 7);
  EXPECT_FALSE(kept.find("a", 2));
  EXPECT_FALSE(kept.find("b", 1));
  kept.keep("a", 2, 8);
  EXPECT_EQ(kept.find("a", 2), 8);
}

TEST(Kept, NeverMoreThanItsLimitIsHeld) {
  Kept<int> kept(2);
  kept.keep("a", 1, 1);
  kept.keep("b", 1, 2);
  kept.keep("c", 1, 3);
  EXPECT_EQ(kept.find("c", 1), 3);
  EXPECT_FALSE(kept.find("a", 1));
}

}  // namespace
}  // namespace nc
