// Courtesy contacts: calls, greetings, gifts, visits together with the city's leaders.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& courtesies();

}  // namespace nc::app
