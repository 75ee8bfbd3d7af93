// Pages of aid beyond its registers.
#include "app/aid/follow.h"
#include "app/aid/public.h"

namespace nc::app {

void add_aid_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  add_aid_board_pages(router, context);
  add_aid_follow_pages(router, context);
  add_aid_breakdown_pages(router, context, engine);
}

}  // namespace nc::app
