// The form of a campaign, as it is typed: opening one and changing it share its boxes.
#pragma once
#include "app/campaigns/pages.h"

namespace nc::app {

struct CampaignForm {
  std::string title, kind = "half_year", asks = "associations", org, from, to, cutoff, due, receivers, note;
  Problems problems;
  std::string period{};  ///< as typed, in words; `from` and `to` when it could be read
};

CampaignForm form_of(const web::Request& r);
/// Unions in reach, as (code, name): who may ask others.
std::vector<std::pair<std::string, std::string>> who_opens(db::ReadDb& db, const Actor& actor);
/// The boxes; kind, who asks whom and the period only of a `fresh` one.
Html campaign_fields(db::ReadDb& db, const Actor& actor, const CampaignForm& f, Lang lang, bool fresh);
/// What is wrong with the form, above it.
Html summary_of(const Problems& problems, Lang lang);
/// The day that was typed, none for an empty box; a problem with the field's name when it can't be read.
Date day_typed(const std::string& typed, const char* field, Problems& problems);

/// GET /report-campaigns/new, POST /report-campaigns.
void add_opening_pages(web::Router& router, const CampaignSite& site);
/// GET /report-campaigns/{id}/edit, POST /report-campaigns/{id}, .../remind, .../add-missing.
void add_changing_pages(web::Router& router, const CampaignSite& site);
/// GET /report-campaigns/punctuality, /report-campaigns/rules.
void add_punctuality_pages(web::Router& router, const CampaignSite& site);

}  // namespace nc::app
