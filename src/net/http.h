// Asking other servers (HTTPS by libcurl): only what the program itself asks for, never an address that a person typed into a record.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace nc::net {

struct HttpAnswer {
  long status = 0;
  std::string body;
};
struct HttpPolicy {
  /// Plain http to this machine is let through; everything else is https with a certificate that holds. For tests.
  bool loopback_http = false;
  std::string user{}, password{};  ///< basic authentication, each part as it is sent
};
/// No redirects are followed; an answer is at most a megabyte and ten seconds long. A server that can't be reached, or whose
/// certificate doesn't hold, is a Problem in words.
Result<HttpAnswer> http_get(const std::string& address, const HttpPolicy& policy);
Result<HttpAnswer> http_post(const std::string& address, const std::vector<std::pair<std::string, std::string>>& form, const HttpPolicy& policy);
/// May this address be asked under the policy?
bool may_ask(const std::string& address, const HttpPolicy& policy);

}  // namespace nc::net
