// What every fuzz target shares: a check that stops the run, also in builds without assert.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/fold.h"
#include "base/result.h"

namespace nc::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

inline void must(bool holds) {
  if (!holds) std::abort();
}

/// A refusal speaks both languages, and what it repeats of the input is still valid text.
inline void must_explain(const Problem& problem) {
  must(!problem.message.vi.empty() && !problem.message.en.empty());
  must(is_utf8(problem.message.vi) && is_utf8(problem.message.en));
}

}  // namespace nc::fuzz
