// A certificate as a reader of the PDF sees it: one page across, everything inside its frame, the name the largest but for the title.
#include "file/diploma.h"

#include <gtest/gtest.h>

#include "fixtures/pdf_view.h"

namespace nc::paper {
namespace {

Diploma prize(const std::string& name) {
  Diploma d;
  d.issuer = "LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ THÀNH PHỐ CẦN THƠ";
  d.title = "GIẤY CHỨNG NHẬN", d.opening = "Chứng nhận", d.name = name, d.about = "Lớp 8A, Trường Thử Nghiệm", d.deed = "đã đạt", d.honour = "GIẢI NHẤT";
  d.reason = {"Cuộc thi thử lần thứ 10, năm 2026"};
  d.number = "Số:      /GCN-LHHN", d.place_date = "Cần Thơ, ngày 20 tháng 5 năm 2026", d.authority = {"CHỦ TỊCH"}, d.signer = "Nguyễn Văn Thử";
  return d;
}

fixture::PdfView print(const Diploma& d) {
  auto bytes = diploma_pdf(d);
  if (!bytes) throw std::runtime_error(bytes.error().message.en);
  return fixture::PdfView(std::move(*bytes));
}

void expect_inside(const fixture::PdfView& view) {
  constexpr double k_frame = 16;
  for (const auto& word : view.words(1)) {
    EXPECT_GE(word.left, k_frame) << word.text;
    EXPECT_LE(word.right, 297 - k_frame) << word.text;
    EXPECT_GE(word.top, k_frame) << word.text;
    EXPECT_LE(word.bottom, 210 - k_frame) << word.text;
  }
}

TEST(Diploma, is_one_page_across_with_the_national_title_and_a_large_name) {
  const auto view = print(prize("Quỳnh"));
  ASSERT_EQ(view.pages(), 1);
  EXPECT_NEAR(view.width(1), 297, 0.5);
  for (const char* word : {"CỘNG", "Hạnh", "GIẤY", "Quỳnh", "NHẤT", "/GCN-LHHN", "Thử"}) EXPECT_TRUE(view.has(1, word)) << word;
  const auto name = view.find(1, "Quỳnh"), about = view.find(1, "Lớp");
  EXPECT_GT(name.bottom - name.top, 2 * (about.bottom - about.top)) << "it is the name that is read from afar";
  EXPECT_LT(name.top, about.top);
  EXPECT_NEAR((name.left + name.right) / 2, 297 / 2.0, 2) << "in the middle";
  expect_inside(view);
}

TEST(Diploma, keeps_long_names_and_reasons_inside_its_frame_and_above_the_signature) {
  Diploma d = prize("Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo Nguyên Minh của Hội hữu nghị Việt Nam thành phố");
  for (int n = 0; n < 4; ++n) d.reason.push_back("Vì đã có nhiều đóng góp cho công tác đối ngoại nhân dân, giao lưu văn hóa và vận động viện trợ trên địa bàn thành phố trong nhiều năm liền");
  const auto view = print(d);
  ASSERT_EQ(view.pages(), 1);
  expect_inside(view);
  double lowest = 0;
  for (const auto& word : view.words(1))
    if (word.text == "liền") lowest = std::max(lowest, word.bottom);
  EXPECT_GT(lowest, 0) << "no reason is left out";
  EXPECT_LT(lowest, view.find(1, "ngày").top + 1) << "the reasons end where the signature begins";
}

}  // namespace
}  // namespace nc::paper
