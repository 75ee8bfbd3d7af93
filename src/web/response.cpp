// Ready-made responses: pages, JSON, redirects, downloads, cookies.
#include "base/fold.h"
#include "web/web.h"

namespace nc::web {
namespace {

Response of_type(std::string content_type, std::string body, int status) {
  Response r;
  r.status = status;
  r.body = std::move(body);
  r.with("Content-Type", std::move(content_type));
  return r;
}

/// Percent-encodes what may not stand in a header as it is; escapes that are there already stay.
std::string header_safe_path(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7f && c != '"' && c != '<' && c != '>' && c != '\\')
      out += c;
    else
      out += url_encode({&c, 1});
  }
  return out;
}

bool is_on_this_site(std::string_view path) {
  if (!path.starts_with('/') || path.starts_with("//") || path.starts_with("/\\")) return false;
  for (const char c : path) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return false;
  }
  return true;
}

/// "Báo cáo năm 2025.docx" -> "bao-cao-nam-2025.docx", for clients that read only the plain form.
std::string ascii_filename(std::string_view filename) {
  const auto dot = filename.rfind('.');
  const auto folded = [](std::string_view part) {
    std::string out = fold(part);
    for (char& c : out) {
      if (static_cast<unsigned char>(c) >= 0x80) c = '_';
      if (c == ' ') c = '-';
    }
    return out;
  };
  std::string stem = folded(filename.substr(0, dot));
  if (stem.empty()) stem = "file";
  const std::string extension = dot == std::string_view::npos ? "" : folded(filename.substr(dot + 1));
  return extension.empty() ? stem : stem + "." + extension;
}

}  // namespace

Response html(std::string page, int status) { return of_type("text/html; charset=utf-8", std::move(page), status); }
Response json(std::string document, int status) { return of_type("application/json", std::move(document), status); }
Response text(std::string plain, int status) { return of_type("text/plain; charset=utf-8", std::move(plain), status); }

Response refusal(int status, Message message) {
  Response r;
  r.status = status;
  r.refused = std::move(message);
  return r;
}

Response refusal(const Problem& problem) { return refusal(http_status(problem.code), problem.message); }

Response redirect(std::string path) {
  Response r;
  r.status = 303;
  r.with("Location", is_on_this_site(path) ? header_safe_path(path) : "/");
  return r;
}

Response download(std::string bytes, std::string content_type, std::string filename) {
  Response r = of_type(std::move(content_type), std::move(bytes), 200);
  r.with("Content-Disposition",
         "attachment; filename=\"" + ascii_filename(filename) + "\"; filename*=UTF-8''" + url_encode(filename));
  return r;
}

void set_cookie(Response& r, std::string_view name, std::string_view value, int max_age_s, bool readable) {
  std::string cookie(name);
  cookie.append("=").append(url_encode(value));
  cookie.append("; Path=/; Max-Age=").append(std::to_string(max_age_s)).append("; SameSite=Lax");
  if (!readable) cookie.append("; HttpOnly");
  r.with("Set-Cookie", std::move(cookie));
}

}  // namespace nc::web
