// Petitions and requests of associations.
#pragma once
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

struct RecordPaper;
/// The official letter that answers (form 1.5 of Decree 30/2020), issued by the Union above the association.
const std::vector<RecordPaper>& petition_papers();

const reg::Description& petitions();
/// From the association's asking to its own word that it is settled.
const flow::Flow& petition_flow();
/// Part of a petition: where it was sent on, with which paper, and what came back.
const reg::Description& petition_forwards();

/// The letter of answer; /help-desk, the page of all associations: who looks after them, last contact, what is open.
void add_petition_pages(web::Router& router, const reg::Context& context);
void add_petitions_everywhere(reg::Context& context);
/// Brings petitions whose day is past before the vice chair, and three working days later before the chair. Returns how many notices.
int escalate_petitions(db::Tx& tx);

}  // namespace nc::app
