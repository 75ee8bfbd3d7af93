// Writes many records through the same checks as save(), with few statements.
#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "register/parts.h"

namespace nc::reg::detail {

/// Saves records of one register in one transaction: rules, hooks, codes, versions and one ledger entry each, as save()
/// does. What is added becomes visible to statements with flush(); finish() must be called at the end.
class BulkSaver {
 public:
  /// `portion` rows are written at once; registers with hooks are written row by row.
  BulkSaver(db::Tx& tx, const Catalog& catalog, const Description& d, const Actor& actor, SaveOptions options,
            std::size_t portion = 500);

  /// Codes that will be saved: those in use are looked up together.
  void expect_codes(const std::vector<std::string>& codes);
  /// Checks the record and keeps it to be written. `before` is the stored record read in this transaction, or null for a
  /// new one. The answer's version is 0 when nothing differs from what is stored.
  /// `batch` is kept with its change instead of that of the options when it is given.
  tl::expected<Saved, Problems> add(Cells cells, const Cells* before, std::string batch = {});
  /// Hides a record that is not hidden.
  Result<bool> hide(Cells cells, std::string batch);
  void flush();
  /// Writes what waits and counts the change of the register. Returns how many records were written.
  std::size_t finish();
  /// Only checks from now on: codes are given, nothing is written.
  void only_check() { only_check_ = true; }

 private:
  struct Waiting {
    Cells now;
    std::optional<Cells> before;
    std::string batch;
    bool hide = false;
  };
  std::string give_code(const Cells& cells);
  std::int64_t give_id();
  void insert(const std::vector<const Waiting*>& fresh);
  void hide_all(const std::vector<const Waiting*>& leaving);
  ledger::Change change_of_waiting(const Waiting& w) const;

  db::Tx& tx_;
  const Catalog& catalog_;
  const Description& d_;
  const Actor& actor_;
  SaveOptions options_;
  std::size_t portion_, written_ = 0;
  bool only_check_ = false;
  SaveMemory memory_;
  std::set<std::string> taken_;
  std::map<std::string, std::int64_t> last_number_;  // by "DV-2025-"
  std::vector<std::int64_t> ids_;                    // reserved, last first
  std::vector<Waiting> waiting_;
};

}  // namespace nc::reg::detail
