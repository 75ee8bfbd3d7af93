// The way of a contest: rules, entries, list closed, judging, results, prizes.
#include "app/contests/public.h"

namespace nc::app {

const flow::Flow& contest_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "contest",
      .field = "status",
      .entered = {"rules_issued", "open", "results", "awarded"},
      .waits = {{"closed", {enter}}, {"judging", {check, approve}}},
      .transitions = {{.name = "open", .label = Text("Mở đăng ký", "Open entries"), .icon = "player-play", .from = {"rules_issued"}, .to = "open", .asks = {"closes_on"}},
                      {.name = "close", .label = Text("Khóa danh sách", "Close the list"), .icon = "lock", .from = {"open"}, .to = "closed"},
                      {.name = "reopen", .label = Text("Mở lại đăng ký", "Open again"), .icon = "arrow-back-up", .from = {"closed"}, .to = "open", .who = {check, approve}, .reason = true, .back = true},
                      {.name = "judge", .label = Text("Bắt đầu chấm", "Start judging"), .icon = "gavel", .from = {"closed"}, .to = "judging", .needs = {"jury"}},
                      {.name = "publish", .label = Text("Công bố kết quả", "Announce the results"), .icon = "speakerphone", .from = {"judging"}, .to = "results", .who = {check, approve}},
                      {.name = "award", .label = Text("Đã trao giải", "Prizes awarded"), .icon = "trophy", .from = {"results"}, .to = "awarded", .asks = {"awarded_on", "result"}, .needs = {"awarded_on"}},
                      {.name = "cancel", .label = Text("Hủy cuộc thi", "Cancel"), .icon = "ban", .from = {"rules_issued", "open", "closed", "judging"}, .to = "cancelled", .who = {check, approve}, .reason = true, .back = true}},
      .clocks = {{.state = "open", .days = 0, .after = {"closes_on"}}, {.state = "judging", .days = 14, .after = {"to_date"}}}};
  return flow;
}

}  // namespace nc::app
