// The own account: pass-phrase, second step with its picture and recovery codes, visits.
#include <algorithm>
#include <array>

#include "app/accounts/mail_card.h"
#include "app/accounts/oidc_pages.h"
#include "app/accounts/pages.h"
#include "app/accounts/passkey_pages.h"
#include "app/mail/public.h"
#include "auth/account.h"
#include "auth/second_step.h"
#include "base/hash.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

/// "Chrome · Windows" of what a browser says of itself; the words as they came when nothing is known of them.
std::string device_words(std::string_view agent) {
  using Known = std::pair<std::string_view, std::string_view>;
  // In this order: browsers name the ones they descend from too.
  constexpr std::array<Known, 6> browsers{{{"Edg", "Edge"}, {"coc_coc", "Cốc Cốc"}, {"OPR/", "Opera"}, {"Firefox/", "Firefox"}, {"Chrome/", "Chrome"}, {"Safari/", "Safari"}}};
  constexpr std::array<Known, 6> systems{{{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"}, {"Mac OS", "macOS"}, {"Linux", "Linux"}}};
  const auto name = [&](const auto& list) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Known& k) { return agent.find(k.first) != std::string_view::npos; });
    return found == list.end() ? std::string() : std::string(found->second);
  };
  const std::string browser = name(browsers), system = name(systems);
  if (browser.empty() || system.empty()) return agent.empty() ? std::string("–") : std::string(agent);
  return browser + " · " + system;
}

Html visits_card(db::ReadDb& db, const Actor& actor, const Shell& s, std::string_view token) {
  Table t;
  t.caption = Text("Các lần đăng nhập", "Visits");
  t.columns = {{.label = Text("Thiết bị", "Device"), .key = true}, {.label = Text("Bắt đầu", "Began")}, {.label = Text("Dùng lần cuối", "Last used")}, {.label = Text("Kết thúc", "End"), .hidden_label = true}};
  for (const Visit& v : visits_of(db, actor.id, token)) {
    Row row;
    Html device(s.lang);
    device << "<span class=\"tt\">"_h << device_words(v.agent) << "</span><span class=\"tsub\">"_h << v.remote;
    if (v.way == "oidc") device << " · "_h << Text("nhà cung cấp đăng nhập", "sign-in provider");
    if (v.way == "passkey") device << " · "_h << Text("khóa đăng nhập", "passkey");
    device << "</span>"_h;
    if (v.here) device << " "_h << badge(s.lang, Text("đang dùng", "this one"), Tone::ok);
    row.cells = {device, Html(s.lang) << format_instant(v.created_at, s.lang), Html(s.lang) << format_instant(v.seen_at, s.lang),
                 v.here ? Html(s.lang) : post_button(s, "/account/visits", hidden("key", v.key), {.label = Text("Kết thúc", "End it"), .icon = "logout", .small = true})};
    t.rows.push_back(std::move(row));
  }
  Card c;
  c.title = t.caption;
  c.head_end = post_button(s, "/account/visits", hidden("key", "others"), {.label = Text("Kết thúc mọi lần khác", "End all others"), .small = true});
  c.body = table(s.lang, t);
  c.flush = true;
  c.id = "visits";
  return card(s.lang, c);
}

Html second_step_card(db::ReadDb& db, const Actor& actor, const Shell& s) {
  Html body(s.lang);
  const bool on = has_second_step(db, actor.id);
  if (on) {
    const std::string left = std::to_string(recovery_codes_left(db, actor.id));
    body << "<p>"_h << Message("Đang bật. Còn " + left + " mã dự phòng.", "It is on. " + left + " recovery codes are left.") << "</p><div class=\"acts\">"_h
         << post_button(s, "/account/recovery-codes", Html(s.lang), {.label = Text("Mã dự phòng mới", "New recovery codes")})
         << post_button(s, "/account/second-step/off", Html(s.lang), {.label = Text("Tắt bước hai", "Turn it off"), .kind = "danger"}) << "</div>"_h;
  } else {
    body << "<p>"_h << Text("Thêm một mã 6 chữ số của điện thoại mỗi khi đăng nhập: lộ cụm mật khẩu vẫn chưa mất tài khoản.",
                            "Adds six digits from a telephone to each sign-in: a leaked pass-phrase alone is then not enough.")
         << "</p>"_h << button(s.lang, {.label = Text("Bật bước hai", "Turn on the second step"), .icon = "shield-check", .href = "/account/second-step", .kind = "primary"});
  }
  return card(s.lang, {.title = Text("Bước hai khi đăng nhập", "Second step of signing in"), .body = body, .id = "second-step"});
}

