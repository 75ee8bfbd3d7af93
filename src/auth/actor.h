// Who acts, and what they may reach.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "db/db.h"

namespace nc {

/// Functions of people (architecture 6.2, 15). Roles are presets over them.
enum class Function { enter, check, approve, number, publish, administer, audit };

/// How far a person reaches over organisations. whole_union (code "union"): the Union that the organisation belongs to,
/// with all of its members, for clerks, auditors and administrators whatever their own unit.
enum class Reach { own, own_and_below, whole_union, all };

/// How deep a person sees into what is in reach; each includes the one before.
enum class Sight {
  published,  ///< public records only (guests)
  figures,    ///< public records, and counts over all of them (readers of VUFO)
  internal,   ///< all records but restricted ones of other organisations; personal fields masked
  personal,   ///< everything; each reading of a personal field is noted
};

/// Codes in the database and on the command line: "enter", "own_and_below" ...
std::string_view code(Function f);
std::string_view code(Reach r);
std::string_view code(Sight s);
std::optional<Function> function_from_code(std::string_view code);
std::optional<Reach> reach_from_code(std::string_view code);
std::optional<Sight> sight_from_code(std::string_view code);
Text label(Function f);
Text label(Reach r);
Text label(Sight s);
const std::vector<Function>& all_functions();
/// "enter,check" <-> set; unknown codes are left out.
std::string functions_text(const std::set<Function>& functions);
std::set<Function> functions_from_text(std::string_view text);

/// A role is a preset over functions, reach and sight; each person's own can differ from it afterwards.
struct Role {
  std::string_view code;  ///< "association_officer" ...
  Text label;
  Reach reach;
  Sight sight;
  std::set<Function> functions;
};
const std::vector<Role>& roles();
const Role* find_role(std::string_view code);  ///< nullptr when there is none

struct ReadNotes;

struct Actor {
  std::int64_t id = 0;            ///< 0: nobody (only public pages)
  std::string name, title;
  std::int64_t org = 0;           ///< home organisation; a Union's people also reach their locality
  std::string org_code;
  Reach reach = Reach::own;
  std::set<Function> functions{};
  Sight sight = Sight::internal;
  std::string role{};             ///< code of the preset, "" when there is none
  /// Set while an administrator sees the site as somebody else: nothing can be written then, and nothing is seen that the
  /// administrator may not see.
  std::shared_ptr<const Actor> behind{};
  std::string token_scopes{};     ///< a program with a token: "read" or "read,write"; "" for people
  Instant proved_at = 0;          ///< when the pass-phrase was last given in this visit
  /// Where readings of personal fields are noted; null for the command line.
  std::shared_ptr<ReadNotes> notes{};

  bool may(Function f) const { return functions.contains(f); }
  bool sees(Sight s) const { return sight >= s; }
  bool preview() const { return behind != nullptr; }

  /// The program itself (imports of the sample, migrations): reaches everything.
  static Actor system();
};

/// Separation of duties: the person who enters can't approve. `entered_by` are the ids of all who wrote the record.
bool may_approve(const Actor& actor, const std::vector<std::int64_t>& entered_by);
bool may_approve(const Actor& actor, std::int64_t entered_by);

/// An SQL condition with its parameters; `$1`.. are renumbered when it is joined to a larger statement.
struct Condition {
  std::string sql = "TRUE";
  db::Params params;
};
/// The one access rule: rows of `alias` (a register table with columns org_id and confidentiality) that the actor may see.
/// Reading one row is this condition plus the id.
Condition org_scope(const Actor& actor, std::string_view alias);
/// The half of it that goes by organisation: where the actor may write, and which organisations' people they administer.
/// `alias` needs the column org_id only.
Condition reach_scope(const Actor& actor, std::string_view alias);
/// What figures count for the actor: everything in reach, or public records for those who see no more. The rows that make
/// the figure are listed by org_scope.
Condition count_scope(const Actor& actor, std::string_view alias);
/// What the scopes depend on, for keys of caches: two actors with the same text see the same rows.
std::string scope_key(const Actor& actor);
/// Rows that belong to no organisation (reference data) are everybody's; the others go by org_scope.
Condition shared_scope(const Actor& actor, std::string_view alias);
/// Both conditions.
Condition both(const Condition& a, const Condition& b);

/// Appends `piece` to `sql`, renumbering its $n behind those in `params`.
void append(std::string& sql, db::Params& params, const Condition& piece);

// ---- signed-in visits ------------------------------------------------------------------------------------

/// A visit that is left alone for so long ends; in any case it ends after k_session_life.
inline constexpr Instant k_session_idle = 12LL * 3600 * 1000;
inline constexpr Instant k_session_life = 7LL * 24 * 3600 * 1000;

/// The person behind a session cookie, or an Actor with id 0.
Actor actor_of_session(db::ReadDb& db, std::string_view token);
/// The person with this sign-in name (command line), or an Actor with id 0. Disabled people are nobody.
Actor actor_of_login(db::ReadDb& db, std::string_view login);
/// Starts a session; the returned token goes into cookie nc_session. Only its hash is stored.
std::string start_session(db::Tx& tx, std::int64_t person);
void end_session(db::Tx& tx, std::string_view token);
/// Is it time to write down that the visit goes on (every few minutes, so that reading pages costs no write)?
bool session_wants_keeping(db::ReadDb& db, std::string_view token);
/// Starts the idle time of the visit anew.
void keep_session(db::Tx& tx, std::string_view token);

// ---- people ----------------------------------------------------------------------------------------------

struct Person {
  std::int64_t id = 0;
  std::string login, name, title;
  std::int64_t org = 0;
  std::string org_code;
  Reach reach = Reach::own;
  std::set<Function> functions;
  bool disabled = false;
  Sight sight = Sight::internal;
  std::string role{};
  std::string email{};
  bool second_step = false;  ///< signs in with a code too
  bool invited = false;      ///< has no pass-phrase yet
};
/// By sign-in name.
std::vector<Person> people(db::ReadDb& db);

/// Checks a pass-phrase (Argon2id). Same time for unknown names. 0 when wrong. Takes a tenth of a second and 64 MB:
/// never inside a write.
std::int64_t check_password(db::ReadDb& db, std::string_view login, std::string_view password);
/// Sign-in name: 3 to 60 of a-z 0-9 . - _ @ (capitals are folded). Pass-phrase: 12 to 1,000 characters, not the name.
Result<std::int64_t> add_person(db::Tx& tx, std::string_view login, std::string_view name, std::string_view title,
                                std::string_view org_code, Reach reach, const std::set<Function>& functions,
                                std::string_view password, Sight sight = Sight::internal, std::string_view role = "");
/// Also ends the person's visits.
Result<bool> set_password(db::Tx& tx, std::string_view login, std::string_view password);
/// Also ends the person's visits.
Result<bool> disable_person(db::Tx& tx, std::string_view login);

}  // namespace nc
