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
struct LetIn {
  bool second_step = false;      ///< a code is still asked for
  std::string way = "password";  ///< "oidc", "passkey"
  bool proved = true;            ///< a proof was given just now, so that dangerous acts need none for ten minutes
};
web::Response let_in(const Door& door, const web::Request& r, std::int64_t person, const LetIn& how, const std::string& back);
/// Enough of a person for a line of the access log.
Actor noted_person(db::ReadDb& db, std::int64_t person);
/// Can nobody sign in yet?
bool is_empty_office(const Door& door);
/// /invitation and /welcome.
void add_first_steps(web::Router& router, std::shared_ptr<const Door> door);
/// /reset and /reset/new.
void add_reset(web::Router& router, std::shared_ptr<const Door> door);

}  // namespace nc::app
