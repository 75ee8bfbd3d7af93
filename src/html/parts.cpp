// Small helpers that the components share.
#include "html/parts.h"

#include <algorithm>

namespace nc::parts {

void attribute(Html& h, Lit name_and_equals, std::string_view value) {
  if (!value.empty()) h << " "_h << name_and_equals << "\""_h << value << "\""_h;
}

std::string percent(double part) {
  // Written by hand: the decimal point must not depend on the locale.
  const int tenths = static_cast<int>(std::clamp(part, 0.0, 1.0) * 1000 + 0.5);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

void both_languages(Html& h, Lang lang, const Message& label) {
  h << label;
  const std::string& translated = label.in(other(lang));
  if (!translated.empty() && translated != label.in(lang)) {
    h << " <span class=\"alt\" lang=\""_h << code(other(lang)) << "\">"_h << translated << "</span>"_h;
  }
}

Html bar(double share, std::string_view css_class) {
  Html h;
  h << "<svg class=\""_h << css_class
    << "\" width=\"100%\" height=\"8\" aria-hidden=\"true\" focusable=\"false\">"
       "<rect class=\"track\" width=\"100%\" height=\"8\" rx=\"4\"/>"_h;
  if (share > 0) h << "<rect class=\"fill\" width=\""_h << percent(share) << "\" height=\"8\" rx=\"3\"/>"_h;
  h << "</svg>"_h;
  return h;
}

}  // namespace nc::parts
