// HTTP as the rest of the program sees it: plain values, no Boost.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "html/html.h"

namespace nc::web {

/// Names and values in order of arrival; a name may come several times.
class Fields {
 public:
  void add(std::string name, std::string value) { items_.emplace_back(std::move(name), std::move(value)); }
  bool has(std::string_view name) const;
  std::string_view get(std::string_view name) const;  ///< first value, "" if none
  std::vector<std::string> all(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& items() const { return items_; }

 private:
  std::vector<std::pair<std::string, std::string>> items_;
};

/// A file that came with a multipart form.
struct Upload {
  std::string field, filename, content_type, bytes;
};

struct Request {
  std::string method;   ///< GET, HEAD (handled as GET), POST
  std::string target;   ///< path and query as sent
  std::string path;     ///< decoded
  Fields query;         ///< decoded, valid UTF-8 (a request that is not is answered 400 before any handler)
  Fields form;          ///< decoded body of urlencoded or multipart forms, valid UTF-8
  std::vector<Upload> uploads;
  std::map<std::string, std::string, std::less<>> headers;  ///< names in lower case
  std::map<std::string, std::string, std::less<>> cookies;
  std::map<std::string, std::string, std::less<>> path_args; ///< filled by the router: {id} -> "12"
  std::string body;     ///< as sent, when it is not a form
  std::string remote;   ///< address of the peer
  std::string id;       ///< short request id, also in the log and on error pages

  std::string_view header(std::string_view lower_case_name) const;
  std::string_view cookie(std::string_view name) const;
  std::string_view arg(std::string_view name) const;  ///< path argument
  bool partial() const { return header("hx-request") == "true"; }
  Lang lang() const;    ///< cookie nc_lang, then Accept-Language, else vi
  bool dark() const { return cookie("nc_theme") == "dark"; }
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  /// When set, sent instead of `body` without copying (assets).
  std::shared_ptr<const std::string> shared_body;

  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

Response html(std::string page, int status = 200);
Response json(std::string document, int status = 200);
Response text(std::string plain, int status = 200);
/// 303 See Other to a path of this site (anything else goes to "/").
Response redirect(std::string path);
/// A file to save. `filename` is sent in both RFC 6266 forms.
Response download(std::string bytes, std::string content_type, std::string filename);
/// Appends Set-Cookie: HttpOnly unless `readable`, SameSite=Lax, Path=/.
void set_cookie(Response& r, std::string_view name, std::string_view value, int max_age_s, bool readable = false);

using Handler = std::function<Response(const Request&)>;

/// Exact table of routes. Patterns: "/delegations/{id}/edit". Literal segments win over arguments.
class Router {
 public:
  void get(std::string pattern, Handler h) { add("GET", std::move(pattern), std::move(h)); }
  void post(std::string pattern, Handler h) { add("POST", std::move(pattern), std::move(h)); }
  void add(std::string method, std::string pattern, Handler h);
  /// Finds the handler and fills request.path_args. nullptr when no pattern fits; `allowed` then lists the
  /// methods that the path does take (for 405).
  const Handler* find(Request& request, std::string& allowed) const;
  /// "GET /delegations/{id}" lines, sorted: `nhipcau routes`.
  std::vector<std::string> lines() const;

 private:
  struct Route { std::string method, pattern; std::vector<std::string> segments; Handler handler; };
  std::vector<Route> routes_;
  std::multimap<std::string, std::size_t> by_first_;  // first segment -> index; "" for arguments
};

/// Runs one request through the fixed middleware: HEAD as GET, method and path check, UTF-8 check, CSRF on POST
/// (double-submit: form field `csrf` or header `x-csrf-token` equals HMAC of cookie nc_session under the server key,
/// and Origin/Sec-Fetch-Site not foreign), exceptions to error pages, security headers on everything.
class Site {
 public:
  Router router;
  /// Draws the error page (status, message) in the site's shell. Must not throw.
  std::function<Response(const Request&, int status, const Message&)> error_page;
  std::string csrf_key;  ///< random per server or kept in the database

  Response handle(Request request) const;
  std::string csrf_token(const Request& request) const;
};

/// Decodes target, query, cookies and forms of a raw request into `out`.
Result<Request> parse_request(std::string method, std::string target,
                              std::vector<std::pair<std::string, std::string>> headers, std::string body);

struct ServerOptions {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;       ///< 0: any free port
  int workers = 4;
  std::size_t max_header = 16 * 1024;
  std::size_t max_body = 32 * 1024 * 1024;
  int header_timeout_s = 15, body_timeout_s = 60, idle_timeout_s = 60, write_timeout_s = 60;
  int drain_s = 10;                 ///< how long requests in flight may take at a stop
};

/// The server. run() returns after SIGTERM/SIGINT or stop(), when requests in flight are answered.
class Server {
 public:
  Server(const Site& site, ServerOptions options);
  ~Server();
  /// Binds; a taken port or a bad address is a Problem in words. Returns the port.
  Result<unsigned short> listen();
  void run();
  void stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Serves /assets/{file}: immutable caching, ETag, 304, br and gzip variants (see html/assets.h).
Response serve_asset(const Request& request);

}  // namespace nc::web
