// Passkeys: making one, signing in with one, proving with one who it is, taking one away.
#include "app/accounts/passkey_pages.h"

#include "app/mail/public.h"
#include "app/program.h"
#include "auth/account.h"
#include "auth/passkey.h"
#include "base/base64.h"
#include "base/hash.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {
namespace {

constexpr Instant k_try_holds = 5LL * 60 * 1000;

passkey::Site site_of(db::ReadDb& db, const web::Request& r) {
  std::string origin = setting(db, "base_url");
  if (origin.empty()) origin = (r.secure() ? "https://" : "http://") + std::string(r.header("host"));
  return {origin};
}

/// The challenge of one try stays in a signed cookie of the browser that began it. mode: "make", "in", "prove".
std::string cookie_of(const Door& door, const std::string& challenge, const char* mode, std::int64_t person) {
  const std::string text = challenge + "~" + mode + "~" + std::to_string(person) + "~" + std::to_string(now());
  return text + "~" + hmac_hex(door.site.csrf_key, "passkey " + text);
}

/// The challenge of this try; "" when it is of another kind, another person or too old.
std::string challenge_in(const Door& door, const web::Request& r, const char* mode, std::int64_t person) {
  const std::string cookie(r.cookie("nc_try"));
  const auto end = cookie.rfind('~');
  if (end == std::string::npos || !equal_constant_time(hmac_hex(door.site.csrf_key, "passkey " + cookie.substr(0, end)), cookie.substr(end + 1))) return {};
  const std::string text = cookie.substr(0, end), challenge = text.substr(0, text.find('~')), kind = challenge + "~" + mode + "~" + std::to_string(person) + "~";
  if (!text.starts_with(kind) || now() - parse_int(text.substr(kind.size())).value_or(0) > k_try_holds) return {};
  return challenge;
}

/// The form that the script fills with what the device says; without scripts it goes out empty and is refused in words.
struct KeyForm {
  const char* action;
  const char* what;  ///< "create", "get"
  Message title, button;
  Html fields;
  std::string user, user_name, ids;
};

web::Response key_page(const Door& door, const web::Request& r, const char* mode, std::int64_t person, const KeyForm& form, const Message& error, int status) {
  const std::string challenge = random_token(32);
  std::string rp;
  door.context.db->read([&](db::ReadDb& db) { rp = site_of(db, r).id(); });
  web::Response response = bare_page(door, r, form.title, [&](const Shell& s) {
    Html h(s.lang);
    h << "<section class=\"card sign-in\"><div class=\"cb\"><h1>"_h << form.title << "</h1>"_h;
    if (!error.empty()) h << "<p class=\"err\" role=\"alert\">"_h << icon("alert-circle", "s") << error << "</p>"_h;
    h << "<p class=\"err\" role=\"alert\" data-passkey-trouble hidden>"_h << Text("Thiết bị không đưa khóa. Thử lại, hoặc dùng cách khác.", "The device gave no passkey. Try again, or use another way.") << "</p>"_h
      << "<form method=\"post\" action=\""_h << Url{form.action} << "\" data-passkey=\""_h << form.what << "\" data-challenge=\""_h << challenge << "\" data-rp=\""_h << rp << "\" data-user=\""_h << form.user
      << "\" data-user-name=\""_h << form.user_name << "\" data-ids=\""_h << form.ids << "\">"_h << hidden("csrf", s.csrf) << hidden("credential", "") << hidden("client_data", "")
      << hidden("authenticator_data", "") << hidden("signature", "") << form.fields << "<button class=\"btn btn-primary\" type=\"submit\">"_h << form.button << "</button></form></div></section>"_h;
    return h;
  }, status);
  web::set_cookie(response, "nc_try", cookie_of(door, challenge, mode, person), static_cast<int>(k_try_holds / 1000));
  return response;
}

std::string sent(const web::Request& r, const char* field) { return from_base64(r.form.get(field)).value_or(""); }
passkey::Used used_in(const web::Request& r) { return {sent(r, "client_data"), sent(r, "authenticator_data"), sent(r, "signature")}; }

std::string ids_of(const std::vector<passkey::Kept>& keys) {
  std::string out;
  for (const auto& k : keys) out += (out.empty() ? "" : ",") + base64_of(k.credential.id);
  return out;
}

Actor signed_in(const Door& door, const web::Request& r) {
  Actor actor;
  door.context.db->read([&](db::ReadDb& db) { actor = door.context.actor(db, r); });
  return actor.behind ? *actor.behind : actor;
}

// ---- signing in ------------------------------------------------------------------------------------------

web::Response sign_in_page(const Door& door, const web::Request& r, const std::string& back, const Message& error, int status) {
  KeyForm form{"/sign-in/passkey", "get", Text("Đăng nhập bằng khóa đăng nhập", "Sign in with a passkey"), Text("Dùng khóa", "Use the passkey"), Html(r.lang()) << hidden("back", back), {}, {}, {}};
  return key_page(door, r, "in", 0, form, error, status);
}

/// The device asked for a PIN, a finger or a face: a key is both steps at once.
web::Response sign_in(const Door& door, const web::Request& r) {
  const std::string back = safe_back(r.form.get("back")), challenge = challenge_in(door, r, "in", 0), key = "passkey " + r.address();
  constexpr std::int64_t k_tries = 30;
  Instant wait = 0;
  const auto person = door.context.db->write_result([&](db::Tx& tx) -> Result<std::int64_t> {
    wait = wait_before_asking(tx, key, k_tries);
    if (wait > 0) return refuse(Code::forbidden, wait_words(wait));
    return passkey::sign_in(tx, sent(r, "credential"), used_in(r), site_of(tx, r), challenge);
  });
  if (person) return let_in(door, r, *person, {.way = "passkey"}, back);
  if (wait == 0)
    door.context.db->write([&](db::Tx& tx) {
      note_asking(tx, key);
      note_on_access(tx, {}, r, "sign_in_refused", "passkey");
      return true;
    });
  return sign_in_page(door, r, back, person.error().message, wait > 0 ? 429 : 422);
}

// ---- proving again ---------------------------------------------------------------------------------------

web::Response prove_page(const Door& door, const web::Request& r, const Actor& actor, const std::string& back, const Message& error, int status) {
  std::string ids;
  door.context.db->read([&](db::ReadDb& db) { ids = ids_of(passkey::passkeys_of(db, actor.id)); });
  KeyForm form{"/prove/passkey", "get", Text("Xác nhận lại bằng khóa đăng nhập", "Confirm with a passkey"), Text("Dùng khóa", "Use the passkey"), Html(r.lang()) << hidden("back", back), {}, {}, ids};
  return key_page(door, r, "prove", actor.id, form, error, status);
}

web::Response prove_with_key(const Door& door, const web::Request& r) {
  const Actor actor = signed_in(door, r);
  if (actor.id == 0) return web::redirect("/sign-in");
  const std::string back = safe_back(r.form.get("back")), challenge = challenge_in(door, r, "prove", actor.id);
  const auto done = door.context.db->write_result([&](db::Tx& tx) -> Result<bool> {
    NC_TRY(person, passkey::sign_in(tx, sent(r, "credential"), used_in(r), site_of(tx, r), challenge));
    if (person != actor.id) return refuse(Code::forbidden, Text("Khóa này của người khác.", "This passkey is somebody else's."));
    prove(tx, r.cookie("nc_session"));
    return true;
  });
  return done ? web::redirect(back) : prove_page(door, r, actor, back, done.error().message, 422);
}

// ---- the own account -------------------------------------------------------------------------------------

web::Response make_page(const Door& door, const web::Request& r, const Actor& actor, const Message& error, int status) {
  std::string login, ids;
  door.context.db->read([&](db::ReadDb& db) {
    login = db::as_text(db.scalar("SELECT login FROM person WHERE id = $1", {actor.id}));
    ids = ids_of(passkey::passkeys_of(db, actor.id));
  });
  Control name = typed_control("name", Text("Tên của khóa", "Name of the passkey"), "text", std::string(r.form.get("name")));
  name.hint = Text("Để sau này biết nó ở thiết bị nào", "So that you know later on which device it is");
  name.max_length = 60;
  // What the device keeps about whose key it is: nothing that tells who it is elsewhere.
  const std::string user = hmac_hex(door.site.csrf_key, "passkey user " + std::to_string(actor.id)).substr(0, 32);
  KeyForm form{"/account/passkeys", "create", Text("Thêm khóa đăng nhập", "Add a passkey"), Text("Tạo khóa", "Make the passkey"), Html(r.lang()) << control(r.lang(), name), user, login, ids};
  return key_page(door, r, "make", actor.id, form, error, status);
}

web::Response make(const Door& door, const web::Request& r, const Actor& actor) {
  const std::string challenge = challenge_in(door, r, "make", actor.id);
  const auto done = door.context.db->write_result([&](db::Tx& tx) -> Result<bool> {
    NC_TRY(credential, passkey::checked_made({sent(r, "client_data"), sent(r, "authenticator_data")}, site_of(tx, r), challenge));
    NC_CHECKED(kept, passkey::keep(tx, actor.id, r.form.get("name"), credential));
    note_on_access(tx, actor, r, "passkey_made", {}, "person", actor.id);
    tell_owner(tx, actor.id, Text("Một khóa đăng nhập đã được thêm vào tài khoản.", "A passkey was added to your account."), r);
    return true;
  });
  if (!done) return make_page(door, r, actor, done.error().message, 422);
  web::Response response = web::redirect("/account#passkeys");
  web::set_cookie(response, "nc_try", "", 0);
  return response;
}

web::Response take_away(const web::Request& r, db::Tx& tx, const Actor& actor) {
  if (passkey::remove(tx, actor.id, parse_int(r.form.get("id")).value_or(0))) {
    note_on_access(tx, actor, r, "passkey_removed", {}, "person", actor.id);
    tell_owner(tx, actor.id, Text("Một khóa đăng nhập đã bị gỡ khỏi tài khoản.", "A passkey was removed from your account."), r);
  }
  return web::redirect("/account#passkeys");
}

}  // namespace

