// The own mail: which notices come by letter, and another address proved by a link sent to it.
#pragma once
#include "register/pages.h"

namespace nc::app {

/// The card of /account. `error`: what was wrong with the address just typed.
Html mail_card(db::ReadDb& db, const Actor& actor, const Shell& shell, const std::string& typed = {}, const Message& error = {});
/// /account/mail, /account/address.
void add_own_mail(web::Router& router, const reg::Context& context);

}  // namespace nc::app
