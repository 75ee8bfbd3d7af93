// How pieces are placed on pages.
#include "file/pdf_flow.h"

#include <gtest/gtest.h>

namespace nc::paper {
namespace {

Piece piece(double height, bool keep_next = false, double before = 0) {
  Piece p;
  p.height = height;
  p.before = before;
  p.keep_next = keep_next;
  return p;
}

std::vector<std::size_t> sizes(const std::vector<Page>& pages) {
  std::vector<std::size_t> out;
  for (const auto& page : pages) out.push_back(page.size());
  return out;
}

TEST(PdfFlow, FillsAPageBeforeTurningIt) {
  Flow flow;
  flow.pieces = {piece(40), piece(40), piece(40)};
  EXPECT_EQ(sizes(paginate(flow, 100)), (std::vector<std::size_t>{2, 1}));
}

TEST(PdfFlow, AHeadingMovesToTheNextPageWithItsText) {
  Flow flow;
  flow.pieces = {piece(80), piece(10, true), piece(20)};
  const auto pages = paginate(flow, 100);
  EXPECT_EQ(sizes(pages), (std::vector<std::size_t>{1, 2}));
}

TEST(PdfFlow, SpaceAboveIsDroppedAtTheTopOfAPage) {
  Flow flow;
  flow.pieces = {piece(90), piece(20, false, 6), piece(20, false, 6)};
  const auto pages = paginate(flow, 100);
  EXPECT_DOUBLE_EQ(pages[1][0].y, 0);
  EXPECT_DOUBLE_EQ(pages[1][1].y, 26);
}

TEST(PdfFlow, HeadRowsAreRepeatedOnEveryPageOfATable) {
  Flow flow;
  Piece head = piece(10, true);
  head.table = 0;
  head.head = true;
  flow.heads = {{head}};
  flow.pieces.push_back(head);
  for (int i = 0; i < 5; ++i) {
    Piece row = piece(40);
    row.table = 0;
    flow.pieces.push_back(row);
  }
  const auto pages = paginate(flow, 100);
  EXPECT_EQ(sizes(pages), (std::vector<std::size_t>{3, 3, 2}));
  for (const auto& page : pages) EXPECT_TRUE(page[0].piece->head);
}

TEST(PdfFlow, AChainLongerThanAPageIsBrokenNotLost) {
  Flow flow;
  for (int i = 0; i < 7; ++i) flow.pieces.push_back(piece(30, true));
  EXPECT_EQ(sizes(paginate(flow, 100)), (std::vector<std::size_t>{3, 3, 1}));
}

TEST(PdfFlow, NothingIsStillOnePage) { EXPECT_EQ(paginate(Flow{}, 100).size(), 1U); }

}  // namespace
}  // namespace nc::paper
