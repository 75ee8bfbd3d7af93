// Quantities and amounts as people type them: qualifiers, numbers, currencies, and a clear refusal of the rest.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "base/fold.h"
#include "base/number.h"
#include "base/number_tokens.h"

namespace nc {
namespace {

using number::Token;
using number::Tokens;
using number::Trouble;

constexpr std::int64_t k_largest = 9'000'000'000'000'000;
constexpr std::size_t k_longest = 200;

enum class What { quantity, amount };

struct QualifierPhrase {
  std::string_view phrase;
  Qualifier qualifier;
  bool with_plain = true;  ///< false: without accents it would be another word (tầm, tám)
};

// Longer phrases before their beginnings.
constexpr std::array<QualifierPhrase, 50> k_before{{
    {"không dưới", Qualifier::at_least}, {"không ít hơn", Qualifier::at_least},
    {"ít nhất", Qualifier::at_least},    {"tối thiểu", Qualifier::at_least},
    {"không quá", Qualifier::at_most},   {"không hơn", Qualifier::at_most},
    {"tối đa", Qualifier::at_most},      {"nhiều nhất", Qualifier::at_most},
    {"chưa đến", Qualifier::at_most},    {"chưa tới", Qualifier::at_most},
    {"chưa đầy", Qualifier::at_most},    {"lên đến", Qualifier::at_most},
    {"lên tới", Qualifier::at_most},     {"dưới", Qualifier::at_most},
    {"tới", Qualifier::at_most, false},  {"hơn", Qualifier::more_than},
    {"trên", Qualifier::more_than},      {"vượt", Qualifier::more_than},
    {"quá", Qualifier::more_than},       {"ngoài", Qualifier::more_than},
    {"gần", Qualifier::nearly},          {"suýt soát", Qualifier::nearly},
    {"ngót nghét", Qualifier::nearly},   {"ngót", Qualifier::nearly},
    {"xấp xỉ", Qualifier::about},        {"khoảng", Qualifier::about},
    {"chừng", Qualifier::about},         {"độ", Qualifier::about, false},
    {"tầm", Qualifier::about, false},    {"cỡ", Qualifier::about, false},
    {"ước đạt", Qualifier::estimate},    {"ước tính", Qualifier::estimate},
    {"ước", Qualifier::estimate},        {"dự kiến", Qualifier::estimate},
    {"đúng", Qualifier::exact},          {"tròn", Qualifier::exact},
    {"tổng cộng", Qualifier::exact},     {"đạt", Qualifier::exact},
    {"at least", Qualifier::at_least},   {"no more than", Qualifier::at_most},
    {"at most", Qualifier::at_most},     {"up to", Qualifier::at_most},
    {"more than", Qualifier::more_than}, {"over", Qualifier::more_than},
    {"nearly", Qualifier::nearly},       {"almost", Qualifier::nearly},
    {"about", Qualifier::about},         {"an estimated", Qualifier::estimate},
    {"estimated", Qualifier::estimate},  {"exactly", Qualifier::exact},
}};
constexpr std::array<QualifierPhrase, 7> k_after{{
    {"trở lên", Qualifier::at_least},
    {"trở xuống", Qualifier::at_most},
    {"lẻ", Qualifier::more_than},
    {"chẵn", Qualifier::exact},
    {"tròn", Qualifier::exact},
    {"or more", Qualifier::at_least},
    {"or less", Qualifier::at_most},
}};
constexpr std::array<std::string_view, 18> k_vague{
    "vài",     "dăm",     "mấy",   "hàng chục", "hàng trăm", "hàng nghìn", "hàng ngàn", "hàng vạn", "hàng triệu",
    "hàng tỷ", "hàng tỉ", "nhiều", "một số",    "đông đảo",  "đôi ba",     "several",   "many",     "few"};

struct CurrencyPhrase {
  std::string_view phrase, code;
};
constexpr std::array<CurrencyPhrase, 25> k_currencies{{
    {"đồng việt nam", "VND"},
    {"việt nam đồng", "VND"},
    {"đồng", "VND"},
    {"vnđ", "VND"},
    {"đ", "VND"},
    {"đô la mỹ", "USD"},
    {"đô la úc", "AUD"},
    {"đô la canada", "CAD"},
    {"đô la singapore", "SGD"},
    {"đô la", "USD"},
    {"đôla", "USD"},
    {"us dollars", "USD"},
    {"dollars", "USD"},
    {"us usd", "USD"},
    {"euro", "EUR"},
    {"yên nhật", "JPY"},
    {"yên", "JPY"},
    {"yen", "JPY"},
    {"won", "KRW"},
    {"baht", "THB"},
    {"bạt", "THB"},
    {"kíp", "LAK"},
    {"nhân dân tệ", "CNY"},
    {"bảng anh", "GBP"},
    {"bảng", "GBP"},
}};

/// The currency that begins at `at`, and how many tokens name it.
std::optional<Currency> currency_at(const Tokens& tokens, std::size_t at, std::size_t& length) {
  for (const auto& [phrase, code] : k_currencies) {
    length = number::phrase_length(tokens, at, phrase);
    if (length > 0) return Currency::from_code(code);
  }
  length = 1;
  if (at >= tokens.size() || tokens[at].kind != Token::Kind::word || tokens[at].lower.size() != 3) return std::nullopt;
  std::string code = tokens[at].lower;
  for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return Currency::from_code(code);
}

/// Everything read from one text.
struct Reading {
  number::Decimal value;
  Qualifier qualifier = Qualifier::exact;
  std::optional<Currency> currency;
};

bool is_above(Qualifier q) { return q == Qualifier::more_than || q == Qualifier::at_least; }
bool is_below(Qualifier q) { return q == Qualifier::nearly || q == Qualifier::at_most; }

/// Two qualifiers before one number: the one with a direction says more ("khoảng hơn 300" is more than 300). False
/// when they contradict each other.
bool merge(Qualifier& kept, Qualifier next) {
  if ((is_above(kept) && is_below(next)) || (is_below(kept) && is_above(next))) return false;
  if (kept == Qualifier::exact || (kept == Qualifier::about && next != Qualifier::exact)) {
    kept = next;
  } else if (next == Qualifier::estimate) {
    kept = Qualifier::estimate;
  }
  return true;
}

class Parser {
 public:
  Parser(std::string typed, What what) : typed_(std::move(typed)), what_(what), tokens_(number::tokenize(typed_)) {}

