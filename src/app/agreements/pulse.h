// How alive an agreement is: what was done under it and when, what was promised, when it ends and what it renews.
#pragma once
#include "app/common/linked_facts.h"
#include "register/pages.h"

namespace nc::app {

/// Delegations, activities, scholarships and progress of commitments that name an agreement.
const std::vector<FactSource>& facts_of_agreements();

/// One agreement of the radar.
struct AgreementSeen {
  std::int64_t id = 0, renewal = 0;  ///< renewal: a later agreement that renews it, under way or signed
  std::string code, title, party, country, status, renewal_code;
  Date from, expires;
  bool illustrative = false;
};
/// Those that are signed and not ended, the ones that end first at the top.
std::vector<AgreementSeen> living_agreements(db::ReadDb& db, const Actor& actor, Lang lang);

/// All that stand in one line of renewals, the oldest first; only this one when it was never renewed.
struct AgreementLink { std::int64_t id = 0; std::string code, title, period, status; Date from, to; };
std::vector<AgreementLink> chain_of(db::ReadDb& db, const Actor& actor, std::int64_t agreement);

/// What a renewal says: the next period; unfinished commitments may be taken along.
struct Renewal {
  std::int64_t agreement = 0;
  std::string title, title_en, period_label;
  Date from, to;
  bool with_commitments = true;
};
/// Makes the next agreement in state "negotiating", with the parties and the scope of the old one. The old one stays as it is.
tl::expected<reg::Saved, Problems> renew(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const Renewal& renewal);

/// Blocks of the record page: commitments with progress; renewals, last activity and acts.
Html commitments_panel(const reg::PanelContext& x);
Html pulse_panel(const reg::PanelContext& x);
/// Above the list: list, radar.
Html agreement_views(const reg::PanelContext& x, const std::string& query);
Html agreement_tabs(Lang lang, std::string_view on);

}  // namespace nc::app
