// Measures the words of a paper for its drawn lines.
#include "file/paper_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "file/text_measure.h"

namespace nc::paper {
namespace {

constexpr double k_addressed_left_max = 30, k_addressed_hang_left = 15;

void place_addressed(const Ready& ready, Plan& plan) {
  const auto& places = ready.paper.addressed_to;
  if (places.empty()) return;
  const std::string title(addressed_title(ready.paper.lang));
  const double pt = ready.body_pt;
  const double title_width = text_width_mm(title + " ", pt, false);
  if (places.size() == 1) {
    const double line = title_width + text_width_mm(places.front(), pt, false);
    plan.centred = line <= plan.text - 4;
    plan.left = plan.centred ? 0 : k_addressed_hang_left;
    plan.hang = title_width;
    return;
  }
  const double to_colon = text_width_mm(title.substr(0, title.size() - 1), pt, false);
  double widest = 0;
  for (const auto& place : places) widest = std::max(widest, text_width_mm(place, pt, false));
  plan.left = std::clamp((plan.text - to_colon - widest) / 2, k_first_line, k_addressed_left_max);
  plan.dash = plan.left + to_colon;
  plan.hang = text_width_mm("- ", pt, false);
}

/// What the cells of a column need: the longest word, and the longest text on one line.
struct Need {
  double least = 0, most = 0;
};

std::vector<Need> needs_of(const Block& table, std::size_t columns) {
  std::vector<Need> needs(columns);
  for (const auto& row : table.rows) {
    std::size_t column = 0;
    for (const auto& cell : row.cells) {
      const auto span = static_cast<std::size_t>(std::max(1, cell.span));
      if (span == 1 && column < columns) {
        const bool bold = row.head || std::ranges::any_of(cell.runs, &Run::bold);
        const TextSpan text = span_mm(plain(cell.runs), k_table_pt, bold);
        needs[column].least = std::max(needs[column].least, text.longest_word + 2 * k_cell_side + 0.5);
        needs[column].most = std::max(needs[column].most, text.all + 2 * k_cell_side + 0.5);
      }
      column += span;
    }
  }
  return needs;
}

/// Raises columns to their longest word and takes the room from the others in proportion to what they can spare.
void widen_for_words(std::vector<double>& widths, const std::vector<Need>& needs) {
  double missing = 0, spare = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    missing += std::max(0.0, needs[i].least - widths[i]);
    spare += std::max(0.0, widths[i] - needs[i].least);
  }
  if (missing <= 0 || spare < missing) return;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const double over = widths[i] - needs[i].least;
    widths[i] = over <= 0 ? needs[i].least : widths[i] - over * missing / spare;
  }
}

}  // namespace

std::vector<double> column_widths(const Block& table, double text_mm) {
  const auto n = static_cast<std::size_t>(column_count(table));
  const auto needs = needs_of(table, n);
  const bool asked =
      table.widths.size() == n && std::ranges::all_of(table.widths, [](double w) { return std::isfinite(w) && w > 0; });
  std::vector<double> widths(n);
  for (std::size_t i = 0; i < n; ++i) {
    widths[i] = asked ? table.widths[i] : std::clamp(needs[i].most, 8.0, text_mm / 2);
  }
  const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
  for (auto& width : widths) width *= text_mm / sum;
  widen_for_words(widths, needs);
  return widths;
}

Plan plan_of(const Ready& ready) {
  const Paper& paper = ready.paper;
  Plan plan;
  plan.text = k_page_width - paper.margin_left_mm - paper.margin_right_mm;
  plan.head = head_columns(plan.text);
  plan.motto_rule = text_width_mm(motto(paper.lang), k_motto_pt, true);
  if (!paper.issuer_lines.empty()) {
    plan.issuer_rule = k_rule_share * last_line_mm(paper.issuer_lines.back(), k_issuer_pt, true, plan.head.left);
  }
  if (!paper.subject_lines.empty()) {
    plan.subject_rule = k_rule_share * last_line_mm(paper.subject_lines.back(), k_kind_pt, true, plan.text);
  }
  place_addressed(ready, plan);
  return plan;
}

std::vector<std::string> annex_lines(const Block& annex) {
  std::vector<std::string> lines;
  const std::string text = plain(annex.runs);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

double annex_rule(const std::vector<std::string>& lines, double text_mm) {
  if (lines.empty()) return 0;
  return k_rule_share * last_line_mm(lines.back(), k_kind_pt, false, text_mm);
}

}  // namespace nc::paper
