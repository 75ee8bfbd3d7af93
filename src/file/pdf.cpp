// The PDF of a paper: pages drawn with their numbers and stamp.
#include <cairo-pdf.h>
#include <fmt/format.h>

#include "file/pdf_blocks.h"
#include "file/pdf_draw.h"
#include "file/pdf_file.h"

namespace nc::paper {
namespace {

constexpr double k_stamp_pt = 11, k_stamp_side = 4, k_stamp_top = 1.5;

class Printer {
 public:
  explicit Printer(const Ready& ready)
      : ready_(ready),
        paper_(ready.paper),
        plan_(plan_of(ready)),
        file_(k_page_width * k_pt_per_mm, k_page_height * k_pt_per_mm) {
    describe();
  }

  std::string run() {
    for (std::size_t i = 0; i < ready_.sections.size(); ++i) section(i);
    return file_.finish();
  }

 private:
  void describe() {
    std::string title = paper_.kind_name, issuer;
    for (const auto& line : paper_.subject_lines) title += (title.empty() ? "" : " ") + line;
    for (const auto& line : paper_.issuer_lines) issuer += (issuer.empty() ? "" : " ") + line;
    file_.describe(title, issuer);
  }

  void section(std::size_t index) {
    const bool wide = ready_.sections[index].wide;
    const double width = wide ? k_page_height : k_page_width, height = wide ? k_page_width : k_page_height;
    const double text_height = (height - paper_.margin_top_mm - paper_.margin_bottom_mm) * k_pt_per_mm;
    const Flow flow = flow_of(ready_, plan_, index, text_height);
    const auto pages = paginate(flow, text_height);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      ++page_;
      file_.page_size(width * k_pt_per_mm, height * k_pt_per_mm);
      set_colour(file_.canvas(), 0, 0, 0);
      page_head(i + 1, width * k_pt_per_mm);
      for (const auto& placed : pages[i]) put(placed);
      file_.end_page();
    }
  }

  void put(const Placed& placed) {
    const double x = paper_.margin_left_mm * k_pt_per_mm, y = paper_.margin_top_mm * k_pt_per_mm + placed.y;
    placed.piece->draw(file_.canvas(), x, y);
    if (placed.piece->level < 0 || placed.piece->outline.empty()) return;
    const auto level = static_cast<std::size_t>(placed.piece->level);
    parents_.resize(std::min(level, parents_.size()));
    const int parent = parents_.empty() ? CAIRO_PDF_OUTLINE_ROOT : parents_.back();
    const std::string where = fmt::format("page={} pos=[{:.1f} {:.1f}]", page_, x, y);
    parents_.resize(level, parent);
    parents_.push_back(cairo_pdf_surface_add_outline(file_.surface(), parent, placed.piece->outline.c_str(),
                                                     where.c_str(), static_cast<cairo_pdf_outline_flags_t>(0)));
  }

  /// Number from the second page of a section on, in the middle between the margins; stamp at the right on every page.
  void page_head(std::size_t number, double page_width) {
    const double left = paper_.margin_left_mm * k_pt_per_mm, right = paper_.margin_right_mm * k_pt_per_mm;
    const double top = k_number_top * k_pt_per_mm, width = page_width - left - right;
    if (number > 1) {
      const TextBox box({Run{std::to_string(number), false, false, {}, {}}}, width,
                        {.pt = ready_.body_pt, .align = Align::centre});
      draw_line(file_.canvas(), box, 0, left, top, false);
    }
    if (paper_.stamp.empty()) return;
    const TextBox box({Run{paper_.stamp, true, false, {}, {}}}, 0, {.pt = k_stamp_pt});
    const double box_width = box.line(0).width + 2 * k_stamp_side;
    set_colour(file_.canvas(), 0.753, 0, 0);
    draw_frame(file_.canvas(), left + width - box_width, top, box_width, box.line_height() + 2 * k_stamp_top, 1);
    draw_line(file_.canvas(), box, 0, left + width - box_width + k_stamp_side, top + k_stamp_top, false);
    set_colour(file_.canvas(), 0, 0, 0);
  }

  const Ready& ready_;
  const Paper& paper_;
  const Plan plan_;
  PdfFile file_;
  int page_ = 0;
  std::vector<int> parents_;
};

}  // namespace

Result<std::string> pdf(const Paper& paper) {
  const std::scoped_lock hold(font_lock());
  if (!face_has_vietnamese()) {
    return refuse(Code::unsupported,
                  Text("Máy chủ thiếu phông chữ có dấu tiếng Việt: cài gói fonts-liberation2",
                       "The server has no typeface with Vietnamese letters: install fonts-liberation2"));
  }
  NC_TRY(made, ready(paper));
  return Printer(made).run();
}

}  // namespace nc::paper
