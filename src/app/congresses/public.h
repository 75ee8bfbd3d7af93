// Congresses, terms and who holds which office: what ends when, who is overdue, personnel completed between congresses.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& congresses();
const reg::Description& terms();
const reg::Description& appointments();
/// From the plan to the recognition of what was elected.
const flow::Flow& congress_flow();

/// On the page of an organisation: its term, who leads it, the button to complete personnel.
Html leadership_panel(const reg::PanelContext& x);
/// GET /congresses/radar; GET and POST /organisations/{id}/personnel.
void add_congress_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
