// What the office knows of a country on one page: relations, numbers of the last years, partners, agreements, aid, compatriots.
#pragma once
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

/// On the record page of a country: the profile.
void add_countries_everywhere(reg::Context& context, const fig::Engine& engine);
/// GET /country-profile/{code}: leads to the page of the country. GET /countries/{id}/papers/profile (and profile-en, .docx, .pdf).
void add_country_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
