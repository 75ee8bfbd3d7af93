// Tokens with which programs act for a person.
#include "auth/account.h"
#include "base/fold.h"
#include "base/hash.h"

namespace nc {

Result<std::string> make_token(db::Tx& tx, const Actor& actor, std::string_view typed, std::string_view scopes, std::int64_t days) {
  constexpr std::int64_t k_days_most = 365;
  constexpr Instant k_day = 24LL * 3600 * 1000;
  constexpr int k_token_bytes = 32;
  const std::string name = mended(typed);
  if (name.empty() || name.size() > 200) return refuse(Code::invalid, Text("Đặt tên cho mã truy cập, để sau này biết của chương trình nào.", "Name the token, so that its program is known later."), "name");
  if (scopes != "read" && scopes != "read,write") return refuse(Code::invalid, Text("Chọn chỉ đọc, hoặc đọc và ghi.", "Choose reading, or reading and writing."), "scopes");
  if (days < 1 || days > k_days_most) return refuse(Code::invalid, Text("Thời hạn từ 1 đến 365 ngày.", "A token holds for 1 to 365 days."), "days");
  std::string token = "nc_" + random_token(k_token_bytes);
  tx.exec("INSERT INTO api_token (token_hash, person_id, name, scopes, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
          {sha256_hex(token), actor.id, name, std::string(scopes), now(), now() + days * k_day});
  return token;
}

std::vector<Token> tokens_of(db::ReadDb& db, std::int64_t person) {
  std::vector<Token> out;
  db.each("SELECT id, name, scopes, created_at, expires_at FROM api_token WHERE person_id = $1 ORDER BY id DESC", {person}, [&](const db::Row& r) {
    out.push_back({r.integer(0), std::string(r.text(1)), std::string(r.text(2)), r.integer(3), r.integer(4)});
    return true;
  });
  return out;
}

void end_token(db::Tx& tx, std::int64_t person, std::int64_t id) { tx.exec("DELETE FROM api_token WHERE person_id = $1 AND id = $2", {person, id}); }

Actor actor_of_token(db::ReadDb& db, std::string_view token) {
  const auto row = db.first("SELECT p.login, t.scopes FROM api_token t JOIN person p ON p.id = t.person_id WHERE t.token_hash = $1 AND t.expires_at > $2 AND p.disabled = 0",
                            {sha256_hex(token), now()});
  if (!row) return {};
  Actor actor = actor_of_login(db, db::as_text((*row)[0]));
  actor.token_scopes = db::as_text((*row)[1]);
  actor.functions.erase(Function::administer);
  return actor;
}

}  // namespace nc
