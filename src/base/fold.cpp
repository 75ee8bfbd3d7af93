// Mends, folds and orders Vietnamese text with ICU, with table look-ups for what Vietnamese text is made of.
#include "base/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <vector>

#include "base/utf8.h"

namespace nc {
namespace {

constexpr char32_t k_dropped = 0;  // result of a code point that leaves nothing behind

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU ") + what + ": " + u_errorName(status));
}

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFCInstance(status);
    check(status, "NFC");
    return found;
  }();
  return *instance;
}

const icu::Normalizer2& nfd() {
  static const icu::Normalizer2* const instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = icu::Normalizer2::getNFDInstance(status);
    check(status, "NFD");
    return found;
  }();
  return *instance;
}

std::string normalized(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string out;
  nfc().normalize(wide, status).toUTF8String(out);
  check(status, "normalize");
  return out;
}

bool is_tone_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }

/// Letters and signs that NFC leaves alone whatever stands beside them (no mark among them).
bool is_composed(char32_t c) {
  return c < 0x300 || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x20A0 && c <= 0x20BF);
}

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

/// One code point as it is kept, or k_dropped. Line ends are the caller's business.
char32_t kept(char32_t c) {
  if (c == '\t') return ' ';
  if (c < 0x20) return c == '\n' ? c : k_dropped;
  if (c < 0x7F) return c;
  if (c < 0xA0) return c == 0x85 ? U'\n' : k_dropped;
  if (c == 0xA0) return ' ';
  if (c == 0xD0 || c == 0x189) return 0x110;  // Eth and African D look like Đ and are typed for it
  if (c == 0xF0 || c == 0x256) return 0x111;
  if (c == 0xAD) return k_dropped;  // soft hyphen
  if (c < 0x1680) return c;
  if (c == 0x2028 || c == 0x2029) return '\n';
  if ((c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x1680) return ' ';
  const bool invisible = c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || c == 0x2060 ||
                         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
  return invisible ? k_dropped : c;
}

std::string trimmed(std::string text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\n'; };
  std::size_t end = text.size();
  while (end > 0 && is_blank(text[end - 1])) --end;
  std::size_t start = 0;
  while (start < end && is_blank(text[start])) ++start;
  text.resize(end);
  text.erase(0, start);
  return text;
}

/// Everything `mended` does except trimming. Sets `composed` when NFC had nothing to do.
std::string cleaned(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool composed = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      out.push_back(text[at++]);
      continue;
    }
    if (byte == '\r') {
      out.push_back('\n');
      at += (at + 1 < text.size() && text[at + 1] == '\n') ? 2 : 1;
      continue;
    }
    const auto step = utf8::decode(text, at);
    at += step.length;
    const char32_t c = kept(step.value);
    if (c == k_dropped) continue;
    composed = composed && is_composed(c);
    utf8::append(out, c);
  }
  return composed ? out : normalized(out);
}

/// Letter without tone and mark, lower case; ' ' for what is no part of a word; k_dropped for tone marks.
char32_t fold_by_icu(char32_t c) {
  if (is_tone_mark(c)) return k_dropped;
  icu::UnicodeString parts;
  if (nfd().getDecomposition(static_cast<UChar32>(c), parts)) {
    // Only tone and accent marks are taken off: Hangul syllables and kana stay whole.
    bool marked = false;
    char32_t base = k_dropped;
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
      const auto part = static_cast<char32_t>(parts.char32At(i));
      if (is_tone_mark(part)) {
        marked = true;
      } else if (base == k_dropped) {
        base = part;
      }
    }
    if (marked && base == k_dropped) return k_dropped;
    if (marked) c = base;
  }
  c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  switch (c) {
    case 0xF0:
    case 0x111:
    case 0x256:
      return 'd';
    case 0xF8:
      return 'o';
    case 0x142:
      return 'l';
    case 0x131:
      return 'i';
    default:
      break;
  }
  const auto kind = U_GET_GC_MASK(static_cast<UChar32>(c));
  const bool in_word = (kind & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_M_MASK)) != 0;
  return in_word ? c : U' ';
}

