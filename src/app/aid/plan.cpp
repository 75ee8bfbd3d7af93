// Planned disbursements of an aid item: what is to come when, item by item; edited together in a grid.
#include "app/aid/follow.h"
#include "app/aid/public.h"
#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/catalog.h"
#include "base/clock.h"
#include "html/components.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

struct AidPlan : reg::Standard {
  reg::Ref aid;
  Date date, received_on;
  std::string item;
  reg::MoneyValue amount;
};

/// Its day is past, nobody noted that it came, and what was disbursed so far (in the currency that was promised) does not reach what
/// should have come by then. Of an unknown amount nobody can say that it was reached: only the note that it came settles it.
const std::string k_late_instalment =
    "{t}.received_on IS NULL AND {t}.date < '{today}' AND EXISTS (SELECT 1 FROM aid a WHERE a.id = {t}.aid AND a.deleted = 0 AND a.status IN ('mobilising', 'approved', 'implementing')) "
    "AND ({t}.amount IS NULL OR (SELECT SUM(q.amount) FROM aid_plan q WHERE q.deleted = 0 AND q.aid = {t}.aid AND q.amount_cur = {t}.amount_cur AND q.date <= {t}.date) > "
    "COALESCE((SELECT SUM(v.amount) FROM aid_value v WHERE v.deleted = 0 AND v.aid = {t}.aid AND v.amount_cur = {t}.amount_cur AND v.basis IN ('disbursed', 'in_kind')), 0))";

void check(const AidPlan& p, Problems& problems) {
  not_in_future(p.received_on, "received_on", problems);
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
          .field(&AidPlan::received_on, "received_on", {"Nhận ngày", "Received on"}, {.filter = true})
          .title("item")
          .date("date")
          .list({"date", "aid", "item", "amount", "received_on"})
          .sorted_by("date")
          .index({"aid", "date"})
          .condition("late", {"đợt tiền quá hạn", "instalment overdue"}, k_late_instalment)
          .part_of("aid")
          .rule(check)
          .done());
  return description;
}

Html late_instalments_card(db::ReadDb& db, const Actor& actor, Lang lang) {
  constexpr int k_shown = 10;
  const reg::Description& d = aid_plans();
  reg::ListQuery q;
  q.filters = {{"is", "late"}};
  q.limit = k_shown;
  const auto page = reg::list(db, d, actor, q);
  if (page.rows.empty()) return Html(lang);
  const auto titles = reg::link_titles(db, catalog(), d, page.rows, lang);
  std::vector<ListItem> items;
  for (const reg::Cells& row : page.rows) {
    const Date day = Date::from_iso(d.text(row, "date")).value_or(today());
    const std::string late = format_int(today().days() - day.days(), Lang::vi);
    ListItem i{.icon = "coin", .tone = Tone::warn};
    i.href = "/aid/" + std::to_string(db::as_int(row[static_cast<std::size_t>(d.column("aid"))]));
    i.title = Html(lang) << reg::show(*d.find("aid"), row, lang, titles);
    i.detail = Html(lang) << reg::show(*d.find("amount"), row, lang) << ", "_h << Message("hẹn " + format_date(day, Lang::vi) + ", quá " + late + " ngày", "due on " + format_date(day, Lang::en) + ", " + late + " days ago");
    if (actor.may(Function::enter)) i.end = button(lang, {.label = Text("Ghi đã nhận", "Note as received"), .href = reg::record_url(d, db::as_int(row[reg::k_id])) + "/edit", .small = true});
    items.push_back(std::move(i));
  }
  const std::string n = std::to_string(page.count);
  return card(lang, {.title = Message(n + " đợt tiền cam kết quá hạn", n + (page.count == 1 ? " promised instalment is late" : " promised instalments are late")), .head_end = more_link(lang, Text("Mở danh sách", "Open the list"), "/aid-plans?is=late"), .body = item_list(lang, items), .id = "late-instalments"});
}

}  // namespace nc::app
