// The A4 sheet on screen.
#include <gtest/gtest.h>

#include "file/paper.h"
#include "fixtures/half_year_paper.h"

namespace nc::paper {
namespace {

bool has(const std::string& text, std::string_view what) { return text.find(what) != std::string::npos; }

struct Sheet : testing::Test {
  Paper paper = fixture::half_year_paper(2);
  std::string markup() { return sheet(paper, Lang::vi).str(); }
};

TEST_F(Sheet, AFigureIsATokenThatLeadsToItsRows) {
  EXPECT_TRUE(has(markup(),
                  "<a class=\"tok\" data-figure=\"I17 ct 2022-H1\" href=\"/figures/I17?org=ct&amp;period=2022-H1\" "
                  "aria-label=\"24 đoàn, mở bản ghi\">24 đoàn</a>"));
  EXPECT_TRUE(has(sheet(paper, Lang::en).str(), "open the records"));
}

TEST_F(Sheet, AFigureWithoutAValueIsMarked) {
  paper.blocks[0].runs[1].text = "[chưa có số liệu]";
  EXPECT_TRUE(has(markup(), "class=\"tok w\""));
}

TEST_F(Sheet, WhatTheWorkflowFillsIsABlank) {
  paper.number.clear();
  EXPECT_TRUE(has(markup(), "<span class=\"tok bl\">\u00a0\u00a0\u00a0\u00a0</span>/BC-LHHN"));
  EXPECT_TRUE(has(markup(), "chờ ký số"));
  paper.links = false;
  EXPECT_FALSE(has(markup(), "chờ ký số")) << "a sealed paper waits for nothing";
}

TEST_F(Sheet, EveryBlockCarriesItsIndex) {
  const std::string html = markup();
  for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
    EXPECT_TRUE(has(html, "data-block=\"" + std::to_string(i) + "\"")) << i;
  }
}

TEST_F(Sheet, TextIsEscapedAndNothingIsStyledInline) {
  paper.signer = "<b>\"A\"</b>";
  paper.blocks[0].runs[1].href = "javascript:alert(1)";
  const std::string html = markup();
  EXPECT_TRUE(has(html, "&lt;b&gt;&quot;A&quot;&lt;/b&gt;"));
  EXPECT_TRUE(has(html, "href=\"#\""));
  EXPECT_FALSE(has(html, "style="));
}

TEST_F(Sheet, AnAnnexIsASheetOfItsOwn) {
  const std::string html = markup();
  EXPECT_TRUE(has(html, "<article class=\"a4\" lang=\"vi\">"));
  EXPECT_TRUE(has(html, "<article class=\"a4 wide\" lang=\"vi\">"));
}

TEST_F(Sheet, ASampleIsStamped) {
  EXPECT_FALSE(has(markup(), "class=\"stamp\""));
  paper.stamp = "BẢN MẪU";
  EXPECT_TRUE(has(markup(), "<p class=\"stamp\">BẢN MẪU</p>"));
}

TEST_F(Sheet, APaperThatCannotBePrintedSaysWhy) {
  paper.margin_left_mm = 190;
  EXPECT_TRUE(has(markup(), "Lề trang"));
}

}  // namespace
}  // namespace nc::paper
