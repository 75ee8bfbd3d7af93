// Roles: presets over functions, reach and sight, as an office hands out its work.
#include "auth/actor.h"

namespace nc {

const std::vector<Role>& roles() {
  using F = Function;
  static const std::vector<Role> all = {
      {"association_officer", {"cán bộ hội thành viên", "association officer"}, Reach::own_and_below, Sight::internal, {F::enter}},
      {"union_specialist", {"chuyên viên Liên hiệp", "Union specialist"}, Reach::own_and_below, Sight::internal, {F::enter, F::check}},
      {"clerk", {"văn thư", "clerk"}, Reach::whole_union, Sight::internal, {F::number}},
      {"vice_chair", {"phó chủ tịch", "vice chair"}, Reach::own_and_below, Sight::personal, {F::check, F::approve}},
      {"chair", {"chủ tịch", "chair"}, Reach::own_and_below, Sight::personal, {F::check, F::approve, F::publish}},
      {"vufo_reader", {"người đọc ở Liên hiệp Việt Nam", "reader at VUFO"}, Reach::own_and_below, Sight::figures, {}},
      {"auditor", {"người kiểm tra, giám sát", "auditor"}, Reach::whole_union, Sight::personal, {F::audit}},
      {"administrator", {"quản trị", "administrator"}, Reach::whole_union, Sight::internal, {F::administer}},
      {"guest", {"khách", "guest"}, Reach::own, Sight::published, {}},
  };
  return all;
}

const Role* find_role(std::string_view code) {
  for (const Role& role : roles())
    if (role.code == code) return &role;
  return nullptr;
}

}  // namespace nc
