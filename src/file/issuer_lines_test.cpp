// The issuer's name over the lines of a paper's head.
#include <gtest/gtest.h>

#include "file/paper.h"
#include "file/text_measure.h"

namespace nc::paper {
namespace {

using Lines = std::vector<std::string>;

TEST(IssuerLines, AUnionOfAShortCityTakesTwoLines) {
  EXPECT_EQ(issuer_lines("Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ"),
            (Lines{"LIÊN HIỆP CÁC TỔ CHỨC", "HỮU NGHỊ THÀNH PHỐ CẦN THƠ"}));
}

TEST(IssuerLines, ALongCityGoesToAThirdLine) {
  EXPECT_EQ(issuer_lines("Liên hiệp các tổ chức hữu nghị thành phố Hải Phòng"),
            (Lines{"LIÊN HIỆP CÁC TỔ CHỨC", "HỮU NGHỊ", "THÀNH PHỐ HẢI PHÒNG"}));
  EXPECT_EQ(issuer_lines("Liên hiệp các tổ chức hữu nghị Thành phố Hồ Chí Minh").back(), "THÀNH PHỐ HỒ CHÍ MINH");
}

TEST(IssuerLines, ACountryPairIsNeverBroken) {
  EXPECT_EQ(issuer_lines("Hội hữu nghị Việt Nam - Trung Quốc thành phố Cần Thơ"),
            (Lines{"HỘI HỮU NGHỊ", "VIỆT NAM - TRUNG QUỐC", "THÀNH PHỐ CẦN THƠ"}));
  EXPECT_EQ(issuer_lines("Hội hữu nghị Việt Nam – Lào thành phố Cần Thơ"),
            (Lines{"HỘI HỮU NGHỊ VIỆT NAM - LÀO", "THÀNH PHỐ CẦN THƠ"}));
}

TEST(IssuerLines, NoLineIsWiderThanItsColumnWhereTheNameCanBeBroken) {
  for (const char* name : {"Liên hiệp các tổ chức hữu nghị tỉnh Bắc Giang", "Ủy ban Hòa bình thành phố Hải Phòng",
                           "Liên hiệp các tổ chức hữu nghị Việt Nam", "Quỹ Hòa bình và Phát triển thành phố Cần Thơ",
                           "Hội hữu nghị Việt Nam - Liên bang Nga Thành phố Hồ Chí Minh"}) {
    for (const auto& line : issuer_lines(name)) EXPECT_LE(text_width_mm(line, 12, true), 70) << name << ": " << line;
  }
}

TEST(IssuerLines, NothingGivesNothing) {
  EXPECT_TRUE(issuer_lines("").empty());
  EXPECT_TRUE(issuer_lines("   ").empty());
}

TEST(TextMeasure, WidthsAreThoseOfTimesNewRoman) {
  // Measured for the notes on Decree 30; a face of other widths would move every line of a paper.
  EXPECT_NEAR(text_width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true), 88.3, 1.0);
  EXPECT_NEAR(text_width_mm("Độc lập - Tự do - Hạnh phúc", 13, true), 55.9, 1.0);
  EXPECT_NEAR(text_width_mm("Cần Thơ, ngày 29 tháng 12 năm 2026", 13, false, true), 69.6, 1.0);
}

}  // namespace
}  // namespace nc::paper
