// Figure of courtesy contacts.
#include "app/courtesy/figures.h"

#include "app/common/figure_parts.h"
#include "app/courtesy/public.h"

namespace nc::app {

void add_courtesy_figures(fig::Engine& engine) {
  fig::Indicator i;
  i.code = "I27";
  i.name = Text("Hoạt động xã giao", "Courtesy contacts");
  i.rule = Text("Đếm cuộc thăm, chào xã giao, chúc mừng, tháp tùng đã thực hiện trong kỳ. Diễn ra trong nước, không phải đoàn ra.",
                "Counts calls, greetings and visits made in the period. They happen inside the country and are no delegations.");
  i.unit = "contact";
  i.rows_sql = "SELECT 'courtesy' AS register, x.id, x.code, x.title, x.date, 1 AS amount, 'contact' AS unit, 'exact' AS qualifier, x.illustrative, x.org_id, x.kind, x.countries AS country "
               "FROM courtesy x WHERE x.deleted = 0 AND x.status = 'done' AND x.date >= {from} AND x.date <= {to} AND {orgs:x}";
  i.registers = {"courtesy"};
  i.list_query = "courtesies?status=done";
  i.dimensions = {by_field(courtesies(), "kind"), by_field(courtesies(), "countries", "country")};
  engine.add(std::move(i));
}

}  // namespace nc::app
