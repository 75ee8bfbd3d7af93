// The handle of libcurl that SMTP and HTTP share.
#include "net/curl.h"

#include <mutex>
#include <stdexcept>

namespace nc::net {

Curl new_curl(long seconds) {
  static std::once_flag once;
  std::call_once(once, [] {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl can't be used");
  });
  Curl handle(curl_easy_init());
  if (!handle) throw std::runtime_error("libcurl gives no handle");
  constexpr long k_connect_s = 15;
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT, k_connect_s);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, seconds);
  curl_easy_setopt(handle.get(), CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(handle.get(), CURLOPT_SSL_VERIFYPEER, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_SSL_VERIFYHOST, 2L);
  return handle;
}

bool is_loopback(std::string_view host) { return host == "127.0.0.1" || host == "localhost" || host == "::1"; }

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 253) return false;
  for (const char c : host)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':')) return false;
  return host.front() != '-' && host.front() != '.';
}

}  // namespace nc::net