Html passkeys_card(db::ReadDb& db, const Actor& actor, const Shell& s) {
  Html body(s.lang);
  std::vector<ListItem> items;
  for (const passkey::Kept& k : passkey::passkeys_of(db, actor.id)) {
    ListItem item;
    item.icon = "fingerprint";
    item.title = Html(s.lang) << k.name;
    item.detail = Html(s.lang) << format_instant(k.created_at, s.lang);
    if (k.used_at > 0) item.detail << " · "_h << Text("dùng lần cuối", "last used") << " "_h << format_instant(k.used_at, s.lang);
    item.end = post_button(s, "/account/passkeys/end", hidden("id", std::to_string(k.id)), {.label = Text("Gỡ", "Remove"), .small = true});
    items.push_back(std::move(item));
  }
  if (!items.empty()) body << item_list(s.lang, items);
  body << "<p>"_h << Text("Đăng nhập bằng vân tay, khuôn mặt hoặc mã PIN của thiết bị, không gõ cụm mật khẩu và không lừa lấy được.", "Sign in with the finger, face or PIN of your device: nothing to type, nothing to be tricked out of.") << "</p>"_h
       << button(s.lang, {.label = Text("Thêm khóa đăng nhập", "Add a passkey"), .icon = "fingerprint", .href = "/account/passkeys/new"});
  return card(s.lang, {.title = Text("Khóa đăng nhập (passkey)", "Passkeys"), .body = body, .id = "passkeys"});
}

