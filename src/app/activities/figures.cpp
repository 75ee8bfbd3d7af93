// Figures of exchanges, contests, peace work and charity.
#include "app/activities/figures.h"

#include "app/activities/public.h"
#include "app/common/figure_parts.h"

namespace nc::app {

namespace {

constexpr const char* k_done = "(a.status = 'done' OR a.status = 'reported')";

std::string activity_rows(const std::string& amount, const std::string& unit, const std::string& qualifier, const std::string& more = {}) {
  return "SELECT 'activity' AS register, a.id, a.code, a.title, a.from_date AS date, " + amount + " AS amount, " + unit + " AS unit, " + qualifier +
         " AS qualifier, a.illustrative, a.org_id, a.kind, a.countries AS country, a.format, a.cost_source AS source FROM activity a WHERE a.deleted = 0 AND " + k_done +
         " AND a.from_date >= {from} AND a.from_date <= {to} AND {orgs:a:joint} AND {same:a:activity}" + more;
}

fig::Indicator base(std::string code, Text name, Text rule, std::string unit, fig::Measure measure, std::string sql) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = std::move(unit);
  i.measure = measure;
  i.rows_sql = std::move(sql);
  i.registers = {"activity"};
  i.list_query = "activities?status=done&status=reported";
  i.dimensions = {by_field(activities(), "kind"), by_field(activities(), "countries", "country"), by_field(activities(), "format")};
  return i;
}

std::string charity_rows(const std::string& amount, const std::string& unit, const std::string& qualifier, const std::string& more) {
  return "SELECT 'charity' AS register, c.id, c.code, c.title, c.date, " + amount + " AS amount, " + unit + " AS unit, " + qualifier +
         " AS qualifier, c.illustrative, c.org_id, c.kind, c.countries AS country, c.species, CASE WHEN c.sponsor IS NULL AND c.sponsor_text IS NULL THEN 'own' ELSE 'partner' END AS giver FROM charity c WHERE c.deleted = 0 AND c.status IN ('delivered', 'reported') "
         "AND c.date >= {from} AND c.date <= {to} AND {orgs:c:joint} AND {same:c:charity}" + more;
}

/// Who gave it: a sponsor or partner, or the office and its members themselves.
fig::Dimension giver() {
  return {"giver", Text("Bên tặng", "Giver"), [](const std::string& key) { return key == "own" ? Message(Text("đơn vị tự làm", "own work")) : Message(Text("bạn tặng", "from partners")); }, false};
}

fig::Indicator charity(std::string code, Text name, Text rule, std::string unit, std::string sql) {
  auto i = base(std::move(code), name, rule, std::move(unit), fig::Measure::sum, std::move(sql));
  i.registers = {"charity"};
  i.list_query = "charity";
  i.dimensions = {by_field(charities(), "kind"), by_field(charities(), "countries", "country"), by_field(charities(), "species"), giver()};
  return i;
}

/// What activities cost; what is in another currency stays a part of its own, as in the sums of aid.
fig::Indicator cost() {
  auto i = base("I35", {"Kinh phí hoạt động", "Cost of activities"},
                {"Cộng kinh phí đã chi của các hoạt động ở I31, theo nguồn. Việc làm chung tính một lần ở mỗi cấp; hoạt động chưa ghi kinh phí không có trong tổng.",
                 "Adds what the activities of I31 cost, by source. Joint work counts once at each level; activities whose cost is not written down are not in the sum."},
                "VND", fig::Measure::sum, activity_rows("a.cost", "COALESCE(a.cost_cur, 'VND')", "a.cost_q", " AND (a.cost IS NOT NULL OR a.cost_q = 'unknown')"));
  i.count_unit = "event";
  i.dimensions.insert(i.dimensions.begin(), by_field(activities(), "cost_source", "source"));
  return i;
}

/// A part of charity beside I54: what stands for good, in both directions of a friendship.
fig::Indicator schools() {
  auto i = charity("I54S", {"Điểm trường đã trao", "School sites handed over"},
                   {"Đếm điểm trường đã trao trong kỳ; bên tặng là bạn, hoặc đơn vị và hội viên tự làm.", "Counts school sites handed over in the period; given by partners, or by the organisation and its members."}, "school",
                   charity_rows("1", "'school'", "'exact'", " AND c.kind = 'school'"));
  i.measure = fig::Measure::count;
  return i;
}

fig::Indicator inactive() {
  auto i = base("I34", {"Hội không có hoạt động", "Inactive associations"},
                {"Đếm Hội thành viên không chủ trì hoạt động nào trong kỳ.", "Counts member associations that led no activity in the period."}, "association", fig::Measure::count,
                "SELECT 'organisation' AS register, o.id, o.code, o.name AS title, o.established AS date, 1 AS amount, 'association' AS unit, 'exact' AS qualifier, o.illustrative, "
                "o.id AS org_id FROM organisation o WHERE o.deleted = 0 AND {below:o} AND o.kind IN ('bilateral_association', 'multilateral_association', 'peace_committee', 'solidarity_committee') "
                "AND (o.established IS NULL OR o.established <= {to}) AND (o.ended IS NULL OR o.ended > {from}) AND o.status NOT IN ('proposed', 'campaign_board') "
                "AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.deleted = 0 AND " + std::string(k_done) + " AND a.org_id = o.id AND a.from_date >= {from} AND a.from_date <= {to})");
  i.registers = {"activity", "organisation"};
  i.list_query = "organisations";
  i.dimensions.clear();
  return i;
}

}  // namespace

