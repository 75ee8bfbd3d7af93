// Pages and panels that modules add to the site, so that the site names none of their insides.
#pragma once
#include "app/program.h"

namespace nc::app {

/// Blocks of every record page and list: evidence, claims, related records.
void add_everywhere(reg::Context& context, const fig::Engine& engine);
/// Pages of modules that are more than a register: evidence files, reports.
void add_module_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
