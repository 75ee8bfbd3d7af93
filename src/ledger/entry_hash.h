// The hash that chains one ledger entry to the one before it.
#pragma once
#include <string>
#include <string_view>

#include "ledger/ledger.h"

namespace nc::ledger {

/// SHA-256 in hex over the previous hash and every column of the entry, each with its length before it, so that no two
/// different entries give the same text. The form must never change: old ledgers would no longer verify.
std::string entry_hash(std::string_view previous, const Change& c);

}  // namespace nc::ledger
