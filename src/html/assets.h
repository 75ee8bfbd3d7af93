// Files built into the program: css, js, fonts, flags. Addresses carry the content hash.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"

namespace nc {

struct Asset {
  std::string_view name;          ///< logical name: "app.css", "fonts/be-vietnam-400.woff2", "flags/kr.svg"
  std::string_view hash;          ///< first 12 hex digits of the SHA-256 of the content
  std::string_view content_type;
  std::string_view bytes, gzip, brotli;  ///< the last two may be empty (already compressed kinds)
};
const std::vector<Asset>& built_in_assets();
/// "/assets/app.3f2a91c04d7e.css" of "app.css"; "" if there is none.
std::string asset_url(std::string_view name);
/// The asset that an address path names, or nullptr.
const Asset* find_asset(std::string_view url_path);
/// A Tabler outline icon as inline SVG (class "i", or "i s" / "i l"), aria-hidden. Unknown names print nothing.
Html icon(std::string_view name, std::string_view size = "");
/// Flag of a country (ISO 3166 alpha-2, any case) as <img class="flag" alt="">; nothing when there is no flag.
Html flag(std::string_view iso2);

}  // namespace nc
