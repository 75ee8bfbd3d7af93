// Figures of delegations.
#pragma once
#include "figure/figure.h"

namespace nc::app {
void add_delegation_figures(fig::Engine& engine);
}
