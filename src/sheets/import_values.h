// Cells as offices type them, brought into a form that fields take.
#pragma once
#include <string>

#include "register/describe.h"

namespace nc::reg {

/// What a cell means for a field: hours behind a day come off, the day numbers of Excel become days, a unit written
/// behind a number ("12 người") comes off. Everything else stays as it is, for the field to judge.
std::string office_value(const Field& f, const std::string& typed);

}  // namespace nc::reg
