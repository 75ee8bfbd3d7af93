// Petitions and requests of associations.
#pragma once
#include "flow/flow.h"
#include "register/describe.h"

namespace nc::app {

const reg::Description& petitions();
/// From the association's asking to its own word that it is settled.
const flow::Flow& petition_flow();

}  // namespace nc::app
