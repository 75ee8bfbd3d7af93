// Accounts beyond a name and a pass-phrase: visits, invitations, limits on tries, seeing the site as somebody else.
#pragma once
#include <string>
#include <vector>

#include "auth/actor.h"

namespace nc {

// ---- visits ----------------------------------------------------------------------------------------------

/// What is known of a visit when it begins.
struct VisitStart {
  bool second_step = false;  ///< a code is still asked for: the visit is nobody's until it is given
  std::string agent, remote;
  std::string way = "password";  ///< "oidc", "passkey"
  bool proved = true;            ///< false: who it is was proved somewhere else, some time ago
};
std::string start_session(db::Tx& tx, std::int64_t person, const VisitStart& start);
struct Visit {
  std::string key;  ///< names the visit in forms; the token can't be told from it
  Instant created_at = 0, seen_at = 0;
  std::string agent, remote, way;  ///< way: "password", "oidc", "passkey"
  bool here = false;
};
std::vector<Visit> visits_of(db::ReadDb& db, std::int64_t person, std::string_view token);
/// Ends one visit of the person; nothing happens to those of others.
bool end_visit(db::Tx& tx, std::int64_t person, std::string_view key);
void end_visits(db::Tx& tx, std::int64_t person, std::string_view but_token = {});

/// A visit that waits for its second step: whose it is, 0 for none. Ends after five minutes.
std::int64_t waiting_for_code(db::ReadDb& db, std::string_view token);
/// How the visit began: "password", "oidc", "passkey".
std::string way_of_visit(db::ReadDb& db, std::string_view token);
/// The pass-phrase was given again just now.
void prove(db::Tx& tx, std::string_view token);
/// So long a proof holds for acts that ask for it.
inline constexpr Instant k_proof_holds = 10LL * 60 * 1000;

/// Seeing the site as a role at an organisation ("role:chair@ct"), as a person ("person:12"), or as oneself ("").
Result<bool> see_as(db::Tx& tx, const Actor& actor, std::string_view token, const std::string& whom);

// ---- people ----------------------------------------------------------------------------------------------

/// What an administrator decides about a person.
struct PersonRights {
  std::string name, title, email, org_code, role;
  Reach reach = Reach::own;
  Sight sight = Sight::internal;
  std::set<Function> functions;
};
/// A person without a pass-phrase and the token of the invitation (seven days, works once). Refused outside the actor's reach,
/// and for a reach or sight above the actor's own.
struct Invited {
  std::int64_t person = 0;
  std::string token;
};
Result<Invited> invite(db::Tx& tx, const Actor& actor, std::string_view login, const PersonRights& rights);
/// A new invitation for somebody who has none or lost it; also the administrator's way to a new pass-phrase.
Result<std::string> invite_again(db::Tx& tx, const Actor& actor, std::int64_t person);
Result<bool> change_rights(db::Tx& tx, const Actor& actor, std::int64_t person, const PersonRights& rights);
/// `off` also ends the visits and tokens. Nobody turns off their own account.
Result<bool> set_disabled(db::Tx& tx, const Actor& actor, std::int64_t person, bool off);
/// People whose organisation the actor reaches, by name.
std::vector<Person> people_in_reach(db::ReadDb& db, const Actor& actor);
Result<Person> person_in_reach(db::ReadDb& db, const Actor& actor, std::int64_t id);
/// The same for acts on the account: refused (forbidden) also when the person reaches everything and the actor does not.
Result<Person> person_to_govern(db::ReadDb& db, const Actor& actor, std::int64_t id);
bool anybody(db::ReadDb& db);

/// Who a link is for; 0 when it is not good (any more). kind: "invite", "reset".
std::int64_t person_of_link(db::ReadDb& db, std::string_view token, std::string_view kind);
/// Sets the pass-phrase and uses the link up; ends all visits. not_found for a link that is not good.
Result<std::int64_t> use_link(db::Tx& tx, std::string_view token, std::string_view kind, std::string_view password);
/// Who may get a link to a new pass-phrase by mail: enabled people with a pass-phrase and a mail address whose sign-in name or mail
/// address this is.
std::vector<std::int64_t> people_to_reset(db::ReadDb& db, std::string_view login_or_address);
/// The token of a link to a new pass-phrase (one hour); the one before is no longer good.
std::string new_reset_link(db::Tx& tx, std::int64_t person);
/// The token of an invitation (seven days) that an administrator asked for; the one before is no longer good.
std::string new_invitation_link(db::Tx& tx, std::int64_t person);
/// Needs the present pass-phrase (checked by the caller outside of the write); ends all other visits.
Result<bool> change_password(db::Tx& tx, std::int64_t person, std::string_view password, std::string_view token);

/// A mail address as it is kept; refused when it is none.
Result<std::string> checked_address(std::string_view typed);
/// The token of a link that makes `address` the person's own (one day); the one before is no longer good.
std::string new_address_link(db::Tx& tx, std::int64_t person, const std::string& address);
/// What the link would set for this person; "" when it is not good (any more) or another person's.
std::string address_of_link(db::ReadDb& db, std::int64_t person, std::string_view token);
/// Sets it and uses the link up; gives the address before.
Result<std::string> use_address_link(db::Tx& tx, std::int64_t person, std::string_view token);
/// Ends links and letters that wait for a new address to be proved.
void forget_new_address(db::Tx& tx, std::int64_t person);

// ---- tokens of programs ----------------------------------------------------------------------------------

struct Token {
  std::int64_t id = 0;
  std::string name, scopes;
  Instant created_at = 0, expires_at = 0;
};
/// The token, shown once; only its hash is stored. scopes: "read" or "read,write"; 1 to 365 days.
Result<std::string> make_token(db::Tx& tx, const Actor& actor, std::string_view name, std::string_view scopes, std::int64_t days);
std::vector<Token> tokens_of(db::ReadDb& db, std::int64_t person);
void end_token(db::Tx& tx, std::int64_t person, std::int64_t id);
/// The person behind a token with their present rights, but never to administer; id 0 when it is not good (any more).
Actor actor_of_token(db::ReadDb& db, std::string_view token);

// ---- limits ----------------------------------------------------------------------------------------------

/// How long to wait before the next try, 0 for none. Tries are counted for the pair of name and address, for the address, and
/// for the name from all addresses; the last is not held against a browser that signed in before (`known_device`), so that
/// nobody can lock out others. Unknown names are counted like known ones.
Instant wait_before_try(db::ReadDb& db, std::string_view login, std::string_view remote, bool known_device);
void note_failed_try(db::Tx& tx, std::string_view login, std::string_view remote, bool known_device);
/// How long to wait before something is asked for again that anybody may ask for; `key` names it and the address: `most` times in
/// a quarter of an hour.
Instant wait_before_asking(db::ReadDb& db, std::string_view key, std::int64_t most = 10);
void note_asking(db::Tx& tx, std::string_view key);
void forget_failed_tries(db::Tx& tx, std::string_view login, std::string_view remote);

/// Is this pass-phrase made of little more than words everybody tries first (both languages, local list)?
bool is_common(std::string_view password);

}  // namespace nc
