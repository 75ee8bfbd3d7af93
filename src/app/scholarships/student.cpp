// Registers of foreign students at schools here and of who stands by them: host families, associations, donors.
#include "app/common/rules.h"
#include "app/reference/public.h"
#include "app/scholarships/public.h"

namespace nc::app {

namespace {

struct ForeignStudent : reg::Standard {
  std::string name, country, school, course, programme;
  Date from_date, to_date;
  std::string status = "studying";
  reg::Ref scholarship;
};

struct Sponsorship : reg::Standard {
  reg::Ref student, org_by, partner;
  std::string sponsor, kind, support;
  Date from_date, to_date;
  reg::MoneyValue value;
};

const reg::Options& student_states() {
  static const reg::Options options{{"studying", {"đang học", "studying"}}, {"finished", {"đã tốt nghiệp", "finished"}}, {"left", {"đã thôi học", "left"}}};
  return options;
}

const reg::Options& sponsorship_kinds() {
  static const reg::Options options{{"host_family", {"gia đình nhận đỡ đầu", "host family"}}, {"tuition", {"học phí", "tuition"}}, {"living", {"sinh hoạt phí", "living costs"}},
                                    {"language", {"dạy tiếng Việt", "Vietnamese lessons"}}, {"mixed", {"nhiều mặt", "several kinds"}}};
  return options;
}

void check_student(const ForeignStudent& s, Problems& problems) { not_before(s.from_date, s.to_date, "to_date", problems); }

void check_sponsorship(const Sponsorship& s, Problems& problems) {
  not_before(s.from_date, s.to_date, "to_date", problems);
  if (s.org_by.id == 0 && s.partner.id == 0 && s.sponsor.empty()) complain(problems, "sponsor", "Ghi ai đỡ đầu: hội, đối tác hoặc gia đình.", "Say who stands by the student: an association, a partner or a family.");
  if (s.value.value && s.value.value->minor < 0) complain(problems, "value", "Giá trị không được âm.", "A value can't be negative.");
}

}  // namespace

const reg::Description& foreign_students() {
  static const reg::Description description =
      reg::Register<ForeignStudent>("foreign_student", "foreign-students", {"Lưu học sinh", "Foreign students"}, {"lưu học sinh", "foreign student"})
          .icon("school")
          .prefix("LHS")
          .holds({"lưu học sinh nước ngoài", "foreign students"}, {"đỡ đầu, trao học bổng, mời dự hoạt động hữu nghị", "sponsorship, scholarships, invitations to friendship activities"})
          .field(&ForeignStudent::name, "name", {"Họ và tên", "Name"}, {.required = true, .search = true, .sortable = true, .personal = true})
          .field(&ForeignStudent::country, "country", {"Nước", "Country"}, {.required = true, .options = &countries(), .filter = true, .sortable = true})
          .field(&ForeignStudent::school, "school", {"Trường", "School"}, {.required = true, .search = true, .sortable = true})
          .field(&ForeignStudent::course, "course", {"Ngành học", "Course"}, {.search = true})
          .field(&ForeignStudent::programme, "programme", {"Chương trình", "Programme"}, {.search = true, .filter = true, .hint = Text{"Ví dụ: Ươm mầm hữu nghị", "For example: Ươm mầm hữu nghị"}})
          .field(&ForeignStudent::from_date, "from_date", {"Học từ", "From"}, {.required = true, .filter = true})
          .field(&ForeignStudent::to_date, "to_date", {"Đến ngày", "To"}, {.filter = true})
          .field(&ForeignStudent::status, "status", {"Tình trạng", "State"}, {.required = true, .options = &student_states(), .filter = true, .preset = "studying"})
          .field(&ForeignStudent::scholarship, "scholarship", {"Thuộc đợt học bổng", "Scholarships"}, {.link = "scholarship", .filter = true})
          .title("name")
          .date("from_date")
          .country("country")
          .list({"name", "country", "school", "course", "from_date", "to_date", "status"})
          .sorted_by("from_date", true)
          .view({"Đang học", "Studying"}, "status=studying")
          .condition("unsponsored", {"chưa có ai đỡ đầu", "nobody stands by"},
                     "{t}.status = 'studying' AND NOT EXISTS (SELECT 1 FROM sponsorship p WHERE p.student = {t}.id AND p.deleted = 0 AND p.from_date <= '{today}' AND (p.to_date IS NULL OR p.to_date >= '{today}'))")
          .view({"Chưa có ai đỡ đầu", "Nobody stands by"}, "is=unsponsored")
          .rule(check_student)
          .done();
  return description;
}

const reg::Description& sponsorships() {
  static const reg::Description description =
      reg::Register<Sponsorship>("sponsorship", "sponsorships", {"Đỡ đầu", "Sponsorship"}, {"việc đỡ đầu", "sponsorship"})
          .icon("heart-handshake")
          .holds({"gia đình, cá nhân đỡ đầu lưu học sinh", "families and people who stand by foreign students"}, {"liên lạc, ghi nhận", "contact and recognition"})
          .field(&Sponsorship::student, "student", {"Lưu học sinh", "Student"}, {.required = true, .link = "foreign_student", .filter = true})
          .field(&Sponsorship::kind, "kind", {"Hình thức", "Kind"}, {.required = true, .options = &sponsorship_kinds(), .filter = true})
          .field(&Sponsorship::org_by, "by_org", {"Hội đỡ đầu", "Association"}, {.link = "organisation", .filter = true})
          .field(&Sponsorship::partner, "partner", {"Nhà tài trợ", "Donor"}, {.link = "partner", .filter = true})
          .field(&Sponsorship::sponsor, "sponsor", {"Gia đình, cá nhân", "Family or person"}, {.search = true, .personal = true})
          .field(&Sponsorship::support, "support", {"Giúp những gì", "What is given"}, {.search = true})
          .field(&Sponsorship::from_date, "from_date", {"Từ ngày", "From"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Sponsorship::to_date, "to_date", {"Đến ngày", "To"}, {.filter = true})
          .field(&Sponsorship::value, "value", {"Giá trị", "Value"}, {})
          .title("kind")
          .date("from_date")
          .list({"from_date", "kind", "by_org", "partner", "sponsor", "support", "to_date"})
          .sorted_by("from_date", true)
          .index({"student", "from_date"})
          .part_of("student")
          .rule(check_sponsorship)
          .done();
  return description;
}

}  // namespace nc::app
