// What is overdue is brought before the vice chair, and three working days later before the chair: who was told stands on the record.
#include <algorithm>

#include "app/petitions/public.h"
#include "app/petitions/work.h"
#include "base/clock.h"
#include "base/fold.h"
#include "base/words.h"
#include "flow/notice.h"

namespace nc::app {

namespace {

constexpr int k_until_the_chair = 3;  ///< working days that the vice chair has

struct Late { std::int64_t id = 0, org = 0; Date due; Instant since = 0; std::string title, code; };

std::vector<Late> late_petitions(db::ReadDb& db) {
  std::vector<Late> out;
  db.each("SELECT k.id, k.org_id, c.due, c.since, k.title, k.code FROM flow_clock c JOIN petition k ON k.id = c.record_id WHERE c.register_name = 'petition' AND k.deleted = 0 AND k.answered_on IS NULL AND k.closed_on IS NULL "
          "AND c.due < $1 ORDER BY c.due, k.id LIMIT 500", {today().iso()}, [&](const db::Row& r) {
    if (const auto due = Date::from_iso(r.text(2))) out.push_back({r.integer(0), r.integer(1), *due, r.integer(3), std::string(r.text(4)), std::string(r.text(5))});
    return true;
  });
  return out;
}

bool leads_as(const Actor& a, bool chair) {
  if (!a.role.empty()) return a.role == (chair ? "chair" : "vice_chair");
  const std::string title = fold(a.title);
  return chair ? title.starts_with("chu tich") : title.starts_with("pho chu tich");
}

/// Leaders of the organisations above the one that asks, who approve and reach it.
std::vector<Actor> leaders(db::ReadDb& db, const std::vector<Actor>& people, const Late& late, bool chair) {
  std::vector<Actor> out;
  for (const Actor& a : people)
    if (a.may(Function::approve) && a.org != late.org && leads_as(a, chair) && flow::reaches(db, a, petitions(), late.id)) out.push_back(a);
  return out;
}

bool told_already(db::ReadDb& db, const Late& late, const char* act) {
  return db.first("SELECT id FROM notice WHERE register_name = 'petition' AND record_id = $1 AND act = $2 AND at >= $3", {late.id, std::string(act), late.since}).has_value();
}

int bring_before(db::Tx& tx, const std::vector<Actor>& whom, const Late& late, const char* act) {
  const std::string days = std::to_string(today().days() - late.due.days());
  const Message words("Yêu cầu quá hạn trả lời " + days + " ngày, trình lãnh đạo: “" + late.title + "” (" + late.code + ").", "A petition is " + days + " days overdue and brought before you: “" + late.title + "” (" + late.code + ").");
  for (const Actor& a : whom) flow::tell(tx, a.id, petitions(), late.id, act, "Nhịp Cầu", words);
  return static_cast<int>(whom.size());
}

}  // namespace

int escalate_petitions(db::Tx& tx) {
  const auto all = late_petitions(tx);
  if (all.empty()) return 0;
  const auto people = flow::all_actors(tx);
  int written = 0;
  for (const Late& late : all) {
    const auto vice = leaders(tx, people, late, false), chair = leaders(tx, people, late, true);
    if (!told_already(tx, late, "escalate")) {
      written += bring_before(tx, vice.empty() ? chair : vice, late, "escalate");
      if (vice.empty()) continue;  // an office without a vice chair: the chair was told just now
    }
    if (!vice.empty() && flow::days_after(late.due, k_until_the_chair, true) < today() && !told_already(tx, late, "escalate_chair")) written += bring_before(tx, chair, late, "escalate_chair");
  }
  return written;
}

Html escalation_panel(const reg::PanelContext& x) {
  std::vector<TimelineItem> items;
  x.db.each("SELECT n.at, p.name, p.title, n.act FROM notice n JOIN person p ON p.id = n.person_id WHERE n.register_name = 'petition' AND n.record_id = $1 AND n.act IN ('overdue', 'escalate', 'escalate_chair') ORDER BY n.at, n.id", {x.id},
            [&](const db::Row& r) {
              const Message what = r.text(3) == "overdue" ? Message(Text("nhắc quá hạn", "reminded: overdue")) : Message(Text("trình lãnh đạo", "brought before"));
              items.push_back({format_instant(r.integer(0), x.lang), std::string(r.text(1)), Html(x.lang) << capital(what.in(x.lang)) << (r.text(2).empty() ? "" : " · ") << r.text(2), false});
              return items.size() < 30;
            });
  if (items.empty()) return Html(x.lang);
  return card(x.lang, {.title = Text("Đã báo lên", "Brought before"), .body = timeline(x.lang, items), .id = "escalated"});
}

}  // namespace nc::app
