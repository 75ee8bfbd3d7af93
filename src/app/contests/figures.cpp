// Figures of contests: how many were held, and how many took part.
#include "app/contests/figures.h"

#include "app/common/figure_parts.h"
#include "app/contests/public.h"

namespace nc::app {

namespace {

/// Entrants of one row of I37: those listed, else the number that was written down.
std::int64_t entrants_of(db::ReadDb& db, const fig::Row& row) {
  if (row.register_name == "activity") return db.integer("SELECT COALESCE(entrants, 0) FROM activity WHERE id = $1", {row.id});
  const auto listed = db.integer("SELECT COUNT(*) FROM contest_entrant WHERE deleted = 0 AND contest = $1 AND status IN ('confirmed', 'absent')", {row.id});
  return listed > 0 ? listed : db.integer("SELECT COALESCE(entrants, 0) FROM contest WHERE id = $1", {row.id});
}

}  // namespace

void add_contest_figures(fig::Engine& engine) {
  constexpr int k_most = 1000;
  fig::Indicator i;
  i.code = "I37";
  i.name = Text("Cuộc thi, thí sinh", "Contests and entrants");
  i.rule = Text("Đếm cuộc thi có chung kết (hoặc ngày mở) trong kỳ, không tính cuộc thi đã hủy; cuộc thi chỉ ghi ở sổ hoạt động cũng được đếm, một lần. Kèm số thí sinh.",
                "Counts contests whose final (or opening) is in the period, cancelled ones left out; those only recorded as activities count too, once. With their entrants.");
  i.unit = "contest";
  i.version = 2;
  i.registers = {"contest", "contest_entrant", "activity"};
  i.list_query = "contests";
  i.rows_sql =
      "SELECT 'contest' AS register, c.id, c.code, c.title, COALESCE(c.to_date, c.from_date) AS date, 1 AS amount, 'contest' AS unit, 'exact' AS qualifier, c.illustrative, c.org_id, c.language, c.countries AS country, c.level "
      "FROM contest c WHERE c.deleted = 0 AND c.status NOT IN ('cancelled', 'rules_issued') AND COALESCE(c.to_date, c.from_date) >= {from} AND COALESCE(c.to_date, c.from_date) <= {to} AND {orgs:c:joint} "
      "UNION ALL SELECT 'activity' AS register, a.id, a.code, a.title, a.from_date AS date, 1 AS amount, 'contest' AS unit, 'exact' AS qualifier, a.illustrative, a.org_id, a.language, a.countries AS country, NULL AS level "
      "FROM activity a WHERE a.deleted = 0 AND a.kind = 'contest' AND a.status IN ('done', 'reported') AND a.from_date >= {from} AND a.from_date <= {to} AND {orgs:a:joint} AND {same:a:activity} "
      "AND NOT EXISTS (SELECT 1 FROM contest k WHERE k.deleted = 0 AND k.activity = a.id)";
  i.dimensions = {by_field(contests(), "language"), by_field(contests(), "countries", "country"), by_field(contests(), "level")};
  i.derive = [](const fig::Engine& counting, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    fig::Ask ask = f.ask;
    ask.by.clear();
    std::int64_t people = 0;
    if (const auto rows = counting.rows(db, actor, ask, k_most))
      for (const fig::Row& row : *rows) people += entrants_of(db, row);
    f.parts = {{"contest", "contest", f.value, Qualifier::exact}, {"entrants", "person", static_cast<double>(people), Qualifier::exact}};
  };
  engine.add(std::move(i));
}

}  // namespace nc::app
