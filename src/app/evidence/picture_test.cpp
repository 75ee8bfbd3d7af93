// Pictures lose what travels hidden in them and nothing else.
#include "app/evidence/picture.h"

#include <gtest/gtest.h>

namespace nc::app {
namespace {

using namespace std::string_literals;

std::string jpeg(const std::string& hidden, unsigned char height_high = 0) {
  const std::string frame = "\xFF\xC0\x00\x0B\x08"s + static_cast<char>(height_high) + "\x10\xFF\x10\x01\x01\x11\x00"s;
  return "\xFF\xD8\xFF\xE0\x00\x04JF"s + hidden + frame + "\xFF\xDA\x00\x03Zscan\xFF\x00" "data\xFF\xD9"s;
}

std::string png(const std::string& hidden, const std::string& width = "\0\0\0\x10"s) {
  return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"s + width + "\0\0\0\x10\x08\x06\0\0\0crc1"s + hidden + "\0\0\0\x04IDATdatacrc2\0\0\0\0IENDcrc3"s;
}

TEST(Picture, of_a_camera_loses_its_place) {
  const auto clean = without_hidden_data(jpeg("\xFF\xE1\x00\x0AGPS 10.03\xFF\xFE\x00\x06note"s), "image/jpeg");
  ASSERT_FALSE(clean) << "a length that does not fit is not guessed at";
  const auto kept = without_hidden_data(jpeg("\xFF\xE1\x00\x0BGPS 10.03\xFF\xFE\x00\x06note"s), "image/jpeg");
  ASSERT_TRUE(kept) << kept.error().message.en;
  EXPECT_EQ(*kept, jpeg(""));
}

TEST(Picture, loses_what_hangs_behind_its_end) {
  const auto kept = without_hidden_data(jpeg("") + "PK\x03\x04 a second file", "image/jpeg");
  ASSERT_TRUE(kept);
  EXPECT_EQ(*kept, jpeg(""));
}

TEST(Picture, of_a_screen_loses_its_texts) {
  const auto kept = without_hidden_data(png("\0\0\0\x03tEXtabccrcX\0\0\0\x02" "eXIfxycrcY"s) + "behind", "image/png");
  ASSERT_TRUE(kept);
  EXPECT_EQ(*kept, png(""));
}

TEST(Picture, of_the_web_loses_its_place) {
  const std::string drawing = "VP8 \x04\0\0\0data"s, place = "EXIF\x03\0\0\0gps\0"s;
  const std::string head = "RIFF\x2C\0\0\0WEBPVP8X\x0A\0\0\0\x08\0\0\0\x0F\0\0\x0F\0\0"s;
  const auto kept = without_hidden_data(head + drawing + place, "image/webp");
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->find("gps"), std::string::npos);
  EXPECT_EQ((*kept)[20], 0) << "the mark of EXIF is taken back";
  EXPECT_EQ(static_cast<std::size_t>((*kept)[4]), kept->size() - 8);
}

TEST(Picture, that_would_fill_the_memory_is_refused) {
  const auto refused = without_hidden_data(png("", "\x7F\xFF\xFF\xFF"s), "image/png");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::too_large);
}

TEST(Picture, cut_anywhere_never_breaks_the_reader) {
  for (const auto& [whole, type] : {std::pair{jpeg("\xFF\xE1\x00\x0BGPS 10.03"s), "image/jpeg"}, {png("\0\0\0\x03tEXtabccrcX"s), "image/png"}, {"RIFF\x2C\0\0\0WEBPVP8X\x0A\0\0\0\x08\0\0\0\x0F\0\0\x0F\0\0"s, "image/webp"}})
    for (std::size_t n = 0; n < whole.size(); ++n) (void)without_hidden_data(std::string_view(whole).substr(0, n), type);
}

}  // namespace
}  // namespace nc::app
