// The way of an activity: idea, plan, approval, preparation, held, reported.
#include "app/activities/public.h"

namespace nc::app {

const flow::Flow& activity_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "activity",
      .field = "status",
      .entered = {"idea", "planned", "done", "reported", "cancelled"},
      .waits = {{"planned", {approve}}},
      .transitions =
          {{.name = "plan", .label = Text("Đưa vào kế hoạch", "Put into the plan"), .icon = "send", .from = {"idea", "postponed"}, .to = "planned"},
           {.name = "return", .label = Text("Trả lại", "Return"), .icon = "arrow-back-up", .from = {"planned"}, .to = "idea", .who = {check, approve},
            .reason = true, .back = true},
           {.name = "approve", .label = Text("Duyệt", "Approve"), .icon = "rubber-stamp", .from = {"planned"}, .to = "approved", .who = {approve},
            .decides = true},
           {.name = "prepare", .label = Text("Bắt đầu chuẩn bị", "Start preparing"), .icon = "player-play", .from = {"approved"}, .to = "preparing"},
           {.name = "hold", .label = Text("Đã tổ chức", "Held"), .icon = "flag", .from = {"approved", "preparing"}, .to = "done",
            .asks = {"participants", "result"}},
           {.name = "report", .label = Text("Đã báo cáo", "Reported"), .icon = "file-text", .from = {"done"}, .to = "reported", .asks = {"result"},
            .needs = {"result"}},
           {.name = "postpone", .label = Text("Hoãn", "Postpone"), .icon = "clock-pause", .from = {"planned", "approved", "preparing"}, .to = "postponed",
            .reason = true, .back = true},
           {.name = "cancel", .label = Text("Hủy", "Cancel"), .icon = "ban", .from = {"idea", "planned", "approved", "preparing", "postponed"}, .to = "cancelled",
            .reason = true, .back = true},
           {.name = "reopen", .label = Text("Đề xuất lại", "Propose again"), .icon = "refresh", .from = {"cancelled"}, .to = "idea", .reason = true,
            .back = true}},
      .clocks = {{.state = "planned", .days = 5},
                 {.state = "preparing", .days = 5, .after = {"to_date", "from_date"}},
                 {.state = "done", .days = 5, .after = {"to_date", "from_date"}}}};
  return flow;
}

}  // namespace nc::app
