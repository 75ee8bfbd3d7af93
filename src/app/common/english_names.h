// Names that an English paper prints in Vietnamese for want of an English form: told before the paper goes out.
#pragma once
#include <string>
#include <vector>

#include "html/html.h"

namespace nc::app {

/// A name on an English paper. `mend` is where its English form is entered.
struct NameInEnglish {
  Text what;             ///< "nhà tài trợ", "donor"
  std::string vi, en, mend;
};
/// A notice with those that have no English form, each with the way to write one; empty when there is none. A name without Vietnamese
/// letters ("Schneider Electric") is the same in both languages and is left out. `title` says what prints them.
Html english_names_notice(Lang lang, const Text& title, const std::vector<NameInEnglish>& names);
/// Has letters beyond ASCII, as Vietnamese names do.
bool reads_as_vietnamese(std::string_view name);

}  // namespace nc::app
