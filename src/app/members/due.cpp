// Register of dues: what a member paid for a year.
#include "app/common/rules.h"
#include "app/members/members.h"
#include "app/members/public.h"

namespace nc::app {

namespace {

struct Due : reg::Standard {
  reg::Ref member;
  std::int64_t year = 0;
  reg::MoneyValue amount;
  Date paid_on;
  std::string receipt;
};

void check(const Due& d, Problems& problems) {
  sensible_year(d.year, "year", problems);
  not_in_future(d.paid_on, "paid_on", problems);
  if (d.amount.value && d.amount.value->minor < 0) complain(problems, "amount", "Số tiền không được âm.", "An amount can't be negative.");
}

/// A year is paid once; what comes later is added to it.
Result<bool> once_a_year(const reg::SaveContext& save, const Due*, Due& now) {
  if (save.tx.first("SELECT 1 FROM member_due WHERE deleted = 0 AND member = $1 AND year = $2 AND id <> $3", {now.member.id, now.year, now.id}))
    return refuse(Code::conflict, Text("Năm này đã ghi hội phí của người ấy. Sửa khoản đã ghi.", "The dues of this year are recorded already. Edit that record."), "year");
  return true;
}

}  // namespace

const reg::Description& member_dues() {
  static const reg::Description description =
      reg::Register<Due>("member_due", "member-dues", {"Hội phí", "Dues"}, {"hội phí", "due"})
          .icon("coin")
          .field(&Due::member, "member", {"Hội viên", "Member"}, {.required = true, .link = "member", .filter = true})
          .field(&Due::year, "year", {"Năm", "Year"}, {.required = true, .filter = true, .sortable = true, .min = 1900, .max_value = 2200})
          .field(&Due::amount, "amount", {"Số tiền", "Amount"}, {})
          .field(&Due::paid_on, "paid_on", {"Ngày nộp", "Paid on"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Due::receipt, "receipt", {"Số phiếu thu", "Receipt"}, {.max = 60, .search = true})
          .title("year")
          .date("paid_on")
          .list({"year", "member", "amount", "paid_on", "receipt"})
          .sorted_by("paid_on", true)
          .unique({"member", "year"})
          .part_of("member")
          .rule(check)
          .before_save(once_a_year)
          .scope(members_scope)
          .done();
  return description;
}

}  // namespace nc::app
