// Figure of signature campaigns.
#include "app/peace/figures.h"

#include "app/common/figure_parts.h"
#include "app/peace/public.h"

namespace nc::app {

namespace {

/// How many campaigns the signatures are of: a part beside.
void count_campaigns(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
  if (!f.ask.by.empty()) return;  // the part below asks for the grouping itself
  fig::Ask ask = f.ask;
  ask.by = "campaign";
  if (const auto split = engine.evaluate(db, actor, ask)) f.parts.push_back({"count", "campaign", static_cast<double>(split->groups.size()), Qualifier::exact});
}

}  // namespace

void add_peace_figures(fig::Engine& engine) {
  fig::Indicator i;
  i.code = "I62";
  i.version = 2;
  i.name = Text("Chữ ký thu thập", "Signatures collected");
  i.rule = Text("Cộng số chữ ký của các lần thu thập xong trong kỳ; đợt không ghi từng lần thì lấy số của cả đợt, nếu đợt giao với kỳ. Số đợt là phần kèm theo.",
                "Adds the signatures of batches finished in the period; of campaigns without batches the number of the whole, if they overlap the period. The campaigns are a part beside.");
  i.unit = "signature";
  i.measure = fig::Measure::sum;
  i.rows_sql = "SELECT 'signature_batch' AS register, b.id, b.code, b.title, b.collected_to AS date, b.quantity AS amount, 'signature' AS unit, b.quantity_q AS qualifier, b.illustrative, b.org_id, "
               "b.method, k.code AS campaign FROM signature_batch b JOIN campaign k ON k.id = b.campaign WHERE b.deleted = 0 AND k.deleted = 0 AND {orgs:b} AND b.collected_to >= {from} AND b.collected_to <= {to} "
               "UNION ALL SELECT 'campaign' AS register, c.id, c.code, c.title, c.from_date AS date, c.signatures AS amount, 'signature' AS unit, c.signatures_q AS qualifier, c.illustrative, c.org_id, "
               "c.method, c.code AS campaign FROM campaign c WHERE c.deleted = 0 AND {orgs:c} AND (c.from_date IS NULL OR c.from_date <= {to}) AND (c.to_date IS NULL OR c.to_date >= {from}) "
               "AND NOT EXISTS (SELECT 1 FROM signature_batch n WHERE n.campaign = c.id AND n.deleted = 0)";
  i.registers = {"campaign", "signature_batch"};
  i.list_query = "signature-batches";
  i.dimensions = {by_field(campaigns(), "method"), {"campaign", Text("Đợt", "Campaign"), {}, false}};
  i.derive = count_campaigns;
  engine.add(std::move(i));
}

}  // namespace nc::app
