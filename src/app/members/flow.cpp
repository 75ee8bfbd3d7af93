// The way of a membership: applied, admitted, active, and how it ends.
#include "app/members/public.h"

namespace nc::app {

const flow::Flow& member_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "member",
      .field = "status",
      .entered = {"applied", "admitted", "active", "left", "transferred", "deceased"},
      .waits = {{"applied", {enter}}},
      .transitions = {{.name = "admit", .label = Text("Kết nạp", "Admit"), .icon = "user-check", .from = {"applied"}, .to = "admitted", .asks = {"joined_on", "decision_no"}, .needs = {"joined_on"}},
                      {.name = "card", .label = Text("Phát thẻ, vào sinh hoạt", "Hand out the card"), .icon = "id-badge-2", .from = {"admitted"}, .to = "active", .asks = {"card_no"}},
                      {.name = "refuse", .label = Text("Không kết nạp", "Refuse"), .icon = "user-x", .from = {"applied"}, .to = "refused", .reason = true, .back = true},
                      {.name = "transfer", .label = Text("Chuyển hội, chi hội", "Transfer"), .icon = "arrows-left-right", .from = {"active", "admitted"}, .to = "transferred", .asks = {"left_on", "moved_to"}, .needs = {"left_on", "moved_to"}, .back = true},
                      {.name = "leave", .label = Text("Ra khỏi hội", "Leave"), .icon = "logout", .from = {"active", "admitted"}, .to = "left", .asks = {"left_on", "leave_reason"}, .needs = {"left_on"}, .back = true},
                      {.name = "decease", .label = Text("Đã mất", "Deceased"), .icon = "heart-handshake", .from = {"active", "admitted"}, .to = "deceased", .asks = {"left_on"}, .needs = {"left_on"}, .back = true},
                      {.name = "expel", .label = Text("Khai trừ", "Expel"), .icon = "ban", .from = {"active", "admitted"}, .to = "expelled", .asks = {"left_on"}, .needs = {"left_on"}, .reason = true, .back = true},
                      {.name = "again", .label = Text("Trở lại sinh hoạt", "Active again"), .icon = "arrow-back-up", .from = {"left"}, .to = "active", .reason = true, .back = true, .clears = {"left_on", "leave_reason"}}},
      .clocks = {{.state = "applied", .days = 30, .after = {"applied_on"}}}};
  return flow;
}

}  // namespace nc::app
