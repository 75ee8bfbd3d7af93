// Signed-in visits, kept in the database so that any node may serve them.
#include "auth/actor.h"
#include "base/hash.h"

namespace nc {
namespace {

constexpr int k_token_bytes = 32;
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

}  // namespace

Actor actor_of_session(db::ReadDb& db, std::string_view token) {
  if (token.empty()) return {};
  const Instant t = now();
  return actor_of(
      db.first("SELECT p.id, p.name, p.title, p.org_id, o.code, p.reach, p.functions, p.sight, p.role FROM session s JOIN person p ON "
               "p.id = s.person_id LEFT JOIN organisation o ON o.id = p.org_id WHERE s.token_hash = $1 AND "
               "s.expires_at > $2 AND s.seen_at > $3 AND p.disabled = 0",
               {sha256_hex(token), t, t - k_session_idle}));
}

Actor actor_of_login(db::ReadDb& db, std::string_view login) {
  return actor_of(
      db.first("SELECT p.id, p.name, p.title, p.org_id, o.code, p.reach, p.functions, p.sight, p.role FROM person p LEFT JOIN "
               "organisation o ON o.id = p.org_id WHERE p.login = $1 AND p.disabled = 0",
               {std::string(login)}));
}

std::string start_session(db::Tx& tx, std::int64_t person) {
  const Instant t = now();
  tx.exec("DELETE FROM session WHERE expires_at <= $1 OR seen_at <= $2", {t, t - k_session_idle});
  std::string token = random_token(k_token_bytes);
  tx.exec("INSERT INTO session (token_hash, person_id, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
          {sha256_hex(token), person, t, t, t + k_session_life});
  return token;
}

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
