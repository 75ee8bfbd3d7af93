// The page with every part of the look, so that who draws a page sees what is there.
#include "app/site/site.h"
#include "html/components.h"

namespace nc::app {

void add_styleguide(web::Router& router, const reg::Context& context) {
  router.get("/styleguide", web::person(), reg::page_handler(context, [](const web::Request& request, db::ReadDb&, const Actor&, Shell& shell) {
    PageHead head;
    head.title = Text("Bộ giao diện", "Style guide");
    return reg::respond(shell, head, component_gallery(request.lang()));
  }));
}

}  // namespace nc::app
