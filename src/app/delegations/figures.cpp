// Figures of delegations: how many came and went, with how many people, in what balance.
#include "app/delegations/figures.h"

#include "app/common/figure_parts.h"
#include "app/delegations/public.h"

namespace nc::app {

namespace {

constexpr const char* k_counted = "(d.status = 'completed' OR d.status = 'reported')";

std::string rows(const std::string& amount, const std::string& unit, const std::string& direction, const std::string& more = {}) {
  return "SELECT 'delegation' AS register, d.id, d.code, d.title, d.from_date AS date, " + amount + " AS amount, " + unit +
         " AS unit, " + (amount == "1" ? "'exact'" : amount + "_q") +
         " AS qualifier, d.illustrative, d.org_id, d.countries AS country, d.level, d.purpose, d.host_role AS role, d.cost_source AS funding "
         "FROM delegation d WHERE d.deleted = 0 AND d.direction = '" + direction + "' AND " + k_counted +
         " AND d.from_date >= {from} AND d.from_date <= {to} AND {orgs:d:joint} AND {same:d:delegation}" + more;
}

fig::Indicator indicator(std::string code, Text name, Text rule, std::string unit, fig::Measure measure, std::string sql, std::string direction) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = std::move(unit);
  i.measure = measure;
  i.rows_sql = std::move(sql);
  i.registers = {"delegation"};
  i.list_query = "delegations?direction=" + direction + "&status=completed&status=reported";
  i.dimensions = {by_field(delegations(), "countries", "country"), by_field(delegations(), "level"), by_field(delegations(), "purpose"),
                  by_field(delegations(), "host_role", "role"), by_field(delegations(), "cost_source", "funding")};
  return i;
}

/// Visits whose report was due in the period.
std::string due_rows(const std::string& more) {
  return "SELECT 'delegation' AS register, d.id, d.code, d.title, d.report_due AS date, 1 AS amount, 'delegation' AS unit, 'exact' AS qualifier, d.illustrative, d.org_id, d.countries AS country, d.direction "
         "FROM delegation d WHERE d.deleted = 0 AND d.status IN ('completed', 'reported') AND d.report_due >= {from} AND d.report_due <= {to} AND {orgs:d:joint} AND {same:d:delegation}" + more;
}

fig::Indicator due(std::string code, Text name, Text rule, const std::string& more) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = "delegation";
  i.rows_sql = due_rows(more);
  i.registers = {"delegation"};
  i.list_query = "delegations?status=completed&status=reported";
  i.dimensions = {by_field(delegations(), "countries", "country"), by_field(delegations(), "direction")};
  return i;
}

/// A part of the whole in per cent.
fig::Indicator share(fig::Indicator i) {
  i.unit = "percent";
  i.derive = [quotient_of = i.derive](const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    quotient_of(engine, db, actor, f);
    f.unit = "percent";
    if (f.value) f.value = *f.value * 100;
  };
  return i;
}

}  // namespace

