// The flow of a PDF: pieces that can't be split, placed on pages. No drawing library here, so it can be tested alone.
#pragma once
#include <functional>
#include <string>
#include <vector>

struct _cairo;  // NOLINT: cairo's own tag

namespace nc::paper {

using Canvas = ::_cairo;
/// Draws a piece with its top left corner at x, y (points).
using Draw = std::function<void(Canvas*, double x, double y)>;

struct Piece {
  double height = 0;
  double before = 0;       ///< space above; dropped at the top of a page
  bool keep_next = false;  ///< stands on the same page as the next piece
  int table = -1;          ///< the table whose head rows are repeated above it on a new page
  bool head = false;       ///< is itself a head row
  int level = -1;          ///< outline level of a heading, or -1
  std::string outline;
  Draw draw;
};

struct Flow {
  std::vector<Piece> pieces;
  std::vector<std::vector<Piece>> heads;  ///< head rows of each table
};

struct Placed {
  const Piece* piece;
  double y;  ///< from the top of the text area
};
using Page = std::vector<Placed>;

/// Pages of a flow; at least one. Pieces kept together start a new page together when they would not fit; a chain
/// longer than a page is broken where the page ends.
std::vector<Page> paginate(const Flow& flow, double page_height);

}  // namespace nc::paper
