// Economic diplomacy: firms brought together, from the first contact to a contract or an investment.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& business_leads();
/// Contact, visit, memorandum, contract or investment; or it came to nothing.
const flow::Flow& lead_flow();

/// GET /business-leads/board: what is under way by state, what is due next, forums.
void add_economy_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
