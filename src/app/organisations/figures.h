// Figures of this module.
#pragma once
#include <string>

#include "figure/figure.h"

namespace nc::app {
void add_organisations_figures(fig::Engine& engine);

/// Conditions that I02, I03 and the lists behind them share; the argument is the alias of the row.
/// An association that was founded as such: no merger or split made it.
std::string newly_founded(const std::string& organisation);
/// An act on an association; a split into several parts is told by its first row.
std::string told_once(const std::string& succession, const std::string& asked = {});
}
