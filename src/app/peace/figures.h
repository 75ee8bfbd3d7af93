// Figure of signature campaigns.
#pragma once
#include "figure/figure.h"

namespace nc::app {
void add_peace_figures(fig::Engine& engine);
}
