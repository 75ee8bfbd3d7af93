// A load generator of our own: keep-alive connections on one thread, each sending its next request when answered.
#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace bench {

/// What came of one stretch of load. Times in milliseconds.
struct Load {
  std::uint64_t answers = 0;
  std::uint64_t refused = 0;  ///< answers outside 200 to 399
  double rate = 0;            ///< answers a second
  double p50 = 0, p99 = 0;
  double body_kb = 0;  ///< mean size of an answer's body
};

/// Raw bytes of the nth request (counted over all connections).
using MakeRequest = std::function<std::string(std::uint64_t n)>;

/// Sends requests to 127.0.0.1:port for so many seconds. Throws std::runtime_error when a connection fails.
Load run_load(int port, int connections, double seconds, const MakeRequest& make);

/// One exchange on a connection of its own: the whole answer, head and body.
std::string exchange(int port, const std::string& request);
/// GET with the site's headers; `cookie` may be empty.
std::string get_request(const std::string& target, const std::string& cookie);
std::string post_request(const std::string& target, const std::string& cookie, const std::string& form);

}  // namespace bench
