// Bulk edit of any register's list: choose what to change, see what becomes of each record, do it, undo it as one batch.
//   GET  /<path>/bulk?QUERY      the list's query, or chosen rows (?id=12&id=15)
//   POST /<path>/bulk            fields list, step (preview, run), seen, what (set, or a transition), set-FIELD=1, v-FIELD,
//                                <transition>.<field>, reason -> the preview, or 303 to /changes?batch=
#pragma once
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::reg {

/// The buttons of lists that lead here.
void add_bulk_tools(Context& context, const flow::Flows& flows);
void add_bulk_pages(web::Router& router, const Context& context, const flow::Flows& flows);

}  // namespace nc::reg
