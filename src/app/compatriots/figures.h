// Figures of this module.
#pragma once
#include "figure/figure.h"

namespace nc::app {
void add_compatriot_figures(fig::Engine& engine);
}