void add_passkeys(web::Router& router, std::shared_ptr<const Door> door) {
  const reg::Context& c = door->context;
  const web::Access proved = web::person().proved_again();
  router.get("/sign-in/passkey", web::everybody(), [door](const web::Request& r) { return sign_in_page(*door, r, safe_back(r.query.get("back")), {}, 200); });
  router.post("/sign-in/passkey", web::everybody(), [door](const web::Request& r) { return sign_in(*door, r); });
  router.get("/prove/passkey", web::person(), [door](const web::Request& r) {
    const Actor actor = signed_in(*door, r);
    return actor.id == 0 ? web::redirect("/sign-in") : prove_page(*door, r, actor, safe_back(r.query.get("back")), {}, 200);
  });
  router.post("/prove/passkey", web::person(), [door](const web::Request& r) { return prove_with_key(*door, r); });
  router.get("/account/passkeys/new", proved, reg::slow_handler(c, [door](const web::Request& r, const Actor& a) { return make_page(*door, r, a, {}, 200); }));
  router.post("/account/passkeys", proved, reg::slow_handler(c, [door](const web::Request& r, const Actor& a) { return make(*door, r, a); }));
  router.post("/account/passkeys/end", proved, reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell&) { return take_away(r, tx, a); }));
}

}  // namespace nc::app
