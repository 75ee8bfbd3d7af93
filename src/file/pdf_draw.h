// Strokes and lines of text on a cairo canvas, in points.
#pragma once
#include "file/pdf_flow.h"
#include "file/text_measure.h"

namespace nc::paper {

/// Line i of a box whose column starts at x, with the line's top at y. `links` makes its figures clickable.
void draw_line(Canvas* canvas, const TextBox& box, std::size_t i, double x, double y, bool links);
/// Lines [from, to) one under the other.
void draw_lines(Canvas* canvas, const TextBox& box, std::size_t from, std::size_t to, double x, double y, bool links);
void draw_rule(Canvas* canvas, double x, double y, double length, double thickness);
void draw_frame(Canvas* canvas, double x, double y, double width, double height, double thickness);
/// Colour of what is drawn next: 0..1 each.
void set_colour(Canvas* canvas, double red, double green, double blue);

}  // namespace nc::paper
