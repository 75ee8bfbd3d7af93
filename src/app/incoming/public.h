// The book of incoming papers: what arrived under which number, who deals with it by when, which paper answered it.
#pragma once
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& incoming_papers();
/// Registered by the clerk, routed by those who lead, dealt with, done.
const flow::Flow& incoming_flow();

/// Hook behind an outgoing paper's save: once it has its number, the incoming paper that it answers is done and its tasks are
/// reported; when it is recalled, the incoming paper is open again.
void paper_answered(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now);

/// Incoming papers that wait: for routing, and those that are overdue, within the actor's scope.
struct IncomingWork { std::int64_t unrouted = 0, late = 0; };
IncomingWork incoming_work(db::ReadDb& db, const Actor& actor);

/// GET and POST /incoming/quick (the clerk writes down one paper after the other), GET /incoming/book and /outgoing/book with their
/// .docx and .pdf.
void add_incoming_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
