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

/// Who a route is for. The wrappers of pages enforce it, and a test asks every route of the table as every role, so a
/// route without a declaration is a fault.
struct Access {
  enum class Who { undeclared, everybody, person } who = Who::undeclared;
  std::string functions{};  ///< codes, comma between: one of them is needed; "" for anybody who signed in
  std::string sight{};      ///< code of the least sight; "" for any
  std::string record{};     ///< register whose record {id} names: 404 outside of the person's reach
  bool reachless = false;   ///< reference data that belongs to no organisation: everybody reads it, only reach "all" writes
  bool again = false;       ///< dangerous: the pass-phrase has to have been given in the last ten minutes; programs never may
  bool everywhere = false;  ///< concerns the whole installation: only for people who reach all organisations

  Access&& of(std::string register_name) && { record = std::move(register_name); return std::move(*this); }
  Access&& seeing(std::string code) && { sight = std::move(code); return std::move(*this); }
  Access&& proved_again() && { again = true; return std::move(*this); }
  Access&& for_all_organisations() && { everywhere = true; return std::move(*this); }
  Access&& of_nobody(bool yes = true) && { reachless = yes; return std::move(*this); }
};
/// Signed in or not: assets, sign-in, public pages.
inline Access everybody() { return {Access::Who::everybody}; }
/// Signed in, with one of these functions ("enter", "check,approve"; "" for any).
inline Access person(std::string functions = {}) { return {Access::Who::person, std::move(functions)}; }

struct Request {
  std::string method;  ///< GET, HEAD (handled as GET), POST
  std::string target;  ///< path and query as sent
  std::string path;    ///< decoded
  Fields query;        ///< decoded, valid UTF-8 (a request that is not is answered 400 before any handler)
  Fields form;         ///< decoded body of urlencoded or multipart forms, valid UTF-8
  std::vector<Upload> uploads;
  std::map<std::string, std::string, std::less<>> headers;  ///< names in lower case
  std::map<std::string, std::string, std::less<>> cookies;
  std::map<std::string, std::string, std::less<>> path_args;  ///< filled by the router: {id} -> "12"
  std::string body;                                           ///< as sent, when it is not a form
  std::string remote;                                         ///< address of the peer
  std::string id;                                             ///< short request id, also in the log and on error pages
  const Access* access = nullptr;  ///< of the route, filled by the router
  mutable std::string pre_session;  ///< new cookie nc_pre, made when a page without session asks for a CSRF token

  std::string_view header(std::string_view lower_case_name) const;
  std::string_view cookie(std::string_view name) const;
  std::string_view arg(std::string_view name) const;  ///< path argument
  bool partial() const { return header("hx-request") == "true"; }
  Lang lang() const;  ///< cookie nc_lang, then Accept-Language, else vi
  bool dark() const { return cookie("nc_theme") == "dark"; }
  /// Of the person: what the proxy in front of us adds last, when there is one on this machine; else the peer.
  std::string address() const;
  bool secure() const { return header("x-forwarded-proto") == "https"; }  ///< TLS ends at the proxy before us
  const Upload* upload(std::string_view field) const;                     ///< first file of a field, or nullptr
};

/// Cookies that say who somebody is: over TLS they are called "__Host-nc_session" and so on.
inline bool is_host_cookie(std::string_view name) { return name == "nc_session" || name == "nc_pre" || name == "nc_device" || name == "nc_try"; }

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers{};
  std::string body{};
  /// When set, sent instead of `body` without copying (assets).
  std::shared_ptr<const std::string> shared_body{};
  /// Like shared_body, for bytes that live as long as the program (built-in assets). Wins over both.
  std::string_view static_body{};
  /// Set by refusal(): Site draws its error page with this message in place of `body`.
  Message refused{};

  /// What goes out, wherever it is kept.
  std::string_view content() const {
    return !static_body.empty() ? static_body : shared_body ? std::string_view(*shared_body) : std::string_view(body);
  }

  Response& with(std::string name, std::string value) {
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
  }
};

Response html(std::string page, int status = 200);
Response json(std::string document, int status = 200);
Response text(std::string plain, int status = 200);
/// An error of this status; Site draws its error page with the message. A handler may also return a bare
/// Response{404} (any status from 400 with no body): the page then has the usual words for the status.
Response refusal(int status, Message message);
Response refusal(const Problem& problem);
/// 303 See Other to a path of this site (anything else goes to "/").
Response redirect(std::string path);
/// A file to save. `filename` is sent in both RFC 6266 forms.
Response download(std::string bytes, std::string content_type, std::string filename);
/// Appends Set-Cookie: HttpOnly unless `readable`, SameSite=Lax, Path=/.
void set_cookie(Response& r, std::string_view name, std::string_view value, int max_age_s, bool readable = false);

