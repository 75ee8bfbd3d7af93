// Value entries of one aid item and what they come to on each basis. Inside this module only.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/number.h"
#include "db/db.h"

namespace nc::app {

struct AidEntry {
  std::int64_t id = 0, amount = 0, dong = 0;
  std::string basis, item, date, currency, doc, qualifier;
  bool has_dong = false, illustrative = false;
  bool given() const { return basis == "disbursed" || basis == "in_kind"; }
};
/// By date. Entries without an amount are left out.
std::vector<AidEntry> aid_entries(db::ReadDb& db, std::int64_t aid);
/// What is planned, in the same form; basis "planned".
std::vector<AidEntry> aid_plan_entries(db::ReadDb& db, std::int64_t aid);

/// In which one currency entries can be added: dong when all have it, else the one they share; nothing for mixed ones.
std::optional<Currency> common_currency(const std::vector<AidEntry>& entries);
/// The amount of an entry in that currency.
std::int64_t amount_in(const AidEntry& entry, const Currency& currency);

/// Sums in the one currency that all entries share. No sum of mixed currencies.
struct AidTotals {
  std::optional<Money> committed, approved, disbursed, in_kind, given;
  /// The promise to measure against: approved, else committed.
  std::optional<Money> promised() const { return approved ? approved : committed; }
  std::optional<double> part() const;
};
AidTotals totals_of(const std::vector<AidEntry>& entries);

}  // namespace nc::app
