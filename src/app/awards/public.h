// Emulation and awards.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& awards();

}  // namespace nc::app
