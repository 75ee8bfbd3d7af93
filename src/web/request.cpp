// From a raw request to a Request: target, query, cookies, forms.
#include <atomic>
#include <random>

#include "base/fold.h"
#include "base/hash.h"
#include "web/ascii.h"
#include "web/decode.h"

namespace nc::web {
namespace {

constexpr std::size_t k_max_target = 8 * 1024;

tl::unexpected<Problem> bad_address() {
  return refuse(Code::invalid, Text("Địa chỉ trang không hợp lệ. Kiểm tra lại địa chỉ, hoặc mở từ trang chủ.",
                                    "The page address is not valid. Check it, or start from the home page."));
}

/// "/a?b" of "http://host/a?b": proxies may send the absolute form. "" when it is neither form.
std::string_view origin_form(std::string_view target) {
  if (target.starts_with('/')) return target;
  const auto scheme = target.find("://");
  if (scheme == std::string_view::npos) return {};
  const auto slash = target.find_first_of("/?", scheme + 3);
  return slash == std::string_view::npos || target[slash] == '?' ? std::string_view() : target.substr(slash);
}

bool has_dot_segment(std::string_view path) {
  while (!path.empty()) {
    const auto slash = path.find('/');
    const std::string_view segment = path.substr(0, slash);
    if (segment == "." || segment == "..") return true;
    if (slash == std::string_view::npos) return false;
    path.remove_prefix(slash + 1);
  }
  return false;
}

Result<std::string> decoded_path(std::string_view raw) {
  auto path = percent_decoded(raw, false);
  if (!path || !is_utf8(*path) || has_dot_segment(*path)) return bad_address();
  for (const char c : *path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return bad_address();
  }
  return std::move(*path);
}

Result<bool> read_target(Request& out) {
  if (out.target.size() > k_max_target) {
    return refuse(Code::invalid, Text("Địa chỉ trang quá dài (tối đa 8.192 byte). Bớt điều kiện lọc rồi thử lại.",
                                      "The address is too long (8,192 bytes at most). Use fewer filters."));
  }
  std::string_view target = origin_form(out.target);
  if (target.empty()) return bad_address();
  target = target.substr(0, target.find('#'));
  const auto mark = target.find('?');
  NC_TRY(path, decoded_path(target.substr(0, mark)));
  out.path = std::move(path);
  if (mark == std::string_view::npos) return true;
  NC_TRY(query, urlencoded_fields(target.substr(mark + 1), Text("địa chỉ trang", "the page address")));
  out.query = std::move(query);
  return true;
}

void read_cookies(Request& out) {
  std::string_view rest = out.header("cookie");
  while (!rest.empty()) {
    const auto semicolon = rest.find(';');
    const std::string_view pair = trimmed(rest.substr(0, semicolon));
    rest.remove_prefix(semicolon == std::string_view::npos ? rest.size() : semicolon + 1);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || equals == 0) continue;
    std::string_view value = pair.substr(equals + 1);
    if (value.size() > 1 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    // A cookie that is not text is somebody else's: dropped, because refusing would lock the browser out.
    std::string decoded = percent_decoded(value, false).value_or(std::string(value));
    if (is_utf8(decoded)) out.cookies.emplace(pair.substr(0, equals), std::move(decoded));
  }
}

void read_headers(Request& out, std::vector<std::pair<std::string, std::string>> headers) {
  for (auto& [name, value] : headers) {
    std::string key = ascii_lower(name);
    const auto [at, is_new] = out.headers.try_emplace(std::move(key), std::move(value));
    if (!is_new) at->second.append(at->first == "cookie" ? "; " : ", ").append(value);  // NOLINT: not moved then
  }
}

Fields mended_fields(const Fields& sent) {
  Fields out;
  for (const auto& [name, value] : sent.items()) {
    out.add(name, name.starts_with("password") || name == "pasted" ? value : mended(value));
  }
  return out;
}

Result<bool> check_encodings(const Request& out, std::string_view content_type) {
  const std::string charset = ascii_lower(header_parameter(content_type, "charset"));
  const bool utf8 = charset.empty() || charset == "utf-8" || charset == "utf8" || charset == "us-ascii";
  const std::string_view encoding = out.header("content-encoding");
  if (utf8 && (encoding.empty() || encoding == "identity")) return true;
  return refuse(Code::unsupported, Text("Biểu mẫu phải gửi bằng UTF-8 và không nén.",
                                        "Forms have to be sent as UTF-8 and without compression."));
}

Result<bool> read_body(Request& out, std::string body) {
  const std::string_view content_type = out.header("content-type");
  const std::string kind = ascii_lower(trimmed(content_type.substr(0, content_type.find(';'))));
  if (kind == "application/x-www-form-urlencoded") {
    NC_CHECKED(readable, check_encodings(out, content_type));
    NC_TRY(fields, urlencoded_fields(body, Text("biểu mẫu", "the form")));
    out.form = mended_fields(fields);
    return true;
  }
  if (kind == "multipart/form-data") {
    NC_CHECKED(readable, check_encodings(out, content_type));
    NC_TRY(parts, multipart_parts(content_type, body));
    out.form = mended_fields(parts.fields);
    out.uploads = std::move(parts.uploads);
    return true;
  }
  out.body = std::move(body);
  return true;
}

}  // namespace

Result<Request> parse_request(std::string method, std::string target,
                              std::vector<std::pair<std::string, std::string>> headers, std::string body) {
  Request out;
  out.method = std::move(method);
  out.target = std::move(target);
  read_headers(out, std::move(headers));
  read_cookies(out);
  NC_CHECKED(located, read_target(out));
  NC_CHECKED(filled, read_body(out, std::move(body)));
  return out;
}

std::string new_request_id() {
  static constexpr char k_letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
  static std::atomic<std::uint64_t> counter = [] {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32) | device();
  }();
  // splitmix64: neighbours look nothing alike, so that two ids are not confused when read aloud.
  std::uint64_t bits = counter.fetch_add(0x9e3779b97f4a7c15, std::memory_order_relaxed);
  bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9;
  bits = (bits ^ (bits >> 27)) * 0x94d049bb133111eb;
  bits ^= bits >> 31;
  std::string id(10, '0');
  for (char& c : id) {
    c = k_letters[bits & 31];
    bits >>= 5;
  }
  return id;
}

}  // namespace nc::web
