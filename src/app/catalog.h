// All registers of the program, in the order in which they are shown.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Catalog& catalog();

}  // namespace nc::app
