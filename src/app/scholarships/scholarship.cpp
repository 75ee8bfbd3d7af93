// Register of scholarships: how many, from whom, for which group. No names of students.
#include "app/common/rules.h"
#include "app/reference/public.h"
#include "app/scholarships/public.h"

namespace nc::app {

namespace {

struct Scholarship : reg::Standard {
  std::string programme, programme_en;
  reg::Ref donor;
  std::string donor_text, person_group, country, direction = "for_foreign", level;
  reg::Count grants;
  reg::MoneyValue value;
  Date since, date;
  std::string school, status = "awarded";
  reg::Ref agreement, of_programme;
  Date report_due, report_on;
};

const reg::Options& levels() {
  static const reg::Options options{{"primary", {"tiểu học", "primary"}},
                                    {"secondary", {"trung học", "secondary"}},
                                    {"vocational", {"trung cấp, cao đẳng", "vocational, college"}},
                                    {"university", {"đại học", "university"}},
                                    {"postgraduate", {"sau đại học", "postgraduate"}},
                                    {"mixed", {"nhiều cấp", "several levels"}}};
  return options;
}

const reg::Options& directions_of_grant() {
  static const reg::Options options{
      {"for_foreign", {"cho học sinh, sinh viên nước ngoài", "for foreign students"}},
      {"for_vietnamese", {"cho học sinh, sinh viên Việt Nam", "for Vietnamese students"}}};
  return options;
}

const reg::Options& states() {
  static const reg::Options options{
      {"announced", {"đã thông báo", "announced"}}, {"selected", {"đã xét chọn", "selected"}},
      {"awarded", {"đã trao", "awarded"}},          {"monitoring", {"đang theo dõi", "monitoring"}},
      {"finished", {"đã kết thúc", "finished"}},    {"stopped", {"đã dừng", "stopped"}}};
  return options;
}

void check(const Scholarship& s, Problems& problems) {
  not_before(s.since, s.date, "date", problems);
  not_before(s.date, s.report_due, "report_due", problems);
  not_in_future(s.report_on, "report_on", problems);
  not_absurd(s.grants, 100'000, "grants", problems);
}

}  // namespace

const reg::Description& scholarships() {
  static const reg::Description description =
      reg::Register<Scholarship>("scholarship", "scholarships", {"Học bổng", "Scholarships"},
                                 {"đợt học bổng", "scholarship"})
          .icon("school")
          .prefix("HB")
          .field(&Scholarship::programme, "programme", {"Chương trình học bổng", "Programme"},
                 {.required = true, .search = true, .sortable = true, .section = Text{"Học bổng", "Scholarship"}})
          .field(&Scholarship::programme_en, "programme_en", {"Tên bằng tiếng Anh", "Name in English"},
                 {.search = true})
          .field(&Scholarship::donor, "donor", {"Nhà tài trợ", "Donor"}, {.link = "partner", .filter = true})
          .field(&Scholarship::donor_text, "donor_text", {"Bên cấp học bổng", "Given by"}, {.search = true})
          .field(&Scholarship::direction, "direction", {"Cho ai", "For whom"},
                 {.options = &directions_of_grant(), .filter = true, .preset = "for_foreign"})
          .field(&Scholarship::person_group, "person_group", {"Nhóm người nhận", "Group of receivers"},
                 {.search = true, .hint = Text{"Mô tả nhóm, không ghi tên", "Describe the group, no names"}})
          .field(&Scholarship::country, "country", {"Nước", "Country"}, {.options = &countries(), .filter = true})
          .field(&Scholarship::level, "level", {"Bậc học", "Level"}, {.options = &levels(), .filter = true})
          .field(&Scholarship::school, "school", {"Nơi học", "School"}, {.search = true})
          .field(&Scholarship::grants, "grants", {"Số suất", "Grants"},
                 {.sortable = true, .unit = Text{"suất", "grants"}, .section = Text{"Số lượng", "Numbers"}})
          .field(&Scholarship::value, "value", {"Tổng giá trị", "Total value"}, {})
          .field(&Scholarship::date, "date", {"Ngày", "Date"},
                 {.required = true,
                  .filter = true,
                  .hint = Text{"Chưa rõ ngày thì ghi ngày cuối của khoảng thời gian",
                               "If the day is unknown, enter the last day of the stretch"},
                  .preset = "today"})
          .field(&Scholarship::since, "since", {"Khoảng thời gian từ ngày", "Stretch begins"},
                 {.hint = Text{"Chỉ ghi khi chưa rõ ngày", "Only when the day is unknown"}})
          .field(&Scholarship::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &states(), .filter = true, .preset = "awarded"})
          .field(&Scholarship::agreement, "agreement", {"Theo thỏa thuận", "Under agreement"}, {.link = "agreement"})
          .field(&Scholarship::of_programme, "of_programme", {"Thuộc chương trình", "Of the programme"}, {.link = "scholarship_programme", .filter = true, .hint = Text{"Chương trình nhiều năm có chỉ tiêu suất", "A programme of several years with a quota"}, .section = Text{"Chương trình, theo dõi", "Programme, monitoring"}})
          .field(&Scholarship::report_due, "report_due", {"Hạn báo cáo theo dõi", "Monitoring report due"}, {.filter = true, .hint = Text{"Ngày phải báo cáo kết quả học tập cho nhà tài trợ", "When the donor wants to hear of the results"}})
          .field(&Scholarship::report_on, "report_on", {"Đã gửi báo cáo ngày", "Report sent on"}, {.filter = true})
          .title("programme", "programme_en")
          .date("date")
          .country("country")
          .list({"date", "programme", "country", "donor", "grants", "value", "status"})
          .sorted_by("date", true)
          .index({"of_programme"})
          .condition("late_report", {"báo cáo theo dõi quá hạn", "monitoring report overdue"}, "{t}.report_due < '{today}' AND {t}.report_on IS NULL AND {t}.status IN ('awarded', 'monitoring')")
          .view({"Báo cáo quá hạn", "Late reports"}, "is=late_report")
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
