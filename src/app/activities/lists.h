// Closed lists of activities and charity.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Options& activity_kinds();
const reg::Options& activity_states();
const reg::Options& charity_kinds();
const reg::Options& charity_states();

}  // namespace nc::app
