// Builds the pieces of a PDF: head, title, prose, tables, signature block, annexes.
#include "file/pdf_blocks.h"

#include <algorithm>
#include <cmath>

#include "file/chart.h"
#include "file/pdf_draw.h"

namespace nc::paper {
namespace {

constexpr double k_side = k_cell_side * k_pt_per_mm;
constexpr double k_rule_gap = 2.5;  // pt between words and the line under them

using Box = std::shared_ptr<TextBox>;

Box box_of(const Runs& runs, double width, const TextLook& look) {
  return std::make_shared<TextBox>(runs, width, look);
}
Box box_of(const std::string& words, double width, const TextLook& look) {
  return box_of(Runs{Run{words, false, false, {}, {}}}, width, look);
}

TextLook bold_centred(double pt) { return {.pt = pt, .bold = true, .align = Align::centre}; }

/// Things stacked in one column: boxes, gaps and drawn lines.
class Stack {
 public:
  explicit Stack(double width) : width_(width) {}
  void text(Box box) {
    items_.push_back({height_, std::move(box), 0});
    height_ += items_.back().box->height();
  }
  void text(const std::string& words, const TextLook& look) { text(box_of(words, width_, look)); }
  void gap(double pt) { height_ += pt; }
  void rule(double length) {
    height_ += k_rule_gap;
    items_.push_back({height_, nullptr, length});
    height_ += k_rule_gap;
  }
  double height() const { return height_; }
  void draw(Canvas* canvas, double x, double y, bool links) const {
    for (const auto& item : items_) {
      if (item.box)
        draw_lines(canvas, *item.box, 0, item.box->lines(), x, y + item.y, links);
      else
        draw_rule(canvas, x + (width_ - item.rule) / 2, y + item.y, item.rule, k_rule_pt);
    }
  }

 private:
  struct Item {
    double y;
    Box box;
    double rule;
  };
  double width_, height_ = 0;
  std::vector<Item> items_;
};

constexpr double k_chart_most = 470;  ///< points

class Builder {
 public:
  Builder(const Ready& ready, const Plan& plan, const Section& section, double page_height)
      : ready_(ready), paper_(ready.paper), plan_(plan), section_(section), page_height_(page_height) {
    const double sides = paper_.margin_left_mm + paper_.margin_right_mm;
    width_ = ((section.wide ? k_page_height : k_page_width) - sides) * k_pt_per_mm;
  }

  Flow run(bool first) {
    if (first) {
      head();
      title();
      addressed();
    }
    const auto& blocks = section_.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      if (block.kind == Block::Kind::annex)
        annex(block);
      else if (block.kind == Block::Kind::table)
        table(block);
      else if (block.kind == Block::Kind::chart)
        chart(block);
      else
        prose(block, first && i + 1 == blocks.size());
    }
    if (first) signature();
    return std::move(flow_);
  }

 private:
  Piece& piece(double height, double before, Draw draw) {
    Piece made;
    made.height = height;
    made.before = before;
    made.draw = std::move(draw);
    flow_.pieces.push_back(std::move(made));
    return flow_.pieces.back();
  }

  Piece& stack(Stack made, double before, double dx = 0) {
    const double height = made.height();
    const bool links = paper_.links;
    return piece(height, before, [made = std::move(made), dx, links](Canvas* canvas, double x, double y) {
      made.draw(canvas, x + dx, y, links);
    });
  }

