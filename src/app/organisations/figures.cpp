// Figures of the network: member associations, chapters, clubs, members.
#include "app/organisations/figures.h"

#include "app/common/figure_parts.h"
#include "app/organisations/public.h"

namespace nc::app {

namespace {

/// Organisations that existed at the end of the asked day, below the asked one.
std::string existing(const std::string& kinds, const std::string& unit, const std::string& where = "{below:o}") {
  return "SELECT 'organisation' AS register, o.id, o.code, o.name AS title, o.established AS date, 1 AS amount, '" + unit +
         "' AS unit, 'exact' AS qualifier, o.illustrative, o.id AS org_id, o.kind, o.country_focus AS country, o.topic FROM organisation o "
         "WHERE o.deleted = 0 AND " + where + " AND o.kind IN (" + kinds +
         ") AND (o.status NOT IN ('proposed', 'campaign_board')) AND (o.established IS NULL OR o.established <= {to}) "
         "AND (o.ended IS NULL OR o.ended >= {to}) AND (o.ended IS NOT NULL OR o.status NOT IN ('merged', 'dissolved'))";
}

fig::Indicator at_day(std::string code, Text name, Text rule, std::string unit, std::string sql) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = std::move(unit);
  i.at_day = true;
  i.rows_sql = std::move(sql);
  i.registers = {"organisation"};
  i.list_query = "organisations";
  i.dimensions = {by_field(organisations(), "kind"), by_field(organisations(), "country_focus", "country"), by_field(organisations(), "topic")};
  return i;
}

fig::Indicator members() {
  fig::Indicator i;
  i.code = "I06";
  i.name = Text("Tổng số hội viên", "Memberships");
  i.rule = Text("Cộng số hội viên mới nhất của từng Hội tính đến ngày. Một người ở hai Hội được tính hai lần.",
                "Adds each association's latest member count up to the day. A person in two associations counts twice.");
  i.unit = "member";
  i.measure = fig::Measure::sum;
  i.at_day = true;
  i.registers = {"membership", "organisation"};
  i.list_query = "memberships";
  i.rows_sql =
      "SELECT 'membership' AS register, m.id, m.code, m.title, m.as_of AS date, m.count AS amount, 'member' AS unit, m.count_q AS qualifier, m.illustrative, "
      "m.org_id, m.kind FROM membership m WHERE m.deleted = 0 AND m.as_of <= {to} AND {orgs:m} AND NOT EXISTS (SELECT 1 FROM membership later "
      "WHERE later.deleted = 0 AND later.org_id = m.org_id AND later.kind IS NOT DISTINCT FROM m.kind AND later.as_of <= {to} "
      "AND (later.as_of > m.as_of OR (later.as_of = m.as_of AND later.id > m.id)))";
  i.dimensions = {by_field(memberships(), "kind")};
  return i;
}

}  // namespace

void add_organisations_figures(fig::Engine& engine) {
  engine.add(at_day("I01", {"Số tổ chức thành viên", "Member organisations"},
                    {"Đếm hội hữu nghị, hội đa phương, ủy ban hòa bình, ủy ban đoàn kết trực thuộc, đang hoạt động tính đến ngày.",
                     "Counts the friendship associations, multilateral associations, peace and solidarity committees below it that are active on the day."},
                    "association", existing("'bilateral_association', 'multilateral_association', 'peace_committee', 'solidarity_committee'", "association")));
  engine.add(at_day("I04", {"Số chi hội", "Chapters"}, {"Đếm chi hội đang hoạt động tính đến ngày.", "Counts chapters active on the day."}, "chapter", existing("'chapter'", "chapter")));
  engine.add(at_day("I05", {"Số câu lạc bộ", "Clubs"}, {"Đếm câu lạc bộ đang hoạt động tính đến ngày.", "Counts clubs active on the day."}, "club", existing("'club'", "club")));
  engine.add(members());
  engine.add(at_day("I70", {"Số hội đồng hương, hội người Việt Nam ở nước ngoài", "Associations of overseas Vietnamese"},
                    {"Đếm hội người Việt Nam ở nước ngoài, hội đồng hương đang hoạt động tính đến ngày, kể cả chính tổ chức được hỏi.",
                     "Counts associations of overseas Vietnamese active on the day, the asked one included."},
                    "association", existing("'overseas_vn_association'", "association", "{within:o}")));
}

}  // namespace nc::app
