// The fixed middleware around every handler.
#include <algorithm>
#include <array>
#include <chrono>
#include <exception>

#include "base/hash.h"
#include "base/log.h"
#include "web/ascii.h"
#include "web/errors.h"

namespace nc::web {
namespace {

constexpr int k_pre_session_s = 7 * 24 * 3600;

constexpr Text k_stale_form(
    "Trang đã mở quá lâu hoặc đã đăng nhập lại ở nơi khác, nên chưa lưu gì. Quay lại, tải lại "
    "trang rồi gửi lần nữa.",
    "The page was open for too long, or you signed in again elsewhere; nothing has been saved. "
    "Go back, reload the page and send it again.");
constexpr Text k_foreign(
    "Yêu cầu được gửi từ một trang khác nên bị chặn, chưa lưu gì. Mở trang của hệ thống và làm "
    "lại việc này ở đó.",
    "The request came from another site and was stopped; nothing has been saved. Open this "
    "system's own page and do it there.");
constexpr Text k_no_cookies(
    "Trình duyệt không gửi cookie nên chưa lưu gì. Cho phép cookie của trang này, tải lại rồi "
    "gửi lần nữa.",
    "The browser sent no cookie, so nothing has been saved. Allow cookies for this site, "
    "reload and send it again.");

bool is_safe(std::string_view method) { return method == "GET" || method == "HEAD" || method == "OPTIONS"; }

bool is_known_method(std::string_view method) {
  static constexpr std::array<std::string_view, 7> k_known = {"GET",   "HEAD",   "POST",   "PUT",
                                                              "PATCH", "DELETE", "OPTIONS"};
  return std::ranges::find(k_known, method) != k_known.end();
}

/// Whether the browser says that another site made it send this. Browsers on plain http send no Sec-Fetch-Site.
bool is_foreign(const Request& request) {
  const std::string_view fetch_site = request.header("sec-fetch-site");
  if (!fetch_site.empty()) return fetch_site != "same-origin" && fetch_site != "none";
  std::string_view origin = request.header("origin");
  if (origin.empty()) return false;
  const auto scheme = origin.find("://");
  if (scheme == std::string_view::npos) return true;  // "null"
  origin.remove_prefix(scheme + 3);
  return !same_no_case(origin, request.header("host")) && !same_no_case(origin, request.header("x-forwarded-host"));
}

bool has_header(const Response& r, std::string_view name) {
  return std::ranges::any_of(r.headers, [&](const auto& h) { return same_no_case(h.first, name); });
}

void add_cache_headers(const Request& request, Response& r) {
  if (!has_header(r, "Cache-Control")) {
    const bool for_people = request.access != nullptr && request.access->who == Access::Who::person;
    const bool personal = for_people || !request.cookie("nc_session").empty() || r.status >= 400;
    r.with("Cache-Control", personal ? "no-store" : "no-cache");
  }
  if (!has_header(r, "Vary")) r.with("Vary", "HX-Request, Cookie, Accept-Language");
}

void finish(const Request& request, Response& r) {
  if (!request.pre_session.empty()) set_cookie(r, "nc_pre", request.pre_session, k_pre_session_s);
  add_cache_headers(request, r);
  add_security_headers(r);
  if (!request.secure()) return;
  for (auto& [name, value] : r.headers) {
    if (name != "Set-Cookie") continue;
    if (is_host_cookie(std::string_view(value).substr(0, value.find('=')))) value.insert(0, "__Host-");
    value.append("; Secure");
  }
}

void log_line(const Request& request, std::string_view method, int status, std::chrono::microseconds took) {
  std::string line(method);
  line.append(" ").append(request.path).append(" ").append(std::to_string(status));
  line.append(" ").append(std::to_string(took.count() / 1000)).append(".");
  line.append(std::to_string(took.count() / 100 % 10)).append(" ms ").append(request.id);
  log::info(line);
}

/// Draws the error page and keeps what the handler put into the headers (Allow, Set-Cookie).
Response draw_error(const Site& site, const Request& request, int status, const Message& message) {
  const Message& words = message.empty() ? usual_message(status) : message;
  if (site.error_page) {
    try {
      return site.error_page(request, status, words);
    } catch (const std::exception& e) {
      log::error("error page of request " + request.id + " failed: " + e.what());
    }
  }
  return plain_error(request, status, words);
}

std::optional<Message> forgery_in(const Site& site, const Request& request) {
  // A program with a token: no browser adds this header by itself, so there is no form to forge.
  if (request.header("authorization").starts_with("Bearer ") && request.cookie("nc_session").empty()) return std::nullopt;
  if (is_foreign(request)) return Message(k_foreign);
  if (request.cookie("nc_session").empty() && request.cookie("nc_pre").empty()) return Message(k_no_cookies);
  std::string_view token = request.header("x-csrf-token");
  if (token.empty()) token = request.form.get("csrf");
  if (!equal_constant_time(token, site.csrf_token(request))) return Message(k_stale_form);
  return std::nullopt;
}

Response no_route(const Site& site, Request& request, const std::string& allowed) {
  if (!allowed.empty()) return refusal(405, {}).with("Allow", allowed);
  const bool slash_at_end = request.path.size() > 1 && request.path.ends_with('/');
  if (slash_at_end && is_safe(request.method)) {
    Request shorter = request;
    const std::string_view target = request.target;
    const auto mark = std::min(target.find('?'), target.size());
    shorter.path.pop_back();
    shorter.target = target.substr(0, mark - 1);
    std::string ignored;
    if (target.substr(0, mark).ends_with('/') && site.router.find(shorter, ignored) != nullptr) {
      Response r = redirect(shorter.target + std::string(target.substr(mark)));
      r.status = 308;
      return r;
    }
  }
  return refusal(404, {});
}

Response answer(const Site& site, Request& request) {
  if (!is_known_method(request.method)) return refusal(501, {}).with("Allow", "GET, HEAD, POST");
  std::string allowed;
  const Handler* handler = site.router.find(request, allowed);
  if (handler == nullptr) return no_route(site, request, allowed);
  if (!is_safe(request.method)) {
    if (auto forgery = forgery_in(site, request)) return refusal(403, std::move(*forgery));
  }
  return (*handler)(request);
}

Response explained(const Site& site, const Request& request, const std::exception& e) {
  log::error(request.method + " " + request.path + " failed, request " + request.id + ": " + e.what());
  if (site.explain) {
    if (auto known = site.explain(e)) return refusal(known->first, std::move(known->second));
  }
  return refusal(500, {});
}

}  // namespace

std::string Site::csrf_token(const Request& request) const {
  const std::string_view session = request.cookie("nc_session");
  if (!session.empty()) return hmac_hex(csrf_key, "session " + std::string(session));
  const std::string_view pre = request.cookie("nc_pre");
  if (!pre.empty()) return hmac_hex(csrf_key, "pre " + std::string(pre));
  if (request.pre_session.empty()) request.pre_session = random_token(18);
  return hmac_hex(csrf_key, "pre " + request.pre_session);
}

Response Site::refuse(const Request& request, int status, const Message& message) const {
  Response r = draw_error(*this, request, status, message);
  r.status = status;
  finish(request, r);
  return r;
}

Response Site::handle(Request request) const {
  const auto start = std::chrono::steady_clock::now();
  if (request.id.empty()) request.id = new_request_id();
  const std::string sent_method = request.method;
  if (request.method == "HEAD") request.method = "GET";  // the server leaves the body out
  Response r;
  try {
    r = answer(*this, request);
  } catch (const std::exception& e) {
    r = explained(*this, request, e);
  } catch (...) {  // a thrown non-exception must not end the server either
    log::error("something that is no exception was thrown, request " + request.id);
    r = refusal(500, {});
  }
  if (r.status >= 400 && r.content().empty()) {
    Response page = draw_error(*this, request, r.status, r.refused);
    page.status = r.status;
    for (auto& header : r.headers) page.headers.push_back(std::move(header));
    r = std::move(page);
  }
  finish(request, r);
  if (log_requests) {
    const auto took = std::chrono::steady_clock::now() - start;
    log_line(request, sent_method, r.status, std::chrono::duration_cast<std::chrono::microseconds>(took));
  }
  return r;
}

}  // namespace nc::web
