// Files that the program drew when a record was sealed or issued, kept byte by byte: what is downloaded years later is what was signed.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "auth/actor.h"
#include "db/db.h"

namespace nc::app {

/// A file that was just drawn. `name` tells the files of one record apart: "sealed/vi.pdf".
struct DrawnFile { std::string name, media_type, bytes; };
struct KeptFile {
  std::string name, sha256;
  std::int64_t size = 0;   ///< bytes
  Instant kept_at = 0;
};

/// Keeps the files for good, and writes one entry into the ledger with the hash of their list. A name that the record has already is
/// never written again (std::logic_error by the database's own key).
void keep_files(db::Tx& tx, const Actor& actor, const std::string& register_name, std::int64_t record, const std::vector<DrawnFile>& files);
/// By name; empty for records that were sealed before files were kept.
std::vector<KeptFile> kept_files(db::ReadDb& db, const std::string& register_name, std::int64_t record);
std::optional<KeptFile> kept_file(db::ReadDb& db, const std::string& register_name, std::int64_t record, const std::string& name);
/// The bytes, held against their hash. Refused (conflict) in words when they don't fit it any more or are gone: never served silently.
Result<std::string> kept_bytes(db::ReadDb& db, const KeptFile& file);
/// Files that are gone, lists that the ledger tells otherwise. Whether bytes fit their hash is asked for all stored files alike.
std::vector<std::string> verify_kept_files(db::ReadDb& db);

}  // namespace nc::app
