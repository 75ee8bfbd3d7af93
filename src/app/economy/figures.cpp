// Figures of economic diplomacy: firms connected, forums, results.
#include "app/economy/figures.h"

#include "app/activities/public.h"
#include "app/common/figure_parts.h"
#include "app/economy/public.h"

namespace nc::app {

namespace {

fig::Indicator of_leads(std::string code, Text name, Text rule, std::string unit, const std::string& date, const std::string& condition) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.rows_sql = "SELECT 'business_lead' AS register, l.id, l.code, l.title, " + date + " AS date, 1 AS amount, '" + unit + "' AS unit, 'exact' AS qualifier, l.illustrative, l.org_id, l.kind, l.country, l.status AS state "
               "FROM business_lead l WHERE l.deleted = 0 AND {orgs:l} AND " + date + " >= {from} AND " + date + " <= {to} AND " + condition;
  i.unit = std::move(unit);
  i.registers = {"business_lead"};
  i.list_query = "business-leads";
  i.dimensions = {by_field(business_leads(), "kind"), by_field(business_leads(), "country"), by_field(business_leads(), "status", "state")};
  return i;
}

}  // namespace

void add_economy_figures(fig::Engine& engine) {
  engine.add(of_leads("I67", {"Doanh nghiệp được kết nối", "Firms connected"},
                      {"Đếm doanh nghiệp Việt Nam được kết nối trong kỳ, mỗi doanh nghiệp một lần ở mỗi đơn vị giữ sổ.", "Counts Vietnamese firms connected in the period, each once for each organisation that keeps the record."}, "company", "l.date",
                      "NOT EXISTS (SELECT 1 FROM business_lead e WHERE e.deleted = 0 AND e.org_id = l.org_id AND e.vn_company = l.vn_company AND e.id < l.id AND e.date >= {from} AND e.date <= {to})"));
  fig::Indicator forums;
  forums.code = "I68";
  forums.name = Text("Diễn đàn, xúc tiến", "Forums and promotion");
  forums.rule = Text("Đếm diễn đàn doanh nghiệp đã tổ chức trong kỳ. Việc làm chung đếm một lần ở mỗi cấp.", "Counts business forums held in the period. Joint work counts once at each level.");
  forums.unit = "event";
  forums.rows_sql = "SELECT 'activity' AS register, a.id, a.code, a.title, a.from_date AS date, 1 AS amount, 'event' AS unit, 'exact' AS qualifier, a.illustrative, a.org_id, a.countries AS country, a.format FROM activity a "
                    "WHERE a.deleted = 0 AND a.kind = 'business_forum' AND a.status IN ('done', 'reported') AND a.from_date >= {from} AND a.from_date <= {to} AND {orgs:a:joint} AND {same:a:activity}";
  forums.registers = {"activity"};
  forums.list_query = "activities?kind=business_forum&status=done&status=reported";
  forums.dimensions = {by_field(activities(), "countries", "country"), by_field(activities(), "format")};
  engine.add(std::move(forums));
  engine.add(of_leads("I69", {"Kết quả xúc tiến", "Results of promotion"}, {"Đếm kết nối đã thành hợp đồng hoặc đầu tư, theo ngày ký, ngày cấp phép.", "Counts leads that became a contract or an investment, by the day of signing or licence."}, "lead",
                      "COALESCE(l.concluded_on, l.date)", "l.status IN ('contract', 'investment')"));
}

}  // namespace nc::app
