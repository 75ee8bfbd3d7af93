// Pass-phrases as Argon2id.
#include "auth/password.h"

#include <sodium.h>

#include <atomic>
#include <semaphore>
#include <stdexcept>

namespace nc {
namespace {

// Three passes over 64 MB: above what OWASP asks for (19 MB, two passes), and the program stays small.
constexpr unsigned long long k_passes = crypto_pwhash_OPSLIMIT_MODERATE;
constexpr std::size_t k_memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;

// So many at once, whatever number of people (or robots) sign in together: bounds memory and processor.
std::counting_semaphore<2>& seats() {
  static std::counting_semaphore<2> two(2);
  return two;
}

std::atomic<std::int64_t>& runs() {
  static std::atomic<std::int64_t> n{0};
  return n;
}

class Seat {
 public:
  Seat() {
    ++runs();
    if (sodium_init() < 0) throw std::runtime_error("libsodium has no source of randomness");
    seats().acquire();
  }
  ~Seat() { seats().release(); }
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;
};

}  // namespace

std::string hash_password(std::string_view password) {
  const Seat seat;
  char out[crypto_pwhash_STRBYTES];
  if (crypto_pwhash_str_alg(out, password.data(), password.size(), k_passes, k_memory, crypto_pwhash_ALG_ARGON2ID13) !=
      0)
    throw std::runtime_error("not enough memory to hash a pass-phrase");
  return out;
}

std::int64_t password_runs() { return runs(); }

bool verify_password(const std::string& stored, std::string_view password) {
  static const std::string nobody = hash_password("no pass-phrase has this hash: it is thrown away");
  const Seat seat;
  const std::string& against = stored.empty() ? nobody : stored;
  const char* given = password.empty() ? "" : password.data();  // an empty view may point nowhere, which the library forbids
  return crypto_pwhash_str_verify(against.c_str(), given, password.size()) == 0 && !stored.empty();
}

}  // namespace nc
