// International agreements and twinning, and what was promised in them.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& agreements();
/// States of an agreement and who moves it on.
const flow::Flow& agreement_flow();
const reg::Description& commitments();

/// GET /agreements/radar; GET and POST /agreements/{id}/renew and /agreements/{id}/commitments.
void add_agreement_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