  Result<Reading> read() {
    if (tokens_.empty()) return empty();
    if (is_negative()) return negative();
    if (has_any(k_vague)) return vague();
    if (is_range()) return range();
    if (tokens_[0].says("từ")) ++at_;  // "từ 500 trở lên"
    if (!read_prefix()) return not_understood();
    Trouble trouble = Trouble::none;
    const auto value = number::read_number(tokens_, at_, trouble);
    if (!value) return refused(trouble);
    reading_.value = *value;
    if (!read_suffix() || at_ < tokens_.size()) return not_understood();
    return two_currencies_ ? Result<Reading>(two_currencies()) : Result<Reading>(reading_);
  }

  tl::unexpected<Problem> too_large() const {
    return problem("quá lớn: nhiều nhất là 9.000.000.000.000.000 đơn vị nhỏ nhất. Kiểm tra lại số chữ số.",
                   "is too large: at most 9,000,000,000,000,000 of the smallest unit. Check the number of digits.");
  }
  tl::unexpected<Problem> not_whole() const {
    if (what_ == What::quantity) {
      return problem("không phải số nguyên. Ghi số nguyên, ví dụ 57.",
                     "is not a whole number. Write one, for example 57.");
    }
    return problem("lẻ hơn đơn vị tiền nhỏ nhất. Ghi thêm chữ “triệu” hoặc “tỷ” nếu thiếu.",
                   "is finer than the smallest unit of money. Add “million” or “billion” if it is missing.");
  }
  tl::unexpected<Problem> not_a_count() const {
    return problem("là số tiền; ô này ghi số đếm, ví dụ 57.", "is money; a count is wanted here, for example 57.");
  }

