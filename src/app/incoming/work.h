// Inside this module only: what follows from routing and answering, and the parts of record pages.
#pragma once
#include "register/pages.h"

namespace nc::app {

/// Hook behind an incoming paper's save: routing gives a task, taking it back cancels it.
void routed_as_task(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now);

/// How to answer, and what answered.
Html answer_panel(const reg::PanelContext& x);
/// Above the list: the clerk's page, the book on paper.
Html incoming_doors(const reg::PanelContext& x, const std::string& query);
/// The button by which what a superior's paper directs becomes a directive.
reg::Verb as_directive();

/// GET /incoming/book, /outgoing/book and their files.
void add_book_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
