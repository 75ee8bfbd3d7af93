// The claims desk: every declared number beside the count, settled or open.
#pragma once
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

/// GET /claims-desk, POST /claims-desk/{id}/settle, POST /claims-desk/{id}/reopen
void add_claims_desk_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
