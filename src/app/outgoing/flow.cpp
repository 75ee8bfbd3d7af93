// The way of an outgoing paper: written down, numbered by the clerk within a working day of its signing, recalled if need be.
#include "app/outgoing/public.h"

namespace nc::app {

const flow::Flow& outgoing_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "outgoing",
      .field = "status",
      .entered = {"waiting"},
      .waits = {{"waiting", {number}}},
      .transitions = {{.name = "number", .label = Text("Cấp số", "Give number"), .icon = "hash", .from = {"waiting"}, .to = "issued", .who = {number},
                       .asks = {"signer", "signed_on"}, .needs = {"signer", "signed_on"}},
                      {.name = "recall", .label = Text("Thu hồi", "Recall"), .icon = "arrow-back-up", .from = {"issued"}, .to = "recalled", .who = {approve},
                       .reason = true, .back = true}},
      // The next working day at the latest (Decree 30/2020, article 18).
      .clocks = {{.state = "waiting", .days = 1, .after = {"signed_on"}, .working = true}}};
  return flow;
}

}  // namespace nc::app
