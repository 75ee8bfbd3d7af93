// Record numbers that can't be mixed up between registers.
#pragma once
#include <compare>
#include <cstdint>

namespace nc {
/// Row id of a T. 0 means "none".
template <class T>
struct Id {
  std::int64_t value = 0;
  explicit operator bool() const { return value != 0; }
  auto operator<=>(const Id&) const = default;
};
}  // namespace nc
