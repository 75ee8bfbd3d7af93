// Measures the PDF of a paper as a reader sees it: places of words, lengths of drawn lines, page numbers.
#include <gtest/gtest.h>

#include "file/paper.h"
#include "file/text_measure.h"
#include "fixtures/half_year_paper.h"
#include "fixtures/pdf_view.h"

namespace nc::paper {
namespace {

using fixture::PdfView;
using fixture::Stroke;

PdfView print(const Paper& paper) {
  auto bytes = pdf(paper);
  if (!bytes) throw std::runtime_error(bytes.error().message.en);
  return PdfView(std::move(*bytes));
}

struct Pdf : testing::Test {
  PdfView view = print(fixture::half_year_paper());

  /// The drawn line right under a word (within 4 mm), in the same column.
  static Stroke rule_under(const PdfView& pdf, const fixture::Word& word) {
    for (const auto& stroke : pdf.strokes(1, 8)) {
      if (stroke.y > word.bottom - 1.5 && stroke.y < word.bottom + 4 && stroke.left < word.right + 40 &&
          stroke.right > word.left - 40) {
        return stroke;
      }
    }
    throw std::runtime_error("no line under " + word.text);
  }
  int annex_start() const {
    for (int page = 1; page <= view.pages(); ++page) {
      if (view.width(page) > 250) return page;
    }
    return 0;
  }
};

TEST_F(Pdf, PagesAreA4AndTheAnnexIsLandscape) {
  EXPECT_NEAR(view.width(1), 210, 0.1);
  EXPECT_NEAR(view.height(1), 297, 0.1);
  ASSERT_GE(annex_start(), 4) << "the body has three pages or more";
  EXPECT_NEAR(view.width(annex_start()), 297, 0.1);
  EXPECT_NEAR(view.height(annex_start()), 210, 0.1);
}

TEST_F(Pdf, NoWordStandsInTheMargins) {
  for (int page = 1; page <= view.pages(); ++page) {
    for (const auto& word : view.words(page)) {
      EXPECT_GE(word.left, 29.9) << word.text << " on page " << page;
      EXPECT_LE(word.right, view.width(page) - 14.9) << word.text << " on page " << page;
      EXPECT_LE(word.bottom, view.height(page) - 19.5) << word.text << " on page " << page;
      if (word.text != std::to_string(page < annex_start() ? page : page - annex_start() + 1)) {
        EXPECT_GE(word.top, 19.5) << word.text << " on page " << page;
      }
    }
  }
}

TEST_F(Pdf, TextReachesBothMargins) {
  double left = 100, right = 0;
  for (const auto& word : view.words(1)) left = std::min(left, word.left), right = std::max(right, word.right);
  EXPECT_NEAR(left, 30, 0.5);
  EXPECT_NEAR(right, 195, 0.5);
}

TEST_F(Pdf, TheNationalNameStandsOnOneLineInItsColumn) {
  const auto first = view.find(1, "CỘNG"), last = view.find(1, "NGHĨA");
  EXPECT_NEAR(first.top, last.top, 0.2);
  const auto end = view.find(1, "VIỆT");
  EXPECT_NEAR(first.top, end.top, 0.2);
  EXPECT_GE(first.left, 102);
  EXPECT_NEAR(first.pt, 12, 0.1);
  EXPECT_NE(first.face.find("Bold"), std::string::npos);
  EXPECT_NEAR(first.top, 20, 2.5) << "the head starts at the top margin";
}

TEST_F(Pdf, TheLineUnderTheMottoIsAsLongAsTheMotto) {
  const auto first = view.find(1, "Độc"), last = view.find(1, "phúc");
  const auto rule = rule_under(view, first);
  EXPECT_NEAR(rule.left, first.left, 1);
  EXPECT_NEAR(rule.right, last.right, 1);
  EXPECT_NEAR(rule.length(), 55.9, 1);
  EXPECT_NEAR(first.pt, 13, 0.1);
  EXPECT_NEAR((rule.left + rule.right) / 2, 102 + 93.0 / 2, 0.5);
}

TEST_F(Pdf, TheLineUnderTheIssuerIsAThirdToAHalfOfItsLastLine) {
  const auto first = view.find(1, "HỮU"), last = view.find(1, "THƠ");
  const auto rule = rule_under(view, first);
  EXPECT_GE(rule.length(), (last.right - first.left) / 3);
  EXPECT_LE(rule.length(), (last.right - first.left) / 2);
  EXPECT_NEAR((rule.left + rule.right) / 2, 30 + 72.0 / 2, 0.5);
}

TEST_F(Pdf, NumberAndDateShareALine) {
  const auto number = view.find(1, "05/BC-LHHN"), date = view.find(1, "ngày");
  EXPECT_NEAR(number.bottom, date.bottom, 0.3);
  EXPECT_NEAR(number.pt, 13, 0.1);
  EXPECT_NE(date.face.find("Italic"), std::string::npos);
  EXPECT_EQ(number.face.find("Italic"), std::string::npos);
}

TEST_F(Pdf, KindAndSubjectStandInTheMiddleWithALine) {
  const auto kind = view.find(1, "BÁO"), end = view.find(1, "CÁO");
  EXPECT_NEAR((kind.left + end.right) / 2, 112.5, 0.5);
  EXPECT_NEAR(kind.pt, 14, 0.1);
  const auto first = view.find(1, "và"), last = view.find(1, "2022");
  const auto rule = rule_under(view, first);
  const double words = text_width_mm("và phương hướng, nhiệm vụ 6 tháng cuối năm 2022", 14, true);
  EXPECT_GE(rule.length(), words / 3);
  EXPECT_LE(rule.length(), words / 2);
  EXPECT_GT(last.top, 20);
}

TEST_F(Pdf, TheFirstPageHasNoNumberAndTheSecondHasATwoInTheTopMargin) {
  for (const auto& word : view.words(1)) EXPECT_GT(word.top, 19) << word.text;
  for (int page = 2; page < annex_start(); ++page) {
    const auto number = view.find(page, std::to_string(page));
    EXPECT_NEAR((number.left + number.right) / 2, 112.5, 0.5) << "in the middle between the margins";
    EXPECT_NEAR(number.top, 10, 1) << "10 mm from the edge";
    EXPECT_LE(number.bottom, 20);
    EXPECT_NEAR(number.pt, 14, 0.1);
  }
}

TEST_F(Pdf, AnAnnexIsNumberedOnItsOwn) {
  const int start = annex_start();
  ASSERT_GT(view.pages(), start);
  for (const auto& word : view.words(start)) EXPECT_GT(word.top, 19) << word.text;
  const auto number = view.find(start + 1, "2");
  EXPECT_LE(number.bottom, 20);
  EXPECT_NEAR((number.left + number.right) / 2, 30 + (297 - 45) / 2.0, 0.5);
}

TEST_F(Pdf, FirstLinesAreIndentedTenMillimetres) {
  EXPECT_NEAR(view.find(1, "Sáu").left, 40, 0.5);
  EXPECT_NEAR(view.find(1, "(sau").left, 30, 0.5);
}

TEST_F(Pdf, AddresseesHangUnderTheColon) {
  const auto colon = view.find(1, "gửi:"), dash = view.find(1, "-");
  double first_dash = 0;
  for (const auto& word : view.words(1)) {
    if (word.text == "-" && word.top > colon.top + 2) {
      first_dash = word.left;
      break;
    }
  }
  EXPECT_NEAR(first_dash, colon.right - 1.4, 0.8);
  EXPECT_GT(dash.left, 0);
}

TEST_F(Pdf, ATableThatCrossesAPageRepeatsItsHead) {
  int heads = 0;
  for (int page = 1; page < annex_start(); ++page) heads += view.has(page, "STT") && view.has(page, "tiếp");
  EXPECT_GE(heads, 2);
  int annex_heads = 0;
  for (int page = annex_start(); page <= view.pages(); ++page) annex_heads += view.has(page, "STT");
  EXPECT_EQ(annex_heads, view.pages() - annex_start() + 1);
}

TEST_F(Pdf, NumbersInATableStandRight) {
  std::vector<double> edges;  // of the numbers of the third column, below the running text
  for (const auto& word : view.words(1)) {
    if ((word.text == "24" || word.text == "4" || word.text == "58") && word.top > 190 && word.left > 120) {
      edges.push_back(word.right);
    }
  }
  ASSERT_EQ(edges.size(), 3U);
  EXPECT_NEAR(edges[0], edges[1], 0.2);
  EXPECT_NEAR(edges[1], edges[2], 0.2);
}

TEST_F(Pdf, TheSignatureBlockStandsWithTheLastLines) {
  const int page = annex_start() - 1;
  const auto title = view.find(page, "nhận:"), authority = view.find(page, "TM."), signer = view.find(page, "Giang");
  EXPECT_TRUE(view.has(page, "Thơ./.")) << "the end mark is glued and its line is on the page of the signature";
  EXPECT_NEAR(title.pt, 12, 0.1);
  EXPECT_NE(title.face.find("BoldItalic"), std::string::npos);
  EXPECT_NEAR(view.find(page, "Như").pt, 11, 0.1);
  EXPECT_NEAR(title.bottom, authority.bottom, 1.5);
  EXPECT_GE(signer.top - view.find(page, "TỊCH").bottom, 24);
  EXPECT_LE(signer.top - view.find(page, "TỊCH").bottom, 31);
  EXPECT_GT(authority.left, 112.5);
}

TEST_F(Pdf, TextCanBeCopiedAsVietnamese) {
  const auto text = view.text(1);
  EXPECT_NE(text.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), std::string::npos);
  EXPECT_NE(text.find("Ủy ban nhân dân thành phố Cần Thơ;"), std::string::npos);
}

TEST_F(Pdf, EveryFaceIsTheOneOfThePapers) {
  for (int page = 1; page <= view.pages(); ++page) {
    for (const auto& word : view.words(page)) {
      EXPECT_NE(word.face.find("LiberationSerif"), std::string::npos) << word.text << " is in " << word.face;
    }
  }
}

TEST_F(Pdf, ASampleIsStampedOnEveryPageWithoutCoveringText) {
  Paper paper = fixture::half_year_paper();
  paper.stamp = "BẢN MẪU";
  const auto stamped = print(paper);
  for (int page = 1; page <= stamped.pages(); ++page) {
    const auto stamp = stamped.find(page, "MẪU");
    EXPECT_LE(stamp.bottom, 20);
    for (const auto& word : stamped.words(page)) {
      const bool apart =
          word.left > stamp.right || word.right < stamp.left || word.top > stamp.bottom || word.bottom < stamp.top;
      EXPECT_TRUE(apart || word.text == "MẪU") << word.text << " on page " << page;
    }
  }
  EXPECT_FALSE(view.has(1, "MẪU"));
}

TEST_F(Pdf, FiguresAreLinksUntilThePaperIsSealed) {
  Paper paper = fixture::half_year_paper();
  EXPECT_NE(pdf(paper)->find("/figures/I17"), std::string::npos);
  paper.links = false;
  EXPECT_EQ(pdf(paper)->find("/figures/I17"), std::string::npos);
}

TEST_F(Pdf, TheSamePaperGivesTheSameBytes) {
  EXPECT_EQ(*pdf(fixture::half_year_paper()), *pdf(fixture::half_year_paper()));
}

TEST_F(Pdf, ARowTallerThanAPageIsContinuedNotCutOff) {
  Paper paper = fixture::half_year_paper(0);
  std::string lines;
  for (int i = 0; i < 120; ++i) lines += "Dòng " + std::to_string(i) + "\n";
  for (auto& block : paper.blocks) {
    if (block.kind == Block::Kind::table) block.rows[1].cells[1].runs = {fixture::words(lines + "HẾT")};
  }
  const auto tall = print(paper);
  bool ended = false;
  for (int page = 1; page <= tall.pages(); ++page) {
    ended = ended || tall.has(page, "HẾT");
    for (const auto& word : tall.words(page)) EXPECT_LE(word.bottom, tall.height(page) - 19) << word.text;
  }
  EXPECT_TRUE(ended);
}

TEST_F(Pdf, AVeryLongListOfRecipientsRunsOnToTheNextPage) {
  Paper paper = fixture::half_year_paper(0);
  paper.recipients.clear();
  for (int i = 0; i < 150; ++i) paper.recipients.push_back("Nơi " + std::to_string(i));
  const auto pdf_view = print(paper);
  bool last = false;
  for (int page = 1; page <= pdf_view.pages(); ++page) last = last || pdf_view.has(page, "149.");
  EXPECT_TRUE(last);
}

TEST_F(Pdf, AnEnglishPaperHasTheEnglishHead) {
  Paper paper = fixture::half_year_paper(0);
  paper.lang = Lang::en;
  const auto english = print(paper);
  EXPECT_TRUE(english.has(1, "SOCIALIST"));
  EXPECT_NEAR(english.find(1, "SOCIALIST").top, english.find(1, "NAM").top, 0.2) << "still one line";
}

}  // namespace
}  // namespace nc::paper
