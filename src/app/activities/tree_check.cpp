// Checks of planted trees: how many of those planted were alive on a day.
#include "app/activities/public.h"
#include "app/common/rules.h"

namespace nc::app {

namespace {

struct TreeCheck : reg::Standard {
  reg::Ref charity;
  Date date;
  reg::Count alive;
  std::string by, remark;
};

void check(const TreeCheck& c, Problems& problems) {
  not_in_future(c.date, "date", problems);
  not_absurd(c.alive, 100'000'000, "alive", problems);
}

/// More trees than were planted can't be alive.
Result<bool> against_planted(const reg::SaveContext& save, const TreeCheck*, TreeCheck& now) {
  const auto row = save.tx.first("SELECT trees, trees_q FROM charity WHERE id = $1", {now.charity.id});
  if (!row || db::is_null((*row)[0]) || !now.alive.value || db::as_text((*row)[1]) != "exact") return true;
  const std::int64_t planted = db::as_int((*row)[0]);
  if (*now.alive.value <= planted) return true;
  return refuse(Code::invalid, Message("Đã trồng " + format_int(planted, Lang::vi) + " cây, không thể còn sống nhiều hơn. Kiểm tra lại số đếm, hoặc ghi việc trồng dặm thành một việc riêng.",
                                       format_int(planted, Lang::en) + " trees were planted, no more can be alive. Check the count, or write replanting as an act of its own."), "alive");
}

}  // namespace

const reg::Description& tree_checks() {
  static const reg::Description description =
      reg::Register<TreeCheck>("tree_check", "tree-checks", {"Kiểm tra cây sống", "Checks of trees"}, {"lần kiểm tra cây", "check of trees"})
          .icon("plant-2")
          .field(&TreeCheck::charity, "charity", {"Việc trồng cây", "Planting"}, {.required = true, .link = "charity", .filter = true})
          .field(&TreeCheck::date, "date", {"Ngày kiểm tra", "Checked on"}, {.required = true, .filter = true, .preset = "today"})
          .field(&TreeCheck::alive, "alive", {"Số cây còn sống", "Trees alive"}, {.required = true, .unit = Text{"cây", "trees"}})
          .field(&TreeCheck::by, "checked_by", {"Ai kiểm tra", "Checked by"}, {.search = true, .hint = Text{"Đơn vị, không ghi tên người", "The organisation, no names of people"}})
          .field(&TreeCheck::remark, "remark", {"Tình trạng", "Condition"}, {.search = true})
          .title("remark")
          .date("date")
          .list({"date", "alive", "checked_by", "remark"})
          .sorted_by("date", true)
          .index({"charity", "date"})
          .part_of("charity")
          .rule(check)
          .before_save(against_planted)
          .done();
  return description;
}

}  // namespace nc::app
