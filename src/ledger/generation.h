// How often each register changed: figures are cached under this number.
#pragma once
#include <cstdint>
#include <string_view>

#include "db/db.h"

namespace nc::ledger {

/// Counts one change of the register (once a transaction is enough).
void touched(db::Tx& tx, std::string_view register_name);
/// 0 when the register never changed.
std::int64_t generation(db::ReadDb& db, std::string_view register_name);
/// Rises with every change of any register.
std::int64_t generation_of_all(db::ReadDb& db);

}  // namespace nc::ledger
