// Passkeys (WebAuthn): checking what a browser's authenticator says, with the public half of its key.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "db/db.h"

namespace nc::passkey {

/// The site as authenticators know it.
struct Site {
  std::string origin;  ///< "https://office.example", "http://localhost:8080"
  std::string id() const;  ///< its host: "office.example"
};

/// What the browser sent when a key was made; bytes, not base64.
struct Made {
  std::string client_data, authenticator_data;
};
struct Credential {
  std::string id, public_key;  ///< public_key: "-7:" (ES256) or "-257:" (RS256) and the key in base64
  std::int64_t counter = 0;
};
/// Holds when type, challenge, origin and site are ours and the person was verified (PIN, finger, face) by the device. Attestation
/// is not asked for: which make of device it is does not matter here.
Result<Credential> checked_made(const Made& made, const Site& site, std::string_view challenge);

/// What it sent when a key was used.
struct Used {
  std::string client_data, authenticator_data, signature;
};
/// The new counter when the signature is the key's over our challenge; a counter that went back is refused, because there are two copies
/// of the key then.
Result<std::int64_t> checked_used(const Used& used, const Site& site, std::string_view challenge, const Credential& credential);

// ---- keys of people --------------------------------------------------------------------------------------

struct Kept {
  std::int64_t id = 0, person = 0;
  std::string name;
  Instant created_at = 0, used_at = 0;
  Credential credential;
};
std::vector<Kept> passkeys_of(db::ReadDb& db, std::int64_t person);
/// At most ten a person; a name of 1 to 100 bytes.
Result<bool> keep(db::Tx& tx, std::int64_t person, std::string_view name, const Credential& credential);
bool remove(db::Tx& tx, std::int64_t person, std::int64_t id);
/// The person whose key this is, everything checked; the challenge works once, and disabled people are nobody.
Result<std::int64_t> sign_in(db::Tx& tx, std::string_view credential_id, const Used& used, const Site& site, std::string_view challenge);

}  // namespace nc::passkey
