// A chart of a paper: where its bars, lines and words stand, in points; drawn on a canvas, as a picture, or as SVG.
#pragma once
#include <optional>

#include "file/paper.h"
#include "file/pdf_flow.h"

namespace nc::paper {

/// What is drawn. Values start at nought, so that lengths compare; a point without a value leaves a gap.
struct ChartPoint {
  std::string label, shown;  ///< shown: the number as the paper prints it
  std::optional<double> value;
};

/// Everything in points from the top left corner.
struct ChartPlan {
  struct Bar { double x, y, width, height; };
  struct Stroke { double x1, y1, x2, y2, thickness; bool pale; };
  struct Dot { double x, y; };
  enum class Anchor { start, middle, end };
  struct Words { double x, y; Anchor anchor; std::string text; bool value; };  ///< y: base line
  double width = 0, height = 0;
  std::vector<Bar> bars;
  std::vector<Stroke> strokes;
  std::vector<Dot> dots;
  std::vector<Words> words;
};
inline constexpr double k_chart_pt = 9.5;  ///< size of its words

/// Points of a chart block: the rows below the head, label in the first cell and number in the last.
std::vector<ChartPoint> chart_points(const Block& chart);
/// Columns for short labels (years), bars beside the labels for long ones, or a line with dots.
ChartPlan plan_chart(const Block& chart, double width_pt);
/// Title of the chart in words, for those who don't see it: "Laos 12; Japan 9".
std::string chart_words(const Block& chart);

void draw_chart(Canvas* canvas, const ChartPlan& plan, double x, double y);
/// A PNG at three times the size; "" when no face is installed.
std::string chart_png(const ChartPlan& plan);
/// <svg role="img"> with title and description.
Html chart_svg(const Block& chart, Lang lang);

}  // namespace nc::paper