 private:
  tl::unexpected<Problem> problem(std::string_view vi, std::string_view en) const {
    const bool amount = what_ == What::amount;
    return refuse(Code::invalid, Message(fmt::format("{} “{}” {}", amount ? "Số tiền" : "Số", typed_, vi),
                                         fmt::format("{} “{}” {}", amount ? "The amount" : "The number", typed_, en)));
  }
  std::string_view example() const { return what_ == What::amount ? "2,5 tỷ" : "105"; }
  tl::unexpected<Problem> empty() const {
    if (what_ == What::amount) {
      return refuse(Code::invalid, Text("Chưa ghi số tiền. Viết như 3,2 tỷ đồng hoặc 250.000 EUR.",
                                        "No amount is given. Write 3,2 tỷ đồng or 250.000 EUR."));
    }
    return refuse(Code::invalid,
                  Text("Chưa ghi số. Viết như 57 hoặc hơn 291.", "No number is given. Write 57 or hơn 291."));
  }
  tl::unexpected<Problem> negative() const {
    return problem("là số âm. Ghi số từ 0 trở lên.", "is negative. Write 0 or more.");
  }
  tl::unexpected<Problem> vague() const {
    return problem("chưa nói rõ là bao nhiêu. Ghi một con số, thêm “khoảng”, “hơn” hoặc “gần” nếu chưa chắc.",
                   "does not say how many. Write one number, with “khoảng”, “hơn” or “gần” if it is not certain.");
  }
  tl::unexpected<Problem> range() const {
    return problem("là một khoảng hai đầu. Chọn một số, thêm “ít nhất”, “không quá” hoặc “khoảng”.",
                   "is a range with two ends. Choose one number, with “ít nhất”, “không quá” or “khoảng”.");
  }
  tl::unexpected<Problem> two_currencies() const {
    return problem("có hai loại tiền. Ghi mỗi loại tiền một dòng.",
                   "has two currencies. Write each currency on its own line.");
  }
  tl::unexpected<Problem> not_understood() const {
    if (names_two_currencies()) return two_currencies();
    const std::string piece = at_ < tokens_.size() ? tokens_[at_].raw : typed_;
    if (what_ == What::amount) {
      return problem(fmt::format("có phần “{}” không đọc được. Viết như 3,2 tỷ đồng hoặc 250.000 EUR.", piece),
                     fmt::format("has a part, “{}”, that can't be read. Write 3,2 tỷ đồng or 250.000 EUR.", piece));
    }
    return problem(fmt::format("có phần “{}” không đọc được. Viết như 57, 1.000 hoặc hơn 291.", piece),
                   fmt::format("has a part, “{}”, that can't be read. Write 57, 1.000 or hơn 291.", piece));
  }
  tl::unexpected<Problem> refused(Trouble trouble) const {
    switch (trouble) {
      case Trouble::bad_groups:
        return problem(
            "ngắt nhóm chữ số không đều. Mỗi nhóm ba chữ số: 1.234.567; phần lẻ sau dấu phẩy: 3,2.",
            "has uneven groups of digits. Groups have three digits: 1.234.567; decimals follow a comma: 3,2.");
      case Trouble::ambiguous:
        return problem(fmt::format("hiểu được hai cách. Viết lại bằng chữ số, ví dụ {}.", example()),
                       fmt::format("can be read in two ways. Write it in digits, for example {}.", example()));
      case Trouble::too_large:
        return too_large();
      case Trouble::none:
      case Trouble::empty:
      case Trouble::not_understood:
        break;
    }
    return not_understood();
  }

  bool has_any(std::span<const std::string_view> phrases) const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      for (const auto phrase : phrases) {
        const bool superlative = phrase == "nhiều" && i + 1 < tokens_.size() && tokens_[i + 1].says("nhất");
        if (!superlative && number::phrase_length(tokens_, i, phrase) > 0) return true;
      }
    }
    return false;
  }
  bool number_at(std::size_t at) const {
    if (tokens_[at].kind == Token::Kind::digits) return true;
    Trouble trouble = Trouble::none;
    return tokens_[at].kind == Token::Kind::word && number::read_number(tokens_, at, trouble).has_value();
  }
  bool number_before(std::size_t end) const {
    for (std::size_t i = 0; i < end; ++i) {
      if (number_at(i)) return true;
    }
    return false;
  }
  bool is_negative() const {
    if (tokens_[0].says("âm")) return true;
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (tokens_[i].kind == Token::Kind::dash) return !number_before(i) && number_at(i + 1);
    }
    return false;
  }
  bool is_range() const {
    constexpr std::array<std::string_view, 2> open_end{"trở lên", "trở xuống"};
    if (tokens_[0].says("từ") && !has_any(open_end)) return true;
    for (std::size_t i = 1; i + 1 < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      const bool bound = token.kind == Token::Kind::dash || token.says("đến") || token.says("tới") ||
                         token.says("to") || token.says("hoặc") || token.says("hay");
      const bool qualifier = tokens_[i - 1].says("lên") || tokens_[i - 1].says("chưa");
      if (bound && !qualifier && number_at(i + 1) && number_before(i)) return true;
    }
    return false;
  }

  bool take_qualifier(std::span<const QualifierPhrase> phrases, bool& fits) {
    for (const auto& [phrase, qualifier, with_plain] : phrases) {
      const std::size_t length = number::phrase_length(tokens_, at_, phrase, with_plain);
      if (length == 0) continue;
      fits = merge(reading_.qualifier, qualifier);
      if (fits) at_ += length;
      return fits;
    }
    return false;
  }
  bool take_currency() {
    std::size_t length = 0;
    const auto currency = currency_at(tokens_, at_, length);
    if (!currency) return false;
    two_currencies_ = two_currencies_ || (reading_.currency && *reading_.currency != *currency);
    reading_.currency = currency;
    at_ += length;
    return true;
  }
  /// False when two qualifiers contradict each other.
  bool read_prefix() {
    bool fits = true;
    while (at_ < tokens_.size() && (take_qualifier(k_before, fits) || take_currency())) {
    }
    return fits;
  }
  bool read_suffix() {
    bool fits = true;
    while (at_ < tokens_.size() && (take_qualifier(k_after, fits) || take_currency())) {
    }
    return fits;
  }
  bool names_two_currencies() const {
    std::optional<Currency> seen;
    for (std::size_t i = 0; i < tokens_.size();) {
      std::size_t length = 1;
      const auto currency = currency_at(tokens_, i, length);
      if (currency && seen && *seen != *currency) return true;
      if (currency) seen = currency;
      i += currency ? length : 1;
    }
    return false;
  }

  std::string typed_;
  What what_;
  Tokens tokens_;
  std::size_t at_ = 0;
  Reading reading_;
  bool two_currencies_ = false;
};

