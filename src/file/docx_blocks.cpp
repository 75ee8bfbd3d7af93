// document.xml: head, body, tables, signature block, annexes.
#include <cmath>

#include "file/chart.h"
#include "file/docx_parts.h"
#include "file/paper_plan.h"

namespace nc::paper::word {
namespace {

/// Direct settings of one paragraph beside its style, in mm and pt; negative `before` leaves the style's.
struct Settings {
  bool keep_next = false, no_keep = false;
  double before_pt = -1;
  double left = 0, right = 0, hanging = 0;
  const char* align = nullptr;
};

constexpr double k_chart_most = 470;  ///< points; a chart wider than that reads no better

class Writer {
 public:
  Writer(const Ready& ready, const HeaderIds& headers, Relations& relations)
      : ready_(ready), paper_(ready.paper), plan_(plan_of(ready)), headers_(headers), relations_(relations) {}

  std::string write() {
    begin();
    head();
    title();
    addressed();
    for (std::size_t i = 0; i < ready_.sections.size(); ++i) {
      section(ready_.sections[i], i == 0, i + 1 == ready_.sections.size());
    }
    return serialized(document_);
  }

  /// Only the blocks, annexes on new pages; figures without links.
  std::string write_blocks() {
    begin();
    for (std::size_t i = 0; i < ready_.sections.size(); ++i) {
      if (i > 0) add(add(paragraph(body_, style::k_break), "w:r"), "w:br", {{"w:type", "page"}});
      blocks(ready_.sections[i], false, false);
    }
    signature();
    if (std::string_view(body_.last_child().name()) == "w:tbl") paragraph(body_, style::k_break);
    return serialized(document_);
  }

 private:
  void begin() {
    declare(document_);
    Node root = add(document_, "w:document",
                    {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
                     {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}});
    body_ = add(root, "w:body");
  }

  Node paragraph(Node parent, const char* style, const Settings& s = {}) {
    Node p = add(parent, "w:p");
    Node ppr = add(p, "w:pPr");
    add(ppr, "w:pStyle", {{"w:val", style}});
    if (s.keep_next) add(ppr, "w:keepNext");
    if (s.no_keep) add(ppr, "w:keepNext", {{"w:val", "0"}});
    if (s.before_pt >= 0) add(ppr, "w:spacing", {{"w:before", std::to_string(twips_of_pt(s.before_pt))}});
    if (s.left > 0 || s.right > 0) {
      Node ind = add(ppr, "w:ind", {{"w:left", std::to_string(twips_of_mm(s.left))}});
      if (s.right > 0) ind.append_attribute("w:right").set_value(std::to_string(twips_of_mm(s.right)).c_str());
      if (s.hanging > 0) ind.append_attribute("w:hanging").set_value(std::to_string(twips_of_mm(s.hanging)).c_str());
    }
    if (s.align != nullptr) add(ppr, "w:jc", {{"w:val", s.align}});
    return p;
  }

  void text(Node run, const std::string& words) {
    std::size_t at = 0;
    for (;;) {
      const std::size_t end = words.find('\n', at);
      add(run, "w:t", {{"xml:space", "preserve"}}).text().set(words.substr(at, end - at).c_str());
      if (end == std::string::npos) return;
      add(run, "w:br");
      at = end + 1;
    }
  }

  /// A figure is a link that looks like the words around it.
  void runs(Node p, const Runs& list) {
    for (const auto& run : list) {
      if (run.text.empty()) continue;
      Node parent = p;
      if (!run.href.empty() && paper_.links) {
        parent = add(p, "w:hyperlink", {{"r:id", relations_.link(run.href)}, {"w:history", "0"}});
      }
      Node r = add(parent, "w:r");
      if (run.bold || run.italic) {
        Node rpr = add(r, "w:rPr");
        if (run.bold) add(rpr, "w:b"), add(rpr, "w:bCs");
        if (run.italic) add(rpr, "w:i"), add(rpr, "w:iCs");
      }
      text(r, run.text);
    }
  }

