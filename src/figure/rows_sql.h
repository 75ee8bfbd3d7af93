// From an indicator and a question to one SELECT of rows.
#pragma once
#include "figure/figure.h"

namespace nc::fig {

/// A SELECT over the indicator's rows as `r`, still without what is selected from them.
struct RowsSql {
  std::string from;         ///< "(...) r WHERE ..."
  db::Params params;
};
/// Expands the placeholders and adds the asked conditions. Unknown dimensions are refused by name. `listed`: the rows are
/// shown one by one, so each must be one that the actor may see; counts go over everything in reach.
Result<RowsSql> rows_sql(const Indicator& indicator, const Hooks& hooks, const Actor& actor, const Ask& ask,
                         const Period& period, std::int64_t org, bool listed);

/// Expression over `r` of a dimension: its own column, or one that every indicator has. Empty if there is none.
std::string dimension_column(const Indicator& indicator, std::string_view name);
const Dimension* find_dimension(const Indicator& indicator, std::string_view name);

}  // namespace nc::fig
