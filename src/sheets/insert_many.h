// Many finished records at once, without rules and hooks: load data and migrations of history.
#pragma once
#include "register/store.h"

namespace nc::reg {

/// Writes many finished new records at once, for load data and migrations of history: no rules, no hooks, one ledger entry
/// for all ("import", with the batch). Codes must be set; ids are taken from the cells when they are not 0. `actor` is noted
/// as the one who entered them.
void insert_many(db::Tx& tx, const Description& d, const Actor& actor, const std::vector<Cells>& records, const std::string& batch);

}  // namespace nc::reg
