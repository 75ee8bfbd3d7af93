// Beneficiaries of aid by group, as counts: sensitive groups are never listed by name.
#include "app/aid/public.h"
#include "app/common/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct AidBeneficiary : reg::Standard {
  reg::Ref aid;
  std::string beneficiary_group;
  reg::Count direct, indirect, households, female;
  Date as_of;
};

void check(const AidBeneficiary& b, Problems& problems) {
  not_absurd(b.direct, 20'000'000, "direct", problems);
  not_absurd(b.indirect, 100'000'000, "indirect", problems);
  not_absurd(b.households, 10'000'000, "households", problems);
  if (b.direct.value && b.female.value && *b.female.value > *b.direct.value)
    complain(problems, "female", "Số nữ lớn hơn số người hưởng lợi trực tiếp. Kiểm tra lại hai số.",
             "There are more women than direct beneficiaries. Check both numbers.");
}

}  // namespace

const reg::Description& aid_beneficiaries() {
  static const reg::Description description =
      reg::Register<AidBeneficiary>("aid_beneficiary", "aid-beneficiaries", {"Người hưởng lợi", "Beneficiaries"},
                                    {"nhóm hưởng lợi", "beneficiary group"})
          .icon("users")
          .field(&AidBeneficiary::aid, "aid", {"Khoản viện trợ", "Aid item"}, {.required = true, .link = "aid"})
          .field(&AidBeneficiary::beneficiary_group, "beneficiary_group", {"Nhóm", "Group"},
                 {.required = true, .options = &beneficiary_groups(), .filter = true})
          .field(&AidBeneficiary::direct, "direct", {"Trực tiếp", "Direct"}, {.unit = Text{"người", "people"}})
          .field(&AidBeneficiary::indirect, "indirect", {"Gián tiếp", "Indirect"}, {.unit = Text{"người", "people"}})
          .field(&AidBeneficiary::households, "households", {"Số hộ", "Households"}, {.unit = Text{"hộ", "households"}})
          .field(&AidBeneficiary::female, "female", {"Trong đó nữ", "Of whom women"}, {.unit = Text{"người", "people"}})
          .field(&AidBeneficiary::as_of, "as_of", {"Tính đến ngày", "As of"}, {})
          .title("beneficiary_group")
          .date("as_of")
          .list({"beneficiary_group", "direct", "indirect", "households", "female"})
          .index({"aid"})
          .part_of("aid")
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
