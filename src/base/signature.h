// Ed25519 signatures (libsodium): keys and signatures as URL-safe base64 without padding.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace nc {

struct KeyPair {
  std::string secret;      ///< 64 bytes; never logged, never stored in a database
  std::string public_key;  ///< 32 bytes
};
KeyPair new_key_pair();
/// The pair of a secret key as new_key_pair() gave it; nullopt when it is none.
std::optional<KeyPair> key_pair_of(std::string_view secret);
std::string signature_of(const KeyPair& key, std::string_view message);
bool signature_holds(std::string_view public_key, std::string_view message, std::string_view signature);

}  // namespace nc
