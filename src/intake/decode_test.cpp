// Encodings, normal form and the way back to the stored text.
#include "intake/decode.h"

#include <gtest/gtest.h>

#include <string>

#include "base/fold.h"
#include "file/zip_file.h"
#include "intake/intake.h"
#include "intake/legacy.h"

namespace nc::intake {
namespace {

const std::string k_sentence = "Liên hiệp các tổ chức hữu nghị tỉnh đã đón 12 đoàn khách của các nước trong năm và trao học bổng cho người nghèo.";

TEST(Decode, KeepsUtf8AsItIs) {
  const auto stored = decode_text("\xEF\xBB\xBF" + k_sentence + "\r\n");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->encoding, "utf-8");
  EXPECT_EQ(stored->text, "\xEF\xBB\xBF" + k_sentence + "\r\n");
}

TEST(Decode, ReadsUtf16WithAndWithoutMark) {
  std::string wide;
  for (const char c : std::string("The union of friendship organisations has received 5 delegations.")) wide += {c, '\0'};
  for (const std::string& bytes : {"\xFF\xFE" + wide, wide}) {
    const auto stored = decode_text(bytes);
    ASSERT_TRUE(stored);
    EXPECT_EQ(stored->encoding, "utf-16");
    EXPECT_TRUE(stored->text.starts_with("The union"));
  }
}

TEST(Decode, ReadsTcvn3BytesOfOldFonts) {
  // "Liên hiệp các tổ chức hữu nghị của thành phố" typed with .VnTime
  const auto stored = decode_text("Li\xAAn hi\xD6p c\xB8\x63 t\xE6 ch\xF8\x63 h\xF7u ngh\xDE c\xF1\x61 th\xB5nh ph\xE8");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->encoding, "tcvn3");
  EXPECT_EQ(stored->text, "Liên hiệp các tổ chức hữu nghị của thành phố");
}

TEST(Decode, ReadsVniBytesOfOldFonts) {
  const auto typed = decode_text("Lie\xE2n hie\xE4p ca\xF9\x63 to\xE5 ch\xF6\xF9\x63 h\xF6\xF5u ngh\xF2 cu\xFB\x61 tha\xF8nh pho\xE1");
  ASSERT_TRUE(typed);
  EXPECT_EQ(typed->encoding, "vni");
  EXPECT_EQ(typed->text, "Liên hiệp các tổ chức hữu nghị của thành phố");
}

TEST(Decode, MendsOldFontsSavedAsUtf8) {
  std::string saved;
  for (const char c : std::string("Li\xAAn hi\xD6p c\xB8\x63 t\xE6 ch\xF8\x63 h\xF7u ngh\xDE c\xF1\x61 th\xB5nh ph\xE8 \xAE\xB7 \xAE\xE3n \xAEo\xB5n")) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) saved.push_back(c);
    else saved += {static_cast<char>(0xC0U | (byte >> 6U)), static_cast<char>(0x80U | (byte & 0x3FU))};
  }
  const auto stored = decode_text(saved);
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->encoding, "tcvn3");
  EXPECT_TRUE(stored->text.ends_with("đã đón đoàn"));
}

TEST(Decode, CapitalsOfVniKeepTheirSize) {
  EXPECT_EQ(from_vni(U"Ñ\u00C2"), U"Đ\u00C2");
  EXPECT_EQ(from_vni(U"A\u00C1"), U"Ấ");
  EXPECT_EQ(from_vni(U"E\u00C4"), U"Ệ");
}

TEST(Decode, RefusesBytesThatReadAsNothing) {
  const auto stored = decode_text("\x81\x8D\x8F\x90\x9D\x81\x8D\x8F\x90\x9D\x81\x8D");
  ASSERT_FALSE(stored);
  EXPECT_EQ(stored.error().code, Code::unsupported);
  EXPECT_FALSE(stored.error().message.vi.empty());
}

TEST(Decode, TellsHowToMendOldWordFilesAndScans) {
  EXPECT_FALSE(decode_file("\xD0\xCF\x11\xE0 old", "bao-cao.doc"));
  EXPECT_FALSE(decode_file("%PDF-1.4 broken", "bao-cao.pdf"));
  EXPECT_FALSE(decode_file("{\\rtf1 x}", "bao-cao.rtf"));
}

TEST(Normalise, MapsDecomposedLettersBackToTheirFirstCodePoint) {
  const std::string decomposed = "hu\xCC\x83u nghi\xCC\xA3";  // hữu nghị without horn: ũ and ị in two code points each
  const Normal normal = normalise(decomposed);
  EXPECT_EQ(normal.text, "hũu nghị");
  ASSERT_EQ(normal.origin.size(), normal.text.size() + 1);
  EXPECT_EQ(normal.origin[normal.text.find(' ')], 4U);  // h u + tilde + u, then the blank
  EXPECT_EQ(normal.origin.back(), 10U);
}

TEST(Normalise, PutsTonesInTheirModernPlaceAndMendsEth) {
  EXPECT_EQ(normalise("Ðoàn hoà bình, thuỷ chung, quý khách, toàn quốc, khoẻ").text, "Đoàn hòa bình, thủy chung, quý khách, toàn quốc, khỏe");
}

TEST(Normalise, LineEndsAndInvisibleSignsLeaveOffsetsRight) {
  const Normal normal = normalise("a\r\nb\xC2\xA0\xE2\x80\x8B" "c");
  EXPECT_EQ(normal.text, "a\nb c");
  EXPECT_EQ(normal.origin[1], 2U);
  EXPECT_EQ(normal.origin[4], 6U);
}

TEST(Formats, WebPagesGiveParagraphsWithoutMenusAndScripts) {
  const auto text = text_of_html("<html><head><title>x</title></head><body><nav>Menu</nav><h1>Tiêu đề</h1><p>Đoạn <b>một</b>.</p>"
                                 "<script>var a=1;</script><p>Đoạn&nbsp;hai.</p><footer>chân</footer></body></html>");
  ASSERT_TRUE(text);
  EXPECT_EQ(mended(*text), "Tiêu đề\n\nĐoạn một.\n\nĐoạn hai.");
}

TEST(Formats, WordParagraphsAndTableRowsBecomeLines) {
  const std::string xml = "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>Báo cáo</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
                          "<w:tc><w:p><w:r><w:t>Quỹ X (Đức)</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2 tỷ đồng</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
  const auto stored = decode_file(zip_pack({{"word/document.xml", xml}}), "bao-cao.docx");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->format, "docx");
  EXPECT_EQ(stored->text, "Báo cáo\n1 | Quỹ X (Đức) | 2 tỷ đồng\n");
}

TEST(Formats, OpenDocumentTextIsRead) {
  const std::string xml = "<o:document-content xmlns:o=\"o\" xmlns:text=\"t\"><o:body><text:h>Tiêu đề</text:h><text:p>Đón<text:s/>5 <text:span>đoàn</text:span>.</text:p></o:body></o:document-content>";
  const auto stored = decode_file(zip_pack({{"content.xml", xml}}), "a.odt");
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->text, "Tiêu đề\nĐón 5 đoàn.\n");
}

}  // namespace
}  // namespace nc::intake