Html password_card(const Shell& s, const Message& error) {
  Html body(s.lang);
  if (!error.empty()) body << "<p class=\"err\" role=\"alert\">"_h << error << "</p>"_h;
  Control now_used = typed_control("password_now", Text("Cụm mật khẩu đang dùng", "Present pass-phrase"), "password");
  now_used.autocomplete = "current-password";
  body << "<form class=\"stack-16\" method=\"post\" action=\"/account/password\">"_h << hidden("csrf", s.csrf) << control(s.lang, now_used) << new_password_fields(s.lang)
       << "<div>"_h << button(s.lang, {.label = Text("Đổi cụm mật khẩu", "Change the pass-phrase"), .kind = "primary"}) << "</div></form>"_h;
  return card(s.lang, {.title = Text("Cụm mật khẩu", "Pass-phrase"), .body = body, .id = "password"});
}

Html tokens_card(db::ReadDb& db, const Actor& actor, const Shell& s) {
  Html body(s.lang);
  std::vector<ListItem> items;
  for (const Token& t : tokens_of(db, actor.id)) {
    ListItem item;
    item.icon = "code";
    item.title = Html(s.lang) << t.name;
    item.detail = Html(s.lang) << t.scopes << ", "_h << Text("hết hạn", "until") << " "_h << format_instant(t.expires_at, s.lang);
    item.end = post_button(s, "/account/tokens/end", hidden("id", std::to_string(t.id)), {.label = Text("Hủy", "Revoke"), .small = true});
    items.push_back(std::move(item));
  }
  if (!items.empty()) body << item_list(s.lang, items);
  Control scopes = typed_control("scopes", Text("Được làm gì", "May"), "select", "read");
  scopes.options = {{"read", std::string(Text("chỉ đọc", "read").in(s.lang))}, {"read,write", std::string(Text("đọc và ghi", "read and write").in(s.lang))}};
  body << "<form class=\"stack-16\" method=\"post\" action=\"/account/tokens\">"_h << hidden("csrf", s.csrf) << control(s.lang, typed_control("name", Text("Cho chương trình nào", "For which program"), "text"))
       << control(s.lang, scopes) << control(s.lang, typed_control("days", Text("Số ngày", "Days"), "number", "90"))
       << "<div>"_h << button(s.lang, {.label = Text("Tạo mã truy cập", "Make a token")}) << "</div></form>"_h;
  return card(s.lang, {.title = Text("Mã truy cập của chương trình", "Tokens of programs"), .body = body, .id = "tokens"});
}

/// Into the access log, and by mail to the owner.
void told(db::Tx& tx, const Actor& actor, const web::Request& r, const char* act, const Message& words) {
  note_on_access(tx, actor, r, act, {}, "person", actor.id);
  tell_owner(tx, actor.id, words, r);
}

web::Response new_token(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  auto made = make_token(tx, actor, r.form.get("name"), r.form.get("scopes"), parse_int(r.form.get("days")).value_or(0));
  if (!made) return reg::problem_page(s, made.error());
  told(tx, actor, r, "token_made", Text("Một mã truy cập cho chương trình đã được tạo.", "A token for a program was made."));
  PageHead head;
  head.title = Text("Mã truy cập", "Token");
  Html body(s.lang);
  body << "<p>"_h << Text("Chép ngay; trang này không hiện lại. Gửi kèm mỗi yêu cầu: Authorization: Bearer …", "Copy it now; it is not shown again. Send it with each request: Authorization: Bearer …")
       << "</p><p><code id=\"token\">"_h << *made << "</code></p>"_h << button(s.lang, {.label = Text("Về tài khoản", "To the account"), .href = "/account"});
  return reg::respond(s, head, card(s.lang, {.body = body}));
}

