// Secrets that the database must hold and nobody who reads it may use: sealed with a key that is kept beside it.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace nc {

/// From where the key comes: $NHIPCAU_SECRETS_KEY (32 bytes in base64), else the file secrets-key of this folder (0600), which is
/// made when something is sealed for the first time. Set once, when the program opens its database.
void keep_secrets_key_in(const std::string& folder);
/// Is there a key? False before the first sealing, and when the file was lost.
bool has_secrets_key();
/// Makes the key when there is none. A file that can't be written or read is a Problem in words.
Result<bool> make_secrets_key();

/// XChaCha20-Poly1305; `purpose` ("totp 12") is bound to it, so that a sealed text moved to another place does not open. Throws without a
/// key.
std::string sealed(std::string_view secret, std::string_view purpose);
bool is_sealed(std::string_view text);
/// nullopt when the key or the purpose is another one.
std::optional<std::string> unsealed(std::string_view text, std::string_view purpose);

}  // namespace nc
