// Figures of awards: how many, and how many years in a row the flag was won.
#include "app/awards/figures.h"

#include <algorithm>
#include <set>

#include "app/awards/public.h"
#include "app/common/figure_parts.h"

namespace nc::app {

namespace {

std::string rows(const std::string& date, const std::string& unit, const std::string& condition) {
  return "SELECT 'award' AS register, w.id, w.code, w.title, " + date + " AS date, 1 AS amount, '" + unit + "' AS unit, 'exact' AS qualifier, w.illustrative, w.org_id, w.kind, "
         "w.subject_kind AS subject, w.authority FROM award w WHERE w.deleted = 0 AND " + condition;
}

fig::Indicator streak() {
  fig::Indicator i;
  i.code = "I89";
  i.name = Text("Số năm liền nhận Cờ thi đua", "Consecutive emulation flags");
  i.rule = Text("Đếm các năm thành tích liền nhau, tính lùi từ năm của ngày tính, mà tổ chức nhận Cờ thi đua của Liên hiệp các tổ chức hữu nghị Việt Nam. "
                "Tính theo năm thành tích, không theo ngày trao.",
                "Counts merit years in a row, back from the year of the day, in which the organisation won the emulation flag of the national union. "
                "The merit year counts, not the day of the award.");
  i.unit = "year";
  i.at_day = true;
  i.registers = {"award", "succession"};
  i.list_query = "awards?kind=vufo_flag";
  i.rows_sql = rows("CAST(w.merit_year AS text) || '-12-31'", "year", "w.kind = 'vufo_flag' AND ((w.subject_org = {org} AND {orgs:w}) OR (w.subject_org IN (SELECT s.from_org FROM succession s WHERE s.deleted = 0 AND s.to_org = {org}) "
                    // The flags of those it came from count only when the decision on one of its own says that the row goes on.
                    "AND EXISTS (SELECT 1 FROM award c WHERE c.deleted = 0 AND c.kind = 'vufo_flag' AND c.subject_org = {org} AND c.streak_continues = 1))) AND CAST(w.merit_year AS text) || '-12-31' <= {to}");
  i.derive = [](const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
    fig::Ask ask = f.ask;
    ask.by.clear();
    auto all = engine.rows(db, actor, ask, 200);
    if (!all) return;
    std::set<int> years;
    for (const auto& row : *all)
      if (auto day = Date::from_iso(row.date)) years.insert(day->year());
    int length = 0;
    // The flag of the current year is decided after it ends: the run may end one year earlier.
    int year = f.period.to.year();
    if (!years.contains(year) && years.contains(year - 1)) --year;
    while (years.contains(year)) --year, ++length;
    f.value = length;
    f.row_count = length;
    if (length > 0) f.note_vi = f.note_en = std::to_string(year + 1) + "–" + std::to_string(year + length);
  };
  return i;
}

}  // namespace

void add_awards_figures(fig::Engine& engine) {
  fig::Indicator i;
  i.code = "I88";
  i.name = Text("Hình thức khen thưởng", "Awards");
  i.rule = Text("Đếm hình thức khen thưởng quyết định hoặc trao trong kỳ cho tổ chức, cá nhân trong phạm vi.", "Counts awards decided or presented in the period to organisations and people in scope.");
  i.unit = "award";
  i.rows_sql = rows("COALESCE(w.decided, w.presented_at)", "award", "COALESCE(w.decided, w.presented_at) >= {from} AND COALESCE(w.decided, w.presented_at) <= {to} AND {orgs:w}");
  i.registers = {"award"};
  i.list_query = "awards";
  i.dimensions = {by_field(awards(), "kind"), by_field(awards(), "subject_kind", "subject"), by_field(awards(), "authority")};
  engine.add(std::move(i));
  engine.add(streak());
  fig::Indicator foreign;
  foreign.code = "I90";
  foreign.name = Text("Người, tổ chức nước ngoài được khen", "Foreigners honoured");
  foreign.rule = Text("Đếm hình thức khen thưởng quyết định hoặc trao trong kỳ cho người, tổ chức nước ngoài: bản ghi đánh dấu nước ngoài hoặc nêu đối tác được khen.",
                      "Counts awards decided or presented in the period to foreign people and organisations: records marked as foreign or naming a partner.");
  foreign.unit = "award";
  foreign.rows_sql = rows("COALESCE(w.decided, w.presented_at)", "award",
                          "(w.foreign_subject = 1 OR w.subject_partner IS NOT NULL OR w.subject_kind = 'partner') AND w.status IN ('decided', 'presented') AND COALESCE(w.decided, w.presented_at) >= {from} AND COALESCE(w.decided, w.presented_at) <= {to} AND {orgs:w}");
  foreign.registers = {"award"};
  foreign.list_query = "awards?foreign_subject=1";
  foreign.dimensions = {by_field(awards(), "kind"), by_field(awards(), "subject_kind", "subject"), by_field(awards(), "authority")};
  engine.add(std::move(foreign));
}

}  // namespace nc::app
