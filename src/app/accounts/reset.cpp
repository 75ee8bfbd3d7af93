// A new pass-phrase by mail: asked for by name or address, set by a link that works once.
#include "app/accounts/door.h"
#include "app/mail/public.h"
#include "auth/account.h"

namespace nc::app {
namespace {

Html words_card(Lang lang, const Message& title, const Message& words) {
  return Html(lang) << "<section class=\"card sign-in\"><div class=\"cb\"><h1>"_h << title << "</h1><p>"_h << words << "</p></div></section>"_h;
}

web::Response ask_page(const Door& door, const web::Request& r, const Message& error, int status) {
  bool on = false;
  door.context.db->read([&](db::ReadDb& db) { on = mail_is_on(db); });
  const Text title("Đặt lại cụm mật khẩu", "New pass-phrase");
  return bare_page(door, r, title, [&](const Shell& s) {
    if (!on)
      return words_card(s.lang, title, Text("Nhịp Cầu này chưa gửi được thư. Nhờ người quản trị gửi lời mời mới: lời mời đặt lại cụm mật khẩu.",
                                            "This Nhịp Cầu sends no mail. Ask an administrator for a new invitation: it sets a new pass-phrase."));
    Control login = typed_control("login", Text("Tên đăng nhập hoặc địa chỉ thư", "Login or mail address"), "text", std::string(r.form.get("login")));
    login.max_length = 254;
    login.autocomplete = "username";
    return form_card(s.lang, title, "/reset", s.csrf, control(s.lang, login), Text("Gửi đường dẫn", "Send a link"), error);
  }, status);
}

/// The same answer and the same work, whoever has this name: who it is is looked up when the letter would leave.
web::Response ask(const Door& door, const web::Request& r) {
  const std::string key = "reset " + r.address();
  Instant wait = 0;
  bool on = false;
  door.context.db->write([&](db::Tx& tx) {
    on = mail_is_on(tx);
    wait = wait_before_asking(tx, key);
    if (wait > 0 || !on) return false;
    note_asking(tx, key);
    post_reset_asked(tx, r.form.get("login"));
    return true;
  });
  if (!on) return ask_page(door, r, {}, 200);
  if (wait > 0) return ask_page(door, r, wait_words(wait), 429);
  return bare_page(door, r, Text("Đặt lại cụm mật khẩu", "New pass-phrase"), [](const Shell& s) {
    return words_card(s.lang, Text("Xem hộp thư", "Look into your mail"),
                      Text("Nếu có tài khoản mang tên hoặc địa chỉ này, một thư với đường dẫn đang được gửi đi. Đường dẫn dùng một lần, trong một giờ.",
                           "If there is an account with this name or address, a letter with a link is on its way. The link works once, for one hour."));
  });
}

web::Response set_page(const Door& door, const web::Request& r, const std::string& token, const Message& error, int status) {
  bool good = false;
  door.context.db->read([&](db::ReadDb& db) { good = person_of_link(db, token, "reset") != 0; });
  const Text title("Đặt cụm mật khẩu mới", "Set a new pass-phrase");
  if (!good)
    return bare_page(door, r, title, [](const Shell& s) {
      return words_card(s.lang, Text("Đường dẫn không còn dùng được", "This link is no longer good"), Text("Đường dẫn đã dùng, đã quá một giờ, hoặc đã có đường dẫn mới hơn.", "The link was used, is older than an hour, or there is a newer one."));
    }, 410);
  return bare_page(door, r, title, [&](const Shell& s) {
    return form_card(s.lang, title, "/reset/new", s.csrf, Html(s.lang) << hidden("token", token) << new_password_fields(s.lang), Text("Đặt", "Set it"), error);
  }, status);
}

/// Signs nobody in: the new pass-phrase is asked for, and the second step of those who have one, as ever.
web::Response set(const Door& door, const web::Request& r) {
  const std::string token(r.form.get("token"));
  if (r.form.get("password") != r.form.get("password_again")) return set_page(door, r, token, Text("Hai lần gõ chưa giống nhau.", "The two are not the same."), 422);
  const auto used = door.context.db->write_result([&](db::Tx& tx) -> Result<std::int64_t> {
    NC_TRY(person, use_link(tx, token, "reset", r.form.get("password")));
    note_on_access(tx, noted_person(tx, person), r, "password_reset", {});
    tell_owner(tx, person, Text("Cụm mật khẩu của tài khoản đã được đặt lại bằng thư; mọi lần đăng nhập đã kết thúc.", "The pass-phrase of your account was set anew by mail; all visits have ended."), r);
    return person;
  });
  return used ? web::redirect("/sign-in?done=reset") : set_page(door, r, token, used.error().message, 422);
}

}  // namespace

void add_reset(web::Router& router, std::shared_ptr<const Door> door) {
  router.get("/reset", web::everybody(), [door](const web::Request& r) { return ask_page(*door, r, {}, 200); });
  router.post("/reset", web::everybody(), [door](const web::Request& r) { return ask(*door, r); });
  router.get("/reset/new", web::everybody(), [door](const web::Request& r) { return set_page(*door, r, std::string(r.query.get("token")), {}, 200); });
  router.post("/reset/new", web::everybody(), [door](const web::Request& r) { return set(*door, r); });
}

}  // namespace nc::app
