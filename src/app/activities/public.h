// Friendship activities, contests and charity.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& activities();
const reg::Description& charities();

}  // namespace nc::app
