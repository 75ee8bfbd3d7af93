// Periods of reports: codes in addresses, words in papers.
#include <gtest/gtest.h>

#include "base/date.h"
#include "base/period_typed.h"

namespace nc {
namespace {

Period period(std::string_view code) { return parse_period(code).value(); }

struct Case {
  const char *code, *from, *to, *vi, *en;
};

TEST(Period, codes_mean_their_days_and_have_words) {
  const Case cases[] = {
      {"2022", "2022-01-01", "2022-12-31", "năm 2022", "2022"},
      {"2022-H1", "2022-01-01", "2022-06-30", "6 tháng đầu năm 2022", "first half of 2022"},
      {"2025-H2", "2025-07-01", "2025-12-31", "6 tháng cuối năm 2025", "second half of 2025"},
      {"2026-Q1", "2026-01-01", "2026-03-31", "quý I/2026", "Q1 2026"},
      {"2025-Q3", "2025-07-01", "2025-09-30", "quý III/2025", "Q3 2025"},
      {"2024-02", "2024-02-01", "2024-02-29", "tháng 2/2024", "February 2024"},
      {"2022-8M", "2022-01-01", "2022-08-31", "8 tháng đầu năm 2022", "first eight months of 2022"},
      {"2025-10M", "2025-01-01", "2025-10-31", "10 tháng đầu năm 2025", "first ten months of 2025"},
      {"2018..2023", "2018-01-01", "2023-12-31", "giai đoạn 2018 - 2023", "2018 to 2023"},
      {"2022-06-29", "2022-06-29", "2022-06-29", "ngày 29/06/2022", "29 June 2022"},
      {"2021-12-15..2022-06-14", "2021-12-15", "2022-06-14", "từ 15/12/2021 đến 14/06/2022",
       "15 December 2021 to 14 June 2022"},
  };
  for (const Case& c : cases) {
    const auto parsed = parse_period(c.code);
    ASSERT_TRUE(parsed) << c.code;
    EXPECT_EQ(parsed->from.iso(), c.from) << c.code;
    EXPECT_EQ(parsed->to.iso(), c.to) << c.code;
    EXPECT_EQ(period_code(*parsed), c.code);
    EXPECT_EQ(period_words(*parsed, Lang::vi), c.vi);
    EXPECT_EQ(period_words(*parsed, Lang::en), c.en);
  }
}

TEST(Period, the_shortest_code_is_given) {
  EXPECT_EQ(period_code(period("2022-01-01..2022-08-31")), "2022-8M");
  EXPECT_EQ(period_code(period("2022-3M")), "2022-Q1");
  EXPECT_EQ(period_code(period("2022-6M")), "2022-H1");
  EXPECT_EQ(period_code(period("2022-12M")), "2022");
  EXPECT_EQ(period_code(period("2022-1M")), "2022-01");
  EXPECT_EQ(period_code(period("2022..2022")), "2022");
  EXPECT_EQ(period_code(period("2018-03..2022")), "2018-03-01..2022-12-31");
  EXPECT_EQ(period_code(period("2022-h1")), "2022-H1");
}

TEST(Period, every_pair_of_days_survives_its_code) {
  const Date start = Date::from_ymd(2023, 12, 20).value();
  for (int a = 0; a < 400; a += 3) {
    for (int b = a; b < 800; b += 7) {
      const Period p{start.plus_days(a), start.plus_days(b)};
      ASSERT_EQ(period(period_code(p)), p) << period_code(p);
    }
  }
}

TEST(Period, a_refusal_shows_what_to_write) {
  const auto unknown = parse_period("quý 3");
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.error().message.vi.find("“quý 3”"), std::string::npos);
  EXPECT_NE(unknown.error().message.vi.find("6 tháng đầu năm 2022"), std::string::npos);
  EXPECT_EQ(unknown.error().message.vi.find("2022-H1"), std::string::npos) << "people are shown words, not codes";
  const auto reversed = parse_period("2023..2022");
  ASSERT_FALSE(reversed);
  EXPECT_EQ(reversed.error().message.vi, "Kỳ kết thúc (31/12/2022) trước khi bắt đầu (01/01/2023). Đổi chỗ hai mốc.");
}

TEST(Period, words_are_read_as_people_type_them) {
  const std::pair<const char*, const char*> cases[] = {
      {"6 tháng đầu năm 2026", "2026-H1"}, {"Sáu tháng đầu năm 2026", "2026-H1"}, {"6 thang cuoi nam 2026", "2026-H2"}, {"nửa đầu năm 2026", "2026-H1"},
      {"quý 2/2026", "2026-Q2"}, {"Quý II năm 2026", "2026-Q2"}, {"quý tư 2026", "2026-Q4"}, {"Q2 2026", "2026-Q2"}, {"second quarter of 2026", "2026-Q2"},
      {"8 tháng 2022", "2022-8M"}, {"8 tháng đầu năm 2022", "2022-8M"}, {"chín tháng đầu năm 2022", "2022-9M"}, {"năm tháng đầu năm 2022", "2022-5M"},
      {"mười một tháng năm 2022", "2022-11M"}, {"first eight months of 2022", "2022-8M"}, {"9 months 2022", "2022-9M"}, {"first half of 2026", "2026-H1"},
      {"tháng 8/2022", "2022-08"}, {"tháng 8 năm 2022", "2022-08"}, {"08/2022", "2022-08"}, {"August 2022", "2022-08"}, {"năm 2025", "2025"}, {"cả năm 2025", "2025"},
      {"nhiệm kỳ 2018 - 2023", "2018..2023"}, {"2018-2023", "2018..2023"}, {"từ năm 2018 đến năm 2023", "2018..2023"}, {"2018 to 2023", "2018..2023"},
      {"từ 15/12/2021 đến 14/06/2022", "2021-12-15..2022-06-14"}, {"15/12/2021 - 14/6/2022", "2021-12-15..2022-06-14"}, {"từ tháng 1 đến tháng 8/2022", "2022-8M"},
      {"ngày 29 tháng 6 năm 2022", "2022-06-29"}, {"29/6/2022", "2022-06-29"}};
  for (const auto& [typed, code] : cases) {
    const auto parsed = parse_period(typed);
    ASSERT_TRUE(parsed) << typed;
    EXPECT_EQ(period_code(*parsed), code) << typed;
  }
  for (const char* text : {"6 tháng đầu năm", "quý 2", "quý 5/2026", "13 tháng 2022", "3 tháng cuối năm 2022", "từ năm 2020", "đến năm 2020", "tháng năm/2026",
                           "năm 2025 thì sao", "14/06/2022 - 15/12/2021", "31/2/2022", "đến", "2022 8"})
    EXPECT_FALSE(parse_period(text)) << text;
}

TEST(Period, words_of_a_period_are_read_back_as_that_period) {
  const Date start = Date::from_ymd(2023, 12, 20).value();
  for (int a = 0; a < 400; a += 12)
    for (int b = a; b < 800; b += 11) {
      const Period p{start.plus_days(a), start.plus_days(b)};
      for (const Lang lang : {Lang::vi, Lang::en}) ASSERT_EQ(period(period_words(p, lang)), p) << period_words(p, lang);
    }
  for (const Period& p : usual_periods(2026))
    for (const Lang lang : {Lang::vi, Lang::en}) EXPECT_EQ(period(period_words(p, lang)), p) << period_words(p, lang);
}

TEST(Period, odd_input_is_refused) {
  for (const char* text :
       {"",        "..",      "2022..",           "..2022",    "22",      "2022-",      "2022-H3",
        "2022-Q0", "2022-Q5", "2022-13",          "2022-00",   "2022-0M", "2022-13M",   "2022-M",
        "20222",   "1700",    "2022-H",           "2022-Q",    "2022-1",  "2022-06-31", "2022..2023..2024",
        "+022",    "2022-+1", "\xFF\xFF\xFF\xFF", "2022-H1-Q1"}) {
    EXPECT_FALSE(parse_period(text)) << text;
  }
}

TEST(Period, the_year_before_is_the_same_stretch) {
  EXPECT_EQ(period("2025").year_before(), period("2024"));
  EXPECT_EQ(period("2022-H1").year_before(), period("2021-H1"));
  EXPECT_EQ(period("2022-8M").year_before(), period("2021-8M"));
  EXPECT_EQ(period("2024-02").year_before(), period("2023-02"));
  EXPECT_EQ(period("2025-02").year_before(), period("2024-02"));  // up to 29/02
  EXPECT_EQ(period("2024-02-29").year_before(), period("2023-02-28"));
  EXPECT_EQ(period("2025-02-28").year_before(), period("2024-02-28"));
}

TEST(Period, years_days_and_overlaps_are_told) {
  EXPECT_TRUE(period("2025").is_year());
  EXPECT_FALSE(period("2024..2025").is_year());
  EXPECT_FALSE(period("2025-H1").is_year());
  EXPECT_FALSE(Period().is_year());
  EXPECT_TRUE(period("2025-H1").contains(Date::from_ymd(2025, 6, 30).value()));
  EXPECT_FALSE(period("2025-H1").contains(Date::from_ymd(2025, 7, 1).value()));
  EXPECT_TRUE(period("2025-H1").overlaps(period("2025-06-30")));
  EXPECT_FALSE(period("2025-H1").overlaps(period("2025-H2")));
}

TEST(Period, an_open_end_is_said) {
  const Date d = Date::from_ymd(2025, 7, 1).value();
  EXPECT_EQ(period_words({d, Date()}, Lang::vi), "từ 01/07/2025");
  EXPECT_EQ(period_words({Date(), d}, Lang::en), "until 1 July 2025");
  EXPECT_EQ(period_code({}), "");
}

}  // namespace
}  // namespace nc
