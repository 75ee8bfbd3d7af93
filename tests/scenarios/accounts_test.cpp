// Accounts as people meet them: the first administrator, an invitation, the second step, limits on tries, seeing as somebody
// else, the ends of visits; and the headers and cookies of every route.
#include <gtest/gtest.h>

#include "auth/access_log.h"
#include "auth/account.h"
#include "auth/password.h"
#include "auth/secret_box.h"
#include "auth/second_step.h"
#include "base/clock.h"
#include "support/two_offices.h"

namespace nc::test {
namespace {

using Persona = TwoOffices::Persona;

constexpr const char* k_phrase = "mưa rơi trên mái ngói xanh";

TEST(SecondStep, codes_are_those_of_rfc_6238) {
  // The secret of the RFC's appendix B ("12345678901234567890") in base32; its eight digits end in these six.
  const std::string secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  EXPECT_EQ(totp_code(secret, 59 / 30), "287082");
  EXPECT_EQ(totp_code(secret, 1111111109 / 30), "081804");
  EXPECT_EQ(totp_code(secret, 2000000000 / 30), "279037");
  EXPECT_EQ(totp_step(secret, "287 082", 59'000, 0), 1);
  EXPECT_EQ(totp_step(secret, "287082", 59'000 + 30'000, 0), 1);             // one step late
  EXPECT_EQ(totp_step(secret, "287082", 59'000 + 60'000, 0), std::nullopt);  // two
  EXPECT_EQ(totp_step(secret, "287082", 59'000, 1), std::nullopt);           // used
  EXPECT_EQ(totp_step("", "287082", 59'000, 0), std::nullopt);
  const QrPicture picture = qr_picture(totp_address(secret, "thu"));
  EXPECT_GT(picture.size, 20);
  EXPECT_TRUE(picture.path.starts_with("M0 0h1v1h-1z"));  // the corner of a finder
}

TEST(PassPhrases, of_common_words_only_are_refused) {
  for (const char* common : {"password1234", "matkhau123456", "Hà Nội 2025 2026", "anh yêu em mãi mãi", "qwertyuiop123", "Hòa bình đoàn kết 2026"}) EXPECT_TRUE(is_common(common)) << common;
  for (const char* good : {k_phrase, "mot-nhip-cau-huu-nghi", "correct horse battery staple"}) EXPECT_FALSE(is_common(good)) << good;
}

class Accounts : public testing::TestWithParam<db::Engine> {
 protected:
  Accounts() : office(GetParam()) {
    for (Persona& p : office.personas("ct")) people[std::string(p.role->code)] = p;
  }
  ~Accounts() override { set_clock_for_test(0); }
  template <class F> auto write(F&& body) {
    std::optional<decltype(body(std::declval<db::Tx&>()))> out;
    office.program().database().write([&](db::Tx& tx) {
      out.emplace(body(tx));
      return true;
    });
    return std::move(*out);
  }
  Persona& as(const char* role) { return people.at(role); }
  /// The session that an answer set.
  static std::string session_in(const web::Response& r) {
    for (const auto& [name, value] : r.headers)
      if (name == "Set-Cookie" && value.starts_with("nc_session=")) return value.substr(11, value.find(';') - 11);
    return {};
  }
  static std::string between(const web::Response& r, const std::string& from, const std::string& to) {
    const std::string page(r.content());
    const auto at = page.find(from);
    return at == std::string::npos ? std::string() : page.substr(at + from.size(), page.find(to, at + from.size()) - at - from.size());
  }
  web::Response invite(const char* login, const char* role = "association_officer", const char* org = "ct-kr") {
    return office.ask(as("administrator"), "POST", "/people", {{"login", login}, {"name", "Người Mới"}, {"role", role}, {"org", org}});
  }
  web::Response sign_in(const std::string& login, const std::string& phrase, const std::string& cookies = {}) {
    return office.ask(TwoOffices::nobody(), "POST", "/sign-in", {{"login", login}, {"password", phrase}, {"back", "/"}}, cookies);
  }
  TwoOffices office;
  std::map<std::string, Persona> people;
};
INSTANTIATE_TEST_SUITE_P(Both, Accounts, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(Accounts, an_invited_person_sets_a_pass_phrase_turns_on_the_second_step_and_signs_in_with_it) {
  const web::Response made = invite("nguoi.moi");
  ASSERT_EQ(made.status, 200) << made.content();
  const std::string token = between(made, "/invitation?token=", "<");
  ASSERT_FALSE(token.empty());
  const Persona nobody = TwoOffices::nobody();
  EXPECT_EQ(office.ask(nobody, "GET", "/invitation?token=" + token).status, 200);
  EXPECT_EQ(office.ask(nobody, "POST", "/invitation", {{"token", token}, {"password", "password1234"}, {"password_again", "password1234"}}).status, 422);
  const web::Response set = office.ask(nobody, "POST", "/invitation", {{"token", token}, {"password", k_phrase}, {"password_again", k_phrase}});
  ASSERT_EQ(set.status, 303);
  EXPECT_EQ(office.ask(nobody, "GET", "/invitation?token=" + token).status, 410);  // works once
  Persona person{"new", find_role("association_officer"), "ct-kr", 0, session_in(set)};
  EXPECT_EQ(office.ask(person, "GET", "/delegations").status, 200);

  const std::string secret = between(office.ask(person, "GET", "/account/second-step"), "totp-key\">", "<");
  ASSERT_EQ(secret.size(), 32U);
  const std::int64_t step = now() / 30'000;
  const web::Response on = office.ask(person, "POST", "/account/second-step", {{"secret", secret}, {"code", totp_code(secret, step)}});
  ASSERT_EQ(on.status, 200);
  const std::string recovery = between(on, "<li><code>", "<");
  EXPECT_EQ(recovery.size(), 14U);

  const web::Response first = sign_in("nguoi.moi", k_phrase);
  ASSERT_EQ(first.status, 303);
  EXPECT_TRUE(header(first, "location").starts_with("/sign-in/code"));
  Persona half{"half", nullptr, {}, 0, session_in(first)};
  EXPECT_EQ(office.ask(half, "GET", "/delegations").status, 303);  // the pass-phrase alone opens nothing
  EXPECT_EQ(office.ask(half, "POST", "/sign-in/code", {{"code", totp_code(secret, step)}}).status, 422);  // used when it was turned on
  const web::Response in = office.ask(half, "POST", "/sign-in/code", {{"code", recovery}});
  ASSERT_EQ(in.status, 303);
  EXPECT_NE(session_in(in), half.session);
  Persona full{"full", nullptr, {}, 0, session_in(in)};
  EXPECT_EQ(office.ask(full, "GET", "/delegations").status, 200);
  const std::int64_t number = write([&](db::Tx& tx) { return tx.integer("SELECT id FROM person WHERE login = 'nguoi.moi'"); });
  const web::Response anew = office.ask(as("administrator"), "POST", "/people/" + std::to_string(number) + "/invite");
  const web::Response taken = office.ask(nobody, "POST", "/invitation", {{"token", between(anew, "/invitation?token=", "<")}, {"password", k_phrase}, {"password_again", k_phrase}});
  EXPECT_TRUE(header(taken, "location").starts_with("/sign-in/code")) << "a new invitation does not go round the second step";
  Persona again{"again", nullptr, {}, 0, session_in(sign_in("nguoi.moi", k_phrase))};
  EXPECT_EQ(office.ask(again, "POST", "/sign-in/code", {{"code", recovery}}).status, 422);  // a recovery code works once
}

TEST_P(Accounts, an_administrator_rules_only_over_people_in_reach_and_not_over_the_own_rights) {
  const auto others = office.personas("hp");
  Persona& admin = as("administrator");
  for (const char* act : {"", "/end-visits", "/invite", "/disable", "/second-step-off"})
    EXPECT_EQ(office.ask(admin, "POST", "/people/" + std::to_string(others.front().id) + act, {{"role", "chair"}, {"org", "ct"}, {"name", "X"}}).status, 404) << act;
  EXPECT_EQ(office.ask(admin, "GET", "/people/" + std::to_string(others.front().id)).status, 404);
  const web::Response people_page = office.ask(admin, "GET", "/people");
  const auto link = [](std::int64_t id) { return "href=\"/people/" + std::to_string(id) + "\""; };
  EXPECT_TRUE(shows(people_page, link(as("chair").id)));
  for (const Persona& other : others) EXPECT_FALSE(shows(people_page, link(other.id))) << other.name;
  EXPECT_EQ(invite("xa.lo", "chair", "hp").status, 422);  // an organisation of the other Union
  const TwoOffices::Form all{{"name", "X"}, {"org", "ct"}, {"role", "chair"}, {"reach", "all"}, {"sight", "personal"}, {"function", "approve"}};
  EXPECT_EQ(office.ask(admin, "POST", "/people/" + std::to_string(as("chair").id), all).status, 422);  // wider than the own reach
  EXPECT_EQ(office.ask(admin, "POST", "/people/" + std::to_string(admin.id), {{"name", "X"}, {"org", "ct"}, {"role", "chair"}}).status, 422);
  Persona& officer = as("association_officer");
  EXPECT_EQ(office.ask(admin, "POST", "/people/" + std::to_string(officer.id) + "/disable", {{"off", "1"}}).status, 303);
  EXPECT_EQ(office.ask(officer, "GET", "/delegations").status, 303);
}

TEST_P(Accounts, who_reaches_less_does_not_govern_the_account_of_who_reaches_everything) {
  const std::int64_t above = write([&](db::Tx& tx) { return add_person(tx, "quan.tri.ca.nuoc", "Quản trị cả nước", "", "ct", Reach::all, {Function::administer}, k_phrase).value(); });
  for (const char* act : {"/end-visits", "/invite", "/disable", "/second-step-off"})
    EXPECT_EQ(office.ask(as("administrator"), "POST", "/people/" + std::to_string(above) + act).status, 403) << act;
}

TEST_P(Accounts, wrong_pass_phrases_of_one_person_make_no_other_person_wait) {
  Persona& clumsy = as("clerk");
  const TwoOffices::Form wrong{{"password_now", "sai cụm mật khẩu rồi"}, {"password", k_phrase}, {"password_again", k_phrase}};
  for (int i = 0; i < 60; ++i) office.ask(clumsy, "POST", "/account/password", wrong);
  const std::string other = "prove chi.khac";
  EXPECT_EQ(write([&](db::Tx& tx) { return wait_before_try(tx, other, "", false); }), 0);
  EXPECT_LE(write([&](db::Tx& tx) { return tx.integer("SELECT count(*) FROM failed_try"); }), 10) << "who waits is not counted again";
}

TEST_P(Accounts, seeing_as_somebody_else_shows_what_they_see_writes_nothing_and_ends) {
  Persona& admin = as("administrator");
  EXPECT_EQ(office.ask(admin, "GET", "/delegations/new").status, 403);
  EXPECT_EQ(office.ask(as("chair"), "POST", "/see-as", {{"whom", "person:" + std::to_string(admin.id)}}).status, 403);
  EXPECT_EQ(office.ask(admin, "POST", "/see-as", {{"role", "association_officer"}, {"org", "hp-kr"}}).status, 422);  // not in reach
  ASSERT_EQ(office.ask(admin, "POST", "/see-as", {{"role", "association_officer"}, {"org", "ct-kr"}}).status, 303);
  EXPECT_EQ(office.ask(admin, "GET", "/delegations/new").status, 200);
  EXPECT_EQ(office.ask(admin, "GET", "/people").status, 403);
  const std::string record = "/delegations/" + std::to_string(office.record("ct", "delegation"));
  EXPECT_EQ(office.ask(admin, "GET", record).status, 200);
  EXPECT_EQ(office.ask(admin, "POST", record + "/delete", {{"version", "1"}, {"reason", "thử"}}).status, 403);
  EXPECT_EQ(office.ask(admin, "POST", "/see-as/end").status, 303);
  EXPECT_EQ(office.ask(admin, "GET", "/people").status, 200);
}

TEST_P(Accounts, wrong_tries_are_slowed_down_alike_for_known_and_unknown_names_and_lock_nobody_out) {
  write([&](db::Tx& tx) { return add_person(tx, "thu.ha", "Thu Hà", "", "ct", Reach::own, {Function::enter}, k_phrase).has_value(); });
  const std::string device = [&] {
    for (const auto& [name, value] : sign_in("thu.ha", k_phrase).headers)
      if (name == "Set-Cookie" && value.starts_with("nc_device=")) return value.substr(0, value.find(';'));
    return std::string();
  }();
  ASSERT_FALSE(device.empty());
  for (const char* login : {"thu.ha", "khong.co"}) {
    std::vector<int> answers;
    for (int i = 0; i < 7; ++i) answers.push_back(sign_in(login, "sai cụm mật khẩu rồi").status);
    EXPECT_EQ(answers, (std::vector<int>{422, 422, 422, 422, 422, 429, 429})) << login;
  }
  EXPECT_EQ(sign_in("thu.ha", k_phrase).status, 429);          // a stranger has to wait, whatever they give
  EXPECT_EQ(sign_in("thu.ha", k_phrase, device).status, 303);  // the person's own browser is let in
}

TEST_P(Accounts, an_unknown_name_gets_the_same_answer_for_the_same_work) {
  write([&](db::Tx& tx) {
    add_person(tx, "thu.ha", "Thu Hà", "", "ct", Reach::own, {Function::enter}, k_phrase).value();
    const auto off = add_person(tx, "da.khoa", "Đã khóa", "", "ct", Reach::own, {Function::enter}, k_phrase).value();
    tx.exec("UPDATE person SET disabled = 1 WHERE id = $1", {off});
    return true;
  });
  invite("chua.vao");
  sign_in("lan.dau", "sai cụm mật khẩu rồi");  // the hash that nobody has is made once
  const auto page_of = [](const web::Response& r, const std::string& login) {
    std::string page(r.content());
    for (auto at = page.find(login); at != std::string::npos; at = page.find(login)) page.replace(at, login.size(), "?");
    for (auto at = page.find("name=\"csrf\" value=\""); at != std::string::npos; at = page.find("name=\"csrf\" value=\"", at + 1)) page.erase(at + 19, page.find('"', at + 19) - at - 19);
    return page;
  };
  std::string first;
  for (const char* login : {"thu.ha", "da.khoa", "chua.vao", "khong.co", "KHONG CO", ""}) {
    const std::int64_t before = password_runs();
    const web::Response answer = sign_in(login, "sai cụm mật khẩu rồi");
    EXPECT_EQ(answer.status, 422) << login;
    EXPECT_EQ(password_runs() - before, 1) << login << ": as much work as for anybody";
    const std::string page = page_of(answer, *login == '\0' ? "no such text" : login);
    if (first.empty()) first = page;
    else if (*login != '\0') EXPECT_EQ(page, first) << login;
  }
}

TEST_P(Accounts, a_dangerous_act_asks_for_the_pass_phrase_again_and_goes_on_with_what_was_typed) {
  const std::int64_t id = write([&](db::Tx& tx) { return add_person(tx, "quan.tri", "Quản trị", "", "ct", Reach::whole_union, {Function::administer}, k_phrase).value(); });
  Persona admin{"admin", nullptr, "ct", id, write([&](db::Tx& tx) { return start_session(tx, id); })};
  Persona& officer = as("association_officer");
  const std::string path = "/people/" + std::to_string(officer.id);
  TwoOffices::Form rights{{"name", "Tên mới & đẹp"}, {"org", "ct-kr"}, {"role", "clerk"}, {"reach", "own"}, {"sight", "internal"}, {"function", "enter"}, {"function", "number"}};
  set_clock_for_test(now() + k_proof_holds + 1000);
  EXPECT_EQ(header(office.ask(admin, "GET", "/people/new"), "location"), "/prove?back=%2Fpeople%2Fnew");
  EXPECT_EQ(office.ask(admin, "GET", "/people").status, 200) << "looking needs no proof";
  const web::Response asked = office.ask(admin, "POST", path, rights);
  EXPECT_EQ(asked.status, 200);
  EXPECT_TRUE(shows(asked, "name=\"name\" value=\"Tên mới &amp; đẹp\""));
  EXPECT_TRUE(shows(asked, "name=\"function\" value=\"number\""));
  const auto name_now = [&] { return write([&](db::Tx& tx) { return db::as_text(tx.scalar("SELECT name FROM person WHERE id = $1", {officer.id})); }); };
  EXPECT_NE(name_now(), "Tên mới & đẹp");
  rights.emplace_back("password_proof", "sai cụm mật khẩu rồi");
  EXPECT_EQ(office.ask(admin, "POST", path, rights).status, 422);
  EXPECT_NE(name_now(), "Tên mới & đẹp");
  rights.back().second = k_phrase;
  EXPECT_EQ(office.ask(admin, "POST", path, rights).status, 303);
  EXPECT_EQ(name_now(), "Tên mới & đẹp");
  EXPECT_EQ(office.ask(admin, "GET", "/people/new").status, 200) << "the proof holds for ten minutes";
  set_clock_for_test(now() + k_proof_holds + 1000);
  EXPECT_EQ(office.ask(admin, "POST", "/prove", {{"password", "sai cụm mật khẩu rồi"}, {"back", "/people"}}).status, 422);
  EXPECT_EQ(header(office.ask(admin, "POST", "/prove", {{"password", k_phrase}, {"back", "//evil.example"}}), "location"), "/");
  auto page = web::parse_request("GET", "/", {{"host", "localhost"}, {"cookie", "nc_session=" + admin.session}}, "");
  auto from_proxy = web::parse_request("POST", path + "/end-visits", {{"host", "localhost"}, {"cookie", "nc_session=" + admin.session}, {"x-forwarded-for", "198.51.100.1, 203.0.113.7"}, {"content-type", "application/x-www-form-urlencoded"}},
                                       "csrf=" + url_encode(office.site().csrf_token(*page)));
  EXPECT_EQ(office.site().handle(std::move(*from_proxy)).status, 303);
  const auto logged = write([&](db::Tx& tx) { return db::as_text(tx.scalar("SELECT remote FROM access_log WHERE act = 'visits_ended'")); });
  EXPECT_EQ(logged, "203.0.113.7") << "the log says from where";
}

TEST_P(Accounts, every_dangerous_route_refuses_programs_and_old_proofs) {
  const std::int64_t id = write([&](db::Tx& tx) { return add_person(tx, "quan.tri", "Quản trị", "", "ct", Reach::all, {all_functions().begin(), all_functions().end()}, k_phrase, Sight::personal).value(); });
  Persona admin{"admin", nullptr, "ct", id, write([&](db::Tx& tx) { return start_session(tx, id); })};
  const std::string token = write([&](db::Tx& tx) {
    Actor a;
    a.id = id;
    return make_token(tx, a, "x", "read,write", 30).value();
  });
  set_clock_for_test(now() + k_proof_holds + 1000);
  int dangerous = 0;
  for (const auto& route : office.site().router.routes()) {
    if (!route.access.again) continue;
    ++dangerous;
    std::string path = route.pattern;
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) path.replace(open, path.find('}') - open + 1, std::to_string(as("chair").id));
    const web::Response asked = office.ask(admin, route.method, path);
    EXPECT_TRUE(route.method == "GET" ? header(asked, "location").starts_with("/prove?back=") : shows(asked, "password_proof")) << route.method << " " << path << " " << asked.status;
    auto request = web::parse_request(route.method, path, {{"host", "localhost"}, {"authorization", "Bearer " + token}, {"content-type", "application/x-www-form-urlencoded"}}, "");
    EXPECT_EQ(office.site().handle(std::move(*request)).status, 403) << route.method << " " << path << " by a program";
  }
  EXPECT_GT(dangerous, 15);
}

TEST_P(Accounts, secrets_of_the_second_step_are_sealed_and_old_ones_are_when_the_server_starts) {
  const std::string secret = new_totp_secret(), old_secret = new_totp_secret();
  const auto add = [&](const char* login) { return write([&](db::Tx& tx) { return add_person(tx, login, "X", "", "ct", Reach::own, {}, k_phrase).value(); }); };
  const std::int64_t one = add("mot.nguoi"), other = add("nguoi.khac");
  const std::int64_t step = now() / 30'000;
  write([&](db::Tx& tx) {
    turn_on_second_step(tx, one, secret, step - 5);
    tx.exec("UPDATE person SET totp_secret = $2 WHERE id = $1", {other, old_secret});
    return true;
  });
  const auto stored = [&](std::int64_t id) { return write([&](db::Tx& tx) { return db::as_text(tx.scalar("SELECT totp_secret FROM person WHERE id = $1", {id})); }); };
  EXPECT_EQ(stored(one).find(secret), std::string::npos);
  EXPECT_TRUE(is_sealed(stored(one)));
  EXPECT_EQ(write([&](db::Tx& tx) { return seal_old_secrets(tx).value(); }), 1);
  EXPECT_EQ(write([&](db::Tx& tx) { return seal_old_secrets(tx).value(); }), 0);
  EXPECT_TRUE(is_sealed(stored(other)));
  const auto takes = [&](std::int64_t id, const std::string& of) { return write([&](db::Tx& tx) { return take_code(tx, id, totp_code(of, step)); }); };
  EXPECT_TRUE(takes(other, old_secret));
  EXPECT_TRUE(takes(one, secret));
  // A sealed secret put beside another person is worth nothing: nobody signs in with the codes of their own telephone.
  write([&](db::Tx& tx) { return tx.exec("UPDATE person SET totp_secret = (SELECT totp_secret FROM person WHERE id = $1), totp_last = 0 WHERE id = $2", {one, other}); });
  EXPECT_FALSE(takes(other, secret));
  EXPECT_TRUE(write([&](db::Tx& tx) { return second_steps_at_risk(tx).empty(); }));
}

TEST_P(Accounts, personal_fields_are_masked_kept_when_saved_and_their_reading_is_noted) {
  const std::string record = "/partners/" + std::to_string(office.record("ct", "partner"));
  const std::string phone = write([&](db::Tx& tx) { return db::as_text(tx.scalar("SELECT phone FROM partner WHERE id = $1", {office.record("ct", "partner")})); });
  ASSERT_FALSE(phone.empty());
  Persona &officer = as("association_officer"), &chair = as("chair");
  for (const char* address : {"", "/edit", "?format=json", "/history"})
    EXPECT_EQ(std::string(office.ask(officer, "GET", record + address).content()).find(phone), std::string::npos) << address;
  for (const char* format : {"csv", "json"}) EXPECT_EQ(std::string(office.ask(officer, "GET", std::string("/partners?format=") + format).content()).find(phone), std::string::npos);
  EXPECT_EQ(office.ask(officer, "GET", "/partners?phone=" + url_encode(phone)).status, 422);
  EXPECT_NE(std::string(office.ask(chair, "GET", record).content()).find(phone), std::string::npos);
  const auto readings = [&] { return write([&](db::Tx& tx) { return tx.integer("SELECT count(*) FROM access_log WHERE act = 'read_personal' AND register_name = 'partner' AND person_id = $1", {chair.id}); }); };
  EXPECT_EQ(readings(), 1);
}

TEST_P(Accounts, a_token_lets_a_program_do_what_its_scope_and_its_person_may_and_no_more) {
  Persona& officer = as("association_officer");
  const auto token_of = [&](const char* scopes) { return between(office.ask(officer, "POST", "/account/tokens", {{"name", "kế toán"}, {"scopes", scopes}, {"days", "30"}}), "id=\"token\">", "<"); };
  const auto with = [&](const std::string& token, const char* method, const std::string& target) {
    auto request = web::parse_request(method, target, {{"host", "localhost"}, {"authorization", "Bearer " + token}, {"content-type", "application/x-www-form-urlencoded"}}, "version=1&reason=x");
    return office.site().handle(std::move(*request)).status;
  };
  const std::string reads = token_of("read"), writes = token_of("read,write"), record = "/delegations/" + std::to_string(office.record("ct", "delegation"));
  EXPECT_EQ(with(reads, "GET", record + "?format=json"), 200);
  EXPECT_EQ(with(reads, "GET", "/delegations/" + std::to_string(office.record("hp", "delegation"))), 404);
  EXPECT_EQ(with(reads, "POST", record + "/comment"), 403);
  EXPECT_EQ(with(writes, "POST", record + "/comment"), 422);  // let in; a comment without words is refused
  EXPECT_EQ(with(reads + "x", "GET", record), 303);
  const std::string of_admin = [&] {
    return between(office.ask(as("administrator"), "POST", "/account/tokens", {{"name", "x"}, {"scopes", "read,write"}, {"days", "30"}}), "id=\"token\">", "<");
  }();
  EXPECT_EQ(with(of_admin, "GET", "/people"), 403);  // no program administers
  set_clock_for_test(now() + 31LL * 24 * 3600 * 1000);
  EXPECT_EQ(with(reads, "GET", record), 303);
}

TEST_P(Accounts, every_route_has_the_headers_that_protect_it) {
  Persona& chair = as("chair");
  for (const auto& route : office.site().router.routes()) {
    if (route.method != "GET") continue;
    std::string path = route.pattern;
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) path.replace(open, path.find('}') - open + 1, "1");
    for (const Persona& who : {chair, TwoOffices::nobody()}) {
      const web::Response r = office.ask(who, "GET", path);
      const std::string csp = header(r, "Content-Security-Policy");
      EXPECT_NE(csp.find("default-src 'self'"), std::string::npos) << path;
      EXPECT_NE(csp.find("frame-ancestors 'none'"), std::string::npos) << path;
      EXPECT_EQ(csp.find("unsafe-"), std::string::npos) << path;
      EXPECT_EQ(header(r, "X-Content-Type-Options"), "nosniff") << path;
      EXPECT_EQ(header(r, "Cross-Origin-Opener-Policy"), "same-origin") << path;
      EXPECT_EQ(header(r, "Referrer-Policy"), "same-origin") << path;
      if (route.access.who == web::Access::Who::person && who.id != 0) EXPECT_EQ(header(r, "Cache-Control"), "no-store") << path;
    }
  }
}

TEST_P(Accounts, every_act_wants_the_token_of_its_form_and_no_foreign_page) {
  Persona& chair = as("chair");
  for (const auto& route : office.site().router.routes()) {
    if (route.method == "GET") continue;
    std::string path = route.pattern;
    for (auto open = path.find('{'); open != std::string::npos; open = path.find('{')) path.replace(open, path.find('}') - open + 1, "1");
    std::vector<std::pair<std::string, std::string>> headers{{"host", "localhost"}, {"cookie", "nc_session=" + chair.session}, {"content-type", "application/x-www-form-urlencoded"}};
    auto bare = web::parse_request(route.method, path, headers, "name=x");
    EXPECT_EQ(office.site().handle(std::move(*bare)).status, 403) << route.method << " " << path << " without a token";
    headers.emplace_back("origin", "https://evil.example");
    auto page = web::parse_request("GET", "/", headers, "");
    auto foreign = web::parse_request(route.method, path, headers, "csrf=" + url_encode(office.site().csrf_token(*page)));
    EXPECT_EQ(office.site().handle(std::move(*foreign)).status, 403) << route.method << " " << path << " from elsewhere";
  }
}

TEST_P(Accounts, cookies_of_visits_carry_the_host_prefix_behind_tls_and_addresses_lead_nowhere_else) {
  write([&](db::Tx& tx) { return add_person(tx, "thu.ha", "Thu Hà", "", "ct", Reach::own, {Function::enter}, k_phrase).has_value(); });
  std::vector<std::pair<std::string, std::string>> headers{{"host", "office.example"}, {"x-forwarded-proto", "https"}, {"cookie", "__Host-nc_pre=abc"}, {"content-type", "application/x-www-form-urlencoded"}};
  auto page = web::parse_request("GET", "/sign-in", headers, "");
  const std::string csrf = url_encode(office.site().csrf_token(*page));
  for (const char* back : {"//evil.example", "/\\evil.example", "https://evil.example/", "/%0d%0aSet-Cookie:%20x=1", "javascript:alert(1)"}) {
    auto request = web::parse_request("POST", "/sign-in", headers, "csrf=" + csrf + "&login=thu.ha&password=" + url_encode(k_phrase) + "&back=" + url_encode(back));
    const web::Response in = office.site().handle(std::move(*request));
    ASSERT_EQ(in.status, 303) << back;
    const std::string location = header(in, "location");
    EXPECT_TRUE(location.starts_with('/') && !location.starts_with("//") && location.find('\\') == std::string::npos && location.find_first_of("\r\n") == std::string::npos) << back << " -> " << location;
    bool host = false;
    for (const auto& [name, value] : in.headers) {
      if (name != "Set-Cookie") continue;
      EXPECT_FALSE(value.starts_with("nc_session=")) << value;
      if (!value.starts_with("__Host-nc_session=")) continue;
      host = true;
      for (const char* flag : {"; Secure", "; HttpOnly", "; Path=/", "; SameSite=Lax"}) EXPECT_NE(value.find(flag), std::string::npos) << value;
      EXPECT_EQ(value.find("Domain"), std::string::npos);
    }
    EXPECT_TRUE(host);
  }
  // A plain cookie, which a neighbouring host could have set, is not taken over TLS.
  auto planted = web::parse_request("GET", "/delegations", {{"host", "office.example"}, {"x-forwarded-proto", "https"}, {"cookie", "nc_session=" + as("chair").session}}, "");
  EXPECT_EQ(office.site().handle(std::move(*planted)).status, 303);
}

}  // namespace
}  // namespace nc::test
