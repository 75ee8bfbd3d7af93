// Number expressions: digits with scale words, and Vietnamese numbers in words.
#include <array>

#include "base/number_tokens.h"

namespace nc::number {
namespace {

struct Named {
  std::string_view word;
  int value;
};

constexpr std::array<Named, 15> k_digits{{{"không", 0},
                                          {"một", 1},
                                          {"mốt", 1},
                                          {"hai", 2},
                                          {"ba", 3},
                                          {"bốn", 4},
                                          {"tư", 4},
                                          {"năm", 5},
                                          {"lăm", 5},
                                          {"nhăm", 5},
                                          {"sáu", 6},
                                          {"bảy", 7},
                                          {"bẩy", 7},
                                          {"tám", 8},
                                          {"chín", 9}}};
// Powers of ten. Words under a million build up the number that triệu and tỷ multiply.
constexpr std::array<Named, 4> k_low{{{"nghìn", 3}, {"ngàn", 3}, {"vạn", 4}, {"k", 3}}};
constexpr std::array<Named, 1> k_low_english{{{"thousand", 3}}};
constexpr std::array<Named, 4> k_big{{{"triệu", 6}, {"tr", 6}, {"tỷ", 9}, {"tỉ", 9}}};
constexpr std::array<Named, 5> k_big_english{{{"million", 6}, {"mn", 6}, {"billion", 9}, {"bn", 9}, {"trillion", 12}}};

template <std::size_t N>
std::optional<int> find(const std::array<Named, N>& list, const Token& token) {
  for (const Named& named : list) {
    if (token.says(named.word)) return named.value;
  }
  return std::nullopt;
}

/// Reads one number expression. Ambiguous speech ("hai tỷ năm", "một trăm năm") is refused, not guessed.
class Reader {
 public:
  Reader(const Tokens& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  std::optional<Decimal> read() {
    bool any = false;
    while (trouble_ == Trouble::none && step()) any = true;
    if (trouble_ == Trouble::none && !any) trouble_ = Trouble::empty;
    if (trouble_ != Trouble::none) return std::nullopt;
    const auto sum = add(total_, current_);
    if (!sum) trouble_ = Trouble::too_large;
    return sum;
  }
  std::size_t at() const { return at_; }
  Trouble trouble() const { return trouble_; }

 private:
  struct Part {
    Decimal value;
    bool explicit_place = false;  ///< said with linh or không trăm: its place is certain
  };

  const Token* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool next_says(std::string_view word, std::size_t ahead = 0) const {
    const Token* token = peek(ahead);
    return token != nullptr && token->says(word);
  }
  bool take(std::string_view word) {
    if (!next_says(word)) return false;
    ++at_;
    return true;
  }
  template <std::size_t N>
  std::optional<int> next_in(const std::array<Named, N>& list, std::size_t ahead = 0) const {
    const Token* token = peek(ahead);
    return token != nullptr ? find(list, *token) : std::nullopt;
  }
  std::optional<int> low_scale(std::size_t ahead = 0) const {
    const auto vi = next_in(k_low, ahead);
    return vi ? vi : next_in(k_low_english, ahead);
  }
  std::optional<int> big_scale(std::size_t ahead = 0) const {
    const auto vi = next_in(k_big, ahead);
    return vi ? vi : next_in(k_big_english, ahead);
  }
  std::optional<int> digit(std::size_t ahead = 0) const { return next_in(k_digits, ahead); }
  bool half(std::size_t ahead = 0) const { return next_says("rưỡi", ahead) || next_says("rưởi", ahead); }
  bool link() const { return next_says("linh") || next_says("lẻ"); }

  void fail(Trouble trouble) {
    if (trouble_ == Trouble::none) trouble_ = trouble;
  }
  void add_to(Decimal& sum, Decimal value) {
    const auto added = add(sum, value);
    if (!added) return fail(Trouble::too_large);
    sum = *added;
  }

  /// One part with the scale words that follow it. False when no part begins here.
  bool step() {
    const std::size_t start = at_;
    std::optional<Part> part;
    if (started_ || !(low_scale() || big_scale())) {
      part = read_part();
    } else {
      part = Part{{1, 0}, true};  // "tỷ rưỡi", "nghìn hai"
    }
    if (!part || trouble_ != Trouble::none) return false;
    if (closed_) {  // a fraction, a half or a part without a scale ends the number
      at_ = start;
      fail(Trouble::ambiguous);
      return false;
    }
    started_ = true;
    apply_scales(*part, start);
    return trouble_ == Trouble::none;
  }

  void apply_scales(const Part& part, std::size_t start) {
    const bool fraction = part.value.exponent < 0 && !part.value.is_zero();
    const auto low = low_scale();
    if (low) ++at_;
    const auto big = big_scale();
    if (!low && !big) {
      add_unscaled(part, start);
      return;
    }
    const Decimal value = part.value.times_ten_to(low.value_or(0));
    if (low) {
      if (*low >= last_low_ || !fits_below(value, last_big_)) return refuse_at(start, Trouble::not_understood);
      last_low_ = *low;
    }
    add_to(current_, value);
    if (trouble_ != Trouble::none) return;
    if (big) {
      ++at_;
      const Decimal section = current_.times_ten_to(*big);
      if (*big >= last_big_ || !fits_below(section, last_big_)) return refuse_at(start, Trouble::not_understood);
      add_to(total_, section);
      compound_ = last_low_ != k_none;
      current_ = {};
      last_low_ = k_none;
      last_big_ = *big;
    }
    closed_ = fraction;
    if (half()) add_half(big ? *big : *low, big.has_value());
  }

  /// "hai tỷ rưỡi": half of the unit named just before.
  void add_half(int scale, bool big) {
    if (closed_ || (big && compound_)) return fail(Trouble::ambiguous);
    ++at_;
    add_to(big ? total_ : current_, Decimal{5, scale - 1});
    // "một nghìn rưởi tỷ" would need a second reading of the half; nobody writes it in an office.
    closed_ = true;
  }

  void add_unscaled(const Part& part, std::size_t start) {
    const Decimal& value = part.value;
    const bool after_scale = last_low_ != k_none || last_big_ != k_none;
    if (after_scale && !part.explicit_place) {
      // "một nghìn hai" and "2 tỷ 5" have two readings; "một nghìn hai trăm", "2 triệu 500.000" have one.
      const bool after_low = last_low_ != k_none;
      const Decimal least = after_low ? Decimal{10, 0} : Decimal{1000, 0};
      if (less(value, least)) return refuse_at(start, Trouble::ambiguous);
    }
    if (!fits_below(value, last_low_ != k_none ? last_low_ : last_big_)) {
      return refuse_at(start, Trouble::not_understood);
    }
    add_to(current_, value);
    closed_ = true;
  }

  bool fits_below(Decimal value, int scale) const { return scale == k_none || less(value, Decimal{1, scale}); }
  void refuse_at(std::size_t at, Trouble trouble) {
    at_ = at;
    fail(trouble);
  }

  std::optional<Part> read_part() {
    const Token* token = peek();
    if (token == nullptr) return std::nullopt;
    if (token->kind == Token::Kind::digits) return read_digit_part(*token);
    if (take("nửa")) return Part{{5, -1}, false};
    return read_word_part();
  }

  std::optional<Part> read_digit_part(const Token& token) {
    const bool vietnamese = next_in(k_low, 1) || next_in(k_big, 1);
    const bool english = next_in(k_low_english, 1) || next_in(k_big_english, 1);
    const Scale scale = vietnamese ? Scale::vietnamese : english ? Scale::english : Scale::none;
    const auto value = read_digits(token.raw, scale, trouble_);
    if (!value) return std::nullopt;
    ++at_;
    return Part{*value, false};
  }

  /// 0 to 999 in words, or a decimal in words ("ba phẩy hai").
  std::optional<Part> read_word_part() {
    if (started_ && link()) return read_linked();
    const auto first = digit();
    if (!first) {
      if (next_says("mười") || next_says("mươi")) return Part{{read_tens(0), 0}, false};
      if (take("chục")) return Part{{10, 0}, false};
      if (next_says("trăm")) return read_hundreds(1);
      return std::nullopt;
    }
    ++at_;
    if (next_says("trăm")) return read_hundreds(*first);
    if (next_says("mươi") || next_says("mười")) return Part{{read_tens(*first), 0}, false};
    if (take("chục")) return Part{{*first * 10, 0}, false};
    if (take("tá")) return Part{{*first * 12, 0}, false};
    if (next_says("phẩy") || next_says("phảy")) return read_decimals(*first);
    return Part{{*first, 0}, false};
  }

  /// "linh năm" after nghìn.
  std::optional<Part> read_linked() {
    const auto value = digit(1);
    if (!value) return std::nullopt;
    at_ += 2;
    return Part{{*value, 0}, true};
  }

  /// At "mươi"; `tens` 0 means "mười" alone.
  int read_tens(int tens) {
    ++at_;
    int value = (tens == 0 ? 1 : tens) * 10;
    if (const auto unit = digit(); unit && *unit != 0) {
      value += *unit;
      ++at_;
    }
    return value;
  }

  /// At "trăm".
  std::optional<Part> read_hundreds(int hundreds) {
    ++at_;
    int value = hundreds * 100;
    const auto linked = link() ? digit(1) : std::nullopt;
    if (linked) {
      value += *linked;
      at_ += 2;
    } else if (half()) {
      value += 50;
      ++at_;
    } else if (next_says("mười")) {
      value += read_tens(0);
    } else if (const auto tens = digit(); tens) {
      if (*tens == 0 && digit(1)) {  // "một trăm không năm"
        value += *digit(1);
        at_ += 2;
      } else if (next_says("mươi", 1)) {
        ++at_;
        value += read_tens(*tens);
      } else if (next_says("mười", 1)) {
        ++at_;
        value += read_tens(*tens);
      } else {
        fail(Trouble::ambiguous);  // "một trăm năm": 105 or 150
        return std::nullopt;
      }
    }
    return Part{{value, 0}, hundreds == 0};
  }

  std::optional<Part> read_decimals(int whole) {
    ++at_;
    Decimal value{whole, 0};
    while (const auto next = digit()) {
      if (value.exponent < -6) {
        fail(Trouble::not_understood);
        return std::nullopt;
      }
      value = {value.mantissa * 10 + *next, value.exponent - 1};
      ++at_;
    }
    if (value.exponent == 0) fail(Trouble::not_understood);
    return Part{value, false};
  }

  static constexpr int k_none = 99;
  const Tokens& tokens_;
  std::size_t at_;
  Trouble trouble_ = Trouble::none;
  Decimal total_, current_;
  int last_low_ = k_none, last_big_ = k_none;
  bool started_ = false, closed_ = false, compound_ = false;
};

}  // namespace

std::optional<Decimal> read_number(const Tokens& tokens, std::size_t& at, Trouble& trouble) {
  Reader reader(tokens, at);
  const auto value = reader.read();
  at = reader.at();
  trouble = reader.trouble();
  return value;
}

}  // namespace nc::number
