// Signing in and out.
#include "app/site/site.h"
#include "html/assets.h"

namespace nc::app {

namespace {

web::Response sign_in_page(const web::Site& site, const web::Request& r, const std::string& back, const Message& error, int status) {
  Shell shell;
  shell.lang = r.lang();
  shell.dark = r.dark();
  shell.path = r.target;
  shell.csrf = site.csrf_token(r);
  PageHead head;
  head.title = Text("Đăng nhập", "Sign in");
  head.bare = true;
  Html h(shell.lang);
  h << "<section class=\"card sign-in\"><div class=\"cb\"><h1>"_h << Text("Đăng nhập Nhịp Cầu", "Sign in to Nhịp Cầu") << "</h1>"_h;
  if (!error.empty()) h << "<p class=\"err\" role=\"alert\">"_h << icon("alert-circle", "s") << error << "</p>"_h;
  h << "<form method=\"post\" action=\"/sign-in\"><input type=\"hidden\" name=\"csrf\" value=\""_h << shell.csrf
    << "\"><input type=\"hidden\" name=\"back\" value=\""_h << back << "\">"_h;
  Control login;
  login.name = "login";
  login.label = Text("Tên đăng nhập", "Login");
  login.required = true;
  login.max_length = 60;
  login.value = std::string(r.form.get("login"));
  h << control(shell.lang, login);
  Control password;
  password.name = "password";
  password.label = Text("Cụm mật khẩu", "Pass-phrase");
  password.required = true;
  password.type = "password";
  h << control(shell.lang, password) << "<button class=\"btn btn-primary\" type=\"submit\">"_h << Text("Đăng nhập", "Sign in")
    << "</button></form></div></section>"_h;
  return reg::respond(shell, head, h, status);
}

std::string safe_back(std::string_view path) {
  return path.empty() || path[0] != '/' || path.starts_with("//") ? "/" : std::string(path);
}

}  // namespace

void add_sign_in(web::Router& router, const reg::Context& context, const web::Site& site) {
  router.get("/sign-in", web::everybody(), [&site](const web::Request& r) { return sign_in_page(site, r, safe_back(r.query.get("back")), {}, 200); });
  router.post("/sign-in", web::everybody(), [&context, &site](const web::Request& r) {
    const std::string login(r.form.get("login")), password(r.form.get("password"));
    std::int64_t person = 0;
    context.db->read([&](db::ReadDb& db) { person = check_password(db, login, password); });
    if (person == 0)
      return sign_in_page(site, r, safe_back(r.form.get("back")),
                          Text("Tên hoặc cụm mật khẩu chưa đúng. Kiểm tra bộ gõ và phím Caps Lock rồi thử lại.",
                               "The login or the pass-phrase is not right. Check the keyboard layout and Caps Lock, then try again."), 422);
    std::string token;
    context.db->write([&](db::Tx& tx) {
      token = start_session(tx, person);
      return true;
    });
    web::Response response = web::redirect(safe_back(r.form.get("back")));
    web::set_cookie(response, "nc_session", token, 12 * 3600);
    return response;
  });
  router.post("/sign-out", web::everybody(), [&context](const web::Request& r) {
    context.db->write([&](db::Tx& tx) {
      end_session(tx, r.cookie("nc_session"));
      return true;
    });
    web::Response response = web::redirect("/sign-in");
    web::set_cookie(response, "nc_session", "", 0);
    return response;
  });
}

}  // namespace nc::app
