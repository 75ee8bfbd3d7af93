// Measures every part of a Word file against Decree 30/2020: numbers here are the decree's, not the program's
// constants.
#include <gtest/gtest.h>

#include "file/paper.h"
#include "file/text_measure.h"
#include "fixtures/half_year_paper.h"
#include "fixtures/word_view.h"

namespace nc::paper {
namespace {

using fixture::WordView;
using Node = pugi::xml_node;

WordView word(const Paper& paper) {
  auto bytes = docx(paper);
  if (!bytes) throw std::runtime_error(bytes.error().message.en);
  return WordView(std::move(*bytes));
}

/// Twips of a length; a twip of rounding either way is not a wrong measure.
void expect_mm(int twips, double mm, const char* what) { EXPECT_NEAR(twips, mm * 56.693, 1.0) << what; }

struct Docx : testing::Test {
  WordView view = word(fixture::half_year_paper());

  std::vector<Node> sections() {
    std::vector<Node> out;
    for (auto p : view.paragraphs()) {
      if (auto s = p.child("w:pPr").child("w:sectPr")) out.push_back(s);
    }
    out.push_back(view.body().child("w:sectPr"));
    return out;
  }
  Node head_table() { return view.body().child("w:tbl"); }
  static int width(Node cell) { return cell.child("w:tcPr").child("w:tcW").attribute("w:w").as_int(); }
  Node cell(int row, int column) {
    auto r = head_table().child("w:tr");
    for (int i = 0; i < row; ++i) r = r.next_sibling("w:tr");
    auto c = r.child("w:tc");
    for (int i = 0; i < column; ++i) c = c.next_sibling("w:tc");
    return c;
  }
  /// Length in mm of the drawn line that follows a paragraph, in a column of `column_twips`.
  static double rule_mm(Node after, int column_twips) {
    auto p = after.next_sibling("w:p");
    if (std::string_view(p.child("w:pPr").child("w:pStyle").attribute("w:val").value()) != "DuongKe") return -1;
    auto ind = p.child("w:pPr").child("w:ind");
    return (column_twips - ind.attribute("w:left").as_int() - ind.attribute("w:right").as_int()) / 56.693;
  }
};

TEST_F(Docx, PageIsA4WithTheMarginsOfTheDecree) {
  const auto s = sections().front();
  EXPECT_EQ(s.child("w:pgSz").attribute("w:w").as_int(), 11906);
  EXPECT_EQ(s.child("w:pgSz").attribute("w:h").as_int(), 16838);
  const auto m = s.child("w:pgMar");
  expect_mm(m.attribute("w:top").as_int(), 20, "top");
  expect_mm(m.attribute("w:bottom").as_int(), 20, "bottom");
  expect_mm(m.attribute("w:left").as_int(), 30, "left");
  expect_mm(m.attribute("w:right").as_int(), 15, "right");
  expect_mm(m.attribute("w:header").as_int(), 10, "page number from the edge");
}

TEST_F(Docx, PageNumberIsCentredInTheHeadFromTheSecondPageOn) {
  const auto s = sections().front();
  EXPECT_TRUE(s.child("w:titlePg"));
  EXPECT_EQ(s.child("w:pgNumType").attribute("w:start").as_int(), 1);
  auto rest = view.part("word/header2.xml").child("w:hdr").child("w:p");
  EXPECT_EQ(view.ppr(rest, "w:jc"), "center");
  EXPECT_EQ(view.size(rest), 28) << "same size as the body";
  EXPECT_FALSE(view.bold(rest));
  EXPECT_NE(std::string(rest.select_node("//w:instrText").node().text().get()).find("PAGE"), std::string::npos);
  EXPECT_FALSE(view.part("word/header1.xml").select_node("//w:instrText")) << "page 1 shows no number";
}

TEST_F(Docx, HeadIsATwoByTwoTableInsideTheMargins) {
  const auto table = head_table();
  EXPECT_EQ(std::distance(table.children("w:tr").begin(), table.children("w:tr").end()), 2);
  expect_mm(width(cell(0, 0)), 72, "issuer column");
  expect_mm(width(cell(0, 1)), 93, "national column");
  EXPECT_EQ(width(cell(0, 0)) + width(cell(0, 1)), 11906 - 1701 - 850);
  EXPECT_EQ(table.child("w:tblPr").child("w:tblInd").attribute("w:w").as_int(), 0);
  EXPECT_FALSE(table.child("w:tblPr").child("w:tblBorders"));
  EXPECT_EQ(table.select_nodes(".//w:cantSplit").size(), 2U);
  EXPECT_EQ(std::string(table.child("w:tblPr").child("w:tblCellMar").child("w:left").attribute("w:w").value()), "0");
}

TEST_F(Docx, NationalNameAndMottoHaveTheirSizesAndTheLineIsAsLongAsTheMotto) {
  auto name = view.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), motto = view.find("Độc lập - Tự do - Hạnh phúc");
  EXPECT_EQ(name.parent(), cell(0, 1));
  EXPECT_EQ(view.size(name), 24);
  EXPECT_TRUE(view.bold(name));
  EXPECT_FALSE(view.italic(name));
  EXPECT_EQ(view.ppr(name, "w:jc"), "center");
  EXPECT_EQ(view.size(motto), 26);
  EXPECT_TRUE(view.bold(motto));
  EXPECT_NEAR(rule_mm(motto, width(cell(0, 1))), 55.9, 1.0) << "55.9 mm at 13 pt bold";
  EXPECT_LT(text_width_mm("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true), width(cell(0, 1)) / 56.693) << "one line";
  EXPECT_EQ(view.part("word/document.xml").select_nodes("//w:u").size(), 0U) << "lines are drawn, not underlined";
}

TEST_F(Docx, IssuerLinesAreAllBoldAndTheLineUnderThemIsAThirdToAHalf) {
  auto first = view.find("LIÊN HIỆP CÁC TỔ CHỨC"), last = view.find("HỮU NGHỊ THÀNH PHỐ CẦN THƠ");
  for (auto p : {first, last}) {
    EXPECT_TRUE(view.bold(p));
    EXPECT_EQ(view.size(p), 24);
    EXPECT_EQ(view.ppr(p, "w:jc"), "center");
  }
  const double text = text_width_mm("HỮU NGHỊ THÀNH PHỐ CẦN THƠ", 12, true), rule = rule_mm(last, width(cell(0, 0)));
  EXPECT_GE(rule, text / 3);
  EXPECT_LE(rule, text / 2);
}

TEST_F(Docx, NumberAndDateStandOnOneLine) {
  auto number = view.find("Số: 05/BC-LHHN"), date = view.find("Cần Thơ, ngày 05 tháng 7 năm 2022");
  EXPECT_EQ(number.parent(), cell(1, 0));
  EXPECT_EQ(date.parent(), cell(1, 1));
  EXPECT_EQ(view.size(number), 26);
  EXPECT_FALSE(view.bold(number));
  EXPECT_FALSE(view.italic(number));
  EXPECT_EQ(view.size(date), 26);
  EXPECT_TRUE(view.italic(date));
  EXPECT_FALSE(view.bold(date));
  EXPECT_EQ(view.ppr(number, "w:spacing", "w:before"), view.ppr(date, "w:spacing", "w:before"));
}

TEST_F(Docx, KindAndSubjectAreFourteenBoldCentredWithALine) {
  auto kind = view.find("BÁO CÁO"), subject = view.find("và phương hướng, nhiệm vụ 6 tháng cuối năm 2022");
  for (auto p : {kind, subject}) {
    EXPECT_EQ(view.size(p), 28);
    EXPECT_TRUE(view.bold(p));
    EXPECT_EQ(view.ppr(p, "w:jc"), "center");
    EXPECT_TRUE(view.keeps_next(p));
  }
  const double text = text_width_mm(WordView::text(subject), 14, true), rule = rule_mm(subject, 9355);
  EXPECT_GE(rule, text / 3);
  EXPECT_LE(rule, text / 2);
}

TEST_F(Docx, SeveralAddresseesHangUnderTheColon) {
  auto title = view.find("Kính gửi:"), first = view.find("- Thường trực Thành ủy Cần Thơ;");
  EXPECT_EQ(WordView::text(title), "Kính gửi:");
  EXPECT_FALSE(view.bold(title));
  EXPECT_FALSE(view.italic(title));
  const double dash = (view.twips(first, "w:ind", "w:left") - view.twips(first, "w:ind", "w:hanging")) / 56.693;
  const double colon = view.twips(title, "w:ind", "w:left") / 56.693 + text_width_mm("Kính gửi", 14, false);
  EXPECT_NEAR(dash, colon, 0.3);
  EXPECT_EQ(WordView::text(view.find("- Liên hiệp các tổ chức hữu nghị Việt Nam")),
            "- Liên hiệp các tổ chức hữu nghị Việt Nam.");
}

TEST_F(Docx, BodyIsJustifiedWithItsIndentGapAndLineHeight) {
  auto p = view.find("Trong kỳ, Liên hiệp tiếp");
  EXPECT_EQ(view.ppr(p, "w:jc"), "both");
  expect_mm(view.twips(p, "w:ind", "w:firstLine"), 10, "first line");
  EXPECT_GE(view.twips(p, "w:spacing", "w:before") + view.twips(p, "w:spacing", "w:after"), 120) << "6 pt at least";
  EXPECT_EQ(view.twips(p, "w:spacing", "w:line"), 276);
  EXPECT_EQ(view.ppr(p, "w:spacing", "w:lineRule"), "auto") << "an exact height would cut the marks of Ế and Ộ";
  EXPECT_EQ(view.size(p), 28);
  EXPECT_FALSE(view.bold(p));
  EXPECT_EQ(view.ppr(p, "w:widowControl"), "on");
}

TEST_F(Docx, EveryLetterIsTimesNewRomanInVietnamese) {
  auto p = view.find("Trong kỳ, Liên hiệp tiếp");
  for (const char* which : {"w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"}) {
    EXPECT_EQ(view.rpr(p, "w:rFonts", 0, which), "Times New Roman") << which;
  }
  EXPECT_EQ(view.part("word/document.xml").select_nodes("//w:rFonts").size(), 0U) << "no run leaves the styles";
  EXPECT_EQ(view.rpr(p, "w:lang"), "vi-VN");
  EXPECT_EQ(view.rpr(p, "w:color"), "000000");
}

TEST_F(Docx, HeadingsStayWithWhatTheyNameAndAreInTheOutline) {
  auto part = view.find("Phần I"), heading = view.find("I. CÔNG TÁC HÒA BÌNH"),
       clause = view.find("1. Đoàn vào, đoàn ra và");
  auto point = view.find("a) Đón tiếp"), caption = view.find("Bảng 1. Đoàn vào");
  for (auto p : {part, heading, clause, point, caption}) EXPECT_TRUE(view.keeps_next(p)) << WordView::text(p);
  for (auto p : {part, heading, clause}) EXPECT_TRUE(view.bold(p)) << WordView::text(p);
  EXPECT_EQ(view.ppr(part, "w:jc"), "center");
  EXPECT_FALSE(view.bold(point));
  EXPECT_EQ(view.ppr(heading, "w:outlineLvl"), "1");
  expect_mm(view.twips(heading, "w:ind", "w:firstLine"), 10, "heading indent");
}

TEST_F(Docx, AClauseThatRunsIntoItsTextIsBoldOnlyInItsTitle) {
  auto p = view.find("1. Kết quả chung.");
  EXPECT_TRUE(view.is_on(p, "w:b", 0));
  EXPECT_FALSE(view.is_on(p, "w:b", 1));
  EXPECT_EQ(view.ppr(p, "w:outlineLvl"), "");
}

TEST_F(Docx, TablesRepeatTheirHeadNeverSplitRowsAndHaveThinBorders) {
  auto cell_text = view.find("Đoàn vào do Liên hiệp tiếp");
  auto table = cell_text.parent().parent().parent();
  const auto head = table.child("w:tr");
  EXPECT_TRUE(head.child("w:trPr").child("w:tblHeader"));
  for (auto row : table.children("w:tr")) EXPECT_TRUE(row.child("w:trPr").child("w:cantSplit"));
  for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
    EXPECT_EQ(table.child("w:tblPr").child("w:tblBorders").child(side).attribute("w:sz").as_int(), 4) << side;
  }
  EXPECT_EQ(view.size(cell_text), 24);
  auto title = head.child("w:tc").child("w:p");
  EXPECT_TRUE(view.bold(title));
  EXPECT_EQ(view.ppr(title, "w:jc"), "center");
  EXPECT_EQ(view.ppr(view.find("ít nhất 4"), "w:jc"), "right");
  auto cells = table.child("w:tr").next_sibling("w:tr").children("w:tc");
  EXPECT_EQ(view.ppr(std::next(cells.begin(), 2)->child("w:p"), "w:jc"), "right");
  int sum = 0;
  for (auto column : table.child("w:tblGrid").children("w:gridCol")) sum += column.attribute("w:w").as_int();
  EXPECT_EQ(sum, 9355);
}

TEST_F(Docx, UnitStandsRightInItalicsAboveItsTable) {
  auto unit = view.find("Đơn vị tính: triệu đồng");
  EXPECT_EQ(view.ppr(unit, "w:jc"), "right");
  EXPECT_TRUE(view.italic(unit));
  EXPECT_EQ(view.size(unit), 24);
  EXPECT_TRUE(view.keeps_next(unit));
  EXPECT_EQ(std::string(unit.next_sibling().name()), "w:tbl");
}

TEST_F(Docx, SignatureBlockHasItsSizesAndStaysWithTheLastLines) {
  auto title = view.find("Nơi nhận:"), first = view.find("- Như trên;"), last = view.find("- Lưu: VT, ĐN");
  EXPECT_EQ(view.size(title), 24);
  EXPECT_TRUE(view.bold(title));
  EXPECT_TRUE(view.italic(title));
  EXPECT_EQ(view.size(first), 22);
  EXPECT_FALSE(view.bold(first));
  EXPECT_EQ(WordView::text(last), "- Lưu: VT, ĐN.");
  for (const char* words : {"TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "Lê Thị Thanh Giang"}) {
    auto p = view.find(words);
    EXPECT_TRUE(view.bold(p)) << words;
    EXPECT_EQ(view.size(p), 28) << words;
    EXPECT_EQ(view.ppr(p, "w:jc"), "center") << words;
  }
  const double room = view.twips(view.find("Lê Thị Thanh Giang"), "w:spacing", "w:before") / 56.693;
  EXPECT_GE(room, 25);
  EXPECT_LE(room, 30);
  EXPECT_EQ(view.ppr(title, "w:spacing", "w:before"), view.ppr(view.find("TM. BAN"), "w:spacing", "w:before"));
  auto table = title.parent().parent().parent();
  EXPECT_EQ(table.select_nodes(".//w:cantSplit").size(), 1U);
  EXPECT_TRUE(view.keeps_next(view.find("Trên đây là kết quả")));
}

TEST_F(Docx, TheEndMarkIsGluedToTheLastWord) {
  Paper paper = fixture::half_year_paper();
  for (auto& block : paper.blocks) {
    if (block.runs.size() == 1 && block.runs[0].text.ends_with("./.")) {
      block.runs[0].text.replace(block.runs[0].text.size() - 3, 3, " ./.");
    }
  }
  auto other = word(paper);
  EXPECT_TRUE(WordView::text(other.find("Trên đây là kết quả")).ends_with("Cần Thơ./."));
}

TEST_F(Docx, AFigureIsALinkToItsRowsThatLooksLikeText) {
  auto p = view.find("Trong kỳ, Liên hiệp tiếp");
  auto link = p.child("w:hyperlink");
  ASSERT_TRUE(link);
  EXPECT_EQ(WordView::text(link), "24 đoàn");
  EXPECT_FALSE(link.child("w:r").child("w:rPr")) << "no colour, no underline";
  std::string target, mode;
  for (auto r : view.part("word/_rels/document.xml.rels").child("Relationships").children()) {
    if (std::string_view(r.attribute("Id").value()) == link.attribute("r:id").value()) {
      target = r.attribute("Target").value();
      mode = r.attribute("TargetMode").value();
    }
  }
  EXPECT_EQ(target, "https://huunghi.example.vn/figures/I17?org=ct&period=2022-H1");
  EXPECT_EQ(mode, "External");
}

TEST_F(Docx, AFigureWithoutAnAddressOutsideIsPlainText) {
  Paper paper = fixture::half_year_paper();
  paper.base_url.clear();
  auto plain = word(paper);
  EXPECT_EQ(plain.part("word/document.xml").select_nodes("//w:hyperlink").size(), 0U);
  EXPECT_NE(WordView::text(plain.find("Trong kỳ")).find("24 đoàn"), std::string::npos);
}

TEST_F(Docx, AnAnnexIsASectionOfItsOwnOnLandscapePages) {
  const auto all = sections();
  ASSERT_EQ(all.size(), 2U);
  const auto annex = all.back();
  EXPECT_EQ(std::string(annex.child("w:pgSz").attribute("w:orient").value()), "landscape");
  EXPECT_EQ(annex.child("w:pgSz").attribute("w:w").as_int(), 16838);
  EXPECT_EQ(annex.child("w:pgNumType").attribute("w:start").as_int(), 1);
  EXPECT_TRUE(annex.child("w:titlePg"));
  auto title = view.find("DANH MỤC KHOẢN VIỆN TRỢ"), note = view.find("(Kèm theo Báo cáo");
  EXPECT_TRUE(view.bold(title));
  EXPECT_TRUE(view.italic(note));
  EXPECT_EQ(view.ppr(note, "w:jc"), "center");
}

TEST_F(Docx, ASampleIsStampedInTheHeadOfEveryPage) {
  Paper paper = fixture::half_year_paper();
  paper.stamp = "BẢN MẪU";
  auto stamped = word(paper);
  for (const char* part : {"word/header1.xml", "word/header2.xml", "word/header3.xml", "word/header4.xml"}) {
    auto header = stamped.part(part);
    EXPECT_NE(WordView::text(header).find("BẢN MẪU"), std::string::npos) << part;
    EXPECT_TRUE(header.select_node("//w:bdr")) << part;
    EXPECT_EQ(std::string(header.select_node("//w:color").node().attribute("w:val").value()), "C00000") << part;
    EXPECT_EQ(WordView::text(view.part(part)).find("BẢN MẪU"), std::string::npos) << part << ", a real paper";
  }
}

TEST_F(Docx, TextIsComposedAndEthIsMended) {
  Paper paper = fixture::half_year_paper();
  paper.signer = "\u00D0a\u0323ng Văn A";  // Eth, and a decomposed ạ
  EXPECT_EQ(WordView::text(word(paper).find("ng Văn A")), "Đạng Văn A");
}

TEST_F(Docx, MarkupInTextStaysText) {
  Paper paper = fixture::half_year_paper();
  paper.signer = "A & B <w:p> \x01 C";
  EXPECT_EQ(WordView::text(word(paper).find("A & B")), "A & B <w:p>   C");
}

TEST_F(Docx, ALetterWithoutAKindPutsItsSubjectUnderTheNumber) {
  Paper paper = fixture::half_year_paper();
  paper.kind_name.clear();
  paper.symbol = "LHHN-VP";
  paper.subject_lines = {"trả lời kiến nghị của Hội hữu nghị", "Việt Nam - Hàn Quốc"};
  paper.addressed_to = {"Hội hữu nghị Việt Nam - Hàn Quốc thành phố"};
  auto letter = word(paper);
  auto about = letter.find("V/v trả lời kiến nghị");
  EXPECT_EQ(letter.size(about), 24);
  EXPECT_FALSE(letter.italic(about));
  EXPECT_FALSE(letter.bold(about));
  EXPECT_EQ(std::string(about.parent().name()), "w:tc");
  auto to = letter.find("Kính gửi: Hội hữu nghị Việt Nam - Hàn Quốc thành phố.");
  EXPECT_EQ(letter.ppr(to, "w:jc"), "center");
}

TEST_F(Docx, ThirteenPointBodiesHaveThirteenPointNumbersAndNames) {
  Paper paper = fixture::half_year_paper();
  paper.body_size_pt = "13";
  auto small = word(paper);
  EXPECT_EQ(small.size(small.find("Trong kỳ")), 26);
  EXPECT_EQ(small.size(small.part("word/header2.xml").child("w:hdr").child("w:p")), 26);
  EXPECT_EQ(small.size(small.find("BÁO CÁO")), 28) << "the kind stays 14";
}

TEST_F(Docx, TheSamePaperGivesTheSameBytes) {
  EXPECT_EQ(*docx(fixture::half_year_paper()), *docx(fixture::half_year_paper()));
}

TEST_F(Docx, AnEmptyPaperIsStillAFileThatOpens) {
  auto empty = word(Paper{});
  EXPECT_TRUE(empty.find("CỘNG HÒA"));
}

TEST_F(Docx, AbsurdPapersAreRefusedWithAReason) {
  Paper paper;
  paper.blocks.resize(20'001);
  EXPECT_EQ(docx(paper).error().code, Code::too_large);
  Paper narrow;
  narrow.margin_left_mm = 150;
  EXPECT_EQ(docx(narrow).error().code, Code::invalid);
}

TEST(DocxMinutes, TheSecretarySignsLeftOfTheChairAndTheRecipientsStandBelow) {
  Paper paper = fixture::half_year_paper();
  paper.left_authority = {"THƯ KÝ"};
  paper.left_signer = "Người Ghi";
  WordView view = word(paper);
  const auto text_of = [](Node node) {
    std::string out;
    for (const auto& found : node.select_nodes(".//w:t")) out += found.node().text().get() + std::string("|");
    return out;
  };
  Node last;
  for (auto table : view.body().children("w:tbl"))
    if (text_of(table).find("THƯ KÝ") != std::string::npos) last = table;
  const Node left = last.child("w:tr").child("w:tc"), right = left.next_sibling("w:tc");
  EXPECT_EQ(text_of(left), "THƯ KÝ|Người Ghi|");
  EXPECT_NE(text_of(right).find(paper.signer), std::string::npos);
  EXPECT_EQ(text_of(last).find("Nơi nhận"), std::string::npos);
  EXPECT_NE(text_of(last.next_sibling("w:p")).find("Nơi nhận"), std::string::npos);
}

}  // namespace
}  // namespace nc::paper
