// The way of a product of external information: written, content approved by a second person, licensed where needed, published.
#include "app/information/public.h"

namespace nc::app {

const flow::Flow& information_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "information",
      .field = "status",
      .entered = {"planned", "done"},
      .waits = {{"checking", {approve}}, {"approved", {enter}}, {"licensing", {enter}}},
      .transitions =
          {{.name = "submit", .label = Text("Gửi duyệt nội dung", "Send for approval"), .icon = "send", .from = {"planned"}, .to = "checking"},
           {.name = "approve", .label = Text("Duyệt nội dung", "Approve the content"), .icon = "check", .from = {"checking"}, .to = "approved", .who = {approve}, .decides = true},
           {.name = "return", .label = Text("Trả lại để sửa", "Return"), .icon = "arrow-back-up", .from = {"checking"}, .to = "planned", .who = {check, approve}, .reason = true, .back = true},
           {.name = "ask_license", .label = Text("Đã gửi xin giấy phép", "Licence asked for"), .icon = "rubber-stamp", .from = {"approved"}, .to = "licensing", .asks = {"license_by", "license_sent"}, .needs = {"license_by"},
            .stamps = {"license_sent"}, .clears = {"license_no", "license_on"}},
           {.name = "publish", .label = Text("Đã làm, đã phát hành", "Done, published"), .icon = "circle-check", .from = {"approved", "licensing"}, .to = "done", .asks = {"date", "license_no", "license_on", "quantity", "people"}},
           {.name = "cancel", .label = Text("Không làm nữa", "Cancel"), .icon = "ban", .from = {"planned", "checking", "approved", "licensing"}, .to = "cancelled", .reason = true, .back = true},
           {.name = "resume", .label = Text("Làm lại", "Take it up again"), .icon = "refresh", .from = {"cancelled"}, .to = "planned", .back = true}},
      // A product is due on its day; three working days are enough to read it, a licence is asked after when three weeks went by.
      .clocks = {{.state = "planned", .days = 0, .after = {"date"}, .always = true},
                 {.state = "checking", .days = 3, .working = true},
                 {.state = "approved", .days = 0, .after = {"date"}},
                 {.state = "licensing", .days = 21, .after = {"license_sent"}}}};
  return flow;
}

}  // namespace nc::app
