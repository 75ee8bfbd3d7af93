// Dimensions that many indicators share.
#pragma once
#include "figure/figure.h"
#include "register/describe.h"

namespace nc::app {

/// A dimension that is a described field with a closed list: its label, its codes, one or several of them. `name` is the
/// name in questions when it differs from the field's.
fig::Dimension by_field(const reg::Description& description, std::string_view field, std::string name = {});
/// A figure that counts the rows of `sql` (a SELECT as fig::Indicator::rows_sql wants it), of these registers; `list` is the list
/// that shows the same rows.
fig::Indicator counted(std::string code, Text name, Text rule, std::string unit, std::string sql, std::vector<std::string> registers, std::string list);
/// Derived figure: quotient of two others over the same question, with a unit of its own.
fig::Indicator quotient(std::string code, Text name, Text rule, std::string unit, std::string over, std::string under,
                        std::string under_part = {});

/// The rows are all that were expected; the value is the share of those in `state` (a dimension), in per cent with both numbers beside.
void as_share(fig::Indicator& i, std::string state, std::string unit);

}  // namespace nc::app
