// The articles of this folder are read as well as docs/reading.md says; a change of the rules that loses facts fails
// here.
#include <gtest/gtest.h>

#include "reading/score.h"

namespace nc::intake {
namespace {

const std::filesystem::path k_folder = std::filesystem::path(NHIPCAU_SOURCE_DIR) / "tests" / "reading";

TEST(ArticlesOfOurOwn, AreReadAlmostCompletelyAndWithoutInvention) {
  Tally all;
  double body = 0;
  std::string misses;
  const auto annotations = annotations_of(k_folder);
  for (const auto& annotation : annotations) {
    const Score score = score_article(annotation);
    all += score.all;
    body += score.body_f1;
    for (const std::string& miss : score.misses) misses += annotation.stem().string() + " " + miss + "\n";
  }
  ASSERT_GT(all.expected, 900U);
  EXPECT_GE(all.precision(), 0.97) << misses;
  EXPECT_GE(all.recall(), 0.94) << misses;
  EXPECT_GE(body / static_cast<double>(annotations.size()), 0.985);
}

TEST(ArticlesOfOurOwn, NoneIsReadBadly) {
  for (const auto& annotation : annotations_of(k_folder)) {
    const Score score = score_article(annotation);
    EXPECT_GE(score.all.f1(), 0.75) << annotation;
    EXPECT_GE(score.body_f1, 0.9) << annotation;
  }
}

TEST(ArticlesOfOurOwn, EveryKindIsAmongThem) {
  std::map<std::string, Tally> kinds;
  for (const auto& annotation : annotations_of(k_folder))
    for (const auto& [kind, tally] : score_article(annotation).by_kind) kinds[kind] += tally;
  EXPECT_EQ(kinds.size(), 14U);
  for (const auto& [kind, tally] : kinds) EXPECT_GE(tally.f1(), 0.85) << kind;
}

}  // namespace
}  // namespace nc::intake
