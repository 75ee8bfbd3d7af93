// The columns of a record that is about to be made.
#pragma once
#include "register/describe.h"

namespace nc::app {

/// Kept by `org`, internal, without number, code and version; everything else is empty. Presets of forms are not filled in.
reg::Cells fresh_record(const reg::Description& d, std::int64_t org, bool illustrative = false);

}  // namespace nc::app
