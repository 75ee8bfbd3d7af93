// Scholarships, as counts.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& scholarships();

}  // namespace nc::app
