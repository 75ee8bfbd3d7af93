// Who acts, and what they may reach.
#pragma once
#include <cstdint>
#include <set>
#include <string>

#include "db/db.h"

namespace nc {

/// Functions of people (architecture 6.2, 15). Roles are presets over them.
enum class Function { enter, check, approve, number, publish, administer, audit };

/// How far a person reaches over organisations.
enum class Reach { own, own_and_below, all };

struct Actor {
  std::int64_t id = 0;            ///< 0: nobody (only public pages)
  std::string name, title;
  std::int64_t org = 0;           ///< home organisation; a Union's people also reach their locality
  std::string org_code;
  Reach reach = Reach::own;
  std::set<Function> functions;
  bool may(Function f) const { return functions.contains(f); }

  /// The program itself (imports of the sample, migrations): reaches everything.
  static Actor system();
};

/// An SQL condition with its parameters; `$1`.. are renumbered when it is joined to a larger statement.
struct Condition {
  std::string sql = "TRUE";
  db::Params params;
};
/// The one access rule: rows of `alias` (a register table with column org_id) that the actor may see.
/// Reading one row is this condition plus the id.
Condition org_scope(const Actor& actor, std::string_view alias);

/// Appends `piece` to `sql`, renumbering its $n behind those in `params`.
void append(std::string& sql, db::Params& params, const Condition& piece);

/// A signed-in visit, kept in the database so that any node may serve it.
struct Session { std::string token; std::int64_t person = 0; };
/// The person behind a session cookie, or an Actor with id 0.
Actor actor_of_session(db::ReadDb& db, std::string_view token);
/// Starts a session; the returned token goes into cookie nc_session. Only its hash is stored.
std::string start_session(db::Tx& tx, std::int64_t person);
void end_session(db::Tx& tx, std::string_view token);
/// Checks a pass-phrase (Argon2id). Same time for unknown names. 0 when wrong.
std::int64_t check_password(db::ReadDb& db, std::string_view login, std::string_view password);
Result<std::int64_t> add_person(db::Tx& tx, std::string_view login, std::string_view name, std::string_view title,
                                std::string_view org_code, Reach reach, const std::set<Function>& functions,
                                std::string_view password);
Result<bool> set_password(db::Tx& tx, std::string_view login, std::string_view password);
Result<bool> disable_person(db::Tx& tx, std::string_view login);

}  // namespace nc
