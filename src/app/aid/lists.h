// Closed lists of the aid registers.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Options& aid_kinds();
const reg::Options& provider_classes();
const reg::Options& union_roles();
const reg::Options& aid_states();

}  // namespace nc::app
