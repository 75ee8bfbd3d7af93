// Figures of the calendar.
#pragma once
#include "figure/figure.h"

namespace nc::app {
void add_calendar_figures(fig::Engine& engine);
}
