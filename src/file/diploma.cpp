// Lays a certificate out: the head from the top, the foot from the bottom, what it is about in the middle of the room between.
#include "file/diploma.h"

#include <algorithm>

#include "file/ornament.h"
#include "file/paper_words.h"
#include "file/pdf_draw.h"
#include "file/pdf_file.h"
#include "file/text_measure.h"

namespace nc::paper {
namespace {

constexpr double k_width = k_page_height, k_height = k_page_width;  // A4 across
constexpr double k_edge = 9, k_side = 34, k_text = k_width - 2 * k_side;
constexpr double k_head_top = 20.5, k_foot_top = 150, k_foot_width = 92, k_signer_top = 182;

double pt(double mm) { return mm * k_pt_per_mm; }

struct Tint { double red = 0, green = 0, blue = 0; };
constexpr Tint k_ink{0.11, 0.15, 0.18}, k_soft{0.30, 0.34, 0.38}, k_red{0.69, 0.15, 0.12}, k_river{0.04, 0.31, 0.38}, k_bronze{0.60, 0.37, 0.06};

struct Words {
  std::string text;
  TextLook look;
  Tint tint;
  double before = 0;     ///< mm above it
  double least = 10;     ///< pt it may shrink to before it wraps
  bool divider = false;  ///< drawn above it, in the space before
};

/// As large as it fits on one line, down to `least`; then it wraps.
TextBox boxed(const Words& w, double width) {
  TextLook look = w.look;
  while (look.pt > w.least && text_width_mm(w.text, look.pt, look.bold, look.italic) > width) look.pt -= 0.5;
  return TextBox({Run{w.text, look.bold, look.italic, {}, {}}}, pt(width), look);
}

class Sheet {
 public:
  Sheet(Canvas* canvas, const Diploma& d) : canvas_(canvas), d_(d) {}

  void draw() {
    draw_drum(canvas_, k_width / 2, k_height / 2 + 4, 62);
    draw_award_frame(canvas_, k_width, k_height, k_edge);
    const double top = head();
    middle(top);
    foot();
  }

 private:
  TextLook centred(double size, bool bold = false, bool italic = false) const { return {.pt = size, .bold = bold, .italic = italic, .align = Align::centre}; }

  /// Height in mm.
  double put(const Words& w, double x, double y, double width) {
    if (w.text.empty()) return 0;
    const TextBox box = boxed(w, width);
    set_colour(canvas_, w.tint.red, w.tint.green, w.tint.blue);
    draw_lines(canvas_, box, 0, box.lines(), pt(x), pt(y), false);
    return box.height() / k_pt_per_mm;
  }

  /// National name, motto with its rule, issuer. Returns where they end.
  double head() {
    double y = k_head_top;
    y += put({std::string(national_name(Lang::vi)), centred(14, true), k_ink}, k_side, y, k_text);
    const std::string words(motto(Lang::vi));
    y += put({words, centred(15, true), k_ink}, k_side, y + 0.4, k_text) + 1.2;
    const double rule = text_width_mm(words, 15, true);
    draw_rule(canvas_, pt((k_width - rule) / 2), pt(y), pt(rule), 0.9);
    y += 5.5;
    y += put({d_.issuer, centred(14.5, true), k_river, 0, 11}, k_side, y, k_text);
    y += put({d_.issuer_en, centred(11, false, true), k_soft}, k_side, y, k_text);
    return y;
  }

  std::vector<Words> lines() const {
    std::vector<Words> out{{d_.title, centred(40, true), k_red, 3, 26}, {d_.title_en, centred(13, false, true), k_soft, 0}, {d_.opening, centred(15, false, true), k_ink, 6, 10, true},
                           {d_.name, centred(36, true), k_river, 1, 22}, {d_.about, centred(14.5), k_ink, 0.6}, {d_.deed, centred(15, false, true), k_ink, 2}, {d_.honour, centred(25, true), k_bronze, 0.6, 16}};
    for (std::size_t i = 0; i < d_.reason.size(); ++i) out.push_back({d_.reason[i], centred(15), k_ink, i == 0 ? 1.4 : 0.4, 15});
    out.push_back({d_.reason_en, centred(12, false, true), k_soft, 0.6});
    std::erase_if(out, [](const Words& w) { return w.text.empty(); });
    return out;
  }

  /// Set in the middle of the room there is; closer together and smaller when there is too little of it.
  void middle(double top) {
    std::vector<Words> all = lines();
    const double room = k_foot_top - top;
    double used = height_of(all);
    while (used > room && all.front().look.pt > 14) {
      for (Words& w : all) w.look.pt = std::max(w.look.pt * 0.95, 8.0), w.least *= 0.95, w.before *= 0.9;
      used = height_of(all);
    }
    const double loose = std::min(1.35, 1 + std::max(0.0, room - used) / 90);  // a short one breathes
    double y = top + std::max(0.0, room - used - (loose - 1) * space_of(all)) / 2;
    for (const Words& w : all) {
      const double before = w.before * loose;
      if (w.divider) draw_divider(canvas_, k_width / 2, y + before / 2, 64);
      y += before;
      y += put(w, k_side, y, k_text);
    }
  }

  static double space_of(const std::vector<Words>& all) {
    double out = 0;
    for (const Words& w : all) out += w.before;
    return out;
  }
  static double height_of(const std::vector<Words>& all) {
    double out = space_of(all);
    for (const Words& w : all) out += boxed(w, k_text).height() / k_pt_per_mm;
    return out;
  }

  void foot() {
    const double left = k_side - 4, right = k_width - k_side + 4 - k_foot_width;
    double y = k_foot_top + 1;
    y += put({d_.place_date, centred(13, false, true), k_ink}, right, y, k_foot_width);
    for (const std::string& line : d_.authority) y += put({line, centred(13.5, true), k_ink}, right, y, k_foot_width);
    put({d_.signer, centred(14, true), k_ink}, right, k_signer_top, k_foot_width);
    const TextLook small{.pt = 12};
    double low = k_signer_top + 1;
    if (!d_.decision.empty()) low -= 5.2;
    low += put({d_.number, small, k_ink}, left, low, k_foot_width);
    put({d_.decision, small, k_ink}, left, low + 0.3, k_foot_width);
    if (d_.stamp.empty()) return;
    put({d_.stamp, {.pt = 13, .bold = true}, k_red}, left, k_foot_top + 1, k_foot_width);
  }

  Canvas* canvas_;
  const Diploma& d_;
};

}  // namespace

Result<std::string> diploma_pdf(const Diploma& diploma) {
  const std::scoped_lock hold(font_lock());
  if (!face_has_vietnamese())
    return refuse(Code::unsupported, Text("Máy chủ thiếu phông chữ có dấu tiếng Việt: cài gói fonts-liberation2", "The server has no typeface with Vietnamese letters: install fonts-liberation2"));
  PdfFile file(pt(k_width), pt(k_height));
  file.describe(diploma.title + ": " + diploma.name, diploma.issuer);
  Sheet(file.canvas(), diploma).draw();
  file.end_page();
  return file.finish();
}

}  // namespace nc::paper
