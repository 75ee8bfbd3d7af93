// Whole-word search that keeps the marks of Vietnamese: Hoa, Hòa and Hoá are three people.
#include "app/privacy/names.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/fold.h"

namespace nc::app {

namespace {

icu::UnicodeString small(std::string_view text) {
  icu::UnicodeString out = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  // Letter by letter, so that places in the small text are places in the text itself.
  for (int32_t i = 0; i < out.length(); ++i)
    if (const UChar32 c = out.char32At(i); c <= 0xFFFF && u_tolower(c) <= 0xFFFF) out.setCharAt(i, static_cast<char16_t>(u_tolower(c)));
  return out;
}

bool is_word(const icu::UnicodeString& text, int32_t at) { return at >= 0 && at < text.length() && u_isalnum(text.char32At(at)); }

/// Where `name` stands as whole words, from `from`; -1 for nowhere.
int32_t find_whole(const icu::UnicodeString& text, const icu::UnicodeString& name, int32_t from) {
  for (int32_t at = text.indexOf(name, from); at >= 0; at = text.indexOf(name, at + 1))
    if (!is_word(text, at - 1) && !is_word(text, at + name.length())) return at;
  return -1;
}

}  // namespace

Result<Named> Named::of(std::string_view name) {
  Named out;
  out.name_ = mended(name);
  out.folded_ = fold(out.name_);
  if (out.folded_.find(' ') == std::string::npos || out.folded_.size() < 5)
    return refuse(Code::invalid, Text("Ghi đủ họ và tên, ít nhất hai chữ: một chữ đứng trong quá nhiều câu.", "Give the full name, at least two words: one word stands in too many texts."), "name");
  return out;
}

bool Named::in(std::string_view text) const { return text.size() >= name_.size() && find_whole(small(text), small(name_), 0) >= 0; }

bool Named::nearly_in(std::string_view text) const {
  if (text.size() < folded_.size()) return false;
  return (" " + fold(text) + " ").find(" " + folded_ + " ") != std::string::npos;
}

std::string Named::without(std::string_view text, std::string_view pseudonym) const {
  icu::UnicodeString out = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  const icu::UnicodeString name = small(name_), with = icu::UnicodeString::fromUTF8(icu::StringPiece(pseudonym.data(), static_cast<int32_t>(pseudonym.size())));
  icu::UnicodeString seen = small(text);
  for (int32_t at = find_whole(seen, name, 0); at >= 0; at = find_whole(seen, name, at + with.length())) {
    out.replace(at, name.length(), with);
    seen.replace(at, name.length(), with);
  }
  std::string utf8;
  return out.toUTF8String(utf8);
}

std::string Named::person_without(std::string_view field, std::string_view pseudonym) const {
  std::string out, part;
  const auto take = [&] { out += in(part) ? (part.starts_with(' ') ? " " : "") + std::string(pseudonym) : part, part.clear(); };
  for (const char c : field) {
    if (c != ';' && c != ',' && c != '\n') {
      part += c;
      continue;
    }
    take();
    out += c;
  }
  take();
  return in(out) ? without(out, pseudonym) : out;
}

}  // namespace nc::app
