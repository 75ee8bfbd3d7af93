// Where the bars, lines and words of a chart stand.
#include "file/chart.h"
#include "base/words.h"

#include <fmt/format.h>

#include <algorithm>

#include "file/paper_words.h"
#include "file/text_measure.h"

namespace nc::paper {
namespace {

using Anchor = ChartPlan::Anchor;

constexpr double k_row = 20, k_bar = 12, k_gap = 6, k_columns_height = 170, k_column_share = 0.62, k_dot_room = 16, k_axis_room = 18;
constexpr std::size_t k_short_label = 9;

double words_pt(std::string_view text) { return span_mm(text, k_chart_pt, false).all * k_pt_per_mm; }

/// Cut at a letter, with an ellipsis, so that it fits.
std::string fitted(std::string text, double room) {
  if (words_pt(text) <= room) return text;
  while (!text.empty() && words_pt(text + "…") > room) text.resize(beginning_of(text, text.size() - 1).size());
  return text + "…";
}

double highest(const std::vector<ChartPoint>& points) {
  double most = 0;
  for (const auto& p : points) most = std::max(most, p.value.value_or(0));
  return most > 0 ? most : 1;
}

/// One row a point: label, bar, number.
ChartPlan side_bars(const std::vector<ChartPoint>& points, double width) {
  ChartPlan plan;
  plan.width = width;
  plan.height = k_row * static_cast<double>(points.size()) + 2 * k_gap;
  double label_room = 0, value_room = 0;
  for (const auto& p : points) {
    label_room = std::max(label_room, words_pt(p.label));
    value_room = std::max(value_room, words_pt(p.shown));
  }
  label_room = std::min(label_room, width * 0.4) + k_gap;
  const double room = std::max(20.0, width - label_room - value_room - 2 * k_gap), most = highest(points);
  plan.strokes.push_back({label_room, k_gap, label_room, plan.height - k_gap, 0.75, false});
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double top = k_gap + k_row * static_cast<double>(i), length = room * std::max(0.0, points[i].value.value_or(0)) / most, base = top + k_row / 2 + k_chart_pt * 0.35;
    plan.words.push_back({label_room - k_gap, base, Anchor::end, fitted(points[i].label, label_room - k_gap), false});
    if (points[i].value) plan.bars.push_back({label_room, top + (k_row - k_bar) / 2, length, k_bar});
    plan.words.push_back({label_room + length + k_gap, base, Anchor::start, points[i].shown, true});
  }
  return plan;
}

/// Columns or a line over an axis.
ChartPlan upright(const std::vector<ChartPoint>& points, double width, bool line) {
  ChartPlan plan;
  plan.width = width;
  plan.height = k_columns_height;
  const double step = width / static_cast<double>(std::max<std::size_t>(1, points.size())), floor = plan.height - k_axis_room, room = floor - k_dot_room, most = highest(points);
  for (int i = 1; i <= 4; ++i) plan.strokes.push_back({0, floor - room * i / 4, width, floor - room * i / 4, 0.4, true});
  plan.strokes.push_back({0, floor, width, floor, 0.75, false});
  std::optional<ChartPlan::Dot> before;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double middle = step * (static_cast<double>(i) + 0.5), height = room * std::max(0.0, points[i].value.value_or(0)) / most;
    plan.words.push_back({middle, plan.height - 4, Anchor::middle, fitted(points[i].label, step - 2), false});
    plan.words.push_back({middle, floor - (points[i].value ? height : 0) - (line ? 7 : 4), Anchor::middle, points[i].shown, true});
    if (!points[i].value) {
      before.reset();
      continue;
    }
    if (!line) {
      plan.bars.push_back({middle - step * k_column_share / 2, floor - height, step * k_column_share, height});
      continue;
    }
    const ChartPlan::Dot dot{middle, floor - height};
    if (before) plan.strokes.push_back({before->x, before->y, dot.x, dot.y, 1.6, false});
    plan.dots.push_back(dot);
    before = dot;
  }
  return plan;
}

}  // namespace

std::vector<ChartPoint> chart_points(const Block& chart) {
  std::vector<ChartPoint> points;
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    const TableRow& row = chart.rows[r];
    if (row.head || row.cells.empty()) continue;
    points.push_back({plain(row.cells.front().runs), plain(row.cells.back().runs), r < chart.values.size() ? chart.values[r] : std::nullopt});
  }
  return points;
}

ChartPlan plan_chart(const Block& chart, double width_pt) {
  const auto points = chart_points(chart);
  if (chart.lines) return upright(points, width_pt, true);
  const bool brief = std::ranges::all_of(points, [](const ChartPoint& p) { return p.label.size() <= k_short_label; });
  return brief && points.size() <= 12 ? upright(points, width_pt, false) : side_bars(points, width_pt);
}

std::string chart_words(const Block& chart) {
  std::string out;
  for (const auto& p : chart_points(chart)) out += (out.empty() ? "" : "; ") + p.label + ": " + p.shown;
  return out;
}

Html chart_svg(const Block& chart, Lang lang) {
  constexpr double k_svg_width = 460;
  const ChartPlan plan = plan_chart(chart, k_svg_width);
  const auto n = [](double value) { return fmt::format("{:.1f}", value); };
  Html h(lang);
  h << "<svg class=\"pchart\" role=\"img\" viewBox=\"0 0 "_h << n(plan.width) << " "_h << n(plan.height) << "\" fill=\"#10262c\" font-size=\""_h << n(k_chart_pt) << "\"><title>"_h << plain(chart.runs) << "</title><desc>"_h << chart_words(chart)
    << "</desc>"_h;
  for (const auto& s : plan.strokes)
    h << "<line x1=\""_h << n(s.x1) << "\" y1=\""_h << n(s.y1) << "\" x2=\""_h << n(s.x2) << "\" y2=\""_h << n(s.y2) << "\" stroke=\""_h << (s.pale ? "#d5d0c4" : s.thickness > 1 ? "#0b5f73" : "#5b6670") << "\" stroke-width=\""_h << n(s.thickness) << "\"/>"_h;
  for (const auto& b : plan.bars) h << "<rect x=\""_h << n(b.x) << "\" y=\""_h << n(b.y) << "\" width=\""_h << n(b.width) << "\" height=\""_h << n(b.height) << "\" fill=\"#0b5f73\"/>"_h;
  for (const auto& d : plan.dots) h << "<circle cx=\""_h << n(d.x) << "\" cy=\""_h << n(d.y) << "\" r=\"3\" fill=\"#0b5f73\"/>"_h;
  for (const auto& w : plan.words)
    h << "<text x=\""_h << n(w.x) << "\" y=\""_h << n(w.y) << "\" text-anchor=\""_h << (w.anchor == Anchor::start ? "start" : w.anchor == Anchor::end ? "end" : "middle") << "\">"_h << w.text << "</text>"_h;
  return h << "</svg>"_h;
}

}  // namespace nc::paper
