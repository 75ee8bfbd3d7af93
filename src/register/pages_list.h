// What the files of the list page share.
#pragma once
#include <map>

#include "register/pages_parts.h"

namespace nc::reg {

/// Lists up to this length get sums of months, of the whole, and counts of the values to filter by.
inline constexpr std::int64_t k_sum_at_most = 2000;

struct ListView {
  const Context& context;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  const Description& d;
  const ListQuery& q;
  Lang lang;
  std::int64_t generation = 0;  ///< of all registers; 0: nothing is remembered
};

/// What `make` gives, kept in `kept` of the context's memory under `what` and the query until some register changes.
template <class Value, class Make>
Value remembered(const ListView& x, Kept<Value> ListMemory::*kept, const std::string& what, Make make) {
  if (!x.context.memory || x.generation == 0) return make();
  Kept<Value>& memory = (*x.context.memory).*kept;
  // Who asks, with what rights, and the day belong to the question: scopes and conditions depend on them.
  const std::string key = what + "#" + x.d.name + "?" + query_string(x.q) + "#" + std::to_string(x.actor.id) + "/" + scope_key(x.actor) + "/" +
                          functions_text(x.actor.functions) + "#" + today().iso();
  if (auto known = memory.find(key, x.generation)) return std::move(*known);
  Value made = make();
  memory.keep(key, x.generation, made);
  return made;
}

/// Address of the list with this query; `more` is appended as it is.
std::string list_address(const Description& d, const ListQuery& q, const std::string& more = {});
/// The list without any condition, with the columns and the view it has now.
std::string bare_address(const ListView& x);
/// The same query without its place in the list.
ListQuery from_start(const ListQuery& q);
/// The query without the filters of this name.
ListQuery without(const ListQuery& q, const std::string& name);
std::vector<std::string> filter_values(const ListQuery& q, const std::string& name);
/// A filter in words: "Lào, Hàn Quốc", "năm 2025".
std::string filter_words(const ListView& x, const std::string& name);
/// "Nước", "Thời gian": what a filter is about.
Message filter_label(const ListView& x, const std::string& name);

/// The form with search words and conditions.
Html list_filters(const ListView& x, bool short_list);
/// The table with its groups and totals, chosen rows, pager.
Html list_table(const ListView& x, const ListPage& page, const std::vector<ListPart>& parts);
/// The rows without check boxes, months and totals: inside of a popover.
Html short_table(const ListView& x, const ListPage& page);
/// How many records each value of a field has in the list without that filter, most first; "" for long lists.
std::vector<std::pair<std::string, std::int64_t>> value_counts(const ListView& x, const Field& f);

}  // namespace nc::reg
