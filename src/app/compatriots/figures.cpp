// Figures of compatriots: how many people are said to live abroad, which requests are open on a day and settled in a period.
#include "app/compatriots/figures.h"

#include "app/common/figure_parts.h"
#include "app/compatriots/public.h"

namespace nc::app {

namespace {

fig::Indicator of_cases(std::string code, Text name, Text rule, const std::string& date, const std::string& condition, const std::string& list) {
  fig::Indicator i = counted(std::move(code), name, rule, "case",
                             "SELECT 'support_case' AS register, c.id, c.code, c.title, " + date + " AS date, 1 AS amount, 'case' AS unit, 'exact' AS qualifier, c.illustrative, c.org_id, c.kind, c.country, c.status AS state FROM support_case c WHERE c.deleted = 0 AND {orgs:c} AND " +
                                 condition,
                             {"support_case"}, list);
  const reg::Description& d = support_cases();
  i.dimensions = {by_field(d, "country"), by_field(d, "kind"), by_field(d, "status", "state")};
  return i;
}

/// Another estimate takes the place of `e`: the same place said again later by the same association (or by a source that is none), or the whole country where `e` is a city.
std::string replaced_by(const char* alias, const std::string& when) {
  const std::string l = alias;
  return "NOT EXISTS (SELECT 1 FROM diaspora_estimate " + l + " WHERE " + l + ".deleted = 0 AND " + l + ".quantity IS NOT NULL AND " + l + ".as_of <= {to} AND " + l + ".country = e.country AND " + when + ")";
}

fig::Indicator declared_people() {
  fig::Indicator i;
  i.code = "I70C";
  i.name = Text("Số đồng bào, như đã khai", "Compatriots, as declared");
  i.rule = Text("Cộng số người mà hội, báo chí hay cơ quan đã nêu đến ngày, mỗi nơi lấy lần nêu sau cùng của từng hội, và của các nguồn không phải hội; đã có số của cả nước ấy thì không cộng thành phố. Đây là số đã khai, không phải số đếm, nên không cộng vào số hội viên.",
                "Adds the people that associations, the press or authorities told of by the day, the last word on each place of each association, and of the sources that are none; where the whole country was told, its cities are left out. These are declared numbers, not counts, and are never added to members.");
  i.unit = "person";
  i.measure = fig::Measure::sum;
  i.at_day = true;
  i.rows_sql = "SELECT 'diaspora_estimate' AS register, e.id, e.code, e.title, e.as_of AS date, e.quantity AS amount, 'person' AS unit, COALESCE(e.quantity_q, 'exact') AS qualifier, e.illustrative, e.org_id, e.country, e.confidence "
               "FROM diaspora_estimate e WHERE e.deleted = 0 AND e.quantity IS NOT NULL AND e.as_of <= {to} AND {orgs:e} AND " +
               replaced_by("l", "COALESCE(lower(l.city), '') = COALESCE(lower(e.city), '') AND (l.association = e.association OR (l.association IS NULL AND e.association IS NULL)) AND {orgs:l} "
                                "AND (l.as_of > e.as_of OR (l.as_of = e.as_of AND l.id > e.id))") +
               " AND (COALESCE(e.city, '') = '' OR " + replaced_by("w", "COALESCE(w.city, '') = '' AND {orgs:w}") + ")";
  i.registers = {"diaspora_estimate"};
  i.list_query = "diaspora-estimates";
  i.dimensions = {by_field(diaspora_estimates(), "country"), by_field(diaspora_estimates(), "confidence")};
  return i;
}

}  // namespace

void add_compatriot_figures(fig::Engine& engine) {
  fig::Indicator open = of_cases("I70A", {"Việc hỗ trợ kiều bào đang mở", "Open cases of compatriots"}, {"Đếm việc nhờ giúp đã nhận đến ngày và chưa khép vào ngày ấy.", "Counts requests received by the day and not closed on it."}, "c.opened_on",
                                 "c.opened_on <= {to} AND (c.closed_on IS NULL OR c.closed_on > {to})", "support-cases?is=open");
  open.at_day = true;
  engine.add(std::move(open));
  engine.add(of_cases("I70B", {"Việc hỗ trợ kiều bào đã giải quyết", "Cases of compatriots settled"}, {"Đếm việc nhờ giúp giải quyết xong, theo ngày khép; việc không giải quyết được không tính.", "Counts requests settled, by the day they were closed; those that could not be settled are left out."},
                      "c.closed_on", "c.status = 'done' AND c.closed_on >= {from} AND c.closed_on <= {to}", "support-cases?status=done"));
  engine.add(declared_people());
}

}  // namespace nc::app
