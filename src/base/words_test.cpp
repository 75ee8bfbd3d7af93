// Words for their place: plurals, small letters, beginnings.
#include "base/words.h"

#include <gtest/gtest.h>

namespace nc {
namespace {

TEST(Words, english_nouns_have_their_plural) {
  EXPECT_EQ(several("delegation"), "delegations");
  EXPECT_EQ(several("aid item"), "aid items");
  EXPECT_EQ(several("opportunity"), "opportunities");
  EXPECT_EQ(several("day of a year"), "days of a year");
  EXPECT_EQ(several("remark on a draft"), "remarks on a draft");
  EXPECT_EQ(several("person of a partner"), "people of a partner");
  EXPECT_EQ(several("criterion"), "criteria");
  EXPECT_EQ(several("congress"), "congresses");
  EXPECT_EQ(several("evidence"), "evidence");
}

TEST(Words, a_beginning_never_ends_within_a_letter) {
  const std::string text = "Đoàn ở Việt Nam";
  for (std::size_t most = 0; most <= text.size(); ++most) {
    const std::string_view part = beginning_of(text, most);
    EXPECT_LE(part.size(), most);
    EXPECT_TRUE(part.size() == text.size() || (static_cast<unsigned char>(text[part.size()]) & 0xC0U) != 0x80U) << most;
  }
  EXPECT_EQ(beginning_of(text, 1), "");
  EXPECT_EQ(beginning_of(text, 2), "Đ");
  EXPECT_EQ(beginning_of(text, 1000), text);
}

TEST(Words, letters_are_counted_not_bytes) {
  EXPECT_EQ(letter_count("Đoàn vào"), 8U);
  EXPECT_EQ(letter_count(""), 0U);
}

TEST(Words, are_shortened_with_an_ellipsis_and_only_when_they_are_too_long) {
  EXPECT_EQ(shortened("Đoàn vào", 100), "Đoàn vào");
  EXPECT_EQ(shortened("abcdef", 4), "abcd…");
  EXPECT_EQ(shortened_at_word("Đón đoàn Hàn Quốc", 14), "Đón đoàn…");
  EXPECT_EQ(shortened_at_word("khôngcóchỗngắt", 6), "không…");
  EXPECT_EQ(shortened_at_word("ngắn", 6), "ngắn");
}

}  // namespace
}  // namespace nc
