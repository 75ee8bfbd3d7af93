// Emulation and awards.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

struct RecordPaper;
/// Proposal (form 1.4, tờ trình) with evidence from records, and certificate.
const std::vector<RecordPaper>& award_papers();

const reg::Description& awards();
/// Emulation of a year: clusters of associations, criteria with the most points each can earn, and the points given.
const reg::Description& emulation_clusters();
const reg::Description& emulation_criteria();
const reg::Description& emulation_scores();
/// States of an award and who moves it on.
const flow::Flow& award_flow();

/// /emulation (ranking of a year), /emulation/{id} (the sheet of one association), papers of awards.
void add_award_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// Papers on the page of an award, honours on that of an organisation or partner.
void add_awards_everywhere(reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
