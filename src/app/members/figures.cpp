// Figures of members: memberships, distinct persons, who was admitted, the shares of the young and of women.
#include "app/common/figure_parts.h"
#include "app/members/members.h"
#include "app/members/public.h"
#include "app/organisations/public.h"

namespace nc::app {

namespace {

/// A membership that lasts on the asked day.
const std::string k_present = "p.deleted = 0 AND p.status NOT IN ('applied', 'refused') AND (p.joined_on IS NULL OR p.joined_on <= {to}) AND (p.left_on IS NULL OR p.left_on > {to})";
/// The declared count of an association stands for its list of names until the association says that the list is complete
/// (a count of the kind by_list); otherwise a list that has just been begun would shrink it, or everybody would count twice.
const std::string k_listed =
    "NOT EXISTS (SELECT 1 FROM membership d JOIN org_tree t ON t.ancestor = d.org_id JOIN organisation a ON a.id = d.org_id WHERE t.descendant = p.org_id AND d.deleted = 0 AND d.kind IN ('all', 'individual') "
    "AND a.kind NOT IN ('national_union', 'provincial_union', 'locality') AND NOT EXISTS (SELECT 1 FROM membership l WHERE l.deleted = 0 AND l.org_id = d.org_id AND l.kind = 'by_list' AND l.as_of <= {to} AND (l.as_of >= d.as_of OR d.as_of > {to})))";
/// The latest declared count of its kind, as long as no list has taken its place.
const std::string k_declared =
    "m.deleted = 0 AND m.kind <> 'by_list' AND m.as_of <= {to} AND {orgs:m} AND NOT EXISTS (SELECT 1 FROM membership later WHERE later.deleted = 0 AND later.org_id = m.org_id AND later.kind IS NOT DISTINCT FROM m.kind AND later.as_of <= {to} "
    "AND (later.as_of > m.as_of OR (later.as_of = m.as_of AND later.id > m.id))) AND (m.kind = 'compatriots' OR NOT EXISTS (SELECT 1 FROM membership l WHERE l.deleted = 0 AND l.org_id = m.org_id AND l.kind = 'by_list' "
    "AND l.as_of >= m.as_of AND l.as_of <= {to}))";
const std::string k_seen = "{orgs:p} AND {people:p}";
/// Of which association, not who, is the title of a row that leaves the program.
const std::string k_title = "(SELECT o.name FROM organisation o WHERE o.id = p.org_id)";

std::string member_row(const std::string& date) { return "SELECT 'member' AS register, p.id, p.code, " + k_title + " AS title, " + date + " AS date, 1 AS amount, "; }

fig::Indicator of_members(std::string code, Text name, Text rule, std::string unit, std::string sql) {
  return counted(std::move(code), name, rule, std::move(unit), std::move(sql), {"member", "membership", "organisation"}, "members");
}

fig::Dimension by_kind() { return by_field(memberships(), "kind"); }
fig::Dimension by_sex() { return by_field(members(), "sex"); }

fig::Indicator memberships_figure() {
  fig::Indicator i = of_members("I06", {"Tổng số hội viên", "Memberships"},
                                {"Cộng số hội viên mới nhất mà từng Hội đã ghi; Hội đã báo danh sách đầy đủ, hoặc chưa ghi số, thì đếm theo danh sách. Một người ở hai Hội được tính hai lần.",
                                 "Adds each association's latest declared count; where its list is declared complete, or no count is declared, the list is counted. A person in two associations counts twice."},
                                "member",
                                "SELECT 'membership' AS register, m.id, m.code, m.title, m.as_of AS date, m.count AS amount, 'member' AS unit, m.count_q AS qualifier, m.illustrative, m.org_id, m.kind, CAST(NULL AS text) AS sex "
                                "FROM membership m WHERE " + k_declared + " UNION ALL " + member_row("p.joined_on") +
                                    "'member' AS unit, 'exact' AS qualifier, p.illustrative, p.org_id, p.kind, p.sex FROM member p WHERE " + k_present + " AND " + k_seen + " AND " + k_listed);
  i.measure = fig::Measure::sum;
  i.version = 2;
  i.at_day = true;
  i.list_query = "memberships";
  i.dimensions = {by_kind(), by_sex()};
  return i;
}

fig::Indicator distinct_figure() {
  const std::string elsewhere = k_present;
  std::string twin = elsewhere;
  for (std::size_t at = 0; (at = twin.find("p.", at)) != std::string::npos; at += 2) twin.replace(at, 2, "q.");
  fig::Indicator i = of_members("I07", {"Hội viên không trùng", "Distinct members"},
                                {"Đếm người trong danh sách hội viên của các Hội tính đến ngày; người ở nhiều Hội mà các bản ghi đã gắn với nhau chỉ đếm một. Không kể hội viên tập thể.",
                                 "Counts persons on the associations' lists on the day; somebody in several associations whose records are linked counts once. Collective members are left out."},
                                "person",
                                member_row("p.joined_on") + "'person' AS unit, 'exact' AS qualifier, p.illustrative, p.org_id, p.kind, p.sex FROM member p WHERE " + k_present + " AND p.kind <> 'collective' AND " + k_seen +
                                    " AND NOT EXISTS (SELECT 1 FROM member q WHERE " + twin + " AND q.id < p.id AND (q.id = p.same_as OR q.same_as = p.same_as OR q.same_as = p.id) AND {orgs:q})");
  i.at_day = true;
  i.dimensions = {by_kind(), by_sex()};
  return i;
}

fig::Indicator admitted_figure() {
  fig::Indicator i = of_members("I08", {"Hội viên kết nạp mới", "Members admitted"}, {"Đếm hội viên trong danh sách có ngày vào hội trong kỳ, kể cả người sau đó đã rời đi.", "Counts members on the lists who joined in the period, those who left later among them."}, "member",
                                member_row("p.joined_on") + "'member' AS unit, 'exact' AS qualifier, p.illustrative, p.org_id, p.kind, p.sex FROM member p WHERE p.deleted = 0 AND p.status NOT IN ('applied', 'refused') AND "
                                                            "p.joined_on >= {from} AND p.joined_on <= {to} AND " + k_seen);
  i.dimensions = {by_kind(), by_sex()};
  return i;
}

fig::Dimension by_age() {
  return {"state", Text("Tuổi", "Age"), [](const std::string& key) { return key == "youth" ? Message(Text("dưới 35 tuổi", "under 35")) : Message(Text("từ 35 tuổi", "35 and over")); }, false};
}

/// A share of the members of one kind. Declared counts tell how many of theirs in one row each (`column`); lists tell it of each person:
/// `known` and `is` are conditions on p.
fig::Indicator share_figure(fig::Indicator i, const std::string& column, const std::string& state, const std::string& other, const std::string& known, const std::string& is) {
  const auto part = [&](const std::string& amount, const std::string& of) {
    return "SELECT 'membership' AS register, m.id, m.code, m.title, m.as_of AS date, " + amount + " AS amount, 'member' AS unit, m.count_q AS qualifier, m.illustrative, m.org_id, '" + of +
           "' AS state FROM membership m WHERE m." + column + " IS NOT NULL AND m.count IS NOT NULL AND " + k_declared;
  };
  i.rows_sql = part("m." + column, state) + " UNION ALL " + part("m.count - m." + column, other) + " UNION ALL " + member_row("p.joined_on") + "'member' AS unit, 'exact' AS qualifier, p.illustrative, p.org_id, CASE WHEN " + is + " THEN '" + state +
               "' ELSE '" + other + "' END AS state FROM member p WHERE " + k_present + " AND p.kind <> 'collective' AND " + known + " AND " + k_seen + " AND " + k_listed;
  i.measure = fig::Measure::sum;
  i.at_day = true;
  as_share(i, state, "member");
  return i;
}

fig::Indicator youth_figure() {
  fig::Indicator i = share_figure(of_members("I09", {"Thanh niên trong hội viên", "Youth share"},
                                             {"Hội viên dưới 35 tuổi chia cho hội viên đã biết tuổi, tính đến ngày: theo số Hội đã ghi, hoặc theo năm sinh trong danh sách.", "Members under 35 divided by members of known age on the day: by the declared counts, or by years of birth on the lists."},
                                             "percent", {}),
                                  "youth", "youth", "older", "p.born_year > 0", "CAST(substr({to}, 1, 4) AS bigint) - p.born_year < 35");
  i.dimensions = {by_age()};
  return i;
}

fig::Indicator women_figure() {
  fig::Indicator i = share_figure(of_members("I09A", {"Phụ nữ trong hội viên", "Share of women"},
                                             {"Hội viên nữ chia cho hội viên đã ghi giới tính, tính đến ngày: theo số Hội đã ghi, hoặc theo danh sách.", "Women divided by members whose sex is known on the day: by the declared counts, or by the lists."}, "percent", {}),
                                  "women", "female", "male", "p.sex IN ('male', 'female')", "p.sex = 'female'");
  i.dimensions = {{"state", Text("Giới tính", "Sex"), [](const std::string& key) { return Message(members().find("sex")->opt.options->label(key, Lang::vi), members().find("sex")->opt.options->label(key, Lang::en)); }, false}};
  return i;
}

}  // namespace

void add_members_figures(fig::Engine& engine) {
  engine.add(memberships_figure());
  engine.add(distinct_figure());
  engine.add(admitted_figure());
  engine.add(youth_figure());
  engine.add(women_figure());
}

}  // namespace nc::app
