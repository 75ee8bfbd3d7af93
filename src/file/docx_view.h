// Lines of a Word file with the look they have on paper: the paragraph's style, overridden by its own. Inside src/file only.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace nc::paper {

/// A line: a paragraph, or a part of one between line breaks.
struct DraftLine {
  int paragraph = 0;       ///< from 1, empty ones counted
  std::string text;        ///< blanks at both ends gone
  std::string font;        ///< "" when the theme of the file decides
  double pt = 0;           ///< 0 when unknown
  bool bold = false, italic = false, in_table = false;
  std::string align;       ///< "both", "center", "left", "right"; "" is left
};
struct DraftView {
  std::vector<DraftLine> lines;  ///< those that hold something
  double width = 0, height = 0, top = 0, bottom = 0, left = 0, right = 0;  ///< mm; 0 when the file does not say
};
Result<DraftView> draft_view(std::string_view docx);

}  // namespace nc::paper
