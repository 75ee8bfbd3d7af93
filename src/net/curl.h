// The handle of libcurl that SMTP and HTTP share (inside net/ only).
#pragma once
#include <curl/curl.h>

#include <memory>
#include <string_view>

namespace nc::net {

struct CurlEnd {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Curl = std::unique_ptr<CURL, CurlEnd>;
/// A handle that verifies TLS, never asks a signal handler, and ends after `seconds`.
Curl new_curl(long seconds);

/// Is this host this machine (127.0.0.1, localhost, ::1)?
bool is_loopback(std::string_view host);
/// Letters, digits, dots, dashes, or an IPv6 address without brackets: nothing that could be more than a host in an address.
bool is_host(std::string_view host);

}  // namespace nc::net
