// What the files of this folder share: column lists, derived columns, small SQL builders. For this folder and src/sheets only.
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "register/store.h"

namespace nc::reg::detail {

/// The register that org_id points to (the access tree is kept over it).
inline constexpr const char* k_org_register = "organisation";
/// Lists count this far and then say "more".
inline constexpr std::int64_t k_count_limit = 10'000;

// ---- columns ---------------------------------------------------------------------------------------------

/// "t.id, t.code, ..." in the order of Cells.
std::string select_list(const Description& d, std::string_view alias);
Cells cells_of(const db::Row& row, std::size_t columns, int first = 0);

bool sortable(const Description& d, const Field& f);
/// Fields that have a `<name>_key` column: texts and choices that lists sort by.
std::vector<const Field*> key_fields(const Description& d);
bool has_key(const Description& d, const Field& f);
/// The column that sorting by `f` reads.
std::string sort_column(const Description& d, const Field& f);
/// Never NULL in the table?
bool never_null(const Description& d, const Field& f);
db::Value key_value(const Field& f, const Cells& cells);
/// Folded words of the record for full text.
std::string search_text(const Description& d, const Cells& cells);
std::string code_prefix(const Description& d);
/// Two columns from which title_in makes the title of a row: the title and its English twin.
std::string title_columns(const Description& d, std::string_view alias);
std::string title_in(const Description& d, const db::Row& row, int first, Lang lang);
/// Is column `part` of the field a number?
bool column_is_integer(const Field& f, int part);

// ---- conditions ------------------------------------------------------------------------------------------

/// The condition that `alias` has the words, through the full-text index; nullopt when there is nothing to look for.
std::optional<Condition> words_condition(const Description& d, db::Engine engine, std::string_view alias,
                                         std::string_view words);
/// The order of a list.
struct Order {
  const Field* field = nullptr;  ///< nullptr: by id
  bool descending = false;
  bool operator==(const Order&) const = default;
  std::string name() const { return field ? field->name : "id"; }
  std::string column(const Description& d) const { return field ? sort_column(d, *field) : "id"; }
  bool nullable(const Description& d) const { return field && !never_null(d, *field); }
};
/// nullopt when that order is not offered. "" is the register's own.
std::optional<Order> order_of(const Description& d, std::string_view sort);

/// The place of a row in an order.
struct Key {
  db::Value value;  ///< of the sort column; NULL stands behind all values
  std::int64_t id = 0;
};
std::string key_text(const Order& order, const Key& key);
/// nullopt when the text was not made by key_text for the same order.
std::optional<Key> key_from(const Order& order, std::string_view text);

/// Numbers of a filter value: "5", "5..10", "5..", "..10".
struct NumberRange {
  std::optional<std::int64_t> from, to;
};
std::optional<NumberRange> number_range(std::string_view text);
/// The field that a filter name means (period, from, to: the date field), or nullptr.
const Field* filter_field(const Description& d, std::string_view name);
/// All conditions of the list but the words; `order` when rows are wanted in it, nullptr when they are only counted.
Condition filters_where(const Description& d, db::Engine engine, const Actor& actor, const ListQuery& q,
                        std::string_view alias, const Order* order);
/// Does a filter leave out rows without a value of this field?
bool excludes_null(const Description& d, const ListQuery& q, const Field& f);

/// An SQL text growing together with its parameters.
struct Piece {
  std::string sql;
  db::Params params;
  /// Adds a parameter and returns its placeholder.
  std::string bind(db::Value v) {
    params.push_back(std::move(v));
    return "$" + std::to_string(params.size());
  }
  void add(const Condition& c) { append(sql, params, c); }
};

// ---- records ---------------------------------------------------------------------------------------------

/// Columns as a JSON object; only those with `wanted`.
std::string json_of(const Description& d, const Cells& cells, const std::function<bool(std::size_t)>& wanted);
/// Reads json_of back over `cells`; columns that no longer exist are returned by name.
std::vector<std::string> read_json(const Description& d, std::string_view json, Cells& cells,
                                   std::vector<std::size_t>* touched = nullptr);

/// The stored row whatever its state (hidden too), through the scope.
struct Stored {
  Cells cells;
  bool deleted = false;
};
std::optional<Stored> load_stored(db::ReadDb& db, const Description& d, const Actor& actor, std::int64_t id);

/// Stands in place of what may not be seen.
inline constexpr std::string_view k_masked = "•••";
enum class Noted { no, yes };
/// Masks personal fields for those without the right; with it, the reading is noted when `noted` says so.
void guard(const Description& d, const Actor& actor, Cells& cells, Noted noted);
/// What was masked when it was read is kept as it is stored, so that saving a form loses nothing.
void keep_masked(const Description& d, const Actor& actor, const Cells* before, Cells& cells);

/// Refusals used in several files.
Problem not_found_problem(const Description& d, std::string_view which);
/// Names who changed the record last, and when.
Problem stale_problem(db::ReadDb& db, const Description& d, std::int64_t id);
/// May the actor write records of organisation `org`?
bool reaches_org(db::ReadDb& db, const Actor& actor, std::int64_t org);

/// Brings values into the one stored form (mended text, NULL for empty) and collects what is wrong with them.
void check_values(const Description& d, const Cells* before, Cells& cells, Problems& problems);
/// Records that were found, by register and id.
using KnownRecords = std::set<std::pair<std::string, std::int64_t>>;
/// Links that are new must exist and be visible: one statement for all of them. Those in `known` are not looked up
/// again, and those found are added to it.
void check_links(db::ReadDb& db, const Catalog& catalog, const Description& d, const Actor& actor, const Cells* before,
                 const Cells& cells, Problems& problems, KnownRecords* known = nullptr);
/// Up to three records that point to this one, as a refusal; nullopt when none does. Those out of sight are told without a name.
std::optional<Problem> pointed_at(db::ReadDb& db, const Catalog& catalog, const Description& d, const Actor& actor, std::int64_t id);

/// The update that hides records which are there, or brings back those which are not; the caller adds which ("AND id = ...").
Piece hiding(const Description& d, const Actor& actor, bool hidden);
/// Sets `deleted` and writes the ledger: the common end of remove and undo.
Result<Saved> set_hidden(db::Tx& tx, const Description& d, const Actor& actor, const Cells& cells, bool hidden,
                         const SaveOptions& options);

// ---- the halves of save() --------------------------------------------------------------------------------

/// What checks looked up before, so that many records of one transaction cost few statements.
struct SaveMemory {
  KnownRecords links;
  std::map<std::int64_t, bool> reach;
  std::set<std::int64_t> organisations;
};
/// A record that passed every check and hook.
struct Prepared {
  Cells now;
  std::optional<Cells> before;  ///< nullopt: a new record
  bool same = false;            ///< nothing differs from what is stored
};
/// All of save() but the writing: access, version, values, links, rules, before_save. `before` is the stored record when it
/// was read in this transaction.
tl::expected<Prepared, Problems> prepare(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor,
                                         Cells cells, const SaveOptions& options, std::optional<Cells> before = std::nullopt,
                                         SaveMemory* memory = nullptr);
struct ColumnValue {
  std::string column;
  db::Value value;
};
/// Columns to write: all of a new record (without its id), the differing ones of an old one; derived ones too.
std::vector<ColumnValue> to_write(const Description& d, const Actor& actor, const Cells* before, const Cells& now);
/// False when somebody else changed the record first.
bool update_row(db::Tx& tx, const Description& d, const Actor& actor, const Cells& before, const Cells& now);
/// The ledger's entry of one write.
ledger::Change change_of(const Description& d, const Cells* before, const Cells& now, const SaveOptions& options,
                         const char* action);
/// "DV-2025-": what codes given to this record begin with.
std::string code_start(const Description& d, const Cells& cells);
/// Highest number behind `start` among the codes of the register.
std::int64_t highest_code(db::ReadDb& db, const Description& d, const std::string& start);

Problem may_not_enter();
Problem out_of_reach();
Problem code_taken(const std::string& code);

// ---- taking back -----------------------------------------------------------------------------------------

/// The batch under which the taking back of a change is kept.
std::string undo_mark(std::int64_t seq);
/// The newest later change of the same columns that still stands (neither taken back nor itself a taking back).
std::optional<ledger::Change> later_change(db::ReadDb& db, const Description& d, const ledger::Change& change);
Problem changed_since(const ledger::Change& later);

}  // namespace nc::reg::detail
