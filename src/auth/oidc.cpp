// Asking an OpenID Connect provider, and checking its tokens.
#include "auth/oidc.h"

#include <boost/json.hpp>
#include <cjose/cjose.h>
#include <sodium.h>

#include <cstdlib>
#include <memory>

#include "base/hash.h"
#include "html/html.h"
#include "net/http.h"

namespace nc::oidc {
namespace {

namespace json = boost::json;

tl::unexpected<Problem> bad_token(const char* why) {
  return refuse(Code::forbidden, Message(std::string("Thẻ của nhà cung cấp đăng nhập không hợp lệ: ") + why + ".", std::string("The provider's token does not hold: ") + why + "."));
}

net::HttpPolicy policy_of(const Provider& p) { return {p.loopback_http, {}, {}}; }

std::optional<json::object> object_of(std::string_view text) {
  boost::system::error_code broken;
  auto value = json::parse(json::string_view(text.data(), text.size()), broken);
  if (broken || !value.is_object()) return std::nullopt;
  return std::move(value.as_object());
}

std::string text_in(const json::object& o, std::string_view name) {
  const auto* v = o.if_contains(name);
  return v != nullptr && v->is_string() ? std::string(v->as_string()) : std::string();
}

std::optional<std::int64_t> number_in(const json::object& o, std::string_view name) {
  const auto* v = o.if_contains(name);
  if (v == nullptr) return std::nullopt;
  if (v->is_int64()) return v->as_int64();
  if (v->is_double() && v->as_double() > 0 && v->as_double() < 1e12) return static_cast<std::int64_t>(v->as_double());
  return std::nullopt;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string out(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0)
    return std::nullopt;
  out.resize(length);
  return out;
}

struct Freed {
  void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
  void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
};

/// The key of the set that the token names; without a name the only one of the right kind.
std::optional<std::string> key_of(const json::object& set, const std::string& name, std::string_view algorithm) {
  const std::string_view kind = algorithm == "ES256" ? "EC" : "RSA";
  const auto* keys = set.if_contains("keys");
  if (keys == nullptr || !keys->is_array()) return std::nullopt;
  std::optional<std::string> found;
  for (const auto& one : keys->as_array()) {
    if (!one.is_object()) continue;
    const json::object& key = one.as_object();
    const std::string use = text_in(key, "use"), its_algorithm = text_in(key, "alg");
    if (text_in(key, "kty") != kind || (!use.empty() && use != "sig") || (!its_algorithm.empty() && its_algorithm != algorithm)) continue;
    if (!name.empty() && text_in(key, "kid") != name) continue;
    if (found) return std::nullopt;  // which one is not said
    found = json::serialize(key);
  }
  return found;
}

/// The claims, when the signature is the key's.
std::optional<std::string> signed_claims(const std::string& token, const std::string& key) {
  cjose_err error{};
  const std::unique_ptr<cjose_jwk_t, Freed> jwk(cjose_jwk_import(key.data(), key.size(), &error));
  if (!jwk) return std::nullopt;
  const std::unique_ptr<cjose_jws_t, Freed> jws(cjose_jws_import(token.data(), token.size(), &error));
  if (!jws || !cjose_jws_verify(jws.get(), jwk.get(), &error)) return std::nullopt;
  std::uint8_t* bytes = nullptr;  // stays the token's
  std::size_t size = 0;
  if (!cjose_jws_get_plaintext(jws.get(), &bytes, &size, &error)) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(bytes), size);
}

bool is_audience(const json::object& claims, const std::string& client) {
  const auto* aud = claims.if_contains("aud");
  if (aud == nullptr) return false;
  const std::string party = text_in(claims, "azp");
  if (!party.empty() && party != client) return false;
  if (aud->is_string()) return aud->as_string() == client;
  if (!aud->is_array()) return false;
  bool named = false;
  for (const auto& one : aud->as_array()) named = named || (one.is_string() && one.as_string() == client);
  return named && (aud->as_array().size() == 1 || party == client);
}

bool is_true(const json::object& o, std::string_view name) {
  const auto* v = o.if_contains(name);
  return v != nullptr && ((v->is_bool() && v->as_bool()) || (v->is_string() && v->as_string() == "true"));
}

}  // namespace

Result<Endpoints> discover(const Provider& provider) {
  std::string base = provider.issuer;
  while (base.ends_with('/')) base.pop_back();
  NC_TRY(answer, net::http_get(base + "/.well-known/openid-configuration", policy_of(provider)));
  const auto found = answer.status == 200 ? object_of(answer.body) : std::nullopt;
  if (!found) return refuse(Code::invalid, Message("Ở " + provider.issuer + " không có nhà cung cấp OpenID Connect.", "There is no OpenID Connect provider at " + provider.issuer + "."), "issuer");
  if (text_in(*found, "issuer") != provider.issuer)
    return refuse(Code::invalid, Message("Nhà cung cấp tự xưng là “" + text_in(*found, "issuer") + "”. Ghi đúng như thế.", "The provider calls itself “" + text_in(*found, "issuer") + "”. Write it exactly so."), "issuer");
  const Endpoints e{text_in(*found, "authorization_endpoint"), text_in(*found, "token_endpoint"), text_in(*found, "jwks_uri")};
  for (const std::string& one : {e.authorize, e.token, e.keys})
    if (!net::may_ask(one, policy_of(provider))) return refuse(Code::invalid, Message("Nhà cung cấp nêu một địa chỉ không dùng https: " + one, "The provider names an address without https: " + one), "issuer");
  return e;
}

