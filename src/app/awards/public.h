// Emulation and awards.
#pragma once
#include "flow/flow.h"
#include "register/describe.h"

namespace nc::app {

const reg::Description& awards();
/// States of an award and who moves it on.
const flow::Flow& award_flow();

}  // namespace nc::app
