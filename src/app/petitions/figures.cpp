// Figure of petitions: received and answered.
#include "app/petitions/figures.h"

#include "app/common/figure_parts.h"
#include "app/petitions/public.h"

namespace nc::app {

void add_petitions_figures(fig::Engine& engine) {
  fig::Indicator i;
  i.code = "I85";
  i.name = Text("Kiến nghị tiếp nhận, trả lời", "Petitions received and answered");
  i.rule = Text("Đếm kiến nghị nhận trong kỳ; số đã trả lời là phần kèm theo.", "Counts petitions received in the period; those answered are a part beside.");
  i.unit = "petition";
  i.rows_sql = "SELECT 'petition' AS register, k.id, k.code, k.title, k.date, 1 AS amount, 'petition' AS unit, 'exact' AS qualifier, k.illustrative, k.org_id, k.kind, "
               "CASE WHEN k.answered_on IS NULL THEN 'open' ELSE 'answered' END AS state FROM petition k WHERE k.deleted = 0 AND k.date >= {from} AND k.date <= {to} AND {orgs:k}";
  i.registers = {"petition"};
  i.list_query = "petitions";
  i.dimensions = {by_field(petitions(), "kind"), {"state", Text("Tình trạng", "State"), [](const std::string& key) {
                    return key == "open" ? Message(Text("chưa trả lời", "open")) : Message(Text("đã trả lời", "answered")); }, false}};
  i.derive = [](const fig::Engine& engine_in, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    if (!f.ask.by.empty()) return;
    fig::Ask ask = f.ask;
    ask.by = "state";
    double answered = 0;
    if (auto split = engine_in.evaluate(db, actor, ask))
      for (const auto& g : split->groups)
        if (g.key == "answered") answered = g.value.value_or(0);
    f.parts = {{"received", "petition", f.value, Qualifier::exact}, {"answered", "petition", answered, Qualifier::exact}};
  };
  engine.add(std::move(i));
}

}  // namespace nc::app
