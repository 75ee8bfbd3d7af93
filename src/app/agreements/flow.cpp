// The way of an agreement: idea, negotiation, opinions, permission, signature, in force, its end.
#include "app/agreements/public.h"

namespace nc::app {

const flow::Flow& agreement_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "agreement",
      .field = "status",
      .entered = {"idea", "negotiating", "signed", "in_force", "expiring", "extended", "expired", "terminated", "succession_pending"},
      .waits = {{"opinions", {check, approve}}},
      .transitions =
          {{.name = "negotiate", .label = Text("Bắt đầu xúc tiến", "Start negotiating"), .icon = "messages", .from = {"idea"}, .to = "negotiating"},
           {.name = "submit", .label = Text("Gửi xin ý kiến", "Ask for opinions"), .icon = "send", .from = {"negotiating"}, .to = "opinions"},
           {.name = "return", .label = Text("Trả lại", "Return"), .icon = "arrow-back-up", .from = {"opinions"}, .to = "negotiating", .who = {check, approve},
            .reason = true, .back = true},
           {.name = "approve", .label = Text("Cho phép ký", "Permit signing"), .icon = "rubber-stamp", .from = {"opinions"}, .to = "approved_to_sign",
            .who = {approve}, .asks = {"decision_no"}, .needs = {"decision_no"}, .decides = true},
           {.name = "sign", .label = Text("Đã ký", "Signed"), .icon = "signature", .from = {"approved_to_sign"}, .to = "signed",
            .asks = {"signed_on", "signers"}, .needs = {"signed_on"}},
           {.name = "begin", .label = Text("Có hiệu lực", "In force"), .icon = "player-play", .from = {"signed"}, .to = "in_force",
            .asks = {"effective_from", "expires_on"}, .needs = {"effective_from"}},
           {.name = "extend", .label = Text("Gia hạn", "Extend"), .icon = "refresh", .from = {"in_force", "expiring", "extended", "expired"}, .to = "extended",
            .who = {check, approve}, .asks = {"expires_on"}, .needs = {"expires_on"}},
           {.name = "expire_soon", .label = Text("Sắp hết hạn", "Expiring"), .icon = "clock-exclamation", .from = {"in_force", "extended"}, .to = "expiring",
            .needs = {"expires_on"}},
           {.name = "expire", .label = Text("Hết hạn", "Expired"), .icon = "flag", .from = {"in_force", "expiring", "extended"}, .to = "expired"},
           {.name = "terminate", .label = Text("Chấm dứt", "Terminate"), .icon = "ban", .from = {"signed", "in_force", "expiring", "extended", "succession_pending"},
            .to = "terminated", .who = {approve}, .reason = true, .back = true},
           {.name = "await_succession", .label = Text("Chờ kế thừa", "Await succession"), .icon = "clock-pause", .from = {"in_force", "expiring", "extended"},
            .to = "succession_pending", .who = {check, approve}, .reason = true, .back = true},
           {.name = "succeed", .label = Text("Bên kế thừa nhận", "Taken over"), .icon = "check", .from = {"succession_pending"}, .to = "in_force",
            .who = {check, approve}, .asks = {"succession_note"}, .needs = {"succession_note"}}},
      .clocks = {{.state = "opinions", .days = 15},
                 {.state = "in_force", .days = -180, .after = {"expires_on"}},
                 {.state = "extended", .days = -180, .after = {"expires_on"}},
                 {.state = "expiring", .days = 0, .after = {"expires_on"}}}};
  return flow;
}

}  // namespace nc::app
