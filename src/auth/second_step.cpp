// The second step of signing in: codes of an authenticator (TOTP, RFC 6238) and recovery codes.
#include "auth/second_step.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <qrencode.h>
#include <sodium.h>

#include <array>
#include <stdexcept>

#include "auth/secret_box.h"
#include "base/hash.h"
#include "html/html.h"

namespace nc {
namespace {

constexpr std::string_view k_base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr int k_secret_bytes = 20, k_step_s = 30, k_recovery_codes = 10;

std::string base32(std::string_view bytes) {
  std::string out;
  unsigned buffer = 0;
  int bits = 0;
  for (const char c : bytes) {
    buffer = (buffer << 8) | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 5; bits -= 5) out += k_base32[(buffer >> (bits - 5)) & 31];
  }
  if (bits > 0) out += k_base32[(buffer << (5 - bits)) & 31];
  return out;
}

std::string from_base32(std::string_view text) {
  std::string out;
  unsigned buffer = 0;
  int bits = 0;
  for (const char c : text) {
    const auto at = k_base32.find(c);
    if (at == std::string_view::npos) continue;
    buffer = (buffer << 5) | static_cast<unsigned>(at);
    bits += 5;
    if (bits < 8) continue;
    out += static_cast<char>((buffer >> (bits - 8)) & 0xFF);
    bits -= 8;
  }
  return out;
}

std::string random_bytes(std::size_t n) {
  std::string out(n, '\0');
  if (sodium_init() < 0) throw std::runtime_error("libsodium has no source of randomness");
  randombytes_buf(out.data(), out.size());
  return out;
}

std::string digits_of(std::string_view typed) {
  std::string out;
  for (const char c : typed)
    if (c >= '0' && c <= '9') out += c;
  return out;
}

/// "k7rq-m2xd-9fpt": letters and digits that can't be taken for each other.
std::string recovery_code() {
  static constexpr std::string_view k_letters = "abcdefghjkmnpqrstuvwxyz23456789";
  std::string out;
  for (int i = 0; i < 12; ++i) {
    if (i > 0 && i % 4 == 0) out += '-';
    out += k_letters[randombytes_uniform(static_cast<std::uint32_t>(k_letters.size()))];
  }
  return out;
}

std::string normal_recovery(std::string_view typed) {
  std::string out;
  for (const char c : typed) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

std::string purpose_of(std::int64_t person) { return "totp " + std::to_string(person); }

Message key_is_gone() {
  return Text("Mất khóa secrets-key của thư mục dữ liệu. Khôi phục nó từ bản sao; trong lúc đó chỉ mã dự phòng dùng được.",
              "The key secrets-key of the data folder is gone. Restore it from a copy; until then only recovery codes work.");
}

}  // namespace

std::string new_totp_secret() { return base32(random_bytes(k_secret_bytes)); }

std::string totp_code(std::string_view base32_secret, std::int64_t step) {
  const std::string key = from_base32(base32_secret);
  std::array<unsigned char, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i) counter[7 - i] = static_cast<unsigned char>(step >> (8 * i));
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned size = 0;
  if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), counter.data(), counter.size(), mac.data(), &size) == nullptr || size < 20)
    throw std::runtime_error("HMAC failed");
  const std::size_t at = mac[size - 1] & 15U;
  const std::uint32_t number = (std::uint32_t{mac[at]} & 0x7FU) << 24 | std::uint32_t{mac[at + 1]} << 16 | std::uint32_t{mac[at + 2]} << 8 | mac[at + 3];
  std::string code = std::to_string(number % 1'000'000);
  return std::string(6 - code.size(), '0') + code;
}

std::optional<std::int64_t> totp_step(std::string_view base32_secret, std::string_view typed, Instant at, std::int64_t used) {
  const std::string code = digits_of(typed);
  if (code.size() != 6 || base32_secret.empty()) return std::nullopt;
  const std::int64_t now_step = at / 1000 / k_step_s;
  std::optional<std::int64_t> found;
  for (const std::int64_t step : {now_step - 1, now_step, now_step + 1})
    if (equal_constant_time(totp_code(base32_secret, step), code) && step > used) found = step;
  return found;
}

std::string totp_address(std::string_view base32_secret, std::string_view login) {
  return "otpauth://totp/" + url_encode("Nhịp Cầu") + ":" + url_encode(login) + "?secret=" + std::string(base32_secret) + "&issuer=" + url_encode("Nhịp Cầu");
}

