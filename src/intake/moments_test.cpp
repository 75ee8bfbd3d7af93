// Dates and periods, relative ones against the day of publication.
#include "intake/moments.h"

#include <gtest/gtest.h>

namespace nc::intake {
namespace {

std::string told(const std::string& text, std::string_view published = "2024-07-12", bool future = false) {
  const Words words(text);
  const Calendar calendar{*Date::from_iso(published)};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (const auto m = read_moment(words, i, words.size(), calendar, future))
      return m->from.iso() + ".." + m->to.iso() + (m->date.empty() ? "" : " " + m->date);
  return "none";
}

TEST(Moments, DaysWithAndWithoutYear) {
  EXPECT_EQ(told("sáng 11/7"), "2024-07-11..2024-07-11 2024-07-11");
  EXPECT_EQ(told("ngày 29 tháng 6 năm 2022"), "2022-06-29..2022-06-29 2022-06-29");
  EXPECT_EQ(told("ngày 20/12"), "2023-12-20..2023-12-20 2023-12-20");
  EXPECT_EQ(told("ngày 20/1", "2024-12-30", true), "2025-01-20..2025-01-20 2025-01-20");
  EXPECT_EQ(told("Ngày 25.5.2024"), "2024-05-25..2024-05-25 2024-05-25");
  EXPECT_EQ(told("on January 12"), "2024-01-12..2024-01-12 2024-01-12");
}

TEST(Moments, SeveralDaysInARow) {
  EXPECT_EQ(told("từ ngày 14 đến 17/5"), "2024-05-14..2024-05-17 2024-05-14");
  EXPECT_EQ(told("Từ ngày 28/2 đến 3/3/2024"), "2024-02-28..2024-03-03 2024-02-28");
  EXPECT_EQ(told("hai ngày 24 và 25-3"), "2024-03-24..2024-03-25 2024-03-24");
  EXPECT_EQ(told("from May 6 to 10"), "2024-05-06..2024-05-10 2024-05-06");
}

TEST(Moments, MonthsQuartersHalvesAndYears) {
  EXPECT_EQ(told("đầu tháng 3/2019"), "2019-03-01..2019-03-31 2019-03");
  EXPECT_EQ(told("quý III/2024"), "2024-07-01..2024-09-30");
  EXPECT_EQ(told("6 tháng đầu năm 2022"), "2022-01-01..2022-06-30");
  EXPECT_EQ(told("bốn tháng đầu năm"), "2024-01-01..2024-04-30");
  EXPECT_EQ(told("Sáu tháng cuối năm"), "2024-07-01..2024-12-31");
  EXPECT_EQ(told("trong 2 quí đầu năm 2022"), "2022-01-01..2022-06-30");
  EXPECT_EQ(told("the first five months of this year"), "2024-01-01..2024-05-31");
  EXPECT_EQ(told("Năm 2023"), "2023-01-01..2023-12-31 2023");
}

TEST(Moments, StretchesThatEndOnTheDayOfPublication) {
  EXPECT_EQ(told("từ đầu năm đến nay"), "2024-01-01..2024-07-12");
  EXPECT_EQ(told("từ năm 2015 đến nay"), "2015-01-01..2024-07-12");
  EXPECT_EQ(told("giai đoạn 2018-2023"), "2018-01-01..2023-12-31");
}

TEST(Moments, FractionsAndPlainNumbersAreNoDates) {
  EXPECT_EQ(told("hoàn thành 8/9 nhóm chỉ tiêu"), "none");
  EXPECT_EQ(told("12 đoàn"), "none");
}

}  // namespace
}  // namespace nc::intake
