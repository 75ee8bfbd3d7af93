// The way of a signature campaign: launched, collecting, submitted to whoever called for it, closed.
#include "app/peace/public.h"

namespace nc::app {

const flow::Flow& signature_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "campaign",
      .field = "status",
      .entered = {"launched", "collecting", "submitted", "closed"},
      .transitions =
          {{.name = "collect", .label = Text("Bắt đầu thu thập", "Start collecting"), .icon = "writing-sign", .from = {"launched"}, .to = "collecting"},
           {.name = "submit", .label = Text("Gửi đi", "Send"), .icon = "send", .from = {"collecting"}, .to = "submitted", .who = {check, approve}, .asks = {"sent_on", "receipt"}, .needs = {"sent_on"}},
           {.name = "close", .label = Text("Kết thúc", "Close"), .icon = "flag", .from = {"collecting", "submitted"}, .to = "closed", .who = {check, approve}},
           {.name = "reopen", .label = Text("Thu thập tiếp", "Collect on"), .icon = "arrow-back-up", .from = {"submitted", "closed"}, .to = "collecting", .who = {check, approve}, .reason = true, .back = true}},
      .clocks = {{.state = "collecting", .days = 0, .after = {"to_date"}}}};
  return flow;
}

}  // namespace nc::app
