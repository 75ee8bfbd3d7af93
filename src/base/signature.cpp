// Ed25519 signatures through libsodium.
#include "base/signature.h"

#include <sodium.h>

#include <stdexcept>

namespace nc {
namespace {

void ready() {
  static const bool done = sodium_init() >= 0;
  if (!done) throw std::runtime_error("libsodium can't start");
}

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string encoded(const unsigned char* data, std::size_t size) {
  std::string out(sodium_base64_ENCODED_LEN(size, sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(out.data(), out.size(), data, size, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  out.resize(out.find('\0') == std::string::npos ? out.size() : out.find('\0'));
  return out;
}

std::optional<std::string> decoded(std::string_view text, std::size_t size) {
  std::string out(size, '\0');
  std::size_t got = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), nullptr, &got, nullptr,
                        sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 || got != size)
    return std::nullopt;
  return out;
}

}  // namespace

KeyPair new_key_pair() {
  ready();
  unsigned char secret[crypto_sign_SECRETKEYBYTES], open[crypto_sign_PUBLICKEYBYTES];
  crypto_sign_keypair(open, secret);
  KeyPair out{encoded(secret, sizeof secret), encoded(open, sizeof open)};
  sodium_memzero(secret, sizeof secret);
  return out;
}

std::optional<KeyPair> key_pair_of(std::string_view secret) {
  ready();
  const auto raw = decoded(secret, crypto_sign_SECRETKEYBYTES);
  if (!raw) return std::nullopt;
  unsigned char open[crypto_sign_PUBLICKEYBYTES];
  crypto_sign_ed25519_sk_to_pk(open, bytes(*raw));
  return KeyPair{std::string(secret), encoded(open, sizeof open)};
}

std::string signature_of(const KeyPair& key, std::string_view message) {
  ready();
  const auto secret = decoded(key.secret, crypto_sign_SECRETKEYBYTES);
  if (!secret) throw std::invalid_argument("not a signing key");
  unsigned char signature[crypto_sign_BYTES];
  crypto_sign_detached(signature, nullptr, bytes(message), message.size(), bytes(*secret));
  return encoded(signature, sizeof signature);
}

bool signature_holds(std::string_view public_key, std::string_view message, std::string_view signature) {
  ready();
  const auto key = decoded(public_key, crypto_sign_PUBLICKEYBYTES), signed_bytes = decoded(signature, crypto_sign_BYTES);
  return key && signed_bytes && crypto_sign_verify_detached(bytes(*signed_bytes), bytes(message), message.size(), bytes(*key)) == 0;
}

}  // namespace nc
