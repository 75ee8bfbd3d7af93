// Cuts a typed number into digits, words and signs, and reads the digits.
#include "base/number_tokens.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/fold.h"
#include "base/utf8.h"

namespace nc::number {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (digit_at(text, end)) ++end;
  return end - at;
}

/// End of the digits that begin at `at`, with dots, commas and grouping blanks between digits.
std::size_t digits_end(std::string_view text, std::size_t at) {
  std::size_t run = digits_from(text, at);
  std::size_t end = at + run;
  while (end + 1 < text.size()) {
    const char sign = text[end];
    const std::size_t next = digits_from(text, end + 1);
    const bool joined = (sign == '.' || sign == ',') && next > 0;
    const bool grouped = sign == ' ' && next == 3 && run <= 3;
    if (!joined && !grouped) break;
    run = next;
    end += 1 + next;
  }
  return end;
}

std::string lower_case(const std::string& word) {
  std::string out;
  icu::UnicodeString::fromUTF8(word).toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

Token word_token(std::string raw) {
  Token token{Token::Kind::word, std::move(raw), {}, {}};
  token.lower = lower_case(token.raw);
  token.plain = fold(token.raw);
  return token;
}

void add_word(Tokens& tokens, const std::string& word) {
  Token token = word_token(word);
  if (token.lower == "trđ" || token.lower == "trd") {
    tokens.push_back(word_token("tr"));
    tokens.push_back(word_token("đ"));
    return;
  }
  tokens.push_back(std::move(token));
}

/// The word that a sign stands for, or "".
std::string_view spoken_sign(char32_t c) {
  switch (c) {
    case 0x20AB:
      return "đ";
    case '$':
      return "usd";
    case 0x20AC:
      return "eur";
    case 0xA3:
      return "gbp";
    case 0xA5:
      return "jpy";
    default:
      return "";
  }
}

bool is_dash(char32_t c) { return c == '-' || c == '~' || c == 0x2212 || (c >= 0x2010 && c <= 0x2015); }

bool is_word_part(std::string_view bytes) {
  const std::string folded = fold(bytes);
  return !folded.empty() && !is_digit(folded[0]);
}

std::string_view without_closing_signs(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';' || text.back() == ' ')) {
    text.remove_suffix(1);
  }
  return text;
}

/// The groups between the separators of a number, and the separators.
struct Groups {
  std::vector<std::string_view> digits;
  std::string signs;
};

Groups groups_of(std::string_view raw) {
  Groups groups;
  std::size_t start = 0;
  for (std::size_t i = 0; i <= raw.size(); ++i) {
    if (i < raw.size() && is_digit(raw[i])) continue;
    groups.digits.push_back(raw.substr(start, i - start));
    if (i < raw.size()) groups.signs.push_back(raw[i]);
    start = i + 1;
  }
  return groups;
}

/// Which separator begins the decimals: its index in `signs`, or npos for none.
std::size_t decimal_sign(const Groups& g, Scale scale) {
  const auto count = [&](char c) { return std::count(g.signs.begin(), g.signs.end(), c); };
  const auto dots = count('.');
  const auto commas = count(',');
  const std::size_t last = g.signs.empty() ? std::string::npos : g.signs.size() - 1;
  if (dots + commas == 0) return std::string::npos;
  if (dots > 0 && commas > 0) return last;
  if (dots + commas > 1) return std::string::npos;
  if (g.signs.size() > 1) return last;  // blanks group, so the one dot or comma is the decimal sign
  const bool groups_three = g.digits[1].size() == 3 && g.digits[0].size() <= 3 && g.digits[0][0] != '0';
  if (!groups_three) return last;
  const bool decimal =
      (g.signs[0] == ',' && scale == Scale::vietnamese) || (g.signs[0] == '.' && scale == Scale::english);
  return decimal ? last : std::string::npos;
}

/// Are the groups before the decimals thousands with one kind of separator?
bool well_grouped(const Groups& g, std::size_t decimal) {
  const std::size_t signs = decimal == std::string::npos ? g.signs.size() : decimal;
  if (decimal != std::string::npos && (decimal + 1 != g.signs.size() || g.signs[decimal] == ' ')) return false;
  if (signs == 0) return true;
  if (g.digits[0].size() > 3 || g.digits[0][0] == '0') return false;
  for (std::size_t i = 0; i < signs; ++i) {
    if (g.signs[i] != g.signs[0] || g.digits[i + 1].size() != 3) return false;
  }
  return decimal == std::string::npos || g.signs[decimal] != g.signs[0];
}

}  // namespace

