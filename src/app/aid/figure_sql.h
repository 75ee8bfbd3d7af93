// Pieces of the SQL of aid figures that two files use. Inside this module only.
#pragma once
#include "figure/figure.h"

namespace nc::app {

/// Implemented and mobilised together, one row an item and currency; `more` adds columns (", p.name AS donor"), `join` their tables.
std::string aid_both_ways(const std::string& more = {}, const std::string& join = {});
/// One row an item that meets a condition on `a`.
std::string aid_items(const std::string& date, const std::string& condition, const std::string& more = {});
/// An indicator of aid with the dimensions that all of them share.
fig::Indicator aid_indicator(std::string code, Text name, Text rule, std::string unit, fig::Measure measure, std::string sql, std::string list = "aid");
/// I48 to I52: by field, donor and place, what is late, what was refused.
void add_aid_follow_figures(fig::Engine& engine);

}  // namespace nc::app
