// Numbers and amounts as screens, papers and prose print them.
#include <fmt/format.h>

#include <cmath>

#include "base/number.h"

namespace nc {
namespace {

constexpr std::string_view k_join = "\u00A0";  // a number and its unit stay on one line
constexpr std::uint64_t k_million = 1'000'000;
constexpr std::uint64_t k_billion = 1'000'000'000;

std::uint64_t magnitude(std::int64_t n) {
  return n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
}

/// Digits with a sign between groups of three.
std::string grouped(std::string digits, char sign) {
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, sign);
  return digits;
}

char thousands_sign(Lang lang) { return lang == Lang::vi ? '.' : ','; }
char decimal_sign(Lang lang) { return lang == Lang::vi ? ',' : '.'; }

/// `value` thousandths as a number without closing zeros: 35840 -> "35,84".
std::string thousandths(std::uint64_t value, Lang lang) {
  std::string out = grouped(fmt::format("{}", value / 1000), thousands_sign(lang));
  if (value % 1000 == 0) return out;
  std::string decimals = fmt::format("{:03}", value % 1000);
  while (decimals.back() == '0') decimals.pop_back();
  return out + decimal_sign(lang) + decimals;
}

/// `value` rounded to the nearest multiple of `step`, halves up.
std::uint64_t rounded(std::uint64_t value, std::uint64_t step) {
  const std::uint64_t rest = value % step;
  return value - rest + (rest >= step - rest ? step : 0);
}

/// Amount of one currency without its sign; `unit` is one whole unit in minor units.
struct Sum {
  std::uint64_t minor;
  std::uint64_t unit;
  Currency currency;
  bool is_dong() const { return currency == Currency(); }
};

Sum sum_of(const Money& m) { return {magnitude(m.minor), m.currency.minor_digits() == 0 ? 1U : 100U, m.currency}; }

std::string exact_digits(const Sum& s, Lang lang) {
  std::string out = grouped(fmt::format("{}", s.minor / s.unit), thousands_sign(lang));
  if (s.minor % s.unit != 0) out += fmt::format("{}{:02}", decimal_sign(lang), s.minor % s.unit);
  return out;
}

std::string_view currency_word(const Currency& c, Lang lang) {
  return lang == Lang::vi && c == Currency() ? "đồng" : c.code();
}

/// "35,84 tỷ đồng" | "VND 35.84 billion" from thousandths of a million or a billion.
std::string in_words(std::uint64_t value, bool billions, const Currency& c, Lang lang) {
  const std::string number = thousandths(value, lang);
  if (lang == Lang::vi)
    return fmt::format("{}{}{} {}", number, k_join, billions ? "tỷ" : "triệu", currency_word(c, lang));
  return fmt::format("{}{}{}{}{}", c.code(), k_join, number, k_join, billions ? "billion" : "million");
}

std::string exact_in_words(const Sum& s, Lang lang) {
  if (lang == Lang::vi) return fmt::format("{}{}{}", exact_digits(s, lang), k_join, currency_word(s.currency, lang));
  return fmt::format("{}{}{}", s.currency.code(), k_join, exact_digits(s, lang));
}

/// The whole value in the largest scale word that needs at most three decimals, else in digits.
std::string unrounded(const Sum& s, Lang lang) {
  for (const bool billions : {true, false}) {
    const std::uint64_t scale = (billions ? k_billion : k_million) * s.unit;
    if (s.minor >= scale && s.minor % (scale / 1000) == 0) {
      return in_words(s.minor / (scale / 1000), billions, s.currency, lang);
    }
  }
  return exact_in_words(s, lang);
}

/// The value that prose names for `s`, in minor units (style guide: rounding of money).
std::uint64_t prose_value(const Sum& s) {
  const std::uint64_t billion = k_billion * s.unit;
  const std::uint64_t million = k_million * s.unit;
  if (!s.is_dong() && s.minor < million) return s.minor;
  if (!s.is_dong() && s.minor < billion) return rounded(s.minor, million / 10);
  if (s.minor < billion) return rounded(s.minor, million);
  if (s.minor >= 100 * billion) return rounded(s.minor, billion);
  const std::uint64_t fine = rounded(s.minor, billion / 10);
  if (fine == s.minor) return fine;
  const std::uint64_t whole = rounded(s.minor, billion);
  const std::uint64_t off = whole > s.minor ? whole - s.minor : s.minor - whole;
  return off <= whole / 200 ? whole : fine;  // 35.84 reads better as "nearly 36" than as "over 35.8"
}

std::string with_word(std::string_view word, const std::string& rest) {
  return word.empty() ? rest : fmt::format("{} {}", word, rest);
}

}  // namespace

