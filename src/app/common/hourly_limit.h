// How often something may be asked in an hour, counted in the memory of this server: for addresses that need no account.
#pragma once
#include <map>
#include <mutex>
#include <string>

#include "base/clock.h"

namespace nc::app {

/// Counts by name in the running hour; bounded.
class HourlyLimit {
 public:
  explicit HourlyLimit(std::int64_t most) : most_(most) {}
  /// False once `name` was taken more often than allowed in this hour.
  bool take(const std::string& name) {
    const Instant hour = now() / 3'600'000;
    const std::lock_guard lock(mutex_);
    if (hour != hour_ || counts_.size() > k_names) counts_.clear();
    hour_ = hour;
    return ++counts_[name] <= most_;
  }

 private:
  static constexpr std::size_t k_names = 20'000;
  std::int64_t most_;
  std::mutex mutex_;
  Instant hour_ = 0;
  std::map<std::string, std::int64_t> counts_;
};

}  // namespace nc::app
