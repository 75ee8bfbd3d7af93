// Register of member counts: how many members an organisation had on a day. Counts only, no persons.
#include "app/common/rules.h"
#include "app/organisations/public.h"

namespace nc::app {

namespace {

struct Membership : reg::Standard {
  std::string title;
  Date as_of;
  std::string kind = "all";
  reg::Count count, chapters, youth, women;
  std::string source;
};

const reg::Options& membership_kinds() {
  static const reg::Options options{
      {"all", {"mọi loại hội viên", "all members"}},
      {"individual", {"hội viên cá nhân", "individual"}},
      {"collective", {"hội viên tập thể", "collective"}},
      {"honorary", {"hội viên danh dự", "honorary"}},
      {"associate", {"hội viên liên kết", "associate"}},
      {"by_list", {"từ ngày này đếm theo danh sách", "counted by the list from this day"}},
      {"compatriots", {"người Việt Nam ở nước ngoài (ước tính)", "compatriots abroad (estimate)"}}};
  return options;
}

void check(const Membership& m, Problems& problems) {
  not_in_future(m.as_of, "as_of", problems);
  not_absurd(m.count, 5'000'000, "count", problems);
  not_absurd(m.chapters, 10'000, "chapters", problems);
  if (m.count.value && m.youth.value && *m.youth.value > *m.count.value)
    complain(problems, "youth", "Số hội viên trẻ lớn hơn tổng số. Kiểm tra lại hai số.",
             "There are more young members than members. Check both numbers.");
  if (m.count.value && m.women.value && *m.women.value > *m.count.value)
    complain(problems, "women", "Số hội viên nữ lớn hơn tổng số. Kiểm tra lại hai số.",
             "There are more women than members. Check both numbers.");
}

}  // namespace

const reg::Description& memberships() {
  static const reg::Description description =
      reg::Register<Membership>("membership", "memberships", {"Số hội viên", "Member counts"},
                                {"số hội viên", "member count"})
          .icon("users")
          .field(&Membership::title, "title", {"Nội dung", "What is counted"},
                 {.required = true,
                  .search = true,
                  .hint = Text{"Ví dụ: Hội viên Hội hữu nghị Việt – Nga năm 2024",
                               "For example: members of the Viet Nam – Russia association, 2024"}})
          .field(&Membership::as_of, "as_of", {"Tính đến ngày", "As of"},
                 {.required = true, .filter = true, .preset = "today"})
          .field(&Membership::kind, "kind", {"Loại hội viên", "Kind"},
                 {.required = true, .options = &membership_kinds(), .filter = true, .preset = "all"})
          .field(&Membership::count, "count", {"Số hội viên", "Members"},
                 {.sortable = true,
                  .hint = Text{"Chỉ ghi số đếm. Ghi được “gần 600”, “hơn 300”",
                               "A count only. “gần 600” or “hơn 300” may be typed"},
                  .unit = Text{"hội viên", "members"}})
          .field(&Membership::chapters, "chapters", {"Số chi hội", "Chapters"}, {.unit = Text{"chi hội", "chapters"}})
          .field(&Membership::youth, "youth", {"Dưới 35 tuổi", "Under 35"}, {.unit = Text{"hội viên", "members"}})
          .field(&Membership::women, "women", {"Hội viên nữ", "Women"}, {.unit = Text{"hội viên", "members"}})
          .field(&Membership::source, "source", {"Nguồn số liệu", "Source"}, {})
          .title("title")
          .date("as_of")
          .list({"as_of", "org", "title", "kind", "count", "chapters"})
          .sorted_by("as_of", true)
          .index({"org_id", "as_of"})
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