std::string format_int(std::int64_t n, Lang lang) {
  return (n < 0 ? "-" : "") + grouped(fmt::format("{}", magnitude(n)), thousands_sign(lang));
}

std::string format_decimal(double n, int places, Lang lang) {
  if (!std::isfinite(n)) return "–";
  std::string digits = fmt::format("{:.{}f}", std::abs(n), places < 0 ? 0 : places);
  const std::size_t dot = digits.find('.');
  const bool is_zero = digits.find_first_of("123456789") == std::string::npos;
  std::string out = n < 0 && !is_zero ? "-" : "";
  out += grouped(digits.substr(0, dot), thousands_sign(lang));
  if (dot != std::string::npos) out += decimal_sign(lang) + digits.substr(dot + 1);
  return out;
}

std::string format_money_exact(const Money& m, Lang lang) {
  const Sum s = sum_of(m);
  const std::string_view sign = m.minor < 0 ? "-" : "";
  if (lang == Lang::en) return fmt::format("{}{}{}{}", sign, s.currency.code(), k_join, exact_digits(s, lang));
  return fmt::format("{}{}{}{}", sign, exact_digits(s, lang), k_join, s.is_dong() ? "đ" : s.currency.code());
}

std::string format_money_short(const Money& m, Lang lang) {
  const Sum s = sum_of(m);
  const std::string sign = m.minor < 0 ? "-" : "";
  const std::uint64_t billion = k_billion * s.unit;
  const std::uint64_t million = k_million * s.unit;
  // What rounds up to 1,000 million is a billion.
  const bool billions = rounded(s.minor, million / 100) >= billion;
  const std::uint64_t scale = billions ? billion : million;
  if (s.minor < million) return sign + exact_in_words(s, lang);
  const std::uint64_t value = rounded(s.minor, scale / 100) / (scale / 1000);
  if (lang == Lang::en && s.is_dong()) {
    return fmt::format("{}{}{}{} VND", sign, thousandths(value, lang), k_join, billions ? "bn" : "mn");
  }
  return sign + in_words(value, billions, s.currency, lang);
}

std::string money_in_prose(const Money& m, Qualifier stored, Lang lang) {
  const Sum s = sum_of(m);
  const std::string sign = m.minor < 0 ? "-" : "";
  if (stored != Qualifier::exact) return with_word(prose_word(stored, lang, true), sign + unrounded(s, lang));
  const std::uint64_t shown = prose_value(s);
  const std::uint64_t off = shown > s.minor ? shown - s.minor : s.minor - shown;
  if (m.minor < 0 || off > shown / 20) return sign + unrounded(s, lang);
  const Qualifier word = off == 0 ? Qualifier::exact : shown > s.minor ? Qualifier::nearly : Qualifier::more_than;
  return with_word(prose_word(word, lang, true), unrounded({shown, s.unit, s.currency}, lang));
}

std::string count_in_prose(std::int64_t n, Qualifier stored, Lang lang, bool pad) {
  const bool padded = pad && lang == Lang::vi && n > 0 && n < 10;
  return with_word(prose_word(stored, lang, false), (padded ? "0" : "") + format_int(n, lang));
}

}  // namespace nc
