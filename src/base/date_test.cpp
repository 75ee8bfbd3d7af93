// Days as people type and read them.
#include "base/date.h"

#include <gtest/gtest.h>

namespace nc {
namespace {

Date day(int y, int m, int d) { return Date::from_ymd(y, m, d).value(); }

std::string refusal(std::string_view typed) {
  const auto date = parse_date(typed);
  return date ? "accepted as " + date->iso() : date.error().message.vi;
}

TEST(Date, every_accepted_day_survives_each_way_of_writing) {
  int count = 0;
  for (Date d = day(1800, 1, 1); d; d = d.plus_days(1)) {
    ++count;
    ASSERT_EQ(Date::from_ymd(d.year(), d.month(), d.day()), d);
    ASSERT_EQ(Date::from_iso(d.iso()), d);
    if (d.days() % 17 != 0) continue;
    for (const auto& text : {d.iso(), format_date(d, Lang::vi), format_date(d, Lang::en), format_date_paper(d)}) {
      const auto parsed = parse_date(text);
      ASSERT_TRUE(parsed) << text;
      ASSERT_EQ(*parsed, d) << text;
    }
  }
  EXPECT_EQ(count, 401 * 365 + 97);  // 97 leap days from 1804 to 2196
}

TEST(Date, days_that_do_not_exist_are_no_dates) {
  EXPECT_FALSE(Date::from_ymd(2022, 2, 29));
  EXPECT_TRUE(Date::from_ymd(2024, 2, 29));
  EXPECT_FALSE(Date::from_ymd(1900, 2, 29));
  EXPECT_TRUE(Date::from_ymd(2000, 2, 29));
  EXPECT_FALSE(Date::from_ymd(2022, 13, 1));
  EXPECT_FALSE(Date::from_ymd(2022, 0, 1));
  EXPECT_FALSE(Date::from_ymd(2022, 1, 0));
  EXPECT_FALSE(Date::from_ymd(1799, 12, 31));
  EXPECT_FALSE(Date::from_ymd(2201, 1, 1));
  EXPECT_FALSE(Date());
  EXPECT_EQ(Date().iso(), "");
}

TEST(Date, the_iso_reader_takes_nothing_else) {
  EXPECT_EQ(Date::from_iso("2025-12-08")->iso(), "2025-12-08");
  for (const char* text :
       {"", "2025-12-8", "2025/12/08", "08-12-2025", "2025-12-08 ", "2025-1a-08", "-025-12-08", "2025-02-30"}) {
    EXPECT_FALSE(Date::from_iso(text)) << text;
  }
}

TEST(Date, arithmetic_keeps_the_calendar) {
  EXPECT_EQ(day(2024, 1, 31).plus_months(1), day(2024, 2, 29));
  EXPECT_EQ(day(2025, 1, 31).plus_months(1), day(2025, 2, 28));
  EXPECT_EQ(day(2025, 3, 31).plus_months(-13), day(2024, 2, 29));
  EXPECT_EQ(day(2025, 12, 31).plus_days(1), day(2026, 1, 1));
  EXPECT_FALSE(day(2200, 12, 31).plus_days(1));
  EXPECT_FALSE(day(1800, 1, 1).plus_months(-1));
  EXPECT_FALSE(Date().plus_days(5));
  EXPECT_FALSE(Date().plus_months(5));
  EXPECT_FALSE(day(2025, 1, 1).plus_days(2147483647));
  EXPECT_FALSE(day(2025, 1, 1).plus_months(2147483647));
}

TEST(Date, weekdays_are_right) {
  EXPECT_EQ(day(1970, 1, 1).weekday(), 4);
  EXPECT_EQ(day(2025, 12, 9).weekday(), 2);
  EXPECT_EQ(day(1945, 9, 2).weekday(), 7);
  EXPECT_EQ(day(1800, 1, 1).weekday(), 3);
}

TEST(Date, the_usual_ways_of_typing_are_read) {
  for (const char* text : {"29/6/2022", "29-06-2022", "2022-06-29", "29.6.2022", "ngày 29 tháng 6 năm 2022",
                           "Ngày 29/6/2022", " 29 / 06 / 2022 ", "29 tháng 6 năm 2022", "ngay 29 thang 6 nam 2022",
                           "2022/6/29", "29 June 2022", "29 Jun 2022", "29\u00A0tháng 6 năm 2022"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text << ": " << date.error().message.vi;
    EXPECT_EQ(date->iso(), "2022-06-29") << text;
  }
}

TEST(Date, a_refusal_says_why) {
  EXPECT_EQ(refusal("31/02/2022"), "Không có ngày 31/2/2022: tháng 2 năm 2022 có 28 ngày.");
  EXPECT_EQ(refusal("06/29/2022"), "Không có tháng 29. Ngày viết trước tháng: 29/6/2022?");
  EXPECT_EQ(refusal("1/13/2022"), "Không có tháng 13. Ngày viết trước tháng: 13/1/2022?");
  EXPECT_EQ(refusal("31/13/2022"), "Không có tháng 13: ghi tháng từ 1 đến 12.");
  EXPECT_EQ(refusal("29/6"), "Ngày “29/6” còn thiếu năm, ví dụ 29/6/2022.");
  EXPECT_EQ(refusal("29/6/22"), "Ngày “29/6/22” cần năm đủ bốn chữ số, ví dụ 29/6/2022.");
  EXPECT_EQ(refusal("1/1/9999"), "Năm 9999 quá xa: ghi năm từ 1800 đến 2200.");
  EXPECT_EQ(refusal("  "), "Chưa ghi ngày. Viết ngày/tháng/năm, ví dụ 29/6/2022.");
  EXPECT_EQ(refusal("hôm qua"), "Không đọc được ngày “hôm qua”. Viết ngày/tháng/năm, ví dụ 29/6/2022.");
}

TEST(Date, odd_input_is_refused) {
  for (const char* text :
       {"29//2022", "29/6-2022", "99999999999/1/2022", "1/99999999999/2022", "29/6/2022/1", "29 6 2022",
        "tháng 6 năm 2022", "\xFF/6/2022", "-29/6/2022", "29/6/2022 8:00", "0/6/2022", "29/0/2022"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  EXPECT_FALSE(parse_date(std::string(100000, '1')));
}

TEST(Date, days_are_printed_as_each_place_wants_them) {
  const Date d = day(2025, 12, 9);
  EXPECT_EQ(format_date(d, Lang::vi), "09/12/2025");
  EXPECT_EQ(format_date(d, Lang::en), "9 Dec 2025");
  EXPECT_EQ(format_date_long(d, Lang::vi), "Thứ Ba, 09/12/2025");
  EXPECT_EQ(format_date_long(d, Lang::en), "Tuesday 9 December 2025");
  EXPECT_EQ(format_date_long(day(2025, 12, 7), Lang::vi), "Chủ Nhật, 07/12/2025");
  EXPECT_EQ(format_date_paper(d), "ngày 09 tháng 12 năm 2025");
  EXPECT_EQ(format_date_paper(day(2026, 2, 5)), "ngày 05 tháng 02 năm 2026");
  EXPECT_EQ(format_date_paper(day(2026, 3, 15)), "ngày 15 tháng 3 năm 2026");
  EXPECT_EQ(format_date(Date(), Lang::vi), "");
}

}  // namespace
}  // namespace nc
