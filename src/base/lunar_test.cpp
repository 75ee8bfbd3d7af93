// The lunar calendar against tables that another program made, and against days that are known.
#include "base/lunar.h"
#include "base/number.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace nc {
namespace {

std::vector<std::vector<std::string>> table(const char* name) {
  std::ifstream file(std::string(NHIPCAU_SOURCE_DIR) + "/db/reference/" + name);
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) continue;
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') cells.emplace_back();
      else cells.back() += c;
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

std::string new_year(int year, int hours) { return solar_of({year, 1, 1, false}, hours).iso(); }

TEST(LunarCalendar, has_the_new_years_of_hanoi_and_beijing_that_are_known) {
  for (const auto& [year, hanoi, beijing] : {std::tuple{1985, "1985-01-21", "1985-02-20"}, {2007, "2007-02-17", "2007-02-18"}, {2024, "2024-02-10", "2024-02-10"}, {2025, "2025-01-29", "2025-01-29"},
                                             {2026, "2026-02-17", "2026-02-17"}, {2027, "2027-02-06", "2027-02-06"}, {2028, "2028-01-26", "2028-01-26"}, {2030, "2030-02-02", "2030-02-03"},
                                             {1968, "1968-01-29", "1968-01-30"}, {1969, "1969-02-16", "1969-02-17"}}) {
    EXPECT_EQ(new_year(year, 7), hanoi) << year;
    EXPECT_EQ(new_year(year, 8), beijing) << year;
  }
}

TEST(LunarCalendar, agrees_with_every_month_of_the_table) {
  const auto rows = table("lunar_months.tsv");
  ASSERT_GT(rows.size(), 250u);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& r = rows[i];
    const Date first = *Date::from_iso(r[0]);
    const LunarDay day{static_cast<int>(*parse_int(r[1])), static_cast<int>(*parse_int(r[2])), 1, r[3] == "yes"};
    EXPECT_EQ(lunar_of(first), day) << r[0];
    EXPECT_EQ(solar_of(day), first) << r[0];
    const int days = static_cast<int>(*parse_int(r[4]));
    EXPECT_EQ(lunar_of(first.plus_days(days - 1)).day, days) << r[0];
    EXPECT_EQ(lunar_of(first.plus_days(days)).day, 1) << r[0];
  }
}

TEST(LunarCalendar, differs_between_hanoi_beijing_and_seoul_as_the_table_says) {
  const auto rows = table("tet.tsv");
  const auto column = [&](const std::string& name) { return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin()); };
  const auto tet = column("tet_date"), china = column("chinese_new_year"), korea = column("seollal");
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const int year = static_cast<int>(*parse_int(rows[i][0]));
    EXPECT_EQ(new_year(year, 7), rows[i][tet]);
    EXPECT_EQ(new_year(year, 8), rows[i][china]);
    EXPECT_EQ(new_year(year, 9), rows[i][korea]);
  }
}

TEST(LunarCalendar, finds_no_day_where_there_is_none) {
  EXPECT_FALSE(solar_of({2026, 13, 1, false}));
  EXPECT_FALSE(solar_of({2026, 1, 31, false}));
  EXPECT_FALSE(solar_of({2026, 5, 1, true})) << "2026 has no leap month";
  EXPECT_TRUE(solar_of({2025, 6, 1, true})) << "2025 has a second sixth month";
  EXPECT_TRUE(solar_of({2023, 2, 29, true}) || !solar_of({2023, 2, 30, true}));
}

TEST(LunarCalendar, goes_there_and_back_for_every_day_of_a_century) {
  for (Date day = *Date::from_iso("1968-01-29"); day.year() < 2100; day = day.plus_days(17)) EXPECT_EQ(solar_of(lunar_of(day)), day) << day.iso();
}

}  // namespace
}  // namespace nc
