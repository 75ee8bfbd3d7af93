// A pass-phrase of one's own: invitations, and the first administrator of an office.
#include "app/accounts/door.h"
#include "auth/account.h"
#include "auth/second_step.h"

namespace nc::app {

Html new_password_fields(Lang lang) {
  Control password = typed_control("password", Text("Cụm mật khẩu mới", "New pass-phrase"), "password");
  password.hint = Text("Ít nhất 12 ký tự; vài từ không liên quan với nhau là tốt nhất", "At least 12 characters; a few words that have nothing to do with each other are best");
  password.autocomplete = "new-password";
  Control again = typed_control("password_again", Text("Gõ lại", "Once more"), "password");
  again.autocomplete = "new-password";
  return Html(lang) << control(lang, password) << control(lang, again);
}

namespace {

std::optional<Message> differ(const web::Request& r) {
  if (r.form.get("password") == r.form.get("password_again")) return std::nullopt;
  return Message(Text("Hai lần gõ chưa giống nhau.", "The two are not the same."));
}

web::Response invitation_page(const Door& door, const web::Request& r, const std::string& token, const Message& error, int status) {
  std::string login;
  door.context.db->read([&](db::ReadDb& db) {
    const std::int64_t person = person_of_link(db, token, "invite");
    if (person != 0) login = db::as_text(db.scalar("SELECT login FROM person WHERE id = $1", {person}));
  });
  if (login.empty())
    return bare_page(door, r, Text("Lời mời", "Invitation"), [](const Shell& s) {
      return Html(s.lang) << "<section class=\"card sign-in\"><div class=\"cb\"><h1>"_h << Text("Lời mời không còn dùng được", "This invitation is no longer good") << "</h1><p>"_h
                          << Text("Đường dẫn đã dùng hoặc quá bảy ngày. Nhờ người quản trị gửi lời mời mới.", "The link was used or is older than seven days. Ask an administrator for a new one.")
                          << "</p></div></section>"_h;
    }, 410);
  return bare_page(door, r, Text("Lời mời", "Invitation"), [&](const Shell& s) {
    const Html fields = Html(s.lang) << "<p>"_h << Text("Tên đăng nhập:", "Login:") << " <b>"_h << login << "</b></p>"_h << hidden("token", token) << new_password_fields(s.lang);
    return form_card(s.lang, Text("Đặt cụm mật khẩu", "Set a pass-phrase"), "/invitation", s.csrf, fields, Text("Đặt và vào", "Set it and go on"), error);
  }, status);
}

web::Response accept(const Door& door, const web::Request& r) {
  const std::string token(r.form.get("token"));
  if (auto wrong = differ(r)) return invitation_page(door, r, token, *wrong, 422);
  auto used = door.context.db->write_result([&](db::Tx& tx) { return use_link(tx, token, "invite", r.form.get("password")); });
  if (!used) return invitation_page(door, r, token, used.error().message, 422);
  bool second_step = false;  // who has one gives its code after a new invitation, too
  door.context.db->read([&](db::ReadDb& db) { second_step = has_second_step(db, *used); });
  return let_in(door, r, *used, {.second_step = second_step}, "/account");
}

web::Response welcome_page(const Door& door, const web::Request& r, const Message& error, int status) {
  return bare_page(door, r, Text("Người quản trị đầu tiên", "The first administrator"), [&](const Shell& s) {
    Html fields(s.lang);
    fields << "<p class=\"m2\">"_h << Text("Cơ sở dữ liệu này chưa có ai. Người được tạo ở đây là người quản trị.", "Nobody can sign in here yet. The person made here is the administrator.") << "</p>"_h;
    for (const auto& [name, label] : {std::pair{"name", Text("Họ và tên", "Name")}, std::pair{"login", Text("Tên đăng nhập", "Login")}, std::pair{"org_name", Text("Tên cơ quan", "Name of the office")}})
      fields << control(s.lang, typed_control(name, label, "text", std::string(r.form.get(name))));
    return form_card(s.lang, Text("Bắt đầu", "Begin"), "/welcome", s.csrf, fields << new_password_fields(s.lang), Text("Tạo và vào", "Make it and go on"), error);
  }, status);
}

/// The organisation that the first person belongs to: the one there is, or a new one.
Result<std::string> first_org(db::Tx& tx, const reg::Catalog& catalog, const std::string& name) {
  if (auto row = tx.first("SELECT code FROM organisation WHERE deleted = 0 ORDER BY id LIMIT 1")) return db::as_text((*row)[0]);
  const reg::Description& d = *catalog.find("organisation");
  reg::Cells cells(d.columns().size());
  cells[reg::k_id] = cells[reg::k_version] = cells[reg::k_illustrative] = std::int64_t{0};
  const auto put = [&](const char* column, const std::string& value) { cells[static_cast<std::size_t>(d.column(column))] = value; };
  put("code", "office");
  put("name", name);
  put("kind", "provincial_union");
  put("status", "active");
  put("confidentiality", "public");
  auto saved = reg::save(tx, catalog, d, Actor::system(), std::move(cells));
  if (!saved) return tl::make_unexpected(saved.error().front());
  return saved->code;
}

/// One request wins: the check and the writing are one transaction.
web::Response begin(const Door& door, const web::Request& r) {
  if (!is_empty_office(door)) return web::redirect("/sign-in");
  if (auto wrong = differ(r)) return welcome_page(door, r, *wrong, 422);
  auto made = door.context.db->write_result([&](db::Tx& tx) -> Result<std::int64_t> {
    if (anybody(tx)) return refuse(Code::conflict, Text("Đã có người dùng. Đăng nhập bằng tài khoản ấy.", "Somebody exists by now. Sign in with that account."));
    NC_TRY(org, first_org(tx, *door.context.catalog, std::string(r.form.get("org_name"))));
    const std::set<Function> all(all_functions().begin(), all_functions().end());
    return add_person(tx, r.form.get("login"), r.form.get("name"), "", org, Reach::all, all, r.form.get("password"), Sight::personal, "administrator");
  });
  if (!made) return welcome_page(door, r, made.error().message, 422);
  return let_in(door, r, *made, {}, "/account");
}

}  // namespace

bool is_empty_office(const Door& door) {
  bool empty = false;
  door.context.db->read([&](db::ReadDb& db) { empty = !anybody(db); });
  return empty;
}

void add_first_steps(web::Router& router, std::shared_ptr<const Door> door) {
  router.get("/invitation", web::everybody(), [door](const web::Request& r) { return invitation_page(*door, r, std::string(r.query.get("token")), {}, 200); });
  router.post("/invitation", web::everybody(), [door](const web::Request& r) { return accept(*door, r); });
  router.get("/welcome", web::everybody(), [door](const web::Request& r) { return is_empty_office(*door) ? welcome_page(*door, r, {}, 200) : web::redirect("/sign-in"); });
  router.post("/welcome", web::everybody(), [door](const web::Request& r) { return begin(*door, r); });
}

}  // namespace nc::app
