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
}

}  // namespace nc::app
