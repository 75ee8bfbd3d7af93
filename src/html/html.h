// Typed markup: only literals are raw, everything else is escaped. One buffer, no tree.
//
//   Html h(Lang::vi);
//   h << "<td class=\"num\">"_h << count << "</td>"_h;      // _h: trusted literal
//   h << "<a href=\""_h << Url{link} << "\">"_h << title << "</a>"_h;
//
// Attribute values are always in double quotes, so the same escaping is right in text and in attributes.
#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.h"

namespace nc {

/// Markup written in the program. Made only by the _h literal.
struct Lit {
  std::string_view text;
};
inline namespace literals {
consteval Lit operator""_h(const char* text, std::size_t n) { return Lit{{text, n}}; }
}

/// An address for href, src or action: http, https, mailto or a path on this site; anything else prints "#".
struct Url {
  std::string_view text;
};

/// Markup under construction, in one language.
class Html {
 public:
  explicit Html(Lang lang = Lang::vi) : lang_(lang) {}
  Lang lang() const { return lang_; }

  Html& operator<<(Lit markup) { out_.append(markup.text); return *this; }
  Html& operator<<(std::string_view text) { escape(text); return *this; }
  Html& operator<<(const std::string& text) { escape(text); return *this; }
  Html& operator<<(const char* text) { escape(text); return *this; }
  Html& operator<<(Text t) { escape(t.in(lang_)); return *this; }
  Html& operator<<(const Message& m) { escape(m.in(lang_)); return *this; }
  Html& operator<<(const Html& part) { out_.append(part.out_); return *this; }
  Html& operator<<(Url url);
  template <std::integral I>
  Html& operator<<(I n) { out_.append(std::to_string(n)); return *this; }

  bool empty() const { return out_.empty(); }
  const std::string& str() const& { return out_; }
  std::string str() && { return std::move(out_); }
  void reserve(std::size_t n) { out_.reserve(n); }
  /// Markup that another trusted part of the program made earlier (a cached page). Counted by a lint.
  Html& trusted(std::string_view markup) { out_.append(markup); return *this; }

 private:
  void escape(std::string_view text);
  Lang lang_;
  std::string out_;
};

/// Percent-encodes one query value or path segment.
std::string url_encode(std::string_view text);

}  // namespace nc
