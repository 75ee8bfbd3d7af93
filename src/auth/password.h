// Pass-phrases as Argon2id (inside auth/ only).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace nc {
/// What is stored: algorithm, cost, salt and hash in one printable text.
std::string hash_password(std::string_view password);
/// False for an empty `stored` too, but in the same time.
bool verify_password(const std::string& stored, std::string_view password);
/// How often the slow hash ran in this process: what "the same time for everybody" is measured by, because clocks of busy machines
/// say little.
std::int64_t password_runs();
}  // namespace nc
