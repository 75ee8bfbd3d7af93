// Signing in and out, with a code when the person has one.
#include "app/accounts/door.h"
#include "app/accounts/oidc_pages.h"
#include "app/accounts/passkey_pages.h"
#include "app/mail/public.h"
#include "auth/access_log.h"
#include "auth/account.h"
#include "auth/second_step.h"
#include "base/hash.h"
#include "html/assets.h"

namespace nc::app {

std::string safe_back(std::string_view path) {
  const bool here = path.starts_with('/') && !path.starts_with("//") && path.find('\\') == std::string_view::npos &&
                    path.find_first_of(std::string_view("\r\n\t\0", 4)) == std::string_view::npos;
  return here ? std::string(path) : "/";
}

Html form_card(Lang lang, const Message& title, const std::string& action, const std::string& csrf, const Html& fields, const Message& button_label, const Message& error) {
  Html h(lang);
  h << "<section class=\"card sign-in\"><div class=\"cb\"><h1>"_h << title << "</h1>"_h;
  if (!error.empty()) h << "<p class=\"err\" role=\"alert\">"_h << icon("alert-circle", "s") << error << "</p>"_h;
  return h << "<form method=\"post\" action=\""_h << Url{action} << "\">"_h << hidden("csrf", csrf) << fields << "<button class=\"btn btn-primary\" type=\"submit\">"_h << button_label
           << "</button></form></div></section>"_h;
}

Control typed_control(const char* name, const Message& label, const std::string& type, const std::string& value) {
  Control c;
  c.name = name;
  c.label = label;
  c.type = type;
  c.value = value;
  c.required = true;
  return c;
}

Html post_button(const Shell& s, const std::string& action, const Html& fields, const Button& b) {
  return Html(s.lang) << "<form method=\"post\" action=\""_h << Url{action} << "\">"_h << hidden("csrf", s.csrf) << fields << button(s.lang, b) << "</form>"_h;
}

void note_on_access(db::Tx& tx, const Actor& actor, const web::Request& request, std::string act, std::string detail, std::string register_name, std::int64_t record) {
  AccessEntry entry;
  entry.act = std::move(act);
  entry.detail = std::move(detail);
  entry.register_name = std::move(register_name);
  entry.record = record;
  entry.remote = request.address();
  note_access(tx, actor, std::move(entry));
}

Actor noted_person(db::ReadDb& db, std::int64_t person) {
  Actor a;
  if (const auto row = db.first("SELECT id, name, org_id FROM person WHERE id = $1", {person})) {
    a.id = db::as_int((*row)[0]);
    a.name = db::as_text((*row)[1]);
    a.org = db::as_int((*row)[2]);
  }
  return a;
}

web::Response bare_page(const Door& door, const web::Request& r, const Message& title, const std::function<Html(const Shell&)>& body, int status) {
  Shell shell;
  shell.lang = r.lang();
  shell.dark = r.dark();
  shell.path = r.path;
  shell.csrf = door.site.csrf_token(r);
  PageHead head;
  head.title = title;
  head.bare = true;
  return reg::respond(shell, head, body(shell), status);
}

namespace {

constexpr int k_session_s = 12 * 3600, k_code_s = 5 * 60, k_year_s = 365 * 24 * 3600;

std::string device_mark(const Door& door, std::int64_t person) { return std::to_string(person) + "." + hmac_hex(door.site.csrf_key, "device " + std::to_string(person)); }

/// Did this browser sign in as the person with that name before?
bool known_device(db::ReadDb& db, const Door& door, const web::Request& r, const std::string& login) {
  const std::int64_t person = actor_of_login(db, login).id;
  return person != 0 && equal_constant_time(r.cookie("nc_device"), device_mark(door, person));
}

void note(db::Tx& tx, std::int64_t person, const char* act, const std::string& detail, const web::Request& r) { note_on_access(tx, noted_person(tx, person), r, act, detail); }

Html other_ways(Lang lang, const std::string& provider, const std::string& back) {
  Html h(lang);
  h << "<p class=\"sign-in acts\">"_h << button(lang, {.label = Text("Bằng khóa đăng nhập", "With a passkey"), .icon = "fingerprint", .href = "/sign-in/passkey?back=" + url_encode(back)});
  if (!provider.empty()) h << button(lang, {.label = Message("Bằng " + provider, "With " + provider), .icon = "login", .href = "/sign-in/oidc?back=" + url_encode(back)});
  return h << "</p>"_h;
}

web::Response sign_in_page(const Door& door, const web::Request& r, const std::string& back, const Message& error, int status) {
  std::string provider;
  door.context.db->read([&](db::ReadDb& db) { provider = provider_label(db, r.lang()); });
  return bare_page(door, r, Text("Đăng nhập", "Sign in"), [&](const Shell& s) {
    Control login = typed_control("login", Text("Tên đăng nhập", "Login"), "text", std::string(r.form.get("login")));
    login.max_length = 60;
    login.autocomplete = "username";
    Control password = typed_control("password", Text("Cụm mật khẩu", "Pass-phrase"), "password");
    password.autocomplete = "current-password";
    Html fields(s.lang);
    if (r.query.get("done") == "reset") fields << "<p class=\"m2\" role=\"status\">"_h << Text("Đã đặt cụm mật khẩu mới. Đăng nhập bằng cụm ấy.", "The new pass-phrase is set. Sign in with it.") << "</p>"_h;
    fields << hidden("back", back) << control(s.lang, login) << control(s.lang, password) << "<p class=\"m2\"><a href=\"/reset\">"_h << Text("Quên cụm mật khẩu?", "Forgot the pass-phrase?") << "</a></p>"_h;
    return form_card(s.lang, Text("Đăng nhập Nhịp Cầu", "Sign in to Nhịp Cầu"), "/sign-in", s.csrf, fields, Text("Đăng nhập", "Sign in"), error) << other_ways(s.lang, provider, back);
  }, status);
}

web::Response sign_in(const Door& door, const web::Request& r) {
  const std::string login(r.form.get("login")), password(r.form.get("password")), back = safe_back(r.form.get("back")), from = r.address();
  std::int64_t person = 0;
  bool known = false, second_step = false;
  Instant wait = 0;
  door.context.db->read([&](db::ReadDb& db) {
    known = known_device(db, door, r, login);
    wait = wait_before_try(db, login, from, known);
  });
  if (wait > 0) return sign_in_page(door, r, back, wait_words(wait), 429);
  door.context.db->read([&](db::ReadDb& db) {
    person = check_password(db, login, password);
    second_step = person != 0 && has_second_step(db, person);
  });
  door.context.db->write([&](db::Tx& tx) {
    if (person != 0) {
      forget_failed_tries(tx, login, from);
      return true;
    }
    note_failed_try(tx, login, from, known);
    note(tx, 0, "sign_in_refused", login.substr(0, 60), r);
    return true;
  });
  if (person == 0)
    return sign_in_page(door, r, back, Text("Tên hoặc cụm mật khẩu chưa đúng. Kiểm tra bộ gõ và phím Caps Lock rồi thử lại.",
                                            "The login or the pass-phrase is not right. Check the keyboard layout and Caps Lock, then try again."), 422);
  return let_in(door, r, person, {.second_step = second_step}, back);
}

web::Response code_page(const Door& door, const web::Request& r, const std::string& back, const Message& error, int status) {
  return bare_page(door, r, Text("Mã đăng nhập", "Sign-in code"), [&](const Shell& s) {
    Control code = typed_control("code", Text("Mã 6 chữ số của ứng dụng, hoặc một mã dự phòng", "Six digits of the app, or a recovery code"), "text");
    code.autocomplete = "one-time-code";
    code.max_length = 20;
    return form_card(s.lang, Text("Bước hai", "Second step"), "/sign-in/code", s.csrf, Html(s.lang) << hidden("back", back) << control(s.lang, code), Text("Tiếp tục", "Go on"), error);
  }, status);
}

/// Tries of codes are counted by person: only who gave the pass-phrase comes here, so nobody locks out others.
web::Response give_code(const Door& door, const web::Request& r) {
  const std::string token(r.cookie("nc_session")), back = safe_back(r.form.get("back"));
  std::int64_t person = 0;
  bool good = false;
  Instant wait = 0;
  std::string way;
  door.context.db->write([&](db::Tx& tx) {
    person = waiting_for_code(tx, token);
    if (person == 0) return false;
    way = way_of_visit(tx, token);
    const std::string name = "code of " + std::to_string(person);
    wait = wait_before_try(tx, name, "", false);
    if (wait > 0) return false;
    good = take_code(tx, person, r.form.get("code"));
    if (!good) note_failed_try(tx, name, "", false);
    return true;
  });
  if (person == 0) return web::redirect("/sign-in");
  if (wait > 0) return code_page(door, r, back, wait_words(wait), 429);
  if (!good) return code_page(door, r, back, Text("Mã chưa đúng hoặc đã dùng. Chờ mã mới rồi nhập lại.", "The code is not right or was used. Wait for a new one."), 422);
  return let_in(door, r, person, {.way = way}, back);
}

web::Response sign_out(const Door& door, const web::Request& r) {
  door.context.db->write([&](db::Tx& tx) {
    end_session(tx, r.cookie("nc_session"));
    return true;
  });
  web::Response response = web::redirect("/sign-in");
  web::set_cookie(response, "nc_session", "", 0);
  return response;
}

}  // namespace

web::Response let_in(const Door& door, const web::Request& r, std::int64_t person, const LetIn& how, const std::string& back) {
  const bool second_step = how.second_step;
  std::string token;
  door.context.db->write([&](db::Tx& tx) {
    end_session(tx, r.cookie("nc_session"));
    token = start_session(tx, person, VisitStart{second_step, std::string(r.header("user-agent")), r.address(), how.way, how.proved});
    if (second_step) return true;
    db::ReadDb& before = tx;
    const bool strange = !equal_constant_time(r.cookie("nc_device"), device_mark(door, person)) && before.first("SELECT 1 FROM access_log WHERE person_id = $1 AND act = 'sign_in' LIMIT 1", {person});
    if (strange) tell_owner(tx, person, Text("Có lần đăng nhập từ một trình duyệt mới.", "Somebody signed in from a new browser."), r);
    note(tx, person, "sign_in", {}, r);
    return true;
  });
  web::Response response = web::redirect(second_step ? "/sign-in/code?back=" + url_encode(back) : back);
  web::set_cookie(response, "nc_session", token, second_step ? k_code_s : k_session_s);
  if (!second_step) web::set_cookie(response, "nc_device", device_mark(door, person), k_year_s);
  return response;
}

void add_sign_in(web::Router& router, const reg::Context& context, const web::Site& site) {
  const auto door = std::make_shared<const Door>(Door{context, site});
  router.get("/sign-in", web::everybody(), [door](const web::Request& r) {
    return is_empty_office(*door) ? web::redirect("/welcome") : sign_in_page(*door, r, safe_back(r.query.get("back")), {}, 200);
  });
  router.post("/sign-in", web::everybody(), [door](const web::Request& r) { return sign_in(*door, r); });
  router.get("/sign-in/code", web::everybody(), [door](const web::Request& r) { return code_page(*door, r, safe_back(r.query.get("back")), {}, 200); });
  router.post("/sign-in/code", web::everybody(), [door](const web::Request& r) { return give_code(*door, r); });
  router.post("/sign-out", web::everybody(), [door](const web::Request& r) { return sign_out(*door, r); });
  add_first_steps(router, door);
  add_reset(router, door);
  add_oidc(router, door);
  add_passkeys(router, door);
}

}  // namespace nc::app
