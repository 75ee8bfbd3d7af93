// People whom another provider vouches for (OpenID Connect): who somebody is here, connecting and disconnecting.
#pragma once
#include <set>
#include <string>

#include "auth/actor.h"
#include "auth/oidc.h"

namespace nc {

struct OutsideRules {
  std::set<std::string> domains;  ///< of mail addresses, lower case; empty lets all in
  bool make_unknown = false;      ///< people nobody knows get an account without rights
  std::string org_code;           ///< at which organisation
};
/// Who this is here. By issuer and subject; the first time by a mail address that the provider verified and exactly one enabled
/// account has. Accounts with a second step or with the right to administer are not connected that way: their owner does it on
/// the account page. Refused: disabled people, other domains, strangers (unless `make_unknown`).
Result<std::int64_t> person_of_claims(db::Tx& tx, const oidc::Claims& claims, const OutsideRules& rules);
/// Connects a signed-in person; refused when somebody else is connected with this identity.
Result<bool> connect_outside(db::Tx& tx, std::int64_t person, const oidc::Claims& claims, const OutsideRules& rules);
/// Also ends the visits that began there. Refused for who could not sign in any more.
Result<bool> disconnect_outside(db::Tx& tx, std::int64_t person);
/// The same without asking whether there is another way in: an administrator's act.
void forget_outside(db::Tx& tx, std::int64_t person);
bool is_connected_outside(db::ReadDb& db, std::int64_t person);
/// Is this the identity the person is connected with?
bool is_outside_identity(db::ReadDb& db, std::int64_t person, const oidc::Claims& claims);

}  // namespace nc