void add_activities_figures(fig::Engine& engine) {
  using fig::Measure;
  engine.add(base("I31", {"Số hoạt động hữu nghị", "Friendship activities"},
                  {"Đếm hoạt động đã tổ chức có ngày bắt đầu trong kỳ. Việc làm chung đếm một lần ở mỗi cấp.",
                   "Counts activities held whose first day is in the period. Joint work counts once at each level."},
                  "event", Measure::count, activity_rows("1", "'event'", "'exact'")));
  engine.add(base("I32", {"Số lượt người tham gia", "Participants"}, {"Cộng số người tham gia các hoạt động ở I31.", "Adds the participants of the activities of I31."}, "person_turn",
                  Measure::sum, activity_rows("a.participants", "'person_turn'", "a.participants_q", " AND (a.participants IS NOT NULL OR a.participants_q = 'unknown')")));
  engine.add(base("I33", {"Hoạt động do hội chủ trì", "Activities led by associations"}, {"Đếm hoạt động ở I31 mà đơn vị chủ trì là hội thành viên.", "Counts the activities of I31 led by a member association."},
                  "event", Measure::count,
                  activity_rows("1", "'event'", "'exact'", " AND EXISTS (SELECT 1 FROM organisation h WHERE h.id = a.org_id AND h.kind IN "
                                                        "('bilateral_association', 'multilateral_association', 'peace_committee', 'solidarity_committee'))")));
  engine.add(inactive());
  engine.add(cost());
  engine.add(schools());
  auto given = charity("I54", {"Giá trị từ thiện, nhân đạo", "Charity value"},
                       {"Cộng giá trị việc nhân đạo đã trao trong kỳ, trừ phần đã tính vào viện trợ và phần nhận rồi chuyển cho nơi khác.",
                        "Adds charity delivered in the period, leaving out what is counted as aid already and what was received and passed on."}, "VND",
                       charity_rows("c.value", "COALESCE(c.value_cur, 'VND')", "c.value_q", " AND (c.value IS NOT NULL OR c.value_q = 'unknown') AND c.counted_as_aid IS NULL AND (c.funds_flow IS NULL OR c.funds_flow <> 'passed_on')"));
  given.version = 2;
  engine.add(std::move(given));
  engine.add(charity("I54A", {"Nhận rồi chuyển cho nơi khác", "Received and passed on"},
                     {"Cộng giá trị tiền, hàng cứu trợ đơn vị nhận rồi chuyển cho Mặt trận hoặc nơi khác trong kỳ; không phải chi của đơn vị.", "Adds relief in money and goods that the organisation received and passed on in the period; it is no spending of its own."}, "VND",
                     charity_rows("c.value", "COALESCE(c.value_cur, 'VND')", "c.value_q", " AND c.value IS NOT NULL AND c.funds_flow = 'passed_on'")));
  engine.add(charity("I55", {"Số hộ, số suất quà", "Households and gifts"}, {"Cộng số hộ được trao quà trong kỳ; số suất quà là phần kèm theo.", "Adds households that received gifts in the period; gift parcels are a part beside."},
                     "household", charity_rows("c.households", "'household'", "c.households_q", " AND c.households IS NOT NULL") + " UNION ALL " +
                                      charity_rows("c.gifts", "'gift'", "c.gifts_q", " AND c.gifts IS NOT NULL")));
  auto trees = charity("I56", {"Số cây trồng", "Trees planted"}, {"Cộng số cây được tặng, trồng trong kỳ.", "Adds trees given and planted in the period."}, "tree",
                       charity_rows("c.trees", "'tree'", "c.trees_q", " AND c.trees IS NOT NULL") +
                           " UNION ALL SELECT 'activity' AS register, a.id, a.code, a.title, a.from_date AS date, a.quantity AS amount, 'tree' AS unit, a.quantity_q AS qualifier, "
                           "a.illustrative, a.org_id, a.kind, a.countries AS country, a.species, CASE WHEN a.partner_links IS NULL AND a.partners IS NULL THEN 'own' ELSE 'partner' END AS giver FROM activity a WHERE a.deleted = 0 AND " + std::string(k_done) +
                           " AND a.quantity_unit = 'tree' AND a.quantity IS NOT NULL AND a.from_date >= {from} AND a.from_date <= {to} AND {orgs:a:joint} AND {same:a:activity}");
  trees.registers = {"charity", "activity"};
  engine.add(std::move(trees));
  engine.add(base("I63", {"Hoạt động hòa bình", "Peace events"}, {"Đếm hoạt động đã tổ chức mà đơn vị chủ trì là ủy ban hòa bình.", "Counts activities held by a peace committee."}, "event", Measure::count,
                  activity_rows("1", "'event'", "'exact'", " AND EXISTS (SELECT 1 FROM organisation h WHERE h.id = a.org_id AND h.kind = 'peace_committee')")));
}

}  // namespace nc::app
