// Clubs and classes: organisations of the kind club, their sessions, who is quiet.
#pragma once
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

/// When a club met, about what, how many came.
const reg::Description& club_sessions();
void add_club_figures(fig::Engine& engine);
/// GET /clubs; GET and POST /organisations/{id}/sessions (all sessions of a club in a grid).
void add_club_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// The sessions on the page of a club.
void add_clubs_everywhere(reg::Context& context);

}  // namespace nc::app
