// Tokens of a sign-in provider, made here with keys of our own: what holds and what doesn't; and who somebody is by them.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cjose/cjose.h>
#include <sodium.h>

#include <cstdlib>
#include <cstring>

#include "auth/account.h"
#include "auth/outside.h"
#include "auth/second_step.h"
#include "net/http.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

namespace json = boost::json;

constexpr Instant k_now = 1'800'000'000'000;

struct Freed {
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
  void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
  void operator()(cjose_header_t* header) const { cjose_header_release(header); }
};
using Key = std::unique_ptr<cjose_jwk_t, Freed>;

Key rsa_key(const char* name) {
  const std::uint8_t exponent[] = {1, 0, 1};
  Key key(cjose_jwk_create_RSA_random(2048, exponent, sizeof exponent, nullptr));
  cjose_jwk_set_kid(key.get(), name, std::strlen(name), nullptr);
  return key;
}

Key ec_key(const char* name) {
  Key key(cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, nullptr));
  cjose_jwk_set_kid(key.get(), name, std::strlen(name), nullptr);
  return key;
}

json::value public_half(const Key& key) {
  char* text = cjose_jwk_to_json(key.get(), false, nullptr);
  json::value out = json::parse(text);
  cjose_get_dealloc()(text);
  return out;
}

std::string set_of(std::initializer_list<const Key*> keys) {
  json::array all;
  for (const Key* key : keys) all.push_back(public_half(*key));
  return json::serialize(json::object{{"keys", all}});
}

std::string signed_by(const Key& key, const json::object& claims, const char* algorithm = "RS256", const char* name = "one") {
  const std::unique_ptr<cjose_header_t, Freed> header(cjose_header_new(nullptr));
  cjose_header_set(header.get(), CJOSE_HDR_ALG, algorithm, nullptr);
  if (*name != '\0') cjose_header_set(header.get(), CJOSE_HDR_KID, name, nullptr);
  const std::string text = json::serialize(claims);
  const std::unique_ptr<cjose_jws_t, Freed> jws(cjose_jws_sign(key.get(), header.get(), reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), nullptr));
  const char* compact = nullptr;  // stays the token's
  EXPECT_TRUE(jws && cjose_jws_export(jws.get(), &compact, nullptr));
  return compact == nullptr ? std::string() : std::string(compact);
}

