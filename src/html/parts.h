// Small helpers that the components share; not for pages.
#pragma once
#include <string>
#include <string_view>

#include "html/html.h"

namespace nc::parts {

/// name="value", or nothing when the value is empty.
void attribute(Html& h, Lit name_and_equals, std::string_view value);
/// Share of a whole as a percentage for the width of an SVG: "83.3%". Clamped to 0-100.
std::string percent(double part);
/// Both languages of a label: the page's, then the other in grey with its own lang attribute.
void both_languages(Html& h, Lang lang, const Message& label);
/// The language that the page is not in.
constexpr Lang other(Lang lang) { return lang == Lang::vi ? Lang::en : Lang::vi; }
constexpr std::string_view code(Lang lang) { return lang == Lang::vi ? "vi" : "en"; }
/// A bar as SVG: `share` of the width of its parent is filled.
Html bar(double share, std::string_view css_class);

}  // namespace nc::parts
