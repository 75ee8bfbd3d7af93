// Review conferences and meetings: who is invited, what is said, what comes of it.
#pragma once
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

struct RecordPaper;
/// Invitation, minutes, notice of conclusions, list of seats.
const std::vector<RecordPaper>& meeting_papers();

const reg::Description& meetings();
/// Parts of a meeting: the points of its agenda with what was said, and who is invited.
const reg::Description& meeting_items();
const reg::Description& meeting_invitees();
/// From the plan to the notice of conclusions.
const flow::Flow& meeting_flow();
/// From the list to the chair in the hall.
const flow::Flow& invitee_flow();

/// Agenda, speeches and invitees as grids; attendance; petitions raised; invitation, minutes, notice of conclusions.
void add_meeting_pages(web::Router& router, const reg::Context& context);
/// Blocks of the record pages of meetings and of invitations.
void add_meetings_everywhere(reg::Context& context);

}  // namespace nc::app
