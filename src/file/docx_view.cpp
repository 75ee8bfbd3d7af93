// Reads the lines of a Word file and how they look.
#include "file/docx_view.h"

#include <cstdlib>
#include <map>
#include <pugixml.hpp>

#include "file/docx_template.h"

namespace nc::paper {

namespace {

using Node = pugi::xml_node;

constexpr double k_twips_per_mm = 1440 / 25.4;
constexpr int k_deepest = 20;  ///< styles based on styles; a circle ends here

Problem damaged() { return {Code::invalid, Text("Tệp Word hỏng, không đọc được. Mở và lưu lại rồi gửi.", "The Word file is damaged. Open it, save it again and send it."), "file"}; }

bool parse(pugi::xml_document& document, const std::string& bytes) {
  return bytes.find("<!DOCTYPE") == std::string::npos && bytes.find("<!ENTITY") == std::string::npos && document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
}

std::string trimmed(std::string text) {
  const auto from = text.find_first_not_of(" \t\r\n"), to = text.find_last_not_of(" \t\r\n");
  return from == std::string::npos ? std::string() : text.substr(from, to - from + 1);
}

class Reader {
 public:
  Reader(Node styles, DraftView& out) : defaults_(styles.child("w:docDefaults")), out_(out) {
    for (Node style : styles.children("w:style")) {
      styles_[style.attribute("w:styleId").value()] = style;
      if (std::string_view(style.attribute("w:type").value()) == "paragraph" && style.attribute("w:default").as_bool()) usual_ = style;
    }
  }

  void read(Node parent, bool in_table) {
    for (Node child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "w:p") paragraph(child, in_table);
      else if (name != "w:sectPr") read(child, in_table || name == "w:tbl");
    }
  }

 private:
  Node style_of(Node p) const {
    const auto found = styles_.find(p.child("w:pPr").child("w:pStyle").attribute("w:val").value());
    return found == styles_.end() ? usual_ : found->second;
  }
  Node base(Node style) const {
    const auto found = styles_.find(style.child("w:basedOn").attribute("w:val").value());
    return found == styles_.end() ? Node() : found->second;
  }
  /// The property where it is first set: the run, its paragraph's style and what that is based on, the defaults of the file.
  Node run_property(Node run, Node p, const char* element) const {
    if (Node own = run.child("w:rPr").child(element)) return own;
    int depth = 0;
    for (Node style = style_of(p); style && ++depth < k_deepest; style = base(style))
      if (Node set = style.child("w:rPr").child(element)) return set;
    return defaults_.child("w:rPrDefault").child("w:rPr").child(element);
  }
  std::string align_of(Node p) const {
    if (Node own = p.child("w:pPr").child("w:jc")) return own.attribute("w:val").value();
    int depth = 0;
    for (Node style = style_of(p); style && ++depth < k_deepest; style = base(style))
      if (Node set = style.child("w:pPr").child("w:jc")) return set.attribute("w:val").value();
    return {};
  }
  bool on(Node run, Node p, const char* element) const {
    const Node property = run_property(run, p, element);
    const std::string_view value = property.attribute("w:val").value();
    return property && value != "0" && value != "false" && value != "none";
  }

  void look(DraftLine& line, Node run, Node p) const {
    const Node fonts = run_property(run, p, "w:rFonts"), size = run_property(run, p, "w:sz");
    line.font = fonts.attribute("w:ascii").value();
    if (line.font.empty()) line.font = fonts.attribute("w:hAnsi").value();
    line.pt = size ? size.attribute("w:val").as_double() / 2 : 10;
    line.bold = on(run, p, "w:b");
    line.italic = on(run, p, "w:i");
  }

  void keep(DraftLine& line) {
    line.text = trimmed(std::move(line.text));
    if (!line.text.empty()) out_.lines.push_back(line);
    line.text.clear();
  }

  void runs(Node parent, Node p, DraftLine& line, bool& looked) {
    for (Node child : parent.children()) {
      const std::string_view name = child.name();
      if (name == "w:t" || name == "w:noBreakHyphen") {
        if (!looked && !trimmed(child.text().get()).empty()) look(line, parent, p), looked = true;
        line.text += name == "w:t" ? child.text().get() : "-";
      } else if (name == "w:tab") line.text += " ";
      else if (name == "w:br") keep(line), looked = false;
      else if (name != "w:pPr" && name != "w:rPr" && name != "w:del") runs(child, p, line, looked);
    }
  }

  void paragraph(Node p, bool in_table) {
    DraftLine line;
    line.paragraph = ++paragraphs_;
    line.in_table = in_table;
    line.align = align_of(p);
    bool looked = false;
    runs(p, p, line, looked);
    keep(line);
  }

  Node defaults_, usual_;
  std::map<std::string, Node, std::less<>> styles_;
  DraftView& out_;
  int paragraphs_ = 0;
};

double mm(Node node, const char* attribute) { return node.attribute(attribute).as_double() / k_twips_per_mm; }

}  // namespace

Result<DraftView> draft_view(std::string_view docx) {
  NC_TRY(parts, word_parts(docx));
  pugi::xml_document document, styles;
  bool read = false;
  for (const auto& [name, bytes] : parts) {
    if (name == "word/document.xml") read = parse(document, bytes);
    if (name == "word/styles.xml" && !parse(styles, bytes)) return tl::make_unexpected(damaged());
  }
  if (!read) return tl::make_unexpected(damaged());
  const Node body = document.child("w:document").child("w:body");
  DraftView out;
  Reader(styles.child("w:styles"), out).read(body, false);
  if (out.lines.empty()) return tl::make_unexpected(Problem{Code::invalid, Text("Tệp không có chữ nào. Gửi bản thảo dạng chữ, không phải ảnh chụp.", "The file holds no text. Send the draft as text, not as a picture."), "file"});
  // The first section is the paper itself; annexes come after it.
  Node section = body.find_node([](const Node& n) { return std::string_view(n.name()) == "w:sectPr"; });
  const Node size = section.child("w:pgSz"), margins = section.child("w:pgMar");
  out.width = mm(size, "w:w"), out.height = mm(size, "w:h");
  out.top = mm(margins, "w:top"), out.bottom = mm(margins, "w:bottom"), out.left = mm(margins, "w:left"), out.right = mm(margins, "w:right");
  return out;
}

}  // namespace nc::paper
