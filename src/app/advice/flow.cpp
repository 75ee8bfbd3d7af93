// The way of an advisory paper: asked for, written, accepted where a council sits on it, sent, answered.
#include "app/advice/public.h"

namespace nc::app {

const flow::Flow& advice_flow() {
  using enum Function;
  constexpr int k_answer_days = 60;
  static const flow::Flow flow{
      .register_name = "advice",
      .field = "status",
      .entered = {"asked", "drafting", "sent", "concluded"},
      .waits = {{"asked", {enter}}, {"drafting", {enter}}, {"accepted", {enter}}, {"sent", {check}}},
      .transitions =
          {{.name = "start", .label = Text("Bắt đầu soạn", "Start"), .icon = "player-play", .from = {"asked"}, .to = "drafting"},
           {.name = "accept", .label = Text("Nghiệm thu", "Accept"), .icon = "circle-check", .from = {"drafting"}, .to = "accepted", .who = {check, approve}, .asks = {"accepted_on", "grade"},
            .stamps = {"accepted_on"}},
           {.name = "send", .label = Text("Gửi đi", "Send"), .icon = "send", .from = {"asked", "drafting", "accepted"}, .to = "sent", .asks = {"outgoing"}, .stamps = {"sent_on"}},
           {.name = "conclude", .label = Text("Ghi kết quả", "Result"), .icon = "flag", .from = {"sent"}, .to = "concluded", .who = {enter, check, approve}, .asks = {"result", "result_doc"},
            .needs = {"result", "result_doc"}, .stamps = {"result_on"}},
           {.name = "reopen", .label = Text("Chưa có kết quả, mở lại", "No result yet"), .icon = "refresh", .from = {"concluded"}, .to = "sent", .who = {check, approve}, .reason = true, .back = true, .clears = {"result_on"}},
           {.name = "drop", .label = Text("Thôi không làm", "Drop"), .icon = "ban", .from = {"asked", "drafting"}, .to = "dropped", .who = {check, approve}, .reason = true, .back = true}},
      .clocks = {{.state = "asked", .days = 10, .due_field = "due", .always = true, .working = true, .escalates = {check}},
                 {.state = "drafting", .days = 10, .due_field = "due", .always = true, .working = true, .escalates = {check}},
                 {.state = "accepted", .days = 10, .due_field = "due", .working = true, .escalates = {check}},
                 {.state = "sent", .days = k_answer_days, .after = {"sent_on"}}}};
  return flow;
}

}  // namespace nc::app
