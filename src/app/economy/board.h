// Ways to look at business leads. Inside this module only.
#pragma once
#include "register/pages.h"

namespace nc::app {

const reg::Options& lead_states();
/// Above the list: list, board.
Html lead_views(const reg::PanelContext& x, const std::string& query);
Html lead_tabs(Lang lang, std::string_view on);

}  // namespace nc::app
