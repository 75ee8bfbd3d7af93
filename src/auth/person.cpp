// People who may sign in.
#include "auth/actor.h"
#include "auth/account.h"
#include "auth/password.h"
#include "auth/person_rules.h"
#include "base/fold.h"
#include "base/words.h"

namespace nc {
namespace {

constexpr std::size_t k_login_least = 3, k_login_most = 60, k_name_most = 200;
constexpr std::size_t k_password_least = 12, k_password_most = 1000;

bool may_stand_in_login(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '@';
}

Result<std::int64_t> org_of_code(db::ReadDb& db, std::string_view org_code) {
  const std::int64_t org =
      db.integer("SELECT id FROM organisation WHERE code = $1 AND deleted = 0", {std::string(org_code)});
  if (org != 0) return org;
  return refuse(Code::not_found,
                Message("Không có đơn vị mang mã \"" + std::string(org_code) + "\". Hãy xem mã trong sổ đơn vị.",
                        "There is no organisation with the code \"" + std::string(org_code) +
                            "\". Look the code up in the register of organisations."),
                "org");
}

tl::unexpected<Problem> no_such_person(std::string_view login) {
  return refuse(Code::not_found,
                Message("Không có người dùng \"" + std::string(login) + "\". Hãy kiểm tra tên đăng nhập.",
                        "There is no person \"" + std::string(login) + "\". Check the sign-in name."),
                "login");
}

std::int64_t person_of_login(db::ReadDb& db, const std::string& login) { return db.integer("SELECT id FROM person WHERE login = $1", {login}); }

}  // namespace

std::string normal_login(std::string_view login) {
  std::string out = mended(login);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

Result<std::string> checked_login(std::string_view typed) {
  const std::string login = normal_login(typed);
  bool ok = login.size() >= k_login_least && login.size() <= k_login_most;
  for (const char c : login) ok = ok && may_stand_in_login(c);
  if (ok) return login;
  return refuse(Code::invalid,
                Text("Tên đăng nhập cần 3 đến 60 ký tự, chỉ gồm chữ cái không dấu, chữ số và các dấu . - _ @",
                     "A sign-in name has 3 to 60 characters: letters a-z, digits and . - _ @"),
                "login");
}

Result<bool> checked_password(std::string_view login, std::string_view password) {
  if (!is_utf8(password) || letter_count(password) < k_password_least || password.size() > k_password_most)
    return refuse(Code::invalid,
                  Text("Mật khẩu cần ít nhất 12 ký tự (nhiều nhất 1.000). Một câu dễ nhớ là tốt nhất.",
                       "A pass-phrase has at least 12 characters (at most 1,000). A sentence is best."),
                  "password");
  if (is_common(password))
    return refuse(Code::invalid,
                  Text("Mật khẩu này gồm những từ ai cũng thử trước. Thêm vài từ không liên quan với nhau.",
                       "This pass-phrase is made of words that everybody tries first. Add a few that have nothing to do with each other."),
                  "password");
  const bool one_letter = password.find_first_not_of(password.front()) == std::string_view::npos;
  if (one_letter || normal_login(password).find(login) != std::string::npos)
    return refuse(Code::invalid,
                  Text("Mật khẩu quá dễ đoán: không lặp một ký tự và không chứa tên đăng nhập.",
                       "This pass-phrase is too easy to guess: no single repeated character, no sign-in name in it."),
                  "password");
  return true;
}

Result<std::string> checked_person_name(std::string_view typed) {
  std::string name = mended(typed);
  if (!name.empty() && letter_count(name) <= k_name_most) return name;
  return refuse(Code::invalid, Text("Họ tên cần 1 đến 200 ký tự.", "A name has 1 to 200 characters."), "name");
}

namespace {

constexpr const char* k_people =
    "SELECT p.id, p.login, p.name, p.title, p.org_id, o.code, p.reach, p.functions, p.disabled, p.sight, p.role, p.email, p.totp_secret <> '', p.password_hash = '' "
    "FROM person p LEFT JOIN organisation o ON o.id = p.org_id WHERE ";

Person person_of(const db::Row& r) {
  Person p;
  p.id = r.integer(0);
  p.login = r.text(1);
  p.name = r.text(2);
  p.title = r.text(3);
  p.org = r.integer(4);
  p.org_code = r.text(5);
  p.reach = reach_from_code(r.text(6)).value_or(Reach::own);
  p.functions = functions_from_text(r.text(7));
  p.disabled = r.integer(8) != 0;
  p.sight = sight_from_code(r.text(9)).value_or(Sight::published);
  p.role = r.text(10);
  p.email = r.text(11);
  p.second_step = r.integer(12) != 0;
  p.invited = r.integer(13) != 0;
  return p;
}

}  // namespace

std::vector<Person> people_where(db::ReadDb& db, const Condition& which, std::string_view order) {
  std::string sql = k_people;
  db::Params params;
  append(sql, params, which);
  std::vector<Person> out;
  db.each(db::Sql::built(sql + " ORDER BY " + std::string(order)), params, [&](const db::Row& r) {
    out.push_back(person_of(r));
    return true;
  });
  return out;
}

std::vector<Person> people(db::ReadDb& db) { return people_where(db, {}, "p.login"); }

std::int64_t check_password(db::ReadDb& db, std::string_view login, std::string_view password) {
  std::int64_t id = 0;
  std::string stored;
  const std::string folded = normal_login(login.substr(0, 4 * k_login_most));
  if (const auto row = db.first("SELECT id, password_hash FROM person WHERE login = $1 AND disabled = 0", {folded})) {
    id = db::as_int((*row)[0]);
    stored = db::as_text((*row)[1]);
  }
  return verify_password(stored, password.substr(0, k_password_most)) ? id : 0;
}

Result<std::int64_t> add_person(db::Tx& tx, std::string_view typed_login, std::string_view typed_name,
                                std::string_view title, std::string_view org_code, Reach reach,
                                const std::set<Function>& functions, std::string_view password, Sight sight, std::string_view role) {
  NC_TRY(login, checked_login(typed_login));
  NC_TRY(name, checked_person_name(typed_name));
  NC_TRY(org, org_of_code(tx, org_code));
  NC_CHECKED(good, checked_password(login, password));
  if (tx.integer("SELECT count(*) FROM person WHERE login = $1", {login}) > 0)
    return refuse(Code::conflict,
                  Message("Tên đăng nhập \"" + login + "\" đã có người dùng. Hãy chọn tên khác.",
                          "The sign-in name \"" + login + "\" is taken. Choose another one."),
                  "login");
  return tx.integer(
      "INSERT INTO person (login, name, title, org_id, reach, functions, password_hash, disabled, created_at, sight, "
      "role) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10) RETURNING id",
      {login, name, mended(title), org, std::string(code(reach)), functions_text(functions), hash_password(password),
       now(), std::string(code(sight)), std::string(role)});
}

Result<bool> set_password(db::Tx& tx, std::string_view typed_login, std::string_view password) {
  const std::int64_t person = person_of_login(tx, normal_login(typed_login));
  if (person == 0) return no_such_person(normal_login(typed_login));
  return change_password(tx, person, password, {});
}

Result<bool> disable_person(db::Tx& tx, std::string_view typed_login) {
  const std::int64_t person = person_of_login(tx, normal_login(typed_login));
  if (person == 0) return no_such_person(normal_login(typed_login));
  turn_off(tx, person);
  return true;
}

}  // namespace nc
