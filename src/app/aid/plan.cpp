// Planned disbursements of an aid item: what is to come when, item by item; edited together in a grid.
#include "app/aid/follow.h"
#include "app/aid/public.h"
#include "app/common/part.h"
#include "app/common/rules.h"

namespace nc::app {

namespace {

struct AidPlan : reg::Standard {
  reg::Ref aid;
  Date date;
  std::string item;
  reg::MoneyValue amount;
};

void check(const AidPlan& p, Problems& problems) {
  if (p.amount.value && p.amount.value->minor < 0) complain(problems, "amount", "Giá trị không được âm.", "A value can't be negative.");
}

}  // namespace

const reg::Description& aid_plans() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<AidPlan>("aid_plan", "aid-plans", {"Kế hoạch giải ngân", "Planned disbursements"}, {"dòng kế hoạch", "planned disbursement"})
          .icon("calendar-dollar")
          .field(&AidPlan::aid, "aid", {"Khoản viện trợ", "Aid item"}, {.required = true, .link = "aid", .filter = true})
          .field(&AidPlan::date, "date", {"Ngày dự kiến", "Planned for"}, {.required = true, .filter = true})
          .field(&AidPlan::item, "item", {"Mục chi", "Budget line"}, {.search = true})
          .field(&AidPlan::amount, "amount", {"Số tiền", "Amount"}, {.required = true, .sortable = true})
          .title("item")
          .date("date")
          .list({"date", "item", "amount"})
          .sorted_by("date")
          .index({"aid", "date"})
          .part_of("aid")
          .rule(check)
          .done());
  return description;
}

}  // namespace nc::app
