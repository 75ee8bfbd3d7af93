// Research and advice to those who decide: proposals, schemes, opinions, reports, research topics, and what came of them.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& advice_papers();
/// Asked for, written, accepted by a council where there is one, sent, with its result.
const flow::Flow& advice_flow();
/// I91.
void add_advice_figures(fig::Engine& engine);

/// GET /advice/board: I91 by result, what is due, what waits for its result.
void add_advice_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