std::string base64url(std::string_view text) {
  std::string out(sodium_base64_ENCODED_LEN(text.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  out.resize(out.size() - 1);
  return out;
}

json::object good_claims() {
  return {{"iss", "https://login.example"}, {"sub", "abc"}, {"aud", "nhipcau"}, {"exp", k_now / 1000 + 300}, {"iat", k_now / 1000}, {"nonce", "n-1"}, {"email", "thu@example.org"}, {"email_verified", true},
          {"auth_time", k_now / 1000 - 10}};
}

const oidc::Provider k_provider{"https://login.example", "nhipcau", {}, false};

class Tokens : public testing::Test {
 protected:
  static const Key& rsa() {
    static const Key key = rsa_key("one");
    return key;
  }
  static Result<oidc::Claims> check(const std::string& token, bool* unknown = nullptr) { return oidc::checked_token(token, set_of({&rsa()}), k_provider, "n-1", k_now, unknown); }
  static std::string why(const std::string& token) {
    const auto claims = check(token);
    return claims ? "holds" : claims.error().message.en;
  }
  static json::object with(const char* name, json::value value) {
    json::object claims = good_claims();
    claims[name] = std::move(value);
    return claims;
  }
};

TEST_F(Tokens, that_are_signed_and_meant_for_us_hold) {
  const auto claims = check(signed_by(rsa(), good_claims()));
  ASSERT_TRUE(claims) << claims.error().message.en;
  EXPECT_EQ(claims->subject, "abc");
  EXPECT_EQ(claims->email, "thu@example.org");
  EXPECT_TRUE(claims->email_verified);
  EXPECT_EQ(claims->authenticated_at, k_now - 10'000);
  const Key ec = ec_key("two");
  EXPECT_TRUE(oidc::checked_token(signed_by(ec, good_claims(), "ES256", "two"), set_of({&rsa(), &ec}), k_provider, "n-1", k_now));
  EXPECT_TRUE(check(signed_by(rsa(), good_claims(), "PS256")));
  EXPECT_TRUE(check(signed_by(rsa(), with("aud", json::array{"nhipcau"}))));
}

TEST_F(Tokens, that_were_changed_or_signed_by_somebody_else_do_not_hold) {
  const std::string token = signed_by(rsa(), good_claims());
  const auto first = token.find('.'), second = token.find('.', first + 1);
  const std::string head = token.substr(0, first), signature = token.substr(second + 1);
  EXPECT_NE(why(head + "." + base64url(json::serialize(with("sub", "somebody else"))) + "." + signature).find("signature"), std::string::npos);
  std::string flipped = token;
  flipped[second + 20] = flipped[second + 20] == 'A' ? 'B' : 'A';
  EXPECT_NE(why(flipped).find("signature"), std::string::npos);
  EXPECT_NE(why(head + "." + token.substr(first + 1, second - first - 1) + ".").find("signature"), std::string::npos);
  EXPECT_NE(why(signed_by(rsa_key("one"), good_claims())).find("signature"), std::string::npos) << "another key of the same name";
  for (const char* algorithm : {"none", "HS256", "RS1", ""})
    EXPECT_NE(why(base64url(std::string(R"({"alg":")") + algorithm + R"(","kid":"one"})") + token.substr(first)).find("algorithm"), std::string::npos) << algorithm;
  EXPECT_NE(why(signed_by(ec_key("one"), good_claims(), "ES256")), "holds") << "the key of that name is of another kind";
  bool unknown = false;
  EXPECT_FALSE(check(signed_by(rsa_key("new"), good_claims(), "RS256", "new"), &unknown));
  EXPECT_TRUE(unknown);
  for (const char* broken : {"", ".", "..", "a.b.c", "e30.e30.e30"}) EXPECT_NE(why(broken), "holds") << broken;
}

TEST_F(Tokens, that_are_old_foreign_or_of_another_try_do_not_hold) {
  EXPECT_NE(why(signed_by(rsa(), with("iss", "https://login.example/"))).find("issuer"), std::string::npos);
  for (const json::value& aud : {json::value("other"), json::value(json::array{"other"}), json::value(json::array{"nhipcau", "other"}), json::value(json::array{}), json::value(7)})
    EXPECT_NE(why(signed_by(rsa(), with("aud", aud))).find("audience"), std::string::npos) << json::serialize(aud);
  EXPECT_NE(why(signed_by(rsa(), with("azp", "other"))).find("audience"), std::string::npos);
  EXPECT_NE(why(signed_by(rsa(), with("exp", k_now / 1000 - 61))).find("expired"), std::string::npos);
  EXPECT_NE(why(signed_by(rsa(), with("exp", "never"))).find("expired"), std::string::npos);
  EXPECT_NE(why(signed_by(rsa(), with("iat", k_now / 1000 + 61))).find("future"), std::string::npos);
  EXPECT_NE(why(signed_by(rsa(), with("nonce", "n-2"))).find("nonce"), std::string::npos);
  EXPECT_NE(why(signed_by(rsa(), with("sub", ""))).find("subject"), std::string::npos);
  json::object without = good_claims();
  without.erase("nonce");
  EXPECT_NE(why(signed_by(rsa(), without)).find("nonce"), std::string::npos);
  EXPECT_FALSE(oidc::checked_token(signed_by(rsa(), good_claims()), set_of({&rsa()}), k_provider, "", k_now));
}

TEST(Pkce, challenge_is_that_of_rfc_7636) { EXPECT_EQ(oidc::challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"); }

TEST(Outgoing, addresses_are_https_or_this_machine_when_that_is_allowed) {
  EXPECT_TRUE(net::may_ask("https://login.example/a?b=c", {}));
  for (const char* bad : {"http://login.example/", "http://127.0.0.1:1/", "ftp://login.example/", "file:///etc/passwd", "https://user@login.example/", "https:///x", "https://a b/", "https://login.example\r\nX: y/", ""})
    EXPECT_FALSE(net::may_ask(bad, {})) << bad;
  EXPECT_TRUE(net::may_ask("http://127.0.0.1:99/x", {.loopback_http = true}));
  EXPECT_FALSE(net::may_ask("http://10.0.0.1:99/x", {.loopback_http = true}));
  EXPECT_FALSE(net::may_ask("http://127.0.0.1@evil.example/x", {.loopback_http = true}));
}

class OutsidePeople : public testing::TestWithParam<db::Engine> {
 protected:
  OutsidePeople() : site({.engine = GetParam()}) {
    site.write([&](db::Tx& tx) {
      tx.exec("UPDATE person SET email = login || '@example.org'");
      tx.each("SELECT login, id FROM person", {}, [&](const db::Row& row) {
        ids[std::string(row.text(0))] = row.integer(1);
        return true;
      });
    });
  }
  Result<std::int64_t> come(const oidc::Claims& claims, const OutsideRules& rules = {}) {
    return site.program().database().write_result([&](db::Tx& tx) { return person_of_claims(tx, claims, rules); });
  }
  static oidc::Claims claims(const std::string& subject, const std::string& email, bool verified = true) { return {"https://login.example", subject, email, "Tên " + subject, verified, 0}; }
  /// Looked up once, before anything is written: a write can't begin a read.
  std::int64_t person(const std::string& login) const { return ids.at(login); }
  std::map<std::string, std::int64_t> ids;
  SampleSite site;
};
INSTANTIATE_TEST_SUITE_P(Both, OutsidePeople, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(OutsidePeople, are_known_by_a_verified_address_once_and_by_issuer_and_subject_from_then_on) {
  EXPECT_FALSE(come(claims("s1", "anh@example.org", false))) << "an address that nobody verified proves nothing";
  EXPECT_FALSE(come(claims("s1", "ai.do@example.org")));
  ASSERT_EQ(come(claims("s1", "ANH@example.org")).value_or(0), person("anh"));
  EXPECT_EQ(come(claims("s1", "")).value_or(0), person("anh")) << "whatever the address is later";
  EXPECT_FALSE(come(claims("s2", "anh@example.org"))) << "somebody else with that address is not let in";
  oidc::Claims other = claims("s1", "anh@example.org");
  other.issuer = "https://other.example";
  EXPECT_FALSE(come(other));
  site.write([&](db::Tx& tx) { tx.exec("UPDATE person SET disabled = 1 WHERE login = 'anh'"); });
  EXPECT_FALSE(come(claims("s1", "anh@example.org"))) << "disabled people stay out";
  site.write([&](db::Tx& tx) { tx.exec("UPDATE person SET email = 'chung@example.org' WHERE login IN ('bao', 'loan')"); });
  EXPECT_FALSE(come(claims("s3", "chung@example.org"))) << "an address of two people names nobody";
}

TEST_P(OutsidePeople, with_a_second_step_or_the_right_to_administer_connect_on_their_account_page_only) {
  EXPECT_FALSE(come(claims("s1", "quan@example.org")));
  site.write([&](db::Tx& tx) { turn_on_second_step(tx, person("bao"), new_totp_secret(), 1); });
  EXPECT_FALSE(come(claims("s2", "bao@example.org")));
  const auto connect = [&](const char* login, const char* subject) {
    return site.program().database().write_result([&](db::Tx& tx) { return connect_outside(tx, person(login), claims(subject, "x@example.org"), {}); }).has_value();
  };
  EXPECT_TRUE(connect("bao", "s2"));
  EXPECT_FALSE(connect("anh", "s2")) << "one identity is one person";
  EXPECT_EQ(come(claims("s2", "")).value_or(0), person("bao"));
  EXPECT_EQ(site.number("SELECT count(*) FROM person WHERE login = 'bao' AND totp_secret <> ''"), 1) << "the second step stays";
  site.write([&](db::Tx& tx) { start_session(tx, person("bao"), {.second_step = false, .agent = "", .remote = "", .way = "oidc", .proved = false}); });
  EXPECT_TRUE(site.program().database().write_result([&](db::Tx& tx) { return disconnect_outside(tx, person("bao")); }));
  EXPECT_EQ(site.number("SELECT count(*) FROM session WHERE person_id = $1 AND way = 'oidc'", {person("bao")}), 0);
  EXPECT_FALSE(come(claims("s2", "bao@example.org")));
}

TEST_P(OutsidePeople, whom_nobody_knows_get_no_rights_and_only_where_the_office_wants_it) {
  const OutsideRules makes{{"example.org"}, true, "ct"};
  EXPECT_FALSE(come(claims("s9", "la@elsewhere.example"), makes));
  EXPECT_FALSE(come(claims("s9", "la@example.org", false), makes));
  const auto id = come(claims("s9", "la@example.org"), makes);
  ASSERT_TRUE(id) << id.error().message.en;
  EXPECT_EQ(site.text("SELECT functions || '/' || reach || '/' || sight || '/' || login FROM person WHERE id = $1", {*id}), "/own/published/la0") << "a name has three letters at least";
  EXPECT_EQ(come(claims("s9", "la@example.org"), makes).value_or(0), *id);
  EXPECT_NE(come(claims("s8", "la@sub.example.org"), {{"sub.example.org"}, true, "ct"}).value_or(0), *id);
  EXPECT_FALSE(come(claims("s9", "la@example.org"), {{"elsewhere.example"}, true, "ct"})) << "a domain that is no longer taken";
}

TEST_P(OutsidePeople, are_disconnected_by_an_administrator_in_reach_with_their_visits) {
  ASSERT_TRUE(come(claims("s1", "anh@example.org")));
  std::string visit;
  site.write([&](db::Tx& tx) { visit = start_session(tx, person("anh"), {.second_step = false, .agent = "", .remote = "", .way = "oidc", .proved = false}); });
  site.sign_in("anh");
  EXPECT_EQ(site.post("/people/" + std::to_string(person("anh")) + "/provider-off").status, 403);
  site.sign_in("quan");
  EXPECT_EQ(site.post("/people/" + std::to_string(person("anh")) + "/provider-off").status, 303);
  site.write([&](db::Tx& tx) {
    EXPECT_FALSE(is_connected_outside(tx, person("anh")));
    EXPECT_EQ(actor_of_session(tx, visit).id, 0);
  });
}

TEST_P(OutsidePeople, lose_their_visits_when_their_rights_change) {
  std::string visit, own;
  site.write([&](db::Tx& tx) {
    visit = start_session(tx, person("anh"), {.second_step = false, .agent = "", .remote = "", .way = "oidc", .proved = false});
    own = start_session(tx, person("anh"));
    EXPECT_EQ(actor_of_session(tx, visit).proved_at, 0) << "who it is was proved elsewhere: dangerous acts ask again";
  });
  site.sign_in("quan");
  EXPECT_EQ(site.post("/people/" + std::to_string(person("anh")), {{"name", "Anh"}, {"org", "ct-kr"}, {"role", "clerk"}}).status, 303);
  site.write([&](db::Tx& tx) {
    EXPECT_EQ(actor_of_session(tx, visit).id, 0);
    EXPECT_EQ(actor_of_session(tx, own).id, person("anh"));
  });
}

TEST_P(OutsidePeople, come_back_only_to_the_browser_that_began) {
  site.write([](db::Tx& tx) {
    app::put_setting(tx, "base_url", "http://localhost");
    app::put_setting(tx, "oidc.issuer", "https://127.0.0.1:1");
    app::put_setting(tx, "oidc.client", "nhipcau");
  });
  for (const char* address : {"/sign-in/oidc/done", "/sign-in/oidc/done?code=x&state=", "/sign-in/oidc/done?code=x&state=abc"}) EXPECT_EQ(site.get(address).status, 403) << address;
  for (const char* cookie : {"nc_try=", "nc_try=~~~~~~~", "nc_try=a~b~c~in~0~9999999999999~%2F~00"}) EXPECT_EQ(site.send("GET", "/sign-in/oidc/done?code=x&state=a", {{"cookie", cookie}}, "").status, 403) << cookie;
  EXPECT_EQ(site.get("/sign-in/oidc").status, 503) << "a provider that does not answer is said in words";
}

}  // namespace
}  // namespace nc::test
