// Files of evidence in the database, by the hash of their content.
#pragma once
#include <string>

#include "db/db.h"

namespace nc::app {

struct StoredFile { std::string media_type, bytes; };
/// Keeps a file; the same content is kept once. Returns its SHA-256.
std::string keep_file(db::Tx& tx, std::string_view bytes, std::string_view media_type);
/// The file with that hash; refused when it is not there, its content no longer fits the hash, or the scanner has not let it out.
Result<StoredFile> load_file(db::ReadDb& db, const std::string& sha256);
/// The same whatever the scanner says: for checks of the store.
Result<StoredFile> stored_file(db::ReadDb& db, const std::string& sha256);
/// Kinds that may be kept (pdf, pictures, office files, text), recognised by their first bytes, never by what the browser
/// says; refused otherwise.
Result<std::string> media_type_of(std::string_view bytes);

}  // namespace nc::app