  void head() {
    const double left_width = plan_.head.left * k_pt_per_mm, right_width = plan_.head.right * k_pt_per_mm;
    Stack issuer(left_width), nation(right_width), number(left_width), place(right_width);
    for (const auto& words : paper_.superior) issuer.text(words, {.pt = k_issuer_pt, .align = Align::centre});
    for (const auto& words : paper_.issuer_lines) issuer.text(words, bold_centred(k_issuer_pt));
    if (plan_.issuer_rule > 0) issuer.rule(plan_.issuer_rule * k_pt_per_mm);
    if (!paper_.letter) {
      nation.text(std::string(national_name(paper_.lang)), bold_centred(k_national_pt));
      nation.text(std::string(motto(paper_.lang)), bold_centred(k_motto_pt));
      nation.rule(plan_.motto_rule * k_pt_per_mm);
    }
    if (const auto line = number_line(paper_); !line.empty())
      number.text(line, {.pt = k_symbol_pt, .align = Align::centre});
    const auto about = about_lines(paper_);
    for (std::size_t i = 0; i < about.size(); ++i) {
      if (i == 0) number.gap(k_paragraph_gap_pt);
      number.text(about[i], {.pt = k_about_pt, .align = Align::centre});
    }
    place.text(paper_.place_date, {.pt = k_motto_pt, .italic = true, .align = Align::centre});
    const double top = std::max(issuer.height(), nation.height()) + k_paragraph_gap_pt;
    const double height = top + std::max(number.height(), place.height());
    piece(height, 0, [=](Canvas* canvas, double x, double y) {
      issuer.draw(canvas, x, y, false);
      nation.draw(canvas, x + left_width, y, false);
      number.draw(canvas, x, y + top, false);
      place.draw(canvas, x + left_width, y + top, false);
    });
  }

  void title() {
    if (paper_.kind_name.empty()) return;
    Stack made(width_);
    made.text(paper_.kind_name, bold_centred(k_kind_pt));
    for (const auto& words : paper_.subject_lines) made.text(words, bold_centred(k_kind_pt));
    if (plan_.subject_rule > 0) made.rule(plan_.subject_rule * k_pt_per_mm);
    stack(std::move(made), 18).keep_next = true;
  }

  void addressed() {
    const auto& places = paper_.addressed_to;
    if (places.empty()) return;
    const std::string words(addressed_title(paper_.lang));
    const double hang = plan_.hang * k_pt_per_mm;
    TextLook look{.pt = ready_.body_pt, .line_factor = k_line_factor};
    if (places.size() == 1) {
      if (plan_.centred)
        look.align = Align::centre;
      else
        look.first_line_pt = -hang;
      const double left = plan_.left * k_pt_per_mm;
      lines(box_of(words + " " + places.front(), width_ - left, look), 2 * k_paragraph_gap_pt, left, false);
      return;
    }
    lines(box_of(words, width_, look), 2 * k_paragraph_gap_pt, plan_.left * k_pt_per_mm, true);
    look.first_line_pt = -hang;
    const double left = plan_.dash * k_pt_per_mm;
    for (const auto& place : places) lines(box_of(place, width_ - left, look), 0, left, false);
  }

  /// One piece a line, kept so that no line stands alone at the foot or the top of a page.
  void lines(const Box& box, double before, double dx, bool keep_next, bool whole = false) {
    const std::size_t n = box->lines();
    const bool links = paper_.links;
    for (std::size_t i = 0; i < n; ++i) {
      Piece& made = piece(
          box->line_height(), i == 0 ? before : 0,
          [box, i, dx, links](Canvas* canvas, double x, double y) { draw_line(canvas, *box, i, x + dx, y, links); });
      const bool last = i + 1 == n;
      made.keep_next = last ? keep_next : (whole || i == 0 || i + 2 == n);
    }
  }

  TextLook look_of(const Block& block) const {
    TextLook look{.pt = ready_.body_pt,
                  .align = Align::justified,
                  .first_line_pt = k_first_line * k_pt_per_mm,
                  .line_factor = k_line_factor};
    switch (block.kind) {
      case Block::Kind::part:
      case Block::Kind::part_title:
        look.bold = true;
        look.align = Align::centre;
        look.first_line_pt = 0;
        break;
      case Block::Kind::heading:
      case Block::Kind::clause:
        look.bold = !is_run_in(block);
        break;
      case Block::Kind::caption:
        look = {.pt = k_caption_pt, .italic = true, .align = Align::centre, .line_factor = k_line_factor};
        break;
      case Block::Kind::note:
        look = {.pt = k_note_pt, .italic = true, .align = Align::justified};
        break;
      default:
        break;
    }
    return look;
  }

  static double gap_before(Block::Kind kind) {
    switch (kind) {
      case Block::Kind::part:
        return 2 * k_paragraph_gap_pt;
      case Block::Kind::part_title:
        return 0;
      case Block::Kind::note:
        return k_paragraph_gap_pt / 2;
      default:
        return k_paragraph_gap_pt;
    }
  }

