// Every change: who, when, before, after, why. Append-only and hash-chained; history and undo come from it.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "auth/actor.h"
#include "base/clock.h"
#include "db/db.h"

namespace nc::ledger {

/// Actions: create, update, delete, restore, import, undo, seal, and verbs by their own name.
struct Change {
  std::int64_t seq = 0;             ///< position in the chain, from 1
  Instant at = 0;
  std::int64_t actor = 0;
  std::string actor_name;
  std::string register_name;
  std::int64_t record = 0;
  std::int64_t version = 0;         ///< of the record after the change
  std::string action, reason, batch;///< batch: one import or bulk act, or ""
  std::string before, after;        ///< JSON objects of the columns that differ; "" when there was none / is none
  std::string hash;                 ///< SHA-256 over the previous hash and this entry
  std::string salt;                 ///< random; hashed with reason, before and after, and deleted when those are erased
  std::string digest;               ///< of erased content; "" while the content is there
};

/// Writes the entry (seq, at, actor and hash are filled in). Serialises with other writers on the chain head.
Change append(db::Tx& tx, const Actor& actor, Change change);
/// The same for many entries with a few statements; they are filled in.
void append_many(db::Tx& tx, const Actor& actor, std::vector<Change>& changes);
/// Newest first.
std::vector<Change> history(db::ReadDb& db, std::string_view register_name, std::int64_t record, int limit = 200);
std::vector<Change> recent(db::ReadDb& db, int limit);
std::optional<Change> find(db::ReadDb& db, std::int64_t seq);

/// Entries of one batch in one register, newest first, older than `before`; at most `limit`.
std::vector<Change> of_batch(db::ReadDb& db, std::string_view batch, std::string_view register_name, std::int64_t before, int limit);

/// What an entry says once personal data are taken out of it.
struct Erased { std::int64_t seq = 0; std::string reason, before, after; };
/// Replaces the contents of entries for good, and writes an entry that names them, with the decision and the hashes of what they
/// say now. The chain stays whole: it rests on the digest of the former content, which can't be guessed without its salt.
/// Entries from before salts were kept can't be erased: their numbers come back.
std::vector<std::int64_t> erase_contents(db::Tx& tx, const Actor& actor, const std::vector<Erased>& entries, const std::string& decision);

struct Verified {
  std::int64_t entries = 0;
  std::int64_t erased = 0;          ///< entries whose personal data were taken out by a recorded decision
  std::vector<std::string> faults;
};
/// Recomputes the chain; each fault names the entry and what is wrong with it.
Verified verify(db::ReadDb& db);

}  // namespace nc::ledger
