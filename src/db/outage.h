// What a person is told when the database itself fails (inside db/ only).
#pragma once
#include <string>

#include "db/db.h"

namespace nc::db {

/// The ways a database can fail.
enum class Failure { full, read_only, io, corrupt, busy, cannot_open, out_of_memory, gone, newer, unknown_commit };

/// Words for a person: what happened and what to do. Names no path and no SQL.
Message words(Failure failure);
/// `detail` goes into the log only.
[[noreturn]] void throw_outage(Failure failure, const std::string& detail);

}  // namespace nc::db
