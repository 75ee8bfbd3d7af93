// The way of a delegation: proposed, sent, appraised, approved, scheduled, under way, done, reported.
#include "app/delegations/public.h"

namespace nc::app {

const flow::Flow& delegation_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "delegation",
      .field = "status",
      .entered = {"proposed", "completed", "reported", "cancelled"},
      .waits = {{"submitted", {check}}, {"appraising", {approve}}},
      .transitions =
          {{.name = "submit", .label = Text("Gửi duyệt", "Send for approval"), .icon = "send", .from = {"proposed"}, .to = "submitted"},
           {.name = "accept", .label = Text("Tiếp nhận, xin ý kiến", "Accept and ask for opinions"), .icon = "check", .from = {"submitted"}, .to = "appraising",
            .who = {check}},
           {.name = "return", .label = Text("Trả lại", "Return"), .icon = "arrow-back-up", .from = {"submitted", "appraising"}, .to = "proposed",
            .who = {check, approve}, .reason = true, .back = true},
           {.name = "approve", .label = Text("Duyệt", "Approve"), .icon = "rubber-stamp", .from = {"appraising"}, .to = "approved", .who = {approve},
            .asks = {"decision_no", "decision_date"}, .needs = {"decision_no", "decision_date"}, .decides = true},
           {.name = "refuse", .label = Text("Không đồng ý", "Refuse"), .icon = "x", .from = {"appraising"}, .to = "refused", .who = {approve},
            .reason = true, .decides = true, .back = true},
           {.name = "schedule", .label = Text("Chốt lịch", "Schedule"), .icon = "calendar-event", .from = {"approved", "postponed"}, .to = "scheduled",
            .asks = {"from_date", "to_date"}, .needs = {"from_date"}},
           {.name = "start", .label = Text("Bắt đầu", "Start"), .icon = "player-play", .from = {"scheduled"}, .to = "in_progress"},
           {.name = "complete", .label = Text("Đã xong", "Completed"), .icon = "flag", .from = {"approved", "scheduled", "in_progress"}, .to = "completed",
            .asks = {"members", "result"}, .needs = {"result"}},
           {.name = "report", .label = Text("Đã gửi báo cáo", "Report sent"), .icon = "file-text", .from = {"completed"}, .to = "reported",
            .asks = {"report_sent"}, .needs = {"report_sent"}},
           {.name = "postpone", .label = Text("Hoãn", "Postpone"), .icon = "clock-pause", .from = {"approved", "scheduled"}, .to = "postponed",
            .reason = true, .back = true},
           {.name = "cancel", .label = Text("Hủy", "Cancel"), .icon = "ban", .from = {"proposed", "submitted", "appraising", "approved", "scheduled", "postponed"},
            .to = "cancelled", .reason = true, .back = true},
           {.name = "reopen", .label = Text("Đề xuất lại", "Propose again"), .icon = "refresh", .from = {"refused", "cancelled"}, .to = "proposed",
            .reason = true, .back = true}},
      .clocks = {{.state = "submitted", .days = 5},
                 {.state = "appraising", .days = 10},
                 {.state = "completed", .days = 15, .after = {"to_date", "from_date"}, .due_field = "report_due"}}};
  return flow;
}

}  // namespace nc::app
