// Passkeys on pages (inside app/accounts only).
#pragma once
#include "app/accounts/door.h"

namespace nc::app {

/// /sign-in/passkey, /prove/passkey, /account/passkeys.
void add_passkeys(web::Router& router, std::shared_ptr<const Door> door);
/// The card of the account page.
Html passkeys_card(db::ReadDb& db, const Actor& actor, const Shell& s);

}  // namespace nc::app
