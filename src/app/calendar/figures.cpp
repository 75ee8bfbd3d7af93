// Figures of the calendar: which days that matter were marked.
#include "app/calendar/figures.h"

#include <set>

#include "app/calendar/public.h"

namespace nc::app {

namespace {

/// What was done on an occasion: activities held, courtesies paid.
fig::Indicator marked() {
  fig::Indicator i;
  i.code = "I36A";
  i.name = Text("Việc đã làm nhân các dịp", "What was done on occasions");
  i.rule = Text("Đếm hoạt động đã tổ chức và cuộc thăm, thư chúc mừng đã làm trong kỳ có ghi dịp.", "Counts activities held and courtesy contacts done in the period that name an occasion.");
  i.unit = "event";
  i.rows_sql = "SELECT 'activity' AS register, a.id, a.code, a.title, a.from_date AS date, 1 AS amount, 'event' AS unit, 'exact' AS qualifier, a.illustrative, a.org_id, CAST(a.occasion AS TEXT) AS occasion "
               "FROM activity a WHERE a.deleted = 0 AND a.status IN ('done', 'reported') AND a.occasion IS NOT NULL AND a.from_date >= {from} AND a.from_date <= {to} AND {orgs:a:joint} AND {same:a:activity} "
               "UNION ALL SELECT 'courtesy' AS register, c.id, c.code, c.title, c.date AS date, 1 AS amount, 'event' AS unit, 'exact' AS qualifier, c.illustrative, c.org_id, CAST(c.occasion AS TEXT) AS occasion "
               "FROM courtesy c WHERE c.deleted = 0 AND c.status = 'done' AND c.occasion IS NOT NULL AND c.date >= {from} AND c.date <= {to} AND {orgs:c}";
  i.registers = {"activity", "courtesy"};
  i.list_query = "activities?status=done&status=reported";
  i.dimensions = {{"occasion", Text("Dịp", "Occasion"), {}, false}};
  return i;
}

/// Round years of relations, treaties and own organisations in the period, and how many of their occasions were marked.
void share_marked(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
  f.unit = "percent";
  if (!f.ask.period) return;
  fig::Ask ask = f.ask;
  ask.code = "I36A";
  ask.by = "occasion";
  const auto done = engine.evaluate(db, actor, ask);
  if (!done) return;
  std::set<std::int64_t> occasions;
  for (const auto& g : done->groups) occasions.insert(parse_int(g.key).value_or(0));
  CalendarWish wish;
  wish.from = f.ask.period->from;
  wish.to = f.ask.period->to;
  wish.only_round = true;
  wish.ours = false;
  std::int64_t important = 0, kept = 0;
  for (const CalendarDay& d : calendar_days(db, actor, wish)) {
    if (d.kind != "diplomatic_relation" && d.kind != "treaty") continue;
    ++important;
    kept += occasions.contains(d.record);
  }
  f.row_count = done->row_count;
  f.illustrative_count = done->illustrative_count;
  f.parts = {{"kept", "event", static_cast<double>(kept), Qualifier::exact}, {"important", "event", static_cast<double>(important), Qualifier::exact}};
  if (important == 0) {
    f.note_vi = "Trong kỳ không có năm tròn nào của các nước có quan hệ.";
    f.note_en = "No round year of our countries lies in the period.";
    return;
  }
  f.value = 100.0 * static_cast<double>(kept) / static_cast<double>(important);
}

}  // namespace

void add_calendar_figures(fig::Engine& engine) {
  engine.add(marked());
  fig::Indicator i;
  i.code = "I36";
  i.name = Text("Ngày kỷ niệm được tổ chức", "Anniversaries marked");
  i.rule = Text("Phần trăm năm tròn quan hệ ngoại giao, hiệp ước trong kỳ (của các nước có quan hệ) có ít nhất một hoạt động hoặc thư, cuộc thăm ghi dịp ấy.",
                "Of the round years of relations and treaties in the period (of our countries), the per cent with at least one activity, letter or call that names the occasion.");
  i.unit = "percent";
  i.rows_from = {"I36A"};
  i.registers = {"activity", "courtesy", "occasion", "occasion_date", "partner", "organisation", "agreement"};
  i.derive = share_marked;
  engine.add(std::move(i));
}

}  // namespace nc::app