web::Response account_page(const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s, const Message& error = {}, int status = 200) {
  PageHead head;
  head.title = Text("Tài khoản của tôi", "My account");
  const Role* role = find_role(actor.role);
  std::string functions;
  for (const Function f : actor.functions) functions += (functions.empty() ? "" : ", ") + std::string(label(f).in(s.lang));
  std::vector<Entry> entries{{Text("Họ và tên", "Name"), Html(s.lang) << actor.name}, {Text("Vai trò", "Role"), role ? Html(s.lang) << role->label : Html(s.lang) << "–"},
                             {Text("Việc được làm", "Functions"), Html(s.lang) << (functions.empty() ? "–" : functions)}, {Text("Phạm vi", "Reach"), Html(s.lang) << label(actor.reach)},
                             {Text("Được xem", "Sight"), Html(s.lang) << label(actor.sight)}};
  Html h(s.lang);
  h << "<div class=\"account\">"_h << card(s.lang, {.title = Text("Quyền", "Rights"), .body = definition_list(s.lang, entries)}) << second_step_card(db, actor, s) << passkeys_card(db, actor, s) << provider_card(db, actor, s) << password_card(s, error) << visits_card(db, actor, s, r.cookie("nc_session")) << mail_card(db, actor, s) << tokens_card(db, actor, s) << "</div>"_h;
  return reg::respond(s, head, h, status);
}

/// The secret travels in the form until its code has been proved; it is worth nothing before.
web::Response second_step_page(const Shell& s, const std::string& login, const std::string& secret, const Message& error, int status) {
  const QrPicture picture = qr_picture(totp_address(secret, login));
  const std::string box = "-4 -4 " + std::to_string(picture.size + 8) + " " + std::to_string(picture.size + 8);
  Control code = typed_control("code", Text("Mã 6 chữ số mà ứng dụng hiện", "The six digits that the app shows"), "text");
  code.autocomplete = "one-time-code";
  code.max_length = 10;
  Html fields(s.lang);
  fields << "<p>"_h << Text("Quét hình bằng ứng dụng mã đăng nhập, hoặc gõ khóa này:", "Scan the picture with an authenticator, or type this key:") << " <code class=\"totp-key\">"_h << secret
         << "</code></p><svg class=\"qr\" role=\"img\" width=\"220\" height=\"220\" viewBox=\""_h << box << "\"><title>"_h << Text("Hình quét của khóa", "Picture of the key")
         << "</title><rect x=\"-4\" y=\"-4\" width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\""_h << picture.path << "\"/></svg>"_h << hidden("secret", secret) << control(s.lang, code);
  PageHead head;
  head.title = Text("Bật bước hai", "Turn on the second step");
  head.bare = true;
  return reg::respond(s, head, form_card(s.lang, head.title, "/account/second-step", s.csrf, fields, Text("Bật", "Turn it on"), error), status);
}

web::Response codes_page(const Shell& s, const std::vector<std::string>& codes) {
  Html body(s.lang);
  body << "<p>"_h << Text("In ra hoặc chép lại. Mỗi mã dùng một lần, khi không có điện thoại. Trang này không hiện lại.", "Print or copy them. Each works once, when the telephone is not there. They are not shown again.")
       << "</p><ul class=\"codes\">"_h;
  for (const std::string& code : codes) body << "<li><code>"_h << code << "</code></li>"_h;
  body << "</ul>"_h << button(s.lang, {.label = Text("Đã chép", "I have them"), .href = "/account", .kind = "primary"});
  PageHead head;
  head.title = Text("Mã dự phòng", "Recovery codes");
  return reg::respond(s, head, card(s.lang, {.body = body}));
}

std::string login_of(db::ReadDb& db, const Actor& actor) { return db::as_text(db.scalar("SELECT login FROM person WHERE id = $1", {actor.id})); }

web::Response turn_on(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::string secret(r.form.get("secret"));
  const auto step = secret.size() == 32 ? totp_step(secret, r.form.get("code"), now(), 0) : std::nullopt;
  if (!step) return second_step_page(s, login_of(tx, actor), secret.size() == 32 ? secret : new_totp_secret(), Text("Mã chưa đúng. Kiểm tra giờ của điện thoại rồi nhập mã mới.", "The code is not right. Check the telephone's clock and give a new one."), 422);
  if (const auto kept = second_step_can_be_kept(tx); !kept) return reg::problem_page(s, kept.error());
  told(tx, actor, r, "second_step_on", Text("Bước hai khi đăng nhập đã được bật.", "The second step of signing in was turned on."));
  return codes_page(s, turn_on_second_step(tx, actor.id, secret, *step));
}

