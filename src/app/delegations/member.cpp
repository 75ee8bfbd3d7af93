// Register of the people of a delegation; passport, birth and personal needs are masked and readings of them noted.
#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/delegations/public.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Member : reg::Standard {
  reg::Ref delegation;
  std::string name, form_of_address, title, title_en, organisation, nationality;
  bool is_head = false;
  std::string passport_kind, passport_no;
  Date passport_expires, born;
  std::string needs;
};

const reg::Options& addresses() {
  static const reg::Options options{{"mr", {"ông", "Mr"}},           {"ms", {"bà", "Ms"}},
                                    {"he", {"Ngài (đại sứ, bộ trưởng)", "H.E."}}, {"dr", {"tiến sĩ", "Dr"}},
                                    {"prof", {"giáo sư", "Prof."}},  {"rev", {"chức sắc tôn giáo", "Rev."}}};
  return options;
}

const reg::Options& passport_kinds() {
  static const reg::Options options{{"ordinary", {"phổ thông", "ordinary"}}, {"official", {"công vụ", "official"}}, {"diplomatic", {"ngoại giao", "diplomatic"}}};
  return options;
}

void check(const Member& m, Problems& problems) {
  not_in_future(m.born, "born", problems);
  if (m.born && m.passport_expires) not_before(m.born, m.passport_expires, "passport_expires", problems);
}

}  // namespace

const reg::Description& delegation_members() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Member>("delegation_member", "delegation-members", {"Thành viên đoàn", "Members of delegations"}, {"thành viên đoàn", "member of the delegation"})
          .icon("users")
          .holds({"thành viên đoàn, khách", "members of delegations, guests"}, {"mời, xin phép, đón tiếp, làm thủ tục", "invitations, permissions, hospitality, formalities"}, "travel")
          .field(&Member::delegation, "delegation", {"Đoàn", "Delegation"}, {.required = true, .link = "delegation", .filter = true})
          .field(&Member::name, "name", {"Họ và tên", "Name"},
                 {.required = true, .search = true, .personal = true, .hint = Text{"Viết đúng như hộ chiếu", "As in the passport"}})
          .field(&Member::form_of_address, "form_of_address", {"Cách xưng", "Form of address"}, {.options = &addresses(), .width = "third"})
          .field(&Member::is_head, "is_head", {"Trưởng đoàn", "Head of delegation"}, {})
          .field(&Member::title, "title", {"Chức vụ", "Position in Vietnamese"}, {.search = true})
          .field(&Member::title_en, "title_en", {"Chức vụ bằng tiếng Anh", "Position in English"}, {.search = true})
          .field(&Member::organisation, "organisation", {"Cơ quan, tổ chức", "Organisation"}, {.search = true})
          .field(&Member::nationality, "nationality", {"Quốc tịch", "Nationality"}, {.options = &countries(), .filter = true})
          .field(&Member::passport_kind, "passport_kind", {"Loại hộ chiếu", "Kind of passport"}, {.options = &passport_kinds(), .section = Text{"Dữ liệu cá nhân", "Personal data"}})
          .field(&Member::passport_no, "passport_no", {"Số hộ chiếu", "Passport number"}, {.max = 40, .sensitive = true})
          .field(&Member::passport_expires, "passport_expires", {"Hộ chiếu hết hạn", "Passport expires"}, {.sensitive = true})
          .field(&Member::born, "born", {"Ngày sinh", "Born on"}, {.sensitive = true})
          .field(&Member::needs, "needs", {"Ăn uống, điều cần lưu ý", "Diet, what to mind"}, {.sensitive = true, .hint = Text{"Không ghi hồ sơ sức khỏe", "No health records"}})
          .title("name")
          .list({"name", "title", "organisation", "nationality", "is_head"})
          .sorted_by("name")
          .index({"delegation", "is_head"})
          .part_of("delegation")
          .rule(check)
          .done());
  return description;
}

}  // namespace nc::app
