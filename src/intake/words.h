// A text cut into words that knows its lexicon: what all steps behind the tokenizer look at.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>

#include "intake/lexicon.h"
#include "intake/tokens.h"

namespace nc::intake {

struct Words {
  std::string_view text;  ///< normalised; must outlive this
  std::string low;        ///< the same in small letters, byte for byte at the same places
  Tokens tokens;
  const Lexicon* lexicon = nullptr;

  explicit Words(std::string_view normalised, const Lexicon& words = Lexicon::built_in())
      : text(normalised), low(lower(normalised)), tokens(tokenize(normalised)), lexicon(&words) {
    lexicon->number(low, tokens);
  }

  std::size_t size() const { return tokens.size(); }
  /// Small letters of token `i`; "" behind the end, so that rules can look ahead without asking.
  std::string_view key(std::size_t i) const {
    return i < tokens.size() ? std::string_view(low).substr(tokens[i].begin, tokens[i].end - tokens[i].begin)
                             : std::string_view();
  }
  std::string_view raw(std::size_t i) const {
    return i < tokens.size() ? text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin) : std::string_view();
  }
  bool is(std::size_t i, std::string_view word) const { return key(i) == word; }
  bool is_any(std::size_t i, std::initializer_list<std::string_view> words) const {
    const auto k = key(i);
    for (const auto word : words)
      if (k == word) return true;
    return false;
  }
  bool is_number(std::size_t i) const { return i < tokens.size() && tokens[i].kind == Token::Kind::number; }
  bool is_word(std::size_t i) const { return i < tokens.size() && tokens[i].kind == Token::Kind::word; }
  bool is_line(std::size_t i) const { return i >= tokens.size() || tokens[i].kind == Token::Kind::line; }
  bool is_dash(std::size_t i) const { return is_any(i, {"-", "–", "—", "‑"}); }
  bool capital(std::size_t i) const { return i < tokens.size() && tokens[i].capital; }
  bool glued(std::size_t i) const { return i < tokens.size() && tokens[i].glued; }
  /// The words from `first` to before `last` as written; those there are when `last` is behind the end.
  std::string_view between(std::size_t first, std::size_t last) const {
    last = std::min(last, tokens.size());
    if (first >= last) return {};
    return text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
  }
};

}  // namespace nc::intake
