// Fuzz target: mending, folding and sorting of any bytes.
#include <algorithm>

#include "base/fold.h"
#include "fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nc;
  using fuzz::must;
  const auto text = fuzz::text_of(data, size);
  const std::string kept = mended(text);
  must(is_utf8(kept));
  must(mended(kept) == kept);
  const std::string folded = fold(text);
  must(is_utf8(folded));
  must(fold(kept) == folded);
  must(fold(folded) == folded);
  must(folded.find("  ") == std::string::npos && (folded.empty() || (folded.front() != ' ' && folded.back() != ' ')));
  const std::string key = collation_key(text);
  must(key.size() <= 80 && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7F; }));
  must(collation_key(kept) == key);
  return 0;
}
