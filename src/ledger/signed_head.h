// Heads of the ledger's chain, signed from time to time with a key outside the database: whoever rewrites the chain can't sign it.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/signature.h"
#include "db/db.h"

namespace nc::ledger {

struct SignedHead {
  std::int64_t seq = 0;
  std::string hash;
  Instant at = 0;
  std::string key_id;     ///< first 16 letters of the public key
  std::string signature;  ///< over seq, hash and time
};

/// The key of this office: <folder>/ledger-key (readable by its owner only), made when it is missing. <folder>/ledger-key.pub
/// holds the public half, to be copied off the machine.
Result<KeyPair> signing_key(const std::string& folder);
/// The key when the file is there; nullopt when this machine has none (a copy of the database elsewhere).
std::optional<KeyPair> existing_signing_key(const std::string& folder);

/// Signs the present head, keeps it in signed_head, and after the commit appends it to <folder>/ledger-heads.log. nullopt when
/// the head was signed already or the ledger is empty.
std::optional<SignedHead> sign_head(db::Tx& tx, const KeyPair& key, const std::string& folder);
/// Newest first.
std::vector<SignedHead> signed_heads(db::ReadDb& db, int limit);

/// Faults: signatures that don't hold or are of another key, entries that differ from what was signed, and, by the log in the
/// folder, heads that were signed once and are gone from the database.
std::vector<std::string> verify_signed_heads(db::ReadDb& db, const std::optional<KeyPair>& key, const std::string& folder);

}  // namespace nc::ledger
