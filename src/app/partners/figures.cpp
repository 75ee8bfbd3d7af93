// Figures of partners: how many the office really has to do with, from how many countries, who is new and who left.
#include "app/partners/figures.h"

#include "app/common/figure_parts.h"
#include "app/partners/facts.h"
#include "app/partners/public.h"

namespace nc::app {

namespace {

/// "Has relations" is counted, not declared: at least one fact in the 36 months before the day.
std::string related() {
  std::string sql;
  for (const FactSource& s : fact_sources()) {
    const std::string day = "f." + s.date, days = " AND " + day + " > {back:36} AND " + day + " <= {to} AND {orgs:f}";
    sql += sql.empty() ? "p.id IN (" : " UNION ";
    if (!s.many.empty()) sql += "SELECT q.id FROM " + s.register_name + " f JOIN partner q ON f." + s.link + " LIKE '%|' || CAST(q.id AS text) || '|%' WHERE f." + s.link + " IS NOT NULL AND f.deleted = 0 AND ";
    else sql += "SELECT f." + s.link + " FROM " + s.register_name + " f WHERE f.deleted = 0 AND ";
    sql += s.condition + days;
  }
  return sql + ")";
}

std::vector<std::string> read_registers() {
  std::vector<std::string> out{"partner"};
  for (const FactSource& s : fact_sources()) out.push_back(s.register_name);
  return out;
}

fig::Indicator base(std::string code, Text name, Text rule, std::string unit) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = std::move(unit);
  i.at_day = true;
  i.version = 2;
  i.registers = read_registers();
  i.list_query = "partners";
  return i;
}

std::string partner_rows(const std::string& date, const std::string& condition) {
  return "SELECT 'partner' AS register, p.id, p.code, p.name AS title, " + date + " AS date, 1 AS amount, 'partner' AS unit, 'exact' AS qualifier, p.illustrative, p.org_id, p.kind, p.country "
         "FROM partner p WHERE p.deleted = 0 AND " + condition;
}

/// New and ended ones: by the day on the partner's own record.
fig::Indicator moved(std::string code, Text name, Text rule, const std::string& date, const std::string& more) {
  auto i = base(std::move(code), name, rule, "partner");
  i.at_day = false;
  i.version = 1;
  i.registers = {"partner"};
  i.rows_sql = partner_rows("p." + date, "{orgs:p} AND p." + date + " >= {from} AND p." + date + " <= {to}" + more);
  i.dimensions = {by_field(partners(), "kind"), by_field(partners(), "country")};
  return i;
}

}  // namespace

void add_partners_figures(fig::Engine& engine) {
  auto related_partners = base("I13", {"Số đối tác có quan hệ", "Partners with relations"},
                       {"Đếm đối tác có ít nhất một việc trong 36 tháng đến ngày: đoàn, viện trợ, tiếp xúc, thỏa thuận, nhân đạo, học bổng, tặng phẩm, hoạt động, lần liên hệ.",
                        "Counts partners with at least one fact in the 36 months up to the day: a delegation, aid, contact, agreement, charity, scholarship, gift or activity."},
                       "partner");
  related_partners.rows_sql = partner_rows("p.relation_since", related());
  related_partners.dimensions = {by_field(partners(), "kind"), by_field(partners(), "country")};
  engine.add(std::move(related_partners));
  engine.add(moved("I14", {"Đối tác mới", "New partners"}, {"Đếm đối tác có ngày bắt đầu quan hệ trong kỳ; đối tác đã hợp nhất không tính.", "Counts partners whose relation began in the period; merged ones are left out."},
                   "relation_since", " AND p.status <> 'merged'"));
  engine.add(moved("I15", {"Đối tác chấm dứt quan hệ", "Ended partners"}, {"Đếm đối tác đã kết thúc quan hệ, có ngày kết thúc trong kỳ.", "Counts partners whose relation ended in the period."}, "relation_ended",
                   " AND p.status = 'ended'"));
  auto nations = base("I16", {"Số nước, vùng lãnh thổ có quan hệ", "Countries with relations"},
                      {"Đếm nước và vùng lãnh thổ của các đối tác ở I13.", "Counts the countries and territories of the partners of I13."}, "country");
  nations.rows_sql = "SELECT 'country' AS register, c.id, c.code, c.name AS title, c.relation_date AS date, 1 AS amount, 'country' AS unit, 'exact' AS qualifier, "
                     "0 AS illustrative, c.org_id, c.region FROM country c WHERE c.code IN (SELECT p.country FROM partner p WHERE p.deleted = 0 AND " + related() + ")";
  nations.dimensions = {{"region", Text("Khu vực", "Region"), {}, false}};
  engine.add(std::move(nations));
}

}  // namespace nc::app
