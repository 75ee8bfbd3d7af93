// Partners: foreign organisations, missions, firms and people that the Union works with, and the memory of the relation with each.
#pragma once
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& partners();
/// People of a partner: who they are, since when, in which language, and whether they agreed that we keep it.
const reg::Description& partner_contacts();
/// Each contact with a partner: when, how, what was said, what follows from it.
const reg::Description& contact_logs();

/// GET /partners/radar, /partners/reciprocity, /partners/duplicates; GET and POST /partners/{id}/merge; POST /partners/{id}/distinct.
void add_partner_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
