// Lengths that depend on the words of a paper: drawn lines and the place of "Kính gửi". The same for Word and PDF.
#pragma once
#include "file/paper_words.h"

namespace nc::paper {

/// All in mm.
struct Plan {
  double text = 165;  ///< width between the margins
  HeadColumns head{72, 93};
  double motto_rule = 0;  ///< exactly as long as the words
  double issuer_rule = 0, subject_rule = 0;
  /// Kính gửi. One place: `left` is 0 and the line centred when it fits, else it hangs. Several: title at `left`,
  /// dashes at `dash` (right under the colon), text at `dash + hang`.
  bool centred = false;
  double left = 0, dash = 0, hang = 0;
};
Plan plan_of(const Ready& ready);

/// Column widths of a table in mm, summing to `text_mm`: as asked by `widths` (or by the contents when there are none),
/// but no column narrower than its longest word where there is room.
std::vector<double> column_widths(const Block& table, double text_mm);

/// Length of the line under an annex's head.
double annex_rule(const std::vector<std::string>& lines, double text_mm);
/// The lines of an annex block: "Phụ lục I", "TÊN PHỤ LỤC", "(Kèm theo ...)".
std::vector<std::string> annex_lines(const Block& annex);

}  // namespace nc::paper
