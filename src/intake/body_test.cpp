// The body of an article among furniture.
#include "intake/body.h"

#include <gtest/gtest.h>

#include "intake/intake.h"

namespace nc::intake {
namespace {

std::vector<std::string> body_of(const std::string& page) {
  const Article article = read_text(page);
  std::vector<std::string> out;
  for (const Span span : article.body) out.push_back(article.quote(span));
  return out;
}

const std::string k_one = "Sáng nay, Liên hiệp các tổ chức hữu nghị tỉnh đã họp với các hội thành viên.";
const std::string k_two = "Các hội cho biết năm qua công việc tiến triển tốt và bạn bè đến thăm nhiều hơn.";

TEST(Body, LeavesOutMenuDateTitleBylineAndWhatFollows) {
  const std::string page = "Trang chủ Tin tức\n08:15 | 28/12/2023 GMT+7\n\nBạn bè tìm đến ngày một đông\n\naa\n" + k_one + "\n\n" + k_two +
                           "\n\nTâm Anh\nNguồn:\n\nTin bài liên quan\n\nTỉnh khác đón 14 đoàn trong năm vừa qua và còn nhiều việc phải làm.\n";
  const Article article = read_text(page);
  EXPECT_EQ(article.title, "Bạn bè tìm đến ngày một đông");
  EXPECT_EQ(article.published.iso(), "2023-12-28");
  EXPECT_EQ(body_of(page), (std::vector{k_one, k_two}));
}

TEST(Body, DropsDoubledHeadlinesAndLinksGluedToAParagraph) {
  const std::string page = "Tiêu đề của bài viết\n\n" + k_one + "\nNơi khác khánh thành cầu nông thôn mới Nơi khác khánh thành cầu nông thôn mới\n\n" + k_two +
                           "\nNhững nhiệm vụ lớn của năm tới\n\n" + k_one + "\n\n" + k_two + "\n";
  EXPECT_EQ(body_of(page), (std::vector{k_one, k_two, k_one, k_two}));
}

TEST(Body, KeepsSubheadingsAndSetsCaptionsApart) {
  const std::string page = "Tiêu đề của bài viết\n\n" + k_one + "\n\nĐi vào chiều sâu\n\n" + k_two +
                           "\n\nĐoàn khách thăm làng nghề. (Ảnh: CTV)\n\n" + k_one + "\n";
  EXPECT_EQ(body_of(page), (std::vector<std::string>{k_one, "Đi vào chiều sâu", k_two, k_one}));
  EXPECT_EQ(read_text(page).captions.size(), 1U);
}

TEST(Body, PagesWithoutBlankLinesAndWithButtonsBeforeTheText) {
  const std::string page = "baotinh.vn\nTrang chủ | Thời sự | Kinh tế\nKết nối bạn bè từ những việc làm cụ thể\nĐăng lúc: 14/03/2024 07:30\nChia sẻ\n" + k_one +
                           "\n>> Nơi khác: Trao 300 suất quà cho công nhân khó khăn\n" + k_two + "\nHOÀNG PHẠM\nBình luận (3)\nNơi khác: 12 dự án mới được trao giấy chứng nhận trong tháng này.\n";
  EXPECT_EQ(body_of(page), (std::vector{k_one, k_two}));
  EXPECT_EQ(read_text(page).title, "Kết nối bạn bè từ những việc làm cụ thể");
}

TEST(Body, APictureTextThatRepeatsTheTitleDoesNotEndTheBody) {
  const std::string title = "Huy động nguồn lực cho phát triển bền vững";
  const std::string page = title + "\n\n" + k_one + "\n\n" + title + "\n" + title + "\n\n" + k_two + "\n";
  EXPECT_EQ(body_of(page), (std::vector{k_one, k_two}));
}

TEST(Body, ReportsKeepTheirNumberedPartsUpToTheRecipients) {
  const std::string page = "UBND TỈNH X          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/BC-LHHN        Độc lập - Tự do - Hạnh phúc\nX, ngày 18 tháng 6 năm 2025\n\nBÁO CÁO\nKết quả công tác\n\n" +
                           k_one + "\n\nI. KẾT QUẢ\n- Đoàn vào: 22 đoàn/163 lượt người.\n- Đoàn ra: 02 đoàn/11 người.\n- Kết nạp 15 hội viên.\n\nNơi nhận:\n- Như trên;\n- Lưu VP.\n";
  const auto body = body_of(page);
  ASSERT_EQ(body.size(), 5U);
  EXPECT_EQ(body.back(), "- Kết nạp 15 hội viên.");
  EXPECT_EQ(read_text(page).published.iso(), "2025-06-18");
}

TEST(Body, AHostileTextOfOneWordIsReadInNoTime) {
  std::string flood;
  for (int i = 0; i < 40'000; ++i) flood += i % 7 == 0 ? "đoàn " : "12 ";
  EXPECT_LE(read_text(flood).facts.size(), flood.size());
  EXPECT_TRUE(read_text(std::string(100'000, '\n') + std::string(100'000, '(')).facts.empty());
}

}  // namespace
}  // namespace nc::intake
