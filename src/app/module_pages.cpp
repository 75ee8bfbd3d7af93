// Pages and panels that modules add to the site.
#include "app/advice/public.h"
#include "app/agreements/public.h"
#include "app/aid/public.h"
#include "app/awards/public.h"
#include "app/calendar/public.h"
#include "app/campaigns/public.h"
#include "app/claims_desk/public.h"
#include "app/compatriots/public.h"
#include "app/clubs/public.h"
#include "app/conferences/public.h"
#include "app/congresses/public.h"
#include "app/contests/public.h"
#include "app/countries/public.h"
#include "app/courtesy/public.h"
#include "app/delegations/public.h"
#include "app/desk/public.h"
#include "app/donors/public.h"
#include "app/economy/public.h"
#include "app/evidence/pages.h"
#include "app/flows.h"
#include "app/gifts/public.h"
#include "app/information/public.h"
#include "app/incoming/public.h"
#include "app/meetings/public.h"
#include "app/members/public.h"
#include "app/organisations/public.h"
#include "app/outgoing/public.h"
#include "app/paper_files/public.h"
#include "app/partners/public.h"
#include "app/peace/public.h"
#include "app/petitions/public.h"
#include "app/privacy/public.h"
#include "app/public_pages.h"
#include "app/reports/public.h"
#include "app/scholarships/public.h"
#include "app/tasks/public.h"
#include "flow/pages.h"

namespace nc::app {

void add_everywhere(reg::Context& context, const fig::Engine& engine) {
  add_evidence_everywhere(context);
  add_desk_everywhere(context);
  add_awards_everywhere(context, engine);
  add_meetings_everywhere(context);
  add_petitions_everywhere(context);
  add_work_everywhere(context, engine);
  add_donors_everywhere(context, engine);
  add_members_everywhere(context, engine);
  add_countries_everywhere(context, engine);
  add_clubs_everywhere(context);
  add_scholarships_everywhere(context, engine);
}

void add_module_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  add_evidence_pages(router, context);
  add_report_pages(router, context, engine);
  add_campaign_pages(router, context, engine);
  add_claims_desk_pages(router, context, engine);
  add_network_pages(router, context);
  add_network_changes_page(router, context, engine);
  add_award_pages(router, context, engine);
  add_meeting_pages(router, context);
  add_petition_pages(router, context);
  add_work_pages(router, context, engine);
  add_calendar_pages(router, context);
  add_courtesy_pages(router, context);
  add_delegation_pages(router, context, engine);
  add_aid_pages(router, context, engine);
  add_donor_pages(router, context, engine);
  add_gift_pages(router, context);
  add_incoming_pages(router, context);
  add_outgoing_pages(router, context);
  add_paper_file_pages(router, context);
  add_advice_pages(router, context, engine);
  add_partner_pages(router, context, engine);
  add_agreement_pages(router, context, engine);
  add_contest_pages(router, context);
  add_conference_pages(router, context);
  add_peace_pages(router, context, engine);
  add_economy_pages(router, context, engine);
  add_information_pages(router, context, engine);
  add_compatriot_pages(router, context, engine);
  add_country_pages(router, context, engine);
  add_congress_pages(router, context, engine);
  add_member_pages(router, context, engine);
  add_club_pages(router, context, engine);
  add_desk_pages(router, context, engine);
  add_privacy_pages(router, context);
  flow::add_pages(router, context, flows());
  flow::add_history_pages(router, context, flows());
}

}  // namespace nc::app
