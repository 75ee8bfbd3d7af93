// Answers kept in memory for as long as what they were made from has not changed.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace nc {

/// Values by key, each with the generation (number of changes) it was made at. Thread-safe; never more than `most` values.
template <class Value>
class Kept {
 public:
  explicit Kept(std::size_t most) : most_(most) {}

  /// The value of that key, if it was made at that very generation.
  std::optional<Value> find(const std::string& key, std::int64_t generation) {
    const std::lock_guard lock(mutex_);
    const auto it = entries_.find(key);
    if (it == entries_.end() || it->second.first != generation) return std::nullopt;
    return it->second.second;
  }

  void keep(const std::string& key, std::int64_t generation, const Value& value) {
    const std::lock_guard lock(mutex_);
    if (entries_.size() >= most_) entries_.clear();  // refilled at once by what is in use
    entries_.insert_or_assign(key, std::pair{generation, value});
  }

 private:
  const std::size_t most_;
  std::mutex mutex_;
  std::map<std::string, std::pair<std::int64_t, Value>> entries_;
};

}  // namespace nc
