// Figures of foreign aid: items under way and newly mobilised, values on each base, renewals, beneficiaries.
//
// Bases are never mixed in silence: mobilised = committed, implemented = disbursed + handed over in kind (architecture 6.2.5).
#include "app/aid/figures.h"

#include "app/aid/figure_sql.h"
#include "app/aid/public.h"
#include "app/common/figure_parts.h"

namespace nc::app {

namespace {

constexpr const char* k_dimensions = "a.kind, a.sector, a.country, a.provider_class, a.union_role, a.decree";
constexpr const char* k_scope = "{orgs:a:joint} AND {same:a:aid}";
/// An amount counts in đồng when its rate is known, else in its own currency.
constexpr const char* k_amount = "CASE WHEN v.vnd IS NOT NULL THEN v.vnd ELSE v.amount END";
constexpr const char* k_unit = "CASE WHEN v.vnd IS NOT NULL THEN 'VND' ELSE v.amount_cur END";
/// Exact with one kind of approximation keeps that kind; two kinds give "about" (see combine()).
constexpr const char* k_qualifier =
    "CASE WHEN MIN(v.amount_q) = MAX(v.amount_q) THEN MAX(v.amount_q) WHEN MIN(v.amount_q) = 'exact' THEN MAX(v.amount_q) ELSE 'about' END";

/// The entries on the given bases within the period, first added up by item: they lie together in one index.
std::string entries(const std::string& bases, const std::string& amount) {
  return "SELECT v.aid, MAX(v.date) AS date, CAST(" + amount + " AS bigint) AS amount, " + k_unit + " AS unit, " + k_qualifier +
         " AS qualifier, MAX(v.illustrative) AS illustrative FROM aid_value v WHERE v.deleted = 0 AND v.basis IN (" + bases +
         ") AND v.date >= {from} AND v.date <= {to} GROUP BY v.aid, " + k_unit;
}

/// One row an item: what its entries come to within the period.
std::string amounts(const std::string& bases, const std::string& amount = std::string("SUM(") + k_amount + ")", const std::string& more = {}, const std::string& join = {}) {
  return "SELECT 'aid' AS register, a.id, a.code, a.title, s.date, s.amount, s.unit, s.qualifier, "
         "CASE WHEN a.illustrative = 1 THEN 1 ELSE s.illustrative END AS illustrative, a.org_id, " +
         std::string(k_dimensions) + more + " FROM (" + entries(bases, amount) + ") s JOIN aid a ON a.id = s.aid" + join + " WHERE a.deleted = 0 AND " + k_scope;
}

std::string items(const std::string& date, const std::string& condition, const std::string& more = {}) {
  return "SELECT 'aid' AS register, a.id, a.code, a.title, " + date + " AS date, 1 AS amount, 'aid_item' AS unit, 'exact' AS qualifier, a.illustrative, a.org_id, " +
         std::string(k_dimensions) + more + " FROM aid a WHERE a.deleted = 0 AND " + k_scope + " AND " + condition;
}

const char* k_active = "a.status IN ('implementing', 'completed', 'closed') AND a.from_date <= {to} AND (a.to_date IS NULL OR a.to_date >= {from})";

std::vector<fig::Dimension> aid_dimensions() {
  return {by_field(aids(), "kind"), by_field(aids(), "sector"), by_field(aids(), "country"), by_field(aids(), "provider_class"), by_field(aids(), "union_role"),
          by_field(aids(), "decree")};
}

fig::Indicator indicator(std::string code, Text name, Text rule, std::string unit, fig::Measure measure, std::string sql, std::string list = "aid") {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = std::move(unit);
  i.measure = measure;
  if (measure == fig::Measure::sum && i.unit == "VND") i.count_unit = "aid_item";
  i.rows_sql = std::move(sql);
  i.registers = {"aid", "aid_value"};
  i.list_query = std::move(list);
  i.dimensions = aid_dimensions();
  return i;
}

}  // namespace

/// Implemented and mobilised together: what an item was both promised and delivered within the period counts once.
std::string aid_both_ways(const std::string& more, const std::string& join) {
  const std::string committed = std::string("SUM(CASE WHEN v.basis = 'committed' THEN ") + k_amount + " ELSE 0 END)";
  const std::string realised = std::string("SUM(CASE WHEN v.basis <> 'committed' THEN ") + k_amount + " ELSE 0 END)";
  return amounts("'committed', 'disbursed', 'in_kind'", "CASE WHEN " + committed + " > " + realised + " THEN " + committed + " ELSE " + realised + " END", more, join);
}

std::string aid_items(const std::string& date, const std::string& condition, const std::string& more) { return items(date, condition, more); }

fig::Indicator aid_indicator(std::string code, Text name, Text rule, std::string unit, fig::Measure measure, std::string sql, std::string list) {
  return indicator(std::move(code), name, rule, std::move(unit), measure, std::move(sql), std::move(list));
}

void add_aid_figures(fig::Engine& engine) {
  using fig::Measure;
  engine.add(indicator("I38", {"Số khoản viện trợ thực hiện", "Aid items implemented"},
                       {"Đếm khoản có thời gian thực hiện giao với kỳ, đang thực hiện, đã hoàn thành hoặc đã khép hồ sơ.",
                        "Counts items whose time of implementation overlaps the period and that are being implemented, completed or closed."},
                       "aid_item", Measure::count, items("a.from_date", k_active)));
  engine.add(indicator("I39", {"Số khoản vận động mới", "Newly mobilised items"},
                       {"Đếm khoản có cam kết của nhà tài trợ ghi ngày trong kỳ.", "Counts items with a donor's commitment dated in the period."}, "aid_item", Measure::count,
                       items("(SELECT MIN(v.date) FROM aid_value v WHERE v.aid = a.id AND v.deleted = 0 AND v.basis = 'committed')",
                             "a.id IN (SELECT v.aid FROM aid_value v WHERE v.deleted = 0 AND v.basis = 'committed' AND v.date >= {from} AND v.date <= {to})")));
  engine.add(indicator("I40", {"Giá trị vận động", "Value mobilised"},
                       {"Cộng các khoản cam kết ghi ngày trong kỳ, tiền đã về hay chưa.", "Adds commitments dated in the period, whether or not the money has come."},
                       "VND", Measure::sum, amounts("'committed'")));
  engine.add(indicator("I41", {"Tổng giá trị thực hiện và vận động", "Value implemented and mobilised"},
                       {"Cộng giá trị thực hiện và giá trị vận động trong kỳ; phần vừa cam kết vừa thực hiện của cùng một khoản chỉ tính một lần.",
                        "Adds what was implemented and what was mobilised in the period; what one item was both promised and delivered counts once."},
                       "VND", Measure::sum, aid_both_ways()));
  engine.add(indicator("I42", {"Giá trị thực hiện", "Value implemented"},
                       {"Cộng số đã giải ngân và hiện vật đã bàn giao trong kỳ.", "Adds what was disbursed and handed over in kind in the period."}, "VND", Measure::sum,
                       amounts("'disbursed', 'in_kind'")));
  engine.add(indicator("I43", {"Giá trị được phê duyệt", "Value approved"},
                       {"Cộng giá trị phê duyệt có ngày quyết định trong kỳ, giữ nguyên tệ khi chưa có tỷ giá.",
                        "Adds approved values whose decision is dated in the period, in their own currency while there is no rate."}, "VND", Measure::sum, amounts("'approved'")));
  engine.add(indicator("I44", {"Giá trị hiện vật", "Value in kind"}, {"Cộng giá trị hiện vật đã bàn giao trong kỳ.", "Adds the value of goods handed over in the period."},
                       "VND", Measure::sum, amounts("'in_kind'")));
  engine.add(quotient("I45", {"Giá trị bình quân một khoản", "Average value of an item"},
                      {"Giá trị được phê duyệt chia cho số khoản được phê duyệt.", "Approved value divided by the number of approved items."}, "VND", "I43", "I43", "count"));
  auto renewals = indicator("I46", {"Khoản tái ký", "Renewals"}, {"Đếm khoản là lần ký tiếp (năm thứ hai trở đi) bắt đầu trong kỳ.",
                                                            "Counts items that renew an earlier one (second year or later) and begin in the period."},
                            "renewal", Measure::count, items("a.from_date", "a.year_no >= 2 AND a.from_date >= {from} AND a.from_date <= {to}", ", CAST(a.year_no AS text) AS year_no"));
  renewals.dimensions.push_back({"year_no", Text("Năm thứ", "Year number"), [](const std::string& key) { return Message("năm thứ " + key, "year " + key); }, false});
  engine.add(std::move(renewals));
  auto people = indicator("I47", {"Người hưởng lợi trực tiếp", "Direct beneficiaries"},
                          {"Cộng số người hưởng lợi trực tiếp theo nhóm của các khoản thực hiện trong kỳ.",
                           "Adds direct beneficiaries by group over the items implemented in the period."}, "person", Measure::sum,
                          "SELECT 'aid_beneficiary' AS register, b.id, a.code, a.title, a.from_date AS date, b.direct AS amount, 'person' AS unit, b.direct_q AS qualifier, "
                          "b.illustrative, a.org_id, a.kind, a.sector, a.country, a.provider_class, a.union_role, a.decree, b.beneficiary_group AS category "
                          "FROM aid_beneficiary b JOIN aid a ON a.id = b.aid WHERE b.deleted = 0 AND a.deleted = 0 AND " + std::string(k_scope) + " AND " + k_active);
  people.registers.emplace_back("aid_beneficiary");
  people.dimensions.push_back(by_field(aid_beneficiaries(), "beneficiary_group", "category"));
  engine.add(std::move(people));
  add_aid_follow_figures(engine);
}

}  // namespace nc::app
