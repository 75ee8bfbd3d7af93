// Copies of a running database, and looking after it.
#pragma once
#include <string>
#include <vector>

#include "db/db.h"

namespace nc::db {

/// Copies a SQLite database to `file` while it is in use: a consistent snapshot, complete and flushed to disk or not
/// there at all. Refuses an existing file. PostgreSQL has its own tools: unsupported, with the command to run.
Result<bool> backup(Database& database, const std::string& file);

/// Looks for damage: pages, indexes, broken references. One line each; empty when all is well.
/// PostgreSQL checks its pages itself: only what the server reports.
std::vector<std::string> damage(Database& database);

/// Tells the planner how the data are spread. After a bulk load.
void refresh_statistics(Database& database);

}  // namespace nc::db
