// Visits, invitations, links to a new pass-phrase, seeing the site as somebody else, limits on tries.
#include "auth/account.h"

#include "auth/password.h"
#include "auth/person_rules.h"
#include "base/fold.h"
#include "base/hash.h"
#include "base/number.h"
#include "net/letter.h"

namespace nc {
namespace {

constexpr Instant k_minute = 60LL * 1000, k_hour = 60 * k_minute, k_day = 24 * k_hour;
constexpr Instant k_code_wait = 5 * k_minute, k_invitation_holds = 7 * k_day, k_reset_holds = k_hour, k_address_holds = k_day;
constexpr int k_token_bytes = 32;

std::string shortened(std::string_view text) { return std::string(text.substr(0, 200)); }

std::string new_link(db::Tx& tx, std::int64_t person, const char* kind, Instant holds, const std::string& address = {}) {
  std::string token = random_token(k_token_bytes);
  tx.exec("DELETE FROM person_link WHERE expires_at <= $1 OR (person_id = $2 AND kind = $3)", {now(), person, std::string(kind)});
  tx.exec("INSERT INTO person_link (token_hash, person_id, kind, expires_at, address) VALUES ($1, $2, $3, $4, $5)",
          {sha256_hex(token), person, std::string(kind), now() + holds, address});
  return token;
}

tl::unexpected<Problem> above_own(const char* field) {
  return refuse(Code::forbidden, Text("Không giao được phạm vi hoặc mức xem rộng hơn của chính người quản trị.",
                                      "A reach or sight wider than the administrator's own can't be given."), field);
}

/// The organisation, within reach of the administrator.
Result<std::int64_t> org_in_reach(db::ReadDb& db, const Actor& actor, const std::string& code) {
  std::string sql = "SELECT o.id FROM organisation o WHERE o.deleted = 0 AND o.code = $1 AND ";
  db::Params params{code};
  append(sql, params, reach_scope(actor, "o"));
  if (const auto row = db.first(db::Sql::built(sql), params)) return db::as_int((*row)[0]);
  return refuse(Code::not_found, Message("Không có đơn vị mang mã “" + code + "” trong phạm vi quản trị.", "There is no organisation “" + code + "” within your reach."), "org");
}

Result<bool> check_given(const Actor& actor, const PersonRights& rights) {
  if (!actor.may(Function::administer) || actor.preview())
    return refuse(Code::forbidden, Text("Việc này cần quyền quản trị.", "This needs the right to administer."));
  // Personal data may be opened to others by an administrator who doesn't see it: the office decides who needs it, and the ledger names who gave it.
  if (rights.reach == Reach::all && actor.reach != Reach::all) return above_own("reach");
  if (const std::string address = mended(rights.email); !address.empty() && !net::is_mail_address(address))
    return refuse(Code::invalid, Text("Địa chỉ thư điện tử chưa đúng.", "The mail address is not right."), "email");
  return true;
}

db::Params values_of(const PersonRights& r, std::int64_t org, std::string name) {
  return {std::move(name), mended(r.title), mended(r.email), org, std::string(code(r.reach)), std::string(code(r.sight)), functions_text(r.functions), r.role};
}

}  // namespace

std::string start_session(db::Tx& tx, std::int64_t person, const VisitStart& start) {
  const Instant t = now();
  tx.exec("DELETE FROM session WHERE expires_at <= $1 OR seen_at <= $2", {t, t - k_session_idle});
  std::string token = random_token(k_token_bytes);
  tx.exec("INSERT INTO session (token_hash, person_id, created_at, seen_at, expires_at, proved_at, second_step, agent, remote, way) VALUES ($1, $2, $3, $3, $4, $8, $5, $6, $7, $9)",
          {sha256_hex(token), person, t, t + (start.second_step ? k_code_wait : k_session_life), std::int64_t{start.second_step ? 1 : 0}, shortened(start.agent), shortened(start.remote),
           start.proved ? t : Instant{0}, start.way});
  return token;
}

std::vector<Visit> visits_of(db::ReadDb& db, std::int64_t person, std::string_view token) {
  std::vector<Visit> out;
  const std::string here = sha256_hex(token);
  db.each("SELECT token_hash, created_at, seen_at, agent, remote, way FROM session WHERE person_id = $1 AND second_step = 0 AND expires_at > $2 AND seen_at > $3 ORDER BY seen_at DESC",
          {person, now(), now() - k_session_idle}, [&](const db::Row& r) {
            const std::string hash(r.text(0));
            out.push_back({hash.substr(0, 24), r.integer(1), r.integer(2), std::string(r.text(3)), std::string(r.text(4)), std::string(r.text(5)), hash == here});
            return true;
          });
  return out;
}

bool end_visit(db::Tx& tx, std::int64_t person, std::string_view key) {
  return key.size() == 24 && tx.exec("DELETE FROM session WHERE person_id = $1 AND substr(token_hash, 1, 24) = $2", {person, std::string(key)}) > 0;
}

void end_visits(db::Tx& tx, std::int64_t person, std::string_view but_token) {
  tx.exec("DELETE FROM session WHERE person_id = $1 AND token_hash <> $2", {person, but_token.empty() ? std::string() : sha256_hex(but_token)});
}

std::int64_t waiting_for_code(db::ReadDb& db, std::string_view token) {
  if (token.empty()) return 0;
  return db.integer("SELECT s.person_id FROM session s JOIN person p ON p.id = s.person_id WHERE s.token_hash = $1 AND s.second_step = 1 AND s.expires_at > $2 AND p.disabled = 0",
                    {sha256_hex(token), now()});
}

std::string way_of_visit(db::ReadDb& db, std::string_view token) {
  const std::string way = db::as_text(db.scalar("SELECT way FROM session WHERE token_hash = $1", {sha256_hex(token)}));
  return way.empty() ? "password" : way;
}

void prove(db::Tx& tx, std::string_view token) { tx.exec("UPDATE session SET proved_at = $2 WHERE token_hash = $1", {sha256_hex(token), now()}); }

Result<bool> see_as(db::Tx& tx, const Actor& actor, std::string_view token, const std::string& whom) {
  const Actor& real = actor.behind ? *actor.behind : actor;
  if (!whom.empty() && !real.may(Function::administer)) return refuse(Code::forbidden, Text("Việc này cần quyền quản trị.", "This needs the right to administer."));
  if (whom.starts_with("person:")) {
    const auto id = parse_int(std::string_view(whom).substr(7));
    NC_CHECKED(there, person_in_reach(tx, real, id.value_or(0)));
  } else if (whom.starts_with("role:")) {
    const auto at = whom.find('@');
    if (at == std::string::npos || !find_role(whom.substr(5, at - 5))) return refuse(Code::invalid, Text("Chọn vai trò muốn xem thử.", "Choose the role to see as."), "role");
    NC_CHECKED(org, org_in_reach(tx, real, whom.substr(at + 1)));
  } else if (!whom.empty()) {
    return refuse(Code::invalid, Text("Chọn vai trò hoặc người muốn xem thử.", "Choose a role or a person."), "role");
  }
  tx.exec("UPDATE session SET seen_as = $2 WHERE token_hash = $1", {sha256_hex(token), whom});
  return true;
}

// ---- people ----------------------------------------------------------------------------------------------

Result<Invited> invite(db::Tx& tx, const Actor& actor, std::string_view typed_login, const PersonRights& rights) {
  NC_CHECKED(given, check_given(actor, rights));
  NC_TRY(login, checked_login(typed_login));
  NC_TRY(name, checked_person_name(rights.name));
  NC_TRY(org, org_in_reach(tx, actor, rights.org_code));
  if (tx.integer("SELECT count(*) FROM person WHERE login = $1", {login}) > 0)
    return refuse(Code::conflict, Message("Tên đăng nhập \"" + login + "\" đã có người dùng. Hãy chọn tên khác.", "The sign-in name \"" + login + "\" is taken. Choose another one."), "login");
  db::Params params = values_of(rights, org, name);
  params.emplace_back(login);
  params.emplace_back(now());
  const std::int64_t id = tx.integer(
      "INSERT INTO person (name, title, email, org_id, reach, sight, functions, role, login, created_at, password_hash, disabled) VALUES "
      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', 0) RETURNING id",
      params);
  return Invited{id, new_link(tx, id, "invite", k_invitation_holds)};
}

Result<std::string> invite_again(db::Tx& tx, const Actor& actor, std::int64_t person) {
  NC_CHECKED(given, check_given(actor, {}));
  NC_CHECKED(there, person_to_govern(tx, actor, person));
  return new_link(tx, person, "invite", k_invitation_holds);
}

Result<bool> change_rights(db::Tx& tx, const Actor& actor, std::int64_t person, const PersonRights& rights) {
  NC_CHECKED(given, check_given(actor, rights));
  NC_CHECKED(there, person_to_govern(tx, actor, person));
  if (person == actor.id)
    return refuse(Code::forbidden, Text("Không ai tự đổi quyền của mình. Nhờ người quản trị khác.", "Nobody changes their own rights. Ask another administrator."), "role");
  NC_TRY(name, checked_person_name(rights.name));
  NC_TRY(org, org_in_reach(tx, actor, rights.org_code));
  db::Params params = values_of(rights, org, name);
  params.emplace_back(person);
  tx.exec("UPDATE person SET name = $1, title = $2, email = $3, org_id = $4, reach = $5, sight = $6, functions = $7, role = $8 WHERE id = $9", params);
  // Rights count from the next request on. Whom another provider let in has to come through its door again.
  tx.exec("DELETE FROM session WHERE person_id = $1 AND way = 'oidc'", {person});
  return true;
}

Result<bool> set_disabled(db::Tx& tx, const Actor& actor, std::int64_t person, bool off) {
  NC_CHECKED(given, check_given(actor, {}));
  NC_CHECKED(there, person_to_govern(tx, actor, person));
  if (person == actor.id) return refuse(Code::forbidden, Text("Không tự khóa tài khoản của mình được.", "Nobody can disable their own account."));
  if (off) turn_off(tx, person);
  else tx.exec("UPDATE person SET disabled = 0 WHERE id = $1", {person});
  return true;
}

void turn_off(db::Tx& tx, std::int64_t person) {
  tx.exec("UPDATE person SET disabled = 1 WHERE id = $1", {person});
  end_visits(tx, person);
  tx.exec("DELETE FROM person_link WHERE person_id = $1", {person});
  tx.exec("DELETE FROM api_token WHERE person_id = $1", {person});
}

Result<Person> person_to_govern(db::ReadDb& db, const Actor& actor, std::int64_t person) {
  NC_TRY(there, person_in_reach(db, actor, person));
  if (there.reach == Reach::all && actor.reach != Reach::all) return above_own("reach");
  return there;
}

std::vector<Person> people_in_reach(db::ReadDb& db, const Actor& actor) { return people_where(db, reach_scope(actor, "p"), "p.disabled, p.name, p.id"); }

Result<Person> person_in_reach(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  Condition which{"p.id = $1 AND ", {id}};
  append(which.sql, which.params, reach_scope(actor, "p"));
  if (auto found = people_where(db, which, "p.id"); !found.empty()) return std::move(found.front());
  return refuse(Code::not_found, Text("Không có người dùng này trong phạm vi quản trị.", "There is no such person within your reach."));
}

bool anybody(db::ReadDb& db) { return db.first("SELECT 1 FROM person LIMIT 1").has_value(); }

// ---- links to a pass-phrase ------------------------------------------------------------------------------

std::int64_t person_of_link(db::ReadDb& db, std::string_view token, std::string_view kind) {
  return db.integer("SELECT l.person_id FROM person_link l JOIN person p ON p.id = l.person_id WHERE l.token_hash = $1 AND l.kind = $2 AND l.expires_at > $3 AND p.disabled = 0",
                    {sha256_hex(token), std::string(kind), now()});
}

Result<std::int64_t> use_link(db::Tx& tx, std::string_view token, std::string_view kind, std::string_view password) {
  const std::int64_t person = person_of_link(tx, token, kind);
  if (person == 0)
    return refuse(Code::not_found, Text("Đường dẫn này đã dùng hoặc đã hết hạn. Xin một đường dẫn mới.", "This link was used or has run out. Ask for a new one."));
  NC_CHECKED(changed, change_password(tx, person, password, {}));
  tx.exec("DELETE FROM person_link WHERE person_id = $1", {person});
  return person;
}

std::vector<std::int64_t> people_to_reset(db::ReadDb& db, std::string_view typed) {
  std::vector<std::int64_t> out;
  db.each("SELECT id FROM person WHERE disabled = 0 AND email <> '' AND password_hash <> '' AND (login = $1 OR lower(email) = $1) ORDER BY id LIMIT 10", {normal_login(typed)}, [&](const db::Row& r) {
    out.push_back(r.integer(0));
    return true;
  });
  return out;
}

std::string new_reset_link(db::Tx& tx, std::int64_t person) { return new_link(tx, person, "reset", k_reset_holds); }
std::string new_invitation_link(db::Tx& tx, std::int64_t person) { return new_link(tx, person, "invite", k_invitation_holds); }

Result<bool> change_password(db::Tx& tx, std::int64_t person, std::string_view password, std::string_view token) {
  const std::string login = db::as_text(tx.scalar("SELECT login FROM person WHERE id = $1", {person}));
  NC_CHECKED(good, checked_password(login, password));
  tx.exec("UPDATE person SET password_hash = $2 WHERE id = $1", {person, hash_password(password)});
  end_visits(tx, person, token);
  forget_new_address(tx, person);  // who changes the pass-phrase may do so because somebody else was in
  return true;
}

// ---- another mail address --------------------------------------------------------------------------------

Result<std::string> checked_address(std::string_view typed) {
  std::string address = mended(typed);
  if (net::is_mail_address(address)) return address;
  return refuse(Code::invalid, Text("Địa chỉ thư điện tử chưa đúng; ghi một địa chỉ như ten@noi.vn.", "The mail address is not right; enter one like name@place.vn."), "email");
}

std::string new_address_link(db::Tx& tx, std::int64_t person, const std::string& address) { return new_link(tx, person, "address", k_address_holds, address); }

std::string address_of_link(db::ReadDb& db, std::int64_t person, std::string_view token) {
  const auto row = db.first("SELECT address FROM person_link WHERE token_hash = $1 AND kind = 'address' AND person_id = $2 AND expires_at > $3", {sha256_hex(token), person, now()});
  return row ? db::as_text((*row)[0]) : std::string();
}

Result<std::string> use_address_link(db::Tx& tx, std::int64_t person, std::string_view token) {
  const std::string address = address_of_link(tx, person, token);
  if (address.empty())
    return refuse(Code::not_found, Text("Đường dẫn này đã dùng, đã hết hạn, hoặc là của tài khoản khác.", "This link was used, has run out, or belongs to another account."));
  std::string before = db::as_text(tx.scalar("SELECT email FROM person WHERE id = $1", {person}));
  tx.exec("UPDATE person SET email = $2 WHERE id = $1", {person, address});
  forget_new_address(tx, person);
  return before;
}

void forget_new_address(db::Tx& tx, std::int64_t person) {
  tx.exec("DELETE FROM person_link WHERE person_id = $1 AND kind = 'address'", {person});
  tx.exec("DELETE FROM mail_outbox WHERE kind = 'address' AND to_person = $1 AND sent_at IS NULL", {person});
}

// ---- limits ----------------------------------------------------------------------------------------------

namespace {

constexpr Instant k_window = 15 * k_minute;
constexpr std::int64_t k_pair_most = 5, k_address_most = 50, k_name_most = 20;

std::string pair_key(std::string_view login, std::string_view remote) { return "pair " + sha256_hex(normal_login(login) + " " + std::string(remote)); }
std::string name_key(std::string_view login) { return "name " + sha256_hex(normal_login(login)); }
std::string address_key(std::string_view remote) { return "address " + std::string(remote); }

/// Until the oldest of the last `most` tries leaves the window.
Instant wait_of(db::ReadDb& db, const std::string& key, std::int64_t most) {
  const Instant since = now() - k_window;
  const auto row = db.first("SELECT at FROM failed_try WHERE name = $1 AND at > $2 ORDER BY at DESC LIMIT 1 OFFSET $3", {key, since, most - 1});
  return row ? db::as_int((*row)[0]) - since : 0;
}

}  // namespace

Instant wait_before_try(db::ReadDb& db, std::string_view login, std::string_view remote, bool known_device) {
  Instant wait = wait_of(db, pair_key(login, remote), k_pair_most);
  // A browser that signed in before has tries of its own: strangers who fail from the same address or for the same name don't count.
  if (known_device) return std::max(wait_of(db, "device " + pair_key(login, ""), k_pair_most), Instant{0});
  if (!remote.empty()) wait = std::max(wait, wait_of(db, address_key(remote), k_address_most));
  return std::max(wait, wait_of(db, name_key(login), k_name_most));
}

void note_failed_try(db::Tx& tx, std::string_view login, std::string_view remote, bool known_device) {
  const Instant t = now();
  tx.exec("DELETE FROM failed_try WHERE at <= $1", {t - k_window});
  std::vector<std::string> keys = known_device ? std::vector<std::string>{"device " + pair_key(login, "")} : std::vector<std::string>{pair_key(login, remote), name_key(login)};
  // Tries of people already signed in have no address: one of them must not use up everybody's.
  if (!known_device && !remote.empty()) keys.push_back(address_key(remote));
  for (const std::string& key : keys) tx.exec("INSERT INTO failed_try (name, at) VALUES ($1, $2)", {key, t});
}

Instant wait_before_asking(db::ReadDb& db, std::string_view key, std::int64_t most) { return wait_of(db, "asked " + std::string(key), most); }

void note_asking(db::Tx& tx, std::string_view key) {
  tx.exec("DELETE FROM failed_try WHERE at <= $1", {now() - k_window});
  tx.exec("INSERT INTO failed_try (name, at) VALUES ($1, $2)", {"asked " + std::string(key), now()});
}

void forget_failed_tries(db::Tx& tx, std::string_view login, std::string_view remote) {
  tx.exec("DELETE FROM failed_try WHERE name IN ($1, $2)", {pair_key(login, remote), "device " + pair_key(login, "")});
}

}  // namespace nc
