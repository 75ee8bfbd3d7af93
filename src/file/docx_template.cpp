// Named places of an office's own Word file: found, checked, filled. Nothing in the file is ever run.
#include "file/docx_template.h"
#include "base/words.h"

#include <optional>
#include <pugixml.hpp>
#include <set>

#include "file/docx_parts.h"
#include "file/zip_file.h"

namespace nc::paper {

namespace {

constexpr std::size_t k_most_packed = 5U << 20U;
constexpr ZipLimits k_limits{16U << 20U, 32U << 20U, 1000};
constexpr std::string_view k_open = "«", k_close = "»";

Problem refused(std::string vi, std::string en) { return {Code::invalid, Message(std::move(vi), std::move(en)), "file"}; }

/// The parts of the file in their order.
using Parts = std::vector<std::pair<std::string, std::string>>;

bool ends(std::string_view text, std::string_view tail) { return text.ends_with(tail); }

bool holds_paragraphs(const std::string& name) {
  return name == "word/document.xml" || ((name.starts_with("word/header") || name.starts_with("word/footer")) && ends(name, ".xml"));
}

Result<bool> parse(pugi::xml_document& document, const std::string& bytes) {
  if (bytes.find("<!DOCTYPE") != std::string::npos || bytes.find("<!ENTITY") != std::string::npos || !document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata))
    return tl::make_unexpected(refused("Tệp Word hỏng, không đọc được. Mở và lưu lại rồi gửi.", "The Word file is damaged. Open it, save it again and send it."));
  return true;
}

bool is(const pugi::xml_node& node, std::string_view name) { return std::string_view(node.name()) == name; }

/// Paragraphs that hold no other paragraph between them and their words, in order of reading.
void paragraphs_in(pugi::xml_node node, std::vector<pugi::xml_node>& out) {
  for (pugi::xml_node child : node.children()) {
    if (is(child, "w:p")) out.push_back(child);
    paragraphs_in(child, out);
  }
}

/// The words of a paragraph: its w:t, not those of a box drawn within it.
void words_in(pugi::xml_node node, std::vector<pugi::xml_node>& out) {
  for (pugi::xml_node child : node.children()) {
    if (is(child, "w:t")) out.push_back(child);
    else if (!is(child, "w:txbxContent") && !is(child, "w:p")) words_in(child, out);
  }
}

std::string text_of(const std::vector<pugi::xml_node>& words) {
  std::string out;
  for (const auto& w : words) out += w.text().get();
  return out;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return std::string(text);
}

struct Found { std::size_t from = 0, length = 0; std::string name; };

/// Places in a text; nullopt when a « has no ».
std::optional<std::vector<Found>> places_in(std::string_view text) {
  std::vector<Found> out;
  for (std::size_t at = text.find(k_open); at != std::string_view::npos; at = text.find(k_open, at)) {
    const std::size_t end = text.find(k_close, at);
    const std::size_t again = text.find(k_open, at + k_open.size());
    if (end == std::string_view::npos || again < end) return std::nullopt;
    out.push_back({at, end + k_close.size() - at, trimmed(text.substr(at + k_open.size(), end - at - k_open.size()))});
    at = end + k_close.size();
  }
  return out;
}

/// Words of quotation, not places: «Vì hòa bình».
bool looks_like_a_place(std::string_view name) { return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_-@. ") == std::string_view::npos; }

bool in_cell(pugi::xml_node p) {
  for (pugi::xml_node up = p.parent(); up; up = up.parent())
    if (is(up, "w:tc")) return true;
  return false;
}

bool ends_a_section(pugi::xml_node p) { return p.child("w:pPr").child("w:sectPr"); }

constexpr std::size_t k_quoted = 60;  ///< of a paragraph that is named

class Checking {
 public:
  explicit Checking(const std::function<Place(std::string_view)>& kind_of) : kind_of_(kind_of) {}

  void paragraph(pugi::xml_node p, bool body) {
    ++number_;
    std::vector<pugi::xml_node> words;
    words_in(p, words);
    const std::string text = text_of(words);
    const auto found = places_in(text);
    if (!found) return complain(text, "có dấu « không có » đóng lại.", "has a « without a ».");
    for (const Found& f : *found) place(f, text, p, body);
  }

  std::vector<PlaceSeen> seen;
  Problems problems;

 private:
  void complain(const std::string& text, const std::string& vi, const std::string& en) {
    const std::string at = std::to_string(number_), words = shortened(text, k_quoted);
    problems.push_back(refused("Đoạn " + at + " (“" + words + "”) " + vi, "Paragraph " + at + " (“" + words + "”) " + en));
  }

  void place(const Found& f, const std::string& text, pugi::xml_node p, bool body) {
    const Place kind = kind_of_(f.name);
    if (kind == Place::unknown) {
      if (looks_like_a_place(f.name)) complain(text, "có chỗ không nhận ra: «" + f.name + "». Xem danh sách các chỗ ở trang mẫu.", "has an unknown place: «" + f.name + "». The page of templates lists the names.");
      return;
    }
    if (kind == Place::blocks) {
      if (trimmed(text) != text.substr(f.from, f.length)) return complain(text, "phải chỉ có «" + f.name + "», vì chỗ này thành nhiều đoạn.", "must hold nothing but «" + f.name + "», which becomes several paragraphs.");
      if (!body) return complain(text, "nằm ở đầu hoặc chân trang: «" + f.name + "» phải đặt trong thân văn bản.", "stands in the head or foot of pages: «" + f.name + "» belongs in the body.");
      if (in_cell(p)) return complain(text, "nằm trong bảng: «" + f.name + "» phải đặt ngoài bảng.", "stands in a table: «" + f.name + "» belongs outside of tables.");
      if (ends_a_section(p)) return complain(text, "mang dấu ngắt phần: đặt «" + f.name + "» ở đoạn riêng trước đó.", "carries a section break: put «" + f.name + "» into a paragraph before it.");
    }
    seen.push_back({f.name, number_, shortened(text, k_quoted)});
  }

  const std::function<Place(std::string_view)>& kind_of_;
  int number_ = 0;
};

// ---- filling ---------------------------------------------------------------------------------------------

/// Puts words in place of [from, from+length) of the paragraph's text, whose w:t may be many.
void put_words(std::vector<pugi::xml_node>& words, std::size_t from, std::size_t length, const std::string& said) {
  std::size_t at = 0;
  bool put = false;
  for (pugi::xml_node& w : words) {
    const std::string text = w.text().get();
    const std::size_t begin = at, end = at + text.size();
    at = end;
    if (end <= from || begin >= from + length) continue;
    const std::size_t first = std::max(from, begin) - begin, last = std::min(from + length, end) - begin;
    std::string now = text.substr(0, first);
    if (!put) now += said;
    put = true;
    now += text.substr(last);
    w.text().set(now.c_str());
    w.remove_attribute("xml:space");
    w.append_attribute("xml:space").set_value("preserve");
  }
}

/// A line end within a w:t becomes a w:br.
void break_lines(pugi::xml_node w) {
  const std::string text = w.text().get();
  std::size_t at = text.find('\n');
  if (at == std::string::npos) return;
  w.text().set(text.substr(0, at).c_str());
  pugi::xml_node last = w;
  while (at != std::string::npos) {
    const std::size_t next = text.find('\n', at + 1);
    last = last.parent().insert_child_after("w:br", last);
    last = last.parent().insert_child_after("w:t", last);
    last.append_attribute("xml:space").set_value("preserve");
    last.text().set(text.substr(at + 1, next == std::string::npos ? next : next - at - 1).c_str());
    at = next;
  }
}

/// False when the paragraph was taken out for blocks.
Result<bool> fill_paragraph(pugi::xml_node p, const Filling& filling, bool& blocks_written) {
  std::vector<pugi::xml_node> words;
  words_in(p, words);
  const std::string text = text_of(words);
  const auto found = places_in(text);
  if (!found) return true;
  for (auto f = found->rbegin(); f != found->rend(); ++f) {  // from the end, so that what stands before keeps its place
    const Place kind = filling.kind_of(f->name);
    if (kind == Place::words) put_words(words, f->from, f->length, filling.words(f->name));
    if (kind != Place::blocks || in_cell(p) || ends_a_section(p)) continue;
    const Paper paper = filling.blocks(f->name);
    NC_TRY(made, ready(paper));
    pugi::xml_document body;
    body.load_string(word::blocks_part(made).c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
    for (pugi::xml_node block : body.child("w:document").child("w:body").children()) p.parent().insert_copy_before(block, p);
    p.parent().remove_child(p);
    blocks_written = true;
    return true;
  }
  for (pugi::xml_node& w : words) break_lines(w);
  return true;
}

/// Styles that the written blocks name and the office's file does not have.
std::string with_our_styles(const std::string& theirs) {
  pugi::xml_document their_styles, our_styles;
  if (!their_styles.load_buffer(theirs.data(), theirs.size(), pugi::parse_default | pugi::parse_ws_pcdata)) return theirs;
  constexpr double k_body_pt = 14;
  our_styles.load_string(word::styles_part(k_body_pt, Lang::vi).c_str());
  pugi::xml_node root = their_styles.child("w:styles");
  std::set<std::string> known;
  for (pugi::xml_node s : root.children("w:style")) known.insert(s.attribute("w:styleId").value());
  for (pugi::xml_node s : our_styles.child("w:styles").children("w:style"))
    if (!known.contains(s.attribute("w:styleId").value()) && std::string_view(s.attribute("w:default").value()) != "1") root.append_copy(s);
  return word::serialized(their_styles);
}

}  // namespace

Result<std::vector<std::pair<std::string, std::string>>> word_parts(std::string_view docx) {
  if (docx.size() > k_most_packed) return tl::make_unexpected(refused("Tệp quá 5 MB. Bỏ bớt ảnh rồi gửi lại.", "The file is over 5 MB. Take out pictures and send it again."));
  auto zip = ZipReader::open(docx, k_limits);
  if (!zip || !zip->has("word/document.xml") || !zip->has("[Content_Types].xml"))
    return tl::make_unexpected(refused("Đây không phải tệp Word (.docx). Mở bằng Word hoặc LibreOffice, lưu dạng .docx rồi gửi lại.", "This is no Word file (.docx). Save it as .docx and send it again."));
  Parts parts;
  for (const std::string& name : zip->names()) {
    if (name.empty() || name.back() == '/') continue;
    if (name.find("vbaProject") != std::string::npos || name.starts_with("word/embeddings/") || name.starts_with("word/activeX/"))
      return tl::make_unexpected(refused("Tệp có macro hoặc chương trình nhúng, không nhận. Lưu dạng .docx thường rồi gửi lại.", "The file holds macros or embedded programs. Save it as a plain .docx."));
    auto bytes = zip->read(name);
    if (!bytes) return tl::make_unexpected(bytes.error());
    if (ends(name, ".rels") && bytes->find("attachedTemplate") != std::string::npos)
      return tl::make_unexpected(refused("Tệp gắn với một tệp mẫu khác ở ngoài. Bỏ liên kết ấy rồi gửi lại.", "The file is tied to a template elsewhere. Take that link out."));
    parts.emplace_back(name, std::move(*bytes));
  }
  return parts;
}

tl::expected<std::vector<PlaceSeen>, Problems> places_of(std::string_view docx, const std::function<Place(std::string_view)>& kind_of) {
  auto parts = word_parts(docx);
  if (!parts) return tl::make_unexpected(Problems{parts.error()});
  Checking checking(kind_of);
  for (const bool body : {true, false})
    for (const auto& [name, bytes] : *parts) {
      if (!holds_paragraphs(name) || (name == "word/document.xml") != body) continue;
      pugi::xml_document document;
      if (auto fine = parse(document, bytes); !fine) return tl::make_unexpected(Problems{fine.error()});
      std::vector<pugi::xml_node> paragraphs;
      paragraphs_in(document, paragraphs);
      for (const auto& p : paragraphs) checking.paragraph(p, body);
    }
  if (checking.problems.empty() && checking.seen.empty())
    checking.problems.push_back(refused("Tệp không có chỗ nào để điền. Gõ ví dụ «title» ở nơi đặt trích yếu, «body» ở nơi đặt nội dung.", "The file has no place to fill. Type «title» where the subject goes, «body» where the text goes."));
  if (!checking.problems.empty()) return tl::make_unexpected(std::move(checking.problems));
  return std::move(checking.seen);
}

Result<std::string> filled(std::string_view docx, const Filling& filling) {
  NC_TRY(parts, word_parts(docx));
  bool blocks_written = false;
  for (auto& [name, bytes] : parts) {
    if (!holds_paragraphs(name)) continue;
    pugi::xml_document document;
    NC_CHECKED(fine, parse(document, bytes));
    std::vector<pugi::xml_node> paragraphs;
    paragraphs_in(document, paragraphs);
    for (auto& p : paragraphs) NC_CHECKED(done, fill_paragraph(p, filling, blocks_written));
    bytes = word::serialized(document);
  }
  if (blocks_written)
    for (auto& [name, bytes] : parts)
      if (name == "word/styles.xml") bytes = with_our_styles(bytes);
  return zip_pack(parts);
}

}  // namespace nc::paper
