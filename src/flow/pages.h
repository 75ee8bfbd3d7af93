// What the flow, the remarks, the notices and the history of records look like: panels of record pages, pages of their own.
#pragma once
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::flow {

/// Blocks of every record page: where the record stands and what can be done now (top), remarks and the last changes (side).
void add_panels(reg::Context& context, const Flows& flows);
/// POST /<path>/{id}/move (fields move, version, <move>.<field>, <move>.reason), POST /<path>/{id}/comment (field text),
/// GET /notices, POST /notices/read (field id; "" is all), GET /work (?of= names one register).
void add_pages(web::Router& router, const reg::Context& context, const Flows& flows);
/// What waits for the actor, by urgency.
web::Response work_page(const reg::Context& context, const web::Request& request, db::ReadDb& db, const Actor& actor, const Shell& shell, const Flows& flows);
/// GET /<path>/{id}/history (?field=), GET /<path>/{id}/compare?a=&b= (versions), POST /<path>/{id}/restore (fields to, version),
/// GET /changes (all changes in reach), POST /changes/undo (field batch), GET /trash, POST /trash/restore (fields register, id).
void add_history_pages(web::Router& router, const reg::Context& context, const Flows& flows);

/// What an act of the ledger is called: "ghi mới", "duyệt".
Message act_label(const Flows& flows, std::string_view register_name, const std::string& action);
/// One change as "field: before -> after" lines; `field` "" is all of them.
Html change_lines(const reg::Description& d, const ledger::Change& change, Lang lang, std::string_view field = {});

}  // namespace nc::flow
