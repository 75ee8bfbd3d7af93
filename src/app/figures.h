// All indicators of the program.
#pragma once
#include "figure/figure.h"

namespace nc::app {
/// Adds every indicator, in the explicit order of the modules, and the hooks that they need.
void add_figures(fig::Engine& engine);
}  // namespace nc::app
