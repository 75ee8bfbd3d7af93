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

/// Gifts of the last months that nobody has thanked for, and how many of them are past the days that the office allows itself.
struct ToThank { std::int64_t all = 0, late = 0; };
ToThank gifts_to_thank(db::ReadDb& db, const Actor& actor);

}  // namespace nc::app
