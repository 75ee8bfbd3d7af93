// One edit or one act on many records of a list: tried first, refusals per record in words, done as one batch.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "flow/flow.h"

namespace nc::reg {

/// So many records may be edited in one go; a longer list has to be narrowed first.
inline constexpr std::size_t k_bulk_most = 2000;
/// So many of them have their values before and after worked out for the screen.
inline constexpr std::size_t k_bulk_shown = 200;

struct BulkChange {
  std::vector<std::pair<std::string, std::string>> set;  ///< field and text as typed; an empty text empties the field
  std::string move;                                      ///< or a transition of the register's flow ...
  flow::Given given;                                     ///< ... with what it asks for
  std::string reason;
};

struct BulkRow {
  std::int64_t id = 0;
  std::string code, title;
  std::vector<std::pair<const Field*, std::pair<std::string, std::string>>> values;  ///< field, before, after in words
  Problems problems;
  bool same = false;  ///< the record has these values already
};
struct BulkResult {
  std::vector<BulkRow> rows;
  int changed = 0, unchanged = 0, refused = 0;
  std::string seen;   ///< stands for the records, their versions and the change: what was previewed is what is done
  std::string batch;  ///< "" when nothing was written
};

/// Fields that a bulk edit may set: those of the form, but no code and no personal ones the actor may not see.
std::vector<const Field*> bulk_fields(const Description& d, const Actor& actor);
/// Transitions that the actor has the function for.
std::vector<const flow::Transition*> bulk_moves(const flow::Flow* flow, const Actor& actor);

/// Tries (`seen` empty) or does the change for all records of the list. When `seen` is given and the records or the change
/// are no longer those, nothing is done and the result is a new preview. Records that refuse are left out, the others are
/// written under one batch through the usual rules, rights and hooks. Refused as a whole: too many records, none, no change.
Result<BulkResult> bulk_edit(db::Tx& tx, const Catalog& catalog, const flow::Flow* flow, const Description& d, const Actor& actor,
                             const ListQuery& list, const BulkChange& change, const std::string& seen, Lang lang);

}  // namespace nc::reg