Result<std::string> fetch_keys(const Provider& provider, const Endpoints& endpoints) {
  NC_TRY(answer, net::http_get(endpoints.keys, policy_of(provider)));
  if (answer.status != 200) return refuse(Code::unsupported, Text("Nhà cung cấp đăng nhập không đưa khóa.", "The provider gives no keys."));
  return std::move(answer.body);
}

Try new_try() {
  constexpr int k_bytes = 32;
  return {random_token(k_bytes), random_token(k_bytes), random_token(k_bytes)};
}

std::string challenge_of(std::string_view verifier) {
  unsigned char hash[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
  std::string out(sodium_base64_ENCODED_LEN(sizeof hash, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(out.data(), out.size(), hash, sizeof hash, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  out.resize(out.size() - 1);
  return out;
}

std::string authorize_address(const Provider& p, const Endpoints& e, const Try& t, std::string_view redirect, bool again) {
  std::string address = e.authorize + (e.authorize.find('?') == std::string::npos ? "?" : "&") + "response_type=code&scope=openid%20email%20profile&client_id=" + url_encode(p.client) +
                        "&redirect_uri=" + url_encode(redirect) + "&state=" + url_encode(t.state) + "&nonce=" + url_encode(t.nonce) + "&code_challenge_method=S256&code_challenge=" + challenge_of(t.verifier);
  if (again) address += "&prompt=login&max_age=0";
  return address;
}

Result<std::string> fetch_token(const Provider& p, const Endpoints& e, std::string_view code, std::string_view verifier, std::string_view redirect) {
  net::HttpPolicy policy = policy_of(p);
  std::vector<std::pair<std::string, std::string>> form{{"grant_type", "authorization_code"}, {"code", std::string(code)}, {"code_verifier", std::string(verifier)}, {"redirect_uri", std::string(redirect)}};
  if (p.secret.empty()) form.emplace_back("client_id", p.client);
  else policy.user = url_encode(p.client), policy.password = url_encode(p.secret);
  NC_TRY(answer, net::http_post(e.token, form, policy));
  const auto found = object_of(answer.body);
  const std::string token = found ? text_in(*found, "id_token") : std::string();
  if (answer.status == 200 && !token.empty()) return token;
  const std::string why = found ? text_in(*found, "error") : std::string();
  return refuse(Code::forbidden, Message("Nhà cung cấp đăng nhập không nhận mã (" + (why.empty() ? std::to_string(answer.status) : why) + ").", "The provider did not take the code (" + (why.empty() ? std::to_string(answer.status) : why) + ")."));
}

Result<Claims> checked_token(std::string_view token, std::string_view keys, const Provider& provider, std::string_view nonce, Instant at, bool* unknown_key) {
  constexpr std::int64_t k_grace_s = 60;
  constexpr std::size_t k_token_most = 32 * 1024;
  if (unknown_key != nullptr) *unknown_key = false;
  if (token.size() > k_token_most) return bad_token("too long");
  const auto head_bytes = from_base64url(token.substr(0, token.find('.')));
  const auto head = head_bytes ? object_of(*head_bytes) : std::nullopt;
  const auto set = object_of(keys);
  if (!head || !set) return bad_token("not readable");
  const std::string algorithm = text_in(*head, "alg");
  // Algorithms are listed here, not taken from the token: "none" and secrets shared by nobody are no signatures.
  if (algorithm != "RS256" && algorithm != "PS256" && algorithm != "ES256") return bad_token("algorithm");
  if (head->if_contains("crit") != nullptr) return bad_token("critical header");
  const auto key = key_of(*set, text_in(*head, "kid"), algorithm);
  if (!key) {
    if (unknown_key != nullptr) *unknown_key = true;
    return bad_token("unknown key");
  }
  const auto plain = signed_claims(std::string(token), *key);
  const auto claims = plain ? object_of(*plain) : std::nullopt;
  if (!claims) return bad_token("signature");
  const std::int64_t now_s = at / 1000;
  const auto expires = number_in(*claims, "exp"), issued = number_in(*claims, "iat");
  if (text_in(*claims, "iss") != provider.issuer) return bad_token("issuer");
  if (!is_audience(*claims, provider.client)) return bad_token("audience");
  if (!expires || *expires + k_grace_s < now_s) return bad_token("expired");
  if (!issued || *issued - k_grace_s > now_s) return bad_token("issued in the future");
  if (nonce.empty() || !equal_constant_time(text_in(*claims, "nonce"), nonce)) return bad_token("nonce");
  Claims out{provider.issuer, text_in(*claims, "sub"), text_in(*claims, "email"), text_in(*claims, "name"), is_true(*claims, "email_verified"), number_in(*claims, "auth_time").value_or(0) * 1000};
  if (out.subject.empty() || out.subject.size() > 255) return bad_token("subject");
  return out;
}

}  // namespace nc::oidc
