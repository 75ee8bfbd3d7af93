// Numbers as articles write them.
#include "intake/quantities.h"

#include <gtest/gtest.h>

namespace nc::intake {
namespace {

/// The first number of a text that is no label, as "value type qualifier".
std::optional<Quantity> first(const std::string& text) {
  static std::vector<std::unique_ptr<std::string>> kept;  // words point into the text
  kept.push_back(std::make_unique<std::string>(text));
  const Words words(*kept.back());
  for (std::size_t i = 0; i < words.size(); ++i)
    if (auto q = read_quantity(words, i, words.size())) return q;
  return std::nullopt;
}

TEST(Quantities, DigitsWithDotsCommasAndScales) {
  EXPECT_EQ(first("1.286 hoạt động")->value, 1286);
  EXPECT_EQ(first("41,6 tỷ đồng")->value, 41'600'000'000);
  EXPECT_EQ(first("21.450.000.000 đồng")->value, 21'450'000'000);
  EXPECT_EQ(first("3 tỷ 200 triệu đồng")->value, 3'200'000'000);
  EXPECT_EQ(first("1,2 nghìn tỷ đồng")->value, 1'200'000'000'000);
  EXPECT_EQ(first("18 nghìn chữ ký")->value, 18'000);
  EXPECT_EQ(first("US$4.3 million")->value, 430'000'000);  // cents
  EXPECT_EQ(first("11.5 million yen")->currency.code(), "JPY");
}

TEST(Quantities, NumbersInWords) {
  EXPECT_EQ(first("hai mươi lăm đoàn")->value, 25);
  EXPECT_EQ(first("một trăm linh năm đại biểu")->value, 105);
  EXPECT_EQ(first("đã có năm đoàn cán bộ")->value, 5);
  EXPECT_EQ(first("twenty-five delegations")->value, 25);
  EXPECT_TRUE(first("một đoàn học sinh")->indefinite);
}

TEST(Quantities, WordsThatOnlyLookLikeNumbers) {
  EXPECT_FALSE(first("năm qua, hai bên và một số đối tác Ba Lan"));
  EXPECT_FALSE(first("hàng trăm bạn bè của Hai Bà Trưng"));
}

TEST(Quantities, QualifiersBeforeAndBehind) {
  EXPECT_EQ(first("hơn 291 lượt khách")->qualifier, Qualifier::more_than);
  EXPECT_EQ(first("gần 200 tổ chức")->qualifier, Qualifier::nearly);
  EXPECT_EQ(first("xấp xỉ 28.000 hội viên")->qualifier, Qualifier::about);
  EXPECT_EQ(first("không dưới 45 tỷ đồng")->qualifier, Qualifier::at_least);
  EXPECT_EQ(first("5 tỷ đồng trở lên")->qualifier, Qualifier::at_least);
  EXPECT_EQ(first("57 đoàn")->qualifier, Qualifier::exact);
}

TEST(Quantities, RangesAndGrowth) {
  const auto range = first("từ 03 đến 05 dự án");
  EXPECT_EQ(range->value, 3);
  EXPECT_EQ(range->max, 5);
  const auto grown = first("từ 6 lên 10 hội");
  EXPECT_EQ(grown->value, 10);
  EXPECT_TRUE(grown->grown);
}

TEST(Quantities, NamesCodesPercentAndMeasuresCountNothing) {
  EXPECT_EQ(first("Quốc lộ 19")->type, Quantity::Type::label);
  EXPECT_EQ(first("Nghị định số 80/2020/NĐ-CP")->type, Quantity::Type::label);
  EXPECT_EQ(first("lớp 11A6")->type, Quantity::Type::label);
  EXPECT_EQ(first("tăng 25%")->type, Quantity::Type::percent);
  EXPECT_EQ(first("231,74 km")->type, Quantity::Type::measure);
  EXPECT_EQ(first("210.000 đồng/m3")->type, Quantity::Type::price);
  EXPECT_TRUE(first("2.000.000 đồng/suất")->each);
  EXPECT_EQ(first("tổng số 21 hội")->type, Quantity::Type::count);
}

}  // namespace
}  // namespace nc::intake
