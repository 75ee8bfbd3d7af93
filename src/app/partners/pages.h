// Pages that look at partners as a whole.
#pragma once
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

/// The ways to look at partners: list, lapse radar, reciprocity, duplicates; `on` is the last part of the address.
Html partner_tabs(Lang lang, std::string_view on);

/// GET /partners/radar?months=24: partners without a fact for so long, why, and what to do; registrations that run out.
web::Response radar_page(const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell);
/// GET /partners/reciprocity?from=2021&to=2025: both ways by country.
web::Response reciprocity_page(const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell);
/// GET /partners/duplicates, GET and POST /partners/{id}/merge, POST /partners/{id}/distinct.
void add_merge_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
