// Members of the associations: a record for each membership, dues by year. One person may have several memberships.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

/// Who is a member where. Each association keeps its own record of a person; records of one person are linked (same_as).
/// Names stay within the association: see members_scope().
const reg::Description& members();
/// What was paid for a year.
const reg::Description& member_dues();
/// Applied, admitted, active, and how it ends.
const flow::Flow& member_flow();
void add_members_figures(fig::Engine& engine);

/// GET /organisations/{id}/members, GET and POST /organisations/{id}/dues, POST /organisations/{id}/members/count,
/// GET /organisations/{id}/members.pdf and .docx, and the cards of members (see members.h).
void add_member_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// Members on the page of an organisation, with the way to its list.
void add_members_everywhere(reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
