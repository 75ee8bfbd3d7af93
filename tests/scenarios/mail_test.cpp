// Letters by mail, against a mail server of our own: sent once, refused, late, encrypted, never broken by what was typed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

#include "app/mail/public.h"
#include "auth/account.h"
#include "base/fold.h"
#include "auth/second_step.h"
#include "flow/notice.h"
#include "net/letter.h"
#include "support/sample_site.h"
#include "support/smtp_sink.h"

namespace nc::test {
namespace {

constexpr Instant k_minute = 60'000;

TEST(Letters, take_only_plain_addresses) {
  for (const char* good : {"thu@example.org", "a.b+c@mail.example.org", "x@localhost"}) EXPECT_TRUE(net::is_mail_address(good)) << good;
  for (const char* bad : {"", "thu", "@example.org", "a@b", "a b@example.org", "a@example.org>", "a@example.org\r\nRCPT TO:<b@example.org>", "a@example.org,b@example.org", "<a@example.org>", "a..b@example.org",
                          "a@.org", "a@-b.org", "\"a\"@example.org", "ă@example.org", "a@example.org\n"})
    EXPECT_FALSE(net::is_mail_address(bad)) << bad;
}

TEST(Letters, have_headers_that_no_words_can_break) {
  EXPECT_EQ(net::header_text("Plain words"), "Plain words");
  EXPECT_EQ(net::header_text("a\r\nBcc: evil@example.org"), "a Bcc: evil@example.org");
  EXPECT_EQ(net::header_text("Nhịp"), "=?UTF-8?B?Tmjhu4tw?=");
  EXPECT_EQ(net::header_text("=?x?="), "=?UTF-8?B?PT94Pz0=?=");
  const std::string longer = net::header_text("Liên hiệp các tổ chức hữu nghị thành phố: thông báo mới, nhiều việc đang chờ xử lý hôm nay");
  for (std::size_t at = 0, end = 0; at < longer.size(); at = end + 2) {
    end = std::min(longer.find("\r\n", at), longer.size());
    EXPECT_LE(end - at, 76U);
    EXPECT_TRUE(is_utf8(longer.substr(at, end - at)));
  }
  const std::string bytes = net::letter_bytes({"a@example.org", "Tên\r\nBcc: x@example.org", "b@example.org", "Chào\r\n\r\nX", "Dòng 1\r\n.\r\nQUIT\r\n", "1@example.org", 0});
  EXPECT_EQ(bytes.find("Bcc:"), std::string::npos);
  EXPECT_EQ(bytes.find("\r\n.\r\n"), std::string::npos);
  EXPECT_NE(bytes.find("Date: Thu, 01 Jan 1970 07:00:00 +0700\r\n"), std::string::npos);
}

class Mail : public testing::TestWithParam<db::Engine> {
 protected:
  Mail() : site({.engine = GetParam()}) {
    site.write([](db::Tx& tx) {
      tx.exec("UPDATE person SET email = login || '@example.org'");
      tx.exec("UPDATE person SET reach = 'all' WHERE login = 'quan'");
      tx.exec("UPDATE notice SET mailed_at = 1");
    });
    set_up(sink.port());
    site.sign_in("thu");
  }
  ~Mail() override { set_clock_for_test(0); }
  void set_up(int port, const std::string& security = "none", const std::string& host = "localhost", const std::string& user = {}) {
    site.write([&](db::Tx& tx) {
      for (const auto& [name, value] : {std::pair<std::string, std::string>{"mail.host", host}, {"mail.port", std::to_string(port)}, {"mail.security", security}, {"mail.user", user},
                                        {"mail.from", "nhipcau@office.example"}, {"mail.from_name", "Nhịp Cầu"}, {"base_url", "https://office.example"}})
        app::put_setting(tx, name, value);
      app::forget_mail_trouble(tx);
    });
  }
  void post(const std::string& to, const std::string& subject = "Chào", const std::string& body = "Thân") {
    site.write([&](db::Tx& tx) { flow::post(tx, "test", 0, to, subject, body); });
  }
  app::MailRun send(const std::string& ca_file = {}) { return app::send_waiting(site.program().database(), {}, ca_file); }
  std::int64_t waiting() { return site.number("SELECT count(*) FROM mail_outbox WHERE sent_at IS NULL AND given_up_at IS NULL"); }
  std::int64_t person(const std::string& login) { return site.number("SELECT id FROM person WHERE login = $1", {login}); }
  static void later(Instant by) { set_clock_for_test(now() + by); }
  static std::string link_in(const std::string& text, const std::string& path) {
    const auto at = text.find("https://office.example" + path + "?token=");
    return at == std::string::npos ? std::string() : text.substr(at + 22, text.find('\n', at) - at - 22);
  }
  SmtpSink sink;
  SampleSite site;
};
INSTANTIATE_TEST_SUITE_P(Both, Mail, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Mail, each_letter_is_delivered_once_even_when_two_nodes_send_at_the_same_time) {
  constexpr int k_letters = 30;
  for (int i = 0; i < k_letters; ++i) post("nguoi" + std::to_string(i) + "@example.org");
  const auto second = open_database(site.program().database().url());
  app::MailRun one, two;
  std::thread other([&] { two = app::send_waiting(*second); });
  one = send();
  other.join();
  EXPECT_EQ(one.sent + two.sent, k_letters);
  std::set<std::string> receivers;
  for (const SunkLetter& letter : sink.letters()) receivers.insert(letter.to);
  EXPECT_EQ(sink.letters().size(), static_cast<std::size_t>(k_letters));
  EXPECT_EQ(receivers.size(), static_cast<std::size_t>(k_letters));
  EXPECT_EQ(waiting(), 0);
  EXPECT_EQ(send().sent, 0);
}

TEST_P(Mail, a_receiver_who_is_refused_or_late_holds_up_nobody_else) {
  sink.answer_receivers("khong.co", "550 5.1.1 no such user");
  post("khong.co@example.org");
  post("thu@example.org");
  const auto run = send();
  EXPECT_EQ(run.refused, 1);
  EXPECT_EQ(run.sent, 1);
  EXPECT_NE(site.text("SELECT last_error FROM mail_outbox WHERE given_up_at IS NOT NULL").find("550 5.1.1 no such user"), std::string::npos);
  sink.answer_receivers("day", "450 4.2.2 mailbox full");
  post("day@example.org");
  EXPECT_EQ(send().later, 1);
  EXPECT_EQ(send().later, 0) << "not before a minute has passed";
  sink.answer_receivers("", "");
  later(2 * k_minute);
  EXPECT_EQ(send().sent, 1);
}

TEST_P(Mail, a_server_that_is_down_makes_letters_wait_and_loses_none) {
  set_up(closed_port());
  post("thu@example.org");
  for (int i = 0; i < 12; ++i) {
    const auto run = send();
    EXPECT_EQ(run.sent, 0);
    EXPECT_NE(run.trouble.en.find("does not answer"), std::string::npos) << run.trouble.en;
    later(61 * k_minute);
  }
  EXPECT_EQ(waiting(), 1) << "whatever the number of tries";
  site.sign_in("quan");
  set_up(closed_port());
  send();
  EXPECT_TRUE(shows(site.page("/settings/mail"), "không trả lời")) << "the administrator reads why";
  set_up(sink.port());
  EXPECT_EQ(send().sent, 1);
  EXPECT_EQ(sink.letters().size(), 1U);
  EXPECT_EQ(site.number("SELECT count(*) FROM setting WHERE name = 'mail.trouble_vi'"), 0);
}

TEST_P(Mail, what_is_typed_into_subject_or_address_adds_no_header_and_no_receiver) {
  post("thu@example.org", "Tin\r\nBcc: ke.xau@example.org\r\n\r\nxin tiền", "x\r\n.\r\nMAIL FROM:<a@example.org>\r\n<script>alert(1)</script>");
  post("thu@example.org>\r\nRCPT TO:<ke.xau@example.org");
  const auto run = send();
  EXPECT_EQ(run.sent, 1);
  EXPECT_EQ(run.refused, 1);
  ASSERT_EQ(sink.letters().size(), 1U);
  const SunkLetter letter = sink.letters()[0];
  EXPECT_EQ(letter.to, "<thu@example.org>");
  EXPECT_EQ(letter.bytes.find("ke.xau"), std::string::npos);
  EXPECT_NE(letter.bytes.find("Content-Type: text/plain; charset=utf-8\r\n"), std::string::npos);
  EXPECT_NE(letter.text().find("<script>alert(1)</script>"), std::string::npos) << "plain text stays text";
}

TEST_P(Mail, goes_in_tls_with_a_server_that_is_trusted_and_never_in_the_clear_elsewhere) {
  SmtpSink secret({.tls = true});
  set_up(secret.port(), "tls");
  post("thu@example.org");
  const auto untrusted = send();
  EXPECT_EQ(untrusted.sent, 0);
  EXPECT_NE(untrusted.trouble.en.find("certificate"), std::string::npos) << untrusted.trouble.en;
  set_up(secret.port(), "tls", "127.0.0.1");
  EXPECT_EQ(send(secret.ca_file()).sent, 0) << "the certificate names another host";
  set_up(secret.port(), "tls");
  EXPECT_EQ(send(secret.ca_file()).sent, 1);
  EXPECT_EQ(secret.letters().size(), 1U);
  post("thu@example.org");
  set_up(sink.port(), "starttls");
  EXPECT_NE(send().trouble.en.find("STARTTLS"), std::string::npos) << "a server that can't encrypt gets nothing";
  set_up(25, "none", "mail.example.org");
  EXPECT_NE(send().trouble.en.find("Without encryption"), std::string::npos);
  EXPECT_TRUE(sink.letters().empty());
}

TEST_P(Mail, signs_in_with_a_secret_that_no_page_shows) {
  SmtpSink closed({.user = "nhipcau", .password = "mat-khau-thu"});
  set_up(closed.port(), "none", "localhost", "nhipcau");
  ::setenv("NHIPCAU_SMTP_PASSWORD", "sai", 1);
  post("thu@example.org");
  EXPECT_NE(send().trouble.en.find("does not take the name or the pass-phrase"), std::string::npos);
  ::setenv("NHIPCAU_SMTP_PASSWORD", "mat-khau-thu", 1);
  set_up(closed.port(), "none", "localhost", "nhipcau");
  EXPECT_EQ(send().sent, 1);
  site.sign_in("quan");
  const std::string page = site.page("/settings/mail");
  EXPECT_EQ(page.find("mat-khau-thu"), std::string::npos);
  EXPECT_TRUE(shows(page, "NHIPCAU_SMTP_PASSWORD"));
  ::unsetenv("NHIPCAU_SMTP_PASSWORD");
}

TEST_P(Mail, is_set_up_by_an_administrator_of_everything_who_gives_the_pass_phrase_again) {
  const SampleSite::Form good{{"base_url", "https://office.example/"}, {"host", "localhost"}, {"port", std::to_string(sink.port())}, {"security", "none"}, {"user", ""}, {"from", "nc@office.example"},
                              {"from_name", "Văn phòng"}, {"digest_at", "8:00"}, {"quiet_from", "20:00"}, {"quiet_to", "7:00"}};
  site.write([](db::Tx& tx) { tx.exec("UPDATE person SET reach = 'union' WHERE login = 'quan'"); });
  site.sign_in("quan");
  EXPECT_EQ(site.get("/settings/mail").status, 403) << "letters of all organisations go by this server";
  EXPECT_EQ(site.post("/settings/mail", good).status, 403);
  site.write([](db::Tx& tx) { tx.exec("UPDATE person SET reach = 'all' WHERE login = 'quan'"); });
  EXPECT_EQ(site.post("/settings/mail", good).status, 303);
  EXPECT_EQ(site.text("SELECT value FROM setting WHERE name = 'base_url'"), "https://office.example");
  for (const auto& [field, value] : {std::pair{"host", "a b"}, {"port", "0"}, {"security", "x"}, {"from", "nobody"}, {"base_url", "office.example"}, {"base_url", "https://office.example/a"}, {"digest_at", "25:00"}}) {
    SampleSite::Form bad = good;
    for (auto& [name, given] : bad)
      if (name == field) given = value;
    const auto answer = site.post("/settings/mail", bad);
    EXPECT_EQ(answer.status, 422) << field;
    EXPECT_TRUE(shows(answer, value)) << "what was typed comes back";
  }
  EXPECT_EQ(site.post("/settings/mail/test", {{"to", "quan@example.org"}}).status, 200);
  ASSERT_EQ(sink.letters().size(), 1U);
  EXPECT_NE(sink.letters()[0].text().find("Thư đi được"), std::string::npos);

  later(11 * k_minute);
  const auto asked = site.post("/settings/mail", good);
  EXPECT_EQ(asked.status, 200);
  EXPECT_TRUE(shows(asked, "Nhập lại cụm mật khẩu")) << "the proof is older than ten minutes";
  EXPECT_TRUE(shows(asked, "Văn phòng")) << "nothing typed is lost";
  SampleSite::Form proved = good;
  proved[6].second = "Sau xác nhận";
  proved.emplace_back("password_proof", "sai rồi nhé bạn ơi");
  EXPECT_EQ(site.post("/settings/mail", proved).status, 422);
  proved.back().second = "chia-khoa-cua-van-phong";
  EXPECT_EQ(site.post("/settings/mail", proved).status, 303);
  EXPECT_EQ(site.text("SELECT value FROM setting WHERE name = 'mail.from_name'"), "Sau xác nhận");
}

TEST_P(Mail, a_day_brings_one_digest_and_what_is_urgent_at_once_to_those_who_want_it) {
  const auto notice = [&](const std::string& login, const std::string& act) {
    const std::int64_t id = person(login);
    site.write([&](db::Tx& tx) {
      tx.exec("INSERT INTO notice (person_id, at, register_name, record_id, act, actor_name, vi, en) VALUES ($1, $2, 'delegation', 1, $3, 'A', $4, $5)", {id, now(), act, "Việc " + act, "Act " + act});
    });
  };
  const auto write = [&](auto&& body) {
    int n = 0;
    site.write([&](db::Tx& tx) { n = body(tx); });
    return n;
  };
  for (const char* login : {"thu", "anh", "bao"}) notice(login, "submit"), notice(login, "overdue");
  site.sign_in("anh");
  EXPECT_EQ(site.post("/account/mail", {{"mail_choice", "digest"}}).status, 303);
  site.sign_in("bao");
  EXPECT_EQ(site.post("/account/mail", {{"mail_choice", "none"}}).status, 303);
  EXPECT_EQ(site.post("/account/mail", {{"mail_choice", "x"}}).status, 422);
  EXPECT_EQ(write(flow::write_urgent), 1);
  EXPECT_EQ(write(flow::write_urgent), 0);
  EXPECT_EQ(write(flow::write_digests), 2);
  EXPECT_EQ(write(flow::write_digests), 0) << "nothing is told twice";
  EXPECT_EQ(send().sent, 3);
  std::map<std::string, std::string> texts;
  for (const SunkLetter& letter : sink.letters()) texts[letter.to] += letter.text();
  EXPECT_EQ(texts.count("<bao@example.org>"), 0U);
  EXPECT_NE(texts["<anh@example.org>"].find("Có 2 thông báo"), std::string::npos) << texts["<anh@example.org>"];
  EXPECT_NE(texts["<thu@example.org>"].find("https://office.example/notices"), std::string::npos);
  site.write([](db::Tx& tx) {
    EXPECT_FALSE(app::mail_may_disturb(tx, 23 * 60));
    EXPECT_FALSE(app::mail_may_disturb(tx, 2 * 60));
    EXPECT_TRUE(app::mail_may_disturb(tx, 6 * 60 + 30));
    app::put_setting(tx, "mail.quiet_from", "12:00");
    app::put_setting(tx, "mail.quiet_to", "13:00");
    EXPECT_FALSE(app::mail_may_disturb(tx, 12 * 60 + 30));
    EXPECT_TRUE(app::mail_may_disturb(tx, 23 * 60));
  });
}

TEST_P(Mail, an_invitation_goes_by_mail_with_a_link_that_no_copy_of_the_database_holds) {
  site.sign_in("quan");
  const auto made = site.post("/people", {{"login", "nguoi.moi"}, {"name", "Người Mới"}, {"role", "association_officer"}, {"org", "ct-kr"}, {"email", "moi@example.org"}});
  EXPECT_EQ(made.status, 200);
  EXPECT_FALSE(shows(made, "/invitation?token="));
  EXPECT_EQ(site.text("SELECT body FROM mail_outbox WHERE kind = 'invite'"), "");
  EXPECT_EQ(send().sent, 1);
  ASSERT_EQ(sink.letters().size(), 1U);
  EXPECT_EQ(sink.letters()[0].to, "<moi@example.org>");
  const std::string link = link_in(sink.letters()[0].text(), "/invitation");
  EXPECT_EQ(site.get(link).status, 200) << link;
  const auto shown = site.post("/people/" + std::to_string(person("nguoi.moi")) + "/invite", {{"how", "screen"}});
  EXPECT_TRUE(shows(shown, "https://office.example/invitation?token="));
  EXPECT_EQ(site.get(link).status, 410) << "a new invitation ends the old one";
  EXPECT_EQ(site.post("/people", {{"login", "nguoi.khac"}, {"name", "K"}, {"role", "association_officer"}, {"org", "ct-kr"}, {"email", "k@example.org, x@example.org"}}).status, 422);
}

TEST_P(Mail, a_new_pass_phrase_by_mail_ends_all_visits_keeps_the_second_step_and_works_once) {
  const std::int64_t anh = person("anh");
  const std::string secret = new_totp_secret(), phrase = "bốn con vịt lội qua sông cái";
  std::string visit;
  site.write([&](db::Tx& tx) {
    turn_on_second_step(tx, anh, secret, 1);
    visit = start_session(tx, anh);
  });
  EXPECT_EQ(site.post("/reset", {{"login", "ANH@example.org"}}).status, 200);
  EXPECT_EQ(site.number("SELECT count(*) FROM person_link"), 0) << "the link is made when the letter leaves";
  send();
  ASSERT_EQ(sink.letters().size(), 1U);
  EXPECT_EQ(sink.letters()[0].to, "<anh@example.org>");
  const std::string link = link_in(sink.letters()[0].text(), "/reset/new"), token = link.substr(link.find('=') + 1);
  EXPECT_EQ(site.get(link).status, 200) << link;
  EXPECT_EQ(site.get("/invitation?token=" + token).status, 410) << "a link is good for one thing";
  EXPECT_EQ(site.post("/reset/new", {{"token", token}, {"password", "password1234"}, {"password_again", "password1234"}}).status, 422);
  EXPECT_EQ(site.post("/reset/new", {{"token", token}, {"password", phrase}, {"password_again", phrase}}).status, 303);
  EXPECT_EQ(site.get(link).status, 410);
  EXPECT_EQ(site.post("/reset/new", {{"token", token}, {"password", phrase}, {"password_again", phrase}}).status, 410);
  site.write([&](db::Tx& tx) {
    EXPECT_EQ(actor_of_session(tx, visit).id, 0);
    EXPECT_TRUE(has_second_step(tx, anh));
  });
  const auto in = site.post("/sign-in", {{"login", "anh"}, {"password", phrase}, {"back", "/"}});
  EXPECT_TRUE(location(in).starts_with("/sign-in/code")) << location(in);
  send();
  ASSERT_EQ(sink.letters().size(), 2U) << "the owner is told";
  EXPECT_NE(sink.letters()[1].text().find("đã được đặt lại bằng thư"), std::string::npos);
}

TEST_P(Mail, another_address_is_used_once_its_owner_has_followed_the_link_signed_in) {
  const auto address_of_thu = [&] { return site.number("SELECT count(*) FROM person WHERE login = 'thu' AND email = 'thu.moi@example.org'"); };
  EXPECT_EQ(site.post("/account/address", {{"email", "không phải địa chỉ"}}).status, 422);
  EXPECT_EQ(site.post("/account/address", {{"email", "thu.moi@example.org"}}).status, 303);
  EXPECT_EQ(address_of_thu(), 0);
  send();
  ASSERT_EQ(sink.letters().size(), 1U);
  EXPECT_EQ(sink.letters()[0].to, "<thu.moi@example.org>");
  const std::string link = link_in(sink.letters()[0].text(), "/account/address"), token = link.substr(link.find('=') + 1);
  EXPECT_TRUE(shows(site.get(link), "thu.moi@example.org"));
  site.sign_in("anh");
  EXPECT_EQ(site.get(link).status, 409) << "the link is for one account";
  EXPECT_EQ(site.post("/account/address/use", {{"token", token}}).status, 409);
  site.sign_in("thu");
  EXPECT_EQ(site.post("/account/address/use", {{"token", token}}).status, 303);
  EXPECT_EQ(address_of_thu(), 1);
  EXPECT_EQ(site.post("/account/address/use", {{"token", token}}).status, 409) << "once";
  send();
  ASSERT_EQ(sink.letters().size(), 2U);
  EXPECT_EQ(sink.letters()[1].to, "<thu@example.org>") << "the former address is told";
}

TEST_P(Mail, a_letter_to_another_address_ends_with_the_pass_phrase_it_was_asked_under) {
  EXPECT_EQ(site.post("/account/address", {{"email", "ke.la@example.org"}}).status, 303);
  const std::int64_t thu = person("thu");
  site.write([&](db::Tx& tx) { EXPECT_TRUE(change_password(tx, thu, "bảy con cò bay qua đồng lúa", "")); });
  send();
  EXPECT_EQ(sink.letters().size(), 0U);
  for (int i = 0, refused = 0; i < 8; ++i) {
    site.sign_in("thu");
    refused += site.post("/account/address", {{"email", "ke.la@example.org"}}).status == 429 ? 1 : 0;
    if (i == 7) EXPECT_GE(refused, 3) << "nobody's mailbox is flooded";
  }
}

TEST_P(Mail, asking_for_a_new_pass_phrase_tells_nobody_who_has_an_account) {
  const auto rows = [&] { return site.number("SELECT (SELECT count(*) FROM mail_outbox) * 1000 + (SELECT count(*) FROM failed_try) * 100 + (SELECT count(*) FROM person_link)"); };
  const auto page_of = [](const web::Response& r) {
    std::string page(r.content());
    for (auto at = page.find("name=\"csrf\" value=\""); at != std::string::npos; at = page.find("name=\"csrf\" value=\"", at + 1)) page.erase(at + 19, page.find('"', at + 19) - at - 19);
    return page;
  };
  site.write([&](db::Tx& tx) {
    tx.exec("UPDATE person SET disabled = 1 WHERE login = 'loan'");
    tx.exec("UPDATE person SET email = '' WHERE login = 'bao'");
  });
  std::string first;
  for (const char* login : {"anh", "khong.co", "loan", "bao", "anh@example.org", "x@example.org", ""}) {
    const std::int64_t before = rows();
    const auto answer = site.post("/reset", {{"login", login}});
    EXPECT_EQ(answer.status, 200) << login;
    EXPECT_EQ(rows() - before, 1100) << login << ": one letter to look up, one try noted, whoever it is";
    if (first.empty()) first = page_of(answer);
    EXPECT_EQ(page_of(answer), first) << login;
  }
  send();
  ASSERT_EQ(sink.letters().size(), 1U) << "one letter to the one person, however often it was asked for";
  EXPECT_EQ(site.number("SELECT count(*) FROM mail_outbox WHERE kind = 'reset_asked'"), 0) << "names that were typed are not kept";
  int refused = 0;
  for (int i = 0; i < 10; ++i) refused += site.post("/reset", {{"login", "khong.co"}}).status == 429 ? 1 : 0;
  EXPECT_EQ(refused, 7) << "ten in a quarter of an hour from one address";
}

TEST_P(Mail, a_link_to_a_new_pass_phrase_holds_for_an_hour_and_the_newest_only) {
  site.post("/reset", {{"login", "anh"}});
  send();
  later(6 * k_minute);
  site.post("/reset", {{"login", "anh"}});
  send();
  ASSERT_EQ(sink.letters().size(), 2U);
  EXPECT_EQ(site.get(link_in(sink.letters()[0].text(), "/reset/new")).status, 410);
  const std::string link = link_in(sink.letters()[1].text(), "/reset/new");
  EXPECT_EQ(site.get(link).status, 200);
  later(61 * k_minute);
  EXPECT_EQ(site.get(link).status, 410);
  site.post("/reset", {{"login", "anh"}});
  set_up(closed_port());
  send();
  later(70 * k_minute);
  set_up(sink.port());
  send();
  EXPECT_EQ(sink.letters().size(), 2U) << "nobody waits for a link that was asked for long ago";
}

}  // namespace
}  // namespace nc::test
