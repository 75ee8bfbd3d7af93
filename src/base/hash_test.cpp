// Hashes against published vectors.
#include "base/hash.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace nc {
namespace {

TEST(Hash, sha256_gives_the_published_values) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Hash, hmac_gives_the_published_values) {
  // RFC 4231, cases 2 and 6 (a key longer than a block).
  EXPECT_EQ(hmac_hex("Jefe", "what do ya want for nothing?"),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hmac_hex(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST(Hash, tokens_are_different_and_fit_an_address) {
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) seen.insert(random_token(16));
  EXPECT_EQ(seen.size(), 200U);
  for (const auto& token : seen) {
    EXPECT_EQ(token.size(), 22U);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
  }
  EXPECT_THROW(random_token(0), std::invalid_argument);
}

TEST(Hash, comparison_tells_equal_from_different) {
  EXPECT_TRUE(equal_constant_time("", ""));
  EXPECT_TRUE(equal_constant_time("abc", "abc"));
  EXPECT_FALSE(equal_constant_time("abc", "abd"));
  EXPECT_FALSE(equal_constant_time("abc", "abcd"));
}

}  // namespace
}  // namespace nc
