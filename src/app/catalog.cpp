// All registers of the program, in the order in which they are shown.
#include "app/catalog.h"

#include "app/activities/public.h"
#include "app/advice/public.h"
#include "app/agreements/public.h"
#include "app/aid/public.h"
#include "app/awards/public.h"
#include "app/calendar/public.h"
#include "app/campaigns/public.h"
#include "app/compatriots/public.h"
#include "app/clubs/public.h"
#include "app/conferences/public.h"
#include "app/congresses/public.h"
#include "app/contests/public.h"
#include "app/courtesy/public.h"
#include "app/delegations/public.h"
#include "app/desk/public.h"
#include "app/donors/public.h"
#include "app/economy/public.h"
#include "app/evidence/public.h"
#include "app/gifts/public.h"
#include "app/incoming/public.h"
#include "app/information/public.h"
#include "app/meetings/public.h"
#include "app/members/public.h"
#include "app/organisations/public.h"
#include "app/outgoing/public.h"
#include "app/paper_files/public.h"
#include "app/partners/public.h"
#include "app/peace/public.h"
#include "app/petitions/public.h"
#include "app/reference/public.h"
#include "app/reports/public.h"
#include "app/scholarships/public.h"
#include "app/tasks/public.h"

namespace nc::app {

namespace {

reg::Catalog all_registers() {
  reg::Catalog all;
  all.add(delegations());
  all.add(programme_items());
  all.add(delegation_members());
  all.add(gifts());
  all.add(aids());
  all.add(aid_values());
  all.add(aid_beneficiaries());
  all.add(aid_plans());
  all.add(aid_reports());
  all.add(aid_needs());
  all.add(aid_opportunities());
  all.add(activities());
  all.add(charities());
  all.add(conferences());
  all.add(conference_opinions());
  all.add(conference_papers());
  all.add(contests());
  all.add(contest_rounds());
  all.add(contest_entrants());
  all.add(contest_scores());
  all.add(tree_checks());
  all.add(partners());
  all.add(partner_contacts());
  all.add(contact_logs());
  all.add(agreements());
  all.add(commitments());
  all.add(scholarship_programmes());
  all.add(scholarships());
  all.add(foreign_students());
  all.add(sponsorships());
  all.add(recognitions());
  all.add(courtesies());
  all.add(information_items());
  all.add(portal_counts());
  all.add(diaspora_estimates());
  all.add(support_cases());
  all.add(campaigns());
  all.add(signature_batches());
  all.add(business_leads());
  all.add(awards());
  all.add(emulation_clusters());
  all.add(emulation_criteria());
  all.add(emulation_scores());
  all.add(organisations());
  all.add(organisation_names());
  all.add(organisation_links());
  all.add(successions());
  all.add(memberships());
  all.add(club_sessions());
  all.add(members());
  all.add(member_dues());
  all.add(congresses());
  all.add(terms());
  all.add(appointments());
  all.add(meetings());
  all.add(meeting_items());
  all.add(meeting_invitees());
  all.add(petitions());
  all.add(petition_forwards());
  all.add(work_plans());
  all.add(directives());
  all.add(tasks());
  all.add(occasions());
  all.add(occasion_dates());
  all.add(evidence_items());
  all.add(evidence_spans());
  all.add(claims());
  all.add(article_readings());
  all.add(article_candidates());
  all.add(reports());
  all.add(report_remarks());
  all.add(report_templates());
  all.add(report_calendars());
  all.add(report_campaigns());
  all.add(filings());
  all.add(filing_waivers());
  all.add(incoming_papers());
  all.add(outgoing_papers());
  all.add(paper_files());
  all.add(advice_papers());
  all.add(country_register());
  all.add(place_register());
  all.add(aid_terms());
  all.add(keeping_terms());
  return all;
}

}  // namespace

const reg::Catalog& catalog() {
  static const reg::Catalog all = all_registers();
  return all;
}

}  // namespace nc::app
