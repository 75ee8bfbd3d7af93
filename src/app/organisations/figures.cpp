// Figures of the network: member associations, chapters, clubs.
#include "app/organisations/figures.h"

#include "app/common/figure_parts.h"
#include "app/organisations/public.h"

namespace nc::app {

namespace {

constexpr const char* k_associations = "'bilateral_association', 'multilateral_association', 'peace_committee', 'solidarity_committee'";

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

fig::Indicator founded() {
  fig::Indicator i = counted("I02", {"Số hội thành lập mới", "Newly founded associations"},
                             {"Đếm hội hữu nghị, hội đa phương, ủy ban hòa bình, ủy ban đoàn kết trực thuộc có ngày thành lập trong kỳ. Hội lập ra do hợp nhất, chia, tách tính ở I03.",
                              "Counts the friendship associations, multilateral associations, peace and solidarity committees below it that were founded in the period. Those that a merger or a split made are told by I03."},
                             "association",
                             "SELECT 'organisation' AS register, o.id, o.code, o.name AS title, o.established AS date, 1 AS amount, 'association' AS unit, 'exact' AS qualifier, o.illustrative, o.id AS org_id, o.kind, o.country_focus AS country "
                             "FROM organisation o WHERE o.deleted = 0 AND {below:o} AND o.established >= {from} AND o.established <= {to} AND " + newly_founded("o"),
                             {"organisation", "succession"}, "organisations?is=newly_founded");
  i.dimensions = {by_field(organisations(), "kind"), by_field(organisations(), "country_focus", "country")};
  return i;
}

/// An act belongs to those above the former organisation as well as to those above its successor.
fig::Indicator succeeded() {
  fig::Indicator i = counted("I03", {"Số hội hợp nhất, đổi tên", "Associations merged, renamed"},
                             {"Đếm mỗi hội một lần cho mỗi lần đổi tên, hợp nhất, chia tách, giải thể, khôi phục có ngày hiệu lực trong kỳ. Lần đã hoàn tác không tính.",
                              "Counts each association once for each time it was renamed, merged, split, dissolved or revived with effect in the period. What was taken back is not counted."},
                             "succession",
                             "SELECT 'succession' AS register, s.id, s.code, s.description AS title, s.date, 1 AS amount, 'succession' AS unit, 'exact' AS qualifier, s.illustrative, s.org_id, s.kind, f.country_focus AS country "
                             "FROM (SELECT w.*, '|' || w.from_org || '|' AS former FROM succession w) s JOIN organisation f ON f.id = s.from_org WHERE s.deleted = 0 AND {orgs:s:former} AND s.date >= {from} AND s.date <= {to} AND " +
                                 told_once("s", " AND {orgs:part:former}"),
                             {"succession", "organisation"}, "successions?is=association");
  i.dimensions = {by_field(successions(), "kind"), by_field(organisations(), "country_focus", "country")};
  return i;
}

}  // namespace

std::string newly_founded(const std::string& o) {
  return o + ".kind IN (" + k_associations + ") AND " + o + ".status NOT IN ('proposed', 'campaign_board') AND NOT EXISTS (SELECT 1 FROM succession made WHERE made.deleted = 0 AND made.kind IN ('merge', 'split') AND made.to_org = " + o +
         ".id AND made.from_org <> " + o + ".id AND made.date = " + o + ".established)";
}

std::string told_once(const std::string& s, const std::string& asked) {
  return "EXISTS (SELECT 1 FROM organisation former WHERE former.id = " + s + ".from_org AND former.deleted = 0 AND former.kind IN (" + k_associations +
         ")) AND NOT EXISTS (SELECT 1 FROM (SELECT p.*, '|' || p.from_org || '|' AS former FROM succession p) part WHERE part.deleted = 0 AND part.kind = 'split' AND " + s + ".kind = 'split' AND part.from_org = " + s + ".from_org AND part.date = " + s + ".date AND part.id < " + s + ".id" + asked + ")";
}

void add_organisations_figures(fig::Engine& engine) {
  engine.add(at_day("I01", {"Số tổ chức thành viên", "Member organisations"},
                    {"Đếm hội hữu nghị, hội đa phương, ủy ban hòa bình, ủy ban đoàn kết trực thuộc, đang hoạt động tính đến ngày.",
                     "Counts the friendship associations, multilateral associations, peace and solidarity committees below it that are active on the day."},
                    "association", existing(k_associations, "association")));
  engine.add(founded());
  engine.add(succeeded());
  engine.add(at_day("I04", {"Số chi hội", "Chapters"}, {"Đếm chi hội đang hoạt động tính đến ngày.", "Counts chapters active on the day."}, "chapter", existing("'chapter'", "chapter")));
  engine.add(at_day("I05", {"Số câu lạc bộ", "Clubs"}, {"Đếm câu lạc bộ đang hoạt động tính đến ngày.", "Counts clubs active on the day."}, "club", existing("'club'", "club")));
  engine.add(at_day("I70", {"Số hội đồng hương, hội người Việt Nam ở nước ngoài", "Associations of overseas Vietnamese"},
                    {"Đếm hội người Việt Nam ở nước ngoài, hội đồng hương đang hoạt động tính đến ngày, kể cả chính tổ chức được hỏi.",
                     "Counts associations of overseas Vietnamese active on the day, the asked one included."},
                    "association", existing("'overseas_vn_association'", "association", "{within:o}")));
}

}  // namespace nc::app
