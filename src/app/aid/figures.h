// Figures of foreign aid.
#pragma once
#include "figure/figure.h"

namespace nc::app {
void add_aid_figures(fig::Engine& engine);
}
