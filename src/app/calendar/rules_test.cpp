// Days of rules against the tables of the reference data and days that are known.
#include "app/calendar/rules.h"

#include <gtest/gtest.h>

#include "app/common/table.h"

namespace nc::app {
namespace {

std::string first_day(std::string_view rule, int year) { return rule_days(rule, year).from.iso(); }

TEST(Occasions, have_the_lunar_days_of_the_table) {
  const TsvTable& days = reference_table("observance_dates.tsv");
  const TsvTable& occasions = reference_table("observances.tsv");
  std::map<std::string, std::string> rules;
  for (const auto& row : occasions.rows()) rules[occasions.cell(row, "code")] = occasions.cell(row, "rule");
  int compared = 0;
  for (const auto& row : days.rows()) {
    const Date day = *Date::from_iso(days.cell(row, "solar_date"));
    const std::string& code = days.cell(row, "code");
    if (!rules.contains(code) || !rules[code].starts_with("lunar")) continue;
    EXPECT_EQ(first_day(rules[code], day.year()), day.iso()) << code << " " << rules[code];
    ++compared;
  }
  EXPECT_GT(compared, 200);
}

TEST(Occasions, fall_on_their_days_in_2026_and_2027) {
  EXPECT_EQ(first_day("lunar:UTC+7:01-01", 2026), "2026-02-17");
  EXPECT_EQ(first_day("lunar:UTC+8:01-01", 2030), "2030-02-03") << "Beijing, a day after Hanoi";
  EXPECT_EQ(first_day("lunar:UTC+7:01-01", 2030), "2030-02-02");
  EXPECT_EQ(first_day("lunar:UTC+7:04-15", 2026), "2026-05-31") << "Vesak";
  EXPECT_EQ(first_day("lunar:UTC+7:10-15", 2027), "2027-11-12") << "Ok Om Bok";
  EXPECT_EQ(first_day("solar_new_year:khmer", 2022), "2022-04-14");
  EXPECT_EQ(first_day("fixed_range:04-14..04-16", 2026), "2026-04-14");
  EXPECT_EQ(rule_days("fixed_range:04-14..04-16", 2026).to.iso(), "2026-04-16");
  EXPECT_EQ(first_day("computus:gregorian", 2026), "2026-04-05");
  EXPECT_EQ(first_day("weekday:fourth_thursday_november", 2026), "2026-11-26");
  EXPECT_EQ(first_day("fixed:02-29", 2027), "2027-02-28");
  EXPECT_EQ(first_day("fixed:04-27;if_sunday:04-26", 2025), "2025-04-26") << "27 April 2025 is a Sunday";
  EXPECT_EQ(first_day("fixed:04-27;if_sunday:04-26", 2026), "2026-04-27");
}

TEST(Occasions, of_the_twelfth_lunar_month_come_in_the_next_common_year_once_each) {
  for (int year = 2021; year <= 2039; ++year) {
    const RuleDays d = rule_days("lunar:UTC+7:12-23", year);
    ASSERT_TRUE(d) << year;
    EXPECT_EQ(d.from.year(), year);
  }
  EXPECT_TRUE(rule_days("lunar:UTC+7:12-30", 2026)) << "a short month ends on its 29th";
}

TEST(Occasions, say_nothing_where_a_rule_says_nothing) {
  for (const char* rule : {"table", "none", "year_table", "", "fixed:13-01", "fixed:2-1", "lunar:UTC+7:13-01", "lunar:UTC+5:01-01", "weekday:sixth_monday_may", "solar_new_year:lao"}) EXPECT_FALSE(rule_days(rule, 2026)) << rule;
  EXPECT_FALSE(rule_days("solar_new_year:khmer", 2050)) << "outside of the table";
  EXPECT_TRUE(rule_days("season:03-15..04-10", 2026).vague);
  for (const char* good : {"fixed:02-29", "lunar:UTC+7:12-30", "table", "none", "weekday:second_sunday_may"}) EXPECT_TRUE(is_rule(good)) << good;
  for (const char* bad : {"fixed:31-12", "mùng 1 Tết", "lunar:01-32", "fixed_range:", "weekday:last_friday_may"}) EXPECT_FALSE(is_rule(bad)) << bad;
}

}  // namespace
}  // namespace nc::app
