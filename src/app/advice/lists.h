// Closed lists of advisory papers.
#pragma once
#include "register/describe.h"

namespace nc::app {

const reg::Options& advice_kinds();
const reg::Options& advice_results();

}  // namespace nc::app
