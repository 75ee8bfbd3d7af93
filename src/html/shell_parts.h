// Parts of the frame that are only there when somebody is signed in; used by shell.cpp.
#pragma once
#include "html/shell.h"

namespace nc::shell {

/// Logo of the product: a bridge span with deck, three hangers and keystone.
Html logo();
/// The navigation. On phones it is the sheet behind "Thêm" (#nav).
void sidebar(Html& h, const Shell& s);
/// Search, period, language, theme, bell, person. Without navigation only brand, language and theme.
void top_bar(Html& h, const Shell& s);
/// Bottom bar of phones.
void tab_bar(Html& h, const Shell& s);
/// Command palette and list of keys; scripts open them, #keys opens without.
void dialogs(Html& h);

}  // namespace nc::shell
