// Addresses of built-in files, icons and flags.
#include "html/assets.h"

#include <algorithm>
#include <unordered_map>

#include "base/embedded.h"

namespace nc {
namespace {

constexpr std::string_view k_prefix = "/assets/";

/// "app.css" and its hash give "/assets/app.3f2a91c04d7e.css".
std::string hashed_url(const Asset& asset) {
  const auto dot = asset.name.rfind('.');
  std::string url(k_prefix);
  url.append(asset.name.substr(0, dot)).append(".").append(asset.hash);
  if (dot != std::string_view::npos) url.append(asset.name.substr(dot));
  return url;
}

struct Directory {
  std::unordered_map<std::string_view, std::string> url_by_name;
  std::unordered_map<std::string, const Asset*> asset_by_url;
  std::unordered_map<std::string_view, std::string_view> icon_by_name;
};

const Directory& directory() {
  static const Directory made = [] {
    Directory d;
    for (const Asset& asset : built_in_assets()) {
      const std::string url = hashed_url(asset);
      d.asset_by_url.emplace(url, &asset);
      d.url_by_name.emplace(asset.name, url);
    }
    for (const EmbeddedFile& file : embedded_icons()) d.icon_by_name.emplace(file.name, file.bytes);
    return d;
  }();
  return made;
}

}  // namespace

std::string asset_url(std::string_view name) {
  const auto& urls = directory().url_by_name;
  const auto found = urls.find(name);
  return found == urls.end() ? std::string() : found->second;
}

const Asset* find_asset(std::string_view url_path) {
  const auto& assets = directory().asset_by_url;
  const auto found = assets.find(std::string(url_path));
  return found == assets.end() ? nullptr : found->second;
}

Html icon(std::string_view name, std::string_view size) {
  Html h;
  const auto& icons = directory().icon_by_name;
  const auto found = icons.find(name);
  if (found == icons.end()) return h;
  h << "<svg class=\"i"_h;
  if (!size.empty()) h << " "_h << size;
  h << "\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"_h;
  h.trusted(found->second) << "</svg>"_h;
  return h;
}

Html flag(std::string_view iso2) {
  Html h;
  if (iso2.size() != 2) return h;
  std::string name = "flags/xx.svg";
  std::transform(iso2.begin(), iso2.end(), name.begin() + 6,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const auto& urls = directory().url_by_name;
  const auto found = urls.find(name);
  if (found == urls.end()) return h;
  h << "<img class=\"flag\" src=\""_h << found->second << "\" alt=\"\" width=\"18\" height=\"13\" loading=\"lazy\">"_h;
  return h;
}

}  // namespace nc
