// Recognises the encodings that office programs write, with ICU.
#include "file/text_encoding.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "base/fold.h"

namespace nc::tables {
namespace {

struct Close {
  void operator()(UConverter* c) const { ucnv_close(c); }
};

Problem unreadable(int line) {
  return {
      Code::unsupported,
      {fmt::format("Dòng {}: bảng mã không đọc được (TCVN3, VNI?). Mở tệp bằng Excel, lưu lại dạng “CSV UTF-8”", line),
       fmt::format("Line {}: unknown encoding. Open the file in Excel and save it as “CSV UTF-8”", line)},
      {}};
}

/// Decodes strictly: a byte the encoding doesn't have is a refusal.
bool decode(std::string_view bytes, const char* encoding, icu::UnicodeString& out) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(encoding, &status));
  if (U_FAILURE(status)) return false;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const auto capacity = static_cast<std::int32_t>(bytes.size() + 1);
  char16_t* buffer = out.getBuffer(capacity);
  if (buffer == nullptr) return false;
  const auto length =
      ucnv_toUChars(converter.get(), buffer, capacity, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  out.releaseBuffer(U_SUCCESS(status) ? length : 0);
  return U_SUCCESS(status);
}

bool is_vietnamese(char32_t c) {
  static const icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ");
  return letters.indexOf(static_cast<UChar32>(u_tolower(static_cast<UChar32>(c)))) >= 0;
}

bool is_typographic(char32_t c) {
  return c == 0xA0 || c == 0xAB || c == 0xBB || c == 0xB0 || c == 0xA7 || c == 0x20AC || c == 0x20AB || c == 0x2022 ||
         c == 0x2026 || (c >= 0x2013 && c <= 0x201D);
}

/// Text of another encoding taken for windows-1258 is full of letters that Vietnamese doesn't have.
bool reads_as_vietnamese(const icu::UnicodeString& text, int& bad_line) {
  std::int32_t good = 0, strange = 0;
  int line = 1;
  bad_line = 0;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(text.char32At(i));
    if (c == '\n') ++line;
    if (c < 0x80 || is_typographic(c)) continue;
    if (is_vietnamese(c)) {
      ++good;
      continue;
    }
    ++strange;
    if (bad_line == 0) bad_line = line;
  }
  return strange * 10 <= good;
}

Result<std::string> utf16(std::string_view bytes, const char* encoding) {
  icu::UnicodeString text;
  if (bytes.size() % 2 != 0 || !decode(bytes, encoding, text)) {
    return refuse(Code::unsupported, Text("Tệp UTF-16 bị cắt cụt hoặc hỏng: lưu lại dạng “CSV UTF-8”",
                                          "The UTF-16 file is cut short or damaged: save it as “CSV UTF-8”"));
  }
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// UTF-16 without its mark: nearly every second byte of the beginning is a zero or one of few values.
const char* unmarked_utf16(std::string_view bytes) {
  const auto start = bytes.substr(0, std::min<std::size_t>(bytes.size() & ~std::size_t{1}, 512));
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < start.size(); ++i)
    if (start[i] == 0) ++(i % 2 == 0 ? even : odd);
  // Vietnamese has about one letter in five outside Latin-1, whose upper byte is no zero.
  const std::size_t enough = start.size() / 4;
  if (start.size() < 4) return nullptr;
  if (odd > enough && even == 0) return "UTF-16LE";
  return even > enough && odd == 0 ? "UTF-16BE" : nullptr;
}

int first_bad_line(std::string_view bytes) {
  int line = 1;
  for (std::size_t at = 0; at < bytes.size(); ++line) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    if (!is_utf8(bytes.substr(at, end - at))) return line;
    at = end + 1;
  }
  return line;
}

}  // namespace

bool decode_strictly(std::string_view bytes, const char* encoding, std::string& utf8) {
  icu::UnicodeString text;
  if (!decode(bytes, encoding, text)) return false;
  utf8.clear();
  text.toUTF8String(utf8);
  return true;
}

Result<std::string> to_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.remove_prefix(3);
    if (!is_utf8(bytes)) return tl::make_unexpected(unreadable(first_bad_line(bytes)));
  }
  if (bytes.starts_with("\xFF\xFE")) return utf16(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return utf16(bytes.substr(2), "UTF-16BE");
  if (const char* encoding = unmarked_utf16(bytes)) return utf16(bytes, encoding);
  if (bytes.find('\0') != std::string_view::npos) {
    return refuse(Code::unsupported, Text("Đây không phải tệp chữ: lưu lại dạng “CSV UTF-8” hoặc .xlsx",
                                          "This is not a text file: save it as “CSV UTF-8” or .xlsx"));
  }
  if (is_utf8(bytes)) return std::string(bytes);
  icu::UnicodeString raw;
  if (!decode(bytes, "windows-1258", raw)) return tl::make_unexpected(unreadable(first_bad_line(bytes)));
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  const auto text = nfc->normalize(raw, status);
  int line = 1;
  if (U_FAILURE(status) || !reads_as_vietnamese(text, line)) return tl::make_unexpected(unreadable(std::max(line, 1)));
  std::string out;
  text.toUTF8String(out);
  return out;
}

}  // namespace nc::tables
