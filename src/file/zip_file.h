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

/// One part being unpacked, piece by piece.
class ZipPart {
 public:
  /// Bytes put into `buffer`; 0 at the end; -1 when the part is damaged or over the limits (`problem` says which).
  int read(char* buffer, int size);
  const Problem& problem() const { return problem_; }

 private:
  friend class ZipReader;
  struct State;
  std::shared_ptr<State> state_;
  Problem problem_;
};

/// An archive held in memory. `bytes` must outlive it.
class ZipReader {
 public:
  /// Refuses what is not a zip archive, is cut short, or holds too many entries.
  static Result<ZipReader> open(std::string_view bytes, ZipLimits limits = {});
  bool has(const std::string& name) const;
  /// Names of all parts, in the order of the archive.
  std::vector<std::string> names() const;
  /// A part unpacked; not_found without it, too_large over the limits, invalid when its checksum is wrong.
  Result<std::string> read(const std::string& name);
  /// The same without holding the part in memory; what is unpacked counts against the same limits.
  Result<ZipPart> stream(const std::string& name);

 private:
  friend class ZipPart;
  struct State;
  explicit ZipReader(std::shared_ptr<State> state) : state_(std::move(state)) {}
  std::shared_ptr<State> state_;
};

}  // namespace nc
