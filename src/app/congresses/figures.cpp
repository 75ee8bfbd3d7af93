// Figures of congresses: how many were held, who is overdue, how often key people changed.
#include "app/congresses/figures.h"

#include "app/common/figure_parts.h"
#include "app/congresses/public.h"

namespace nc::app {

namespace {

std::string change(const std::string& day, const std::string& what, const std::string& condition) {
  return "SELECT 'appointment' AS register, a.id, a.code, a.person AS title, a." + day + " AS date, 1 AS amount, 'appointment' AS unit, 'exact' AS qualifier, a.illustrative, a.org_id, a.body, a.title AS office, '" + what + "' AS change "
         "FROM appointment a WHERE a.deleted = 0 AND {orgs:a} AND a." + day + " >= {from} AND a." + day + " <= {to} AND a.title IN ('chair', 'standing_vice_chair', 'vice_chair_secretary_general', 'vice_chair', 'secretary_general', 'inspection_head')" + condition;
}

}  // namespace

void add_congress_figures(fig::Engine& engine) {
  auto held = counted("I10", {"Số đại hội tổ chức", "Congresses held"}, {"Đếm đại hội đã tổ chức có ngày trong kỳ.", "Counts congresses held in the period."}, "congress",
                   "SELECT 'congress' AS register, c.id, c.code, c.title, c.from_date AS date, 1 AS amount, 'congress' AS unit, 'exact' AS qualifier, c.illustrative, c.org_id, c.kind FROM congress c WHERE c.deleted = 0 AND {orgs:c} "
                   "AND c.status IN ('held', 'result_reported', 'recognised') AND c.from_date >= {from} AND c.from_date <= {to}",
                   {"congress"}, "congresses");
  held.dimensions = {by_field(congresses(), "kind")};
  engine.add(std::move(held));
  auto overdue = counted("I11", {"Hội quá hạn đại hội", "Overdue congresses"}, {"Đếm tổ chức có nhiệm kỳ cuối kết thúc trước ngày tính mà chưa tổ chức đại hội từ ngày ấy.", "Counts organisations whose last term ended before the day and which held no congress since."}, "association",
                      "SELECT 'organisation' AS register, o.id, o.code, o.name AS title, t.to_date AS date, 1 AS amount, 'association' AS unit, 'exact' AS qualifier, t.illustrative, o.id AS org_id, o.kind FROM organisation o JOIN term t ON t.org_id = o.id "
                      "WHERE o.deleted = 0 AND t.deleted = 0 AND {within:o} AND {orgs:t} AND o.status = 'active' AND t.to_date < {to} AND NOT EXISTS (SELECT 1 FROM term u WHERE u.deleted = 0 AND u.org_id = o.id AND u.id <> t.id AND u.from_date <= {to} AND (u.to_date > t.to_date OR (u.to_date = t.to_date AND u.id > t.id))) "
                      "AND NOT EXISTS (SELECT 1 FROM congress c WHERE c.deleted = 0 AND c.org_id = o.id AND c.status IN ('held', 'result_reported', 'recognised') AND c.from_date >= t.to_date AND c.from_date <= {to})",
                      {"organisation", "term", "congress"}, "terms");
  overdue.at_day = true;
  engine.add(std::move(overdue));
  auto changes = counted("I12", {"Biến động nhân sự chủ chốt", "Key personnel changes"}, {"Đếm lần nhận chức và thôi chức trong kỳ của chủ tịch, phó chủ tịch, tổng thư ký, trưởng ban kiểm tra; hết nhiệm kỳ không tính.", "Counts beginnings and ends of key offices in the period; ends with the term are left out."},
                      "appointment", change("from_date", "comes", "") + " UNION ALL " + change("to_date", "leaves", " AND COALESCE(a.ended_by, '') <> 'term_ended'"), {"appointment"}, "appointments");
  changes.dimensions = {by_field(appointments(), "body"), by_field(appointments(), "title", "office"), {"change", Text("Biến động", "Change"), [](const std::string& key) { return key == "comes" ? Message(Text("nhận chức", "comes")) : Message(Text("thôi chức", "leaves")); }, false}};
  engine.add(std::move(changes));
}

}  // namespace nc::app
