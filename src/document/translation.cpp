// The English side of a paper: which blocks are translated, and the paper read in English.
#include <algorithm>

#include "document/document.h"

namespace nc::doc {

namespace {

using Kind = paper::Block::Kind;

constexpr std::string_view k_missing = "[not yet translated] ", k_outdated = "[changed since it was translated] ";

std::vector<std::string> sorted_marks(std::string_view text) {
  auto marks = marks_in(text);
  std::sort(marks.begin(), marks.end());
  return marks;
}

void put_english(Block& b) {
  switch (b.translation()) {
    case Translation::current: b.text = b.en; break;
    case Translation::missing: b.text = std::string(k_missing) + b.text; break;
    case Translation::outdated: b.text = std::string(k_outdated) + b.text; break;
    case Translation::none_needed: break;
  }
  if (!b.rows_en.empty()) b.rows = b.rows_en;
  if (!b.unit_note_en.empty()) b.unit_note = b.unit_note_en;
}

const std::vector<std::string>& either(const std::vector<std::string>& en, const std::vector<std::string>& vi) { return en.empty() ? vi : en; }

}  // namespace

Translation Block::translation() const {
  if (text.empty()) return Translation::none_needed;
  if (en.empty()) return Translation::missing;
  if (kind == Kind::annex) return Translation::current;  // written by the machine, in both languages at once
  return en_of == text ? Translation::current : Translation::outdated;
}

bool same_figures(std::string_view a, std::string_view b) { return sorted_marks(a) == sorted_marks(b); }

Untranslated untranslated(const Document& document) {
  Untranslated out;
  for (const Section& s : document.sections)
    for (const Block& b : s.blocks) {
      const Translation state = b.translation();
      if (state == Translation::missing) out.missing.push_back(b.id);
      if (state == Translation::outdated) out.outdated.push_back(b.id);
    }
  return out;
}

Document in_english(const Document& document) {
  Document d = document;
  d.lang = Lang::en;
  d.issuer_lines = either(d.en.issuer_lines, d.issuer_lines);
  d.subject_lines = either(d.en.subject_lines, d.subject_lines);
  d.addressed_to = either(d.en.addressed_to, d.addressed_to);
  d.recipients = either(d.en.recipients, d.recipients);
  d.authority = either(d.en.authority, d.authority);
  if (!d.en.place.empty()) d.place = d.en.place;
  if (!d.en.kind_name.empty()) d.kind_name = d.en.kind_name;
  for (Section& s : d.sections) {
    if (!s.title_en.empty()) s.title = s.title_en;
    for (Block& b : s.blocks) put_english(b);
  }
  return d;
}

Document in_language(const Document& document, Lang lang) { return lang == Lang::en ? in_english(document) : document; }

}  // namespace nc::doc
