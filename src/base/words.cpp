// Words of labels made fit for their place on a page.
#include "base/words.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <utility>

namespace nc {

std::string several(std::string_view noun) {
  constexpr std::pair<std::string_view, std::string_view> k_own[] = {{"criterion", "criteria"}, {"person", "people"}, {"evidence", "evidence"}, {"dues", "dues"}};
  const std::size_t end = std::min(std::min(noun.find(" of "), noun.find(" on")), noun.size());  // "remark on a draft", "sending on"
  std::string head(noun.substr(0, end));
  const std::string rest(noun.substr(end));
  for (const auto& [one, more] : k_own)
    if (head.ends_with(one)) return head.replace(head.size() - one.size(), one.size(), more) + rest;
  const bool vowel_before_y = head.size() > 1 && std::string_view("aeiou").find(head[head.size() - 2]) != std::string_view::npos;
  if (head.ends_with('y') && !vowel_before_y) return head.replace(head.size() - 1, 1, "ies") + rest;
  const bool hisses = head.ends_with('s') || head.ends_with('x') || head.ends_with("ch") || head.ends_with("sh");
  return head + (hisses ? "es" : "s") + rest;
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
