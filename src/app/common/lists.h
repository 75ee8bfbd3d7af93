// Closed lists that several modules use.
#pragma once
#include "register/describe.h"

namespace nc::app {

/// Who pays.
const reg::Options& cost_sources();
/// Languages of products, clubs and contests.
const reg::Options& languages();
/// On site, online, both.
const reg::Options& formats();

}  // namespace nc::app
