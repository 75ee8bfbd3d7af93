// What the transactions of both engines share: statement counting, actions after commit, and the rule that nothing
// runs after a failed statement (inside db/ only).
#pragma once
#include <exception>
#include <utility>

#include "db/db.h"

namespace nc::db {

class GuardedTx : public Tx {
 public:
  int statements() const override { return statements_; }
  void after_commit(std::function<void()> action) override { actions_.push_back(std::move(action)); }

  std::vector<std::function<void()>> take_actions() { return std::exchange(actions_, {}); }
  /// What the failed statement threw, or null. A body that caught it can't be kept.
  std::exception_ptr failure() const { return failure_; }

 protected:
  /// Runs one statement. PostgreSQL refuses everything after a failed statement; SQLite must behave the same.
  template <class F>
  auto guarded(F&& statement) {
    if (failure_) throw std::logic_error("the transaction has failed: no statement can run in it any more");
    ++statements_;
    try {
      return statement();
    } catch (...) {  // not swallowed: remembered and thrown on
      failure_ = std::current_exception();
      throw;
    }
  }

 private:
  int statements_ = 0;
  std::vector<std::function<void()>> actions_;
  std::exception_ptr failure_;
};

}  // namespace nc::db