  Node line(Node parent, const char* style, const std::string& words, const Settings& s = {}) {
    Node p = paragraph(parent, style, s);
    if (!words.empty()) text(add(p, "w:r"), words);
    return p;
  }

  /// A drawn line `length` mm long in the middle of `width` mm: the border of a paragraph held in by indents.
  void rule(Node parent, double width, double length, bool gap_after) {
    const double side = (width - length) / 2;
    Node p = add(parent, "w:p");
    Node ppr = add(p, "w:pPr");
    add(ppr, "w:pStyle", {{"w:val", style::k_rule}});
    if (gap_after) add(ppr, "w:keepNext");
    if (gap_after) add(ppr, "w:spacing", {{"w:after", std::to_string(twips_of_pt(k_paragraph_gap_pt))}});
    const std::string twips = std::to_string(std::lround(side * 1440 / 25.4));
    add(ppr, "w:ind", {{"w:left", twips}, {"w:right", twips}});
  }

  /// A table without borders whose columns lie exactly between the margins.
  Node frame(Node parent, const std::vector<long>& columns) {
    Node table = add(parent, "w:tbl");
    Node tpr = add(table, "w:tblPr");
    long total = 0;
    for (const long c : columns) total += c;
    add(tpr, "w:tblW", {{"w:w", std::to_string(total)}, {"w:type", "dxa"}});
    add(tpr, "w:tblInd", {{"w:w", "0"}, {"w:type", "dxa"}});
    add(tpr, "w:tblLayout", {{"w:type", "fixed"}});
    Node margins = add(tpr, "w:tblCellMar");
    add(margins, "w:left", {{"w:w", "0"}, {"w:type", "dxa"}});
    add(margins, "w:right", {{"w:w", "0"}, {"w:type", "dxa"}});
    Node grid = add(table, "w:tblGrid");
    for (const long c : columns) add(grid, "w:gridCol", {{"w:w", std::to_string(c)}});
    return table;
  }

  Node row(Node table) {
    Node r = add(table, "w:tr");
    add(add(r, "w:trPr"), "w:cantSplit");
    return r;
  }

  Node cell(Node row_node, long width) {
    Node c = add(row_node, "w:tc");
    add(add(c, "w:tcPr"), "w:tcW", {{"w:w", std::to_string(width)}, {"w:type", "dxa"}});
    return c;
  }

  long text_twips(bool wide) const {
    const double paper_width = wide ? k_page_height : k_page_width;
    return twips_of_mm(paper_width) - twips_of_mm(paper_.margin_left_mm) - twips_of_mm(paper_.margin_right_mm);
  }

  void head() {
    const long left_width = twips_of_mm(plan_.head.left), right_width = text_twips(false) - left_width;
    Node table = frame(body_, {left_width, right_width});
    Node first = row(table);
    Node issuer = cell(first, left_width);
    for (const auto& words : paper_.superior) line(issuer, style::k_superior, words);
    for (const auto& words : paper_.issuer_lines) line(issuer, style::k_issuer, words);
    if (paper_.issuer_lines.empty()) line(issuer, style::k_issuer, "");
    if (plan_.issuer_rule > 0) rule(issuer, plan_.head.left, plan_.issuer_rule, false);
    Node nation = cell(first, right_width);
    if (paper_.letter) {
      line(nation, style::k_motto, "");
    } else {
      line(nation, style::k_national, std::string(national_name(paper_.lang)));
      line(nation, style::k_motto, std::string(motto(paper_.lang)));
      rule(nation, plan_.head.right, plan_.motto_rule, false);
    }
    Node second = row(table);
    Node number = cell(second, left_width);
    line(number, style::k_symbol, number_line(paper_));
    const auto about = about_lines(paper_);
    for (std::size_t i = 0; i < about.size(); ++i) {
      line(number, style::k_about, about[i], {.before_pt = i == 0 ? k_paragraph_gap_pt : 0});
    }
    Node place = cell(second, right_width);
    line(place, style::k_place, paper_.place_date);
  }

  void title() {
    if (paper_.kind_name.empty()) {
      line(body_, style::k_break, "");
      return;
    }
    line(body_, style::k_kind, paper_.kind_name);
    for (const auto& words : paper_.subject_lines) line(body_, style::k_subject, words);
    if (plan_.subject_rule > 0) rule(body_, plan_.text, plan_.subject_rule, true);
  }

