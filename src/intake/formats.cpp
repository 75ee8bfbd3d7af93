// Text of web pages, Word, OpenDocument and PDF files: a line for each paragraph.
#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <pugixml.hpp>
#include <vector>

#include "base/fold.h"
#include "base/utf8.h"
#include "file/zip_file.h"
#include "intake/decode.h"

namespace nc::intake {
namespace {

constexpr std::size_t k_page_bytes = 32U << 20U;
constexpr std::size_t k_text_bytes = 16U << 20U;  // more than a thousand pages of prose
constexpr int k_pdf_pages = 500;

Problem damaged(Text kind) {
  return {Code::invalid,
          {fmt::format("Tệp {} bị hỏng hoặc bị cắt cụt. Mở bằng chương trình đã tạo ra nó, lưu lại rồi tải lại", kind.vi),
           fmt::format("The {} is damaged or cut short. Open it in the program that made it, save it and send it again",
                       kind.en)},
          {}};
}

// ---- web pages

bool is_one_of(const xmlChar* name, std::initializer_list<std::string_view> names) {
  return name != nullptr && std::ranges::find(names, std::string_view(reinterpret_cast<const char*>(name))) != names.end();
}

/// Elements whose text people don't read as part of the page, or that lead elsewhere.
bool is_skipped(const xmlChar* name) {
  return is_one_of(name, {"script", "style", "noscript", "template", "iframe", "object", "svg", "button", "select", "form",
                          "nav", "footer", "aside", "figcaption", "head", "textarea", "label"});
}
bool is_block(const xmlChar* name) {
  return is_one_of(name, {"p", "div", "section", "article", "header", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul",
                          "ol", "table", "tr", "br", "hr", "blockquote", "pre", "figure", "dl", "dt", "dd", "time"});
}

/// One blank for any white space; no blank at the start of a line.
void add_words(std::string& out, std::string_view words) {
  for (const char c : words) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ' && out.back() != '\n') {
      out.push_back(' ');
    }
  }
}

void end_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  if (!out.empty() && !out.ends_with("\n\n")) out += out.ends_with('\n') ? "" : "\n\n";
}

/// Walks without recursion: pages nest as deep as they like.
void add_page_text(const xmlNode* root, std::string& out) {
  const xmlNode* node = root;
  while (node != nullptr && out.size() < k_text_bytes) {
    const bool element = node->type == XML_ELEMENT_NODE;
    const bool enter = !(element && is_skipped(node->name));
    if (enter && element && is_block(node->name)) end_line(out);
    if (enter && node->type == XML_TEXT_NODE && node->content != nullptr)
      add_words(out, reinterpret_cast<const char*>(node->content));
    if (enter && element && node->children != nullptr) {
      node = node->children;
      continue;
    }
    while (node != nullptr && node != root && node->next == nullptr) {
      if (node->type == XML_ELEMENT_NODE && is_block(node->name)) end_line(out);
      node = node->parent;
    }
    if (node == nullptr || node == root) break;
    if (node->type == XML_ELEMENT_NODE && is_block(node->name)) end_line(out);
    node = node->next;
  }
}

// ---- Word and OpenDocument

/// Local name behind the prefix.
std::string_view local(const char* name) {
  const char* colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}

/// Visits nodes in document order without recursion; `enter` returns whether to go inside.
template <class Enter, class Leave>
void walk(pugi::xml_node root, const Enter& enter, const Leave& leave) {
  pugi::xml_node node = root;
  while (node) {
    if (enter(node) && node.first_child()) {
      node = node.first_child();
      continue;
    }
    leave(node);
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      leave(node);
    }
    if (!node || node == root) break;
    node = node.next_sibling();
  }
}

struct OfficeNames {
  std::string_view paragraph, heading, row, cell, text, tab, line_break;
};

/// Paragraphs as lines; the cells of a table row side by side, so that "Đoàn vào | 22 đoàn" stays one statement.
std::string office_text(pugi::xml_node root, const OfficeNames& names, bool text_anywhere) {
  std::string out;
  int rows = 0, texts = 0;
  const auto enter = [&](pugi::xml_node node) {
    if (out.size() > k_text_bytes) return false;
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      if (texts > 0 || text_anywhere) out += node.value();
      return false;
    }
    const std::string_view name = local(node.name());
    if (name == "del" || name == "instrText" || name == "annotation" || name == "tracked-changes" || name == "note-citation")
      return false;
    rows += name == names.row ? 1 : 0;
    texts += name == names.text ? 1 : 0;
    if (name == names.tab) out += '\t';
    if (name == names.line_break) out += '\n';
    if (name == "s" && text_anywhere) out += ' ';
    return true;
  };
  const auto leave = [&](pugi::xml_node node) {
    const std::string_view name = local(node.name());
    texts -= name == names.text ? 1 : 0;
    // Cells of a row stand side by side: "1 | Xây phòng học | Tổ chức X | 1,24 tỷ đồng".
    if (name == names.cell) {
      while (out.ends_with('\n')) out.pop_back();
      out += " | ";
    } else if (name == names.row) {
      if (out.ends_with(" | ")) out.erase(out.size() - 3);
      out += '\n';
      --rows;
    } else if (!name.empty() && (name == names.paragraph || name == names.heading)) {
      out += '\n';
    }
  };
  walk(root, enter, leave);
  return out;
}

Result<std::string> office_part(std::string_view bytes, const std::string& part, const OfficeNames& names, bool text_anywhere,
                                Text kind) {
  ZipLimits limits;
  limits.part_bytes = k_page_bytes;
  NC_TRY(zip, ZipReader::open(bytes, limits));
  NC_TRY(xml, zip.read(part));
  pugi::xml_document document;
  const auto options = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!document.load_buffer(xml.data(), xml.size(), options)) return tl::make_unexpected(damaged(kind));
  return office_text(document.document_element(), names, text_anywhere);
}

