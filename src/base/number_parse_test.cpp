// Numbers and amounts as offices write them are read, and what has no single meaning is refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string>

#include "base/number.h"

namespace nc {
namespace {

using enum Qualifier;

struct AmountCase {
  const char* text;
  std::int64_t minor;
  const char* currency;
  Qualifier qualifier;
};

void expect_amounts(std::initializer_list<AmountCase> cases) {
  for (const auto& c : cases) {
    const auto amount = parse_amount(c.text);
    ASSERT_TRUE(amount) << c.text << ": " << amount.error().message.vi;
    EXPECT_EQ(amount->money.minor, c.minor) << c.text;
    EXPECT_EQ(amount->money.currency.code(), c.currency) << c.text;
    EXPECT_EQ(amount->qualifier, c.qualifier) << c.text;
  }
}

std::string refusal(std::string_view typed) {
  const auto amount = parse_amount(typed);
  return amount ? "accepted as " + std::to_string(amount->money.minor) : amount.error().message.vi;
}

bool says(const std::string& message, std::string_view part) { return message.find(part) != std::string::npos; }

TEST(Amount, is_read_as_articles_and_reports_write_it) {
  expect_amounts({
      {"hơn 3,2 tỉ đồng", 3'200'000'000, "VND", more_than},
      {"trên 1,7 tỉ đồng", 1'700'000'000, "VND", more_than},
      {"gần 30 triệu đồng", 30'000'000, "VND", nearly},
      {"9,5 triệu USD", 950'000'000, "USD", exact},
      {"gần 36 tỷ đồng", 36'000'000'000, "VND", nearly},
      {"gần 36 tỷ đồng..", 36'000'000'000, "VND", nearly},
      {"hai tỷ rưỡi đồng", 2'500'000'000, "VND", exact},
      {"1.234.567 đồng", 1'234'567, "VND", exact},
      {"1 234 567 đồng", 1'234'567, "VND", exact},
      {"1\u00A0234\u00A0567 đồng", 1'234'567, "VND", exact},
      {"12,75 tỷ đồng", 12'750'000'000, "VND", exact},
      {"1,2 nghìn tỷ đồng", 1'200'000'000'000, "VND", exact},
      {"500.000 USD", 50'000'000, "USD", exact},
      {"108.3 triệu USD", 10'830'000'000, "USD", exact},
      {"ước đạt 4,5 tỷ đồng", 4'500'000'000, "VND", estimate},
      {"lên đến 1,5 tỷ đồng", 1'500'000'000, "VND", at_most},
      {"35.842.600.000", 35'842'600'000, "VND", exact},
      {"250.000 EUR", 25'000'000, "EUR", exact},
  });
}

TEST(Amount, is_read_as_people_type_it_in_a_hurry) {
  expect_amounts({
      {"3,2 tỷ", 3'200'000'000, "VND", exact},
      {"3.2 ty dong", 3'200'000'000, "VND", exact},
      {"1.7tr", 1'700'000, "VND", exact},
      {"5 trđ", 5'000'000, "VND", exact},
      {"500k", 500'000, "VND", exact},
      {"1.500k", 1'500'000, "VND", exact},
      {"hai ty ruoi", 2'500'000'000, "VND", exact},
  });
}

TEST(Amount, foreign_money_may_be_named_in_several_ways) {
  expect_amounts({
      {"$5,000", 500'000, "USD", exact},
      {"US$ 5 million", 500'000'000, "USD", exact},
      {"5.000 đô la Mỹ", 500'000, "USD", exact},
      {"2 triệu yên", 2'000'000, "JPY", exact},
      {"1.234,56 EUR", 123'456, "EUR", exact},
      {"EUR 1,234.56", 123'456, "EUR", exact},
      {"€250.000", 25'000'000, "EUR", exact},
      {"30.000 đô la Úc", 3'000'000, "AUD", exact},
      {"100 triệu ₫", 100'000'000, "VND", exact},
      {"9,5 triệu đô la USD", 950'000'000, "USD", exact},
  });
  EXPECT_EQ(parse_amount("1.000", *Currency::from_code("JPY"))->money.currency.code(), "JPY");
  EXPECT_EQ(parse_amount("1.000 đồng", *Currency::from_code("JPY"))->money.currency.code(), "VND");
}

TEST(Amount, words_build_up_large_sums) {
  expect_amounts({
      {"một nghìn hai trăm tỷ đồng", 1'200'000'000'000, "VND", exact},
      {"hai tỷ ba trăm triệu năm mươi nghìn đồng", 2'300'050'000, "VND", exact},
      {"1 tỷ 200 triệu", 1'200'000'000, "VND", exact},
      {"ba phẩy hai tỷ đồng", 3'200'000'000, "VND", exact},
      {"nửa triệu đồng", 500'000, "VND", exact},
      {"hơn nửa tỷ", 500'000'000, "VND", more_than},
      {"triệu rưỡi", 1'500'000, "VND", exact},
      {"60 vạn đồng", 600'000, "VND", exact},
      {"tám triệu", 8'000'000, "VND", exact},
      {"tầm 8 triệu", 8'000'000, "VND", about},
  });
}

TEST(Amount, dots_and_commas_mean_what_their_place_says) {
  expect_amounts({
      {"1.234 tỷ", 1'234'000'000'000, "VND", exact},       // three digits: thousands
      {"1.23 tỷ", 1'230'000'000, "VND", exact},            // two digits: decimals
      {"3,200 tỷ", 3'200'000'000, "VND", exact},           // Vietnamese decimal comma
      {"VND 3.245 billion", 3'245'000'000, "VND", exact},  // English decimal point
      {"1,234 million VND", 1'234'000'000, "VND", exact},
      {"0.125 tỷ", 125'000'000, "VND", exact},
      {"1,000 đồng", 1'000, "VND", exact},
  });
  EXPECT_TRUE(says(refusal("1.23.456"), "ngắt nhóm chữ số"));
  EXPECT_TRUE(says(refusal("1.234,567,890"), "ngắt nhóm chữ số"));
  EXPECT_TRUE(says(refusal("1234.567.890"), "ngắt nhóm chữ số"));
  EXPECT_TRUE(says(refusal("1 234.567.890"), "ngắt nhóm chữ số"));
}

TEST(Amount, two_qualifiers_keep_the_stronger_one) {
  expect_amounts({
      {"khoảng hơn 300 triệu", 300'000'000, "VND", more_than},
      {"đạt gần 36 tỷ đồng", 36'000'000'000, "VND", nearly},
      {"từ 500 triệu trở lên", 500'000'000, "VND", at_least},
      {"ước khoảng 40 tỷ", 40'000'000'000, "VND", estimate},
      {"nearly VND 36 billion", 36'000'000'000, "VND", nearly},
  });
  EXPECT_TRUE(says(refusal("gần hơn 300 triệu"), "không đọc được"));
}

TEST(Amount, each_refusal_has_its_own_message) {
  EXPECT_TRUE(says(refusal(""), "Chưa ghi số tiền"));
  EXPECT_TRUE(says(refusal("-5 triệu"), "số âm"));
  EXPECT_TRUE(says(refusal("âm 5 triệu"), "số âm"));
  EXPECT_TRUE(says(refusal("USD -5"), "số âm"));
  for (const char* range :
       {"từ 20 đến 30 triệu", "20-30 triệu", "20 – 30 triệu đồng", "20 triệu đến 30 triệu", "hai đến ba tỷ"}) {
    EXPECT_TRUE(says(refusal(range), "khoảng hai đầu")) << range << ": " << refusal(range);
  }
  for (const char* vague :
       {"vài chục", "vài triệu đồng", "hàng tỷ đồng", "nhiều", "một số", "dăm triệu", "mấy chục triệu"}) {
    EXPECT_TRUE(says(refusal(vague), "chưa nói rõ")) << vague << ": " << refusal(vague);
  }
  EXPECT_TRUE(says(refusal("10.000 USD và 5.000 EUR"), "hai loại tiền"));
  EXPECT_TRUE(says(refusal("USD 5.000 EUR"), "hai loại tiền"));
  EXPECT_TRUE(says(refusal("10 triệu tỷ đồng"), "không đọc được") || says(refusal("10 triệu tỷ đồng"), "quá lớn"));
  EXPECT_TRUE(says(refusal("9000001 tỷ đồng"), "quá lớn"));
  EXPECT_TRUE(says(refusal("99999999999999999999999"), "quá lớn"));
  EXPECT_TRUE(says(refusal("3,2"), "lẻ hơn đơn vị tiền nhỏ nhất"));
  EXPECT_TRUE(says(refusal("2 tỷ 5"), "hiểu được hai cách"));
  EXPECT_TRUE(says(refusal("hai triệu năm trăm"), "hiểu được hai cách"));
  EXPECT_TRUE(says(refusal("5 tỷ người"), "“người” không đọc được"));
  EXPECT_TRUE(says(refusal("tỷ lệ 5"), "không đọc được"));
  EXPECT_TRUE(says(refusal(std::string(300, '1')), "quá nhiều chữ"));
  EXPECT_TRUE(says(refusal("5 tri\xEAu"), "chữ hỏng"));
}

TEST(Amount, the_largest_amount_is_nine_million_billion_minor_units) {
  EXPECT_EQ(parse_amount("9.000.000.000.000.000")->money.minor, 9'000'000'000'000'000);
  EXPECT_FALSE(parse_amount("9.000.000.000.000.001"));
  EXPECT_EQ(parse_amount("90.000.000.000.000 USD")->money.minor, 9'000'000'000'000'000);
  EXPECT_FALSE(parse_amount("90.000.000.000.000,01 USD"));
}

TEST(Amount, what_is_printed_can_be_typed_again) {
  std::uint64_t seed = 20251208;
  for (int i = 0; i < 5000; ++i) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    const int digits = static_cast<int>((seed >> 60U) & 15U);
    std::int64_t limit = 10;
    for (int d = 0; d < digits; ++d) limit *= 10;
    const auto minor = static_cast<std::int64_t>(
        (seed >> 8U) % static_cast<std::uint64_t>(std::min(limit, std::int64_t{9'000'000'000'000'000})));
    const Currency currency = *Currency::from_code(i % 3 == 0 ? "VND" : i % 3 == 1 ? "USD" : "JPY");
    const Money money{minor, currency};
    for (const Lang lang : {Lang::vi, Lang::en}) {
      const std::string printed = format_money_exact(money, lang);
      const auto back = parse_amount(printed, *Currency::from_code("THB"));
      ASSERT_TRUE(back) << printed << ": " << back.error().message.vi;
      ASSERT_EQ(back->money, money) << printed;
      const std::string stored = money_in_prose(money, more_than, lang);
      const auto qualified = parse_amount(stored);
      ASSERT_TRUE(qualified) << stored << ": " << qualified.error().message.vi;
      ASSERT_EQ(qualified->money, money) << stored;
      ASSERT_EQ(qualified->qualifier, more_than) << stored;
      ASSERT_TRUE(parse_amount(format_money_short(money, lang))) << format_money_short(money, lang);
    }
  }
}

TEST(Amount, rounded_prose_is_true_of_the_exact_value) {
  std::uint64_t seed = 57;
  for (int i = 0; i < 20000; ++i) {
    seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
    const auto minor = static_cast<std::int64_t>((seed >> 20U) % (i % 2 == 0 ? 900'000'000'000ULL : 2'000'000'000ULL));
    const Currency currency = *Currency::from_code(i % 3 == 0 ? "USD" : "VND");
    const std::string prose = money_in_prose({minor, currency}, exact, Lang::vi);
    const auto read = parse_amount(prose);
    ASSERT_TRUE(read) << prose;
    ASSERT_TRUE(satisfies(static_cast<double>(minor), static_cast<double>(read->money.minor), read->qualifier))
        << minor << " is not " << prose;
    ASSERT_LE(std::abs(static_cast<double>(minor - read->money.minor)), 0.05 * static_cast<double>(read->money.minor))
        << prose;
  }
}

struct QuantityCase {
  const char* text;
  std::int64_t value;
  Qualifier qualifier;
};

TEST(Quantity, is_read_in_digits_and_in_words) {
  const QuantityCase cases[] = {
      {"57", 57, exact},
      {"1.000", 1000, exact},
      {"1 000", 1000, exact},
      {"1,000", 1000, exact},
      {"06", 6, exact},
      {"hơn 291", 291, more_than},
      {"gần 200", 200, nearly},
      {"khoảng hơn 300", 300, more_than},
      {"hơn 2700", 2700, more_than},
      {"không dưới 100", 100, at_least},
      {"tối đa 50", 50, at_most},
      {"500 trở lên", 500, at_least},
      {"từ 500 trở lên", 500, at_least},
      {"ít nhất 04", 4, at_least},
      {"không", 0, exact},
      {"hai", 2, exact},
      {"mười", 10, exact},
      {"mười lăm", 15, exact},
      {"hai mươi", 20, exact},
      {"hai mươi mốt", 21, exact},
      {"hai mươi tư", 24, exact},
      {"hai mươi lăm", 25, exact},
      {"hai mươi nhăm", 25, exact},
      {"ba mươi mốt", 31, exact},
      {"bẩy mươi", 70, exact},
      {"hai chục", 20, exact},
      {"một tá", 12, exact},
      {"một trăm", 100, exact},
      {"hai trăm linh năm", 205, exact},
      {"ba trăm linh năm", 305, exact},
      {"ba trăm lẻ năm", 305, exact},
      {"một trăm không năm", 105, exact},
      {"một trăm mười lăm", 115, exact},
      {"một trăm hai mươi ba", 123, exact},
      {"một trăm rưởi", 150, exact},
      {"trăm rưởi", 150, exact},
      {"năm nghìn", 5000, exact},
      {"ba ngàn", 3000, exact},
      {"một nghìn rưởi", 1500, exact},
      {"nghìn rưởi", 1500, exact},
      {"một nghìn linh năm", 1005, exact},
      {"ba nghìn không trăm linh hai", 3002, exact},
      {"hai nghìn hai mươi lăm", 2025, exact},
      {"sáu vạn", 60000, exact},
      {"hai mươi hai nghìn năm trăm", 22500, exact},
      {"ba trăm nghìn", 300000, exact},
      {"1,2 triệu", 1200000, exact},
      {"hai muoi mot", 21, exact},
      {"ba tram linh nam", 305, exact},
      {"HAI MƯƠI MỐT", 21, exact},
  };
  for (const auto& c : cases) {
    const auto quantity = parse_quantity(c.text);
    ASSERT_TRUE(quantity) << c.text << ": " << quantity.error().message.vi;
    EXPECT_EQ(quantity->value, c.value) << c.text;
    EXPECT_EQ(quantity->qualifier, c.qualifier) << c.text;
  }
}

TEST(Quantity, what_has_two_readings_or_none_is_refused) {
  for (const char* text : {"một trăm năm", "một nghìn hai", "1.5",         "57 đồng",
                           "-3",           "vài chục",      "20 đến 30",   "57;291",
                           "57 đoàn",      "năm mươi trăm", "nghìn nghìn", "mười mười",
                           "linh năm",     "rưỡi",          "hơn",         "%",
                           "5%",           "3 5",           "hai ba",      "một nghìn năm triệu tỷ nghìn"}) {
    const auto quantity = parse_quantity(text);
    EXPECT_FALSE(quantity) << text << " was read as " << quantity->value;
    if (!quantity) {
      EXPECT_FALSE(quantity.error().message.en.empty());
    }
  }
  EXPECT_TRUE(says(parse_quantity("57 đồng").error().message.vi, "là số tiền"));
  EXPECT_TRUE(says(parse_quantity("1.5").error().message.vi, "không phải số nguyên"));
}

TEST(Quantity, what_is_printed_can_be_typed_again) {
  for (std::int64_t n = 0; n < 9'000'000'000'000'000; n = n * 3 + 1) {
    for (const Lang lang : {Lang::vi, Lang::en}) {
      for (const Qualifier q : {exact, about, nearly, more_than, at_least, at_most, estimate}) {
        const std::string printed = count_in_prose(n, q, lang, true);
        const auto back = parse_quantity(printed);
        ASSERT_TRUE(back) << printed << ": " << back.error().message.vi;
        ASSERT_EQ(back->value, n) << printed;
        ASSERT_EQ(back->qualifier, q) << printed;
      }
    }
  }
}

TEST(ParseInt, takes_plain_digits_only) {
  EXPECT_EQ(parse_int("0"), 0);
  EXPECT_EQ(parse_int("-17"), -17);
  EXPECT_EQ(parse_int("9223372036854775807"), 9223372036854775807);
  for (const char* text : {"", "-", "+1", " 1", "1 ", "1.0", "9223372036854775808", "0x10", "1e3"})
    EXPECT_FALSE(parse_int(text)) << text;
}

}  // namespace
}  // namespace nc
