// Days of rules against the tables of the reference data and days that are known.
#include "app/calendar/rules.h"

#include <gtest/gtest.h>

#include "app/calendar/rule_words.h"

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

TEST(Occasions, say_their_rules_in_words) {
  EXPECT_EQ(rule_words("fixed:01-07", Lang::vi), "ngày 7 tháng 1 hằng năm");
  EXPECT_EQ(rule_words("fixed:01-07", Lang::en), "7 January every year");
  EXPECT_EQ(rule_words("fixed:04-27;if_sunday:04-26", Lang::vi), "ngày 27 tháng 4 hằng năm, gặp Chủ nhật thì ngày 26 tháng 4");
  EXPECT_EQ(rule_words("lunar:UTC+7:01-01", Lang::vi), "mùng 1 tháng Giêng âm lịch");
  EXPECT_EQ(rule_words("lunar:UTC+8:08-15", Lang::vi), "rằm tháng 8 âm lịch, theo giờ Bắc Kinh");
  EXPECT_EQ(rule_words("lunar:UTC+7:08-29..09-01", Lang::en), "from day 29 of lunar month 8 to day 1 of lunar month 9");
  EXPECT_EQ(rule_words("weekday:second_sunday_may", Lang::vi), "Chủ nhật lần thứ hai trong tháng 5");
  EXPECT_EQ(rule_words("weekday:fourth_thursday_november", Lang::en), "fourth Thursday of November");
  EXPECT_EQ(rule_words("season:03-15..04-10", Lang::vi), "khoảng từ ngày 15 tháng 3 đến ngày 10 tháng 4 hằng năm");
  EXPECT_EQ(rule_words("fixed:13-40", Lang::vi), "fixed:13-40") << "what can't be read is shown as it is kept";
}

TEST(Occasions, are_told_their_rules_in_words) {
  const Options& rules = rule_options();
  for (const Option& o : rules.all()) {
    EXPECT_TRUE(is_rule(o.code)) << o.code;
    EXPECT_EQ(o.label.vi.find_first_of(":_"), std::string::npos) << o.label.vi;
    for (const Lang lang : {Lang::vi, Lang::en}) EXPECT_EQ(rules.code_of(o.label.in(lang)), o.code) << o.label.in(lang);
  }
  EXPECT_EQ(rules.code_of("2/12"), "fixed:12-02");
  EXPECT_EQ(rules.code_of("02/12"), "fixed:12-02");
  EXPECT_EQ(rules.code_of("32/12"), "");
  EXPECT_EQ(rules.code_of("Mùng 1 tháng Giêng âm lịch"), "lunar:UTC+7:01-01");
  const TsvTable& table = reference_table("observances.tsv");
  for (const auto& row : table.rows())
    if (const std::string& rule = table.cell(row, "rule"); !rule.starts_with("from:")) EXPECT_TRUE(rules.find(rule)) << rule;
}

}  // namespace
}  // namespace nc::app
