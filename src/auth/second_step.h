// The second step of signing in: codes of an authenticator (TOTP, RFC 6238) and recovery codes.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "auth/actor.h"

namespace nc {

/// 160 random bits in base32, as authenticators take them.
std::string new_totp_secret();
/// Six digits for a step of 30 seconds (unix time / 30), HMAC-SHA-1 as every authenticator does.
std::string totp_code(std::string_view base32_secret, std::int64_t step);
/// The step whose code this is, one step either way allowed; nullopt when it fits none later than `used` (a code works once).
std::optional<std::int64_t> totp_step(std::string_view base32_secret, std::string_view typed, Instant at, std::int64_t used);
/// otpauth:// address for the picture.
std::string totp_address(std::string_view base32_secret, std::string_view login);
/// The picture as an SVG path of unit squares: "M0 0h1v1h-1z...", and how many squares a side has.
struct QrPicture {
  std::string path;
  int size = 0;
};
QrPicture qr_picture(const std::string& text);

/// Does the person use a second step?
bool has_second_step(db::ReadDb& db, std::int64_t person);
/// Is there a key to seal secrets with? Makes it for the first one; refused when it was lost.
Result<bool> second_step_can_be_kept(db::ReadDb& db);
/// Seals secrets that an older program kept in the clear; how many.
Result<int> seal_old_secrets(db::Tx& tx);
/// What is wrong with the key of the secrets there are; empty when nothing is.
Message second_steps_at_risk(db::ReadDb& db);
/// Turns it on with a secret whose code was just proved; returns ten recovery codes, shown once.
std::vector<std::string> turn_on_second_step(db::Tx& tx, std::int64_t person, std::string_view secret, std::int64_t step);
/// New recovery codes in place of the old ones.
std::vector<std::string> new_recovery_codes(db::Tx& tx, std::int64_t person);
void turn_off_second_step(db::Tx& tx, std::int64_t person);
/// Takes a code of the authenticator or a recovery code; each works once.
bool take_code(db::Tx& tx, std::int64_t person, std::string_view typed);
std::int64_t recovery_codes_left(db::ReadDb& db, std::int64_t person);

}  // namespace nc
