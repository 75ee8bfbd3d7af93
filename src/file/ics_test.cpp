// Calendars as other programs take them in.
#include "file/ics.h"

#include <gtest/gtest.h>

#include "base/fold.h"

namespace nc {
namespace {

std::vector<std::string> lines_of(const std::string& file) {
  std::vector<std::string> out;
  std::size_t at = 0;
  for (auto end = file.find("\r\n"); end != std::string::npos; end = file.find("\r\n", at)) out.push_back(file.substr(at, end - at)), at = end + 2;
  EXPECT_EQ(at, file.size()) << "something stands behind the last CR LF";
  return out;
}

std::string unfolded(std::string file) {
  for (auto at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n ", at)) file.erase(at, 3);
  return file;
}

ics::Event one_day() {
  ics::Event e;
  e.uid = "dip-1@nhipcau";
  e.from = *Date::from_iso("2026-02-17");
  e.summary = "Tết Nguyên đán";
  return e;
}

std::string file_of(const ics::Event& e) { return ics::calendar({.name = "Lịch", .description = {}, .events = {e}}, 0); }

TEST(Calendars, keep_commas_semicolons_backslashes_and_line_breaks_of_a_text) {
  EXPECT_EQ(ics::escaped("a,b;c\\d\r\ne\nf"), "a\\,b\\;c\\\\d\\ne\\nf");
  EXPECT_EQ(ics::escaped(std::string_view("x\0y\x01z", 5)), "xyz");
}

TEST(Calendars, can_not_be_broken_out_of_by_what_somebody_typed) {
  ics::Event e = one_day();
  e.summary = "Tiếp khách\r\nATTENDEE:mailto:kẻ.gian@example.org\r\nEND:VEVENT";
  e.url = "https://office.example/x\r\nATTACH:http://evil.example";
  const std::string file = file_of(e);
  for (const auto& line : lines_of(file)) EXPECT_FALSE(line.starts_with("ATTENDEE") || line.starts_with("ATTACH")) << line;
}

TEST(Calendars, fold_at_75_octets_and_never_inside_a_letter) {
  std::string text = "SUMMARY:";
  for (int i = 0; i < 60; ++i) text += "Hữu nghị ";
  const std::string folded = ics::folded(text);
  for (const auto& line : lines_of(folded)) {
    EXPECT_LE(line.size(), 75u);
    EXPECT_TRUE(is_utf8(line)) << line;
  }
  EXPECT_EQ(unfolded(folded), text + "\r\n");
  EXPECT_EQ(ics::folded(std::string(75, 'x')), std::string(75, 'x') + "\r\n") << "75 octets fit";
  EXPECT_EQ(ics::folded(std::string(76, 'x')), std::string(75, 'x') + "\r\n x\r\n");
}

TEST(Calendars, end_a_whole_day_on_the_day_after) {
  ics::Event e = one_day();
  std::string file = file_of(e);
  EXPECT_NE(file.find("DTSTART;VALUE=DATE:20260217\r\nDTEND;VALUE=DATE:20260218\r\n"), std::string::npos) << file;
  e.to = *Date::from_iso("2026-02-28");
  file = file_of(e);
  EXPECT_NE(file.find("DTEND;VALUE=DATE:20260301\r\n"), std::string::npos) << file;
}

TEST(Calendars, write_times_of_the_office_in_utc_even_when_that_is_the_day_before) {
  ics::Event e = one_day();
  e.from_minute = 6 * 60 + 30;
  e.to_minute = 8 * 60;
  const std::string file = file_of(e);
  EXPECT_NE(file.find("DTSTART:20260216T233000Z\r\nDTEND:20260217T010000Z\r\n"), std::string::npos) << file;
  e.to_minute = -1;
  EXPECT_NE(file_of(e).find("DTEND:20260217T003000Z\r\n"), std::string::npos) << "without an end it lasts an hour";
}

TEST(Calendars, say_that_a_day_is_not_verified_and_when_to_remind) {
  ics::Event e = one_day();
  EXPECT_NE(file_of(e).find("STATUS:CONFIRMED"), std::string::npos);
  EXPECT_EQ(file_of(e).find("VALARM"), std::string::npos);
  e.tentative = true;
  e.remind_days = 7;
  const std::string file = file_of(e);
  EXPECT_NE(file.find("STATUS:TENTATIVE"), std::string::npos);
  EXPECT_NE(file.find("TRIGGER:-P7D\r\n"), std::string::npos);
}

TEST(Calendars, open_and_close_every_part) {
  const std::string file = file_of(one_day());
  EXPECT_TRUE(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
  EXPECT_TRUE(file.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  EXPECT_NE(file.find("DTSTAMP:19700101T000000Z\r\n"), std::string::npos);
}

}  // namespace
}  // namespace nc