  void addressed() {
    const auto& places = paper_.addressed_to;
    if (places.empty()) return;
    const std::string title(addressed_title(paper_.lang));
    const double before = 2 * k_paragraph_gap_pt;
    if (places.size() == 1) {
      Settings s{.before_pt = before};
      if (plan_.centred)
        s.align = "center";
      else
        s.left = plan_.left + plan_.hang, s.hanging = plan_.hang;
      line(body_, style::k_addressed, title + " " + places.front(), s);
      return;
    }
    line(body_, style::k_addressed, title, {.keep_next = true, .before_pt = before, .left = plan_.left});
    for (const auto& place : places) {
      line(body_, style::k_addressed, place, {.before_pt = 0, .left = plan_.dash + plan_.hang, .hanging = plan_.hang});
    }
  }

  static const char* style_of(const Block& block) {
    if (is_run_in(block)) return style::k_body;
    switch (block.kind) {
      case Block::Kind::part:
        return style::k_part;
      case Block::Kind::part_title:
        return style::k_part_title;
      case Block::Kind::heading:
        return style::k_heading;
      case Block::Kind::clause:
        return style::k_clause;
      case Block::Kind::point:
        return style::k_point;
      case Block::Kind::item:
        return style::k_item;
      case Block::Kind::caption:
        return style::k_caption;
      case Block::Kind::note:
        return style::k_note;
      default:
        return style::k_body;
    }
  }

  void blocks(const Section& section, bool wide, bool signed_after) {
    const auto& list = section.blocks;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Block& block = list[i];
      if (block.kind == Block::Kind::annex)
        annex(block, wide);
      else if (block.kind == Block::Kind::table)
        table(block, wide);
      else if (block.kind == Block::Kind::chart)
        chart(block, wide);
      else
        prose(block, signed_after && i + 1 == list.size());
    }
  }

  void section(const Section& section, bool first, bool last) {
    blocks(section, section.wide, first);
    if (first) signature();
    // Tables may not end a section: a paragraph of 1 pt follows and carries the section's end.
    Node end = paragraph(body_, style::k_break);
    if (last)
      section_end(body_, section);
    else
      section_end(end.child("w:pPr"), section);
  }

  void prose(const Block& block, bool before_signature) {
    const bool titled = reads_as_title(block);
    Settings s{.keep_next = before_signature || (block.kind == Block::Kind::point && titled)};
    s.no_keep = !s.keep_next && block.kind == Block::Kind::clause && !is_run_in(block) && !titled;
    runs(paragraph(body_, style_of(block), s), block.runs);
  }

  void annex(const Block& block, bool wide) {
    const auto lines = annex_lines(block);
    const double width = (wide ? k_page_height : k_page_width) - paper_.margin_left_mm - paper_.margin_right_mm;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      line(body_,
           i == 0                      ? style::k_annex
           : lines[i].starts_with('(') ? style::k_annex_note
                                       : style::k_annex_title,
           lines[i]);
    }
    if (lines.size() > 1) rule(body_, width, annex_rule(lines, width), true);
  }

  /// A picture with its caption; in the office's own templates, which take no pictures, the numbers as a table.
  void chart(const Block& block, bool wide) {
    runs(paragraph(body_, style::k_caption), block.runs);
    if (headers_.first.empty()) return table(block, wide);
    const double width = static_cast<double>(text_twips(wide)) / 20;
    const ChartPlan plan = plan_chart(block, std::min(width, k_chart_most));
    std::string png = chart_png(plan);
    if (png.empty()) return table(block, wide);
    Node run = add(paragraph(body_, style::k_cell, {.align = "center"}), "w:r");
    drawing(run, relations_.picture(std::move(png)), plan, plain(block.runs), chart_words(block));
  }

