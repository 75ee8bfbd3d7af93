// Parts of a record that their module draws itself.
#pragma once
#include "register/describe.h"

namespace nc::app {

/// A part (part_of) that a panel of its module draws on the parent's page, in place of the plain table.
inline reg::Description shown_by_a_panel(reg::Description part) {
  part.in_nav = true;
  return part;
}

}  // namespace nc::app
