// The check of a draft on the page of its entry. Inside this module only.
#pragma once
#include "register/pages.h"

namespace nc::app {

/// Sends a draft, leads to what the last one has to mend.
Html draft_panel(const reg::PanelContext& x);
/// GET and POST /outgoing/{id}/draft.
void add_draft_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
