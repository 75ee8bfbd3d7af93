// Passkeys with an authenticator of our own: what holds, and everything that may be wrong with it.
#include <gtest/gtest.h>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <boost/json.hpp>

#include "auth/account.h"
#include "auth/passkey.h"
#include "base/base64.h"
#include "base/hash.h"
#include "support/sample_site.h"

namespace nc::test {
namespace {

using Pkey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

std::string raw_sha256(std::string_view text) {
  std::string out(32, '\0');
  EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(out.data()), nullptr, EVP_sha256(), nullptr);
  return out;
}

std::string url_safe(std::string_view text) {
  std::string out = base64_of(text);
  while (out.ends_with('=')) out.pop_back();
  for (char& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return out;
}

/// A device with one key (ES256).
class Device {
 public:
  Device() : key_(EVP_EC_gen("P-256"), EVP_PKEY_free) {}
  std::string id = "credential-0001";
  std::uint32_t counter = 1;
  unsigned char flags = 0x05;  // present and verified

  static std::string client_data(const std::string& type, const std::string& challenge, const std::string& origin, const std::string& more = {}) {
    return R"({"type":")" + type + R"(","challenge":")" + url_safe(challenge) + R"(","origin":")" + origin + R"(","crossOrigin":false)" + more + "}";
  }
  std::string authenticator_data(const std::string& site, bool with_key) const {
    std::string out = raw_sha256(site);
    out += static_cast<char>(flags | (with_key ? 0x40 : 0));
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>((counter >> shift) & 0xFF);
    if (!with_key) return out;
    out += std::string(16, '\0');
    out += {'\0', static_cast<char>(id.size())};
    return out + id + std::string("\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", 10) + coordinate(OSSL_PKEY_PARAM_EC_PUB_X) + std::string("\x22\x58\x20", 3) + coordinate(OSSL_PKEY_PARAM_EC_PUB_Y);
  }
  std::string signature(const std::string& data, const std::string& client) const {
    const std::string message = data + raw_sha256(client);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> c(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::size_t size = 0;
    EVP_DigestSignInit(c.get(), nullptr, EVP_sha256(), nullptr, key_.get());
    EVP_DigestSign(c.get(), nullptr, &size, reinterpret_cast<const unsigned char*>(message.data()), message.size());
    std::string out(size, '\0');
    EVP_DigestSign(c.get(), reinterpret_cast<unsigned char*>(out.data()), &size, reinterpret_cast<const unsigned char*>(message.data()), message.size());
    out.resize(size);
    return out;
  }

 private:
  std::string coordinate(const char* which) const {
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(key_.get(), which, &number);
    std::string out(32, '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char*>(out.data()), 32);
    BN_free(number);
    return out;
  }
  Pkey key_;
};

const passkey::Site k_site{"https://office.example"};

passkey::Used used_by(const Device& device, const std::string& challenge, const std::string& origin = "https://office.example", const std::string& type = "webauthn.get") {
  const std::string client = Device::client_data(type, challenge, origin), data = device.authenticator_data("office.example", false);
  return {client, data, device.signature(data, client)};
}

passkey::Made made_by(const Device& device, const std::string& challenge) { return {Device::client_data("webauthn.create", challenge, "https://office.example"), device.authenticator_data("office.example", true)}; }

TEST(Passkeys, are_made_and_used_with_what_the_device_signs) {
  Device device;
  const auto made = passkey::checked_made(made_by(device, "c-1"), k_site, "c-1");
  ASSERT_TRUE(made) << made.error().message.en;
  EXPECT_EQ(made->id, device.id);
  device.counter = 5;
  const auto used = passkey::checked_used(used_by(device, "c-2"), k_site, "c-2", *made);
  ASSERT_TRUE(used) << used.error().message.en;
  EXPECT_EQ(*used, 5);
}

TEST(Passkeys, of_another_site_challenge_or_act_do_not_hold) {
  Device device;
  EXPECT_FALSE(passkey::checked_made(made_by(device, "c-1"), k_site, "c-2"));
  EXPECT_FALSE(passkey::checked_made(made_by(device, ""), k_site, ""));
  EXPECT_FALSE(passkey::checked_made(made_by(device, "c-1"), {"https://other.example"}, "c-1"));
  passkey::Made wrong_site = made_by(device, "c-1");
  wrong_site.authenticator_data = device.authenticator_data("other.example", true);
  EXPECT_FALSE(passkey::checked_made(wrong_site, k_site, "c-1"));
  const auto key = passkey::checked_made(made_by(device, "c-1"), k_site, "c-1");
  ASSERT_TRUE(key);
  device.counter = 2;
  EXPECT_FALSE(passkey::checked_used(used_by(device, "c-2"), k_site, "c-3", *key));
  EXPECT_FALSE(passkey::checked_used(used_by(device, "c-2", "https://evil.example"), k_site, "c-2", *key));
  EXPECT_FALSE(passkey::checked_used(used_by(device, "c-2", "https://office.example:444"), k_site, "c-2", *key));
  EXPECT_FALSE(passkey::checked_used(used_by(device, "c-2", "https://office.example", "webauthn.create"), k_site, "c-2", *key));
  passkey::Used framed = used_by(device, "c-2");
  framed.client_data = Device::client_data("webauthn.get", "c-2", "https://office.example", R"(,"crossOrigin":true)");
  framed.signature = device.signature(framed.authenticator_data, framed.client_data);
  EXPECT_FALSE(passkey::checked_used(framed, k_site, "c-2", *key));
}

TEST(Passkeys, whose_signature_counter_or_proof_of_the_person_is_wrong_do_not_hold) {
  Device device, other;
  const auto key = passkey::checked_made(made_by(device, "c-1"), k_site, "c-1");
  ASSERT_TRUE(key);
  device.counter = other.counter = 2;
  EXPECT_FALSE(passkey::checked_used(used_by(other, "c-2"), k_site, "c-2", *key)) << "signed by another key";
  passkey::Used changed = used_by(device, "c-2");
  changed.authenticator_data[36] = 9;
  EXPECT_FALSE(passkey::checked_used(changed, k_site, "c-2", *key)) << "the counter is signed too";
  for (std::size_t size : {0, 1, 36}) {
    passkey::Used cut = used_by(device, "c-2");
    cut.authenticator_data.resize(size);
    EXPECT_FALSE(passkey::checked_used(cut, k_site, "c-2", *key)) << size;
  }
  device.counter = 1;
  EXPECT_FALSE(passkey::checked_used(used_by(device, "c-2"), k_site, "c-2", *key)) << "a counter that stands still: a copy";
  device.counter = 3;
  device.flags = 0x01;
  EXPECT_FALSE(passkey::checked_used(used_by(device, "c-2"), k_site, "c-2", *key)) << "nobody gave PIN or finger";
  EXPECT_FALSE(passkey::checked_made(made_by(device, "c-1"), k_site, "c-1"));
  EXPECT_FALSE(passkey::checked_made({"", ""}, k_site, "c-1"));
}

class PasskeyPeople : public testing::TestWithParam<db::Engine> {
 protected:
  PasskeyPeople() : site({.engine = GetParam()}) {
    anh = site.number("SELECT id FROM person WHERE login = 'anh'");
    site.write([&](db::Tx& tx) {
      const auto made = passkey::checked_made(made_by(device, "c-1"), k_site, "c-1");
      EXPECT_TRUE(passkey::keep(tx, anh, "Điện thoại", *made));
    });
  }
  Result<std::int64_t> come(const std::string& challenge) {
    ++device.counter;
    return site.program().database().write_result([&](db::Tx& tx) { return passkey::sign_in(tx, device.id, used_by(device, challenge), k_site, challenge); });
  }
  Device device;
  SampleSite site;
  std::int64_t anh = 0;
};
INSTANTIATE_TEST_SUITE_P(Both, PasskeyPeople, testing::ValuesIn(engines_under_test()), engine_name);

TEST_P(PasskeyPeople, are_let_in_once_by_a_challenge_and_not_when_disabled_or_the_key_is_gone) {
  EXPECT_EQ(come("c-2").value_or(0), anh);
  EXPECT_FALSE(come("c-2")) << "a challenge works once";
  EXPECT_EQ(come("c-3").value_or(0), anh);
  site.write([&](db::Tx& tx) { tx.exec("UPDATE person SET disabled = 1 WHERE id = $1", {anh}); });
  EXPECT_FALSE(come("c-4"));
  site.write([&](db::Tx& tx) {
    tx.exec("UPDATE person SET disabled = 0 WHERE id = $1", {anh});
    const auto all = passkey::passkeys_of(tx, anh);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_FALSE(passkey::remove(tx, anh + 1, all[0].id)) << "nobody takes the key of others away";
    EXPECT_TRUE(passkey::remove(tx, anh, all[0].id));
  });
  EXPECT_FALSE(come("c-5"));
}

TEST_P(PasskeyPeople, need_the_cookie_of_their_own_try) {
  const SampleSite::Form given{{"credential", base64_of(device.id)}, {"client_data", "x"}, {"authenticator_data", "x"}, {"signature", "x"}};
  site.sign_in("thu");
  EXPECT_EQ(site.post("/sign-in/passkey", given).status, 422);
  site.sign_in("anh");
  EXPECT_EQ(site.post("/prove/passkey", given).status, 422);
  EXPECT_EQ(site.post("/account/passkeys", given).status, 422);
  EXPECT_EQ(site.number("SELECT count(*) FROM passkey"), 1);
}

}  // namespace
}  // namespace nc::test
