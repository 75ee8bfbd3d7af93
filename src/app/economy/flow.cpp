// The way of a business lead: contact, visit, memorandum, contract or investment.
#include "app/economy/public.h"

namespace nc::app {

const flow::Flow& lead_flow() {
  static const flow::Flow flow{
      .register_name = "business_lead",
      .field = "status",
      .entered = {"contact", "visit", "mou", "contract", "investment", "dropped"},
      .transitions =
          {{.name = "meet", .label = Text("Đã khảo sát, gặp nhau", "They met"), .icon = "users", .from = {"contact"}, .to = "visit", .asks = {"next_step", "next_due"}},
           {.name = "agree", .label = Text("Ký ghi nhớ", "Memorandum signed"), .icon = "signature", .from = {"contact", "visit"}, .to = "mou", .asks = {"next_step", "next_due"}},
           {.name = "contract", .label = Text("Ký hợp đồng", "Contract signed"), .icon = "circle-check", .from = {"contact", "visit", "mou"}, .to = "contract", .asks = {"concluded_on", "value"}, .needs = {"concluded_on"}},
           {.name = "invest", .label = Text("Được cấp phép đầu tư", "Investment licensed"), .icon = "building-community", .from = {"contact", "visit", "mou", "contract"}, .to = "investment", .asks = {"concluded_on", "value"}, .needs = {"concluded_on"}},
           {.name = "drop", .label = Text("Không đi tiếp", "It came to nothing"), .icon = "ban", .from = {"contact", "visit", "mou"}, .to = "dropped", .reason = true, .back = true},
           {.name = "resume", .label = Text("Nối lại", "Take it up again"), .icon = "refresh", .from = {"dropped"}, .to = "contact", .back = true}},
      .clocks = {{.state = "contact", .days = 30, .due_field = "next_due"}, {.state = "visit", .days = 90, .due_field = "next_due"}, {.state = "mou", .days = 90, .due_field = "next_due"}}};
  return flow;
}

}  // namespace nc::app
