// The one writer of a SQLite database: waiting writes share a commit.
#include "db/sqlite_writer.h"

#include "db/guarded_tx.h"
#include "db/running.h"

namespace nc::db {
namespace {

// Bounds how long the first caller of a batch waits for the others' bodies.
constexpr std::size_t k_batch = 64;

class SqliteTx final : public GuardedTx {
 public:
  explicit SqliteTx(SqliteConnection& connection) : connection_(connection) {}
  Engine engine() const override { return Engine::sqlite; }
  std::int64_t exec(const Sql& sql, const Params& params) override {
    return guarded([&] { return connection_.exec(sql, params); });
  }
  void script(const Sql& statements) override {
    guarded([&] { connection_.script(statements.text()); });
  }
  void insert_many(const std::string& table, const std::vector<std::string>& columns,
                   const std::vector<std::vector<Value>>& rows) override {
    if (!rows.empty()) guarded([&] { connection_.insert_many(table, columns, rows); });
  }

 protected:
  void query(const Sql& sql, const Params& params, std::vector<std::string>* names,
             const std::function<bool(const Row&)>& each) override {
    guarded([&] { connection_.query(sql, params, names, each); });
  }

 private:
  SqliteConnection& connection_;
};

}  // namespace

/// One caller's wish; lives on that caller's stack.
struct SqliteWriter::Request {
  const std::function<bool(Tx&)>* body = nullptr;
  std::condition_variable woken;
  bool done = false;
  bool kept = false;  ///< the body wants its changes kept
  std::exception_ptr error;
  std::vector<std::function<void()>> actions;

  void fail(std::exception_ptr why) {
    kept = false;
    error = std::move(why);
    actions.clear();
  }
};

void SqliteWriter::write(const std::function<bool(Tx&)>& body) {
  Running::refuse_nested_write(owner_);
  Request me;
  me.body = &body;
  {
    std::unique_lock lock(mutex_);
    queue_.push_back(&me);
    me.woken.wait(lock, [&] { return me.done || (!leading_ && queue_.front() == &me); });
    if (!me.done) {
      leading_ = true;
      const Batch batch = next_batch();
      lock.unlock();
      run(batch);
      lock.lock();
      leading_ = false;
      for (Request* request : batch) {
        request->done = true;
        if (request != &me) request->woken.notify_one();
      }
      if (!queue_.empty()) queue_.front()->woken.notify_one();
    }
  }
  if (me.error) std::rethrow_exception(me.error);
  for (const auto& action : me.actions) action();
}

std::int64_t SqliteWriter::commits() const {
  const std::lock_guard lock(mutex_);
  return commits_;
}

SqliteWriter::Batch SqliteWriter::next_batch() {
  Batch batch;
  while (!queue_.empty() && batch.size() < k_batch) {
    batch.push_back(queue_.front());
    queue_.pop_front();
  }
  return batch;
}

/// Never throws: every request ends kept, not kept, or with its error.
void SqliteWriter::run(const Batch& batch) {
  try {
    connection_.exec("BEGIN IMMEDIATE", {});
  } catch (...) {  // handed to every caller of the batch
    for (Request* request : batch) request->fail(std::current_exception());
    return;
  }
  if (run_bodies(batch)) finish(batch);
}

/// False when the transaction was lost on the way and everything has been dealt with.
bool SqliteWriter::run_bodies(const Batch& batch) {
  const bool alone = batch.size() == 1;
  for (Request* request : batch) {
    if (!alone) connection_.try_script("SAVEPOINT one");
    run_body(*request);
    if (!connection_.in_transaction()) {
      // Disk full and I/O errors end the whole transaction in SQLite. The others have done nothing wrong: again.
      Batch others;
      for (Request* other : batch)
        if (other != request) others.push_back(other);
      if (!request->error) request->fail(std::make_exception_ptr(std::logic_error("a body ended the transaction")));
      run_each_alone(others);
      return false;
    }
    if (alone) continue;
    if (!request->kept) connection_.try_script("ROLLBACK TO one");
    connection_.try_script("RELEASE one");
  }
  return true;
}

void SqliteWriter::run_body(Request& request) {
  SqliteTx tx(connection_);
  const Running running(owner_, Running::Kind::write, &tx);
  request.fail(nullptr);
  try {
    request.kept = (*request.body)(tx);
    if (request.kept && tx.failure()) request.fail(tx.failure());
    request.actions = request.kept ? tx.take_actions() : decltype(request.actions)();
  } catch (...) {  // handed to the caller
    request.fail(std::current_exception());
  }
}

void SqliteWriter::finish(const Batch& batch) {
  bool any = false;
  for (const Request* request : batch) any = any || request->kept;
  if (!any) {
    connection_.try_script("ROLLBACK");
    return;
  }
  try {
    connection_.exec("COMMIT", {});
    const std::lock_guard lock(mutex_);
    ++commits_;
  } catch (const ConstraintViolation&) {
    // A deferred foreign key is checked here: each alone, so that only the one that broke it is refused.
    connection_.try_script("ROLLBACK");
    if (batch.size() > 1) return run_each_alone(batch);
    batch.front()->fail(std::current_exception());
  } catch (...) {  // handed to every caller whose changes are lost
    connection_.try_script("ROLLBACK");
    for (Request* request : batch)
      if (request->kept) request->fail(std::current_exception());
  }
}

void SqliteWriter::run_each_alone(const Batch& batch) {
  for (Request* request : batch) run({request});
}

}  // namespace nc::db
