// Threads that run jobs from a queue of limited length.
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace nc::web {

/// `run` is called with each job on one of the threads; it must not throw.
template <class Job>
class Workers {
 public:
  Workers(int threads, std::size_t max_waiting, std::function<void(Job)> run)
      : max_waiting_(max_waiting), run_(std::move(run)) {
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
  }
  ~Workers() { finish(); }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when the queue is full; the job is not taken then.
  bool submit(Job job) {
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.size() >= max_waiting_) return false;
      waiting_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
  }

  /// Drops what still waits and returns when running jobs have ended.
  void finish() {
    {
      const std::lock_guard lock(mutex_);
      finished_ = true;
      waiting_.clear();
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) {
      if (thread.joinable()) thread.join();
    }
  }

 private:
  void work() {
    while (true) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return finished_ || !waiting_.empty(); });
      if (finished_) return;
      Job job = std::move(waiting_.front());
      waiting_.pop_front();
      lock.unlock();
      run_(std::move(job));
    }
  }

  const std::size_t max_waiting_;
  const std::function<void(Job)> run_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> waiting_;
  bool finished_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace nc::web
