// Every row of every register against the ledger: what was changed behind the program's back.
#pragma once
#include "register/store.h"

namespace nc::flow {

struct RowCheck {
  std::int64_t records = 0;
  std::vector<std::string> faults;  ///< at most 1,000
};
/// A row whose columns, version or state differ from its last entries, a row that no entry made, a row that is gone.
/// Values that the program works out (read-only sums) are compared only where the ledger holds them.
RowCheck rows_against_ledger(db::ReadDb& db, const reg::Catalog& catalog);

}  // namespace nc::flow
