// Draws membership cards: issuer, title, name, what the card says, and the place of the signature.
#include "file/cards.h"

#include <algorithm>

#include "file/paper_words.h"
#include "file/pdf_draw.h"
#include "file/pdf_file.h"
#include "file/text_measure.h"

namespace nc::paper {
namespace {

constexpr int k_columns = 2, k_rows = 5;
static_assert(k_columns * k_rows == k_cards_a_page);
constexpr double k_edge = 4;                       // mm from the edge of a card to its text
constexpr double k_text = k_card_width_mm - 2 * k_edge;
constexpr double k_sign = 27;                      // mm at the right for the signature
constexpr double k_hair = 0.3;                     // pt

double pt(double mm) { return mm * k_pt_per_mm; }

/// One card; everything is placed in mm from its top left corner.
class Drawn {
 public:
  Drawn(Canvas* canvas, const SmallCard& card, double left, double top) : canvas_(canvas), card_(card), left_(left), top_(top) {}

  void draw() {
    set_colour(canvas_, 0.7, 0.7, 0.7);
    draw_frame(canvas_, pt(left_), pt(top_), pt(k_card_width_mm), pt(k_card_height_mm), k_hair);
    set_colour(canvas_, 0, 0, 0);
    head();
    name_and_lines();
    signature();
  }

 private:
  /// A line of text, smaller when it is too long for its place; wraps where even that is not enough. Returns its height in mm.
  double put(const std::string& text, double x, double y, double width, TextLook look, double least = 6) {
    if (text.empty()) return 0;
    while (look.pt > least && text_width_mm(text, look.pt, look.bold, look.italic) > width) look.pt -= 0.5;
    const TextBox box({Run{text, look.bold, look.italic, {}, {}}}, pt(width), look);
    draw_lines(canvas_, box, 0, box.lines(), pt(left_ + x), pt(top_ + y), false);
    return box.height() / k_pt_per_mm;
  }

  void head() {
    y_ = 3;
    for (const std::string& line : card_.issuer_lines) y_ += put(line, k_edge, y_, k_text, {.pt = 8.5, .bold = true, .align = Align::centre});
    y_ += put(card_.issuer_en, k_edge, y_, k_text, {.pt = 6.5, .italic = true, .align = Align::centre}, 5);
    draw_rule(canvas_, pt(left_ + k_card_width_mm / 2 - 12), pt(top_ + y_ + 0.8), pt(24), 0.6);
    y_ += 2;
    set_colour(canvas_, 0.753, 0, 0);
    y_ += put(card_.title, k_edge, y_, k_text, {.pt = 12, .bold = true, .align = Align::centre});
    set_colour(canvas_, 0, 0, 0);
    y_ += put(card_.title_en, k_edge, y_, k_text, {.pt = 6.5, .align = Align::centre});
    if (card_.stamp.empty()) return;
    set_colour(canvas_, 0.753, 0, 0);
    put(card_.stamp, k_edge, k_card_height_mm - 5, k_text, {.pt = 7, .bold = true});
    set_colour(canvas_, 0, 0, 0);
  }

  void name_and_lines() {
    y_ += 0.8 + put(card_.name, k_edge, y_ + 0.8, k_text, {.pt = 12.5, .bold = true, .align = Align::centre}, 8);
    lines_top_ = y_ = y_ + 0.8;
    for (const SmallCard::Line& line : card_.lines) {
      Runs runs{Run{line.label, false, false, {}, {}}};
      if (!line.label_en.empty()) runs.push_back(Run{" / " + line.label_en, false, true, {}, {}});
      runs.push_back(Run{": ", false, false, {}, {}});
      runs.push_back(Run{line.value, true, false, {}, {}});
      const TextBox box(runs, pt(k_text - k_sign), {.pt = 7.5});
      draw_lines(canvas_, box, 0, box.lines(), pt(left_ + k_edge), pt(top_ + y_), false);
      y_ += box.height() / k_pt_per_mm + 0.3;
    }
  }

  void signature() {
    const double x = k_card_width_mm - k_edge - k_sign;
    double y = lines_top_;
    y += put(card_.authority, x, y, k_sign, {.pt = 7.5, .bold = true, .align = Align::centre});
    put(card_.authority_en, x, y, k_sign, {.pt = 6.5, .italic = true, .align = Align::centre});
    put(card_.signer, x, k_card_height_mm - 6, k_sign, {.pt = 7.5, .bold = true, .align = Align::centre});
  }

  Canvas* canvas_;
  const SmallCard& card_;
  double left_, top_, y_ = 0, lines_top_ = 0;
};

}  // namespace

Result<std::string> cards_pdf(const std::vector<SmallCard>& cards, const std::string& title) {
  const std::scoped_lock hold(font_lock());
  if (!face_has_vietnamese())
    return refuse(Code::unsupported, Text("Máy chủ thiếu phông chữ có dấu tiếng Việt: cài gói fonts-liberation2", "The server has no typeface with Vietnamese letters: install fonts-liberation2"));
  PdfFile file(pt(k_page_width), pt(k_page_height));
  std::string issuer;
  if (!cards.empty())
    for (const std::string& line : cards.front().issuer_lines) issuer += (issuer.empty() ? "" : " ") + line;
  file.describe(title, issuer);
  const double left = (k_page_width - k_columns * k_card_width_mm) / 2, top = (k_page_height - k_rows * k_card_height_mm) / 2;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const auto at = static_cast<int>(i % k_cards_a_page);
    if (i > 0 && at == 0) file.end_page();
    Drawn(file.canvas(), cards[i], left + at % k_columns * k_card_width_mm, top + at / k_columns * k_card_height_mm).draw();
  }
  if (!cards.empty()) file.end_page();
  return file.finish();
}

}  // namespace nc::paper
