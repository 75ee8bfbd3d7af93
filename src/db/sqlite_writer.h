// The one writer of a SQLite database: waiting writes share a commit (inside db/ only).
#pragma once
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>

#include "db/sqlite_connection.h"

namespace nc::db {

/// Group commit. Callers queue their body; the first in the queue leads: it runs the bodies that wait, each in its own
/// savepoint, commits once and wakes their callers. So a flush to disk is paid once a batch, not once a write.
class SqliteWriter {
 public:
  SqliteWriter(const Database* owner, const SqliteOpening& opening) : owner_(owner), connection_(opening) {}

  /// See Database::write.
  void write(const std::function<bool(Tx&)>& body);
  /// Commits so far: tests see from it that writes shared one.
  std::int64_t commits() const;

 private:
  struct Request;
  using Batch = std::vector<Request*>;

  Batch next_batch();
  void run(const Batch& batch);
  bool run_bodies(const Batch& batch);
  void run_body(Request& request);
  void finish(const Batch& batch);
  void run_each_alone(const Batch& batch);

  const Database* owner_;
  SqliteConnection connection_;  // used by the leader only
  mutable std::mutex mutex_;
  std::deque<Request*> queue_;
  bool leading_ = false;
  std::int64_t commits_ = 0;
};

}  // namespace nc::db
