// What the pages before signing in share (inside app/accounts only).
#pragma once
#include "app/accounts/pages.h"

namespace nc::app {

struct Door {
  const reg::Context& context;
  const web::Site& site;
};

/// A page without navigation.
web::Response bare_page(const Door& door, const web::Request& r, const Message& title, const std::function<Html(const Shell&)>& body, int status = 200);
/// Starts the visit and leads on; a new token each time, so that none set beforehand is ever signed in.
web::Response let_in(const Door& door, const web::Request& r, std::int64_t person, bool second_step, const std::string& back);
/// Can nobody sign in yet?
bool is_empty_office(const Door& door);
/// /invitation and /welcome.
void add_first_steps(web::Router& router, std::shared_ptr<const Door> door);

}  // namespace nc::app
