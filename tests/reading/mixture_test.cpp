// People write sentences that no rule foresaw: pieces of all articles, glued together at random, are read without harm.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <random>

#include "reading/score.h"

namespace nc::intake {
namespace {

const std::filesystem::path k_folder = std::filesystem::path(NHIPCAU_SOURCE_DIR) / "tests" / "reading";

/// What stands between commas, brackets and ends of sentences.
std::vector<std::string> clauses() {
  std::vector<std::string> out;
  for (const auto& annotation : annotations_of(k_folder)) {
    std::ifstream file(std::filesystem::path(annotation).replace_extension(".txt"), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find_first_of(",;:.()\n", at), text.size());
      if (end > at + 1) out.push_back(text.substr(at, end - at));
      at = end + 1;
    }
  }
  return out;
}

class Mixer {
 public:
  std::string text(int sentences) {
    std::string out;
    for (int i = 0; i < sentences; ++i) {
      out += pick(clauses_);
      for (auto more = random_() % 5; more > 0; --more) out.append(pick(k_glue)).append(pick(clauses_));
      out += pick(k_ends);
    }
    return out;
  }

 private:
  template <class List>
  std::string_view pick(const List& list) {
    return list[random_() % list.size()];
  }

  static constexpr std::array<std::string_view, 22> k_glue{" ", ", ", " và ", " cho ", " do ", " của ", " với ", " gồm ", " dành cho ", " trị giá ", " từ ", " tại ", " đã được ", ": ", " (", ") ",
                                                           "; ", " by ", " from ", " for ", " reached ", " worth "};
  static constexpr std::array<std::string_view, 4> k_ends{". ", ".\n", "; ", " "};

  std::vector<std::string> clauses_ = clauses();
  std::minstd_rand random_{20220629};  // NOLINT: the same mixtures in every run
};

TEST(MixturesOfArticles, AreReadWithoutHarmAndQuotedFromTheirOwnWords) {
  Mixer mixer;
  std::size_t facts = 0;
  for (int i = 0; i < 120; ++i) {
    const std::string text = mixer.text(30);
    const Article article = read_text(text);
    facts += article.facts.size();
    for (const Fact& fact : article.facts)
      for (const Span span : fact.evidence) ASSERT_FALSE(article.quote(span).empty()) << text;
  }
  EXPECT_GT(facts, 120U);
}

}  // namespace
}  // namespace nc::intake
