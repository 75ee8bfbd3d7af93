// The checks of Decree 30/2020 that a drafter sees beside the paper.
#include <gtest/gtest.h>

#include "file/paper.h"
#include "fixtures/half_year_paper.h"

namespace nc::paper {
namespace {

/// Messages of the failed checks, joined.
std::string faults(const Paper& paper) {
  std::string out;
  for (const auto& check : format_checks(paper)) {
    if (!check.ok) out += check.what.vi + "\n";
  }
  return out;
}

bool waits_for(const Paper& paper, std::string_view what) {
  for (const auto& check : format_checks(paper)) {
    if (check.waiting && check.what.vi.find(what) != std::string::npos) return true;
  }
  return false;
}

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

struct FormatChecks : testing::Test {
  Paper paper = fixture::half_year_paper();
};

TEST_F(FormatChecks, AGoodPaperHasNoFaults) { EXPECT_EQ(faults(paper), ""); }

TEST_F(FormatChecks, EveryMessageIsInBothLanguages) {
  for (const auto& check : format_checks(Paper{})) {
    EXPECT_FALSE(check.what.vi.empty());
    EXPECT_FALSE(check.what.en.empty());
  }
}

TEST_F(FormatChecks, NumberAndDateMayWaitForTheClerk) {
  paper.number.clear();
  paper.place_date = "Cần Thơ, ngày       tháng 7 năm 2022";
  EXPECT_EQ(faults(paper), "");
  EXPECT_TRUE(waits_for(paper, "Số"));
  EXPECT_TRUE(waits_for(paper, "Ngày"));
}

TEST_F(FormatChecks, DaysAndMonthsTakeTheirZerosAsTheDecreeSays) {
  for (const char* wrong :
       {"Cần Thơ, ngày 5 tháng 7 năm 2022", "Cần Thơ, ngày 05 tháng 07 năm 2022", "Cần Thơ, ngày 05 tháng 2 năm 2022",
        "Cần Thơ, ngày 32 tháng 7 năm 2022", "Cần Thơ 5/7/2022"}) {
    paper.place_date = wrong;
    EXPECT_NE(faults(paper), "") << wrong;
  }
  for (const char* right : {"Cần Thơ, ngày 05 tháng 02 năm 2026", "Cần Thơ, ngày 29 tháng 12 năm 2026"}) {
    paper.place_date = right;
    EXPECT_EQ(faults(paper), "") << right;
  }
}

TEST_F(FormatChecks, SymbolMustFitTheKind) {
  paper.symbol = "TTr-LHHN";
  EXPECT_TRUE(has(faults(paper), "BC-"));
}

TEST_F(FormatChecks, MarginsOutOfRangeAreNamed) {
  paper.margin_left_mm = 25;
  EXPECT_TRUE(has(faults(paper), "20 - 20 - 25 - 15"));
}

TEST_F(FormatChecks, SmallLettersAndWideLinesOfTheIssuerAreFaults) {
  paper.issuer_lines = {"Liên hiệp"};
  EXPECT_TRUE(has(faults(paper), "viết hoa"));
  paper.issuer_lines = {"LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ"};
  EXPECT_TRUE(has(faults(paper), "70 mm"));
}

TEST_F(FormatChecks, PlacesLeftOpenStopThePaper) {
  paper.blocks.insert(paper.blocks.begin(),
                      fixture::block(Block::Kind::paragraph, "Có [chưa có số liệu: số hội viên] hội viên."));
  EXPECT_TRUE(has(faults(paper), "Còn 1 chỗ chưa điền"));
  EXPECT_TRUE(has(faults(paper), "[chưa có số liệu"));
}

TEST_F(FormatChecks, TheEndMarkStandsOnceAndLast) {
  for (auto& block : paper.blocks) {
    for (auto& run : block.runs) {
      if (run.text.ends_with("./.")) run.text.resize(run.text.size() - 2);
    }
  }
  EXPECT_TRUE(has(faults(paper), "./."));
}

TEST_F(FormatChecks, PointsFollowTheVietnameseAlphabet) {
  std::vector<Block> points;
  for (const char* text : {"a) Một", "b) Hai", "c) Ba", "d) Bốn", "e) Năm"}) {
    points.push_back(fixture::block(Block::Kind::point, text));
  }
  paper.blocks.insert(paper.blocks.begin(), points.begin(), points.end());
  EXPECT_TRUE(has(faults(paper), "đ)"));
  paper.blocks[4].runs[0].text = "đ) Năm";
  EXPECT_EQ(faults(paper), "");
}

TEST_F(FormatChecks, PartsTakeRomanNumerals) {
  for (auto& block : paper.blocks) {
    if (block.kind == Block::Kind::part) block.runs[0].text = "Phần thứ nhất";
  }
  EXPECT_TRUE(has(faults(paper), "La Mã"));
}

TEST_F(FormatChecks, RecipientsEndWithTheArchive) {
  paper.recipients.pop_back();
  EXPECT_TRUE(has(faults(paper), "Lưu: VT"));
}

TEST_F(FormatChecks, TitlesBeforeTheSignerAreFaults) {
  paper.signer = "TS. Nguyễn Văn A";
  EXPECT_TRUE(has(faults(paper), "học hàm"));
}

TEST_F(FormatChecks, TypingSlipsAreShownWhereTheyAre) {
  paper.blocks[0].runs[0].text = "Hai  dấu cách";
  EXPECT_TRUE(has(faults(paper), "Hai  dấu cách"));
}

TEST_F(FormatChecks, MinutesCarryNoPlaceAndDateAndAreSignedByTwo) {
  paper.kind_name = "BIÊN BẢN";
  paper.symbol = "BB-LHHN";
  EXPECT_TRUE(has(faults(paper), "không có dòng địa danh"));
  paper.place_date.clear();
  EXPECT_TRUE(has(faults(paper), "hai chữ ký"));
  paper.left_authority = {"THƯ KÝ"};
  EXPECT_EQ(faults(paper), "");
}

TEST_F(FormatChecks, AnAnnexMustBeMentioned) {
  for (auto& block : paper.blocks) {
    if (block.kind == Block::Kind::annex) block.runs[0].text = "Phụ lục X\nTÊN";
  }
  EXPECT_TRUE(has(faults(paper), "không đánh số"));
}

TEST_F(FormatChecks, ASampleSaysThatItIsOne) {
  paper.stamp = "BẢN MẪU";
  EXPECT_TRUE(waits_for(paper, "BẢN MẪU"));
}

}  // namespace
}  // namespace nc::paper
