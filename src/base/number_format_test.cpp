// Numbers and amounts look as the office prints them, with words that stay true.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "base/number.h"

namespace nc {
namespace {

using enum Qualifier;

const Currency k_usd = *Currency::from_code("USD");
const Currency k_eur = *Currency::from_code("EUR");

Money dong(std::int64_t n) { return {n, Currency()}; }
Money usd(std::int64_t whole) { return {whole * 100, k_usd}; }

/// With ordinary blanks, so that expectations can be read.
std::string plain(std::string text) {
  for (std::size_t at = 0; (at = text.find("\u00A0", at)) != std::string::npos;) text.replace(at, 2, " ");
  return text;
}

TEST(Format, integers_are_grouped_in_threes) {
  EXPECT_EQ(format_int(0, Lang::vi), "0");
  EXPECT_EQ(format_int(999, Lang::vi), "999");
  EXPECT_EQ(format_int(1000, Lang::vi), "1.000");
  EXPECT_EQ(format_int(1000, Lang::en), "1,000");
  EXPECT_EQ(format_int(35'842'600'000, Lang::vi), "35.842.600.000");
  EXPECT_EQ(format_int(-1234, Lang::vi), "-1.234");
  EXPECT_EQ(format_int(std::numeric_limits<std::int64_t>::min(), Lang::en), "-9,223,372,036,854,775,808");
}

TEST(Format, decimals_take_a_comma_in_vietnamese) {
  EXPECT_EQ(format_decimal(35.8426, 2, Lang::vi), "35,84");
  EXPECT_EQ(format_decimal(35.8426, 2, Lang::en), "35.84");
  EXPECT_EQ(format_decimal(6.9, 2, Lang::vi), "6,90");
  EXPECT_EQ(format_decimal(1234.5, 1, Lang::vi), "1.234,5");
  EXPECT_EQ(format_decimal(70, 0, Lang::vi), "70");
  EXPECT_EQ(format_decimal(-0.001, 1, Lang::vi), "0,0");
  EXPECT_EQ(format_decimal(-2.25, 2, Lang::en), "-2.25");
  EXPECT_EQ(format_decimal(std::nan(""), 1, Lang::vi), "–");
}

TEST(Format, exact_money) {
  EXPECT_EQ(plain(format_money_exact(dong(35'842'600'000), Lang::vi)), "35.842.600.000 đ");
  EXPECT_EQ(plain(format_money_exact(dong(35'842'600'000), Lang::en)), "VND 35,842,600,000");
  EXPECT_EQ(plain(format_money_exact({25'000'000, k_eur}, Lang::vi)), "250.000 EUR");
  EXPECT_EQ(plain(format_money_exact({25'000'050, k_eur}, Lang::vi)), "250.000,50 EUR");
  EXPECT_EQ(plain(format_money_exact({25'000'005, k_eur}, Lang::en)), "EUR 250,000.05");
  EXPECT_EQ(plain(format_money_exact(dong(-1500), Lang::en)), "-VND 1,500");
}

TEST(Format, short_money_for_screens) {
  EXPECT_EQ(plain(format_money_short(dong(35'842'600'000), Lang::vi)), "35,84 tỷ đồng");
  EXPECT_EQ(plain(format_money_short(dong(35'842'600'000), Lang::en)), "35.84 bn VND");
  EXPECT_EQ(plain(format_money_short(usd(9'500'000), Lang::vi)), "9,5 triệu USD");
  EXPECT_EQ(plain(format_money_short(usd(9'500'000), Lang::en)), "USD 9.5 million");
  EXPECT_EQ(plain(format_money_short(dong(1'200'000'000'000), Lang::vi)), "1.200 tỷ đồng");
  EXPECT_EQ(plain(format_money_short(dong(349'600'000), Lang::en)), "349.6 mn VND");
  EXPECT_EQ(plain(format_money_short(dong(950'000), Lang::vi)), "950.000 đồng");
  EXPECT_EQ(plain(format_money_short(dong(0), Lang::vi)), "0 đồng");
  EXPECT_EQ(plain(format_money_short(dong(-3'200'000'000), Lang::vi)), "-3,2 tỷ đồng");
}

TEST(Format, short_money_never_says_a_thousand_million) {
  EXPECT_EQ(plain(format_money_short(dong(999'994'999), Lang::vi)), "999,99 triệu đồng");
  EXPECT_EQ(plain(format_money_short(dong(999'999'999), Lang::vi)), "1 tỷ đồng");
}

TEST(Format, a_number_and_its_unit_stay_on_one_line) {
  EXPECT_EQ(format_money_short(dong(36'000'000'000), Lang::vi), "36\u00A0tỷ đồng");
  EXPECT_EQ(format_money_exact(dong(1500), Lang::vi), "1.500\u00A0đ");
  EXPECT_EQ(money_in_prose(dong(36'000'000'000), exact, Lang::en),
            "VND\u00A0"
            "36\u00A0"
            "billion");
}

TEST(Prose, exact_money_is_rounded_with_the_word_that_is_true) {
  const auto prose = [](std::int64_t n) { return plain(money_in_prose(dong(n), exact, Lang::vi)); };
  EXPECT_EQ(prose(36'000'000'000), "36 tỷ đồng");
  EXPECT_EQ(prose(35'842'600'000), "gần 36 tỷ đồng");
  EXPECT_EQ(prose(3'240'000'000), "trên 3,2 tỷ đồng");
  EXPECT_EQ(prose(3'200'000'000), "3,2 tỷ đồng");
  EXPECT_EQ(prose(12'750'000'000), "gần 12,8 tỷ đồng");
  EXPECT_EQ(prose(36'120'000'000), "trên 36 tỷ đồng");
  EXPECT_EQ(prose(35'900'000'000), "35,9 tỷ đồng");
  EXPECT_EQ(prose(123'456'789'012), "trên 123 tỷ đồng");
  EXPECT_EQ(prose(349'600'000), "gần 350 triệu đồng");
  EXPECT_EQ(prose(30'000'000), "30 triệu đồng");
}

TEST(Prose, money_that_no_round_number_fits_is_printed_exactly) {
  EXPECT_EQ(plain(money_in_prose(dong(1'500'000), exact, Lang::vi)), "1,5 triệu đồng");
  EXPECT_EQ(plain(money_in_prose(dong(1'234'567), exact, Lang::vi)), "1.234.567 đồng");
  EXPECT_EQ(plain(money_in_prose(dong(400'000), exact, Lang::vi)), "400.000 đồng");
  EXPECT_EQ(plain(money_in_prose(dong(0), exact, Lang::vi)), "0 đồng");
}

TEST(Prose, foreign_money_keeps_a_tenth_of_a_million) {
  EXPECT_EQ(plain(money_in_prose(usd(9'500'000), exact, Lang::vi)), "9,5 triệu USD");
  EXPECT_EQ(plain(money_in_prose(usd(108'280'000), exact, Lang::vi)), "gần 108,3 triệu USD");
  EXPECT_EQ(plain(money_in_prose(usd(183'250), exact, Lang::vi)), "183.250 USD");
}

TEST(Prose, a_stored_word_is_printed_as_stored) {
  EXPECT_EQ(plain(money_in_prose(dong(3'200'000'000), more_than, Lang::vi)), "trên 3,2 tỷ đồng");
  EXPECT_EQ(plain(money_in_prose(dong(3'245'000'000), more_than, Lang::vi)), "trên 3,245 tỷ đồng");
  EXPECT_EQ(plain(money_in_prose(dong(36'000'000'000), nearly, Lang::vi)), "gần 36 tỷ đồng");
  EXPECT_EQ(plain(money_in_prose(dong(35'842'600'000), about, Lang::vi)), "khoảng 35.842,6 triệu đồng");
  EXPECT_EQ(plain(money_in_prose(dong(40'000'000'000), estimate, Lang::vi)), "ước 40 tỷ đồng");
}

TEST(Prose, english_says_the_same) {
  EXPECT_EQ(plain(money_in_prose(dong(35'842'600'000), exact, Lang::en)), "nearly VND 36 billion");
  EXPECT_EQ(plain(money_in_prose(dong(3'240'000'000), exact, Lang::en)), "over VND 3.2 billion");
  EXPECT_EQ(plain(money_in_prose(dong(1'234'567), exact, Lang::en)), "VND 1,234,567");
}

TEST(Prose, counts_are_never_rounded) {
  EXPECT_EQ(count_in_prose(57, exact, Lang::vi, true), "57");
  EXPECT_EQ(count_in_prose(291, more_than, Lang::vi, true), "hơn 291");
  EXPECT_EQ(count_in_prose(4, at_least, Lang::vi, true), "ít nhất 04");
  EXPECT_EQ(count_in_prose(4, at_least, Lang::vi, false), "ít nhất 4");
  EXPECT_EQ(count_in_prose(4, at_least, Lang::en, true), "at least 4");
  EXPECT_EQ(count_in_prose(0, exact, Lang::vi, true), "0");
  EXPECT_EQ(count_in_prose(1291, exact, Lang::vi, true), "1.291");
}

}  // namespace
}  // namespace nc
