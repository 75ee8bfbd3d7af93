// Figures of agreements and twinning.
#include "app/agreements/figures.h"

#include "app/agreements/public.h"
#include "app/common/figure_parts.h"

namespace nc::app {

namespace {

std::string rows(const std::string& date, const std::string& condition) {
  return "SELECT 'agreement' AS register, g.id, g.code, g.title, " + date + " AS date, 1 AS amount, 'agreement' AS unit, 'exact' AS qualifier, g.illustrative, g.org_id, g.kind, g.country, "
         "g.level, g.status AS state FROM agreement g WHERE g.deleted = 0 AND {orgs:g} AND " + condition;
}

fig::Indicator base(std::string code, Text name, Text rule, bool at_day, std::string sql) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = "agreement";
  i.at_day = at_day;
  i.rows_sql = std::move(sql);
  i.registers = {"agreement"};
  i.list_query = "agreements";
  i.dimensions = {by_field(agreements(), "kind"), by_field(agreements(), "country"), by_field(agreements(), "level"),
                  by_field(agreements(), "status", "state")};
  return i;
}

/// Progress of commitments of agreements that are in force on the day: the mean of its rows.
fig::Indicator progress_of_commitments() {
  fig::Indicator i;
  i.code = "I66";
  i.name = Text("Tiến độ cam kết", "Commitment progress");
  i.rule = Text("Bình quân tiến độ của các cam kết thuộc thỏa thuận còn hiệu lực vào ngày tính.", "The mean progress of the commitments of agreements in force on the day.");
  i.unit = "percent";
  i.measure = fig::Measure::sum;
  i.count_unit = "commitment";
  i.at_day = true;
  i.registers = {"commitment", "agreement"};
  i.list_query = "commitments";
  i.rows_sql = "SELECT 'commitment' AS register, c.id, c.code, c.content AS title, c.due AS date, c.progress AS amount, 'percent' AS unit, 'exact' AS qualifier, c.illustrative, c.org_id, g.kind, g.country, g.code AS agreement "
               "FROM commitment c JOIN agreement g ON g.id = c.agreement WHERE c.deleted = 0 AND g.deleted = 0 AND {orgs:c} AND g.status IN ('signed', 'in_force', 'expiring', 'extended', 'expired', 'succession_pending') "
               "AND (COALESCE(g.effective_from, g.signed_on) IS NULL OR COALESCE(g.effective_from, g.signed_on) <= {to}) AND (g.expires_on IS NULL OR g.expires_on >= {to}) AND (g.expires_on IS NOT NULL OR g.status <> 'expired')";
  i.dimensions = {by_field(agreements(), "kind"), by_field(agreements(), "country"), {"agreement", Text("Thỏa thuận", "Agreement"), {}, false}};
  i.derive = [](const fig::Engine&, db::ReadDb&, const Actor&, fig::Figure& f) {
    for (fig::Group& g : f.groups)
      if (g.value && g.rows > 0) g.value = *g.value / static_cast<double>(g.rows);
    f.unit = "percent";
    if (f.value && f.row_count > 0) {
      f.value = *f.value / static_cast<double>(f.row_count);
      f.parts = {{"count", "commitment", static_cast<double>(f.row_count), Qualifier::exact}};
      return;
    }
    f.value = std::nullopt;
    f.note_vi = "Chưa có cam kết nào của thỏa thuận còn hiệu lực.";
    f.note_en = "There is no commitment of an agreement in force.";
  };
  return i;
}

}  // namespace

void add_agreements_figures(fig::Engine& engine) {
  engine.add(base("I64", {"Thỏa thuận còn hiệu lực", "Agreements in force"},
                  {"Đếm thỏa thuận đã ký, còn hiệu lực vào ngày tính; thỏa thuận không thời hạn vẫn được đếm.", "Counts agreements signed and in force on the day, those without an end included."}, true,
                  rows("COALESCE(g.effective_from, g.signed_on)",
                       "g.status IN ('signed', 'in_force', 'expiring', 'extended', 'expired', 'succession_pending') "
                       "AND (COALESCE(g.effective_from, g.signed_on) IS NULL OR COALESCE(g.effective_from, g.signed_on) <= {to}) AND (g.expires_on IS NULL OR g.expires_on >= {to}) "
                       "AND (g.expires_on IS NOT NULL OR g.status <> 'expired')")));
  auto moved = base("I65", {"Thỏa thuận ký mới, hết hạn", "Agreements signed and expired"}, {"Đếm thỏa thuận ký trong kỳ; số hết hạn trong kỳ là phần kèm theo.", "Counts agreements signed in the period; those that ran out in it are a part beside."},
                    false, rows("g.signed_on", "g.signed_on >= {from} AND g.signed_on <= {to} AND g.status NOT IN ('idea', 'negotiating', 'opinions', 'approved_to_sign')"));
  moved.derive = [](const fig::Engine&, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    auto org = fig::find_org(db, actor, f.ask.org);
    if (!org) return;
    const auto expired = db.integer("SELECT COUNT(*) FROM agreement WHERE deleted = 0 AND org_id IN (SELECT descendant FROM org_tree WHERE ancestor = $1) AND expires_on >= $2 AND expires_on <= $3",
                                    {org->id, f.period.from.iso(), f.period.to.iso()});
    f.parts = {{"signed", "agreement", f.value, Qualifier::exact}, {"expired", "agreement", static_cast<double>(expired), Qualifier::exact}};
  };
  engine.add(std::move(moved));
  engine.add(progress_of_commitments());
}

}  // namespace nc::app
