// External information: panels, talks, bulletins, articles.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Description& information_items();

}  // namespace nc::app
