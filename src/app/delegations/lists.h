// Closed lists of the delegation register.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Options& directions();
const reg::Options& delegation_purposes();
const reg::Options& protocol_levels();
const reg::Options& host_roles();
const reg::Options& delegation_states();

}  // namespace nc::app
