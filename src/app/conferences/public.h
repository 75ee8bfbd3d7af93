// International conferences and seminars: permission asked in time, agencies consulted, papers, the report.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& conferences();
const reg::Description& conference_opinions();
const reg::Description& conference_papers();
/// From the scheme to the report of the result.
const flow::Flow& conference_flow();

/// Opinions and papers as grids; GET /conferences/{id}/scheme and /result as PDF and Word; GET and POST /conferences/rules.
void add_conference_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
