// The way of an award: registered, proposed, appraised, decided, presented.
#include "app/awards/public.h"

namespace nc::app {

const flow::Flow& award_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "award",
      .field = "status",
      .entered = {"registered", "decided", "presented", "not_granted"},
      .waits = {{"proposed", {check}}, {"appraised", {approve}}},
      .transitions =
          {{.name = "propose", .label = Text("Đề nghị khen", "Propose"), .icon = "send", .from = {"registered"}, .to = "proposed", .needs = {"reason"}},
           {.name = "appraise", .label = Text("Thẩm định đạt", "Appraised"), .icon = "check", .from = {"proposed"}, .to = "appraised", .who = {check}},
           {.name = "return", .label = Text("Trả lại", "Return"), .icon = "arrow-back-up", .from = {"proposed", "appraised"}, .to = "registered",
            .who = {check, approve}, .reason = true, .back = true},
           {.name = "decide", .label = Text("Quyết định khen", "Decide"), .icon = "rubber-stamp", .from = {"appraised"}, .to = "decided", .who = {approve},
            .asks = {"decision_no", "decided", "authority"}, .needs = {"decision_no", "decided"}, .decides = true},
           {.name = "refuse", .label = Text("Không khen", "Not granted"), .icon = "x", .from = {"proposed", "appraised"}, .to = "not_granted", .who = {approve},
            .reason = true, .decides = true, .back = true},
           {.name = "present", .label = Text("Đã trao", "Presented"), .icon = "award", .from = {"decided"}, .to = "presented", .asks = {"presented_at"},
            .needs = {"presented_at"}}},
      .clocks = {{.state = "proposed", .days = 10}, {.state = "appraised", .days = 30}}};
  return flow;
}

}  // namespace nc::app
