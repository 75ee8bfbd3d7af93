// Registration for a contest by the public. Inside this module only.
#pragma once
#include "register/pages.h"

namespace nc::app {

/// On the page of a contest: the address, and the entries that wait to be checked.
Html entry_panel(const reg::PanelContext& x);

/// GET and POST /enter/{key} for everybody; POST /contests/{id}/entry-page (opens and closes it), POST /contests/{id}/entries
/// (an entry is accepted or refused).
void add_entry_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
