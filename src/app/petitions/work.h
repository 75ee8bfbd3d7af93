// A petition as work: sent on with a trace, answered on paper, brought before superiors. Inside this module only.
#pragma once
#include "app/outgoing/public.h"
#include "register/pages.h"

namespace nc::app {

/// Hook behind a petition's save: each time it is sent on, a line of the trace begins.
void trace_forwarding(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now);
/// The Union above an association; 0 when there is none.
std::int64_t union_above(db::ReadDb& db, std::int64_t org);

/// Who was told that it is overdue, and when.
Html escalation_panel(const reg::PanelContext& x);
/// For requests on the balance of delegations: the visits in and out of the association's country.
Html balance_panel(const reg::PanelContext& x);
/// On an association's page: its liaison, the last contact, what is open.
Html help_panel(const reg::PanelContext& x);
void add_help_desk(web::Router& router, const reg::Context& context);

}  // namespace nc::app
