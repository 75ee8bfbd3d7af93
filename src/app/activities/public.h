// Friendship activities, contests and charity.
#pragma once
#include "flow/flow.h"
#include "register/describe.h"

namespace nc::app {

const reg::Description& activities();
/// States of an activity and who moves it on.
const flow::Flow& activity_flow();
const reg::Description& charities();
const reg::Description& tree_checks();

}  // namespace nc::app
