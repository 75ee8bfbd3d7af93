// Signing in and out, with a code when the person has one, and the pass-phrase once more before dangerous acts.
#include "app/accounts/door.h"
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

OwnPassPhrase own_pass_phrase(db::Database& database, std::int64_t person, std::string_view typed) {
  OwnPassPhrase out;
  std::string login;
  database.read([&](db::ReadDb& db) {
    login = db::as_text(db.scalar("SELECT login FROM person WHERE id = $1", {person}));
    out.wait = wait_before_try(db, "prove " + login, "", false);
    out.good = out.wait == 0 && check_password(db, login, typed) != 0;
  });
  if (!out.good && out.wait == 0)
    database.write([&](db::Tx& tx) {
      note_failed_try(tx, "prove " + login, "", false);
      return true;
    });
  return out;
}

std::optional<web::Response> prove_first(const Actor& actor, std::string_view back) {
  if (now() - actor.proved_at <= k_proof_holds) return std::nullopt;
  return web::redirect("/prove?back=" + url_encode(safe_back(back)));
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

/// The address of the person: what the proxy in front of us adds last, when there is one on this machine.
std::string address_of(const web::Request& r) {
  const bool by_proxy = r.remote.empty() || r.remote == "127.0.0.1" || r.remote == "::1";
  std::string_view forwarded = r.header("x-forwarded-for");
  if (!by_proxy || forwarded.empty()) return r.remote;
  if (const auto comma = forwarded.rfind(','); comma != std::string_view::npos) forwarded.remove_prefix(comma + 1);
  while (forwarded.starts_with(' ')) forwarded.remove_prefix(1);
  return std::string(forwarded.substr(0, 64));
}

std::string device_mark(const Door& door, std::int64_t person) { return std::to_string(person) + "." + hmac_hex(door.site.csrf_key, "device " + std::to_string(person)); }

/// Did this browser sign in as the person with that name before?
bool known_device(db::ReadDb& db, const Door& door, const web::Request& r, const std::string& login) {
  const std::int64_t person = actor_of_login(db, login).id;
  return person != 0 && equal_constant_time(r.cookie("nc_device"), device_mark(door, person));
}

void note(db::Tx& tx, std::int64_t person, const char* act, const std::string& detail, const web::Request& r) {
  Actor a;
  if (const auto row = tx.first("SELECT id, name, org_id FROM person WHERE id = $1", {person})) {
    a.id = db::as_int((*row)[0]);
    a.name = db::as_text((*row)[1]);
    a.org = db::as_int((*row)[2]);
  }
  AccessEntry entry;
  entry.act = act;
  entry.detail = detail;
  entry.remote = address_of(r);
  note_access(tx, a, std::move(entry));
}

web::Response sign_in_page(const Door& door, const web::Request& r, const std::string& back, const Message& error, int status) {
  return bare_page(door, r, Text("Đăng nhập", "Sign in"), [&](const Shell& s) {
    Control login = typed_control("login", Text("Tên đăng nhập", "Login"), "text", std::string(r.form.get("login")));
    login.max_length = 60;
    login.autocomplete = "username";
    Control password = typed_control("password", Text("Cụm mật khẩu", "Pass-phrase"), "password");
    password.autocomplete = "current-password";
    const Html fields = Html(s.lang) << hidden("back", back) << control(s.lang, login) << control(s.lang, password);
    return form_card(s.lang, Text("Đăng nhập Nhịp Cầu", "Sign in to Nhịp Cầu"), "/sign-in", s.csrf, fields, Text("Đăng nhập", "Sign in"), error);
  }, status);
}

Message wait_words(Instant wait) {
  const std::string minutes = std::to_string(wait / 60'000 + 1);
  return {"Đã thử sai nhiều lần. Chờ " + minutes + " phút rồi thử lại, hoặc nhờ người quản trị.", "Too many wrong tries. Wait " + minutes + " minutes, or ask an administrator."};
}

web::Response sign_in(const Door& door, const web::Request& r) {
  const std::string login(r.form.get("login")), password(r.form.get("password")), back = safe_back(r.form.get("back")), from = address_of(r);
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
  return let_in(door, r, person, second_step, back);
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
  door.context.db->write([&](db::Tx& tx) {
    person = waiting_for_code(tx, token);
    if (person == 0) return false;
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
  return let_in(door, r, person, false, back);
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

web::Response prove_page(const web::Request& r, const Shell& s, const Message& error, int status) {
  Control password = typed_control("password", Text("Cụm mật khẩu", "Pass-phrase"), "password");
  password.autocomplete = "current-password";
  PageHead head;
  head.title = Text("Xác nhận lại", "Confirm");
  head.bare = true;
  const std::string back = safe_back(r.method == "POST" ? r.form.get("back") : r.query.get("back"));
  return reg::respond(s, head, form_card(s.lang, Text("Nhập lại cụm mật khẩu để tiếp tục", "Give the pass-phrase again to go on"), "/prove", s.csrf,
                                         Html(s.lang) << hidden("back", back) << control(s.lang, password), Text("Tiếp tục", "Go on"), error), status);
}

web::Response prove_again(const Door& door, const web::Request& r) {
  Actor actor;
  door.context.db->read([&](db::ReadDb& db) { actor = door.context.actor(db, r); });
  if (actor.id == 0) return web::redirect("/sign-in");
  const OwnPassPhrase given = own_pass_phrase(*door.context.db, actor.behind ? actor.behind->id : actor.id, r.form.get("password"));
  if (given.good) {
    door.context.db->write([&](db::Tx& tx) {
      prove(tx, r.cookie("nc_session"));
      return true;
    });
    return web::redirect(safe_back(r.form.get("back")));
  }
  web::Response response;
  door.context.db->read([&](db::ReadDb& db) {
    const Message wrong = given.wait > 0 ? wait_words(given.wait) : Message(Text("Cụm mật khẩu chưa đúng.", "The pass-phrase is not right."));
    response = prove_page(r, door.context.shell(db, r, actor), wrong, given.wait > 0 ? 429 : 422);
  });
  return response;
}

}  // namespace

web::Response let_in(const Door& door, const web::Request& r, std::int64_t person, bool second_step, const std::string& back) {
  std::string token;
  door.context.db->write([&](db::Tx& tx) {
    end_session(tx, r.cookie("nc_session"));
    token = start_session(tx, person, VisitStart{second_step, std::string(r.header("user-agent")), address_of(r)});
    if (!second_step) note(tx, person, "sign_in", {}, r);
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
  router.get("/prove", web::person(), reg::page_handler(context, [](const web::Request& r, db::ReadDb&, const Actor&, Shell& s) { return prove_page(r, s, {}, 200); }));
  router.post("/prove", web::person(), [door](const web::Request& r) { return prove_again(*door, r); });
  add_first_steps(router, door);
}

}  // namespace nc::app
