// The way of a foreign aid item: mobilised, appraised, approved, carried out, accepted, closed.
#include "app/aid/public.h"

namespace nc::app {

const flow::Flow& aid_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "aid",
      .field = "status",
      .entered = {"mobilising", "implementing", "completed", "closed"},
      .waits = {{"appraising", {check, approve}}, {"completed", {check}}},
      .transitions =
          {{.name = "submit", .label = Text("Trình thẩm định", "Submit for appraisal"), .icon = "send", .from = {"mobilising"}, .to = "appraising"},
           {.name = "return", .label = Text("Trả lại", "Return"), .icon = "arrow-back-up", .from = {"appraising"}, .to = "mobilising", .who = {check, approve},
            .reason = true, .back = true},
           {.name = "approve", .label = Text("Phê duyệt", "Approve"), .icon = "rubber-stamp", .from = {"appraising"}, .to = "approved", .who = {approve},
            .asks = {"decision_no", "decision_date", "authority"}, .needs = {"decision_no", "decision_date"}, .decides = true},
           {.name = "refuse", .label = Text("Không phê duyệt", "Refuse"), .icon = "x", .from = {"appraising"}, .to = "refused", .who = {approve},
            .reason = true, .decides = true, .back = true, .stamps = {"ended_on"}},
           {.name = "start", .label = Text("Bắt đầu thực hiện", "Start"), .icon = "player-play", .from = {"approved"}, .to = "implementing",
            .asks = {"from_date"}, .needs = {"from_date"}},
           {.name = "suspend", .label = Text("Tạm dừng", "Suspend"), .icon = "clock-pause", .from = {"implementing"}, .to = "suspended",
            .who = {check, approve}, .reason = true, .back = true},
           {.name = "resume", .label = Text("Thực hiện tiếp", "Resume"), .icon = "refresh", .from = {"suspended"}, .to = "implementing",
            .who = {check, approve}},
           {.name = "complete", .label = Text("Đã hoàn thành", "Completed"), .icon = "flag", .from = {"implementing"}, .to = "completed",
            .asks = {"to_date", "result"}, .needs = {"to_date", "result"}},
           {.name = "close", .label = Text("Khép hồ sơ", "Close the file"), .icon = "lock", .from = {"completed"}, .to = "closed", .who = {check, approve},
            .decides = true},
           {.name = "revoke", .label = Text("Thu hồi", "Revoke"), .icon = "ban", .from = {"approved", "implementing", "suspended"}, .to = "revoked",
            .who = {approve}, .reason = true, .back = true, .stamps = {"ended_on"}}},
      // By the decree that governs the item (register aid_term); without one, 20 days for the appraisal and six months to begin.
      .clocks = {{.state = "appraising", .days = 20, .due_field = "appraise_by"}, {.state = "approved", .days = 180, .after = {"decision_date"}, .due_field = "start_by"}}};
  return flow;
}

}  // namespace nc::app
