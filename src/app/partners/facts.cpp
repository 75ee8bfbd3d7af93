// What shows that a relation lives: dated facts of all registers that name a partner.
#include "app/partners/facts.h"

#include "app/common/within.h"

namespace nc::app {

const std::vector<FactSource>& fact_sources() {
  static const std::vector<FactSource> all{
      {"delegation", "partner", "from_date", "f.status NOT IN ('cancelled', 'refused')", "f.direction"},
      {"aid", "donor", "from_date", "f.from_date IS NOT NULL", "''"},
      {"courtesy", "partner", "date", "f.status <> 'skipped'", "f.kind"},
      {"agreement", "partner", "signed_on", "f.signed_on IS NOT NULL", "''"},
      {"charity", "sponsor", "date", "f.date IS NOT NULL", "''"},
      {"scholarship", "donor", "date", "f.date IS NOT NULL", "''"},
      {"gift", "partner", "date", "f.status <> 'planned'", "f.direction"},
      {"contact_log", "partner", "date", "f.date IS NOT NULL", "f.channel"},
      {"activity", "partner_links", "from_date", "f.status IN ('done', 'reported')", "''", "partner"}};
  return all;
}

Message reason_words(const LinkedFact* last, Date relation_since, Date today) {
  if (last) return last_words(*last, today);
  if (!relation_since) return Text("sổ chưa ghi việc nào", "the registers know of nothing yet");
  return {"quan hệ từ " + format_date(relation_since, Lang::vi) + ", sổ chưa ghi việc nào", "relation since " + format_date(relation_since, Lang::en) + ", the registers know of nothing yet"};
}

std::map<std::int64_t, NextStep> next_steps(db::ReadDb& db, const Actor& actor) {
  std::map<std::int64_t, NextStep> out;
  each_within(db, "SELECT l.partner, l.id, k.id, l.follow_up, COALESCE(k.due, l.follow_up_due) FROM contact_log l LEFT JOIN task k ON k.id = l.task AND k.deleted = 0 "
                  "WHERE l.deleted = 0 AND l.follow_up IS NOT NULL AND (k.id IS NULL OR k.status NOT IN ('done', 'cancelled', 'carried_over'))",
              {}, org_scope(actor, "l"), "ORDER BY 5, l.id", [&](const db::Row& r) {
                out.try_emplace(r.integer(0), NextStep{r.integer(1), r.integer(2), std::string(r.text(3)), Date::from_iso(r.text(4)).value_or(Date{})});
                return true;
              });
  return out;
}

}  // namespace nc::app
