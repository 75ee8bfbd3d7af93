// Figures of this module.
#pragma once
#include "figure/figure.h"

namespace nc::app {
void add_activities_figures(fig::Engine& engine);
/// I57 and its parts.
void add_relief_figures(fig::Engine& engine);
}
