// International agreements and twinning, and what was promised in them.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& agreements();
const reg::Description& commitments();

}  // namespace nc::app
