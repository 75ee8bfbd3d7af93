// The hash that chains one ledger entry to the one before it.
#pragma once
#include <string>
#include <string_view>

#include "ledger/ledger.h"

namespace nc::ledger {

/// SHA-256 in hex over the previous hash and every column of the entry, each with its length before it, so that no two
/// different entries give the same text. The form must never change: old ledgers would no longer verify.
/// Reason, before and after go in through their digest when the entry has a salt, or had one before they were erased.
std::string entry_hash(std::string_view previous, const Change& c);
/// SHA-256 over salt, reason, before and after.
std::string content_digest(std::string_view salt, std::string_view reason, std::string_view before, std::string_view after);

}  // namespace nc::ledger
