// The way of a meeting: planned, invited, held, minutes signed within five working days, conclusions issued. And that of an invitation.
#include "app/meetings/public.h"

namespace nc::app {

const flow::Flow& meeting_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "meeting",
      .field = "status",
      .entered = {"planned", "held", "minutes_signed", "conclusion_issued"},
      .waits = {{"held", {enter}}, {"minutes_signed", {check}}},
      .transitions =
          {{.name = "invite", .label = Text("Gửi giấy mời", "Send the invitations"), .icon = "send", .from = {"planned"}, .to = "invited", .needs = {"place"}},
           {.name = "hold", .label = Text("Đã họp", "Held"), .icon = "flag", .from = {"planned", "invited"}, .to = "held", .asks = {"chair", "secretary", "to_time"}, .needs = {"chair", "secretary"}},
           {.name = "sign_minutes", .label = Text("Đã ký biên bản", "Minutes signed"), .icon = "writing-sign", .from = {"held"}, .to = "minutes_signed", .who = {check, approve}, .asks = {"minutes_on"},
            .needs = {"chair", "secretary"}, .stamps = {"minutes_on"}},
           {.name = "conclude", .label = Text("Đã ra thông báo kết luận", "Conclusions issued"), .icon = "speakerphone", .from = {"held", "minutes_signed"}, .to = "conclusion_issued", .who = {check, approve}},
           {.name = "cancel", .label = Text("Hủy cuộc họp", "Cancel"), .icon = "ban", .from = {"planned", "invited"}, .to = "cancelled", .who = {check, approve}, .reason = true, .back = true}},
      .clocks = {{.state = "held", .days = 5, .after = {"date"}, .working = true, .escalates = {check}}, {.state = "minutes_signed", .days = 5, .working = true, .escalates = {approve}}}};
  return flow;
}

const flow::Flow& invitee_flow() {
  using enum Function;
  static const std::vector<std::string> any{"listed", "invited", "confirmed", "substituted", "absent", "attended"}, asked{"invited", "confirmed", "substituted", "absent"};
  static const flow::Flow flow{
      .register_name = "meeting_invitee",
      .field = "status",
      .entered = {"listed", "invited", "confirmed", "attended", "absent", "substituted"},
      .transitions = {{.name = "confirm", .label = Text("Sẽ dự", "I will come"), .icon = "check", .from = {"invited", "substituted", "absent"}, .to = "confirmed", .of_sender = true, .clears = {"substitute", "excuse"}},
                      {.name = "send_other", .label = Text("Cử người dự thay", "Somebody else will come"), .icon = "users", .from = {"invited", "confirmed", "absent"}, .to = "substituted", .asks = {"substitute"},
                       .needs = {"substitute"}, .of_sender = true, .clears = {"excuse"}},
                      {.name = "decline", .label = Text("Không dự được", "I can't come"), .icon = "x", .from = {"invited", "confirmed", "substituted"}, .to = "absent", .asks = {"excuse"}, .needs = {"excuse"}, .back = true,
                       .of_sender = true, .clears = {"substitute"}},
                      // What those who prepare the meeting write down: word that came by telephone, and who sat there.
                      {.name = "invite", .label = Text("Mời", "Invite"), .icon = "send", .from = {"listed"}, .to = "invited", .who = {enter, check}},
                      {.name = "note_yes", .label = Text("Báo sẽ dự", "Says yes"), .icon = "check", .from = any, .to = "confirmed", .who = {check}, .clears = {"substitute", "excuse"}},
                      {.name = "attend", .label = Text("Có mặt", "Attended"), .icon = "user-check", .from = any, .to = "attended", .who = {check}, .clears = {"substitute", "excuse"}},
                      {.name = "stand_in", .label = Text("Người khác dự thay", "Substituted"), .icon = "users", .from = any, .to = "substituted", .who = {check}, .asks = {"substitute"}, .needs = {"substitute"}},
                      {.name = "miss", .label = Text("Vắng", "Absent"), .icon = "user-x", .from = any, .to = "absent", .who = {check}, .asks = {"excuse"}, .back = true, .clears = {"substitute"}}}};
  return flow;
}

}  // namespace nc::app
