// Partners: foreign organisations, missions, firms and people that the Union works with.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& partners();

}  // namespace nc::app
