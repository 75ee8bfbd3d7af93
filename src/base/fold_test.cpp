// Typed Vietnamese text is kept in one spelling, found without accents and sorted as Vietnamese.
#include "base/fold.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace nc {
namespace {

/// Does a search for `typed` find `text`? Registers match folded words.
bool finds(std::string_view typed, std::string_view text) { return fold(text).find(fold(typed)) != std::string::npos; }

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end(),
            [](const std::string& a, const std::string& b) { return collation_key(a) < collation_key(b); });
  return names;
}

TEST(Fold, accents_are_not_needed_to_find_a_name) {
  EXPECT_TRUE(finds("doan", "Đoàn Hàn Quốc"));
  EXPECT_TRUE(finds("quoc", "Đoàn Hàn Quốc"));
  EXPECT_TRUE(finds("huu nghi", "Liên hiệp các tổ chức hữu nghị"));
  EXPECT_TRUE(finds("đại học", "Ðại học Cần Thơ"));  // the text has U+00D0
  EXPECT_TRUE(finds("dai hoc", "Ðại học Cần Thơ"));
  EXPECT_TRUE(finds("Ðại học", "Đại học Cần Thơ"));
  EXPECT_FALSE(finds("lao", "Đoàn Hàn Quốc"));
}

TEST(Fold, words_are_lower_case_with_one_blank_between) {
  EXPECT_EQ(fold("Ðại học Cần Thơ"), "dai hoc can tho");
  EXPECT_EQ(fold("  Việt Nam – Lào (2025) / ĐỢT 2!  "), "viet nam lao 2025 dot 2");
  EXPECT_EQ(fold("A-B,c"), "a b c");
  EXPECT_EQ(fold("ƯƠNG ỨNG Ỵ ỹ Ẵ ờ"), "uong ung y y a o");
  EXPECT_EQ(fold(""), "");
  EXPECT_EQ(fold("–…!"), "");
}

TEST(Fold, what_mending_drops_parts_no_words) {
  for (const char* text : {"a\vb\tc", "Đ\vb\tc",
                           "a\x7F"
                           "b\r\nc"})
    EXPECT_EQ(fold(text), fold(mended(text))) << text;
}

TEST(Fold, both_typing_styles_and_both_encodings_are_equal) {
  EXPECT_EQ(fold("hoà bình"), fold("hòa bình"));
  EXPECT_EQ(fold("uỷ ban"), fold("ủy ban"));
  EXPECT_EQ(fold("Tie\u0302\u0301ng Vie\u0323\u0302t"), fold("Tiếng Việt"));  // NFD, marks in two orders
  EXPECT_EQ(fold("Tie\u0302\u0301ng Vie\u0323\u0302t"), "tieng viet");
}

TEST(Fold, every_vietnamese_letter_loses_its_marks) {
  const std::string letters =
      "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
      "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ";
  const std::string one_case =
      std::string(17, 'a') + std::string(11, 'e') + "iiiii" + std::string(17, 'o') + std::string(11, 'u') + "yyyyyd";
  EXPECT_EQ(fold(letters), one_case + one_case);
}

TEST(Fold, names_in_other_scripts_stay_searchable) {
  EXPECT_EQ(fold("한국 친선"), "한국 친선");
  EXPECT_EQ(fold("日本・ベトナム"), "日本 ベトナム");
  EXPECT_EQ(fold("Москва"), "москва");
  EXPECT_EQ(fold("ສະບາຍດີ"), "ສະບາຍດີ");
  EXPECT_EQ(fold("Łódź, Tromsø, São Paulo"), "lodz tromso sao paulo");
  EXPECT_EQ(fold("か\u3099"), fold("が"));
}

TEST(Fold, folding_twice_changes_nothing) {
  for (const char* text : {"Đoàn 57", "İstanbul", "Ἀθῆναι", "ᄒ\u0301ᅡ", "ẞ ß", "한", "\u212B\u2126"}) {
    EXPECT_EQ(fold(fold(text)), fold(text)) << text;
  }
}

