// Pieces of a typed number: digits, words, signs (inside src/base only).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nc::number {

/// One piece of typed text.
struct Token {
  enum class Kind { digits, word, dash, other };
  Kind kind = Kind::other;
  std::string raw;    ///< as typed (mended): digits with their separators, one word, or one sign
  std::string lower;  ///< words: lower case with accents
  std::string plain;  ///< words: lower case without accents
  /// Equal to an accented word, or typed without any accents? `with_plain` = false insists on the accents.
  bool says(std::string_view accented, bool with_plain = true) const;
};
using Tokens = std::vector<Token>;

/// `text` must be mended. Signs that close a sentence are left out.
Tokens tokenize(const std::string& text);

/// Do the tokens from `at` on say the words of `phrase` (accented, one blank between)? Returns how many tokens, or 0.
std::size_t phrase_length(const Tokens& tokens, std::size_t at, std::string_view phrase, bool with_plain = true);

/// mantissa x 10^exponent; never negative.
struct Decimal {
  std::int64_t mantissa = 0;
  int exponent = 0;
  bool is_zero() const { return mantissa == 0; }
  Decimal times_ten_to(int power) const { return {mantissa, exponent + power}; }
  /// nullopt when it isn't whole (`whole` = false is set) or above `limit`.
  std::optional<std::int64_t> as_integer(std::int64_t limit, bool& whole) const;
};
std::optional<Decimal> add(Decimal a, Decimal b);
bool less(Decimal a, Decimal b);

/// Why a number could not be read.
enum class Trouble { none, empty, not_understood, bad_groups, ambiguous, too_large };

/// What the scale word after the digits makes of dots and commas.
enum class Scale { none, vietnamese, english };
/// Digits with separators. A dot or comma before exactly three digits groups thousands, except that a comma before
/// a Vietnamese scale word and a dot before an English one are decimal signs.
std::optional<Decimal> read_digits(std::string_view raw, Scale scale, Trouble& trouble);

/// A whole number expression from `at` on ("hai tỷ ba trăm triệu", "1,2 nghìn tỷ"); moves `at` behind it.
/// On trouble `at` stands at the token concerned.
std::optional<Decimal> read_number(const Tokens& tokens, std::size_t& at, Trouble& trouble);

}  // namespace nc::number
