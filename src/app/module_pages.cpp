// Pages and panels that modules add to the site.
#include "app/evidence/pages.h"
#include "app/public_pages.h"

namespace nc::app {

void add_everywhere(reg::Context& context) { add_evidence_everywhere(context); }

void add_module_pages(web::Router& router, const reg::Context& context, const fig::Engine&) {
  add_evidence_pages(router, context);
}

}  // namespace nc::app
