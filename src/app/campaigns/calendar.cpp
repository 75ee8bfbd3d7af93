// Register of reporting calendars: from which day to which a receiver counts, and by when it wants the report.
#include "app/campaigns/campaign.h"
#include "app/common/rules.h"

namespace nc::app {

namespace {

/// Days and months without a year; the year comes with the campaign.
struct ReportCalendar : reg::Standard {
  std::string title, receiver, kind;
  std::int64_t from_day = 1, from_month = 1, to_day = 30, to_month = 6, due_day = 20, due_month = 6, send_day = 0, send_month = 0;
  Date valid_from, valid_to;
  std::string basis;
};

void check(const ReportCalendar& c, Problems& problems) {
  not_before(c.valid_from, c.valid_to, "valid_to", problems);
  constexpr int k_leap_year = 2024;
  const auto real = [&](std::int64_t day, std::int64_t month, const char* field) {
    if (day == 0 && month == 0) return;
    if (!Date::from_ymd(k_leap_year, static_cast<int>(month), static_cast<int>(day)))
      complain(problems, field, "Không có ngày " + std::to_string(day) + "/" + std::to_string(month) + ". Sửa ngày hoặc tháng.",
               "There is no day " + std::to_string(day) + "/" + std::to_string(month) + ". Correct the day or the month.");
  };
  real(c.from_day, c.from_month, "from_day");
  real(c.to_day, c.to_month, "to_day");
  real(c.due_day, c.due_month, "due_day");
  real(c.send_day, c.send_month, "send_day");
}

reg::Opt day_of_month(bool required) { return {.required = required, .min = 0, .max_value = 31, .width = "third"}; }
reg::Opt month_of_year(bool required) { return {.required = required, .min = 0, .max_value = 12, .width = "third"}; }

}  // namespace

const reg::Description& report_calendars() {
  static const reg::Description description =
      reg::Register<ReportCalendar>("report_calendar", "report-calendars", {"Lịch báo cáo", "Reporting calendars"}, {"lịch báo cáo", "reporting calendar"})
          .icon("calendar-stats")
          .field(&ReportCalendar::title, "title", {"Tên lịch", "Name"},
                 {.required = true, .search = true, .hint = Text{"Ví dụ: 6 tháng đầu năm, gửi Ủy ban nhân dân", "For example: first half of the year, to the People's Committee"}})
          .field(&ReportCalendar::receiver, "receiver", {"Nơi nhận", "Receiver"}, {.required = true, .search = true, .filter = true})
          .field(&ReportCalendar::kind, "kind", {"Loại báo cáo", "Kind"}, {.required = true, .options = &campaign_kinds(), .filter = true})
          .field(&ReportCalendar::from_day, "from_day", {"Tính từ ngày", "Counts from day"}, day_of_month(true))
          .field(&ReportCalendar::from_month, "from_month", {"Tháng bắt đầu", "From month"}, month_of_year(true))
          .field(&ReportCalendar::to_day, "to_day", {"Đến hết ngày", "Up to day"}, day_of_month(true))
          .field(&ReportCalendar::to_month, "to_month", {"Tháng kết thúc", "Up to month"}, month_of_year(true))
          .field(&ReportCalendar::due_day, "due_day", {"Hội nộp trước hết ngày", "Members file by day"}, day_of_month(true))
          .field(&ReportCalendar::due_month, "due_month", {"Tháng hội nộp", "Members' month"}, month_of_year(true))
          .field(&ReportCalendar::send_day, "send_day", {"Liên hiệp gửi trước hết ngày", "Union sends by day"}, day_of_month(false))
          .field(&ReportCalendar::send_month, "send_month", {"Tháng Liên hiệp gửi", "Union's month"}, month_of_year(false))
          .field(&ReportCalendar::valid_from, "valid_from", {"Áp dụng từ ngày", "In force from"}, {.hint = Text{"Để trống: từ trước đến nay", "Empty: always"}})
          .field(&ReportCalendar::valid_to, "valid_to", {"Áp dụng đến ngày", "In force until"}, {})
          .field(&ReportCalendar::basis, "basis", {"Căn cứ", "Basis"}, {.search = true, .hint = Text{"Văn bản quy định chế độ báo cáo", "The paper that sets it"}})
          .title("title")
          .list({"title", "receiver", "kind", "due_day", "due_month", "basis"})
          .sorted_by("title")
          .rule(check)
          .not_in_nav()
          .done();
  return description;
}

}  // namespace nc::app
