// Donors: who gives, what is still to be thanked for, letters of thanks and other recognition.
#pragma once
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

/// Letters, certificates, plaques, medals proposed, dinners, news: each with its day, its gift and its paper.
const reg::Description& recognitions();
void add_donor_figures(fig::Engine& engine);
/// GET /donors, GET /donors/{id}, POST /donors/thank, letters as files.
void add_donor_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// On the page of a partner: what it gave, with the way to its donor page.
void add_donors_everywhere(reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
