// Cuts a text into words, numbers and signs.
#include "intake/tokens.h"

#include "base/utf8.h"

namespace nc::intake {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

char32_t small(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE) return c == 0xD7 ? c : c + 32;
  if (c >= 0x100 && c <= 0x17F) {
    const bool odd_is_capital = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
    if (c == 0x131 || c == 0x138 || c == 0x149 || c == 0x17F || c == 0x130 || c == 0x178) return c;
    return (c % 2 == 1) == odd_is_capital ? c + 1 : c;
  }
  if (c == 0x1A0 || c == 0x1AF) return c + 1;  // Ơ, Ư
  if (c >= 0x1EA0 && c <= 0x1EF9) return c | 1U;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  return c >= 0x400 && c <= 0x40F ? c + 80 : c;
}

bool is_currency_code(std::string_view word) {
  for (const std::string_view code : {"VND", "VNĐ", "USD", "EUR", "JPY", "KRW", "GBP", "AUD", "CNY", "US"})
    if (word == code) return true;
  return false;
}

struct Cutter {
  std::string_view text;
  std::size_t at = 0;
  Tokens out;

  utf8::Step step(std::size_t i) const { return i < text.size() ? utf8::decode(text, i) : utf8::Step{0, 1, true}; }

  void add(std::size_t begin, std::size_t end, Token::Kind kind, bool glued) {
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.kind = kind;
    token.glued = glued;
    out.push_back(token);
  }

  void number(bool glued) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) {
      ++at;
      const bool sign = at + 1 < text.size() && (text[at] == '.' || text[at] == ',');
      if (sign && is_digit(static_cast<unsigned char>(text[at + 1]))) ++at;
    }
    add(begin, at, Token::Kind::number, glued);
  }

  void word(bool glued) {
    const std::size_t begin = at;
    std::size_t letters = 0, capitals = 0;
    const bool capital = is_capital(step(at).value);
    while (at < text.size()) {
      const auto next = step(at);
      const bool inner_quote = (next.value == '\'' || next.value == 0x2019) && is_letter(step(at + next.length).value);
      if (!is_letter(next.value) && !is_digit(next.value) && !inner_quote) break;
      if (is_digit(next.value) && is_currency_code(text.substr(begin, at - begin))) break;  // "VND300,000"
      letters += is_letter(next.value) ? 1U : 0U;
      capitals += is_capital(next.value) ? 1U : 0U;
      at += next.length;
    }
    add(begin, at, Token::Kind::word, glued);
    out.back().capital = capital;
    out.back().all_caps = letters > 1 && letters == capitals;
  }

  void run() {
    bool glued = false;
    while (at < text.size()) {
      const auto next = step(at);
      if (next.value == ' ') {
        glued = false;
        ++at;
        continue;
      }
      if (next.value == '\n') {
        add(at, at + 1, Token::Kind::line, false);
        ++at;
        glued = false;
        continue;
      }
      if (is_digit(next.value)) {
        number(glued);
      } else if (is_letter(next.value)) {
        word(glued);
      } else {
        add(at, at + next.length, Token::Kind::sign, glued);
        at += next.length;
      }
      glued = true;
    }
  }
};

}  // namespace

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x300 && c <= 0x36F) || (c >= 0x370 && c <= 0x1FFF) ||
         (c >= 0x3040 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}

bool is_capital(char32_t c) { return small(c) != c; }

std::string lower(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const auto step = utf8::decode(word, at);
    utf8::append(out, small(step.value));
    at += step.length;
  }
  return out;
}

Tokens tokenize(std::string_view text) {
  Cutter cutter{text, 0, {}};
  cutter.out.reserve(text.size() / 5 + 8);
  cutter.run();
  return std::move(cutter.out);
}

}  // namespace nc::intake
