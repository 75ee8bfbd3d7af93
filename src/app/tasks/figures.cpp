// Figures of work: tasks done and overdue, targets reached, directives reported back, meetings held, answers to petitions.
#include <algorithm>

#include "app/common/figure_parts.h"
#include "app/meetings/public.h"
#include "app/petitions/public.h"
#include "app/tasks/lists.h"
#include "app/tasks/public.h"

namespace nc::app {

namespace {

fig::Dimension state_of(Text yes, std::string yes_key, Text no) {
  return {"state", Text("Tình trạng", "State"), [yes, key_of = std::move(yes_key), no](const std::string& key) { return Message(key == key_of ? yes : no); }, false};
}

std::string task_rows(const std::string& state, const std::string& more) {
  return "SELECT 'task' AS register, t.id, t.code, t.title, t.due AS date, 1 AS amount, 'task' AS unit, 'exact' AS qualifier, t.illustrative, t.org_id, t.work_area, t.priority, " + state +
         " AS state FROM task t WHERE t.deleted = 0 AND t.due >= {from} AND t.due <= {to} AND t.status NOT IN ('draft', 'cancelled', 'carried_over') AND {orgs:t}" + more;
}

std::vector<fig::Dimension> of_tasks() { return {by_field(tasks(), "work_area"), by_field(tasks(), "priority")}; }

fig::Indicator tasks_done() {
  auto i = counted("I77", {"Nhiệm vụ hoàn thành", "Tasks done"},
                {"Số nhiệm vụ đã xong, chia cho số nhiệm vụ có hạn trong kỳ. Việc dự kiến, đã hủy hoặc chuyển kỳ sau không tính.",
                 "Tasks that are done, divided by those due in the period. Drafts, cancelled ones and those carried over are left out."},
                "task", task_rows("CASE WHEN t.status = 'done' THEN 'done' ELSE 'open' END", ""), {"task"}, "tasks");
  i.dimensions = of_tasks();
  i.dimensions.push_back(state_of({"đã xong", "done"}, "done", {"chưa xong", "open"}));
  as_share(i, "done", "task");
  return i;
}

fig::Indicator tasks_overdue() {
  auto i = counted("I78", {"Nhiệm vụ quá hạn", "Overdue tasks"}, {"Đếm nhiệm vụ có hạn trong kỳ, hạn đã qua ngày cuối kỳ mà chưa xong.", "Counts tasks due in the period that were not done by its last day."}, "task",
                task_rows("'open'", " AND (t.status <> 'done' OR t.done_on > {to}) AND t.due < {to}"), {"task"}, "tasks?is=overdue");
  i.dimensions = of_tasks();
  return i;
}

fig::Indicator targets_reached() {
  auto i = counted("I79", {"Chỉ tiêu kế hoạch đạt", "Plan targets reached"},
                {"Số nhiệm vụ có chỉ tiêu đã xong, chia cho số nhiệm vụ có chỉ tiêu và có hạn trong kỳ.", "Tasks with a target that are done, divided by those with a target that are due in the period."}, "task",
                task_rows("CASE WHEN t.status = 'done' THEN 'reached' ELSE 'open' END", " AND t.target > 0"), {"task"}, "tasks");
  i.dimensions = of_tasks();
  i.dimensions.push_back(state_of({"đạt", "reached"}, "reached", {"chưa đạt", "not reached"}));
  as_share(i, "reached", "task");
  return i;
}

fig::Indicator directives_answered() {
  auto i = counted("I80", {"Ý kiến chỉ đạo đã báo cáo lại", "Directives reported back"},
                {"Số ý kiến chỉ đạo đã báo cáo lại, chia cho số ý kiến nhận trong kỳ.", "Directives reported back on, divided by those received in the period."}, "directive",
                "SELECT 'directive' AS register, t.id, t.code, t.title, t.date, 1 AS amount, 'directive' AS unit, 'exact' AS qualifier, t.illustrative, t.org_id, t.issuer, "
                "CASE WHEN t.status IN ('reported_back', 'closed') THEN 'answered' ELSE 'open' END AS state FROM directive t WHERE t.deleted = 0 AND t.date >= {from} AND t.date <= {to} AND {orgs:t}",
                {"directive"}, "directives");
  i.dimensions = {{"issuer", Text("Người, cơ quan chỉ đạo", "Who directed"), [](const std::string& key) { return Message(key, key); }, false},
                  state_of({"đã báo cáo lại", "reported back"}, "answered", {"chưa báo cáo lại", "not reported back"})};
  as_share(i, "answered", "directive");
  return i;
}

fig::Indicator meetings_held() {
  auto i = counted("I84", {"Hội nghị, cuộc họp", "Meetings"}, {"Đếm hội nghị, cuộc họp đã diễn ra trong kỳ; cuộc họp chung đếm một lần ở mỗi cấp.", "Counts meetings held in the period; joint ones once at each level."},
                "meeting",
                "SELECT 'meeting' AS register, t.id, t.code, t.title, t.date, 1 AS amount, 'meeting' AS unit, 'exact' AS qualifier, t.illustrative, t.org_id, t.kind FROM meeting t WHERE t.deleted = 0 "
                "AND t.date >= {from} AND t.date <= {to} AND t.status IN ('held', 'minutes_signed', 'conclusion_issued') AND {orgs:t:joint}",
                {"meeting"}, "meetings");
  i.dimensions = {by_field(meetings(), "kind")};
  return i;
}

/// Rows with a number each; the value is their mean.
void as_mean(fig::Indicator& i, std::string part, std::string unit) {
  i.measure = fig::Measure::sum;
  i.derive = [part = std::move(part), unit = std::move(unit)](const fig::Engine&, db::ReadDb&, const Actor&, fig::Figure& f) {
    if (!f.ask.by.empty()) return;
    if (!f.value || f.row_count == 0) {
      f.value.reset();
      f.note_vi = "Kỳ này chưa có yêu cầu nào để tính.";
      f.note_en = "There is no petition to work it out from.";
      return;
    }
    f.parts = {{part, unit, f.value, Qualifier::exact}, {"petitions", "petition", static_cast<double>(f.row_count), Qualifier::exact}};
    f.value = *f.value / static_cast<double>(f.row_count);
  };
}

std::string answered_petitions(const std::string& amount, const std::string& unit, const std::string& more) {
  return "SELECT 'petition' AS register, t.id, t.code, t.title, t.date, " + amount + " AS amount, '" + unit +
         "' AS unit, 'exact' AS qualifier, t.illustrative, t.org_id, t.kind FROM petition t WHERE t.deleted = 0 AND t.answered_on >= {from} AND t.answered_on <= {to} AND {orgs:t}" + more;
}

/// The number of a day kept as text, in whole arithmetic that both engines do alike (days between two are their difference).
std::string day_number(const std::string& column) {
  const auto part = [&](const char* from, const char* length) { return "CAST(substr(" + column + ", " + from + ", " + length + ") AS bigint)"; };
  const std::string month = part("6", "2"), before_march = "((14 - " + month + ") / 12)", year = "(" + part("1", "4") + " - " + before_march + ")";
  return "(" + part("9", "2") + " + (153 * (" + month + " + 12 * " + before_march + " - 3) + 2) / 5 + 365 * " + year + " + " + year + " / 4 - " + year + " / 100 + " + year + " / 400)";
}

fig::Indicator answer_time() {
  const std::string days = day_number("t.answered_on") + " - " + day_number("t.date");
  auto i = counted("I86", {"Thời gian trả lời bình quân", "Average time to answer"},
                {"Số ngày từ khi nêu đến khi trả lời, cộng lại và chia cho số yêu cầu được trả lời trong kỳ.", "Days from asking to the answer, added and divided by the petitions answered in the period."}, "day",
                answered_petitions(days, "day", ""), {"petition"}, "petitions");
  i.dimensions = {by_field(petitions(), "kind")};
  as_mean(i, "days", "day");
  return i;
}

fig::Indicator satisfaction() {
  auto i = counted("I87", {"Mức hài lòng", "Satisfaction"}, {"Trung bình cộng mức hài lòng (1 đến 5) mà nơi gửi ghi cho yêu cầu được trả lời trong kỳ.", "Mean of the grades (1 to 5) that senders gave to petitions answered in the period."},
                "grade", answered_petitions("t.satisfaction", "grade", " AND t.satisfaction > 0"), {"petition"}, "petitions");
  i.dimensions = {by_field(petitions(), "kind")};
  as_mean(i, "grades", "grade");
  return i;
}

}  // namespace

void add_work_figures(fig::Engine& engine) {
  engine.add(tasks_done());
  engine.add(tasks_overdue());
  engine.add(targets_reached());
  engine.add(directives_answered());
  engine.add(meetings_held());
  engine.add(answer_time());
  engine.add(satisfaction());
}

}  // namespace nc::app
