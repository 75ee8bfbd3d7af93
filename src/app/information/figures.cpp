// Figure of external information.
#include "app/information/figures.h"

#include "app/common/figure_parts.h"
#include "app/information/public.h"

namespace nc::app {

void add_information_figures(fig::Engine& engine) {
  fig::Indicator i;
  i.code = "I71";
  i.name = Text("Sản phẩm thông tin", "Information products");
  i.rule = Text("Cộng số sản phẩm thông tin đối ngoại thực hiện trong kỳ; số nước được giới thiệu là phần kèm theo.",
                "Adds the information products made in the period; the countries they present are a part beside.");
  i.unit = "item";
  i.measure = fig::Measure::sum;
  i.rows_sql = "SELECT 'information' AS register, n.id, n.code, n.title, n.date, COALESCE(n.quantity, 1) AS amount, 'item' AS unit, COALESCE(n.quantity_q, 'exact') AS qualifier, n.illustrative, "
               "n.org_id, n.kind, n.countries AS country, n.language FROM information n WHERE n.deleted = 0 AND n.date >= {from} AND n.date <= {to} AND {orgs:n}";
  i.registers = {"information"};
  i.list_query = "information";
  i.dimensions = {by_field(information_items(), "kind"), by_field(information_items(), "countries", "country"), by_field(information_items(), "language")};
  i.derive = [](const fig::Engine& engine_in, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    if (!f.ask.by.empty()) return;  // the part below asks for the grouping itself
    fig::Ask ask = f.ask;
    ask.by = "country";
    if (auto split = engine_in.evaluate(db, actor, ask)) {
      double nations = 0;
      for (const auto& g : split->groups) nations += g.key.empty() ? 0 : 1;
      f.parts.push_back({"country", "country", nations, Qualifier::exact});
    }
  };
  engine.add(std::move(i));
}

}  // namespace nc::app
