// Numbers and amounts as people write them, in and out.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "base/qualifier.h"
#include "base/result.h"

namespace nc {

/// A quantity as typed: "1.000", "1 000", "57", "hơn 291", "gần 200", "hai mươi mốt", "ba trăm linh năm".
struct Quantity {
  std::int64_t value = 0;
  Qualifier qualifier = Qualifier::exact;
};
Result<Quantity> parse_quantity(std::string_view text);

/// An amount as typed: "3,2 tỷ", "3,2 tỉ đồng", "1.7tr", "9,5 triệu USD", "250.000 EUR", "gần 36 tỷ đồng",
/// "35.842.600.000", "hai tỷ rưỡi đồng", "108.3 triệu USD". `fallback` is used when no currency is written.
/// No blank is needed ("3,2tỷ"), accents may be missing ("3,2 ty dong"), English words are read ("VND 36 billion").
/// Refuses negatives, amounts above 9e15 minor units, two different currencies, ranges and vague words,
/// each with its own message. Before exactly three digits a dot groups thousands ("1.234 tỷ" is 1,234 billion) and a
/// comma does so unless a Vietnamese scale word follows ("3,200 tỷ" is 3.2 billion).
struct Amount {
  Money money;
  Qualifier qualifier = Qualifier::exact;
};
Result<Amount> parse_amount(std::string_view text, Currency fallback = {});

std::string format_int(std::int64_t n, Lang lang);                   ///< 1.000 | 1,000
std::string format_decimal(double n, int places, Lang lang);         ///< 35,84 | 35.84
/// 35.842.600.000 đ | VND 35,842,600,000 ; 250.000 EUR | EUR 250,000. Cents only when there are any.
std::string format_money_exact(const Money& m, Lang lang);
/// Short form for screens, at most two decimals: 35,84 tỷ đồng | 35.84 bn VND ; 9,5 triệu USD | USD 9.5 million.
/// Under a million it is exact: 950.000 đồng | VND 950,000.
std::string format_money_short(const Money& m, Lang lang);

/// Money as prose prints it, with its word: rounded as the style guide says (dong under 1 bn to the million, from 1 bn
/// to 0.1 bn, from 100 bn to the bn, and to a whole bn that is within 0.5%; other currencies from 1 million to 0.1
/// million) and worded gần / trên when the exact value allows ("gần r" if x < r within 5%; "trên r" if x > r within
/// 5%; otherwise exactly). A stored qualifier other than exact is printed as stored and neither the word nor the
/// number is recomputed. "gần 36 tỷ đồng" | "nearly VND 36 billion". A no-break space joins number and unit.
std::string money_in_prose(const Money& m, Qualifier stored, Lang lang);
/// "57", "hơn 291", "ít nhất 04": counts are printed exactly. `pad` puts a 0 before 1 to 9 (administrative prose, in
/// Vietnamese only).
std::string count_in_prose(std::int64_t n, Qualifier stored, Lang lang, bool pad);

/// A decimal as typed ("24.515,5", "24515.5", "1 000,25") to its plain form with a point; nullopt when it is none or has
/// more than 18 digits on one side. A dot before exactly three digits groups, unless the number begins with 0.
std::optional<std::string> parse_decimal(std::string_view text);
/// Digits, perhaps a '-' before and a point inside: the form that is stored.
bool is_plain_decimal(std::string_view text);

/// Plain integer: optional '-', digits, nothing else; refuses overflow.
std::optional<std::int64_t> parse_int(std::string_view text);

}  // namespace nc
