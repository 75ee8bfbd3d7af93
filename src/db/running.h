// Which databases the current thread is inside of: finds forbidden nesting instead of deadlocking (inside db/ only).
#pragma once
#include "db/db.h"

namespace nc::db {

/// Marks, for its life, that this thread runs a body on `database`.
class Running {
 public:
  enum class Kind { read, write };
  Running(const Database* database, Kind kind, ReadDb* handle);
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// The snapshot this thread already reads `database` with, or null. Throws std::logic_error inside a write().
  static ReadDb* snapshot_of(const Database* database);
  /// Throws std::logic_error when this thread is already inside a read() or write() of `database`.
  static void refuse_nested_write(const Database* database);
};

}  // namespace nc::db
