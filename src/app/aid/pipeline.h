// What the parts of mobilising share: stages of an opportunity, and what else shows them. Inside this module only.
#pragma once
#include "figure/figure.h"
#include "html/components.h"
#include "register/pages.h"

namespace nc::app {

const reg::Options& opportunity_stages();
/// Is somebody still working on it?
bool is_open_stage(std::string_view stage);

/// Opportunities that answer a need, on its page.
Html need_opportunities(const reg::PanelContext& x);
/// The other pages of aid, above its lists.
Html aid_doors(const reg::PanelContext& x, const std::string& query);
/// Links between the pages of aid; `here` is the address that is open.
std::vector<Tab> aid_tabs(const std::string& here);
/// GET /aid-board, GET and POST /aid-opportunities/{id}/step.
void add_aid_board_pages(web::Router& router, const reg::Context& context);

/// GET /aid-places?by=: value by place, donor, country, field.
void add_aid_breakdown_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
