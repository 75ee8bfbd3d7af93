// From an indicator and a question to one SELECT of rows.
#pragma once
#include "figure/figure.h"

namespace nc::fig {

/// A SELECT over the indicator's rows as `r`, still without what is selected from them.
struct RowsSql {
  std::string from;         ///< "(...) r WHERE ..."
  db::Params params;
};
/// Who reads rows that are persons, behind {people:A}: people of the organisation that keeps them (and of those above it that are no
/// Union), and those of the Union with the right to personal data. Everybody else in reach counts them and reads no names.
Condition people_scope(const Actor& actor, std::string_view alias);
/// Whose rows are wanted, and of when.
struct Asked {
  const Actor& actor;
  const Period& period;
  Scope scope;
  std::int64_t org;
  bool listed;  ///< shown one by one: each must be one that the actor may see; counts go over everything in reach
  std::optional<std::vector<std::int64_t>> units{};  ///< the organisations below, as of then; nullopt: the tree of today
};
/// Expands the placeholders and adds the asked conditions. Unknown dimensions are refused by name.
Result<RowsSql> rows_sql(const Indicator& indicator, const Hooks& hooks, const Ask& ask, const Asked& asked);

/// Expression over `r` of a dimension: its own column, or one that every indicator has. Empty if there is none.
std::string dimension_column(const Indicator& indicator, std::string_view name);
const Dimension* find_dimension(const Indicator& indicator, std::string_view name);

}  // namespace nc::fig
