// Membership cards as a reader of the PDF sees them: ten a sheet, each inside its own 86 x 54 mm, in both languages.
#include "file/cards.h"

#include <gtest/gtest.h>

#include "fixtures/pdf_view.h"

namespace nc::paper {
namespace {

SmallCard card(const std::string& name, const std::string& number) {
  SmallCard c;
  c.issuer_lines = {"HỘI HỮU NGHỊ VIỆT NAM - HÀN QUỐC", "THÀNH PHỐ CẦN THƠ"};
  c.issuer_en = "Viet Nam - Korea Friendship Association of Can Tho";
  c.title = "THẺ HỘI VIÊN", c.title_en = "MEMBERSHIP CARD", c.name = name;
  c.lines = {{"Số thẻ", "No.", number}, {"Sinh hoạt tại", "Chapter", "Chi hội Trường Đại học Cần Thơ"}, {"Vào hội", "Since", "10/01/2026"}, {"Chức vụ", "Role", "Ủy viên Ban Chấp hành"}};
  c.authority = "CHỦ TỊCH", c.authority_en = "Chair", c.signer = "Nguyễn Văn Thử";
  return c;
}

fixture::PdfView print(const std::vector<SmallCard>& cards) {
  auto bytes = cards_pdf(cards, "Thẻ hội viên");
  if (!bytes) throw std::runtime_error(bytes.error().message.en);
  return fixture::PdfView(std::move(*bytes));
}

TEST(Cards, stand_ten_on_a_sheet_and_go_on_to_the_next) {
  std::vector<SmallCard> cards;
  for (int n = 1; n <= 11; ++n) cards.push_back(card("Trần Thị Thử", "KR-" + std::to_string(100 + n)));
  const auto view = print(cards);
  ASSERT_EQ(view.pages(), 2);
  EXPECT_NEAR(view.width(1), 210, 0.5);
  EXPECT_TRUE(view.has(1, "KR-101") && view.has(1, "KR-110") && view.has(2, "KR-111"));
  EXPECT_FALSE(view.has(1, "KR-111"));
  const auto first = view.find(1, "KR-101"), right = view.find(1, "KR-102"), below = view.find(1, "KR-103");
  EXPECT_NEAR(right.left - first.left, k_card_width_mm, 0.5);
  EXPECT_NEAR(below.top - first.top, k_card_height_mm, 0.5);
}

TEST(Cards, keep_their_words_inside_however_long_the_name) {
  const auto view = print({card("Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo Nguyên Minh", "KR-001")});
  const double left = (210 - 2 * k_card_width_mm) / 2, top = (297 - 5 * k_card_height_mm) / 2;
  double lowest = 0;
  for (const auto& word : view.words(1)) {
    EXPECT_GE(word.left, left + 1) << word.text;
    EXPECT_LE(word.right, left + k_card_width_mm - 1) << word.text;
    EXPECT_LE(word.bottom, top + k_card_height_mm) << word.text;
    lowest = std::max(lowest, word.bottom);
  }
  EXPECT_GT(lowest, top + k_card_height_mm - 8) << "the signer stands at the foot";
  for (const char* word : {"MEMBERSHIP", "KR-001", "10/01/2026", "Chair"}) EXPECT_TRUE(view.has(1, word)) << word;
}

TEST(Cards, speak_only_vietnamese_when_there_is_no_english_name) {
  SmallCard plain = card("Trần Thị Thử", "KR-001");
  plain.issuer_en.clear(), plain.title_en.clear(), plain.authority_en.clear();
  for (auto& line : plain.lines) line.label_en.clear();
  const auto view = print({plain});
  EXPECT_FALSE(view.has(1, "MEMBERSHIP") || view.has(1, "Chair") || view.has(1, "No."));
  EXPECT_TRUE(view.has(1, "HỘI"));
}

}  // namespace
}  // namespace nc::paper
