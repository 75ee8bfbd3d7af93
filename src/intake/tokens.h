// Words, numbers and signs of a normalised text.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nc::intake {

struct Token {
  enum class Kind : std::uint8_t { word, number, sign, line };
  std::uint32_t begin = 0, end = 0;  ///< bytes of the normalised text
  std::uint32_t id = 0;              ///< in the vocabulary of the lexicon; 0 when it isn't there
  Kind kind = Kind::sign;
  bool capital = false;   ///< begins with a capital letter
  bool all_caps = false;  ///< two letters or more, all capitals
  bool glued = false;     ///< no blank before it
};
using Tokens = std::vector<Token>;

/// Cuts text: words (letters, with digits behind letters), numbers ("1.500", "41,6": digits with single dots or commas
/// between them), signs one by one, line ends. Ids are left 0.
Tokens tokenize(std::string_view text);

/// Small letters of all scripts this program meets; length in bytes may change.
std::string lower(std::string_view word);
bool is_capital(char32_t c);
bool is_letter(char32_t c);

}  // namespace nc::intake