QrPicture qr_picture(const std::string& text) {
  QRcode* code = QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M);
  if (code == nullptr) throw std::runtime_error("the picture of an address could not be made");
  QrPicture picture;
  picture.size = code->width;
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width; ++x)
      if (code->data[y * code->width + x] & 1) picture.path += "M" + std::to_string(x) + " " + std::to_string(y) + "h1v1h-1z";
  QRcode_free(code);
  return picture;
}

bool has_second_step(db::ReadDb& db, std::int64_t person) {
  return db.integer("SELECT count(*) FROM person WHERE id = $1 AND totp_secret <> ''", {person}) > 0;
}

std::vector<std::string> new_recovery_codes(db::Tx& tx, std::int64_t person) {
  tx.exec("DELETE FROM recovery_code WHERE person_id = $1", {person});
  std::vector<std::string> codes;
  for (int i = 0; i < k_recovery_codes; ++i) {
    codes.push_back(recovery_code());
    tx.exec("INSERT INTO recovery_code (code_hash, person_id) VALUES ($1, $2)",
            {sha256_hex(std::to_string(person) + "/" + normal_recovery(codes.back())), person});
  }
  return codes;
}

Result<bool> second_step_can_be_kept(db::ReadDb& db) {
  // A new key beside secrets that another one sealed would lock their owners out without a word.
  if (!has_secrets_key() && db.integer("SELECT count(*) FROM person WHERE totp_secret LIKE 'x1:%'") > 0) return refuse(Code::unsupported, key_is_gone());
  return make_secrets_key();
}

std::vector<std::string> turn_on_second_step(db::Tx& tx, std::int64_t person, std::string_view secret, std::int64_t step) {
  tx.exec("UPDATE person SET totp_secret = $2, totp_last = $3 WHERE id = $1", {person, sealed(secret, purpose_of(person)), step});
  return new_recovery_codes(tx, person);
}

Result<int> seal_old_secrets(db::Tx& tx) {
  std::vector<std::pair<std::int64_t, std::string>> plain;
  tx.each("SELECT id, totp_secret FROM person WHERE totp_secret <> '' AND totp_secret NOT LIKE 'x1:%'", {}, [&](const db::Row& row) {
    plain.emplace_back(row.integer(0), std::string(row.text(1)));
    return true;
  });
  if (!plain.empty()) NC_CHECKED(kept, second_step_can_be_kept(tx));
  for (const auto& [person, secret] : plain) tx.exec("UPDATE person SET totp_secret = $2 WHERE id = $1", {person, sealed(secret, purpose_of(person))});
  return static_cast<int>(plain.size());
}

Message second_steps_at_risk(db::ReadDb& db) {
  const auto row = db.first("SELECT id, totp_secret FROM person WHERE totp_secret LIKE 'x1:%' ORDER BY id LIMIT 1");
  if (!row) return {};
  if (!has_secrets_key()) return key_is_gone();
  if (unsealed(db::as_text((*row)[1]), purpose_of(db::as_int((*row)[0])))) return {};
  return Text("Khóa secrets-key không phải khóa đã niêm phong các bước hai. Khôi phục khóa cũ; trong lúc đó chỉ mã dự phòng dùng được.",
              "The key secrets-key is not the one that sealed the second steps. Restore the old one; until then only recovery codes work.");
}

void turn_off_second_step(db::Tx& tx, std::int64_t person) {
  tx.exec("UPDATE person SET totp_secret = '', totp_last = 0 WHERE id = $1", {person});
  tx.exec("DELETE FROM recovery_code WHERE person_id = $1", {person});
}

bool take_code(db::Tx& tx, std::int64_t person, std::string_view typed) {
  const auto row = tx.first("SELECT totp_secret, totp_last FROM person WHERE id = $1", {person});
  if (!row) return false;
  const std::string kept = db::as_text((*row)[0]);
  const std::string secret = has_secrets_key() ? unsealed(kept, purpose_of(person)).value_or("") : std::string();  // recovery codes work without the key
  if (const auto step = totp_step(secret, typed, now(), db::as_int((*row)[1])))
    // The comparison in the statement lets two requests with the same code pass only once.
    return tx.exec("UPDATE person SET totp_last = $2 WHERE id = $1 AND totp_last < $2", {person, *step}) == 1;
  const std::string code = normal_recovery(typed);
  return code.size() == 12 && tx.exec("DELETE FROM recovery_code WHERE code_hash = $1 AND person_id = $2",
                                      {sha256_hex(std::to_string(person) + "/" + code), person}) == 1;
}

std::int64_t recovery_codes_left(db::ReadDb& db, std::int64_t person) {
  return db.integer("SELECT count(*) FROM recovery_code WHERE person_id = $1", {person});
}

}  // namespace nc
