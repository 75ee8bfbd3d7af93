// Names without an English form, as a notice with the way to mend each.
#include "app/common/english_names.h"

#include <algorithm>

#include "html/components.h"

namespace nc::app {

bool reads_as_vietnamese(std::string_view name) {
  return std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
}

Html english_names_notice(Lang lang, const Text& title, const std::vector<NameInEnglish>& names) {
  Html lines(lang);
  constexpr int k_most = 8;
  int found = 0;
  for (const NameInEnglish& n : names) {
    if (!n.en.empty() || !reads_as_vietnamese(n.vi) || ++found > k_most) continue;
    lines << "<br>"_h << n.what << ": “"_h << n.vi << "”. <a href=\""_h << Url{n.mend} << "\">"_h << Text("Ghi tên tiếng Anh", "Write the English name") << "<span class=\"vh\">: "_h << n.vi << "</span></a>"_h;
  }
  if (found == 0) return Html(lang);
  if (found > k_most) lines << "<br>"_h << Message("và " + std::to_string(found - k_most) + " chỗ nữa", "and " + std::to_string(found - k_most) + " more");
  return notice(lang, Tone::warn, "language", Html(lang) << "<b>"_h << title << "</b>"_h << lines);
}

}  // namespace nc::app
