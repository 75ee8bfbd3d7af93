// How fast articles are read: 1,000 articles of 500 words, twice and four times the length, and 10 MB of hostile text.
#include <chrono>
#include <cstdio>
#include <string>

#include "intake/intake.h"

namespace {

constexpr const char* k_paragraphs[] = {
    "Trong năm qua, Liên hiệp các tổ chức hữu nghị tỉnh đã đón 32 đoàn khách quốc tế với hơn 415 lượt khách, cử 5 đoàn đi công tác nước ngoài.",
    "Đến hết tháng 10, toàn tỉnh tiếp nhận 18 dự án và 11 khoản viện trợ phi dự án với tổng trị giá 2,35 triệu USD, tăng 12% so với cùng kỳ năm trước.",
    "Quỹ Codespa (Tây Ban Nha) dành 180.000 euro cho dự án sinh kế tại hai huyện miền núi, thực hiện trong giai đoạn 2024 - 2026.",
    "Ngày 5/11, Hội hữu nghị tổ chức gặp mặt kỷ niệm 75 năm thiết lập quan hệ ngoại giao với sự tham dự của hơn 200 đại biểu đến từ nhiều nơi.",
    "Nhân dịp này, Hội đã trao 45 suất quà cho trẻ em khó khăn, mỗi suất trị giá 700.000 đồng, và 20 suất học bổng cho học sinh giỏi.",
    "Ông Chủ tịch cho biết thời gian tới đơn vị sẽ tiếp tục mở rộng quan hệ với bạn bè các nước, góp phần giữ gìn hòa bình và phát triển.",
};

/// An article of about `words` words; `seed` changes its order.
std::string article(std::size_t words, std::size_t seed) {
  std::string out = "Bạn bè xa gần của tỉnh\n\n10:00 | 15/11/2024\n\n";
  for (std::size_t have = 12, i = seed; have < words; ++i) {
    out += k_paragraphs[i % 6];
    out += "\n\n";
    have += 30;
  }
  return out;
}

double seconds_for(std::size_t articles, std::size_t words, std::size_t& facts) {
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t i = 0; i < articles; ++i) facts += nc::intake::read_text(article(words, i)).facts.size();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void hostile(const char* what, const std::string& unit) {
  std::string text;
  while (text.size() < 10'000'000) text += unit;
  const auto start = std::chrono::steady_clock::now();
  const auto read = nc::intake::read_text(text);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::printf("10 MB of %s: %.2f s, %zu facts\n", what, seconds, read.facts.size());
}

}  // namespace

int main() {
  std::size_t facts = 0;
  (void)seconds_for(1, 100, facts);  // the lexicon is loaded once
  for (const std::size_t words : {500U, 1000U, 2000U}) {
    facts = 0;
    const double seconds = seconds_for(1000, words, facts);
    std::printf("1,000 articles of %zu words: %.3f s, %.2f us a word, %zu facts\n", words, seconds, seconds * 1000.0 / static_cast<double>(words), facts);
  }
  hostile("numbers and delegations without a full stop", "12 đoàn khách và ");
  hostile("open brackets", "(");
  hostile("marks without letters", "\xCC\x81");
  hostile("short lines", "Tin 5/3\n");
  return 0;
}
