// Scholarships, as counts.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& scholarships();
const reg::Description& foreign_students();
const reg::Description& sponsorships();

}  // namespace nc::app
