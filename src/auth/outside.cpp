// People whom another provider vouches for.
#include "auth/outside.h"

#include "auth/account.h"
#include "auth/person_rules.h"
#include "base/fold.h"
#include "net/letter.h"

namespace nc {
namespace {

std::string name_of(const oidc::Claims& c) { return c.issuer + " " + c.subject; }

tl::unexpected<Problem> stranger() {
  return refuse(Code::forbidden, Text("Tài khoản ở nhà cung cấp này chưa được nối với người dùng nào. Đăng nhập bằng cụm mật khẩu rồi nối ở trang tài khoản, hoặc nhờ người quản trị.",
                                      "Your account at this provider is connected with nobody here. Sign in with the pass-phrase and connect it on the account page, or ask an administrator."));
}

Result<bool> check_domain(const oidc::Claims& c, const OutsideRules& rules) {
  if (rules.domains.empty() || (c.email_verified && rules.domains.contains(net::mail_domain(c.email)))) return true;
  return refuse(Code::forbidden, Text("Chỉ nhận địa chỉ thư của cơ quan, đã được nhà cung cấp xác minh.", "Only mail addresses of the office are taken, verified by the provider."));
}

/// A login made of the mail address that nobody has yet.
Result<std::string> free_login(db::ReadDb& db, const std::string& address) {
  std::string base;
  for (const char c : normal_login(address.substr(0, address.find('@'))))
    base += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ? c : '.';
  base = base.substr(0, 50);
  while (base.size() < 3) base += '0';
  constexpr int k_most = 1000;
  for (int i = 1; i < k_most; ++i) {
    std::string login = i == 1 ? base : base + "." + std::to_string(i);
    if (db.integer("SELECT count(*) FROM person WHERE login = $1", {login}) == 0) return login;
  }
  return stranger();
}

/// An account that may do nothing and sees what is public, until an administrator gives it more.
Result<std::int64_t> make_person(db::Tx& tx, const oidc::Claims& c, const OutsideRules& rules) {
  const std::int64_t org = tx.integer("SELECT id FROM organisation WHERE code = $1 AND deleted = 0", {rules.org_code});
  if (org == 0) return stranger();
  NC_TRY(login, free_login(tx, c.email));
  const std::string typed = mended(is_utf8(c.name) ? c.name : std::string());
  const auto name = checked_person_name(typed.empty() ? login : typed);
  return tx.integer(
      "INSERT INTO person (login, name, title, email, org_id, reach, sight, functions, role, password_hash, disabled, created_at, outside_name) VALUES "
      "($1, $2, '', $3, $4, 'own', 'published', '', 'guest', '', 0, $5, $6) RETURNING id",
      {login, name ? *name : login, c.email, org, now(), name_of(c)});
}

}  // namespace

Result<std::int64_t> person_of_claims(db::Tx& tx, const oidc::Claims& c, const OutsideRules& rules) {
  NC_CHECKED(in_domain, check_domain(c, rules));
  if (const auto row = tx.first("SELECT id, disabled FROM person WHERE outside_name = $1", {name_of(c)})) {
    if (db::as_int((*row)[1]) != 0) return stranger();
    return db::as_int((*row)[0]);
  }
  if (!c.email_verified || !net::is_mail_address(c.email)) return stranger();
  const std::string address = normal_login(c.email);
  std::vector<std::int64_t> known, fit;
  tx.each("SELECT p.id, p.disabled = 0 AND p.outside_name = '' AND p.totp_secret = '' AND p.functions NOT LIKE '%administer%' AND NOT EXISTS (SELECT 1 FROM passkey k WHERE k.person_id = p.id) "
          "FROM person p WHERE lower(p.email) = $1 ORDER BY p.id LIMIT 5",
          {address}, [&](const db::Row& row) {
            known.push_back(row.integer(0));
            if (row.integer(1) != 0) fit.push_back(row.integer(0));
            return true;
          });
  if (known.empty()) return rules.make_unknown ? make_person(tx, c, rules) : stranger();
  if (known.size() != 1 || fit.size() != 1) return stranger();
  tx.exec("UPDATE person SET outside_name = $2 WHERE id = $1", {fit.front(), name_of(c)});
  tx.exec("DELETE FROM person_link WHERE person_id = $1 AND kind = 'invite'", {fit.front()});
  return fit.front();
}

Result<bool> connect_outside(db::Tx& tx, std::int64_t person, const oidc::Claims& c, const OutsideRules& rules) {
  NC_CHECKED(in_domain, check_domain(c, rules));
  if (tx.integer("SELECT count(*) FROM person WHERE outside_name = $1 AND id <> $2", {name_of(c), person}) > 0)
    return refuse(Code::conflict, Text("Tài khoản ở nhà cung cấp này đã nối với người khác.", "This account at the provider is connected with somebody else."));
  tx.exec("UPDATE person SET outside_name = $2 WHERE id = $1", {person, name_of(c)});
  return true;
}

Result<bool> disconnect_outside(db::Tx& tx, std::int64_t person) {
  if (tx.integer("SELECT count(*) FROM person WHERE id = $1 AND password_hash <> ''", {person}) == 0)
    return refuse(Code::invalid, Text("Đặt cụm mật khẩu trước: không có nó thì không đăng nhập được nữa. Nhờ người quản trị gửi lời mời.",
                                      "Set a pass-phrase first: without one there is no way in any more. Ask an administrator for an invitation."));
  forget_outside(tx, person);
  return true;
}

void forget_outside(db::Tx& tx, std::int64_t person) {
  tx.exec("UPDATE person SET outside_name = '' WHERE id = $1", {person});
  tx.exec("DELETE FROM session WHERE person_id = $1 AND way = 'oidc'", {person});
}

bool is_connected_outside(db::ReadDb& db, std::int64_t person) { return db.integer("SELECT count(*) FROM person WHERE id = $1 AND outside_name <> ''", {person}) > 0; }

bool is_outside_identity(db::ReadDb& db, std::int64_t person, const oidc::Claims& c) {
  return db.integer("SELECT count(*) FROM person WHERE id = $1 AND outside_name = $2 AND disabled = 0", {person, name_of(c)}) > 0;
}

}  // namespace nc
