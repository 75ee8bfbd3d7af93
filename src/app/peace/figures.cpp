// Figure of signature campaigns.
#include "app/peace/figures.h"

#include "app/common/figure_parts.h"
#include "app/peace/public.h"

namespace nc::app {

void add_peace_figures(fig::Engine& engine) {
  fig::Indicator i;
  i.code = "I62";
  i.name = Text("Chữ ký thu thập", "Signatures collected");
  i.rule = Text("Cộng số chữ ký của các đợt thu thập giao với kỳ; số đợt là phần kèm theo.",
                "Adds the signatures of campaigns that overlap the period; the campaigns are a part beside.");
  i.unit = "signature";
  i.measure = fig::Measure::sum;
  i.count_unit = "campaign";
  i.rows_sql = "SELECT 'campaign' AS register, c.id, c.code, c.title, c.from_date AS date, c.signatures AS amount, 'signature' AS unit, c.signatures_q AS qualifier, c.illustrative, c.org_id, "
               "c.method FROM campaign c WHERE c.deleted = 0 AND {orgs:c} AND (c.from_date IS NULL OR c.from_date <= {to}) AND (c.to_date IS NULL OR c.to_date >= {from})";
  i.registers = {"campaign"};
  i.list_query = "campaigns";
  i.dimensions = {by_field(campaigns(), "method")};
  engine.add(std::move(i));
}

}  // namespace nc::app
