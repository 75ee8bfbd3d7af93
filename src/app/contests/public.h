// Contests: editions, rounds, entrants, scores of the jury, prizes, certificates.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& contests();
const reg::Description& contest_rounds();
const reg::Description& contest_entrants();
const reg::Description& contest_scores();
/// From the rules to the awarding of prizes.
const flow::Flow& contest_flow();

/// Rounds and entrants as grids, GET and POST /contests/{id}/scores and /results, POST /contests/{id}/confirm and /advance,
/// GET /contests/{id}/certificates.zip, /contest-entrants/{id}/certificate.pdf and .docx.
void add_contest_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
