// Reads numbers in digits and words.
#include "intake/quantities.h"

#include <algorithm>

#include "base/number.h"
#include "base/number_tokens.h"

namespace nc::intake {
namespace {

using number::Decimal;
constexpr std::int64_t k_limit = 9'000'000'000'000'000;

/// A number without qualifier and unit.
struct Value {
  Decimal decimal;
  std::size_t next = 0;  ///< token behind it
  bool in_words = false, indefinite = false;
};

int power(std::string_view digits) {
  const auto n = parse_int(digits);
  return n ? static_cast<int>(*n) : 0;
}

const Tag* tag_at(const Words& words, std::size_t at, std::size_t end, Cls cls, std::size_t& length) {
  const auto match = words.lexicon->longest(words.tokens, at, end);
  length = match.length;
  return find(match.tags, cls);
}

/// "hai mươi lăm", "một trăm linh năm", "twenty-five": each word adds, multiplies or joins.
struct WordSum {
  std::int64_t total = 0, current = -1;
  std::size_t units = 0;

  bool take(std::string_view value) {
    if (value == "linh") return current < 0 && total > 0;
    if (value.starts_with('x')) {
      const auto factor = parse_int(value.substr(1)).value_or(1);
      if (factor == 10 && (current < 1 || current > 9)) return false;
      if (factor == 100) {
        if (current > 99) return false;
        total += std::max<std::int64_t>(current, 1) * 100;
        current = -1;
      } else {
        current *= factor;
      }
      units = 0;
      return true;
    }
    const auto n = parse_int(value).value_or(0);
    if (current < 0) {
      current = n;
    } else if (current >= 10 && current % 10 == 0 && n < 10 && units == 0) {
      current += n;
      ++units;
    } else {
      return false;
    }
    return true;
  }
  std::int64_t value() const { return total + std::max<std::int64_t>(current, 0); }
};

bool counts_something(const Words& words, std::size_t at, std::size_t end) {
  const auto match = words.lexicon->longest(words.tokens, at, end);
  for (const Cls cls : {Cls::delegation, Cls::person, Cls::project, Cls::agreement, Cls::event, Cls::award,
                        Cls::scholarship, Cls::member_org, Cls::branch, Cls::member, Cls::partner, Cls::works, Cls::item,
                        Cls::tree, Cls::classifier, Cls::scale, Cls::recipient})
    if (find(match.tags, cls) != nullptr) return true;
  return false;
}

/// "năm" is a year more often than a five.
bool is_five_here(const Words& words, std::size_t at, std::size_t end) {
  if (at > 0 && words.is_any(at - 1, {"trong", "cả", "mỗi", "hằng", "hàng", "một", "nhiều", "các", "những", "đầu", "cuối",
                                      "giữa", "suốt", "sang", "của", "so", "với", "từ", "hết", "qua"}))
    return false;
  if (at > 0 && words.is_number(at - 1)) return false;
  return counts_something(words, at + 1, end);
}

/// Names are full of number words: Ba Lan, Hai Bà Trưng, Nguyễn Thị Bảy.
bool is_part_of_name(const Words& words, std::size_t at) {
  if (!words.capital(at)) return false;
  // An English sentence that begins with its number: "Eleven Cambodian delegations".
  const bool english = words.is_any(at, {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"});
  if (english && (at == 0 || words.is_line(at - 1) || words.is_any(at - 1, {".", "\"", "“"}))) return false;
  if (words.capital(at + 1)) return true;
  return at > 0 && words.is_word(at - 1);
}

std::optional<Value> number_in_words(const Words& words, std::size_t at, std::size_t end) {
  std::size_t length = 0;
  if (tag_at(words, at, end, Cls::not_number, length) != nullptr || is_part_of_name(words, at)) return std::nullopt;
  WordSum sum;
  std::size_t i = at;
  std::size_t taken = 0;
  while (i < end) {
    const Tag* tag = tag_at(words, i, end, Cls::number_word, length);
    // "three hundred and fifty"
    if (tag == nullptr && taken > 0 && words.is(i, "and") && words.is_any(i - 1, {"hundred", "thousand"}) && tag_at(words, i + 1, end, Cls::number_word, length) != nullptr) {
      ++i;
      continue;
    }
    if (tag == nullptr && taken > 0 && words.is_dash(i) && words.glued(i) &&
        tag_at(words, i + 1, end, Cls::number_word, length) != nullptr) {
      ++i;
      continue;
    }
    if (tag == nullptr || (taken == 0 && tag->value.starts_with('x') && tag->value != "x100") || (taken == 0 && tag->value == "linh"))
      break;
    if (taken == 0 && words.is_any(at, {"tư", "lăm", "không", "trăm", "mốt"})) break;
    if (!sum.take(tag->value)) break;
    i += length;
    ++taken;
  }
  if (taken == 0) return std::nullopt;
  if (taken == 1 && words.is(at, "năm") && !is_five_here(words, at, end)) return std::nullopt;
  Value out;
  out.decimal = {sum.value(), 0};
  out.next = i;
  out.in_words = true;
  out.indefinite = taken == 1 && words.is_any(at, {"một", "one"});
  return out;
}

std::optional<Value> bare_number(const Words& words, std::size_t at, std::size_t end) {
  if (!words.is_number(at)) return number_in_words(words, at, end);
  std::size_t length = 0;
  const Tag* scale = tag_at(words, at + 1, end, Cls::scale, length);
  number::Scale kind = number::Scale::none;
  if (scale != nullptr) kind = words.key(at + 1)[0] == 'm' || words.key(at + 1)[0] == 'b' ? number::Scale::english : number::Scale::vietnamese;
  number::Trouble trouble = number::Trouble::none;
  const auto decimal = number::read_digits(words.raw(at), kind, trouble);
  if (!decimal || decimal->mantissa > k_limit) return std::nullopt;
  return Value{*decimal, at + 1, false, false};
}

/// With its scale words: "3 tỷ 200 triệu", "1,2 nghìn tỷ", "hai triệu rưỡi".
std::optional<Value> scaled_number(const Words& words, std::size_t at, std::size_t end) {
  auto value = bare_number(words, at, end);
  if (!value) return std::nullopt;
  std::size_t length = 0;
  int last_power = 99;
  while (const Tag* scale = tag_at(words, value->next, end, Cls::scale, length)) {
    const int up = power(scale->value);
    if (up >= last_power) break;
    value->decimal = value->decimal.times_ten_to(up);
    value->next += length;
    value->indefinite = false;
    last_power = up;
    if (words.is(value->next, "rưỡi")) {
      if (const auto sum = number::add(value->decimal, Decimal{5, up - 1})) value->decimal = *sum;
      ++value->next;
    }
    const auto more = words.is_number(value->next) ? bare_number(words, value->next, end) : std::nullopt;
    const Tag* more_scale = more ? tag_at(words, more->next, end, Cls::scale, length) : nullptr;
    if (more_scale == nullptr || power(more_scale->value) >= up) break;
    const auto sum = number::add(value->decimal, more->decimal.times_ten_to(power(more_scale->value)));
    if (!sum) break;
    value->decimal = *sum;
    value->next = more->next + length;
    break;
  }
  return value;
}

/// Names and orders: what stands before or is glued behind tells.
bool is_label(const Words& words, std::size_t at, std::size_t next) {
  if (at > 0 && !words.is_line(at - 1)) {
    // The label word may be two back: "Nghị định số 80".
    for (std::size_t back = std::min<std::size_t>(3, at); back > 0; --back) {
      const auto match = words.lexicon->longest(words.tokens, at - back, at);
      if (match.length != back) continue;
      // "cấp 90 suất học bổng" gives; "cấp 2" names a level.
      const auto counted = words.lexicon->longest(words.tokens, next, std::min(next + 4, words.size()));
      const bool gives = words.is(at - 1, "cấp") && (find(counted.tags, Cls::scholarship) || find(counted.tags, Cls::item) ||
                                                     find(counted.tags, Cls::works) || find(counted.tags, Cls::classifier));
      if (find(match.tags, Cls::label) != nullptr && !gives) return true;
      break;
    }
    if (words.is(at - 1, ":") && words.glued(at) && at > 1 && words.is_number(at - 2)) return true;
    if (words.is_any(at - 1, {"/", "."}) && words.glued(at) && words.glued(at - 1) && at > 1 &&
        (words.is_number(at - 2) || words.is_word(at - 2)) && words.is(at - 1, "."))
      return true;
    if (words.is(at - 1, "/") && words.glued(at) && words.glued(at - 1) && at > 1 && words.is_number(at - 2)) return true;
    if (words.is_dash(at - 1) && words.glued(at) && words.glued(at - 1) && at > 1 && words.is_word(at - 2)) return true;
    const bool currency = find(words.lexicon->longest(words.tokens, at - 1, at).tags, Cls::currency) != nullptr;  // "VND300,000"
    if (words.glued(at) && words.is_word(at - 1) && !currency) return true;
  }
  if (words.is(next, ":") && words.glued(next) && words.is_number(next + 1) && words.glued(next + 1)) return true;
  if (words.is(next, "/") && words.glued(next) && words.glued(next + 1) && (words.is_number(next + 1) || words.tokens[std::min(next + 1, words.size() - 1)].all_caps)) return true;
  if (words.is_dash(next) && words.glued(next) && words.glued(next + 1) && words.is_word(next + 1) && words.tokens[next + 1].all_caps) return true;
  if (words.is(next, ".") && words.glued(next) && words.is(next + 1, "xxx")) return true;
  return words.is(next, "xxx");
}

Qualifier qualifier_from(std::string_view value) {
  Qualifier out = Qualifier::exact;
  return qualifier_from_code(value, out) ? out : Qualifier::about;
}

/// A unit word glued to digits ("24m", "500.000đ") is a unit; other letters make a code ("11A6").
bool glued_code(const Words& words, std::size_t next, std::size_t end) {
  if (!words.is_word(next) || !words.glued(next)) return false;
  const auto match = words.lexicon->longest(words.tokens, next, end);
  for (const Cls cls : {Cls::measure, Cls::currency, Cls::scale, Cls::event, Cls::delegation, Cls::person})
    if (find(match.tags, cls) != nullptr) return false;
  // "300suất quà", "12dự án": a blank was lost; what is counted is a word of the tables in small letters.
  if (words.capital(next) || words.tokens[next].end - words.tokens[next].begin < 3) return true;
  for (const Cls cls : {Cls::scholarship, Cls::project, Cls::item, Cls::tree, Cls::works, Cls::member, Cls::branch, Cls::member_org, Cls::recipient, Cls::classifier, Cls::signature, Cls::agreement})
    if (find(match.tags, cls) != nullptr) return false;
  return true;
}

void take_unit(const Words& words, Quantity& q, std::size_t end, const Tag* currency_before) {
  std::size_t next = q.last, length = 0;
  // "a 420,000-euro project"
  if (words.is_dash(next) && words.glued(next) && words.glued(next + 1) && find(words.lexicon->longest(words.tokens, next + 1, end).tags, Cls::currency) != nullptr) ++next;
  const auto match = words.lexicon->longest(words.tokens, next, end);
  length = match.length;
  const Tag* currency = find(match.tags, Cls::currency);
  if (words.is(next, "%") || find(match.tags, Cls::measure) != nullptr) {
    const bool percent = words.is(next, "%") || has(match.tags, Cls::measure, "percent");
    const bool years = has(match.tags, Cls::measure, "year");
    q.type = percent ? Quantity::Type::percent : years ? Quantity::Type::years : Quantity::Type::measure;
    q.last = static_cast<std::uint32_t>(next + std::max<std::size_t>(length, 1));
    return;
  }
  if (currency != nullptr) q.last = static_cast<std::uint32_t>(next + length);
  if (currency != nullptr && q.in_words && words.capital(next) && words.is_word(next + 1) && words.capital(next + 1)) {
    currency = nullptr;  // "Ngã ba Đồng Lộc"
    q.last = static_cast<std::uint32_t>(next);
  }
  if (currency == nullptr) currency = currency_before;
  if (currency == nullptr) return;
  q.type = Quantity::Type::money;
  q.currency = Currency::from_code(currency->value).value_or(Currency{});
  next = q.last;
  if (words.is(next, "/") && words.is_word(next + 1)) {
    const auto per = words.lexicon->longest(words.tokens, next + 1, end);
    // "75.000 đô la Mỹ/năm" stays an amount, "9.860 won/giờ" is a price, "2 triệu đồng/suất" is for each.
    const bool yearly = words.is_any(next + 1, {"năm", "tháng", "year", "month"});
    if (yearly) {
      q.last = static_cast<std::uint32_t>(next + 2);
      return;
    }
    q.type = find(per.tags, Cls::measure) != nullptr || find(per.tags, Cls::price) != nullptr ? Quantity::Type::price : q.type;
    q.each = q.type == Quantity::Type::money;
    q.last = static_cast<std::uint32_t>(next + 1 + std::max<std::size_t>(per.length, 1));
  } else if (words.is_any(next, {"mỗi", "một"}) && find(words.lexicon->longest(words.tokens, next + 1, end).tags, Cls::price) != nullptr) {
    q.type = Quantity::Type::price;
  } else if (words.is(next, "per") && find(words.lexicon->longest(words.tokens, next, end).tags, Cls::each) != nullptr && words.is_word(next + 1) &&
             !words.is_any(next + 1, {"year", "month", "annum", "day", "cent", "capita"}) && words.lexicon->longest(words.tokens, next, end).length > 1) {
    q.each = true;  // "VND 2 million per scholarship"
    q.last = static_cast<std::uint32_t>(next + 2);
  } else if (words.is_any(next, {"each", "apiece"})) {
    q.each = true;
    ++q.last;
  }
}

/// "nửa thế kỷ", "half a century", "a quarter of a century", "four decades".
std::optional<Quantity> centuries(const Words& words, std::size_t at) {
  const auto years = [&](std::int64_t n, std::size_t length) {
    Quantity q;
    q.first = q.digits = static_cast<std::uint32_t>(at);
    q.last = static_cast<std::uint32_t>(at + length);
    q.type = Quantity::Type::years;
    q.value = n;
    q.in_words = true;
    return q;
  };
  if (words.is(at, "nửa") && words.is(at + 1, "thế") && words.is(at + 2, "kỷ")) return years(50, 3);
  if (words.is(at, "half") && words.is(at + 1, "a") && words.is(at + 2, "century")) return years(50, 3);
  if (words.is(at, "half") && words.is(at + 1, "century")) return years(50, 2);
  if (words.is(at, "quarter") && words.is(at + 1, "of") && words.is(at + 2, "a") && words.is(at + 3, "century")) return years(25, 4);
  const std::string_view tens[] = {"two", "three", "four", "five", "six", "seven"};
  for (std::size_t i = 0; i < std::size(tens); ++i)
    if (words.is(at, tens[i]) && words.is(at + 1, "decades")) return years(static_cast<std::int64_t>(i + 2) * 10, 2);
  return std::nullopt;
}

/// "hơn", "gần 20", "khoảng trên 300": up to two words, the more telling wins. Returns where the number begins.
std::size_t take_approx(const Words& words, Quantity& q, std::size_t at, std::size_t end) {
  std::size_t length = 0;
  for (int k = 0; k < 2; ++k) {
    const Tag* approx = tag_at(words, at, end, Cls::approx, length);
    if (approx == nullptr) break;
    if (approx->value != "exact" && (k == 0 || q.qualifier == Qualifier::about || q.qualifier == Qualifier::estimate)) q.qualifier = qualifier_from(approx->value);
    at += length;
  }
  return at;
}

/// "$1.2m", "US$500k"
void take_short_scale(const Words& words, Value& value) {
  if (!words.glued(value.next) || !words.is_any(value.next, {"m", "k", "b"})) return;
  value.decimal = value.decimal.times_ten_to(words.is(value.next, "m") ? 6 : words.is(value.next, "k") ? 3 : 9);
  ++value.next;
}

/// The second number of "5 - 7 tỷ", "từ 20 đến 30"; with "lên" it replaces the first.
std::optional<Value> upper_of(const Words& words, Quantity& q, Value& value, std::size_t end) {
  const bool dash = words.is_dash(value.next);
  if (!dash && !words.is_any(value.next, {"đến", "tới", "to", "lên"})) return std::nullopt;
  // Words for the second number only behind words for the first; "-" glued to a word is no range.
  std::optional<Value> upper = words.is_number(value.next + 1) || value.in_words ? scaled_number(words, value.next + 1, end) : std::nullopt;
  if (!upper) return std::nullopt;
  if (words.is(value.next, "lên")) {
    value = *upper;  // "tăng từ 6 lên 10 hội": what counts is the ten
    q.digits = static_cast<std::uint32_t>(upper->next - 1);
    q.grown = true;
    return std::nullopt;
  }
  // "5 - 7 tỷ": the scale stands behind the second number only.
  if (!number::less(value.decimal, upper->decimal) && (dash || upper->decimal.exponent <= value.decimal.exponent)) return std::nullopt;
  if (upper->decimal.exponent >= 3 && value.decimal.exponent <= 0 && value.decimal.mantissa < 1000) value.decimal = value.decimal.times_ten_to(upper->decimal.exponent);
  return upper;
}

}  // namespace

std::optional<Quantity> read_quantity(const Words& words, std::size_t at, std::size_t end) {
  if (const auto stretch = centuries(words, at); stretch && stretch->last <= end) return stretch;
  Quantity q;
  q.first = static_cast<std::uint32_t>(at);
  std::size_t length = 0, i = take_approx(words, q, at, end);
  const Tag* currency_before = tag_at(words, i, end, Cls::currency, length);
  if (currency_before != nullptr) {
    i += length;
    if (words.is(i, "$")) ++i;
    if (!words.is_number(i)) return std::nullopt;
  }
  auto value = scaled_number(words, i, end);
  if (!value) return std::nullopt;
  if (currency_before != nullptr) take_short_scale(words, *value);
  q.digits = static_cast<std::uint32_t>(i);
  q.in_words = value->in_words;
  q.indefinite = value->indefinite;
  const auto upper = upper_of(words, q, *value, end);
  q.last = static_cast<std::uint32_t>(upper ? upper->next : value->next);
  q.value = value->decimal.as_integer(k_limit, q.whole).value_or(0);
  if (is_label(words, q.digits, value->next) || glued_code(words, q.last, end)) {
    q.type = Quantity::Type::label;
    return q;
  }
  take_unit(words, q, end, currency_before);
  if (const Tag* after = tag_at(words, q.last, end, Cls::approx_after, length)) {
    q.qualifier = qualifier_from(after->value);
    q.last += static_cast<std::uint32_t>(length);
  }
  const int minor = q.type == Quantity::Type::money ? q.currency.minor_digits() : 0;
  const auto number = value->decimal.times_ten_to(minor).as_integer(k_limit, q.whole);
  q.value = number.value_or(0);
  q.whole = number.has_value();
  bool upper_whole = true;
  if (upper) q.max = upper->decimal.times_ten_to(minor).as_integer(k_limit, upper_whole);
  return q;
}

}  // namespace nc::intake
