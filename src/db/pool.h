// A bounded pool of connections that are made when first needed (inside db/ only).
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace nc::db {

/// Thread-safe. `Connection` is made by `make` on the thread that needs it, outside the lock.
template <class Connection>
class Pool {
 public:
  using Make = std::function<std::unique_ptr<Connection>()>;
  Pool(int most, Make make) : most_(most < 1 ? 1 : most), make_(std::move(make)) {}

  /// A connection that goes back to the pool at the end of its scope, unless it was dropped.
  class Lease {
   public:
    Lease(Pool& pool, std::unique_ptr<Connection> c, bool fresh)
        : pool_(&pool), connection_(std::move(c)), fresh_(fresh) {}
    Lease(Lease&& o) noexcept : pool_(o.pool_), connection_(std::move(o.connection_)), fresh_(o.fresh_) {
      o.pool_ = nullptr;
    }
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (pool_ != nullptr) pool_->give_back(std::move(connection_));
    }
    Connection& operator*() { return *connection_; }
    Connection* operator->() { return connection_.get(); }
    bool fresh() const { return fresh_; }  ///< just made, never used before
    /// Closes the connection instead of giving it back.
    void drop() { connection_.reset(); }
    /// Closes the connection and makes a new one in its place.
    void renew() {
      connection_.reset();
      connection_ = pool_->make_();
      fresh_ = true;
    }

   private:
    Pool* pool_;
    std::unique_ptr<Connection> connection_;
    bool fresh_;
  };

  /// Waits while all connections are in use.
  Lease take() {
    std::unique_lock lock(mutex_);
    freed_.wait(lock, [&] { return !idle_.empty() || made_ < most_; });
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(connection), false);
    }
    ++made_;
    lock.unlock();
    try {
      return Lease(*this, make_(), true);
    } catch (...) {  // not swallowed: the seat is freed and the exception goes on
      give_back(nullptr);
      throw;
    }
  }

  /// Closes everything that is not in use.
  void clear_idle() {
    std::vector<std::unique_ptr<Connection>> closing;
    std::lock_guard lock(mutex_);
    closing.swap(idle_);
    made_ -= static_cast<int>(closing.size());
    freed_.notify_all();
  }

 private:
  void give_back(std::unique_ptr<Connection> connection) {
    std::lock_guard lock(mutex_);
    if (connection)
      idle_.push_back(std::move(connection));
    else
      --made_;
    freed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  int made_ = 0;
  int most_;
  Make make_;
};

}  // namespace nc::db