/// Text that is too long or no UTF-8 is refused before anything looks at it.
std::optional<Problem> unreadable(std::string_view text) {
  if (text.size() <= k_longest && is_utf8(text)) return std::nullopt;
  return Problem{Code::invalid,
                 Text("Ô số chứa quá nhiều chữ hoặc chữ hỏng. Chỉ ghi một con số, ví dụ 3,2 tỷ.",
                      "This holds too much text, or broken text. Write one number only, such as 3,2 tỷ."),
                 {}};
}

}  // namespace

Result<Quantity> parse_quantity(std::string_view text) {
  if (auto problem = unreadable(text)) return tl::make_unexpected(std::move(*problem));
  Parser parser(mended(text), What::quantity);
  NC_TRY(reading, parser.read());
  if (reading.currency) return parser.not_a_count();
  bool whole = true;
  const auto value = reading.value.as_integer(k_largest, whole);
  if (!whole) return parser.not_whole();
  if (!value) return parser.too_large();
  return Quantity{*value, reading.qualifier};
}

Result<Amount> parse_amount(std::string_view text, Currency fallback) {
  if (auto problem = unreadable(text)) return tl::make_unexpected(std::move(*problem));
  Parser parser(mended(text), What::amount);
  NC_TRY(reading, parser.read());
  const Currency currency = reading.currency.value_or(fallback);
  bool whole = true;
  const auto minor = reading.value.times_ten_to(currency.minor_digits()).as_integer(k_largest, whole);
  if (!whole) return parser.not_whole();
  if (!minor) return parser.too_large();
  return Amount{Money{*minor, currency}, reading.qualifier};
}

std::optional<std::int64_t> parse_int(std::string_view text) {
  std::int64_t value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
  return value;
}

bool is_plain_decimal(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  const auto digits = [](std::string_view s) {
    return !s.empty() && s.size() <= 18 && s.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return digits(text.substr(0, dot)) && (dot == std::string_view::npos || digits(text.substr(dot + 1)));
}

std::optional<std::string> parse_decimal(std::string_view text) {
  std::string digits(text);
  std::erase(digits, ' ');
  const std::size_t comma = digits.rfind(','), dot = digits.rfind('.');
  if (comma != std::string::npos) {  // Vietnamese: the comma is the decimal sign, dots group
    if (digits.find(',') != comma || (dot != std::string::npos && dot > comma)) return std::nullopt;
    std::erase(digits, '.');
    std::replace(digits.begin(), digits.end(), ',', '.');
  } else if (dot != std::string::npos) {
    const bool groups = digits.size() - dot == 4 && digits[0] != '0' && digits[0] != '-';
    if (groups || digits.find('.') != dot) std::erase(digits, '.');
  }
  return is_plain_decimal(digits) ? std::optional(digits) : std::nullopt;
}

}  // namespace nc
