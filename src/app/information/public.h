// External information: panels, talks, training, publications, press and media, and what the portal counts each month.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& information_items();
/// Visits and articles of a site in a month, as its own counter gives them.
const reg::Description& portal_counts();
/// Written, approved by a second person, licensed where needed, published.
const flow::Flow& information_flow();

/// GET and POST /information/months?year=: twelve months of the portal in one form, what was made in each, what is missing.
void add_information_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
