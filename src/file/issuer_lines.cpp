// Breaks the issuer's name over the lines of a paper's head.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <limits>

#include "file/paper_words.h"
#include "file/text_measure.h"

namespace nc::paper {
namespace {

using Words = std::vector<std::string>;

std::string upper(std::string_view text) {
  auto u = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  u.toUpper(icu::Locale("vi"));
  std::string out;
  u.toUTF8String(out);
  return out;
}

Words words_of(std::string_view text) {
  Words words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool starts_at(const Words& words, std::size_t at, const Words& phrase) {
  return at + phrase.size() <= words.size() &&
         std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
}

/// Where the seat's name begins ("THÀNH PHỐ CẦN THƠ"): it runs to the end of the name.
std::size_t seat_start(const Words& words) {
  static const std::array<Words, 6> k_seats{{{"THÀNH", "PHỐ"}, {"TỈNH"}, {"PHƯỜNG"}, {"XÃ"}, {"QUẬN"}, {"HUYỆN"}}};
  for (std::size_t i = words.size(); i-- > 1;) {
    for (const auto& seat : k_seats) {
      if (starts_at(words, i, seat)) return i;
    }
  }
  return words.size();
}

/// Words that belong together, as [from, to) of `words`.
struct Atom {
  std::size_t from, to;
};

std::size_t phrase_length(const Words& words, std::size_t at) {
  static const std::array<Words, 8> k_phrases{{{"LIÊN", "HIỆP", "CÁC", "TỔ", "CHỨC"},
                                               {"HỘI", "HỮU", "NGHỊ"},
                                               {"HỮU", "NGHỊ"},
                                               {"TỔ", "CHỨC"},
                                               {"ỦY", "BAN"},
                                               {"HÒA", "BÌNH"},
                                               {"PHÁT", "TRIỂN"},
                                               {"VIỆT", "NAM"}}};
  for (const auto& phrase : k_phrases) {
    if (starts_at(words, at, phrase)) return phrase.size();
  }
  return 1;
}

bool is_hyphen(const std::string& word) { return word == "-" || word == "–"; }

std::vector<Atom> atoms_of(const Words& words) {
  const std::size_t seat = seat_start(words);
  std::vector<Atom> atoms;
  for (std::size_t at = 0; at < seat;) {
    const std::size_t length = std::min(phrase_length(words, at), seat - at);
    if (at > 0 && is_hyphen(words[at])) {
      atoms.back().to = seat;  // a country pair runs to the seat or to the end
      at = seat;
    } else {
      atoms.push_back({at, at + length});
      at += length;
    }
  }
  if (seat < words.size()) atoms.push_back({seat, words.size()});
  return atoms;
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
  std::string line;
  for (std::size_t i = from; i < to; ++i) line += (i == from ? "" : " ") + (words[i] == "–" ? "-" : words[i]);
  return line;
}

/// Fewest lines first, then the smallest widest line. A line too wide costs as much as many lines, so it stays only
/// where nothing can be broken.
struct Cost {
  double lines = std::numeric_limits<double>::infinity(), widest = 0;
  bool operator<(const Cost& o) const { return lines < o.lines || (lines == o.lines && widest < o.widest); }
};

}  // namespace

std::vector<std::string> issuer_lines(std::string_view full_name) {
  const Words words = words_of(upper(full_name));
  const auto atoms = atoms_of(words);
  const std::size_t n = atoms.size();
  std::vector<Cost> best(n + 1);
  std::vector<std::size_t> next(n + 1, n);
  best[n] = {0, 0};
  for (std::size_t i = n; i-- > 0;) {
    for (std::size_t j = i + 1; j <= n; ++j) {
      const double width = text_width_mm(joined(words, atoms[i].from, atoms[j - 1].to), k_issuer_pt, true);
      if (width > k_issuer_line_max && j > i + 1) break;
      const Cost cost{best[j].lines + (width > k_issuer_line_max ? 100 : 1), std::max(width, best[j].widest)};
      if (cost < best[i]) {
        best[i] = cost;
        next[i] = j;
      }
    }
  }
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < n; i = next[i]) lines.push_back(joined(words, atoms[i].from, atoms[next[i] - 1].to));
  return lines;
}

}  // namespace nc::paper
