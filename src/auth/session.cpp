// Signed-in visits, kept in the database so that any node may serve them.
#include "auth/account.h"
#include "base/hash.h"
#include "base/number.h"

namespace nc {
namespace {

constexpr Instant k_keep_every = 5LL * 60 * 1000;

Actor actor_of(const std::optional<std::vector<db::Value>>& row) {
  Actor a;
  if (!row) return a;
  a.id = db::as_int((*row)[0]);
  a.name = db::as_text((*row)[1]);
  a.title = db::as_text((*row)[2]);
  a.org = db::as_int((*row)[3]);
  a.org_code = db::as_text((*row)[4]);
  a.reach = reach_from_code(db::as_text((*row)[5])).value_or(Reach::own);
  a.functions = functions_from_text(db::as_text((*row)[6]));
  a.sight = sight_from_code(db::as_text((*row)[7])).value_or(Sight::published);
  a.role = db::as_text((*row)[8]);
  return a;
}

/// The site as somebody else sees it; what the administrator behind may not see stays hidden.
Actor seen_through(db::ReadDb& db, const Actor& real, const std::string& whom) {
  Actor a;
  if (whom.starts_with("person:")) {
    a = actor_of(db.first("SELECT p.id, p.name, p.title, p.org_id, o.code, p.reach, p.functions, p.sight, p.role FROM person p LEFT JOIN organisation o ON "
                          "o.id = p.org_id WHERE p.id = $1",
                          {parse_int(std::string_view(whom).substr(7)).value_or(0)}));
  } else if (const auto at = whom.find('@'); whom.starts_with("role:") && at != std::string::npos) {
    const Role* role = find_role(whom.substr(5, at - 5));
    a.org_code = whom.substr(at + 1);
    a.org = db.integer("SELECT id FROM organisation WHERE code = $1 AND deleted = 0", {a.org_code});
    if (role != nullptr && a.org != 0) {
      a.id = real.id;
      a.name = std::string(role->label.vi) + " · " + a.org_code;
      a.reach = role->reach;
      a.sight = role->sight;
      a.functions = role->functions;
      a.role = std::string(role->code);
    }
  }
  if (a.id == 0) return real;
  a.proved_at = real.proved_at;
  a.behind = std::make_shared<const Actor>(real);
  return a;
}

}  // namespace

Actor actor_of_session(db::ReadDb& db, std::string_view token) {
  if (token.empty()) return {};
  const Instant t = now();
  const auto row = db.first(
      "SELECT p.id, p.name, p.title, p.org_id, o.code, p.reach, p.functions, p.sight, p.role, s.proved_at, s.seen_as FROM session s JOIN person p ON "
      "p.id = s.person_id LEFT JOIN organisation o ON o.id = p.org_id WHERE s.token_hash = $1 AND "
      "s.expires_at > $2 AND s.seen_at > $3 AND p.disabled = 0 AND s.second_step = 0",
      {sha256_hex(token), t, t - k_session_idle});
  Actor a = actor_of(row);
  if (!row) return a;
  a.proved_at = db::as_int((*row)[9]);
  const std::string seen_as = db::as_text((*row)[10]);
  return seen_as.empty() || !a.may(Function::administer) ? a : seen_through(db, a, seen_as);
}

Actor actor_of_login(db::ReadDb& db, std::string_view login) {
  return actor_of(
      db.first("SELECT p.id, p.name, p.title, p.org_id, o.code, p.reach, p.functions, p.sight, p.role FROM person p LEFT JOIN "
               "organisation o ON o.id = p.org_id WHERE p.login = $1 AND p.disabled = 0",
               {std::string(login)}));
}

std::string start_session(db::Tx& tx, std::int64_t person) { return start_session(tx, person, VisitStart{}); }

void end_session(db::Tx& tx, std::string_view token) {
  tx.exec("DELETE FROM session WHERE token_hash = $1", {sha256_hex(token)});
}

bool session_wants_keeping(db::ReadDb& db, std::string_view token) {
  const auto seen = db.first("SELECT seen_at FROM session WHERE token_hash = $1", {sha256_hex(token)});
  return seen && now() - db::as_int((*seen)[0]) > k_keep_every;
}

void keep_session(db::Tx& tx, std::string_view token) {
  const Instant t = now();
  tx.exec("UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND expires_at > $2 AND seen_at > $3",
          {sha256_hex(token), t, t - k_session_idle});
}

}  // namespace nc
