// Zip archives in memory: written with fixed times (same input, same bytes), read with a cap on what they unpack to.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace nc {

/// Parts in the order given, deflated, dated 1980-01-01. Throws std::runtime_error when libzip fails (memory).
std::string zip_pack(const std::vector<std::pair<std::string, std::string>>& parts);

/// Limits of one archive, so that a small file can't unpack to fill the memory.
struct ZipLimits {
  std::uint64_t part_bytes = 64U << 20U;    ///< unpacked size of one part
  std::uint64_t total_bytes = 256U << 20U;  ///< unpacked size of all parts read
  std::int64_t entries = 10'000;
};

/// An archive held in memory. `bytes` must outlive it.
class ZipReader {
 public:
  /// Refuses what is not a zip archive, is cut short, or holds too many entries.
  static Result<ZipReader> open(std::string_view bytes, ZipLimits limits = {});
  bool has(const std::string& name) const;
  /// A part unpacked; not_found without it, too_large over the limits, invalid when its checksum is wrong.
  Result<std::string> read(const std::string& name);

 private:
  struct State;
  explicit ZipReader(std::shared_ptr<State> state) : state_(std::move(state)) {}
  std::shared_ptr<State> state_;
};

}  // namespace nc
