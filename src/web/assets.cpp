// Built-in css, js, fonts and flags: cached for ever, in the best coding that the browser takes.
#include "html/assets.h"

#include "web/ascii.h"
#include "web/web.h"

namespace nc::web {
namespace {

/// Whether "gzip, br;q=0.5" lists the coding with a weight above 0.
bool accepts(std::string_view accept_encoding, std::string_view coding) {
  while (!accept_encoding.empty()) {
    const auto comma = accept_encoding.find(',');
    const std::string_view item = trimmed(accept_encoding.substr(0, comma));
    accept_encoding.remove_prefix(comma == std::string_view::npos ? accept_encoding.size() : comma + 1);
    const auto semicolon = item.find(';');
    if (trimmed(item.substr(0, semicolon)) != coding) continue;
    if (semicolon == std::string_view::npos) return true;
    const std::string_view weight = trimmed(item.substr(semicolon + 1));
    return !weight.starts_with("q=0") || weight.find_first_of("123456789") != std::string_view::npos;
  }
  return false;
}

bool is_known_to_client(std::string_view if_none_match, std::string_view etag) {
  return if_none_match == "*" || if_none_match.find(etag) != std::string_view::npos;
}

}  // namespace

Response serve_asset(const Request& request) {
  const Asset* asset = find_asset(request.path);
  if (asset == nullptr) return refusal(404, {});
  const std::string_view codings = request.header("accept-encoding");
  const bool brotli = !asset->brotli.empty() && accepts(codings, "br");
  const bool gzip = !brotli && !asset->gzip.empty() && accepts(codings, "gzip");
  const std::string_view suffix = brotli ? "-br" : gzip ? "-gz" : "";
  const std::string etag = '"' + std::string(asset->hash) + std::string(suffix) + '"';

  Response r;
  r.with("ETag", etag);
  r.with("Cache-Control", "public, max-age=31536000, immutable");
  r.with("Vary", "Accept-Encoding");
  if (is_known_to_client(request.header("if-none-match"), etag)) {
    r.status = 304;
    return r;
  }
  r.with("Content-Type", std::string(asset->content_type));
  if (brotli) r.with("Content-Encoding", "br");
  if (gzip) r.with("Content-Encoding", "gzip");
  r.static_body = brotli ? asset->brotli : gzip ? asset->gzip : asset->bytes;
  return r;
}

}  // namespace nc::web