  void drawing(Node run, const std::string& id, const ChartPlan& plan, const std::string& name, const std::string& words) {
    const auto emu = [](double pt) { return std::to_string(std::lround(pt * 12700)); };
    const std::string number = std::to_string(++drawings_), a = "http://schemas.openxmlformats.org/drawingml/2006/main", pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    Node box = add(add(run, "w:drawing"), "wp:inline", {{"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}, {"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
    add(box, "wp:extent", {{"cx", emu(plan.width)}, {"cy", emu(plan.height)}});
    add(box, "wp:docPr", {{"id", number}, {"name", "Chart " + number}, {"descr", name + ". " + words}});
    add(add(box, "wp:cNvGraphicFramePr"), "a:graphicFrameLocks", {{"xmlns:a", a}, {"noChangeAspect", "1"}});
    Node data = add(add(box, "a:graphic", {{"xmlns:a", a}}), "a:graphicData", {{"uri", pic}});
    Node picture = add(data, "pic:pic", {{"xmlns:pic", pic}});
    Node about = add(picture, "pic:nvPicPr");
    add(about, "pic:cNvPr", {{"id", number}, {"name", "chart" + number + ".png"}, {"descr", words}});
    add(about, "pic:cNvPicPr");
    Node fill = add(picture, "pic:blipFill");
    add(fill, "a:blip", {{"r:embed", id}});
    add(add(fill, "a:stretch"), "a:fillRect");
    Node shape = add(picture, "pic:spPr");
    Node place = add(shape, "a:xfrm");
    add(place, "a:off", {{"x", "0"}, {"y", "0"}});
    add(place, "a:ext", {{"cx", emu(plan.width)}, {"cy", emu(plan.height)}});
    add(add(shape, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
  }

  void table(const Block& block, bool wide) {
    if (block.rows.empty()) return;
    if (!block.unit_note.empty())
      line(body_, style::k_unit, block.unit_note);
    else if (std::string_view(body_.last_child().name()) == "w:tbl")
      paragraph(body_, style::k_break);
    const auto widths = column_twips(block, wide);
    Node node = frame(body_, widths);
    Node tpr = node.child("w:tblPr");
    tpr.remove_child("w:tblCellMar");
    Node layout = tpr.child("w:tblLayout");
    Node borders = tpr.insert_child_before("w:tblBorders", layout);
    const std::string eighths = std::to_string(std::lround(k_border_pt * 8));
    for (const char* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
      add(borders, side, {{"w:val", "single"}, {"w:sz", eighths}, {"w:space", "0"}, {"w:color", "000000"}});
    }
    Node margins = add(tpr, "w:tblCellMar");
    for (const auto& [side, size] : {std::pair{"w:top", twips_of_pt(k_cell_top_pt)},
                                     {"w:left", twips_of_mm(k_cell_side)},
                                     {"w:bottom", twips_of_pt(k_cell_top_pt)},
                                     {"w:right", twips_of_mm(k_cell_side)}}) {
      add(margins, side, {{"w:w", std::to_string(size)}, {"w:type", "dxa"}});
    }
    bool heading = true;  // Word repeats only head rows that stand first
    for (const auto& r : block.rows) {
      heading = heading && r.head;
      table_row(node, r, widths, heading);
    }
  }

  std::vector<long> column_twips(const Block& block, bool wide) const {
    const double total = static_cast<double>(text_twips(wide)), total_mm = total * 25.4 / 1440;
    std::vector<long> widths;
    double reached = 0;
    long used = 0;
    for (const double width : column_widths(block, total_mm)) {
      reached += width / total_mm * total;
      widths.push_back(std::lround(reached) - used);
      used += widths.back();
    }
    return widths;
  }

  void table_row(Node table_node, const TableRow& source, const std::vector<long>& widths, bool repeated) {
    Node r = row(table_node);
    if (repeated) add(r.child("w:trPr"), "w:tblHeader");
    std::size_t column = 0;
    const auto put = [&](const TableCell& from) {
      const auto span = std::min(static_cast<std::size_t>(std::max(1, from.span)), widths.size() - column);
      long width = 0;
      for (std::size_t i = column; i < column + span; ++i) width += widths[i];
      column += span;
      Node c = cell(r, width);
      Node cpr = c.child("w:tcPr");
      if (span > 1) add(cpr, "w:gridSpan", {{"w:val", std::to_string(span)}});
      add(cpr, "w:vAlign", {{"w:val", "center"}});
      Settings s{.keep_next = source.head};
      if (!source.head && from.align != TableCell::Align::left) {
        s.align = from.align == TableCell::Align::right ? "right" : "center";
      }
      runs(paragraph(c, source.head ? style::k_cell_head : style::k_cell, s), from.runs);
    };
    for (const auto& from : source.cells) {
      if (column < widths.size()) put(from);
    }
    while (column < widths.size()) put(TableCell{});
  }

  void signature() {
    if (paper_.recipients.empty() && paper_.authority.empty() && paper_.signer.empty()) return;
    const long left_width = text_twips(false) / 2, right_width = text_twips(false) - left_width;
    if (std::string_view(body_.last_child().name()) == "w:tbl") paragraph(body_, style::k_break);
    Node r = row(frame(body_, {left_width, right_width}));
    Node left = cell(r, left_width), right = cell(r, right_width);
    const bool two = !paper_.left_authority.empty();
    if (two)
      signed_by(left, paper_.left_authority, paper_.left_signer);
    else
      recipients(left);
    signed_by(right, paper_.authority, paper_.signer);
    if (two && !paper_.recipients.empty()) recipients(body_);
  }

  void signed_by(Node side, const std::vector<std::string>& authority, const std::string& signer) {
    for (std::size_t i = 0; i < authority.size(); ++i)
      line(side, style::k_authority, authority[i], {.before_pt = i == 0 ? 2 * k_paragraph_gap_pt : 0});
    line(side, style::k_signer, signer);
  }

  void recipients(Node place) {
    if (!paper_.recipients.empty())
      line(place, style::k_recipients_title, std::string(recipients_title(paper_.lang)), {.before_pt = 2 * k_paragraph_gap_pt});
    for (const auto& words : paper_.recipients) line(place, style::k_recipient, words);
    if (paper_.recipients.empty()) line(place, style::k_recipient, "");
  }

  void section_end(Node parent, const Section& section) {
    Node sect = add(parent, "w:sectPr");
    add(sect, "w:headerReference",
        {{"w:type", "default"}, {"r:id", section.wide ? headers_.wide_rest : headers_.rest}});
    add(sect, "w:headerReference",
        {{"w:type", "first"}, {"r:id", section.wide ? headers_.wide_first : headers_.first}});
    add(sect, "w:type", {{"w:val", "nextPage"}});
    const std::string width = std::to_string(twips_of_mm(k_page_width)),
                      height = std::to_string(twips_of_mm(k_page_height));
    if (section.wide)
      add(sect, "w:pgSz", {{"w:w", height}, {"w:h", width}, {"w:orient", "landscape"}});
    else
      add(sect, "w:pgSz", {{"w:w", width}, {"w:h", height}});
    const auto mm = [](double value) { return std::to_string(twips_of_mm(value)); };
    add(sect, "w:pgMar",
        {{"w:top", mm(paper_.margin_top_mm)},
         {"w:right", mm(paper_.margin_right_mm)},
         {"w:bottom", mm(paper_.margin_bottom_mm)},
         {"w:left", mm(paper_.margin_left_mm)},
         {"w:header", mm(k_number_top)},
         {"w:footer", mm(k_number_top)},
         {"w:gutter", "0"}});
    add(sect, "w:pgNumType", {{"w:start", "1"}});
    add(sect, "w:titlePg");
  }

  const Ready& ready_;
  const Paper& paper_;
  const Plan plan_;
  const HeaderIds& headers_;
  Relations& relations_;
  pugi::xml_document document_;
  Node body_;
  int drawings_ = 0;
};

}  // namespace

std::string document_part(const Ready& ready, const HeaderIds& headers, Relations& relations) {
  return Writer(ready, headers, relations).write();
}

std::string blocks_part(const Ready& ready) {
  Relations none;
  Ready plain = ready;
  plain.paper.links = false;
  return Writer(plain, HeaderIds{}, none).write_blocks();
}

}  // namespace nc::paper::word
