// Blocks of the page of a conference.
#pragma once
#include "register/pages.h"

namespace nc::app {

Html filing_notice(const reg::PanelContext& x);
Html opinions_panel(const reg::PanelContext& x);
Html conference_papers_panel(const reg::PanelContext& x);
Html conference_files_panel(const reg::PanelContext& x);

}  // namespace nc::app
