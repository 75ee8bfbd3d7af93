// Styles, settings, page heads and properties of a Word file.
#include "file/docx_parts.h"

#include <cmath>
#include <optional>
#include <sstream>

namespace nc::paper::word {
namespace {

constexpr const char* k_main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr const char* k_relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr const char* k_face = "Times New Roman";
constexpr const char* k_red = "C00000";

std::string half_points(double pt) { return std::to_string(std::lround(pt * 2)); }

void fonts(Node rpr) {
  add(rpr, "w:rFonts", {{"w:ascii", k_face}, {"w:hAnsi", k_face}, {"w:eastAsia", k_face}, {"w:cs", k_face}});
}

void language(Node rpr, Lang lang) {
  const char* code = lang == Lang::vi ? "vi-VN" : "en-GB";
  add(rpr, "w:lang", {{"w:val", code}, {"w:eastAsia", code}, {"w:bidi", "ar-SA"}});
}

/// What a paragraph style sets. Gaps in points, indents in mm.
struct Style {
  const char* id;
  const char* name;
  double pt;
  bool bold = false, italic = false;
  const char* align = "left";
  double before = 0, first_line = 0, line_factor = 1;
  bool keep_next = false;
  std::optional<int> outline = std::nullopt;
  bool keep_lines = false;
};

void write(Node styles, const Style& s) {
  Node node = add(styles, "w:style", {{"w:type", "paragraph"}, {"w:customStyle", "1"}, {"w:styleId", s.id}});
  add(node, "w:name", {{"w:val", s.name}});
  add(node, "w:basedOn", {{"w:val", "Normal"}});
  add(node, "w:qFormat");
  Node ppr = add(node, "w:pPr");
  if (s.keep_next) add(ppr, "w:keepNext");
  if (s.keep_lines) add(ppr, "w:keepLines");
  add(ppr, "w:spacing",
      {{"w:before", std::to_string(twips_of_pt(s.before))},
       {"w:after", "0"},
       {"w:line", std::to_string(std::lround(240 * s.line_factor))},
       {"w:lineRule", "auto"}});
  if (s.first_line > 0) add(ppr, "w:ind", {{"w:firstLine", std::to_string(twips_of_mm(s.first_line))}});
  add(ppr, "w:jc", {{"w:val", s.align}});
  if (s.outline) add(ppr, "w:outlineLvl", {{"w:val", std::to_string(*s.outline)}});
  Node rpr = add(node, "w:rPr");
  if (s.bold) add(rpr, "w:b"), add(rpr, "w:bCs");
  if (s.italic) add(rpr, "w:i"), add(rpr, "w:iCs");
  add(rpr, "w:sz", {{"w:val", half_points(s.pt)}});
  add(rpr, "w:szCs", {{"w:val", half_points(s.pt)}});
}

void write_rule_style(Node styles) {
  Node node = add(styles, "w:style", {{"w:type", "paragraph"}, {"w:customStyle", "1"}, {"w:styleId", style::k_rule}});
  add(node, "w:name", {{"w:val", "Đường kẻ"}});
  add(node, "w:basedOn", {{"w:val", "Normal"}});
  Node ppr = add(node, "w:pPr");
  const std::string eighths = std::to_string(std::lround(k_rule_pt * 8));
  add(add(ppr, "w:pBdr"), "w:top", {{"w:val", "single"}, {"w:sz", eighths}, {"w:space", "0"}, {"w:color", "000000"}});
  add(ppr, "w:spacing", {{"w:before", "40"}, {"w:after", "0"}, {"w:line", "40"}, {"w:lineRule", "exact"}});
  Node rpr = add(node, "w:rPr");
  add(rpr, "w:sz", {{"w:val", "4"}});
  add(rpr, "w:szCs", {{"w:val", "4"}});
}

std::vector<Style> body_styles(double pt) {
  const double gap = k_paragraph_gap_pt, line = k_line_factor, in = k_first_line;
  return {
      {style::k_body, "Lời văn", pt, false, false, "both", gap, in, line},
      {style::k_part, "Phần, chương", pt, true, false, "center", 2 * gap, 0, line, true, 0},
      {style::k_part_title, "Tên phần, chương", pt, true, false, "center", 0, 0, line, true, 0},
      {style::k_heading, "Mục", pt, true, false, "both", gap, in, line, true, 1},
      {style::k_clause, "Khoản", pt, true, false, "both", gap, in, line, true, 2},
      {style::k_point, "Điểm", pt, false, false, "both", gap, in, line},
      {style::k_item, "Gạch đầu dòng", pt, false, false, "both", gap, in, line},
      {style::k_addressed, "Kính gửi", pt, false, false, "left", gap, 0, line},
      {style::k_caption, "Tên bảng", k_caption_pt, false, true, "center", gap, 0, line, true},
      {style::k_unit, "Đơn vị tính", k_note_pt, false, true, "right", 0, 0, 1, true},
      {style::k_note, "Ghi chú bảng", k_note_pt, false, true, "both", gap / 2, 0, 1},
      {style::k_cell, "Ô bảng", k_table_pt},
      {style::k_cell_head, "Đầu cột", k_table_pt, true, false, "center"},
      {style::k_annex, "Phụ lục", k_kind_pt, true, false, "center", 0, 0, 1, true, 0},
      {style::k_annex_title, "Tên phụ lục", pt, true, false, "center", 0, 0, 1, true},
      {style::k_annex_note, "Kèm theo", pt, false, true, "center", 0, 0, 1, true},
  };
}

std::vector<Style> frame_styles(double pt) {
  return {
      {style::k_national, "Quốc hiệu", k_national_pt, true, false, "center"},
      {style::k_motto, "Tiêu ngữ", k_motto_pt, true, false, "center"},
      {style::k_superior, "Cơ quan chủ quản", k_issuer_pt, false, false, "center"},
      {style::k_issuer, "Cơ quan ban hành", k_issuer_pt, true, false, "center"},
      {style::k_symbol, "Số, ký hiệu", k_symbol_pt, false, false, "center", k_paragraph_gap_pt},
      {style::k_about, "Về việc", k_about_pt, false, false, "center"},
      {style::k_place, "Địa danh, ngày tháng", k_motto_pt, false, true, "center", k_paragraph_gap_pt},
      {style::k_kind, "Tên loại", k_kind_pt, true, false, "center", 18, 0, 1, true},
      {style::k_subject, "Trích yếu", k_kind_pt, true, false, "center", 0, 0, 1, true},
      {style::k_recipients_title, "Nơi nhận", k_recipients_title_pt, true, true},
      {style::k_recipient, "Nơi nhận, từng nơi", k_recipients_pt},
      {style::k_authority, "Quyền hạn, chức vụ", pt, true, false, "center"},
      {style::k_signer, "Họ và tên người ký", pt, true, false, "center", k_sign_space * k_pt_per_mm},
      {style::k_head, "Đầu trang", pt, false, false, "center"},
      {style::k_break, "Ngắt phần", 1},
  };
}

void stamp_run(Node paragraph, const std::string& stamp) {
  Node run = add(paragraph, "w:r");
  Node rpr = add(run, "w:rPr");
  add(rpr, "w:b");
  add(rpr, "w:bCs");
  add(rpr, "w:color", {{"w:val", k_red}});
  add(rpr, "w:sz", {{"w:val", "22"}});
  add(rpr, "w:szCs", {{"w:val", "22"}});
  add(rpr, "w:bdr", {{"w:val", "single"}, {"w:sz", "8"}, {"w:space", "0"}, {"w:color", k_red}});
  add(run, "w:t", {{"xml:space", "preserve"}}).text().set((" " + stamp + " ").c_str());
}

void page_field(Node paragraph) {
  for (const char* kind : {"begin", "", "separate", "1", "end"}) {
    Node run = add(paragraph, "w:r");
    if (*kind == '\0') {
      add(run, "w:instrText", {{"xml:space", "preserve"}}).text().set(" PAGE ");
    } else if (*kind == '1') {
      add(run, "w:t").text().set("2");
    } else {
      add(run, "w:fldChar", {{"w:fldCharType", kind}});
    }
  }
}

}  // namespace

long twips_of_mm(double mm) { return std::lround(mm * 1440 / 25.4); }
long twips_of_pt(double pt) { return std::lround(pt * 20); }

Node add(Node parent, const char* name, const Attributes& attributes) {
  Node node = parent.append_child(name);
  for (const auto& [key, value] : attributes) node.append_attribute(key).set_value(value.c_str());
  return node;
}

void declare(pugi::xml_document& document) {
  Node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  declaration.append_attribute("standalone").set_value("yes");
}

std::string serialized(const pugi::xml_document& document) {
  struct Writer : pugi::xml_writer {
    std::string out;
    void write(const void* data, size_t size) override { out.append(static_cast<const char*>(data), size); }
  } writer;
  document.save(writer, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(writer.out);
}

std::string styles_part(double body_pt, Lang lang) {
  pugi::xml_document document;
  declare(document);
  Node styles = add(document, "w:styles", {{"xmlns:w", k_main}});
  Node defaults = add(styles, "w:docDefaults");
  Node rpr = add(add(defaults, "w:rPrDefault"), "w:rPr");
  fonts(rpr);
  add(rpr, "w:sz", {{"w:val", half_points(body_pt)}});
  add(rpr, "w:szCs", {{"w:val", half_points(body_pt)}});
  language(rpr, lang);
  Node ppr = add(add(defaults, "w:pPrDefault"), "w:pPr");
  add(ppr, "w:spacing", {{"w:before", "0"}, {"w:after", "0"}, {"w:line", "240"}, {"w:lineRule", "auto"}});
  Node normal = add(styles, "w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", "Normal"}});
  add(normal, "w:name", {{"w:val", "Normal"}});
  add(normal, "w:qFormat");
  add(add(normal, "w:pPr"), "w:widowControl");
  Node normal_rpr = add(normal, "w:rPr");
  fonts(normal_rpr);
  add(normal_rpr, "w:color", {{"w:val", "000000"}});
  Node table = add(styles, "w:style", {{"w:type", "table"}, {"w:default", "1"}, {"w:styleId", "TableNormal"}});
  add(table, "w:name", {{"w:val", "Normal Table"}});
  for (const auto& s : body_styles(body_pt)) write(styles, s);
  for (const auto& s : frame_styles(body_pt)) write(styles, s);
  write_rule_style(styles);
  return serialized(document);
}

