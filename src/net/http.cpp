// Asking other servers (HTTPS by libcurl).
#include "net/http.h"

#include <array>

#include "net/curl.h"

namespace nc::net {
namespace {

constexpr std::size_t k_answer_most = 1024 * 1024;

std::size_t keep_body(char* data, std::size_t size, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size * count > k_answer_most) return 0;  // ends the transfer with an error
  body.append(data, size * count);
  return size * count;
}

/// The host of "http://host:port/...", "" when there is none that stands plainly.
std::string_view host_of(std::string_view address, std::string_view scheme) {
  if (!address.starts_with(scheme)) return {};
  address.remove_prefix(scheme.size());
  const std::string_view authority = address.substr(0, address.find_first_of("/?#"));
  if (authority.find('@') != std::string_view::npos) return {};
  const std::string_view host = authority.substr(0, authority.rfind(':'));
  return is_host(host) && host.find(':') == std::string_view::npos ? host : std::string_view();
}

bool is_clean(std::string_view address) {
  for (const char c : address)
    if (static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7f || c == '\\') return false;
  return address.size() < 4000;
}

Result<HttpAnswer> ask(const std::string& address, const std::string* form, const HttpPolicy& policy) {
  constexpr long k_seconds = 10;
  if (!may_ask(address, policy)) return refuse(Code::invalid, Message("Địa chỉ này phải bắt đầu bằng https://: " + address, "This address has to begin with https://: " + address));
  const Curl handle = new_curl(k_seconds);
  CURL* c = handle.get();
  HttpAnswer answer;
  std::array<char, CURL_ERROR_SIZE> detail{};
  curl_easy_setopt(c, CURLOPT_URL, address.c_str());
  curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, policy.loopback_http ? "https,http" : "https");
  curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
  if (address.starts_with("http://")) curl_easy_setopt(c, CURLOPT_PROXY, "");
  curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, keep_body);
  curl_easy_setopt(c, CURLOPT_WRITEDATA, &answer.body);
  curl_easy_setopt(c, CURLOPT_ERRORBUFFER, detail.data());
  curl_easy_setopt(c, CURLOPT_USERAGENT, "nhipcau");
  if (form != nullptr) {
    curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(form->size()));
    curl_easy_setopt(c, CURLOPT_POSTFIELDS, form->c_str());
  }
  if (!policy.user.empty()) {
    curl_easy_setopt(c, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    curl_easy_setopt(c, CURLOPT_USERNAME, policy.user.c_str());
    curl_easy_setopt(c, CURLOPT_PASSWORD, policy.password.c_str());
  }
  if (const CURLcode code = curl_easy_perform(c); code != CURLE_OK) {
    const std::string why = detail[0] != '\0' ? detail.data() : curl_easy_strerror(code);
    return refuse(Code::unsupported, Message("Không hỏi được " + address + ": " + why, address + " can't be asked: " + why));
  }
  curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

std::string form_encoded(std::string_view text) {
  static constexpr char k_hex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) out += c;
    else out += {'%', k_hex[byte >> 4], k_hex[byte & 15]};
  }
  return out;
}

}  // namespace

bool may_ask(const std::string& address, const HttpPolicy& policy) {
  if (!is_clean(address)) return false;
  if (!host_of(address, "https://").empty()) return true;
  return policy.loopback_http && is_loopback(host_of(address, "http://"));
}

Result<HttpAnswer> http_get(const std::string& address, const HttpPolicy& policy) { return ask(address, nullptr, policy); }

Result<HttpAnswer> http_post(const std::string& address, const std::vector<std::pair<std::string, std::string>>& form, const HttpPolicy& policy) {
  std::string body;
  for (const auto& [name, value] : form) body += (body.empty() ? "" : "&") + form_encoded(name) + "=" + form_encoded(value);
  return ask(address, &body, policy);
}

}  // namespace nc::net
