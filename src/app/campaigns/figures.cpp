// Figures of report campaigns: filed on time, average delay, returns.
#include "app/campaigns/figures.h"

#include "app/campaigns/campaign.h"
#include "app/common/figure_parts.h"

namespace nc::app {

namespace {

/// Filings of the campaigns whose period ends in the asked one.
std::string rows(const std::string& amount, const std::string& unit, const std::string& more = {}) {
  return "SELECT 'filing' AS register, f.id, f.code, f.title, f.due AS date, " + amount + " AS amount, '" + unit +
         "' AS unit, 'exact' AS qualifier, f.illustrative, f.org_id, c.code AS campaign, c.kind AS kind, c.asks AS asks, f.channel AS channel, "
         "CASE WHEN f.filed_on IS NULL THEN 'missing' WHEN f.late_days > 0 THEN 'late' ELSE 'on_time' END AS state "
         "FROM filing f JOIN report_campaign c ON c.id = f.campaign WHERE f.deleted = 0 AND c.deleted = 0 AND c.period_to >= {from} AND c.period_to <= {to} AND {orgs:f}" + more;
}

Message state_label(const std::string& key) {
  if (key == "missing") return Text("chưa nộp", "not filed");
  return key == "late" ? Message(Text("nộp chậm", "late")) : Message(Text("đúng hạn", "on time"));
}

fig::Indicator base(std::string code, Text name, Text rule, std::string unit, fig::Measure measure, std::string sql) {
  fig::Indicator i;
  i.code = std::move(code);
  i.name = name;
  i.rule = rule;
  i.unit = std::move(unit);
  i.measure = measure;
  i.rows_sql = std::move(sql);
  i.registers = {"filing", "report_campaign"};
  i.list_query = "filings";
  i.dimensions = {{"campaign", Text("Đợt báo cáo", "Campaign"), [](const std::string& key) { return Message(key, key); }, false},
                  by_field(report_campaigns(), "kind"), by_field(report_campaigns(), "asks"), by_field(filings(), "channel"),
                  {"state", Text("Tình trạng", "State"), state_label, false}};
  return i;
}

/// Value and parts from one split by state, so that they are the rows counted once more.
void put_shares(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, fig::Figure& f) {
  f.unit = "percent";
  if (!f.ask.by.empty()) return;
  fig::Ask ask = f.ask;
  ask.by = "state";
  double on_time = 0, late = 0, missing = 0;
  if (auto split = engine.evaluate(db, actor, ask))
    for (const fig::Group& g : split->groups) (g.key == "on_time" ? on_time : g.key == "late" ? late : missing) = g.value.value_or(0);
  const double expected = on_time + late + missing;
  const auto part = [&](const char* key, double n) { f.parts.push_back({key, "filing", n, Qualifier::exact}); };
  f.parts.clear();
  part("expected", expected);
  part("filed", on_time + late);
  part("on_time", on_time);
  part("late", late);
  part("missing", missing);
  constexpr double k_whole = 100;
  f.value = expected > 0 ? std::optional<double>(k_whole * on_time / expected) : std::nullopt;
  if (expected > 0) return;
  f.note_vi = "Kỳ này chưa có đợt báo cáo nào.";
  f.note_en = "No campaign in this period.";
}

}  // namespace

void add_campaign_figures(fig::Engine& engine) {
  auto on_time = base("I81", {"Hội nộp báo cáo đúng hạn", "Filings on time"},
                      {"Số báo cáo nộp lần đầu không sau hạn, chia cho số báo cáo phải nộp trong các đợt có kỳ kết thúc trong thời gian hỏi. Nộp lại sau khi bị trả không tính là chậm; báo cáo chưa đến hạn vẫn nằm trong số phải nộp.",
                       "Filings first sent by their day, divided by those expected in the campaigns whose period ends in the asked one. Sending again after a return is not late; filings that are not due yet are expected all the same."},
                      "filing", fig::Measure::count, rows("1", "filing"));
  on_time.derive = put_shares;
  engine.add(std::move(on_time));
  auto delay = base("I82", {"Số ngày chậm bình quân", "Average delay"},
                    {"Cộng số ngày chậm của các báo cáo nộp sau hạn, chia cho số báo cáo ấy. Báo cáo chưa nộp không tính.", "Days late of the filings sent after their day, divided by their number. Those not sent yet are left out."},
                    "day", fig::Measure::sum, rows("f.late_days", "day", " AND f.filed_on IS NOT NULL AND f.late_days > 0"));
  delay.derive = [](const fig::Engine&, db::ReadDb&, const Actor&, fig::Figure& f) {
    if (!f.ask.by.empty() || !f.value || f.row_count == 0) return;
    f.parts = {{"days", "day", f.value, Qualifier::exact}, {"late", "filing", static_cast<double>(f.row_count), Qualifier::exact}};
    f.value = *f.value / static_cast<double>(f.row_count);
  };
  engine.add(std::move(delay));
  engine.add(base("I83", {"Số lần trả lại báo cáo", "Returns of filings"}, {"Cộng số lần trả lại của các báo cáo trong các đợt có kỳ kết thúc trong thời gian hỏi.", "Adds how often filings were returned, in the campaigns whose period ends in the asked one."},
                  "return", fig::Measure::sum, rows("f.returns", "return", " AND f.returns > 0")));
}

}  // namespace nc::app
