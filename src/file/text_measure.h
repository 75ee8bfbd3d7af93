// Text laid out by Pango in the face of the papers: widths, line breaks, and lines ready to be drawn.
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "file/paper.h"

using PangoLayout = struct _PangoLayout;  // NOLINT: Pango's own tag; its header is only needed where lines are drawn

namespace nc::paper {

/// The one font map of the process is not thread-safe: hold this lock while anything of this header is used.
/// (The functions below that return plain numbers take it themselves.)
std::recursive_mutex& font_lock();

/// Is a face installed that has the Vietnamese letters? Package fonts-liberation2 brings it.
bool face_has_vietnamese();

/// Width of one line in mm.
double text_width_mm(std::string_view text, double pt, bool bold, bool italic = false);
/// Widths in mm of a text and of its longest word, from a table of letters (kerning left out, so a little generous).
struct TextSpan {
  double all = 0, longest_word = 0;
};
TextSpan span_mm(std::string_view text, double pt, bool bold);
/// Width of the last line in mm when `text` is broken at `width_mm`.
double last_line_mm(std::string_view text, double pt, bool bold, double width_mm);

enum class Align { left, centre, right, justified };

struct TextLook {
  double pt = 14;
  bool bold = false, italic = false;
  Align align = Align::left;
  double first_line_pt = 0;  ///< negative hangs the following lines
  double line_factor = 1;    ///< of the natural line height
};

/// Runs broken into lines of a width, all in points.
class TextBox {
 public:
  TextBox(const Runs& runs, double width_pt, const TextLook& look);
  std::size_t lines() const { return lines_.size(); }
  double line_height() const { return line_height_; }
  double height() const { return line_height_ * static_cast<double>(lines_.size()); }
  double last_line_width() const;

  /// What a writer needs to draw line i with its top left corner of the box's column at x, y.
  struct Line {
    double x, width;  ///< of the ink, from the box's left edge
  };
  const Line& line(std::size_t i) const { return lines_[i]; }
  double baseline() const { return baseline_; }  ///< from the top of a line

  struct Link {
    std::size_t line;
    double x, width;
    std::string href;
  };
  const std::vector<Link>& links() const { return links_; }
  PangoLayout* layout() const { return layout_.get(); }

 private:
  std::shared_ptr<PangoLayout> layout_;
  std::vector<Line> lines_;
  std::vector<Link> links_;
  double line_height_ = 0, baseline_ = 0;
};

}  // namespace nc::paper
