// Cairo strokes of the ornaments. Everything is placed in mm; colours are those of the project on white paper.
#include "file/ornament.h"

#include <cairo.h>

#include <array>
#include <cmath>
#include <numbers>

#include "file/paper_words.h"

namespace nc::paper {
namespace {

struct Colour { double red, green, blue; };
constexpr Colour k_gold{0.70, 0.49, 0.16}, k_gold_pale{0.93, 0.87, 0.74}, k_drum{0.965, 0.935, 0.87}, k_red{0.69, 0.15, 0.12};
constexpr double k_turn = 2 * std::numbers::pi;

/// Draws in mm and gives the canvas back as it was.
class Pen {
 public:
  explicit Pen(Canvas* canvas) : c_(canvas) {
    cairo_save(c_);
    cairo_scale(c_, k_pt_per_mm, k_pt_per_mm);
    cairo_set_line_cap(c_, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(c_, CAIRO_LINE_JOIN_ROUND);
  }
  Pen(const Pen&) = delete;
  Pen& operator=(const Pen&) = delete;
  ~Pen() { cairo_restore(c_); }

  void ink(Colour colour, double width) {
    cairo_set_source_rgb(c_, colour.red, colour.green, colour.blue);
    cairo_set_line_width(c_, width);
  }
  void box(double x, double y, double width, double height) {
    cairo_rectangle(c_, x, y, width, height);
    cairo_stroke(c_);
  }
  void line(double x1, double y1, double x2, double y2) {
    cairo_move_to(c_, x1, y1);
    cairo_line_to(c_, x2, y2);
    cairo_stroke(c_);
  }
  void ring(double x, double y, double radius) {
    cairo_new_sub_path(c_);
    cairo_arc(c_, x, y, radius, 0, k_turn);
    cairo_stroke(c_);
  }
  void dot(double x, double y, double radius) {
    cairo_new_sub_path(c_);
    cairo_arc(c_, x, y, radius, 0, k_turn);
    cairo_fill(c_);
  }
  Canvas* raw() const { return c_; }

 private:
  Canvas* c_;
};

/// A band of half circles from (x1, y1) on, `n` of them, standing on the line or hanging from it: water, as on old ceramics.
void waves(Pen& pen, double x, double y, double step, int n, bool upright, bool flipped) {
  const double radius = step / 2, side = flipped ? -1 : 1;
  for (int i = 0; i < n; ++i) {
    const double at = step * (i + 0.5);
    for (const double part : {0.98, 0.62, 0.26}) {
      cairo_save(pen.raw());
      cairo_translate(pen.raw(), upright ? x : x + at, upright ? y + at : y);
      if (upright) cairo_rotate(pen.raw(), flipped ? std::numbers::pi / 2 : -std::numbers::pi / 2);
      else if (side < 0) cairo_rotate(pen.raw(), std::numbers::pi);
      cairo_new_sub_path(pen.raw());
      cairo_arc(pen.raw(), 0, 0, radius * part, std::numbers::pi, k_turn);
      cairo_restore(pen.raw());
      cairo_stroke(pen.raw());
    }
  }
}

/// One petal that points away from the origin.
void petal(Pen& pen, double length, double width, bool filled) {
  Canvas* c = pen.raw();
  cairo_move_to(c, 0, 0);
  cairo_curve_to(c, width, -0.35 * length, 0.75 * width, -0.8 * length, 0, -length);
  cairo_curve_to(c, -0.75 * width, -0.8 * length, -width, -0.35 * length, 0, 0);
  if (filled) cairo_fill(c);
  else cairo_stroke(c);
}

/// A lotus seen from the side, opening towards the middle of the page.
void lotus(Pen& pen, double x, double y, double size, double turn) {
  Canvas* c = pen.raw();
  for (const double angle : {-45.0, 45.0, -23.0, 23.0, 0.0}) {
    cairo_save(c);
    cairo_translate(c, x, y);
    cairo_rotate(c, turn + angle * std::numbers::pi / 180);
    const double length = size * (1 - std::abs(angle) / 190);
    cairo_set_source_rgb(c, 1, 1, 1);
    petal(pen, length, 0.24 * size, true);
    pen.ink(k_gold, 0.32);
    petal(pen, length, 0.24 * size, false);
    pen.ink(k_red, 0.22);
    cairo_move_to(c, 0, -0.30 * length);
    cairo_line_to(c, 0, -0.72 * length);
    cairo_stroke(c);
    cairo_restore(c);
  }
  pen.ink(k_gold, 0.3);
  pen.dot(x, y, 0.16 * size);
}

}  // namespace

void draw_award_frame(Canvas* canvas, double width, double height, double edge) {
  Pen pen(canvas);
  constexpr double k_band = 5.2, k_corner = 17;
  const double inner = edge + k_band, w = width - 2 * edge, h = height - 2 * edge;
  pen.ink(k_gold, 0.95);
  pen.box(edge, edge, w, h);
  pen.ink(k_gold, 0.3);
  pen.box(edge + 1.1, edge + 1.1, w - 2.2, h - 2.2);
  pen.box(inner, inner, width - 2 * inner, height - 2 * inner);
  pen.ink(k_red, 0.3);
  pen.box(inner + 1.0, inner + 1.0, width - 2 * inner - 2, height - 2 * inner - 2);
  // Water between the lines, a whole number of waves on each side.
  pen.ink(k_gold_pale, 0.28);
  const double across = width - 2 * (edge + k_corner), down = height - 2 * (edge + k_corner), base = edge + k_band - 0.5, high = (k_band - 2.2) * 2;
  const int columns = static_cast<int>(std::round(across / high)), rows = static_cast<int>(std::round(down / high));
  waves(pen, edge + k_corner, base, across / columns, columns, false, false);
  waves(pen, edge + k_corner, height - base, across / columns, columns, false, true);
  waves(pen, base, edge + k_corner, down / rows, rows, true, false);
  waves(pen, width - base, edge + k_corner, down / rows, rows, true, true);
  // Corners: a square of its own in each, with a lotus that opens inwards.
  for (const bool right : {false, true})
    for (const bool low : {false, true}) {
      const double side = k_corner - 1.4, x = right ? width - edge - side : edge, y = low ? height - edge - side : edge;
      cairo_set_source_rgb(canvas, 1, 1, 1);
      cairo_rectangle(canvas, x, y, side, side);
      cairo_fill(canvas);
      pen.ink(k_gold, 0.95);
      pen.box(x, y, side, side);
      pen.ink(k_gold, 0.3);
      pen.box(x + 1.1, y + 1.1, side - 2.2, side - 2.2);
      const double inwards = std::atan2(low ? -1 : 1, right ? -1 : 1) + std::numbers::pi / 2;
      const double from = 0.20 * side;
      lotus(pen, right ? x + side - from : x + from, low ? y + side - from : y + from, 0.80 * side, inwards);
    }
}

void draw_drum(Canvas* canvas, double x, double y, double radius) {
  Pen pen(canvas);
  constexpr int k_rays = 14;
  pen.ink(k_drum, 0.5);
  cairo_new_path(canvas);
  for (int i = 0; i < 2 * k_rays; ++i) {
    const double angle = k_turn * i / (2 * k_rays) - std::numbers::pi / 2, r = radius * (i % 2 == 0 ? 0.40 : 0.13);
    cairo_line_to(canvas, x + r * std::cos(angle), y + r * std::sin(angle));
  }
  cairo_close_path(canvas);
  cairo_fill(canvas);
  for (const double part : {0.44, 0.47, 0.60, 0.63, 0.78, 0.81, 0.97, 1.0}) pen.ring(x, y, radius * part);
  constexpr int k_dots = 56, k_teeth = 84;
  for (int i = 0; i < k_dots; ++i) {
    const double angle = k_turn * i / k_dots;
    pen.ring(x + radius * 0.535 * std::cos(angle), y + radius * 0.535 * std::sin(angle), radius * 0.018);
  }
  // Birds in flight, from afar: strokes that all lean one way.
  constexpr int k_strokes = 98;
  for (int i = 0; i < k_strokes; ++i) {
    const double angle = k_turn * i / k_strokes, lean = angle + 0.13;
    pen.line(x + radius * 0.655 * std::cos(angle), y + radius * 0.655 * std::sin(angle), x + radius * 0.755 * std::cos(lean), y + radius * 0.755 * std::sin(lean));
  }
  for (int i = 0; i < k_teeth; ++i) {
    const double a = k_turn * i / k_teeth, b = k_turn * (i + 0.5) / k_teeth, c = k_turn * (i + 1) / k_teeth;
    pen.line(x + radius * 0.83 * std::cos(a), y + radius * 0.83 * std::sin(a), x + radius * 0.95 * std::cos(b), y + radius * 0.95 * std::sin(b));
    pen.line(x + radius * 0.95 * std::cos(b), y + radius * 0.95 * std::sin(b), x + radius * 0.83 * std::cos(c), y + radius * 0.83 * std::sin(c));
  }
}

void draw_divider(Canvas* canvas, double x, double y, double length) {
  Pen pen(canvas);
  constexpr double k_gap = 4, k_half = 1.5;
  pen.ink(k_gold, 0.35);
  pen.line(x - length / 2, y, x - k_gap, y);
  pen.line(x + k_gap, y, x + length / 2, y);
  pen.dot(x - k_gap, y, 0.5);
  pen.dot(x + k_gap, y, 0.5);
  pen.ink(k_red, 0.3);
  cairo_move_to(canvas, x, y - k_half);
  cairo_line_to(canvas, x + k_half, y);
  cairo_line_to(canvas, x, y + k_half);
  cairo_line_to(canvas, x - k_half, y);
  cairo_close_path(canvas);
  cairo_fill(canvas);
}

}  // namespace nc::paper
