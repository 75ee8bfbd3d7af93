// What words mean to the reader: phrases with their classes, from db/reading and the reference tables.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/tokens.h"

namespace nc::intake {

/// Classes of phrases; db/reading/README.md lists them with their values.
enum class Cls : std::uint8_t {
  verb, delegation, person, project, agreement, event, award, scholarship, member_org, branch, member, partner, signature,
  works, item, tree, anniversary, approx, approx_after, number_word, not_number, scale, currency, measure, label, country,
  province, org_head, person_title, planned, not_planned, compare, target, others, subset, each, total, price, economy,
  history, foreign, home, month, weekday, day_part, recipient, stop, classifier, phase, place, cumulative, furniture, review,
  past, caption, end_mark, byline, site, k_last
};

struct Tag {
  Cls cls = Cls::k_last;
  std::string_view value;  ///< a code of the class, or ""
};

/// Phrases as a trie over words.
class Lexicon {
 public:
  /// The tables inside the program, read once.
  static const Lexicon& built_in();

  /// Adds a phrase. `capital`: only where its first word begins with a capital ("Mỹ", not "mỹ").
  void add(std::string_view phrase, Cls cls, std::string_view value, bool capital);

  /// Gives each token its id.
  void number(std::string_view text, Tokens& tokens) const;

  struct Match {
    std::size_t length = 0;  ///< in tokens; 0 for none
    const std::vector<Tag>* tags = nullptr;
  };
  /// Longest phrase that begins at `at` and ends before `end`. Line ends match nothing.
  Match longest(const Tokens& tokens, std::size_t at, std::size_t end) const;

  /// Id of a single word, 0 when no phrase has it.
  std::uint32_t id(std::string_view lower_word) const;

 private:
  struct Node {
    std::vector<Tag> tags, capital_tags;
  };
  std::uint32_t child(std::uint32_t node, std::uint32_t word) const;

  std::unordered_map<std::string, std::uint32_t> ids_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;
  std::vector<Node> nodes_{1};
};

/// Class by its name in the tables; k_last when there is none.
Cls class_from(std::string_view name);

/// Does a list of tags hold this class (and value)?
const Tag* find(const std::vector<Tag>* tags, Cls cls);
bool has(const std::vector<Tag>* tags, Cls cls, std::string_view value);

}  // namespace nc::intake
