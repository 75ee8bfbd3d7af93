// Tables become records of a register: checked row by row, duplicates found, written all or not at all, taken back whole.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "register/export.h"
#include "register/store.h"

namespace nc::reg {

/// What a row seems to repeat: a record, or (id 0) an earlier line of the file.
struct Duplicate { std::int64_t id = 0; std::string code, title; int line = 0; bool sure = false; };
struct ImportRow {
  int line = 0;
  Problems problems;
  std::string code;
  bool creates = false, updates = false, same = false, skipped = false;
  std::shared_ptr<const Duplicate> duplicate{};  ///< null for most rows
  std::int64_t id = 0;                           ///< the record it became or edited
};
struct ImportResult {
  std::vector<ImportRow> rows;
  int created = 0, updated = 0, unchanged = 0, failed = 0, skipped = 0;
  std::string batch;
  bool done = false, cancelled = false;
};

/// What to do with a row that looks like a record or like a row before it.
enum class OnDuplicate { skip, update, create };
/// "skip", "update", "create"; anything else is skip.
OnDuplicate fate_of(std::string_view code);
const char* code_of(OnDuplicate fate);

/// A table whose columns were told what they are.
struct ImportTable {
  /// Of each column: a field name, "from..to" (two day fields in one cell: "12-15/3/2025"), or "" to leave it out.
  std::vector<std::string> targets;
  std::vector<std::vector<std::string>> rows;
  std::vector<int> lines;                    ///< of each row in its file; empty: 2, 3 ...
  std::map<std::string, std::string> fixed;  ///< values of all rows, for fields that a row doesn't give
  std::map<std::pair<int, int>, Message> faults;  ///< (line, column): cells whose value the file does not hold
};

struct ImportOptions {
  bool dry_run = true;
  bool empty_clears = true;      ///< an empty cell empties the field of a record that exists
  bool find_duplicates = false;  ///< of rows without a code
  OnDuplicate sure = OnDuplicate::skip, likely = OnDuplicate::create;
  std::map<int, OnDuplicate> each;  ///< by line, before the two above
  std::string source;               ///< kept in the ledger as the reason: the name of the file
  std::string batch;                ///< "" makes one
  /// Told how many rows are done, about every 500; false stops, and nothing is changed.
  std::function<bool(std::size_t done)> progress;
};

/// All or nothing: any problem leaves everything unchanged; a dry run changes nothing in any case.
ImportResult import_table(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor,
                          const ImportTable& table, const ImportOptions& options);

/// Table with a header of field names or labels (either language). A row whose code exists updates it, otherwise creates.
/// All or nothing: any problem leaves everything unchanged. dry_run changes nothing in any case.
ImportResult import_rows(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor,
                         const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
                         bool dry_run, const std::string& source);
/// Two day fields that people write into one cell ("12-15/3/2025"): from_date and to_date, period_from and period_to.
std::vector<std::pair<const Field*, const Field*>> day_spans(const Description& d);
/// "12-15/3/2025", "28/2 - 3/3/2025", "từ ngày 1/3/2025 đến ngày 5/3/2025", one day; nullopt when it is none of these.
std::optional<Period> parse_day_span(std::string_view text);

struct BatchUndone {
  int removed = 0, set_back = 0;
  Problems problems;   ///< of records that changed since or are pointed to; nothing was changed then
  int left = 0;        ///< records left as they are (`leave_changed`)
  bool done = false;
};
/// Takes back every change of one batch (creations and updates), all or nothing. With `leave_changed`, records that
/// somebody changed since, or that others point to, are left as they are.
BatchUndone undo_batch(db::Tx& tx, const Catalog& catalog, const Actor& actor, const std::string& batch,
                       bool leave_changed = false, const std::function<bool(std::size_t done)>& progress = {});

}  // namespace nc::reg
