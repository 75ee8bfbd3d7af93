// Review conferences and meetings.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& meetings();

}  // namespace nc::app
