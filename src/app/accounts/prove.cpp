// The pass-phrase once more before dangerous acts: a page that asks for it and goes on with the act, nothing typed lost.
#include "app/accounts/oidc_pages.h"
#include "auth/access.h"
#include "auth/account.h"
#include "auth/outside.h"
#include "auth/passkey.h"
#include "html/assets.h"

namespace nc::app {

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


Message wait_words(Instant wait) {
  const std::string minutes = std::to_string(wait / 60'000 + 1);
  return {"Đã thử sai nhiều lần. Chờ " + minutes + " phút rồi thử lại, hoặc nhờ người quản trị.", "Too many wrong tries. Wait " + minutes + " minutes, or ask an administrator."};
}

namespace {

constexpr const char* k_field = "password_proof";

Control pass_phrase_control(const char* name) {
  Control password = typed_control(name, Text("Cụm mật khẩu", "Pass-phrase"), "password");
  password.autocomplete = "current-password";
  password.autofocus = true;
  return password;
}

/// `carried`: what else the form takes along; `back`: where to go on from another proof.
web::Response asking(const reg::Context& c, const web::Request& r, const Actor& actor, const std::string& action, const std::function<void(Html&)>& carried, const char* field,
                     const std::string& back, const Message& error, int status) {
  web::Response response;
  c.db->read([&](db::ReadDb& db) {
    const Shell s = c.shell(db, r, actor);
    PageHead head;
    head.title = Text("Xác nhận lại", "Confirm");
    head.bare = true;
    Html fields(s.lang);
    carried(fields);
    fields << control(s.lang, pass_phrase_control(field));
    Html page = form_card(s.lang, Text("Nhập lại cụm mật khẩu để tiếp tục", "Give the pass-phrase again to go on"), action, s.csrf, fields, Text("Tiếp tục", "Go on"), error);
    const std::int64_t person = actor.behind ? actor.behind->id : actor.id;
    const std::string provider = provider_label(db, s.lang), on = "?back=" + url_encode(back);
    page << "<p class=\"sign-in acts\">"_h;
    if (!passkey::passkeys_of(db, person).empty()) page << button(s.lang, {.label = Text("Bằng khóa đăng nhập", "With a passkey"), .icon = "fingerprint", .href = "/prove/passkey" + on});
    if (!provider.empty() && is_connected_outside(db, person)) page << button(s.lang, {.label = Message("Bằng " + provider, "With " + provider), .icon = "login", .href = "/prove/oidc" + on});
    page << "</p>"_h;
    response = reg::respond(s, head, page, status);
  });
  return response;
}

web::Response prove_page(const reg::Context& c, const web::Request& r, const Actor& actor, const std::string& back, const Message& error, int status) {
  return asking(c, r, actor, "/prove", [&](Html& h) { h << hidden("back", back); }, "password", back, error, status);
}

/// True when it was right; else `error` and `status` say why not.
bool take_proof(const reg::Context& c, const web::Request& r, const Actor& actor, std::string_view typed, Message& error, int& status) {
  const OwnPassPhrase given = own_pass_phrase(*c.db, actor.behind ? actor.behind->id : actor.id, typed);
  if (!given.good) {
    error = given.wait > 0 ? wait_words(given.wait) : Message(Text("Cụm mật khẩu chưa đúng.", "The pass-phrase is not right."));
    status = given.wait > 0 ? 429 : 422;
    return false;
  }
  c.db->write([&](db::Tx& tx) {
    prove(tx, r.cookie("nc_session"));
    return true;
  });
  return true;
}

web::Response give_proof(const reg::Context& c, const web::Request& r, const Actor& actor) {
  const std::string back = safe_back(r.form.get("back"));
  Message error;
  int status = 422;
  return take_proof(c, r, actor, r.form.get("password"), error, status) ? web::redirect(back) : prove_page(c, r, actor, back, error, status);
}

/// The page that the act was begun on, for those whose form can't be carried along.
std::string page_before(const web::Request& r) {
  std::string_view from = r.header("referer");
  const auto scheme = from.find("://");
  if (scheme == std::string_view::npos) return "/";
  const auto path = from.find('/', scheme + 3);
  return path == std::string_view::npos ? "/" : safe_back(from.substr(path));
}

}  // namespace

std::optional<web::Response> prove_first(const reg::Context& c, const web::Request& r, const Actor& actor) {
  if (!actor.token_scopes.empty()) return web::refusal(proof_missing());
  if (r.method != "POST") return web::redirect("/prove?back=" + url_encode(safe_back(r.target)));
  Message error;
  int status = 200;
  if (r.form.has(k_field) && take_proof(c, r, actor, r.form.get(k_field), error, status)) return std::nullopt;
  if (!r.uploads.empty() || !r.body.empty()) return web::redirect("/prove?back=" + url_encode(page_before(r)));
  const auto carried = [&](Html& h) {
    for (const auto& [name, value] : r.form.items())
      if (name != "csrf" && name != k_field) h << hidden(name, value);
  };
  return asking(c, r, actor, safe_back(r.target), carried, k_field, page_before(r), error, status);
}

void add_prove(web::Router& router, const reg::Context& c) {
  router.get("/prove", web::person(), [&c](const web::Request& r) {
    Actor actor;
    c.db->read([&](db::ReadDb& db) { actor = c.actor(db, r); });
    return actor.id == 0 ? web::redirect("/sign-in") : prove_page(c, r, actor, safe_back(r.query.get("back")), {}, 200);
  });
  router.post("/prove", web::person(), [&c](const web::Request& r) {
    Actor actor;
    c.db->read([&](db::ReadDb& db) { actor = c.actor(db, r); });
    return actor.id == 0 ? web::redirect("/sign-in") : give_proof(c, r, actor);
  });
}

}  // namespace nc::app
