// The page where mail is set up: server, sender, times of the day, a test letter, what waits and why.
#include "app/accounts/public.h"
#include "app/mail/public.h"
#include "app/program.h"
#include "base/fold.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {
namespace {

struct Field {
  const char* name;
  const char* key;  ///< of the setting
  Text label;
  const char* otherwise;
  bool required;
};

const std::vector<Field>& fields() {
  static const std::vector<Field> all{
      {"base_url", "base_url", {"Địa chỉ của Nhịp Cầu", "Address of the site"}, "", true},
      {"host", "mail.host", {"Máy chủ thư (SMTP)", "Mail server (SMTP)"}, "", false},
      {"port", "mail.port", {"Cổng", "Port"}, "587", true},
      {"security", "mail.security", {"Mã hóa", "Encryption"}, "starttls", true},
      {"user", "mail.user", {"Tên đăng nhập máy chủ thư", "Name at the mail server"}, "", false},
      {"from", "mail.from", {"Gửi từ địa chỉ", "Sent from"}, "", false},
      {"from_name", "mail.from_name", {"Tên người gửi", "Sender's name"}, "Nhịp Cầu", false},
      {"digest_at", "mail.digest_at", {"Thư tổng hợp mỗi ngày, từ", "Daily digest, from"}, "7:30", true},
      {"quiet_from", "mail.quiet_from", {"Không gửi thư nhắc từ", "No reminders from"}, "21:00", true},
      {"quiet_to", "mail.quiet_to", {"đến", "until"}, "6:30", true},
  };
  return all;
}

Html settings_form(db::ReadDb& db, const web::Request& r, const Shell& s, const Problem* problem) {
  Html h(s.lang);
  if (problem) h << "<p class=\"err\" role=\"alert\">"_h << icon("alert-circle", "s") << problem->message << "</p>"_h;
  h << "<form class=\"stack-16\" method=\"post\" action=\"/settings/mail\">"_h << hidden("csrf", s.csrf);
  for (const Field& f : fields()) {
    Control c;
    c.name = f.name;
    c.label = f.label;
    c.value = problem ? std::string(r.form.get(f.name)) : setting(db, f.key, f.otherwise);
    c.required = f.required;
    if (problem && problem->field == f.name) c.error = problem->message.in(s.lang);
    if (std::string_view(f.name) == "base_url") c.hint = Text("Đường dẫn trong thư dẫn về đây, ví dụ https://nhipcau.van-phong.vn", "Links in letters lead here, for example https://office.example");
    if (std::string_view(f.name) == "host") c.hint = Text("Để trống thì không gửi thư", "Without it no letters are sent");
    if (std::string_view(f.name) == "security") {
      c.type = "select";
      c.options = {{"starttls", "STARTTLS (587)"}, {"tls", "TLS (465)"}, {"none", std::string(Text("không, máy chủ trên chính máy này", "none, a server on this very machine").in(s.lang))}};
    }
    h << control(s.lang, c);
  }
  const OutsideSecret secret = outside_secret("NHIPCAU_SMTP_PASSWORD", "smtp-password");
  h << "<p class=\"m2\">"_h;
  if (secret.value.empty())
    h << Text("Chưa có mật khẩu của máy chủ thư. Đặt nó trong biến NHIPCAU_SMTP_PASSWORD hoặc tệp smtp-password (chmod 600) của thư mục dữ liệu.",
              "There is no pass-phrase for the mail server. Put it into the variable NHIPCAU_SMTP_PASSWORD or the file smtp-password (chmod 600) of the data folder.");
  else h << Message("Mật khẩu của máy chủ thư lấy từ ", "The pass-phrase for the mail server comes from ") << secret.from << "."_h;
  return h << "</p><div>"_h << button(s.lang, {.label = Text("Lưu", "Save"), .kind = "primary"}) << "</div></form>"_h;
}

Html trouble_notice(db::ReadDb& db, const Shell& s) {
  const std::string vi = setting(db, "mail.trouble_vi");
  if (vi.empty()) return Html(s.lang);
  const Message words{vi + " Thử lại lúc ", setting(db, "mail.trouble_en") + " Next try at "};
  return notice(s.lang, Tone::bad, "alert-triangle", Html(s.lang) << words << format_instant(parse_int(setting(db, "mail.rests_until")).value_or(0), s.lang) << "."_h);
}

Message kind_words(std::string_view kind) {
  if (kind == "digest") return Text("thư tổng hợp", "digest");
  if (kind == "urgent") return Text("việc gấp", "urgent");
  if (kind == "invite") return Text("lời mời", "invitation");
  if (kind == "reset" || kind == "reset_asked") return Text("đặt lại cụm mật khẩu", "new pass-phrase");
  if (kind == "security") return Text("báo về tài khoản", "about an account");
  return {std::string(kind), std::string(kind)};
}

Html letters_card(db::ReadDb& db, const Shell& s) {
  Table t;
  t.caption = Text("Thư gần đây", "Recent letters");
  t.columns = {{.label = Text("Lúc", "When")}, {.label = Text("Thư", "Letter"), .key = true}, {.label = Text("Cho", "To")}, {.label = Text("Tình trạng", "State")}};
  db.each("SELECT m.created_at, m.kind, COALESCE(p.name, ''), m.sent_at, m.given_up_at, m.tries, m.last_error, m.not_before FROM mail_outbox m LEFT JOIN person p ON p.id = m.to_person "
          "ORDER BY m.sent_at IS NOT NULL, m.id DESC LIMIT 30",
          {}, [&](const db::Row& r) {
            Html state(s.lang);
            if (!r.null(3)) state << badge(s.lang, Text("đã gửi", "sent"), Tone::ok);
            else if (!r.null(4)) state << badge(s.lang, Text("không gửi được", "could not be sent"), Tone::bad);
            else state << badge(s.lang, Text("đang chờ", "waiting"), Tone::warn);
            if (!r.text(6).empty()) state << "<span class=\"tsub\">"_h << r.text(6) << "</span>"_h;
            Row row;
            row.cells = {Html(s.lang) << "<span class=\"nw\">"_h << format_instant(r.integer(0), s.lang) << "</span>"_h, Html(s.lang) << kind_words(r.text(1)),
                         Html(s.lang) << (r.text(2).empty() ? std::string_view("–") : r.text(2)), state};
            t.rows.push_back(std::move(row));
            return true;
          });
  Card c{.title = t.caption};
  if (t.rows.empty()) c.body = Html(s.lang) << "<p class=\"m2\">"_h << Text("Chưa có thư nào.", "None yet.") << "</p>"_h;
  else c.body = table(s.lang, t), c.flush = true;
  c.head_end = post_button(s, "/settings/mail/send", Html(s.lang), {.label = Text("Gửi ngay", "Send now"), .small = true});
  return card(s.lang, c);
}

web::Response settings_page(db::ReadDb& db, const web::Request& r, const Shell& s, const Problem* problem = nullptr, const Html& said = Html(), int status = 200) {
  PageHead head;
  head.title = Text("Thư điện tử", "Mail");
  Html test(s.lang);
  Control to = typed_control("to", Text("Đến địa chỉ", "To the address"), "email");
  to.autocomplete = "email";
  test << "<form class=\"stack-16\" method=\"post\" action=\"/settings/mail/test\">"_h << hidden("csrf", s.csrf) << control(s.lang, to) << "<div>"_h
       << button(s.lang, {.label = Text("Gửi thư thử", "Send a test letter"), .icon = "send"}) << "</div></form>"_h;
  Html h(s.lang);
  h << said << trouble_notice(db, s) << card(s.lang, {.title = Text("Máy chủ thư", "Mail server"), .body = settings_form(db, r, s, problem)})
    << card(s.lang, {.title = Text("Thử", "Try it"), .body = test}) << letters_card(db, s);
  return reg::respond(s, head, h, status);
}

web::Response save(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const auto kept = keep_mail_settings(tx, r.form);
  if (!kept) return settings_page(tx, r, s, &kept.error(), Html(), 422);
  note_on_access(tx, actor, r, "mail_changed", setting(tx, "mail.host"));
  return web::redirect("/settings/mail?done=saved");
}

web::Response test_letter(const reg::Context& c, const web::Request& r, const Actor& actor) {
  const net::Delivery done = send_test_letter(*c.db, mended(r.form.get("to")));
  const bool sent = done.outcome == net::Delivery::Outcome::sent;
  web::Response response;
  c.db->read([&](db::ReadDb& db) {
    const Shell s = c.shell(db, r, actor);
    const Html words = sent ? Html(s.lang) << Text("Máy chủ thư đã nhận thư thử.", "The mail server took the test letter.") : Html(s.lang) << done.words;
    response = settings_page(db, r, s, nullptr, notice(s.lang, sent ? Tone::ok : Tone::bad, sent ? "check" : "alert-triangle", words), sent ? 200 : 422);
  });
  return response;
}

web::Response send_now(const reg::Context& c) {
  c.db->write([](db::Tx& tx) {
    forget_mail_trouble(tx);
    return true;
  });
  send_waiting(*c.db);
  return web::redirect("/settings/mail");
}

}  // namespace

void add_mail_pages(web::Router& router, const reg::Context& c) {
  const web::Access all = web::person("administer").for_all_organisations(), proved = web::person("administer").for_all_organisations().proved_again();
  router.get("/settings/mail", all, reg::page_handler(c, [](const web::Request& r, db::ReadDb& db, const Actor&, Shell& s) {
    if (r.query.get("done") == "saved") s.toast = Text("Đã lưu.", "Saved.").in(s.lang);
    return settings_page(db, r, s);
  }));
  router.post("/settings/mail", proved, reg::act_handler(c, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return save(r, tx, a, s); }));
  router.post("/settings/mail/test", proved, reg::slow_handler(c, [&c](const web::Request& r, const Actor& a) { return test_letter(c, r, a); }));
  router.post("/settings/mail/send", all, reg::slow_handler(c, [&c](const web::Request&, const Actor&) { return send_now(c); }));
}

}  // namespace nc::app
