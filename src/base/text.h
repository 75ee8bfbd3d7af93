// Words shown to people: always Vietnamese and English together.
#pragma once
#include <string>
#include <string_view>

namespace nc {

/// Language of a page or document. Vietnamese is the default everywhere.
enum class Lang { vi, en };

/// A fixed text of the program in both languages. Only literals are accepted and neither may be
/// empty, so a missing translation does not compile.
struct Text {
  std::string_view vi, en;
  consteval Text(const char* vietnamese, const char* english) : vi(vietnamese), en(english) {
    if (vi.empty() || en.empty()) throw "both languages are needed";
  }
  constexpr std::string_view in(Lang lang) const { return lang == Lang::vi ? vi : en; }
};

/// A text made at run time (with names and numbers filled in), in both languages.
struct Message {
  std::string vi, en;
  Message() = default;
  Message(std::string vietnamese, std::string english) : vi(std::move(vietnamese)), en(std::move(english)) {}
  Message(Text t) : vi(t.vi), en(t.en) {}  // NOLINT(google-explicit-constructor): a Text is a Message
  const std::string& in(Lang lang) const { return lang == Lang::vi ? vi : en; }
  bool empty() const { return vi.empty() && en.empty(); }
  bool operator==(const Message&) const = default;
};

}  // namespace nc
