// Drafts from Word against the form of Decree 30/2020: our own papers pass, each slip is named with its paragraph.
#include "file/docx_check.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "file/zip_file.h"
#include "fixtures/half_year_paper.h"

namespace nc::paper {
namespace {

std::vector<DraftFinding> findings_of(const Paper& paper) {
  const auto bytes = docx(paper);
  EXPECT_TRUE(bytes);
  const auto found = draft_findings(*bytes);
  EXPECT_TRUE(found) << (found ? "" : found.error().message.en);
  return found.value_or(std::vector<DraftFinding>{});
}

std::string told(const std::vector<DraftFinding>& all) {
  std::string out;
  for (const auto& f : all) out += std::to_string(f.paragraph) + " “" + f.beginning + "”: " + f.what.vi + "\n";
  return out;
}

bool says(const std::vector<DraftFinding>& all, std::string_view words, std::string_view beginning = {}) {
  return std::ranges::any_of(all, [&](const DraftFinding& f) { return f.what.vi.find(words) != std::string::npos && f.beginning.find(beginning) != std::string::npos; });
}

/// A Word file as somebody types it who knows nothing of the decree.
std::string typed_by_hand() {
  const auto p = [](const char* words, const char* look = "") { return std::string("<w:p><w:r><w:rPr>") + look + "</w:rPr><w:t xml:space=\"preserve\">" + words + "</w:t></w:r></w:p>"; };
  const std::string body = p("Cộng hoà xã hội chủ nghĩa Việt Nam") + p("Số: 5/TTr – LHHN") + p("Cần Thơ ngày 5 tháng 07 năm 2026") + p("BÁO CÁO") + p("Kết quả công tác năm 2026.") +
                           p("Năm 2026, Liên hiệp đã tổ chức  nhiều hoạt động hữu nghị có ý nghĩa với bạn bè các nước .", "<w:rFonts w:ascii=\"Arial\"/><w:sz w:val=\"24\"/>") + p("Nơi nhận:") + p("- Lưu văn thư") + p("CHỦ TỊCH") + p("PGS. Nguyễn Văn Mẫu");
  const std::string document = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body +
                               "<w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/><w:pgMar w:top=\"1440\" w:bottom=\"1440\" w:left=\"1440\" w:right=\"1440\"/></w:sectPr></w:body></w:document>";
  return zip_pack({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", document}});
}

TEST(DocxCheck, a_paper_of_ours_has_nothing_to_mend) {
  const auto all = findings_of(fixture::half_year_paper());
  EXPECT_TRUE(all.empty()) << told(all);
}

TEST(DocxCheck, what_was_typed_by_hand_is_told_paragraph_by_paragraph) {
  const auto found = draft_findings(typed_by_hand());
  ASSERT_TRUE(found);
  const auto& all = *found;
  EXPECT_TRUE(says(all, "Khổ giấy 216 × 279 mm; đặt A4"));
  EXPECT_TRUE(says(all, "Lề trái 25 mm; đặt từ 30 đến 35 mm"));
  EXPECT_TRUE(says(all, "Viết đúng Quốc hiệu", "Cộng hoà")) << told(all);
  EXPECT_TRUE(says(all, "Thiếu Tiêu ngữ"));
  EXPECT_TRUE(says(all, "thêm số 0 ở trước: “05”", "Số: 5"));
  EXPECT_TRUE(says(all, "gạch nối", "Số: 5"));
  EXPECT_TRUE(says(all, "bắt đầu bằng BC-", "Số: 5"));
  EXPECT_TRUE(says(all, "dấu phẩy trước ngày"));
  EXPECT_TRUE(says(all, "Trích yếu không có dấu chấm", "Kết quả công tác"));
  EXPECT_TRUE(says(all, "Lời văn cỡ 12", "Năm 2026"));
  EXPECT_TRUE(says(all, "Phông chữ Arial; đặt Times New Roman"));
  EXPECT_TRUE(says(all, "canh đều"));
  EXPECT_TRUE(says(all, "Hai dấu cách"));
  EXPECT_TRUE(says(all, "Kết thúc lời văn bằng “./.”"));
  EXPECT_TRUE(says(all, "Lưu: VT"));
  EXPECT_TRUE(says(all, "học hàm"));
  const auto number = std::ranges::find_if(all, [](const DraftFinding& f) { return f.what.vi.find("“05”") != std::string::npos; });
  ASSERT_NE(number, all.end());
  EXPECT_EQ(number->paragraph, 2);
}

TEST(DocxCheck, what_is_no_word_file_is_refused_with_words) {
  EXPECT_FALSE(draft_findings("%PDF-1.4"));
  EXPECT_FALSE(draft_findings(zip_pack({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w:document><w:body/></w:document>"}}))) << "no text";
  EXPECT_FALSE(draft_findings(zip_pack({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<!DOCTYPE x><w:document/>"}})));
}

}  // namespace
}  // namespace nc::paper
