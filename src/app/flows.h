// The flows of all registers that have one.
#pragma once
#include "flow/flow.h"

namespace nc::app {

const flow::Flows& flows();

}  // namespace nc::app
