// The way of a petition: asked, received within two working days, given to somebody with a due day, answered, closed by who asked.
#include "app/petitions/public.h"

namespace nc::app {

const flow::Flow& petition_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "petition",
      .field = "status",
      .entered = {"submitted", "answered"},
      .waits = {{"submitted", {check}}, {"acknowledged", {check}}, {"assigned", {check}}, {"in_progress", {check}}, {"forwarded", {check}}, {"reopened", {check}},
                {"answered", {enter}}, {"confirmed_by_sender", {enter}}},
      .transitions =
          {{.name = "acknowledge", .label = Text("Đã nhận", "Acknowledge"), .icon = "check", .from = {"submitted"}, .to = "acknowledged", .who = {check}},
           {.name = "assign", .label = Text("Giao người trả lời", "Assign"), .icon = "users-group", .from = {"submitted", "acknowledged", "reopened"},
            .to = "assigned", .who = {check, approve}, .asks = {"owner", "due"}, .needs = {"owner", "due"}},
           {.name = "start", .label = Text("Bắt đầu giải quyết", "Start"), .icon = "player-play", .from = {"assigned"}, .to = "in_progress", .who = {check}},
           {.name = "forward", .label = Text("Chuyển nơi khác", "Forward"), .icon = "send", .from = {"acknowledged", "assigned", "in_progress", "reopened"},
            .to = "forwarded", .who = {check, approve}, .asks = {"addressed_to", "due"}, .needs = {"addressed_to"}, .reason = true},
           {.name = "answer", .label = Text("Trả lời", "Answer"), .icon = "message-2-question",
            .from = {"submitted", "acknowledged", "assigned", "in_progress", "forwarded", "reopened"}, .to = "answered", .who = {check, approve},
            .asks = {"answer", "not_yet"}, .needs = {"answer"}, .stamps = {"answered_on"}},
           {.name = "confirm", .label = Text("Xác nhận đã được trả lời", "Confirm the answer"), .icon = "flag", .from = {"answered"}, .to = "confirmed_by_sender",
            .asks = {"satisfaction"}, .of_sender = true},
           {.name = "reopen", .label = Text("Chưa thỏa đáng, mở lại", "Not settled, reopen"), .icon = "refresh", .from = {"answered", "confirmed_by_sender"},
            .to = "reopened", .reason = true, .back = true, .of_sender = true, .clears = {"answered_on", "satisfaction"}},
           {.name = "close", .label = Text("Khép yêu cầu", "Close"), .icon = "lock", .from = {"answered", "confirmed_by_sender"}, .to = "closed",
            .of_sender = true, .stamps = {"closed_on"}}},
      // What is overdue is brought before the vice chair and the chair by escalate_petitions().
      .clocks = {{.state = "submitted", .days = 2, .after = {"date"}, .due_field = "due", .always = true, .working = true},
                 {.state = "acknowledged", .days = 2, .working = true},
                 {.state = "assigned", .days = 10, .due_field = "due", .always = true, .working = true},
                 {.state = "in_progress", .days = 10, .due_field = "due", .always = true, .working = true},
                 {.state = "forwarded", .days = 20, .due_field = "due", .always = true, .working = true},
                 {.state = "reopened", .days = 2, .working = true},
                 {.state = "answered", .days = 10, .working = true}}};
  return flow;
}

}  // namespace nc::app
