// Register of tasks: who does what by when, from which plan, directive or petition, towards which figure.
#include "app/common/rules.h"
#include "app/tasks/lists.h"
#include "app/tasks/public.h"

namespace nc::app {

namespace {

struct Task : reg::Standard {
  std::string title, work_area, priority = "regular";
  reg::Ref plan, directive, petition, incoming_paper;
  reg::Ref lead;
  std::string owner;
  reg::Refs joint;
  std::string output;
  Date due;
  std::string indicator;
  std::int64_t target = 0;
  std::string status = "draft";
  std::int64_t progress = 0;
  std::string result;
  Date done_on;
  reg::Ref carried_from;
};

const reg::Options& priorities() {
  static const reg::Options options{{"key", {"trọng tâm", "key task"}}, {"regular", {"thường xuyên", "regular"}}};
  return options;
}

void check(const Task& t, Problems& problems) {
  constexpr std::int64_t k_whole = 100;
  if (t.progress < 0 || t.progress > k_whole) complain(problems, "progress", "Tiến độ từ 0 đến 100.", "Progress is between 0 and 100.");
  if (t.target < 0) complain(problems, "target", "Chỉ tiêu không được âm.", "A target can't be negative.");
  if (t.target > 0 && t.indicator.empty())
    complain(problems, "indicator", "Có chỉ tiêu thì ghi mã con số để máy tự đếm, ví dụ I17.", "With a target, name the figure that is counted, for example I17.");
  if (t.status == "done" && t.result.empty()) complain(problems, "result", "Việc đã xong cần kết quả.", "A task that is done needs its result.");
  if (t.carried_from.id != 0 && t.carried_from.id == t.id)
    complain(problems, "carried_from", "Một việc không thể chuyển tiếp từ chính nó.", "A task can't be carried over from itself.");
}

/// The record is that of those who do it: they see it, and the Union above them does, too.
Result<bool> belongs_to_lead(const reg::SaveContext& save, const Task* before, Task& now) {
  const bool told = !before || before->lead.id != now.lead.id;
  if (save.actor.id > 0 && told && now.lead.id > 0) now.org = now.lead;
  if (now.status == "done") {
    now.progress = 100;
    if (!now.done_on) now.done_on = today();
  }
  return true;
}

}  // namespace

const reg::Options& task_states() {
  static const reg::Options options{{"draft", {"dự kiến", "draft"}},
                                    {"assigned", {"đã giao", "assigned"}},
                                    {"accepted", {"đã nhận việc", "accepted"}},
                                    {"in_progress", {"đang làm", "in progress"}},
                                    {"submitted", {"chờ nghiệm thu", "submitted"}},
                                    {"done", {"đã xong", "done"}},
                                    {"carried_over", {"chuyển kỳ sau", "carried over"}},
                                    {"cancelled", {"đã hủy", "cancelled"}}};
  return options;
}

const reg::Description& tasks() {
  static const reg::Description description =
      reg::Register<Task>("task", "tasks", {"Nhiệm vụ", "Tasks"}, {"nhiệm vụ", "task"})
          .icon("checkbox")
          .prefix("NV")
          .field(&Task::title, "title", {"Việc", "Task"}, {.required = true, .search = true, .sortable = true, .section = Text{"Việc", "Task"}})
          .field(&Task::lead, "lead", {"Chủ trì", "In the lead"}, {.required = true, .link = "organisation", .filter = true})
          .field(&Task::owner, "owner", {"Người phụ trách", "Person in charge"}, {.search = true, .sortable = true})
          .field(&Task::due, "due", {"Hạn", "Due"}, {.filter = true, .sortable = true})
          .field(&Task::joint, "joint", {"Phối hợp", "Together with"}, {.link = "organisation"})
          .field(&Task::output, "output", {"Sản phẩm", "Output"}, {.search = true, .hint = Text{"Cái gì có được khi xong: kế hoạch, báo cáo, buổi gặp mặt", "What there is when it is done: a plan, a report, a meeting"}})
          .field(&Task::work_area, "work_area", {"Mặt công tác", "Area"}, {.options = &work_areas(), .filter = true})
          .field(&Task::priority, "priority", {"Mức", "Priority"}, {.required = true, .options = &priorities(), .filter = true, .preset = "regular"})
          .field(&Task::plan, "plan", {"Trong kế hoạch", "Of the plan"}, {.link = "work_plan", .filter = true, .section = Text{"Xuất xứ", "Where it comes from"}})
          .field(&Task::directive, "directive", {"Theo ý kiến chỉ đạo", "By the directive"}, {.link = "directive", .filter = true})
          .field(&Task::petition, "petition", {"Theo yêu cầu", "By the petition"}, {.link = "petition", .filter = true})
          .field(&Task::incoming_paper, "incoming_paper", {"Theo văn bản đến", "By the incoming paper"}, {.link = "incoming_paper", .filter = true})
          .field(&Task::carried_from, "carried_from", {"Chuyển tiếp từ", "Carried over from"}, {.link = "task"})
          .field(&Task::indicator, "indicator", {"Mã con số", "Figure"},
                 {.max = 8, .filter = true, .hint = Text{"Máy tự đếm: I17 đoàn vào, I31 hoạt động …", "Counted by itself: I17 delegations in, I31 activities …"}, .section = Text{"Chỉ tiêu, kết quả", "Target and result"}})
          .field(&Task::target, "target", {"Chỉ tiêu", "Target"}, {.max_value = 1'000'000'000'000})
          .field(&Task::status, "status", {"Tình trạng", "Status"}, {.required = true, .options = &task_states(), .filter = true, .preset = "draft"})
          .field(&Task::progress, "progress", {"Tiến độ", "Progress"}, {.sortable = true, .unit = Text{"%", "%"}})
          .field(&Task::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .field(&Task::done_on, "done_on", {"Ngày xong", "Done on"}, {})
          .title("title")
          .date("due")
          .list({"due", "title", "lead", "owner", "priority", "progress", "status"})
          .sorted_by("due")
          .index({"org_id", "due"})
          .index({"directive"})
          .index({"plan", "due"})
          .condition("overdue", {"Quá hạn", "Overdue"}, "{t}.status NOT IN ('done', 'cancelled', 'carried_over') AND {t}.due < '{today}'")
          .condition("open", {"Chưa xong", "Open"}, "{t}.status NOT IN ('done', 'cancelled', 'carried_over')")
          .view({"Chưa xong", "Open"}, "is=open")
          .view({"Quá hạn", "Overdue"}, "is=overdue")
          .view({"Trọng tâm", "Key tasks"}, "priority=key")
          .rule(check)
          .before_save(belongs_to_lead)
          .guard(flow::guard(task_flow()))
          .watch(flow::watch(task_flow()))
          .done();
  return description;
}

const flow::Flow& task_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "task",
      .field = "status",
      .entered = {"draft", "assigned", "done"},
      .waits = {{"assigned", {enter}}, {"accepted", {enter}}, {"in_progress", {enter}}, {"submitted", {check}}},
      .transitions =
          {{.name = "assign", .label = Text("Giao việc", "Assign"), .icon = "users-group", .from = {"draft"}, .to = "assigned", .who = {check, approve}, .asks = {"owner", "due"}, .needs = {"due"}},
           {.name = "accept", .label = Text("Nhận việc", "Accept"), .icon = "check", .from = {"assigned"}, .to = "accepted"},
           {.name = "start", .label = Text("Bắt đầu làm", "Start"), .icon = "player-play", .from = {"assigned", "accepted"}, .to = "in_progress"},
           {.name = "submit", .label = Text("Báo xong", "Report as done"), .icon = "send", .from = {"assigned", "accepted", "in_progress"}, .to = "submitted", .asks = {"result"}, .needs = {"result"}},
           {.name = "accept_result", .label = Text("Nghiệm thu", "Accept the result"), .icon = "flag", .from = {"submitted"}, .to = "done", .who = {check, approve}, .needs = {"result"},
            .stamps = {"done_on"}},
           {.name = "return", .label = Text("Trả lại làm tiếp", "Return"), .icon = "arrow-back-up", .from = {"submitted"}, .to = "in_progress", .who = {check, approve}, .reason = true, .back = true},
           {.name = "cancel", .label = Text("Hủy việc", "Cancel"), .icon = "ban", .from = {"draft", "assigned", "accepted", "in_progress"}, .to = "cancelled", .who = {check, approve}, .reason = true,
            .back = true},
           {.name = "carry", .label = Text("Chuyển kỳ sau", "Carry over"), .icon = "arrow-right", .from = {"draft", "assigned", "accepted", "in_progress"}, .to = "carried_over", .who = {check, approve},
            .reason = true, .back = true}},
      .clocks = {{.state = "assigned", .days = 30, .due_field = "due", .always = true, .escalates = {check}},
                 {.state = "accepted", .days = 30, .due_field = "due", .always = true, .escalates = {check}},
                 {.state = "in_progress", .days = 30, .due_field = "due", .always = true, .escalates = {check}},
                 {.state = "submitted", .days = 3, .working = true}}};
  return flow;
}

}  // namespace nc::app
