// Figures of scholarships.
#include "app/scholarships/figures.h"

#include "app/common/figure_parts.h"
#include "app/scholarships/public.h"

namespace nc::app {

namespace {

std::string rows(const std::string& amount, const std::string& unit, const std::string& qualifier) {
  return "SELECT 'scholarship' AS register, s.id, s.code, s.programme AS title, s.date, " + amount + " AS amount, " + unit + " AS unit, " + qualifier +
         " AS qualifier, s.illustrative, s.org_id, s.country, s.level, s.direction, s.of_programme FROM scholarship s WHERE s.deleted = 0 AND s.date >= {from} AND s.date <= {to} AND {orgs:s}";
}

fig::Indicator base(std::string code, Text name, Text rule, std::string unit, std::string sql) {
  fig::Indicator i = counted(std::move(code), name, rule, std::move(unit), std::move(sql), {"scholarship"}, "scholarships");
  i.measure = fig::Measure::sum;
  i.dimensions = {by_field(scholarships(), "country"), by_field(scholarships(), "level"), by_field(scholarships(), "direction"), {"of_programme", Text("Chương trình", "Programme"), {}, false}};
  return i;
}

}  // namespace

void add_scholarships_figures(fig::Engine& engine) {
  engine.add(base("I58", {"Số suất học bổng", "Scholarships"}, {"Cộng số suất học bổng trao trong kỳ.", "Adds the scholarships awarded in the period."}, "scholarship",
                  rows("s.grants", "'scholarship'", "s.grants_q")));
  engine.add(base("I59", {"Giá trị học bổng", "Scholarship value"}, {"Cộng giá trị học bổng trao trong kỳ.", "Adds the value of scholarships awarded in the period."}, "VND",
                  rows("s.value", "COALESCE(s.value_cur, 'VND')", "s.value_q")));
  fig::Indicator students;
  students.code = "I60";
  students.name = Text("Lưu học sinh được đỡ đầu", "Sponsored foreign students");
  students.rule = Text("Đếm lưu học sinh mà đến ngày ấy đang có hội, gia đình hoặc nhà tài trợ đỡ đầu; mỗi người một lần.", "Counts foreign students whom an association, family or donor stands by on that day; each once.");
  students.unit = "person";
  students.at_day = true;
  // Where they study, not who they are, is the title of a row that leaves the program.
  students.rows_sql = "SELECT 'foreign_student' AS register, s.id, s.code, s.school AS title, s.from_date AS date, 1 AS amount, 'person' AS unit, 'exact' AS qualifier, s.illustrative, s.org_id, s.country, s.school "
                      "FROM foreign_student s WHERE s.deleted = 0 AND {orgs:s} AND s.from_date <= {to} AND (s.to_date IS NULL OR s.to_date >= {to}) AND s.status <> 'left' "
                      "AND EXISTS (SELECT 1 FROM sponsorship p WHERE p.student = s.id AND p.deleted = 0 AND p.from_date <= {to} AND (p.to_date IS NULL OR p.to_date >= {to}))";
  students.registers = {"foreign_student", "sponsorship"};
  students.list_query = "foreign-students";
  students.dimensions = {by_field(foreign_students(), "country"), {"school", Text("Trường", "School"), {}, false}};
  engine.add(std::move(students));
}

}  // namespace nc::app
