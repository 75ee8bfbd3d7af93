// Words of labels made fit for their place on a page.
#include "base/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace nc {

std::string capital(std::string_view text) {
  if (text.empty()) return {};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  std::int32_t after = 0;
  UChar32 letter = 0;
  U8_NEXT(bytes, after, size, letter);
  if (letter < 0) return std::string(text);
  const UChar32 large = u_toupper(letter);
  char out[U8_MAX_LENGTH] = {};
  std::int32_t length = 0;
  U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(out), length, large);
  return std::string(out, static_cast<std::size_t>(length)) + std::string(text.substr(static_cast<std::size_t>(after)));
}

}  // namespace nc