void add_delegation_figures(fig::Engine& engine) {
  using fig::Measure;
  engine.add(due("I22A", {"Báo cáo đoàn đến hạn", "Delegation reports due"}, {"Đếm đoàn đã xong hoặc đã báo cáo có hạn báo cáo trong kỳ.", "Counts delegations done or reported whose report was due in the period."}, ""));
  engine.add(due("I22B", {"Báo cáo đoàn gửi đúng hạn", "Delegation reports on time"}, {"Đếm đoàn ở I22A có ngày gửi báo cáo không sau hạn.", "Counts those of I22A whose report was sent by the day it was due."},
                 " AND d.report_sent IS NOT NULL AND d.report_sent <= d.report_due"));
  engine.add(share(quotient("I22", {"Báo cáo đoàn đúng hạn", "Delegation reports on time, share"}, {"Số báo cáo gửi đúng hạn chia cho số báo cáo đến hạn trong kỳ, tính phần trăm.", "Reports sent on time divided by reports due in the period, in per cent."}, "percent", "I22B", "I22A")));
  engine.add(indicator("I17", {"Số đoàn vào", "Incoming delegations"},
                       {"Đếm đoàn vào có ngày đến trong kỳ, trạng thái đã đón hoặc đã báo cáo. Không tính đoàn hoãn, hủy.",
                        "Counts incoming delegations whose first day is in the period and that were received or reported. Postponed and cancelled ones are left out."},
                       "delegation", Measure::count, rows("1", "'delegation'", "in"), "in"));
  engine.add(indicator("I18", {"Số lượt khách quốc tế", "Visitor turns"},
                       {"Cộng số người của các đoàn vào được đếm ở chỉ tiêu I17.", "Adds the people of the incoming delegations counted by I17."},
                       "visitor_turn", Measure::sum, rows("d.members", "'visitor_turn'", "in"), "in"));
  engine.add(quotient("I19", {"Quy mô bình quân đoàn vào", "Average size of incoming delegations"},
                      {"Số lượt khách chia cho số đoàn vào.", "Visitor turns divided by incoming delegations."}, "person_per_delegation", "I18", "I17"));
  engine.add(indicator("I20", {"Đoàn vào do đơn vị chủ trì", "Incoming delegations hosted"},
                       {"Đếm đoàn vào ở I17 mà đơn vị giữ vai trò chủ trì.", "Counts the incoming delegations of I17 that the organisation hosted as lead."},
                       "delegation", Measure::count, rows("1", "'delegation'", "in", " AND d.host_role = 'lead_host'"), "in"));
  auto by_country = indicator("I21", {"Đoàn vào theo nước", "Incoming delegations by country"},
                              {"Chia đoàn vào của I17 theo nước. Đoàn nhiều nước đếm một lần ở tổng và một lần ở mỗi nước.",
                               "Splits I17 by country. A mixed delegation counts once in the total and once in each of its countries."},
                              "delegation", Measure::count, rows("1", "'delegation'", "in"), "in");
  by_country.derive = [](const fig::Engine& e, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    fig::Ask ask = f.ask;
    ask.code = "I17";
    ask.by = "country";
    auto split = e.evaluate(db, actor, ask);
    if (!split) return;
    if (f.ask.by.empty()) f.groups = split->groups;
    f.parts = {{"country", "country", static_cast<double>(split->groups.size()), Qualifier::exact}};
  };
  engine.add(std::move(by_country));
  engine.add(indicator("I23", {"Số đoàn ra", "Outgoing delegations"},
                       {"Đếm đoàn ra có ngày đi trong kỳ, đã thực hiện hoặc đã báo cáo. Thăm cơ quan đại diện trong nước không phải đoàn ra.",
                        "Counts outgoing delegations that left in the period and were carried out or reported. Visits to missions inside the country are not delegations."},
                       "delegation", Measure::count, rows("1", "'delegation'", "out"), "out"));
  engine.add(indicator("I24", {"Lượt người đi", "Travellers"}, {"Cộng số người của các đoàn ra ở I23.", "Adds the people of the outgoing delegations of I23."},
                       "person_turn", Measure::sum, rows("d.members", "'person_turn'", "out"), "out"));
  engine.add(quotient("I25", {"Tỷ lệ đoàn vào trên đoàn ra", "Incoming to outgoing"},
                      {"Số đoàn vào chia cho số đoàn ra trong cùng kỳ.", "Incoming delegations divided by outgoing ones in the same period."}, "ratio", "I17", "I23"));
  auto cost = indicator("I26", {"Kinh phí đoàn ra", "Cost of outgoing delegations"}, {"Cộng kinh phí đã ghi của các đoàn ra ở I23. Mỗi loại tiền cộng riêng.", "Adds the cost recorded for the outgoing delegations of I23. Each currency by itself."}, "VND", Measure::sum,
                        rows("d.cost", "COALESCE(d.cost_cur, 'VND')", "out", " AND d.cost IS NOT NULL"), "out");
  engine.add(std::move(cost));
}

}  // namespace nc::app
