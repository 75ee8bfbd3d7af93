// The own mail: which notices come by letter, and another address proved by a link sent to it.
#include "app/accounts/mail_card.h"

#include "app/accounts/pages.h"
#include "app/mail/public.h"
#include "auth/access_log.h"
#include "auth/account.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

std::string own_address(db::ReadDb& db, std::int64_t person) { return db::as_text(db.scalar("SELECT email FROM person WHERE id = $1", {person})); }

Html address_form(db::ReadDb& db, const Shell& s, const std::string& typed, const Message& error) {
  if (!mail_is_on(db))
    return Html(s.lang) << "<p class=\"hint\">"_h << Text("Nhịp Cầu này chưa gửi được thư, nên người quản trị ghi địa chỉ ở trang người dùng.", "This Nhịp Cầu sends no mail, so an administrator enters the address on the page of the person.") << "</p>"_h;
  Control address = typed_control("email", Text("Địa chỉ khác", "Another address"), "email", typed);
  address.autocomplete = "email";
  address.max_length = 254;
  address.hint = Text("Một thư với đường dẫn đi đến địa chỉ này; mở nó trong một ngày thì địa chỉ mới được dùng.", "A letter with a link goes to it; open it within a day, then the new address is used.");
  if (!error.empty()) address.error = std::string(error.in(s.lang));
  return Html(s.lang) << "<form class=\"stack-16\" method=\"post\" action=\"/account/address\">"_h << hidden("csrf", s.csrf) << control(s.lang, address) << "<div>"_h
                      << button(s.lang, {.label = Text("Gửi thư xác nhận", "Send the letter")}) << "</div></form>"_h;
}

web::Response choose_mail(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::string choice(r.form.get("mail_choice"));
  if (choice != "all" && choice != "digest" && choice != "none") return reg::problem_page(s, {Code::invalid, Text("Chọn một cách nhận thư.", "Choose how letters come."), {}});
  tx.exec("UPDATE person SET mail_choice = $2 WHERE id = $1", {actor.id, choice});
  return web::redirect("/account#mail");
}

web::Response refused(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s, const Message& error, int status) {
  PageHead head;
  head.title = Text("Địa chỉ thư", "Mail address");
  return reg::respond(s, head, mail_card(tx, actor, s, std::string(r.form.get("email")), error), status);
}

/// The same answer whoever else has this address: it tells nothing of other accounts.
web::Response ask(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  if (!mail_is_on(tx)) return refused(r, tx, actor, s, {}, 409);
  const auto address = checked_address(r.form.get("email"));
  if (!address) return refused(r, tx, actor, s, address.error().message, 422);
  constexpr std::int64_t k_most = 5;
  const std::string key = "address " + std::to_string(actor.id);
  if (const Instant wait = wait_before_asking(tx, key, k_most); wait > 0) return refused(r, tx, actor, s, wait_words(wait), 429);
  note_asking(tx, key);
  note_on_access(tx, actor, r, "address_asked", {}, "person", actor.id);
  post_address_proof(tx, actor.id, *address);
  return web::redirect("/account?done=address#mail");
}

web::Response no_link(const Shell& s) {
  return reg::problem_page(s, {Code::conflict, Text("Đường dẫn này đã dùng, đã hết hạn, hoặc là của tài khoản khác.", "This link was used, has run out, or belongs to another account."), {}});
}

web::Response confirm_page(const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& s) {
  const std::string token(r.query.get("token")), address = address_of_link(db, actor.id, token);
  if (address.empty()) return no_link(s);
  PageHead head;
  head.title = Text("Dùng địa chỉ thư này", "Use this mail address");
  Html body(s.lang);
  body << "<p>"_h << Message("Từ nay thư của tài khoản này gửi đến " + address + ".", "From now on letters of this account go to " + address + ".") << "</p>"_h
       << post_button(s, "/account/address/use", hidden("token", token), {.label = Text("Dùng địa chỉ này", "Use this address"), .kind = "primary"});
  return reg::respond(s, head, card(s.lang, {.body = body}));
}

web::Response use(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const auto before = use_address_link(tx, actor.id, r.form.get("token"));
  if (!before) return no_link(s);
  note_on_access(tx, actor, r, "address_changed", {}, "person", actor.id);
  tell_former_address(tx, *before, Text("Địa chỉ thư của tài khoản đã được đổi.", "The mail address of your account was changed."), r);
  return web::redirect("/account?done=address_used#mail");
}

}  // namespace

Html mail_card(db::ReadDb& db, const Actor& actor, const Shell& s, const std::string& typed, const Message& error) {
  const std::string address = own_address(db, actor.id), choice_now = db::as_text(db.scalar("SELECT mail_choice FROM person WHERE id = $1", {actor.id}));
  Html body(s.lang);
  if (address.empty()) body << "<p>"_h << Text("Chưa có địa chỉ thư.", "No mail address yet.") << "</p>"_h;
  else body << "<p>"_h << Message("Thư gửi đến " + address + ". Lời mời và tin về tài khoản luôn được gửi.", "Letters go to " + address + ". Invitations and news of the account always do.") << "</p>"_h;
  Control choice = typed_control("mail_choice", Text("Thông báo bằng thư", "Notices by mail"), "select", choice_now.empty() ? "all" : choice_now);
  choice.options = {{"all", std::string(Text("mỗi ngày một thư, việc gấp gửi ngay", "one letter a day, urgent ones at once").in(s.lang))},
                    {"digest", std::string(Text("mỗi ngày một thư", "one letter a day").in(s.lang))},
                    {"none", std::string(Text("không", "none").in(s.lang))}};
  body << "<form class=\"stack-16\" method=\"post\" action=\"/account/mail\">"_h << hidden("csrf", s.csrf) << control(s.lang, choice) << "<div>"_h << button(s.lang, {.label = Text("Lưu", "Save")})
       << "</div></form>"_h << address_form(db, s, typed, error);
  return card(s.lang, {.title = Text("Thư điện tử", "Mail"), .body = body, .id = "mail"});
}

void add_own_mail(web::Router& router, const reg::Context& c) {
  const web::Access proved = web::person().proved_again();
  router.post("/account/mail", web::person(), reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return choose_mail(r, tx, a, s); }));
  router.post("/account/address", proved, reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return ask(r, tx, a, s); }));
  router.get("/account/address", web::person(), reg::page_handler(c, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return confirm_page(r, db, a, s); }));
  router.post("/account/address/use", web::person(), reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return use(r, tx, a, s); }));
}

}  // namespace nc::app
