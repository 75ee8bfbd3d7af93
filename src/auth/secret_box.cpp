// Secrets sealed with a key that is kept beside the database (libsodium).
#include "auth/secret_box.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <stdexcept>

#include "base/base64.h"

namespace nc {
namespace {

constexpr std::string_view k_mark = "x1:";
constexpr std::size_t k_key = crypto_aead_xchacha20poly1305_ietf_KEYBYTES, k_nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, k_tag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

struct Place {
  std::mutex mutex;
  std::string folder = "data", key;
};
Place& place() {
  static Place one;
  return one;
}

const unsigned char* bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::filesystem::path file_in(const std::string& folder) { return std::filesystem::path(folder) / "secrets-key"; }

/// The key that is set or stored; "" for none.
std::string stored_key(const std::string& folder) {
  std::string line;
  if (const char* set = std::getenv("NHIPCAU_SECRETS_KEY"); set != nullptr && *set != '\0') line = set;
  else if (std::ifstream in(file_in(folder)); !std::getline(in, line)) return {};
  const auto key = from_base64(line);
  if (!key || key->size() != k_key) throw std::runtime_error("the key of secrets is no 32 bytes in base64 (NHIPCAU_SECRETS_KEY or " + file_in(folder).string() + ")");
  return *key;
}

/// The key, read when first needed; "" for none.
std::string key_of(Place& p) {
  if (p.key.empty()) p.key = stored_key(p.folder);
  return p.key;
}

std::string needed_key() {
  const std::lock_guard lock(place().mutex);
  std::string key = key_of(place());
  if (key.empty()) throw std::runtime_error("there is no key for secrets: " + file_in(place().folder).string() + " is missing");
  return key;
}

}  // namespace

void keep_secrets_key_in(const std::string& folder) {
  const std::lock_guard lock(place().mutex);
  place().folder = folder;
  place().key.clear();
}

bool has_secrets_key() {
  const std::lock_guard lock(place().mutex);
  return !key_of(place()).empty();
}

Result<bool> make_secrets_key() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium has no source of randomness");
  const std::lock_guard lock(place().mutex);
  if (!key_of(place()).empty()) return true;
  std::string key(k_key, '\0');
  randombytes_buf(key.data(), key.size());
  const std::filesystem::path path = file_in(place().folder);
  std::error_code ignored;
  std::filesystem::create_directories(path.parent_path(), ignored);
  const std::string text = base64_of(key) + "\n";
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const bool written = file >= 0 && ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!written && stored_key(place().folder).empty())  // else another node was first
    return refuse(Code::unsupported, Message(path.string() + ": không ghi được khóa. Kiểm tra quyền của thư mục.", path.string() + ": the key can't be written. Check the folder's rights."));
  place().key = stored_key(place().folder);
  return true;
}

std::string sealed(std::string_view secret, std::string_view purpose) {
  const std::string key = needed_key();
  std::string out(k_nonce + secret.size() + k_tag, '\0');
  randombytes_buf(out.data(), k_nonce);
  unsigned long long size = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(out.data()) + k_nonce, &size, bytes(secret), secret.size(), bytes(purpose), purpose.size(), nullptr, bytes(out), bytes(key));
  return std::string(k_mark) + base64_of(out);
}

bool is_sealed(std::string_view text) { return text.starts_with(k_mark); }

std::optional<std::string> unsealed(std::string_view text, std::string_view purpose) {
  if (!is_sealed(text)) return std::nullopt;
  const auto whole = from_base64(text.substr(k_mark.size()));
  if (!whole || whole->size() < k_nonce + k_tag) return std::nullopt;
  const std::string key = needed_key();
  std::string out(whole->size() - k_nonce - k_tag, '\0');
  unsigned long long size = 0;
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(out.data()), &size, nullptr, bytes(*whole) + k_nonce, whole->size() - k_nonce, bytes(purpose), purpose.size(), bytes(*whole),
                                                 bytes(key)) != 0)
    return std::nullopt;
  return out;
}

}  // namespace nc
