// Report campaigns: a receiver's calendar, a campaign that asks the members, one filing a member, its checks.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& report_calendars();
const reg::Description& report_campaigns();
const reg::Description& filings();
const reg::Description& filing_waivers();
/// From the empty form of a member to the Union's acceptance. The pages of this module draw the buttons.
const flow::Flow& filing_flow();

/// A member of a Union, that campaigns ask, meetings invite and the help desk looks after.
struct Member {
  std::int64_t id = 0;
  std::string code, name, name_en, short_name, country;
  bool illustrative = false;
  /// The short name; in English the English one, which has no short form.
  const std::string& called(Lang lang) const { return lang == Lang::en && !name_en.empty() ? name_en : short_name.empty() ? name : short_name; }
};
/// Living members of the organisation on that day: associations and committees, or Unions when a national union asks them.
std::vector<Member> members_of(db::ReadDb& db, std::int64_t org, const std::string& asks, Date day);

/// Board, forms, consolidation, punctuality (GET /report-campaigns/{id}, /filings/{id} ...).
void add_campaign_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// Tells the people of members that have not filed, three days before the day and once it is past. Returns how many were told.
int remind_members(db::Tx& tx);

/// The Union's report of that number was sealed: its campaign closes by itself when every filing was accepted. Otherwise it
/// stays open, and its board offers to close it. Returns how many were closed.
Result<int> close_campaigns_of(db::Tx& tx, const Actor& actor, std::int64_t report);

/// What a person has to file, and the campaigns whose board waits: for the overview's list of things to do.
struct CampaignWork { Message title, detail, act; std::string href; bool late = false; };
std::vector<CampaignWork> campaign_work(db::ReadDb& db, const Actor& actor);

/// The running campaign of the sample office, with members in all states. For the end of the sample.
void load_sample_campaign(db::Database& database);

}  // namespace nc::app
