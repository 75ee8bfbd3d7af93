// Versions of a record, worked out from the ledger: comparing, going back, taking back whole batches.
#pragma once
#include "register/store.h"

namespace nc::flow {

/// The record as it was after one of its changes.
struct Version {
  ledger::Change change;
  reg::Cells cells;
};
/// All versions the ledger knows, newest first; the first one is the record as it stands (`now`, with its version).
std::vector<Version> versions(db::ReadDb& db, const reg::Description& d, const reg::Cells& now);

/// Gives the record the values it had in `version` (a number of Change::version). `seen` is the version the person looks at.
/// Fields that were read-only keep their values.
tl::expected<reg::Saved, Problems> go_back(db::Tx& tx, const reg::Catalog& catalog, const reg::Description& d, const Actor& actor,
                                           std::int64_t id, std::int64_t version, std::int64_t seen, const std::string& reason);

/// Takes back every change of a batch (an import, a bulk act), newest first: all of them or none. A change that was taken
/// back already is passed over. Returns how many were taken back.
Result<int> undo_batch(db::Tx& tx, const reg::Catalog& catalog, const Actor& actor, const std::string& batch);

/// A removed record, and who removed it.
struct Removed {
  const reg::Description* what = nullptr;
  std::int64_t id = 0;
  std::string code, title, by, reason;
  Instant at = 0;
  std::int64_t change = 0;  ///< number of the change that removed it
};
/// Newest first, within the actor's scope.
std::vector<Removed> trash(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, Lang lang, int limit);

/// Changes of records within the actor's scope, newest first, those of one batch together when `batch` is set.
struct LogEntry {
  ledger::Change change;
  const reg::Description* what = nullptr;
  std::string title;
};
std::vector<LogEntry> log_of(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, Lang lang, std::int64_t before_seq, int limit,
                             const std::string& batch = {});

}  // namespace nc::flow
