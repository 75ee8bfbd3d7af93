// International agreements and twinning, and what was promised in them.
#pragma once
#include "flow/flow.h"
#include "register/describe.h"

namespace nc::app {

const reg::Description& agreements();
/// States of an agreement and who moves it on.
const flow::Flow& agreement_flow();
const reg::Description& commitments();

}  // namespace nc::app
