// What tests look for in an answer.
#pragma once
#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>

#include "web/web.h"

namespace nc::test {

/// Value of a header, whatever the case of its name; empty when there is none.
inline std::string header(const web::Response& response, std::string_view name) {
  for (const auto& [key, value] : response.headers)
    if (std::ranges::equal(key, name, [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); })) return value;
  return {};
}
inline std::string location(const web::Response& response) { return header(response, "location"); }
inline bool shows(std::string_view page, std::string_view words) { return page.find(words) != std::string_view::npos; }
inline bool shows(const web::Response& response, std::string_view words) { return shows(response.content(), words); }

/// What a person reads of a page: its text without markup, so that a number looked for in vain is not met in an
/// address, a token or the name of a picture.
inline std::string read_aloud(std::string_view page) {
  std::string out;
  bool inside = false;
  for (const char c : page) {
    if (c == '<') inside = true;
    if (!inside) out += c;
    if (c == '>') {
      inside = false;
      out += ' ';
    }
  }
  return out;
}
inline bool reads(std::string_view page, std::string_view words) { return shows(read_aloud(page), words); }

}  // namespace nc::test
