// Delegations in and out.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& delegations();

}  // namespace nc::app
