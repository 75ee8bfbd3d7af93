// A campaign as work: what was collected by whom, and the letter it is sent with. Inside this module only.
#pragma once
#include <string>
#include <vector>

#include "app/outgoing/public.h"
#include "register/pages.h"

namespace nc::app {

/// What one organisation collected for a campaign.
struct Collected {
  std::int64_t org = 0, quantity = 0, verified = 0, batches = 0;
  std::string code, name, name_en;
  Qualifier qualifier = Qualifier::exact;
};
/// The most first, as far as the actor sees.
std::vector<Collected> collected_for(db::ReadDb& db, const Actor& actor, std::int64_t campaign);
std::int64_t total_of(const std::vector<Collected>& all);

/// Collected against the target, by organisation, with the batches below.
Html collected_panel(const reg::PanelContext& x);
Html campaign_papers_panel(const reg::PanelContext& x);
/// The letter in Vietnamese and in English.
const std::vector<RecordPaper>& campaign_papers();
/// Above the list: list, overview.
Html campaign_views(const reg::PanelContext& x, const std::string& query);
Html campaign_tabs(Lang lang, std::string_view on);

/// Hook behind a campaign's save: once it is submitted, the batches that were not sent yet are sent with it.
void send_batches(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now);

}  // namespace nc::app
