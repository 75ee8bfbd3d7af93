// What has to be done: plans, the tasks in them, and what superiors directed.
#pragma once
#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

const reg::Description& work_plans();
const reg::Description& directives();
const reg::Description& tasks();
/// From what a superior said to the report that it is done.
const flow::Flow& directive_flow();
/// From giving a task to its acceptance.
const flow::Flow& task_flow();

/// GET /my-day; POST /meetings/{id}/directives, /directives/{id}/tasks, /petitions/{id}/tasks, /plans/{id}/carry.
void add_work_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);
/// Directives under a meeting, tasks under a directive or a petition: blocks of their record pages.
void add_work_everywhere(reg::Context& context, const fig::Engine& engine);
void add_work_figures(fig::Engine& engine);

}  // namespace nc::app
