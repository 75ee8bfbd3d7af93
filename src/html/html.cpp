// Escaping of text and addresses on their way into markup.
#include "html/html.h"

#include <array>

namespace nc {
namespace {

/// 0 for bytes that stay as they are, else the index of their replacement.
constexpr std::array<std::string_view, 6> k_entities = {"", "&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};

constexpr std::array<unsigned char, 256> k_entity_of = [] {
  std::array<unsigned char, 256> table{};
  table['&'] = 1;
  table['<'] = 2;
  table['>'] = 3;
  table['"'] = 4;
  table['\''] = 5;
  return table;
}();

constexpr std::array<bool, 256> k_unreserved = [] {
  std::array<bool, 256> table{};
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = true;
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = true;
  for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = true;
  for (const unsigned char c : {'-', '.', '_', '~'}) table[c] = true;
  return table;
}();

bool starts_with_no_case(std::string_view text, std::string_view lower_prefix) {
  if (text.size() < lower_prefix.size()) return false;
  for (std::size_t i = 0; i < lower_prefix.size(); ++i) {
    const char c = text[i];
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (lower != lower_prefix[i]) return false;
  }
  return true;
}

bool is_safe_address(std::string_view url) {
  if (url.empty()) return false;
  // Not obvious: browsers drop tabs and line ends inside addresses, so "/\t/host" would leave the site.
  for (const char c : url) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  if (url[0] == '?' || url[0] == '#') return true;
  if (url[0] == '/') return url.size() == 1 || (url[1] != '/' && url[1] != '\\');
  return starts_with_no_case(url, "https://") || starts_with_no_case(url, "http://") ||
         starts_with_no_case(url, "mailto:");
}

}  // namespace

void Html::escape(std::string_view text) {
  const char* run = text.data();
  const char* const end = run + text.size();
  for (const char* p = run; p != end; ++p) {
    const unsigned char entity = k_entity_of[static_cast<unsigned char>(*p)];
    if (entity == 0) continue;
    out_.append(run, p).append(k_entities[entity]);
    run = p + 1;
  }
  out_.append(run, end);
}

Html& Html::operator<<(Url url) {
  escape(is_safe_address(url.text) ? url.text : std::string_view("#"));
  return *this;
}

std::string url_encode(std::string_view text) {
  static constexpr char k_hex[] = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size() + text.size() / 2);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (k_unreserved[byte]) {
      out += c;
      continue;
    }
    out += '%';
    out += k_hex[byte >> 4];
    out += k_hex[byte & 15];
  }
  return out;
}

}  // namespace nc
