// The A4 sheets of a paper on screen.
#include <algorithm>
#include <cmath>

#include "file/chart.h"
#include "file/paper_plan.h"

namespace nc::paper {
namespace {

constexpr std::string_view k_missing = "[chưa có số liệu";

class Sheet {
 public:
  Sheet(const Ready& ready, Lang page_lang, const std::function<Html(std::size_t)>& beside)
      : ready_(ready), paper_(ready.paper), page_lang_(page_lang), beside_(beside), out_(ready.paper.lang) {}

  Html write() {
    for (const auto& section : ready_.sections) {
      const bool first = &section == &ready_.sections.front();
      out_ << "<article class=\"a4"_h;
      if (ready_.body_pt < 14) out_ << " s13"_h;
      if (section.wide) out_ << " wide"_h;
      out_ << "\" lang=\""_h << (paper_.lang == Lang::vi ? "vi" : "en") << "\">"_h;
      if (!paper_.stamp.empty()) out_ << "<p class=\"stamp\">"_h << paper_.stamp << "</p>"_h;
      if (first) opening();
      for (const auto& block : section.blocks) one(block, section.wide);
      if (first) signature();
      out_ << "</article>"_h;
    }
    return std::move(out_);
  }

 private:
  void opening() {
    out_ << "<div class=\"hd\"><div class=\"l k12\">"_h;
    for (const auto& line : paper_.superior) out_ << "<span>"_h << line << "</span>"_h;
    lines_with_rule(paper_.issuer_lines);
    out_ << "</div><div class=\"r\">"_h;
    if (!paper_.letter)
      out_ << "<b class=\"k12\">"_h << national_name(paper_.lang) << "</b><b class=\"k13\"><span class=\"ln\">"_h << motto(paper_.lang) << "</span></b>"_h;
    out_ << "</div><div class=\"k13\">"_h;
    number();
    out_ << "</div><div class=\"k13\"><i>"_h << paper_.place_date << "</i></div></div>"_h;
    if (!paper_.kind_name.empty()) {
      out_ << "<div class=\"tit k14\" role=\"heading\" aria-level=\"2\"><b>"_h << paper_.kind_name << "</b>"_h;
      lines_with_rule(paper_.subject_lines);
      out_ << "</div>"_h;
    }
    addressed();
  }

  void lines_with_rule(const std::vector<std::string>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i + 1 < lines.size()) {
        out_ << "<b>"_h << lines[i] << "</b>"_h;
      } else {
        out_ << "<b><span class=\"lk\">"_h << lines[i] << "</span></b>"_h;
      }
    }
  }

  void number() {
    if (paper_.number.empty() && !paper_.symbol.empty()) {
      out_ << Text("Số: ", "No. ") << "<span class=\"tok bl\">"_h
           << "\u00a0\u00a0\u00a0\u00a0"
           << "</span>/"_h << paper_.symbol;
    } else {
      out_ << number_line(paper_);
    }
    for (const auto& line : about_lines(paper_)) out_ << "<br>"_h << line;
  }

  void addressed() {
    const auto& places = paper_.addressed_to;
    if (places.empty()) return;
    if (places.size() == 1) {
      out_ << "<p class=\"mid\">"_h << addressed_title(paper_.lang) << " " << places.front() << "</p>"_h;
      return;
    }
    out_ << "<div class=\"to\"><span>"_h << addressed_title(paper_.lang) << "</span><div>"_h;
    for (const auto& place : places) out_ << "<span>"_h << place << "</span>"_h;
    out_ << "</div></div>"_h;
  }

  /// Opening tag of a paragraph: class, place in the outline, index of the block.
  void open(std::string_view look, int level) {
    out_ << "<p data-block=\""_h << index_ << "\""_h;
    if (!look.empty()) out_ << " class=\""_h << look << "\""_h;
    if (level > 0) out_ << " role=\"heading\" aria-level=\""_h << level << "\""_h;
    out_ << ">"_h;
  }

  void one(const Block& block, bool wide) {
    if (block.kind == Block::Kind::table) {
      table(block, wide);
    } else if (block.kind == Block::Kind::chart) {
      chart(block, wide);
    } else if (block.kind == Block::Kind::annex) {
      out_ << "<div class=\"tit\" data-block=\""_h << index_ << "\">"_h;
      auto words = annex_lines(block);
      std::string note;
      if (!words.empty() && words.back().starts_with('(')) {
        note = std::move(words.back());
        words.pop_back();
      }
      for (const auto& line : words) out_ << "<b>"_h << line << "</b>"_h;
      if (!note.empty()) out_ << "<i><span class=\"lk\">"_h << note << "</span></i>"_h;
      out_ << "</div>"_h;
    } else {
      prose(block);
    }
    if (beside_) out_ << beside_(index_);
    ++index_;
  }

  void prose(const Block& block) {
    switch (block.kind) {
      case Block::Kind::part:
        open("mid b gap", 3);
        break;
      case Block::Kind::part_title:
        open("mid b tight", 3);
        break;
      case Block::Kind::heading:
        open(is_run_in(block) ? "" : "b", is_run_in(block) ? 0 : 4);
        break;
      case Block::Kind::clause:
        open(is_run_in(block) ? "" : "b", is_run_in(block) ? 0 : 5);
        break;
      case Block::Kind::caption:
        open("mid i k13", 0);
        break;
      case Block::Kind::note:
        open("note i k12", 0);
        break;
      default:
        open("", 0);
    }
    runs(block.runs);
    out_ << "</p>"_h;
  }

  void runs(const Runs& list) {
    for (const auto& run : list) {
      if (run.bold) out_ << "<b>"_h;
      if (run.italic) out_ << "<i>"_h;
      one_run(run);
      if (run.italic) out_ << "</i>"_h;
      if (run.bold) out_ << "</b>"_h;
    }
  }