std::string settings_part(Lang lang) {
  pugi::xml_document document;
  declare(document);
  Node settings = add(document, "w:settings", {{"xmlns:w", k_main}});
  add(settings, "w:zoom", {{"w:percent", "100"}});
  add(settings, "w:defaultTabStop", {{"w:val", std::to_string(twips_of_mm(k_first_line))}});
  add(settings, "w:characterSpacingControl", {{"w:val", "doNotCompress"}});
  Node compat = add(settings, "w:compat");
  add(compat, "w:compatSetting",
      {{"w:name", "compatibilityMode"}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", "15"}});
  add(settings, "w:themeFontLang", {{"w:val", lang == Lang::vi ? "vi-VN" : "en-GB"}});
  add(settings, "w:decimalSymbol", {{"w:val", lang == Lang::vi ? "," : "."}});
  add(settings, "w:listSeparator", {{"w:val", lang == Lang::vi ? ";" : ","}});
  return serialized(document);
}

std::string header_part(const Paper& paper, bool first, double text_width_mm) {
  pugi::xml_document document;
  declare(document);
  Node header = add(document, "w:hdr", {{"xmlns:w", k_main}, {"xmlns:r", k_relations}});
  Node paragraph = add(header, "w:p");
  Node ppr = add(paragraph, "w:pPr");
  add(ppr, "w:pStyle", {{"w:val", style::k_head}});
  if (paper.stamp.empty()) {
    if (!first) page_field(paragraph);
    return serialized(document);
  }
  Node tabs = add(ppr, "w:tabs");
  const long width = twips_of_mm(text_width_mm);
  add(tabs, "w:tab", {{"w:val", "center"}, {"w:pos", std::to_string(width / 2)}});
  add(tabs, "w:tab", {{"w:val", "right"}, {"w:pos", std::to_string(width)}});
  add(ppr, "w:jc", {{"w:val", "left"}});
  add(add(paragraph, "w:r"), "w:tab");
  if (!first) page_field(paragraph);
  add(add(paragraph, "w:r"), "w:tab");
  stamp_run(paragraph, paper.stamp);
  return serialized(document);
}

std::string core_part(const Paper& paper) {
  pugi::xml_document document;
  declare(document);
  Node core = add(document, "cp:coreProperties",
                  {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
                   {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}});
  std::string title = paper.kind_name;
  for (const auto& line : paper.subject_lines) title += (title.empty() ? "" : " ") + line;
  std::string issuer;
  for (const auto& line : paper.issuer_lines) issuer += (issuer.empty() ? "" : " ") + line;
  add(core, "dc:title").text().set(title.c_str());
  add(core, "dc:creator").text().set(issuer.c_str());
  add(core, "dc:language").text().set(paper.lang == Lang::vi ? "vi-VN" : "en-GB");
  return serialized(document);
}

std::string app_part() {
  pugi::xml_document document;
  declare(document);
  Node app = add(document, "Properties",
                 {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
  add(app, "Application").text().set("Nhịp Cầu");
  return serialized(document);
}

std::string Relations::part(const std::string& type, const std::string& target) {
  items_.push_back({std::string(k_relations) + "/" + type, target, false});
  return "rId" + std::to_string(items_.size());
}

std::string Relations::picture(std::string png) {
  const std::string name = "media/chart" + std::to_string(pictures_.size() + 1) + ".png";
  pictures_.emplace_back("word/" + name, std::move(png));
  return part("image", name);
}

std::string Relations::link(const std::string& url) {
  auto [found, fresh] = links_.try_emplace(url);
  if (fresh) {
    items_.push_back({std::string(k_relations) + "/hyperlink", url, true});
    found->second = "rId" + std::to_string(items_.size());
  }
  return found->second;
}

std::string Relations::serialized() const {
  pugi::xml_document document;
  declare(document);
  Node root =
      add(document, "Relationships", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Node node = add(root, "Relationship",
                    {{"Id", "rId" + std::to_string(i + 1)}, {"Type", items_[i].type}, {"Target", items_[i].target}});
    if (items_[i].outside) node.append_attribute("TargetMode").set_value("External");
  }
  return word::serialized(document);
}

}  // namespace nc::paper::word