// ---- PDF

/// Lines of a page joined to paragraphs: a line that runs to the right edge and doesn't end a sentence goes on below.
std::string joined_lines(std::string_view page) {
  std::vector<std::string_view> lines;
  std::size_t longest = 0;
  for (std::size_t at = 0; at <= page.size();) {
    const std::size_t end = std::min(page.find('\n', at), page.size());
    std::string_view line = page.substr(at, end - at);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\f')) line.remove_suffix(1);
    while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
    lines.push_back(line);
    longest = std::max(longest, line.size());
    at = end + 1;
  }
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out += lines[i];
    const bool full = lines[i].size() * 10 >= longest * 7;
    const bool ends = lines[i].empty() || std::string_view(".:;!?").find(lines[i].back()) != std::string_view::npos;
    const bool item = i + 1 < lines.size() && !lines[i + 1].empty() && (lines[i + 1][0] == '-' || lines[i + 1][0] == '+');
    const bool goes_on = full && !ends && !item && i + 1 < lines.size() && !lines[i + 1].empty();
    out += goes_on ? ' ' : '\n';
  }
  return out;
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> endings) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

bool starts_like_html(std::string_view bytes) {
  std::string start;
  for (const char c : bytes.substr(0, 1024)) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0') continue;
    start.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  }
  if (start.starts_with("\xEF\xBB\xBF") || start.starts_with("\xFF\xFE")) start.erase(0, start[0] == '\xEF' ? 3 : 2);
  return start.starts_with("<!doctypehtml") || start.starts_with("<html") || start.starts_with("<head") ||
         (start.starts_with("<") && start.find("<body") != std::string::npos);
}

Result<Stored> converted(Result<std::string> text, const char* format) {
  if (!text) return tl::make_unexpected(std::move(text).error());
  return Stored{std::move(*text), format, "utf-8"};
}

Result<Stored> from_zip(std::string_view bytes) {
  NC_TRY(zip, ZipReader::open(bytes));
  if (zip.has("word/document.xml")) return converted(text_of_docx(bytes), "docx");
  if (zip.has("content.xml")) return converted(text_of_odt(bytes), "odt");
  return refuse(Code::unsupported, Text("Tệp nén này không phải .docx hay .odt. Giải nén rồi tải từng tệp lên",
                                        "This archive is no .docx or .odt. Unpack it and send each file"));
}

}  // namespace

Result<std::string> text_of_html(std::string_view bytes) {
  NC_TRY(page, decode_text(bytes));
  const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      htmlReadMemory(page.text.data(), static_cast<int>(page.text.size()), nullptr, "UTF-8", options), xmlFreeDoc);
  if (!document) return tl::make_unexpected(damaged(Text("trang web", "web page")));
  std::string out;
  add_page_text(xmlDocGetRootElement(document.get()), out);
  end_line(out);
  return out;
}

Result<std::string> text_of_docx(std::string_view bytes) {
  return office_part(bytes, "word/document.xml", {"p", "", "tr", "tc", "t", "tab", "br"}, false, Text(".docx", ".docx file"));
}

Result<std::string> text_of_odt(std::string_view bytes) {
  return office_part(bytes, "content.xml", {"p", "h", "table-row", "table-cell", "", "tab", "line-break"}, true,
                     Text(".odt", ".odt file"));
}

Result<std::string> text_of_pdf(std::string_view bytes) {
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return tl::make_unexpected(damaged(Text("PDF", "PDF")));
  if (document->is_locked()) {
    return refuse(Code::unsupported, Text("PDF có mật khẩu. Gỡ mật khẩu rồi tải lại", "The PDF has a password. Remove it first"));
  }
  std::string out;
  const int pages = std::min(document->pages(), k_pdf_pages);
  for (int i = 0; i < pages && out.size() < k_text_bytes; ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (!page) continue;
    const auto text = page->text().to_utf8();
    out += joined_lines({text.data(), text.size()});
    out += '\n';
  }
  if (std::ranges::count_if(out, [](char c) { return c != ' ' && c != '\n' && c != '\f'; }) < 20) {
    return refuse(Code::unsupported,
                  Text("PDF này là ảnh quét, không có lớp chữ. Nhận dạng chữ (OCR) rồi tải lại, hoặc dán nội dung vào",
                       "This PDF is a scan without text. Run text recognition first, or paste the text"));
  }
  return out;
}

Result<Stored> decode_file(std::string_view bytes, std::string_view name) {
  if (bytes.size() > k_page_bytes) {
    return refuse(Code::too_large, Text("Tệp lớn hơn 32 MB. Chia nhỏ hoặc dán phần cần đọc",
                                        "The file is over 32 MB. Split it or paste the part to read"));
  }
  if (bytes.starts_with("PK\x03\x04")) return from_zip(bytes);
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return converted(text_of_pdf(bytes), "pdf");
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return refuse(Code::unsupported, Text("Đây là tệp Word cũ (.doc). Mở bằng Word hoặc LibreOffice, lưu thành .docx",
                                          "This is an old Word file (.doc). Save it as .docx with Word or LibreOffice"));
  }
  if (bytes.starts_with("{\\rtf")) {
    return refuse(Code::unsupported, Text("Đây là tệp RTF. Lưu thành .docx rồi tải lại", "This is an RTF file. Save it as .docx"));
  }
  if (starts_like_html(bytes) || ends_with_any(name, {".html", ".htm", ".xhtml"})) return converted(text_of_html(bytes), "html");
  return decode_text(bytes);
}

}  // namespace nc::intake