using Handler = std::function<Response(const Request&)>;

/// Exact table of routes. Patterns: "/delegations/{id}/edit", "/assets/{file...}" (the rest of the path, last
/// segment only). Literal segments win over arguments, leftmost first. An argument is never empty.
/// Adding the same method and pattern twice throws std::logic_error.
class Router {
 public:
  void get(std::string pattern, Access access, Handler h) { add("GET", std::move(pattern), std::move(access), std::move(h)); }
  void post(std::string pattern, Access access, Handler h) { add("POST", std::move(pattern), std::move(access), std::move(h)); }
  void add(std::string method, std::string pattern, Access access, Handler h);
  /// Without a declaration: only for tests of the server itself. The table of rights fails on such a route.
  void get(std::string pattern, Handler h) { add("GET", std::move(pattern), Access{}, std::move(h)); }
  void post(std::string pattern, Handler h) { add("POST", std::move(pattern), Access{}, std::move(h)); }
  void add(std::string method, std::string pattern, Handler h) { add(std::move(method), std::move(pattern), Access{}, std::move(h)); }
  /// Finds the handler and fills request.path_args. nullptr when no pattern fits; `allowed` then lists the
  /// methods that the path does take (for 405).
  const Handler* find(Request& request, std::string& allowed) const;
  /// "GET /delegations/{id}" lines, sorted: `nhipcau routes`.
  std::vector<std::string> lines() const;
  struct Route {
    std::string method, pattern;
    Access access;
    std::vector<std::string> segments;
    Handler handler;
  };
  const std::vector<Route>& routes() const { return routes_; }

 private:
  std::vector<Route> routes_;
  std::multimap<std::string, std::size_t> by_first_;  // first segment -> index; "" for arguments
};

/// Runs one request through the fixed middleware: HEAD as GET, method and path check, UTF-8 check, CSRF on POST
/// (double-submit: form field `csrf` or header `x-csrf-token` equals HMAC of cookie nc_session under the server key,
/// and Origin/Sec-Fetch-Site not foreign), exceptions to error pages, security headers on everything.
/// Before there is a session the cookie nc_pre takes the place of nc_session; it is set when a page asks for a token.
/// Headers that a handler set itself (Cache-Control, Content-Security-Policy, ...) are left as they are.
class Site {
 public:
  Router router;
  /// Draws the error page (status, message) in the site's shell. Must not throw.
  std::function<Response(const Request&, int status, const Message&)> error_page;
  /// Status and words for an exception of a handler (the database is gone: 503), nullopt for 500.
  std::function<std::optional<std::pair<int, Message>>(const std::exception&)> explain;
  std::string csrf_key;      ///< random per server or kept in the database
  bool log_requests = true;  ///< one line per request (method, path, status, ms, id); off when measuring

  /// Never throws. Safe to call from several threads once the router is filled.
  Response handle(Request request) const;
  /// Value for the hidden field `csrf` of a form.
  std::string csrf_token(const Request& request) const;
  /// The error page with security headers. An empty message gives the usual words for the status.
  Response refuse(const Request& request, int status, const Message& message) const;
};

/// Decodes target, query, cookies and forms of a raw request. Refuses (400) "..", NUL, broken percent escapes,
/// overlong targets, text that is not UTF-8, broken multipart bodies. Form values come back mended() except those
/// of fields named password* and pasted (blocks of cells keep their tabs). Sets no id.
Result<Request> parse_request(std::string method, std::string target,
                              std::vector<std::pair<std::string, std::string>> headers, std::string body);

struct ServerOptions {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;          ///< 0: any free port
  int workers = 4;                     ///< threads that run handlers
  std::size_t max_waiting = 512;       ///< requests waiting for a worker; more are answered 503
  std::size_t max_connections = 4096;  ///< above it the longest idle connection is closed, or accepting waits
  std::size_t max_header = 16 * 1024;
  std::size_t max_body = 32 * 1024 * 1024;
  int header_timeout_s = 15, body_timeout_s = 60, idle_timeout_s = 60, write_timeout_s = 60;
  int drain_s = 10;     ///< how long requests in flight may take at a stop
  bool signals = true;  ///< SIGTERM and SIGINT stop the server
};

/// The server. run() returns after SIGTERM/SIGINT or stop(), when requests in flight are answered.
class Server {
 public:
  Server(const Site& site, ServerOptions options);
  ~Server();
  /// Binds; a taken port or a bad address is a Problem in words. Returns the port.
  Result<unsigned short> listen();
  void run();
  void stop();  ///< from any thread

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Short id for logs and error pages (10 letters and digits), not secret.
std::string new_request_id();

/// Serves /assets/{file...}: immutable caching, ETag, 304, br and gzip variants (see html/assets.h).
Response serve_asset(const Request& request);

}  // namespace nc::web
