// Percent escapes and urlencoded pairs.
#include "web/decode.h"

#include "base/fold.h"

namespace nc::web {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

tl::unexpected<Problem> broken_escape(const Message& where) {
  return refuse(Code::invalid, Message("Mã phần trăm trong " + where.vi + " bị hỏng. Mở lại trang từ trang trước.",
                                       "A percent escape in " + where.en +
                                           " is broken. Open the page again from the "
                                           "one before."));
}

tl::unexpected<Problem> not_utf8(const Message& where) {
  return refuse(Code::invalid,
                Message("Chữ trong " + where.vi + " không phải UTF-8. Gõ lại chữ hoặc lưu lại tệp với mã UTF-8.",
                        "Text in " + where.en + " is not UTF-8. Type it again, or save the source as UTF-8."));
}

tl::unexpected<Problem> too_many_fields(const Message& where) {
  return refuse(Code::too_large, Message("Có quá nhiều ô trong " + where.vi + ": tối đa 5.000.",
                                         "There are too many fields in " + where.en + ": 5,000 at most."));
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus_is_blank) c = ' ';
    if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = hex_digit(text[i + 1]);
      const int low = hex_digit(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (c == '\0') return std::nullopt;
    out += c;
  }
  return out;
}

Result<Fields> urlencoded_fields(std::string_view text, const Message& where) {
  Fields out;
  while (!text.empty()) {
    const auto amp = text.find('&');
    const std::string_view pair = text.substr(0, amp);
    text.remove_prefix(amp == std::string_view::npos ? text.size() : amp + 1);
    if (pair.empty()) continue;
    if (out.items().size() == k_max_fields) return too_many_fields(where);
    const auto equals = pair.find('=');
    auto name = percent_decoded(pair.substr(0, equals), true);
    auto value = percent_decoded(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), true);
    if (!name || !value) return broken_escape(where);
    if (!is_utf8(*name) || !is_utf8(*value)) return not_utf8(where);
    out.add(std::move(*name), std::move(*value));
  }
  return out;
}

}  // namespace nc::web