  static int outline_level(const Block& block) {
    switch (block.kind) {
      case Block::Kind::part:
      case Block::Kind::part_title:
        return 0;
      case Block::Kind::heading:
        return 1;
      case Block::Kind::clause:
        return is_run_in(block) ? -1 : 2;
      default:
        return -1;
    }
  }

  void prose(const Block& block, bool before_signature) {
    const bool titled = reads_as_title(block) && !is_run_in(block);
    const std::size_t first = flow_.pieces.size();
    lines(box_of(block.runs, width_, look_of(block)), gap_before(block.kind), 0, titled || before_signature, titled);
    if (first < flow_.pieces.size()) {
      flow_.pieces[first].level = outline_level(block);
      flow_.pieces[first].outline = plain(block.runs);
    }
  }

  void annex(const Block& block) {
    const auto words = annex_lines(block);
    Stack made(width_);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i == 0)
        made.text(words[i], bold_centred(k_kind_pt));
      else if (words[i].starts_with('('))
        made.text(words[i], {.pt = ready_.body_pt, .italic = true, .align = Align::centre});
      else
        made.text(words[i], bold_centred(ready_.body_pt));
    }
    const double text = width_ / k_pt_per_mm;
    if (words.size() > 1) made.rule(annex_rule(words, text) * k_pt_per_mm);
    made.gap(k_paragraph_gap_pt);
    Piece& placed = stack(std::move(made), 0);
    placed.keep_next = true;
    placed.level = 0;
    placed.outline = words.empty() ? "" : words.front();
  }

  /// A row laid out: one box a cell, with where it stands.
  struct Cell {
    double x, width;
    Box box;
  };
  using Row = std::vector<Cell>;

  Row lay_out(const TableRow& row, const std::vector<double>& shares) {
    Row cells;
    std::size_t column = 0;
    double x = 0;
    const auto put = [&](const TableCell& from) {
      double share = 0;
      for (int i = 0; i < std::max(1, from.span) && column < shares.size(); ++i) share += shares[column++];
      const double width = share * width_;
      TextLook look{.pt = k_table_pt, .bold = row.head};
      if (row.head || from.align == TableCell::Align::centre)
        look.align = Align::centre;
      else if (from.align == TableCell::Align::right)
        look.align = Align::right;
      cells.push_back({x, width, box_of(from.runs, std::max(4.0, width - 2 * k_side), look)});
      x += width;
    };
    for (const auto& from : row.cells) {
      if (column < shares.size()) put(from);
    }
    while (column < shares.size()) put(TableCell{});
    return cells;
  }

  /// A row, or lines [from, to) of it when it is taller than a page.
  Piece row_piece(const Row& cells, std::size_t from, std::size_t to) const {
    double text = 0;
    for (const auto& cell : cells) {
      const std::size_t n = std::min(to, cell.box->lines()) - std::min(from, cell.box->lines());
      text = std::max(text, static_cast<double>(n) * cell.box->line_height());
    }
    Piece made;
    made.height = text + 2 * k_cell_top_pt;
    const double height = made.height;
    const bool links = paper_.links;
    made.draw = [cells, from, to, height, links](Canvas* canvas, double x, double y) {
      for (const auto& cell : cells) {
        draw_frame(canvas, x + cell.x, y, cell.width, height, k_border_pt);
        const std::size_t first = std::min(from, cell.box->lines()), last = std::min(to, cell.box->lines());
        const double free = height - static_cast<double>(last - first) * cell.box->line_height();
        draw_lines(canvas, *cell.box, first, last, x + cell.x + k_side, y + free / 2, links);
      }
    };
    return made;
  }

  std::vector<Piece> row_pieces(const Row& cells, double room) const {
    std::size_t most = 0;
    double line = 0;
    for (const auto& cell : cells) {
      most = std::max(most, cell.box->lines());
      line = std::max(line, cell.box->line_height());
    }
    const auto fit = static_cast<std::size_t>(std::max(1.0, (room - 2 * k_cell_top_pt) / line));
    std::vector<Piece> pieces;
    for (std::size_t from = 0; from < most; from += fit)
      pieces.push_back(row_piece(cells, from, std::min(most, from + fit)));
    return pieces;
  }

  void chart(const Block& block) {
    Block caption;
    caption.kind = Block::Kind::caption;
    lines(box_of(block.runs, width_, look_of(caption)), k_paragraph_gap_pt, 0, true);
    const ChartPlan plan = plan_chart(block, std::min(width_, k_chart_most));
    const double indent = (width_ - plan.width) / 2;
    piece(plan.height, 3, [plan, indent](Canvas* canvas, double x, double y) { draw_chart(canvas, plan, x + indent, y); });
  }

  void table(const Block& block) {
    if (block.rows.empty()) return;
    if (!block.unit_note.empty()) {
      lines(box_of(block.unit_note, width_, {.pt = k_note_pt, .italic = true, .align = Align::right}), 0, 0, true);
    }
    auto shares = column_widths(block, width_ / k_pt_per_mm);
    for (auto& share : shares) share *= k_pt_per_mm / width_;
    const int id = static_cast<int>(flow_.heads.size());
    flow_.heads.emplace_back();
    bool heading = true, first = true;
    for (const auto& row : block.rows) {
      heading = heading && row.head;
      double taken = 0;
      for (const auto& head : flow_.heads.back()) taken += head.height;
      auto pieces = row_pieces(lay_out(row, shares), page_height_ - (heading ? 0 : taken));
      for (auto& made : pieces) {
        made.table = id;
        made.head = heading;
        made.keep_next = heading;
        if (first) made.before = 3;
        first = false;
        if (heading) flow_.heads.back().push_back(made);
        flow_.pieces.push_back(std::move(made));
      }
    }
    double heads = 0;
    for (const auto& head : flow_.heads.back()) heads += head.height;
    if (heads > page_height_ / 2) flow_.heads.back().clear();  // nothing would be left for the rows
  }

  void signature() {
    if (paper_.recipients.empty() && paper_.authority.empty() && paper_.signer.empty()) return;
    const double half = width_ / 2;
    Stack left(half), right(half), below(half);
    const bool two = !paper_.left_authority.empty();
    if (two) signed_by(left, paper_.left_authority, paper_.left_signer);
    recipients(two ? below : left);
    signed_by(right, paper_.authority, paper_.signer);
    const double height = std::max(left.height(), right.height());
    piece(height, 2 * k_paragraph_gap_pt, [=](Canvas* canvas, double x, double y) {
      left.draw(canvas, x, y, false);
      right.draw(canvas, x + half, y, false);
    });
    if (below.height() > 0)
      piece(below.height(), 2 * k_paragraph_gap_pt, [=](Canvas* canvas, double x, double y) { below.draw(canvas, x, y, false); });
    for (const auto& box : overflow_lines_) lines(box, 0, 0, false);
  }

  void signed_by(Stack& side, const std::vector<std::string>& authority, const std::string& signer) const {
    for (const auto& words : authority) side.text(words, bold_centred(ready_.body_pt));
    side.gap(k_sign_space * k_pt_per_mm);
    if (!signer.empty()) side.text(signer, bold_centred(ready_.body_pt));
  }

  /// Those that don't fit beside or below the signatures go on line by line.
  void recipients(Stack& place) {
    if (!paper_.recipients.empty())
      place.text(std::string(recipients_title(paper_.lang)), {.pt = k_recipients_title_pt, .bold = true, .italic = true});
    bool full = false;
    for (const auto& words : paper_.recipients) {
      Box box = box_of(words, width_ / 2 - 6, {.pt = k_recipients_pt});
      full = full || place.height() + box->height() > page_height_ / 2;
      if (!full)
        place.text(std::move(box));
      else
        overflow_lines_.push_back(std::move(box));
    }
  }

  const Ready& ready_;
  const Paper& paper_;
  const Plan& plan_;
  const Section& section_;
  double page_height_, width_ = 0;
  std::vector<Box> overflow_lines_;
  Flow flow_;
};

}  // namespace

Flow flow_of(const Ready& ready, const Plan& plan, std::size_t index, double page_height_pt) {
  return Builder(ready, plan, ready.sections[index], page_height_pt).run(index == 0);
}

}  // namespace nc::paper