  void one_run(const Run& run) {
    if (run.figure.empty() && run.href.empty()) {
      lines(run.text);
      return;
    }
    const bool link = !run.href.empty();
    if (link)
      out_ << "<a class=\"tok"_h;
    else
      out_ << "<span class=\"tok"_h;
    if (!run.look.empty()) {
      out_ << " "_h << run.look;
    } else if (run.text.find(k_missing) != std::string::npos) {
      out_ << " w"_h;
    }
    out_ << "\" data-figure=\""_h << run.figure << "\""_h;
    if (link) {
      out_ << " href=\""_h << Url{run.href} << "\" aria-label=\""_h << run.text
           << Text(", mở bản ghi", ", open the records").in(page_lang_) << "\""_h;
    }
    out_ << ">"_h << run.text;
    if (link)
      out_ << "</a>"_h;
    else
      out_ << "</span>"_h;
  }

  void lines(const std::string& text) {
    std::size_t at = 0;
    for (;;) {
      const std::size_t end = text.find('\n', at);
      out_ << std::string_view(text).substr(at, end - at);
      if (end == std::string::npos) return;
      out_ << "<br>"_h;
      at = end + 1;
    }
  }

  /// Drawn, and as a table beneath: its numbers open to their rows.
  void chart(const Block& block, bool wide) {
    out_ << "<figure class=\"pchart-f\"><figcaption class=\"mid i k13\">"_h;
    runs(block.runs);
    out_ << "</figcaption>"_h << chart_svg(block, paper_.lang);
    table(block, wide);
    out_ << "</figure>"_h;
  }

  void table(const Block& block, bool wide) {
    if (!block.unit_note.empty()) out_ << "<p class=\"unit i k12\">"_h << block.unit_note << "</p>"_h;
    const double text = (wide ? k_page_height : k_page_width) - paper_.margin_left_mm - paper_.margin_right_mm;
    out_ << "<table class=\"pt\" data-block=\""_h << index_ << "\"><colgroup>"_h;
    for (const double width : column_widths(block, text)) {
      // Widths are classes of whole per cents: the security policy allows no inline style.
      const int percent = std::clamp(static_cast<int>(std::lround(width / text * 100)), 2, 98);
      out_ << "<col class=\"w"_h << percent << "\">"_h;
    }
    out_ << "</colgroup>"_h;
    const auto body = std::ranges::find_if(block.rows, [](const TableRow& row) { return !row.head; });
    if (body != block.rows.begin()) {
      out_ << "<thead>"_h;
      std::for_each(block.rows.begin(), body, [this](const TableRow& row) { table_row(row); });
      out_ << "</thead>"_h;
    }
    out_ << "<tbody>"_h;
    std::for_each(body, block.rows.end(), [this](const TableRow& row) { table_row(row); });
    out_ << "</tbody></table>"_h;
  }

  void table_row(const TableRow& row) {
    out_ << "<tr>"_h;
    for (const auto& cell : row.cells) {
      if (row.head)
        out_ << "<th scope=\"col\""_h;
      else
        out_ << "<td"_h;
      if (cell.span > 1) out_ << " colspan=\""_h << cell.span << "\""_h;
      if (!row.head && cell.align == TableCell::Align::right) out_ << " class=\"rt\""_h;
      if (!row.head && cell.align == TableCell::Align::centre) out_ << " class=\"ct\""_h;
      out_ << ">"_h;
      runs(cell.runs);
      if (row.head)
        out_ << "</th>"_h;
      else
        out_ << "</td>"_h;
    }
    out_ << "</tr>"_h;
  }

  void signature() {
    if (paper_.recipients.empty() && paper_.authority.empty() && paper_.signer.empty()) return;
    const bool two = !paper_.left_authority.empty();
    out_ << "<div class=\"sg"_h << (two ? " two" : "") << "\">"_h;
    if (two) signed_by(paper_.left_authority, paper_.left_signer);
    else recipients();
    signed_by(paper_.authority, paper_.signer);
    out_ << "</div>"_h;
    if (!two || paper_.recipients.empty()) return;
    out_ << "<div class=\"sg\">"_h;
    recipients();
    out_ << "<div></div></div>"_h;
  }

  void recipients() {
    out_ << "<div class=\"k11\">"_h;
    if (!paper_.recipients.empty()) out_ << "<b class=\"k12\"><i>"_h << recipients_title(paper_.lang) << "</i></b>"_h;
    for (const auto& line : paper_.recipients) out_ << "<span>"_h << line << "</span>"_h;
    out_ << "</div>"_h;
  }

  void signed_by(const std::vector<std::string>& authority, const std::string& signer) {
    out_ << "<div>"_h;
    for (const auto& line : authority) out_ << "<b>"_h << line << "</b>"_h;
    out_ << "<span class=\"sig\">"_h;
    if (paper_.links) out_ << "<span class=\"tok bl\">"_h << Text("chờ ký số", "awaiting signature") << "</span>"_h;
    out_ << "</span><b>"_h << signer << "</b></div>"_h;
  }

  const Ready& ready_;
  const Paper& paper_;
  Lang page_lang_;
  const std::function<Html(std::size_t)>& beside_;
  Html out_;
  std::size_t index_ = 0;
};

}  // namespace

Html sheet(const Paper& paper, Lang page_lang, const std::function<Html(std::size_t)>& beside) {
  const auto made = ready(paper, Links::as_given);
  if (!made) {
    Html refused(page_lang);
    refused << "<p class=\"empty\">"_h << made.error().message << "</p>"_h;
    return refused;
  }
  return Sheet(*made, page_lang, beside).write();
}

}  // namespace nc::paper
