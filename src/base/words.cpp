// Words of labels made fit for their place on a page.
#include "base/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace nc {

std::string uncapital(std::string_view text) {
  std::string out(text);
  if (out.size() > 1 && out[0] >= 'A' && out[0] <= 'Z' && out[1] >= 'a' && out[1] <= 'z') out[0] = static_cast<char>(out[0] - 'A' + 'a');
  return out;
}

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

std::size_t letter_count(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view beginning_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

std::string shortened(std::string_view text, std::size_t most) {
  return text.size() <= most ? std::string(text) : std::string(beginning_of(text, most)) + "…";
}

std::string shortened_at_word(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  const std::size_t blank = text.rfind(' ', most);
  return std::string(beginning_of(text, blank == std::string_view::npos ? most : blank)) + "…";
}

}  // namespace nc
