// The press desk: articles read into candidates, each matched with the registers and decided by a person.
#pragma once
#include "app/desk/decide.h"
#include "app/desk/take.h"
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

/// Articles on the desk (address /desk) and what was read from them.
const reg::Description& article_readings();
const reg::Description& article_candidates();

/// GET /desk/new, POST /desk, POST /desk/read (evidence), GET /desk/{id}, POST /desk/{id}/again, /take-back, /reject-rest;
/// GET /statements/{id}/edit, POST /statements/{id}/accept, /reject, /take-back.
void add_desk_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// "Read on the desk" on the page of every stored article.
void add_desk_everywhere(reg::Context& context);

}  // namespace nc::app
