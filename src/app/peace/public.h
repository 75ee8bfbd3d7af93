// Signature campaigns of the peace movement.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& campaigns();

}  // namespace nc::app
