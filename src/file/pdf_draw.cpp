// Cairo and Pango drawing calls.
#include "file/pdf_draw.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>

namespace nc::paper {
namespace {

/// cairo's tag language quotes with ' and escapes with a backslash; an address has neither once they are encoded.
std::string quotable(const std::string& url) {
  std::string out;
  for (const char c : url) {
    if (c == '\'')
      out += "%27";
    else if (c == '\\')
      out += "%5C";
    else if (c > ' ' && c < 0x7f)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

}  // namespace

void draw_line(Canvas* canvas, const TextBox& box, std::size_t i, double x, double y, bool links) {
  PangoLayoutLine* line = pango_layout_get_line_readonly(box.layout(), static_cast<int>(i));
  cairo_move_to(canvas, x + box.line(i).x, y + box.baseline());
  pango_cairo_show_layout_line(canvas, line);
  if (!links) return;
  for (const auto& link : box.links()) {
    if (link.line != i) continue;
    const std::string where = fmt::format("rect=[{:.2f} {:.2f} {:.2f} {:.2f}] uri='{}'", x + link.x, y, link.width,
                                          box.line_height(), quotable(link.href));
    cairo_tag_begin(canvas, CAIRO_TAG_LINK, where.c_str());
    cairo_tag_end(canvas, CAIRO_TAG_LINK);
  }
}

void draw_lines(Canvas* canvas, const TextBox& box, std::size_t from, std::size_t to, double x, double y, bool links) {
  for (std::size_t i = from; i < to; ++i) {
    draw_line(canvas, box, i, x, y + static_cast<double>(i - from) * box.line_height(), links);
  }
}

void draw_rule(Canvas* canvas, double x, double y, double length, double thickness) {
  cairo_set_line_width(canvas, thickness);
  cairo_move_to(canvas, x, y);
  cairo_line_to(canvas, x + length, y);
  cairo_stroke(canvas);
}

void draw_frame(Canvas* canvas, double x, double y, double width, double height, double thickness) {
  cairo_set_line_width(canvas, thickness);
  cairo_rectangle(canvas, x, y, width, height);
  cairo_stroke(canvas);
}

void set_colour(Canvas* canvas, double red, double green, double blue) {
  cairo_set_source_rgb(canvas, red, green, blue);
}

}  // namespace nc::paper
