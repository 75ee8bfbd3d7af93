// Petitions and requests of associations.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& petitions();

}  // namespace nc::app
