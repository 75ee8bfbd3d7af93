// Figures of the network: member associations, chapters, clubs.
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

}  // namespace

void add_organisations_figures(fig::Engine& engine) {
  engine.add(at_day("I01", {"Số tổ chức thành viên", "Member organisations"},
                    {"Đếm hội hữu nghị, hội đa phương, ủy ban hòa bình, ủy ban đoàn kết trực thuộc, đang hoạt động tính đến ngày.",
                     "Counts the friendship associations, multilateral associations, peace and solidarity committees below it that are active on the day."},
                    "association", existing("'bilateral_association', 'multilateral_association', 'peace_committee', 'solidarity_committee'", "association")));
  engine.add(at_day("I04", {"Số chi hội", "Chapters"}, {"Đếm chi hội đang hoạt động tính đến ngày.", "Counts chapters active on the day."}, "chapter", existing("'chapter'", "chapter")));
  engine.add(at_day("I05", {"Số câu lạc bộ", "Clubs"}, {"Đếm câu lạc bộ đang hoạt động tính đến ngày.", "Counts clubs active on the day."}, "club", existing("'club'", "club")));
  engine.add(at_day("I70", {"Số hội đồng hương, hội người Việt Nam ở nước ngoài", "Associations of overseas Vietnamese"},
                    {"Đếm hội người Việt Nam ở nước ngoài, hội đồng hương đang hoạt động tính đến ngày, kể cả chính tổ chức được hỏi.",
                     "Counts associations of overseas Vietnamese active on the day, the asked one included."},
                    "association", existing("'overseas_vn_association'", "association", "{within:o}")));
}

}  // namespace nc::app
