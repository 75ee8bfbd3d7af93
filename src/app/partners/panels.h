// Blocks of the page and of the list of partners.
#pragma once
#include "register/pages.h"

namespace nc::app {

/// "Hợp nhất vào ..." on a partner that was merged.
Html merged_notice(const reg::PanelContext& x);
/// The last facts with the partner, how long ago, what comes next.
Html relation_panel(const reg::PanelContext& x);
/// Above the list: the ways to look at partners as a whole.
Html partner_views(const reg::PanelContext& x, const std::string& query);

}  // namespace nc::app
