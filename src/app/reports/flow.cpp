// The way of a report: written, submitted, sealed, numbered. The composer draws the buttons and does the acts.
#include "app/reports/public.h"

namespace nc::app {

const flow::Flow& report_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "report",
      .field = "status",
      .entered = {"draft"},
      .waits = {{"submitted", {approve}}, {"sealed", {number}}},
      .transitions =
          {{.name = "submit", .label = Text("Trình ký", "Submit"), .icon = "send", .from = {"draft"}, .to = "submitted"},
           {.name = "return", .label = Text("Trả lại", "Return"), .icon = "arrow-back-up", .from = {"submitted"}, .to = "draft", .who = {check, approve},
            .reason = true, .back = true},
           {.name = "seal", .label = Text("Niêm phong", "Seal"), .icon = "rubber-stamp", .from = {"draft", "submitted"}, .to = "sealed", .who = {approve}},
           {.name = "number", .label = Text("Cấp số", "Give number"), .icon = "hash", .from = {"sealed"}, .to = "numbered", .who = {number}}},
      .clocks = {{.state = "submitted", .days = 3}, {.state = "sealed", .days = 1, .working = true}},
      .own_buttons = true};
  return flow;
}

}  // namespace nc::app
