// The peace movement: signature campaigns, what each organisation collected for them, and how they are sent.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& campaigns();
/// Launched, collecting, submitted with a letter, closed.
const flow::Flow& signature_flow();
/// What one organisation collected at one place or time: a count, never names.
const reg::Description& signature_batches();

/// GET /campaigns/overview, and the letter a campaign is sent with.
void add_peace_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
