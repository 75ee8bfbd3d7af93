// The sidebar: what there is to open, in groups.
#pragma once
#include "html/shell.h"
#include "register/describe.h"

namespace nc::app {

/// What the sidebar counts.
struct NavCounts {
  std::int64_t open_petitions = 0, unread = 0;
};
/// Registers whose records belong to a year open on `period` (a period's code).
std::vector<NavGroup> navigation(const reg::Catalog& catalog, const NavCounts& counts, const std::string& period);

}  // namespace nc::app
