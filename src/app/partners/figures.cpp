// Figures of partners: how many the office really has to do with, and from how many countries.
#include "app/partners/figures.h"

#include "app/common/figure_parts.h"
#include "app/partners/public.h"

namespace nc::app {

namespace {

/// "Has relations" is counted, not declared: at least one fact in the 36 months before the day.
std::string related() {
  std::string sql = "p.id IN (";
  const std::pair<const char*, const char*> facts[] = {
      {"SELECT f.partner FROM delegation f WHERE f.deleted = 0 AND f.from_date", "f"}, {"SELECT f.donor FROM aid f WHERE f.deleted = 0 AND f.from_date", "f"},
      {"SELECT f.partner FROM courtesy f WHERE f.deleted = 0 AND f.date", "f"},        {"SELECT f.partner FROM agreement f WHERE f.deleted = 0 AND f.signed_on", "f"},
      {"SELECT f.sponsor FROM charity f WHERE f.deleted = 0 AND f.date", "f"},         {"SELECT f.donor FROM scholarship f WHERE f.deleted = 0 AND f.date", "f"}};
  bool first = true;
  for (const auto& [select, alias] : facts) {
    if (!first) sql += " UNION ";
    first = false;
    const std::string date = std::string(select).substr(std::string(select).rfind(' ') + 1);
    sql += std::string(select) + " > {back:36} AND " + date + " <= {to} AND {orgs:" + alias + "}";
  }
  return sql + ")";
}

fig::Indicator base(std::string code, Text name, Text rule, std::string unit) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = std::move(unit);
  i.at_day = true;
  i.registers = {"partner", "delegation", "aid", "courtesy", "agreement", "charity", "scholarship"};
  i.list_query = "partners";
  return i;
}

}  // namespace

void add_partners_figures(fig::Engine& engine) {
  auto related_partners = base("I13", {"Số đối tác có quan hệ", "Partners with relations"},
                       {"Đếm đối tác có ít nhất một việc trong 36 tháng đến ngày: đoàn, viện trợ, tiếp xúc, thỏa thuận, nhân đạo, học bổng.",
                        "Counts partners with at least one fact in the 36 months up to the day: a delegation, aid, contact, agreement, charity or scholarship."},
                       "partner");
  related_partners.rows_sql = "SELECT 'partner' AS register, p.id, p.code, p.name AS title, p.relation_since AS date, 1 AS amount, 'partner' AS unit, 'exact' AS qualifier, "
                      "p.illustrative, p.org_id, p.kind, p.country FROM partner p WHERE p.deleted = 0 AND " + related();
  related_partners.dimensions = {by_field(partners(), "kind"), by_field(partners(), "country")};
  engine.add(std::move(related_partners));
  auto nations = base("I16", {"Số nước, vùng lãnh thổ có quan hệ", "Countries with relations"},
                      {"Đếm nước và vùng lãnh thổ của các đối tác ở I13.", "Counts the countries and territories of the partners of I13."}, "country");
  nations.rows_sql = "SELECT 'country' AS register, c.id, c.code, c.name AS title, c.relation_date AS date, 1 AS amount, 'country' AS unit, 'exact' AS qualifier, "
                     "0 AS illustrative, c.org_id, c.region FROM country c WHERE c.code IN (SELECT p.country FROM partner p WHERE p.deleted = 0 AND " + related() + ")";
  nations.dimensions = {{"region", Text("Khu vực", "Region"), {}, false}};
  engine.add(std::move(nations));
}

}  // namespace nc::app
