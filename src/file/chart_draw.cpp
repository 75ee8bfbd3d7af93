// A chart drawn with cairo: on the page of a PDF, or as a picture for Word.
#include <cairo.h>

#include <memory>

#include "file/chart.h"
#include "file/pdf_draw.h"
#include "file/text_measure.h"

namespace nc::paper {
namespace {

void song(Canvas* canvas) { set_colour(canvas, 0.043, 0.373, 0.451); }

void put_words(Canvas* canvas, const ChartPlan::Words& words, double x, double y) {
  constexpr double k_wide = 2000;
  const TextBox box({Run{words.text, words.value, false, {}, {}}}, k_wide, {.pt = k_chart_pt});
  if (box.lines() == 0) return;
  const double width = box.line(0).width, left = words.anchor == ChartPlan::Anchor::start ? 0 : words.anchor == ChartPlan::Anchor::end ? width : width / 2;
  draw_line(canvas, box, 0, x + words.x - left - box.line(0).x, y + words.y - box.baseline(), false);
}

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), length);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

void draw_chart(Canvas* canvas, const ChartPlan& plan, double x, double y) {
  for (const auto& s : plan.strokes) {
    if (s.pale) set_colour(canvas, 0.83, 0.81, 0.77);
    else if (s.thickness > 1) song(canvas);
    else set_colour(canvas, 0.36, 0.4, 0.44);
    cairo_set_line_width(canvas, s.thickness);
    cairo_move_to(canvas, x + s.x1, y + s.y1);
    cairo_line_to(canvas, x + s.x2, y + s.y2);
    cairo_stroke(canvas);
  }
  song(canvas);
  for (const auto& b : plan.bars) {
    cairo_rectangle(canvas, x + b.x, y + b.y, b.width, b.height);
    cairo_fill(canvas);
  }
  for (const auto& d : plan.dots) {
    cairo_arc(canvas, x + d.x, y + d.y, 3, 0, 6.283185307);
    cairo_fill(canvas);
  }
  set_colour(canvas, 0, 0, 0);
  for (const auto& w : plan.words) put_words(canvas, w, x, y);
}

std::string chart_png(const ChartPlan& plan) {
  constexpr double k_scale = 3;
  const std::lock_guard lock(font_lock());
  if (!face_has_vietnamese()) return {};
  using Surface = std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)>;
  using Pen = std::unique_ptr<cairo_t, void (*)(cairo_t*)>;
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(plan.width * k_scale), static_cast<int>(plan.height * k_scale)), cairo_surface_destroy);
  std::string png;
  {
    const Pen pen(cairo_create(surface.get()), cairo_destroy);
    cairo_scale(pen.get(), k_scale, k_scale);
    set_colour(pen.get(), 1, 1, 1);
    cairo_paint(pen.get());
    draw_chart(pen.get(), plan, 0, 0);
  }
  cairo_surface_flush(surface.get());
  if (cairo_surface_write_to_png_stream(surface.get(), append, &png) != CAIRO_STATUS_SUCCESS) return {};
  return png;
}

}  // namespace nc::paper
