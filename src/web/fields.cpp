// Look-ups in a request: fields, headers, cookies, path arguments, uploads, language.
#include <charconv>

#include "web/ascii.h"
#include "web/web.h"

namespace nc::web {
namespace {

using Names = std::map<std::string, std::string, std::less<>>;

std::string_view value_of(const Names& names, std::string_view name) {
  const auto found = names.find(name);
  return found == names.end() ? std::string_view() : std::string_view(found->second);
}

/// Weight of "en-US;q=0.8": 0.8; 1 when none is written, 0 when it can't be read.
double weight_of(std::string_view item) {
  const auto at = item.find("q=");
  if (at == std::string_view::npos) return 1;
  double weight = 0;
  const std::string_view digits = trimmed(item.substr(at + 2));
  std::from_chars(digits.data(), digits.data() + digits.size(), weight);
  return weight;
}

bool is_language(std::string_view item, std::string_view two_letters) {
  if (item.size() < 2) return false;
  const bool same = (item[0] | 0x20) == two_letters[0] && (item[1] | 0x20) == two_letters[1];
  return same && (item.size() == 2 || item[2] == '-' || item[2] == ';' || item[2] == ' ');
}

Lang preferred_of(std::string_view accept_language) {
  double vi = 0;
  double en = 0;
  while (!accept_language.empty()) {
    const auto comma = accept_language.find(',');
    const std::string_view item = trimmed(accept_language.substr(0, comma));
    if (is_language(item, "vi")) vi = std::max(vi, weight_of(item));
    if (is_language(item, "en")) en = std::max(en, weight_of(item));
    if (comma == std::string_view::npos) break;
    accept_language.remove_prefix(comma + 1);
  }
  return en > vi ? Lang::en : Lang::vi;
}

}  // namespace

bool Fields::has(std::string_view name) const {
  for (const auto& [key, value] : items_) {
    if (key == name) return true;
  }
  return false;
}

std::string_view Fields::get(std::string_view name) const {
  for (const auto& [key, value] : items_) {
    if (key == name) return value;
  }
  return {};
}

std::vector<std::string> Fields::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : items_) {
    if (key == name) values.push_back(value);
  }
  return values;
}

std::string_view Request::header(std::string_view lower_case_name) const { return value_of(headers, lower_case_name); }
std::string_view Request::cookie(std::string_view name) const {
  // Over TLS only the cookie with the prefix counts: no other host of the domain can plant one.
  if (secure() && is_host_cookie(name)) return value_of(cookies, "__Host-" + std::string(name));
  return value_of(cookies, name);
}
std::string_view Request::arg(std::string_view name) const { return value_of(path_args, name); }

std::string Request::address() const {
  const bool by_proxy = remote.empty() || remote == "127.0.0.1" || remote == "::1";
  std::string_view forwarded = header("x-forwarded-for");
  if (!by_proxy || forwarded.empty()) return remote;
  if (const auto comma = forwarded.rfind(','); comma != std::string_view::npos) forwarded.remove_prefix(comma + 1);
  while (forwarded.starts_with(' ')) forwarded.remove_prefix(1);
  return std::string(forwarded.substr(0, 64));
}
const Upload* Request::upload(std::string_view field) const {
  for (const Upload& file : uploads) {
    if (file.field == field) return &file;
  }
  return nullptr;
}

Lang Request::lang() const {
  const std::string_view chosen = cookie("nc_lang");
  if (chosen == "en") return Lang::en;
  if (chosen == "vi") return Lang::vi;
  return preferred_of(header("accept-language"));
}

}  // namespace nc::web
