// What people send: kinds and sizes that are taken, room for an organisation, pictures drawn anew, files held back until scanned.
#pragma once
#include <string>
#include <vector>

#include "app/evidence/files.h"
#include "db/db.h"
#include "web/web.h"

namespace nc::app {

/// Settings upload.file_mb (20), upload.org_mb (2,048), upload.total_mb (20,480).
struct Room {
  std::int64_t file = 0, org = 0, total = 0;  ///< most bytes
  std::int64_t org_used = 0, total_used = 0;
};
Room room_of(db::ReadDb& db, std::int64_t org);
/// Why a file of this size is not taken for the organisation, or true.
Result<bool> has_room(db::ReadDb& db, std::int64_t org, std::size_t bytes);

/// Before any transaction: kind by the first bytes, size, pictures drawn anew. The answer carries what may be kept.
struct Prepared { std::string media_type, bytes; };
Result<Prepared> prepared(std::string_view bytes, std::int64_t most_bytes);

/// State of a stored file: "none" (no scanner was set), "waiting", "clean", "infected".
struct Quarantine {
  std::string state, note;
  bool served = false;
};
Quarantine quarantine_of(db::ReadDb& db, const std::string& sha256);
/// Asks the scanner about one file and writes down what it says. A scanner that fails leaves the file waiting. Outside of transactions.
void scan_file(db::Database& database, const std::string& sha256);
/// Files that wait for the scanner, oldest first, at most `most`; how many got a verdict.
int scan_waiting(db::Database& database, int most);
/// For the page of safety.
struct UploadFacts { std::int64_t waiting = 0, infected = 0, unscanned = 0, bytes = 0; std::string last_failure; };
UploadFacts upload_facts(db::ReadDb& db);

}  // namespace nc::app
