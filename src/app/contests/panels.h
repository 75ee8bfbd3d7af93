// Blocks of the pages of contests and of entrants.
#pragma once
#include "register/pages.h"

namespace nc::app {

Html rounds_panel(const reg::PanelContext& x);
Html entrants_panel(const reg::PanelContext& x);
Html certificate_panel(const reg::PanelContext& x);

}  // namespace nc::app