/// Latin letters with marks (U+0080-024F and U+1E00-1EFF), folded once.
struct LatinTable {
  std::array<char16_t, 0x250> low{};
  std::array<char16_t, 0x100> high{};
  LatinTable() {
    for (char32_t c = 0; c < low.size(); ++c) low[c] = static_cast<char16_t>(fold_by_icu(c));
    for (char32_t c = 0; c < high.size(); ++c) high[c] = static_cast<char16_t>(fold_by_icu(0x1E00 + c));
  }
};

char32_t fold_one(char32_t c) {
  static const LatinTable table;
  if (c < 0x250) return table.low[c];
  if (c >= 0x1E00 && c <= 0x1EFF) return table.high[c - 0x1E00];
  return fold_by_icu(c);
}

/// Collects folded words with one blank between them.
class Words {
 public:
  explicit Words(std::size_t size) { out_.reserve(size); }
  void add(char32_t c) {
    if (c == U' ') {
      gap_ = !out_.empty();
      return;
    }
    if (gap_) out_.push_back(' ');
    gap_ = false;
    utf8::append(out_, c);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  bool gap_ = false;
};

std::string fold_ascii(std::string_view text) {
  Words words(text.size());
  for (const char c : text) {
    const bool blank = c == '\t' || c == '\n' || c == '\r';
    if ((c < ' ' && !blank) || c == 0x7F) continue;  // mended() drops these, so they part no words
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper) {
      words.add(static_cast<char32_t>(c - 'A' + 'a'));
    } else {
      words.add(plain ? static_cast<char32_t>(c) : U' ');
    }
  }
  return words.take();
}

const UCollator* vietnamese_collator() {
  struct Close {
    void operator()(UCollator* c) const { ucol_close(c); }
  };
  thread_local const std::unique_ptr<UCollator, Close> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UCollator, Close> opened(ucol_open("vi", &status));
    check(status, "collator vi");
    ucol_setStrength(opened.get(), UCOL_TERTIARY);
    return opened;
  }();
  return collator.get();
}

constexpr std::size_t k_key_chars = 80;
constexpr std::size_t k_key_bytes = k_key_chars / 4 * 3;

/// Base64 whose digits are in ASCII order, so that text order is byte order.
std::string ordered_base64(const std::uint8_t* bytes, std::size_t count) {
  constexpr std::string_view digits = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  std::string out;
  out.reserve((count * 4 + 2) / 3);
  unsigned bits = 0;
  unsigned pending = 0;
  for (std::size_t i = 0; i < count; ++i) {
    bits = (bits << 8U) | bytes[i];
    pending += 8;
    while (pending >= 6) {
      pending -= 6;
      out.push_back(digits[(bits >> pending) & 0x3FU]);
    }
  }
  if (pending > 0) out.push_back(digits[(bits << (6 - pending)) & 0x3FU]);
  return out;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto step = utf8::decode(bytes, at);
    if (!step.ok) return false;
    at += step.length;
  }
  return true;
}

std::string mended(std::string_view text) { return trimmed(cleaned(text)); }

std::string fold(std::string_view text) {
  if (is_ascii(text)) return fold_ascii(text);
  const std::string clean = cleaned(text);
  Words words(clean.size());
  bool composed = true;
  for (std::size_t at = 0; at < clean.size();) {
    const auto step = utf8::decode(clean, at);
    at += step.length;
    const char32_t c = fold_one(step.value);
    if (c == k_dropped) continue;
    composed = composed && is_composed(c);
    words.add(c);
  }
  // Taking a mark out from between two letters may let these compose (Hangul parts).
  return composed ? words.take() : normalized(words.take());
}

std::string collation_key(std::string_view text) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(mended(text));
  std::array<std::uint8_t, 512> local{};
  const auto key = [&](std::uint8_t* out, std::size_t size) {
    const auto needed =
        ucol_getSortKey(vietnamese_collator(), wide.getBuffer(), wide.length(), out, static_cast<int32_t>(size));
    return static_cast<std::size_t>(needed);
  };
  const std::size_t needed = key(local.data(), local.size());
  if (needed == 0) throw std::runtime_error("ICU sort key");
  const std::size_t bytes = std::min(needed - 1, k_key_bytes);  // the last byte is ICU's closing 0
  if (needed <= local.size()) return ordered_base64(local.data(), bytes);
  std::vector<std::uint8_t> large(needed);
  key(large.data(), large.size());
  return ordered_base64(large.data(), bytes);
}

}  // namespace nc
