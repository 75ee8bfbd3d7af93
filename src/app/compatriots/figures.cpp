// Figures of help for compatriots: what is open on a day, what was settled in a period.
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

}  // namespace

void add_compatriot_figures(fig::Engine& engine) {
  fig::Indicator open = of_cases("I70A", {"Việc hỗ trợ kiều bào đang mở", "Open cases of compatriots"}, {"Đếm việc nhờ giúp đã nhận đến ngày và chưa khép vào ngày ấy.", "Counts requests received by the day and not closed on it."}, "c.opened_on",
                                 "c.opened_on <= {to} AND (c.closed_on IS NULL OR c.closed_on > {to})", "support-cases?is=open");
  open.at_day = true;
  engine.add(std::move(open));
  engine.add(of_cases("I70B", {"Việc hỗ trợ kiều bào đã giải quyết", "Cases of compatriots settled"}, {"Đếm việc nhờ giúp giải quyết xong, theo ngày khép; việc không giải quyết được không tính.", "Counts requests settled, by the day they were closed; those that could not be settled are left out."},
                      "c.closed_on", "c.status = 'done' AND c.closed_on >= {from} AND c.closed_on <= {to}", "support-cases?status=done"));
}

}  // namespace nc::app