bool Token::says(std::string_view accented, bool with_plain) const {
  if (kind != Kind::word) return false;
  if (lower == accented) return true;
  if (!with_plain || lower != plain) return false;
  const bool same_start = static_cast<unsigned char>(accented[0]) >= 0x80 || accented[0] == plain[0];
  return same_start && plain == fold(accented);
}

Tokens tokenize(const std::string& whole) {
  const std::string_view text = without_closing_signs(whole);
  Tokens tokens;
  std::string word;
  const auto close_word = [&] {
    if (!word.empty()) add_word(tokens, word);
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    if (is_digit(text[at])) {
      close_word();
      const std::size_t end = digits_end(text, at);
      tokens.push_back({Token::Kind::digits, std::string(text.substr(at, end - at)), {}, {}});
      at = end;
      continue;
    }
    const auto step = utf8::decode(text, at);
    const std::string_view bytes = text.substr(at, step.length);
    at += step.length;
    if (is_word_part(bytes)) {
      word += bytes;
      continue;
    }
    close_word();
    if (step.value == ' ' || step.value == '\n') continue;
    if (const auto spoken = spoken_sign(step.value); !spoken.empty()) {
      tokens.push_back(word_token(std::string(spoken)));
      continue;
    }
    tokens.push_back({is_dash(step.value) ? Token::Kind::dash : Token::Kind::other, std::string(bytes), {}, {}});
  }
  close_word();
  return tokens;
}

std::size_t phrase_length(const Tokens& tokens, std::size_t at, std::string_view phrase, bool with_plain) {
  std::size_t count = 0;
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    if (at + count >= tokens.size() || !tokens[at + count].says(phrase.substr(0, end), with_plain)) return 0;
    ++count;
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  return count;
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  if (a.is_zero()) return b;
  if (b.is_zero()) return a;
  if (a.exponent < b.exponent) std::swap(a, b);
  while (a.exponent > b.exponent) {
    if (__builtin_mul_overflow(a.mantissa, std::int64_t{10}, &a.mantissa)) return std::nullopt;
    --a.exponent;
  }
  if (__builtin_add_overflow(a.mantissa, b.mantissa, &a.mantissa)) return std::nullopt;
  return a;
}

bool less(Decimal a, Decimal b) {
  if (a.is_zero() || b.is_zero()) return a.is_zero() && !b.is_zero();
  const auto grow = [](Decimal& d) { return !__builtin_mul_overflow(d.mantissa, std::int64_t{10}, &d.mantissa); };
  for (; a.exponent > b.exponent; --a.exponent) {
    if (!grow(a)) return false;
  }
  for (; b.exponent > a.exponent; --b.exponent) {
    if (!grow(b)) return true;
  }
  return a.mantissa < b.mantissa;
}

std::optional<std::int64_t> Decimal::as_integer(std::int64_t limit, bool& whole) const {
  whole = true;
  std::int64_t value = mantissa;
  int power = value == 0 ? 0 : exponent;
  for (; power < 0; ++power) {
    if (value % 10 != 0) {
      whole = false;
      return std::nullopt;
    }
    value /= 10;
  }
  for (; power > 0; --power) {
    if (__builtin_mul_overflow(value, std::int64_t{10}, &value) || value > limit) return std::nullopt;
  }
  if (value > limit) return std::nullopt;
  return value;
}

std::optional<Decimal> read_digits(std::string_view raw, Scale scale, Trouble& trouble) {
  const Groups groups = groups_of(raw);
  const std::size_t decimal = decimal_sign(groups, scale);
  if (!well_grouped(groups, decimal)) {
    trouble = Trouble::bad_groups;
    return std::nullopt;
  }
  Decimal value;
  std::string_view decimals = decimal == std::string::npos ? std::string_view() : groups.digits.back();
  while (!decimals.empty() && decimals.back() == '0') decimals.remove_suffix(1);
  const auto take = [&](std::string_view digits) {
    for (const char c : digits) {
      if (__builtin_mul_overflow(value.mantissa, std::int64_t{10}, &value.mantissa) ||
          __builtin_add_overflow(value.mantissa, std::int64_t{c - '0'}, &value.mantissa)) {
        trouble = Trouble::too_large;
        return false;
      }
    }
    return true;
  };
  const std::size_t whole_groups = groups.digits.size() - (decimal == std::string::npos ? 0 : 1);
  for (std::size_t i = 0; i < whole_groups; ++i) {
    if (!take(groups.digits[i])) return std::nullopt;
  }
  if (!take(decimals)) return std::nullopt;
  value.exponent = -static_cast<int>(decimals.size());
  return value;
}

}  // namespace nc::number
