// Signing in with another provider (inside app/accounts only).
#pragma once
#include "app/accounts/door.h"

namespace nc::app {

/// /sign-in/oidc and back, /prove/oidc, /account/provider, /settings/sign-in.
void add_oidc(web::Router& router, std::shared_ptr<const Door> door);
/// What the button of the sign-in page says; "" when there is no provider.
std::string provider_label(db::ReadDb& db, Lang lang);
/// The card of the account page; nothing when there is no provider.
Html provider_card(db::ReadDb& db, const Actor& actor, const Shell& s);

}  // namespace nc::app
