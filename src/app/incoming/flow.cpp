// The way of an incoming paper: written down, routed within a working day, dealt with by its due day, done.
#include "app/incoming/public.h"

namespace nc::app {

const flow::Flow& incoming_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "incoming_paper",
      .field = "status",
      .entered = {"registered", "done"},
      .waits = {{"registered", {check, approve}}, {"routed", {enter}}, {"processing", {enter}}},
      .transitions =
          {{.name = "route", .label = Text("Phân xử lý", "Route"), .icon = "send", .from = {"registered"}, .to = "routed", .who = {check, approve},
            .asks = {"routed_to", "owner", "instruction", "due"}, .needs = {"routed_to", "instruction"}, .stamps = {"routed_on"}},
           {.name = "note", .label = Text("Để biết, lưu", "For information"), .icon = "archive", .from = {"registered"}, .to = "done", .who = {check, approve}, .stamps = {"done_on"}},
           {.name = "start", .label = Text("Bắt đầu giải quyết", "Start"), .icon = "player-play", .from = {"routed"}, .to = "processing"},
           {.name = "finish", .label = Text("Đã giải quyết", "Done"), .icon = "check", .from = {"routed", "processing"}, .to = "done", .who = {enter, check, approve}, .asks = {"result"},
            .needs = {"result"}, .stamps = {"done_on"}},
           {.name = "take_back", .label = Text("Rút lại, phân nơi khác", "Take back, route anew"), .icon = "arrow-back-up", .from = {"routed", "processing"}, .to = "registered", .who = {check, approve},
            .reason = true, .back = true, .clears = {"routed_on"}},
           {.name = "reopen", .label = Text("Giải quyết tiếp", "Go on"), .icon = "refresh", .from = {"done"}, .to = "processing", .who = {check, approve}, .reason = true, .back = true,
            .clears = {"done_on"}},
           {.name = "void", .label = Text("Hủy đăng ký", "Void"), .icon = "ban", .from = {"registered"}, .to = "void", .who = {number, approve}, .reason = true, .back = true}},
      // Brought before those who route within the working day it came in, or the next one (Decree 30/2020, article 23).
      .clocks = {{.state = "registered", .days = 1, .after = {"arrived_on"}, .always = true, .working = true, .escalates = {approve}},
                 {.state = "routed", .days = 10, .due_field = "due", .working = true, .escalates = {check, approve}},
                 {.state = "processing", .days = 10, .due_field = "due", .working = true, .escalates = {check, approve}}}};
  return flow;
}

}  // namespace nc::app
