// Closed lists of contests.
#pragma once
#include "base/options.h"

namespace nc::app {

/// Special, first, second, third, consolation, other: the highest first.
const Options& prizes();

}  // namespace nc::app
