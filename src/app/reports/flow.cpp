// The way of a report: written, submitted, sealed. The composer draws the buttons and does the acts.
#include "app/reports/public.h"

namespace nc::app {

const flow::Flow& report_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "report",
      .field = "status",
      .entered = {"draft"},
      .waits = {{"submitted", {approve}}},
      .transitions =
          {{.name = "submit", .label = Text("Trình ký", "Submit"), .icon = "send", .from = {"draft"}, .to = "submitted"},
           {.name = "return", .label = Text("Trả lại", "Return"), .icon = "arrow-back-up", .from = {"submitted"}, .to = "draft", .who = {check, approve},
            .reason = true, .back = true},
           {.name = "seal", .label = Text("Niêm phong", "Seal"), .icon = "rubber-stamp", .from = {"draft", "submitted"}, .to = "sealed", .who = {approve}}},
      .clocks = {{.state = "submitted", .days = 3}},
      .own_buttons = true};
  return flow;
}

}  // namespace nc::app