TEST(Mended, eth_becomes_d_with_stroke) {
  EXPECT_EQ(mended("Ðại học"), "Đại học");
  EXPECT_EQ(mended("ðoàn"), "đoàn");
  EXPECT_NE(std::string("Ð"), std::string("Đ"));  // U+00D0 and U+0110 look the same in this file
}

TEST(Mended, text_is_kept_composed) {
  EXPECT_EQ(mended("Tie\u0302\u0301ng Vie\u0323\u0302t"), "Tiếng Việt");
  EXPECT_EQ(mended("hoà"), "hoà");  // the writer's style is kept
}

TEST(Mended, invisible_and_odd_characters_go) {
  EXPECT_EQ(mended("\u00A0 Cần\u00A0Thơ\u202F\u3000 "), "Cần Thơ");
  EXPECT_EQ(mended("\uFEFFa\u200Bb\u00ADc\u202Ed"), "abcd");
  EXPECT_EQ(mended(std::string_view("a\0b\x07\x1B[31m", 9)), "ab[31m");
  EXPECT_EQ(mended("cột 1\tcột 2"), "cột 1 cột 2");
  EXPECT_EQ(mended("một\r\nhai\rba\u2028bốn\n\n"), "một\nhai\nba\nbốn");
}

TEST(Mended, broken_bytes_become_a_visible_sign) {
  EXPECT_EQ(mended("a\xFF"
                   "b"),
            "a\uFFFD"
            "b");
}

TEST(Utf8, foreign_and_broken_encodings_are_told_apart) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("Liên hiệp 한국 😀"));
  EXPECT_FALSE(is_utf8("Li\xEAn hi\xEAp"));   // windows-1258
  EXPECT_FALSE(is_utf8("\xC0\xAF"));          // overlong
  EXPECT_FALSE(is_utf8("\xE0\x80\x80"));      // overlong
  EXPECT_FALSE(is_utf8("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(is_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
  EXPECT_FALSE(is_utf8("\xE1\xBB"));          // cut off
}

TEST(CollationKey, names_sort_in_vietnamese_order) {
  const std::vector<std::string> wanted{"An", "Ánh", "Dung", "Đức", "Em", "Êm", "Ủy", "Uyên"};
  EXPECT_EQ(sorted({"Ủy", "Đức", "Êm", "Ánh", "Uyên", "Em", "Dung", "An"}), wanted);
}

TEST(CollationKey, letters_with_hats_and_horns_follow_their_plain_letter) {
  const std::vector<std::string> wanted{"ab", "ăb", "âb", "ba", "da", "đa", "ea", "êa", "oa", "ôa", "ơa", "ua", "ưa"};
  std::vector<std::string> names = wanted;
  std::reverse(names.begin(), names.end());
  EXPECT_EQ(sorted(names), wanted);
}

TEST(CollationKey, tones_decide_only_between_otherwise_equal_words) {
  EXPECT_EQ(sorted({"mạ", "má", "mã", "mả", "mà", "ma"}),
            (std::vector<std::string>{"ma", "mà", "mả", "mã", "má", "mạ"}));
  EXPECT_LT(collation_key("Hùng An"), collation_key("Hung Bình"));
}

TEST(CollationKey, is_short_printable_and_the_same_for_both_encodings) {
  const std::string key = collation_key("Liên hiệp các tổ chức hữu nghị thành phố Cần Thơ và các hội thành viên");
  EXPECT_EQ(key.size(), 80U);
  EXPECT_TRUE(std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7F; }));
  EXPECT_EQ(collation_key("Việt"), collation_key("Vie\u0323\u0302t"));
  EXPECT_EQ(collation_key("Ðức"), collation_key("Đức"));
  EXPECT_LE(collation_key(std::string(100000, 'a')).size(), 80U);
  EXPECT_LE(collation_key("").size(), 80U);
}

TEST(CollationKey, a_beginning_sorts_before_its_continuations) {
  std::string longer;
  for (int i = 0; i < 30; ++i) {
    const std::string shorter = longer;
    longer += static_cast<char>('a' + i % 26);
    EXPECT_LT(collation_key(shorter), collation_key(longer));
  }
}

}  // namespace
}  // namespace nc
