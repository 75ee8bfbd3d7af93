// One spelling with a map back to the stored text.
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>

#include "base/utf8.h"
#include "intake/decode.h"

namespace nc::intake {
namespace {

// A letter carries at most three marks; more are noise, and sorting thousands of them would take long.
constexpr std::size_t k_marks = 30;

char32_t plain(char32_t c) {
  switch (c) {
    case 0xD0: return U'Đ';   // Icelandic Eth, typed for Đ by old keyboards
    case 0xF0: return U'đ';
    case '\t': case 0xA0: case 0x2007: case 0x202F: case 0x3000: return U' ';
    case 0x2028: case 0x2029: case 0x85: return U'\n';
    default: break;
  }
  return c >= 0x2000 && c <= 0x200A ? U' ' : c;
}

bool invisible(char32_t c) {
  return c == 0xFEFF || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0);
}

class Writer {
 public:
  explicit Writer(std::size_t size) {
    out_.text.reserve(size);
    out_.origin.reserve(size + 1);
  }
  void put(char32_t c, std::uint32_t from) {
    utf8::append(out_.text, c);
    out_.origin.resize(out_.text.size(), from);
  }
  Normal finish(std::uint32_t end) {
    out_.origin.push_back(end);
    return std::move(out_);
  }

 private:
  Normal out_;
};

/// Letter with combining marks to NFC; all of it comes from where the letter stood.
void put_composed(Writer& out, const std::u32string& group, std::uint32_t from) {
  static const icu::Normalizer2* nfc = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(status);
  }();
  UErrorCode status = U_ZERO_ERROR;
  const auto text = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(group.data()),
                                                  static_cast<std::int32_t>(group.size()));
  const auto composed = nfc->normalize(text, status);
  const auto& kept = U_SUCCESS(status) ? composed : text;
  for (std::int32_t i = 0; i < kept.length(); i = kept.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(kept.char32At(i));
    out.put(plain(c), from);
  }
}

bool is_mark(char32_t c) { return c >= 0x300 && (c < 0x370 || u_getCombiningClass(static_cast<UChar32>(c)) != 0); }

/// Singletons and compositions that stand alone (Å sign, Hangul letters are left) need the normaliser too.
bool needs_normaliser(char32_t c) { return c == 0x340 || c == 0x341 || c == 0x212A || c == 0x212B; }

struct Tone {
  std::string_view old_place, modern;
};
/// Old place of the tone at the end of a syllable: hoà, hoè, thuý. "quý" and "quỳ" are right as they are.
constexpr std::array<Tone, 15> k_tones{{{"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
                                        {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
                                        {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"}}};

bool letter_at(const std::string& text, std::size_t at) {
  return at < text.size() && u_isalpha(static_cast<UChar32>(utf8::decode(text, at).value)) != 0;
}

/// The entry that fits at `at`, where a syllable must end behind it.
const Tone* tone_at(const std::string& text, std::size_t at) {
  const char c = text[at];
  if ((c != 'o' && c != 'u') || at + 1 >= text.size() || static_cast<unsigned char>(text[at + 1]) < 0xC3) return nullptr;
  if (at > 0 && (text[at - 1] == 'q' || text[at - 1] == 'Q')) return nullptr;
  for (const Tone& tone : k_tones)
    if (text.compare(at, tone.old_place.size(), tone.old_place) == 0)
      return letter_at(text, at + tone.old_place.size()) ? nullptr : &tone;
  return nullptr;
}

/// Moves tones to the modern place. Two letters stay two letters, each with the origin of its place.
void modernise(Normal& normal) {
  Normal out;
  out.text.reserve(normal.text.size());
  out.origin.reserve(normal.origin.size());
  std::size_t kept = 0;
  const auto copy_until = [&](std::size_t end) {
    out.text.append(normal.text, kept, end - kept);
    out.origin.insert(out.origin.end(), normal.origin.begin() + static_cast<std::ptrdiff_t>(kept),
                      normal.origin.begin() + static_cast<std::ptrdiff_t>(end));
    kept = end;
  };
  for (std::size_t at = 0; at < normal.text.size(); ++at) {
    const Tone* tone = tone_at(normal.text, at);
    if (tone == nullptr) continue;
    copy_until(at);
    const std::size_t first_length = utf8::decode(tone->modern, 0).length;
    out.text += tone->modern;
    for (std::size_t i = 0; i < tone->modern.size(); ++i)
      out.origin.push_back(normal.origin[i < first_length ? at : at + 1]);
    kept = at + tone->old_place.size();
    at = kept - 1;
  }
  if (kept == 0) return;
  copy_until(normal.text.size());
  out.origin.push_back(normal.origin.back());
  normal = std::move(out);
}

}  // namespace

Normal normalise(std::string_view stored) {
  Writer out(stored.size());
  std::u32string group;
  std::uint32_t index = 0, group_at = 0;
  const auto flush = [&] {
    if (group.empty()) return;
    if (group.size() == 1 && !needs_normaliser(group[0])) {
      out.put(plain(group[0]), group_at);
    } else {
      put_composed(out, group, group_at);
    }
    group.clear();
  };
  for (std::size_t at = 0; at < stored.size(); ++index) {
    const auto step = utf8::decode(stored, at);
    char32_t c = step.value;
    at += step.length;
    if (c == '\r') {
      if (at < stored.size() && stored[at] == '\n') continue;
      c = '\n';
    }
    if (invisible(c) && c != '\t' && c != 0x85) continue;
    if (is_mark(c) && !group.empty()) {
      if (group.size() < k_marks) group.push_back(c);
      continue;
    }
    flush();
    group.assign(1, c);
    group_at = index;
  }
  flush();
  Normal normal = out.finish(index);
  modernise(normal);
  return normal;
}

}  // namespace nc::intake
