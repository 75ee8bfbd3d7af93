// Ornaments of a certificate, drawn as strokes: the frame with its corners, and the star of a Đông Sơn bronze drum behind the text.
#pragma once
#include "file/pdf_flow.h"

namespace nc::paper {

/// A double frame with a band of waves between its lines and a lotus at each corner, `edge` mm from the edges of a page of this size (mm).
void draw_award_frame(Canvas* canvas, double width, double height, double edge);
/// The star and the rings of a bronze drum, pale enough to write on; centre and radius in mm.
void draw_drum(Canvas* canvas, double x, double y, double radius);
/// A short rule with a lozenge in its middle, centred at x; mm.
void draw_divider(Canvas* canvas, double x, double y, double length);

}  // namespace nc::paper
