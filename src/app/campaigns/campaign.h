// Stored campaigns and filings, and what is done with them.
#pragma once
#include "app/campaigns/public.h"
#include "register/store.h"

namespace nc::app {

struct ReportCampaign : reg::Standard {
  std::string title, kind, asks = "associations";
  Date period_from, period_to, cutoff, due;
  std::string receivers;
  Date opened_on;
  std::string status = "open";
  reg::Ref report;
  /// What the figures of the form count: up to the day the counts stop.
  Period counted() const { return {period_from, cutoff ? cutoff : period_to}; }
};

struct Filing : reg::Standard {
  std::string title;
  reg::Ref campaign, from_org;
  std::string status = "not_opened", channel = "system";
  Date due, filed_on, resent_on, accepted_on, reminded_on;
  std::int64_t late_days = 0, returns = 0;
  std::string return_reason, filed_by, behalf_reason, signer;
  std::string narrative, difficulties, plans, proposals;
  reg::Codes confirmed, doubted;
  reg::Ref evidence;
  std::string snapshot;
  bool filed() const { return status == "filed" || status == "accepted"; }
};

const reg::Options& campaign_kinds();
const reg::Options& filing_states();
const reg::Options& filing_channels();
const reg::Options& form_section_codes();

/// "6 tháng đầu năm 2022": by the kind and the year, whatever day the receiver's calendar begins on.
Message campaign_period_name(const std::string& kind, const Period& period);

/// Writes the campaign and one filing for each living member, and tells their people.
tl::expected<reg::Saved, Problems> open_campaign(db::Tx& tx, const Actor& actor, ReportCampaign campaign);
/// Filings for members that have none yet (founded or joined later). Returns how many were made.
Result<int> add_missing_filings(db::Tx& tx, const Actor& actor, std::int64_t campaign);

struct LoadedCampaign { ReportCampaign campaign; reg::Cells cells; std::string org_code, org_name; bool union_asks = false; };
Result<LoadedCampaign> load_campaign(db::ReadDb& db, const Actor& actor, std::int64_t id);

struct LoadedFiling {
  Filing filing;
  reg::Cells cells;
  ReportCampaign campaign;
  std::string org_code, org_name, org_short;
  /// As the member's own people count: what they confirm and what is compared must not depend on who looks.
  Actor counting;
};
Result<LoadedFiling> load_filing(db::ReadDb& db, const Actor& actor, std::int64_t id);
/// Of a campaign, in the order of the board, within reach: those that may only be counted have no cells of their own.
std::vector<Filing> filings_of(db::ReadDb& db, const Actor& actor, std::int64_t campaign);

/// May the actor fill the form in now? Own people, or colleagues of the Union on its behalf.
bool may_fill(const Actor& actor, const Filing& filing);
bool on_behalf(const Actor& actor, const LoadedFiling& f);
/// An act of the flow with its reason; `version` as the person saw it.
tl::expected<reg::Saved, Problems> move_filing(db::Tx& tx, const Actor& actor, std::int64_t id, std::int64_t version, const std::string& act, const std::string& reason);
/// Saves the member's record; `action` "" or one of the flow's that leave the state as it is.
tl::expected<reg::Saved, Problems> save_filing(db::Tx& tx, const Actor& actor, const Filing& filing, const std::string& action = {}, const std::string& reason = {});

/// Whole days that a filing came after its day; for one that is still missing, up to `today`.
std::int64_t days_late(const Filing& filing, Date today);

/// People whose own organisation it is.
std::vector<std::int64_t> people_of(db::ReadDb& db, std::int64_t org);

}  // namespace nc::app
