// Recognises the encodings Vietnamese texts come in.
#include "intake/decode.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <unordered_set>

#include "base/fold.h"
#include "base/utf8.h"
#include "base/words.h"
#include "file/text_encoding.h"
#include "intake/legacy.h"

namespace nc::intake {
namespace {

// Enough to tell a language; a hostile file isn't read further than this for it.
constexpr std::size_t k_sample = 64U << 10U;
// Running Vietnamese has 0.25 to 0.4 of these words, English 0.2 to 0.4, a text in the wrong encoding under 0.03.
constexpr double k_readable = 0.08;

const std::unordered_set<std::string_view>& common_words() {
  static const std::unordered_set<std::string_view> words{
      "của", "và", "các", "được", "người", "hữu", "nghị", "với", "tổ", "chức", "đoàn", "tỉnh", "phố", "thành", "đã",
      "là", "có", "những", "trong", "năm", "đến", "về", "hội", "nước", "hợp", "tác", "động", "hoạt", "dự", "án", "đồng",
      "triệu", "tỷ", "này", "từ", "hai", "bên", "việt", "ủy", "thị", "chủ", "tịch", "viện", "trợ", "liên", "hiệp",
      "cho", "tại", "ngày", "không", "một", "nhân", "dân", "công", "quốc", "tế", "lần", "thứ", "phát", "triển", "xã",
      "the", "of", "and", "to", "in", "for", "with", "on", "at", "by", "from", "is", "was", "were", "that", "has",
      "hòa", "bình", "đại", "học", "giao", "lưu", "văn", "hóa", "thăm", "tổng", "số", "nguyên", "đối", "ngoại"};
  return words;
}

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto step = utf8::decode(utf8, at);
    out.push_back(step.value);
    at += step.length;
  }
  return out;
}

std::string utf8_of(std::u32string_view text) {
  std::string out;
  out.reserve(text.size() * 2);
  for (const char32_t c : text) utf8::append(out, c);
  return out;
}

/// UTF-16 without a mark: ASCII blanks and line ends leave zero bytes on one side.
const char* utf16_by_zeros(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096));
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < sample.size(); ++i)
    if (sample[i] == '\0') ++zeros[i % 2];
  if (zeros[0] + zeros[1] == 0 || sample.size() < 4) return nullptr;
  if (zeros[1] > 8 * zeros[0]) return "UTF-16LE";
  return zeros[0] > 8 * zeros[1] ? "UTF-16BE" : nullptr;
}

Problem unknown_encoding() {
  return {Code::unsupported,
          Text("Không nhận ra bảng mã của tệp chữ này. Mở tệp bằng chương trình đã tạo ra nó, lưu lại dạng “UTF-8” rồi tải lại",
               "The encoding of this text file is not known. Open it in the program that made it, save it as “UTF-8” and "
               "send it again"),
          {}};
}

struct Reading {
  std::string text;
  std::string encoding;
  double score = 0;
};

void keep_better(Reading& best, std::string text, const char* encoding, double handicap) {
  const double score = familiar(beginning_of(normalise(beginning_of(text, k_sample)).text, k_sample)) - handicap;
  if (score > best.score) best = {std::move(text), encoding, score};
}

/// Text in one byte a letter, given as units below U+0100.
Reading best_of_fonts(std::u32string_view units) {
  Reading best;
  keep_better(best, utf8_of(from_tcvn3(units)), "tcvn3", 0);
  keep_better(best, utf8_of(from_vni(units)), "vni", 0);
  return best;
}

Result<Stored> single_byte(std::string_view bytes) {
  std::u32string units;
  units.reserve(bytes.size());
  for (const char c : bytes) units.push_back(static_cast<unsigned char>(c));
  Reading best = best_of_fonts(units);
  std::string text;
  if (tables::decode_strictly(bytes, "windows-1258", text)) keep_better(best, text, "windows-1258", 0);
  // English with curly quotes; a little behind, so that Vietnamese with few accents is not taken for it.
  if (tables::decode_strictly(bytes, "windows-1252", text)) keep_better(best, text, "windows-1252", 0.01);
  if (best.score < k_readable) return tl::make_unexpected(unknown_encoding());
  return Stored{std::move(best.text), "text", best.encoding};
}

/// "Liªn hiÖp": an old font's bytes that a program took for Latin letters and saved as UTF-8.
bool looks_like_font_units(std::string_view text) {
  std::size_t latin1 = 0, other = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto step = utf8::decode(text, at);
    at += step.length;
    if (step.value >= 0xA1 && step.value <= 0xFF) ++latin1;
    if (step.value >= 0x100 && (step.value < 0x2000 || step.value > 0x20FF)) ++other;
  }
  return latin1 > 8 && other * 20 < latin1;
}

Stored from_utf8(std::string_view bytes) {
  const std::string_view sample = beginning_of(bytes, k_sample);
  if (looks_like_font_units(sample)) {
    const double as_it_is = familiar(normalise(sample).text);
    Reading best = best_of_fonts(code_points(bytes));
    if (best.score > k_readable && best.score > as_it_is * 2) return {std::move(best.text), "text", best.encoding};
  }
  return {std::string(bytes), "text", "utf-8"};
}

Result<Stored> wide(std::string_view bytes, const char* encoding, const char* label) {
  std::string text;
  if (!tables::decode_strictly(bytes, encoding, text)) {
    return refuse(Code::unsupported, Text("Tệp UTF-16 bị cắt cụt hoặc hỏng. Lưu lại dạng “UTF-8” rồi tải lại",
                                          "The UTF-16 file is cut short or damaged. Save it as “UTF-8” and send it again"));
  }
  return Stored{std::move(text), "text", label};
}

}  // namespace

double familiar(std::string_view utf8) {
  std::size_t words = 0, known = 0;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++words;
    if (common_words().contains(word)) ++known;
    word.clear();
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const auto step = utf8::decode(utf8, at);
    const char32_t c = step.value;
    if (c >= 'A' && c <= 'Z') {
      word.push_back(static_cast<char>(c + 32));
    } else if (c == U'Đ') {
      word += "đ";
    } else if ((c >= 'a' && c <= 'z') || (c >= 0xC0 && c < 0x2000)) {
      word.append(utf8.substr(at, step.length));
    } else {
      end_word();
    }
    at += step.length;
  }
  end_word();
  return words == 0 ? 0 : static_cast<double>(known) / static_cast<double>(words);
}

Result<Stored> decode_text(std::string_view bytes) {
  const bool wide_mark = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) || bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
    return wide(bytes, "UTF-32", "utf-32");
  if (wide_mark) return wide(bytes.substr(2), bytes.starts_with("\xFF\xFE") ? "UTF-16LE" : "UTF-16BE", "utf-16");
  if (const char* name = utf16_by_zeros(bytes); name != nullptr) return wide(bytes, name, "utf-16");
  if (bytes.find('\0') != std::string_view::npos) {
    return refuse(Code::unsupported,
                  Text("Đây không phải tệp chữ. Dùng .txt, .html, .docx, .odt hoặc .pdf có lớp chữ",
                       "This is not a text file. Use .txt, .html, .docx, .odt or a .pdf with a text layer"));
  }
  if (is_utf8(bytes)) return from_utf8(bytes);
  return single_byte(bytes);
}

}  // namespace nc::intake
