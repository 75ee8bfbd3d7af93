// Passkeys: signatures checked by libfido2, what they sign checked here.
#include "auth/passkey.h"

#include <fido.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <boost/json.hpp>

#include <memory>

#include "base/base64.h"
#include "base/fold.h"
#include "base/hash.h"
#include "base/number.h"

namespace nc::passkey {
namespace {

namespace json = boost::json;

tl::unexpected<Problem> wrong(const char* why) {
  return refuse(Code::forbidden, Message(std::string("Khóa đăng nhập không hợp lệ: ") + why + ".", std::string("The passkey does not hold: ") + why + "."));
}

struct Freed {
  void operator()(fido_cred_t* c) const { fido_cred_free(&c); }
  void operator()(fido_assert_t* a) const { fido_assert_free(&a); }
  void operator()(es256_pk_t* k) const { es256_pk_free(&k); }
  void operator()(rs256_pk_t* k) const { rs256_pk_free(&k); }
};

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

void start_library() {
  static const bool once = [] {
    fido_init(0);
    return true;
  }();
  (void)once;
}

/// URL-safe base64 without padding, as browsers write challenges.
std::string url_safe(std::string_view text) {
  std::string out = base64_of(text);
  while (out.ends_with('=')) out.pop_back();
  for (char& c : out) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return out;
}

/// The browser's own words about the act: which act, which challenge, on which site.
Result<bool> check_client_data(std::string_view text, std::string_view type, const Site& site, std::string_view challenge) {
  constexpr std::size_t k_most = 8 * 1024;
  boost::system::error_code broken;
  if (text.size() > k_most || !is_utf8(text)) return wrong("client data");
  const auto value = json::parse(json::string_view(text.data(), text.size()), broken);
  if (broken || !value.is_object()) return wrong("client data");
  const json::object& o = value.get_object();
  const auto said = [&](std::string_view name) {
    const auto* v = o.if_contains(name);
    return v != nullptr && v->is_string() ? std::string(v->get_string()) : std::string();
  };
  if (said("type") != type) return wrong("type");
  if (challenge.empty() || !equal_constant_time(said("challenge"), url_safe(challenge))) return wrong("challenge");
  if (said("origin") != site.origin) return wrong("origin");
  if (const auto* cross = o.if_contains("crossOrigin"); cross != nullptr && (!cross->is_bool() || cross->get_bool())) return wrong("cross-origin");
  return true;
}

/// 32 bytes: hash of the site; 1: flags; 4: counter.
Result<std::int64_t> check_authenticator_data(std::string_view data, const Site& site) {
  constexpr std::size_t k_least = 37;
  constexpr unsigned k_present = 0x01, k_verified = 0x04;
  if (data.size() < k_least || data.size() > 4096) return wrong("authenticator data");
  static constexpr char k_hex[] = "0123456789abcdef";
  std::string hash;
  for (std::size_t i = 0; i < 32; ++i) hash += {k_hex[static_cast<unsigned char>(data[i]) >> 4], k_hex[static_cast<unsigned char>(data[i]) & 15]};
  if (hash != sha256_hex(site.id())) return wrong("site");
  const unsigned flags = static_cast<unsigned char>(data[32]);
  if ((flags & k_present) == 0 || (flags & k_verified) == 0) return wrong("person not verified by the device");
  std::int64_t counter = 0;
  for (std::size_t i = 33; i < k_least; ++i) counter = counter * 256 + static_cast<unsigned char>(data[i]);
  return counter;
}

std::string algorithm_of(const Credential& c) { return c.public_key.substr(0, c.public_key.find(':')); }
std::string key_of(const Credential& c) { return from_base64(c.public_key.substr(c.public_key.find(':') + 1)).value_or(""); }

bool verified(const fido_assert_t* assertion, const Credential& c) {
  const std::string key = key_of(c);
  if (algorithm_of(c) == std::to_string(COSE_ES256)) {
    const std::unique_ptr<es256_pk_t, Freed> pk(es256_pk_new());
    return pk && es256_pk_from_ptr(pk.get(), key.data(), key.size()) == FIDO_OK && fido_assert_verify(assertion, 0, COSE_ES256, pk.get()) == FIDO_OK;
  }
  const std::unique_ptr<rs256_pk_t, Freed> pk(rs256_pk_new());
  return algorithm_of(c) == std::to_string(COSE_RS256) && pk && rs256_pk_from_ptr(pk.get(), key.data(), key.size()) == FIDO_OK && fido_assert_verify(assertion, 0, COSE_RS256, pk.get()) == FIDO_OK;
}

}  // namespace

std::string Site::id() const {
  const auto scheme = origin.find("://");
  const std::string rest = scheme == std::string::npos ? origin : origin.substr(scheme + 3);
  return rest.substr(0, rest.find(':'));
}

Result<Credential> checked_made(const Made& made, const Site& site, std::string_view challenge) {
  start_library();
  NC_CHECKED(said, check_client_data(made.client_data, "webauthn.create", site, challenge));
  NC_TRY(counter, check_authenticator_data(made.authenticator_data, site));
  for (const int algorithm : {COSE_ES256, COSE_RS256}) {
    const std::unique_ptr<fido_cred_t, Freed> cred(fido_cred_new());
    if (!cred || fido_cred_set_type(cred.get(), algorithm) != FIDO_OK) continue;
    if (fido_cred_set_authdata_raw(cred.get(), bytes(made.authenticator_data), made.authenticator_data.size()) != FIDO_OK) continue;
    if (fido_cred_id_len(cred.get()) == 0 || fido_cred_pubkey_len(cred.get()) == 0) continue;
    Credential out;
    out.id.assign(reinterpret_cast<const char*>(fido_cred_id_ptr(cred.get())), fido_cred_id_len(cred.get()));
    out.public_key = std::to_string(algorithm) + ":" + base64_of(std::string_view(reinterpret_cast<const char*>(fido_cred_pubkey_ptr(cred.get())), fido_cred_pubkey_len(cred.get())));
    out.counter = counter;
    return out;
  }
  return wrong("kind of key");
}

Result<std::int64_t> checked_used(const Used& used, const Site& site, std::string_view challenge, const Credential& credential) {
  start_library();
  NC_CHECKED(said, check_client_data(used.client_data, "webauthn.get", site, challenge));
  NC_TRY(counter, check_authenticator_data(used.authenticator_data, site));
  const std::unique_ptr<fido_assert_t, Freed> assertion(fido_assert_new());
  if (!assertion || fido_assert_set_count(assertion.get(), 1) != FIDO_OK || fido_assert_set_rp(assertion.get(), site.id().c_str()) != FIDO_OK ||
      fido_assert_set_clientdata(assertion.get(), bytes(used.client_data), used.client_data.size()) != FIDO_OK ||
      fido_assert_set_authdata_raw(assertion.get(), 0, bytes(used.authenticator_data), used.authenticator_data.size()) != FIDO_OK ||
      fido_assert_set_sig(assertion.get(), 0, bytes(used.signature), used.signature.size()) != FIDO_OK || fido_assert_set_up(assertion.get(), FIDO_OPT_TRUE) != FIDO_OK ||
      fido_assert_set_uv(assertion.get(), FIDO_OPT_TRUE) != FIDO_OK)
    return wrong("not readable");
  if (!verified(assertion.get(), credential)) return wrong("signature");
  if ((counter != 0 || credential.counter != 0) && counter <= credential.counter) return wrong("counter: there may be a copy of the key");
  return counter;
}

std::vector<Kept> passkeys_of(db::ReadDb& db, std::int64_t person) {
  std::vector<Kept> out;
  db.each("SELECT id, name, created_at, used_at, credential, public_key, counter FROM passkey WHERE person_id = $1 ORDER BY id", {person}, [&](const db::Row& r) {
    out.push_back({r.integer(0), person, std::string(r.text(1)), r.integer(2), r.integer(3), {from_base64(r.text(4)).value_or(""), std::string(r.text(5)), r.integer(6)}});
    return true;
  });
  return out;
}

Result<bool> keep(db::Tx& tx, std::int64_t person, std::string_view typed, const Credential& c) {
  constexpr std::int64_t k_most = 10;
  const std::string name = mended(typed);
  if (name.empty() || name.size() > 100) return refuse(Code::invalid, Text("Đặt tên cho khóa, ví dụ: điện thoại của tôi.", "Name the passkey, for example: my telephone."), "name");
  if (tx.integer("SELECT count(*) FROM passkey WHERE person_id = $1", {person}) >= k_most) return refuse(Code::invalid, Text("Nhiều nhất mười khóa. Gỡ một khóa cũ trước.", "Ten passkeys at most. Remove an old one first."));
  if (tx.integer("SELECT count(*) FROM passkey WHERE credential = $1", {base64_of(c.id)}) > 0) return refuse(Code::conflict, Text("Khóa này đã có.", "This passkey is there already."));
  tx.exec("INSERT INTO passkey (person_id, credential, public_key, counter, name, created_at) VALUES ($1, $2, $3, $4, $5, $6)", {person, base64_of(c.id), c.public_key, c.counter, name, now()});
  return true;
}

bool remove(db::Tx& tx, std::int64_t person, std::int64_t id) { return tx.exec("DELETE FROM passkey WHERE person_id = $1 AND id = $2", {person, id}) == 1; }

Result<std::int64_t> sign_in(db::Tx& tx, std::string_view credential_id, const Used& used, const Site& site, std::string_view challenge) {
  constexpr Instant k_hour = 3'600'000;
  const auto row = tx.first("SELECT k.id, k.person_id, k.public_key, k.counter FROM passkey k JOIN person p ON p.id = k.person_id WHERE k.credential = $1 AND p.disabled = 0", {base64_of(credential_id)});
  if (!row) return wrong("unknown key");
  const Credential c{std::string(credential_id), db::as_text(row->at(2)), db::as_int(row->at(3))};
  NC_TRY(counter, checked_used(used, site, challenge, c));
  tx.exec("DELETE FROM used_once WHERE expires_at <= $1", {now()});
  if (tx.exec("INSERT INTO used_once (name_hash, expires_at) VALUES ($1, $2) ON CONFLICT (name_hash) DO NOTHING", {sha256_hex("passkey " + std::string(challenge)), now() + k_hour}) != 1) return wrong("used");
  tx.exec("UPDATE passkey SET counter = $2, used_at = $3 WHERE id = $1", {row->at(0), counter, now()});
  return db::as_int(row->at(1));
}

}  // namespace nc::passkey