web::Response end_visits_page(const web::Request& r, db::Tx& tx, const Actor& actor) {
  if (r.form.get("key") == "others") end_visits(tx, actor.id, r.cookie("nc_session"));
  else end_visit(tx, actor.id, r.form.get("key"));
  return web::redirect("/account#visits");
}

/// The pass-phrase is checked outside of the write: it takes a tenth of a second.
web::Response new_password(const reg::Context& c, const web::Request& r, const Actor& actor) {
  const bool good = own_pass_phrase(*c.db, actor.id, r.form.get("password_now")).good;
  Result<bool> changed = refuse(Code::invalid, Text("Cụm mật khẩu đang dùng chưa đúng.", "The present pass-phrase is not right."));
  if (good && r.form.get("password") != r.form.get("password_again")) changed = refuse(Code::invalid, Text("Hai lần gõ chưa giống nhau.", "The two are not the same."));
  else if (good) changed = c.db->write_result([&](db::Tx& tx) -> Result<bool> {
    NC_CHECKED(done, change_password(tx, actor.id, r.form.get("password"), r.cookie("nc_session")));
    told(tx, actor, r, "password_changed", Text("Cụm mật khẩu của tài khoản đã đổi.", "The pass-phrase of your account was changed."));
    return true;
  });
  if (changed) return web::redirect("/account?done=password");
  web::Response response;
  c.db->read([&](db::ReadDb& db) { response = account_page(r, db, actor, c.shell(db, r, actor), changed.error().message, 422); });
  return response;
}

}  // namespace

void add_account_pages(web::Router& router, const reg::Context& c) {
  const web::Access proved = web::person().proved_again();
  router.get("/account", web::person(), reg::page_handler(c, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    if (r.query.get("done") == "address") s.toast = Text("Thư xác nhận đang được gửi đến địa chỉ mới.", "The letter to the new address is on its way.").in(s.lang);
    if (r.query.get("done") == "address_used") s.toast = Text("Đã đổi địa chỉ thư.", "Mail address changed.").in(s.lang);
    if (r.query.get("done") == "password") s.toast = Text("Đã đổi cụm mật khẩu; các lần đăng nhập khác đã kết thúc.", "Pass-phrase changed; other visits have ended.").in(s.lang);
    return account_page(r, db, a, s);
  }));
  router.get("/account/second-step", proved, reg::page_handler(c, [](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) {
    return second_step_page(s, login_of(db, a), new_totp_secret(), {}, 200);
  }));
  router.post("/account/second-step", proved, reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return turn_on(r, tx, a, s); }));
  router.post("/account/second-step/off", proved, reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell&) {
    turn_off_second_step(tx, a.id);
    told(tx, a, r, "second_step_off", Text("Bước hai khi đăng nhập đã bị tắt.", "The second step of signing in was turned off."));
    return web::redirect("/account#second-step");
  }));
  router.post("/account/recovery-codes", proved, reg::act_handler(c, [](const web::Request&, db::Tx& tx, const Actor& a, Shell& s) {
    if (!has_second_step(tx, a.id)) return reg::problem_page(s, {Code::invalid, Text("Bật bước hai trước.", "Turn the second step on first."), {}});
    return codes_page(s, new_recovery_codes(tx, a.id));
  }));
  add_own_mail(router, c);
  router.post("/account/visits", web::person(), reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell&) { return end_visits_page(r, tx, a); }));
  router.post("/account/tokens", proved, reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return new_token(r, tx, a, s); }));
  router.post("/account/tokens/end", web::person(), reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell&) {
    end_token(tx, a.id, parse_int(r.form.get("id")).value_or(0));
    return web::redirect("/account#tokens");
  }));
  router.post("/account/password", web::person(), reg::slow_handler(c, [&c](const web::Request& r, const Actor& a) { return new_password(c, r, a); }));
}

}  // namespace nc::app
