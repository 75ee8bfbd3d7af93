// Figures of trees that live, and of relief that was received and passed on.
#include "app/activities/figures.h"
#include "app/activities/public.h"
#include "app/common/figure_parts.h"

namespace nc::app {

namespace {

/// The last check of each planting up to the day: those alive, or those planted.
fig::Indicator last_checks(std::string code, Text name, Text rule, const std::string& amount, const std::string& qualifier) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = "tree";
  i.measure = fig::Measure::sum;
  i.at_day = true;
  i.rows_sql = "SELECT 'charity' AS register, c.id, c.code, c.title, k.date, " + amount + " AS amount, 'tree' AS unit, " + qualifier +
               " AS qualifier, CASE WHEN c.illustrative = 1 THEN 1 ELSE k.illustrative END AS illustrative, c.org_id, c.species, c.place FROM tree_check k JOIN charity c ON c.id = k.charity "
               "WHERE k.deleted = 0 AND c.deleted = 0 AND k.alive IS NOT NULL AND c.trees IS NOT NULL AND k.date <= {to} AND {orgs:c:joint} AND {same:c:charity} "
               "AND NOT EXISTS (SELECT 1 FROM tree_check l WHERE l.charity = k.charity AND l.deleted = 0 AND l.alive IS NOT NULL AND l.date <= {to} AND (l.date > k.date OR (l.date = k.date AND l.id > k.id)))";
  i.registers = {"charity", "tree_check"};
  i.list_query = "charity?kind=tree";
  i.dimensions = {by_field(charities(), "species"), {"place", Text("Nơi trồng", "Place"), {}, false}};
  return i;
}

}  // namespace

void add_relief_figures(fig::Engine& engine) {
  engine.add(last_checks("I57A", {"Cây còn sống ở lần kiểm tra cuối", "Trees alive at the last check"},
                         {"Cộng số cây còn sống ở lần kiểm tra gần nhất của mỗi đợt trồng, tính đến ngày.", "Adds the trees alive at the latest check of each planting up to the day."}, "k.alive", "k.alive_q"));
  engine.add(last_checks("I57B", {"Cây đã trồng của các đợt được kiểm tra", "Trees planted where checked"},
                         {"Cộng số cây đã trồng của những đợt có kiểm tra đến ngày.", "Adds the trees planted in those plantings that were checked by the day."}, "c.trees", "c.trees_q"));
  auto share = quotient("I57", {"Tỷ lệ cây sống", "Tree survival"}, {"Số cây còn sống chia cho số cây đã trồng ở lần kiểm tra gần nhất của mỗi đợt, tính phần trăm. Đợt chưa kiểm tra không tính.",
                                                                   "Trees alive divided by trees planted at the latest check of each planting, in per cent. Plantings never checked are left out."}, "percent", "I57A", "I57B");
  share.at_day = true;
  share.derive = [divided = share.derive](const fig::Engine& all, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    divided(all, db, actor, f);
    f.unit = "percent";
    if (f.value) f.value = *f.value * 100;
  };
  engine.add(std::move(share));
}

}  // namespace nc::app
