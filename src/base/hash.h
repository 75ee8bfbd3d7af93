// SHA-256, random tokens and constant-time comparison (libsodium).
#pragma once
#include <string>
#include <string_view>

namespace nc {
std::string sha256_hex(std::string_view bytes);
/// `bytes` random bytes as URL-safe base64 without padding.
std::string random_token(int bytes);
/// HMAC-SHA-256 as hex.
std::string hmac_hex(std::string_view key, std::string_view message);
bool equal_constant_time(std::string_view a, std::string_view b);
}  // namespace nc
