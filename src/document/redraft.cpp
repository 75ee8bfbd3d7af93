// A new draft over a paper that people have worked on; and the numbers of headings.
#include <algorithm>
#include <set>

#include "document/document.h"

namespace nc::doc {

namespace {

using Kind = paper::Block::Kind;

std::string roman(int n) {
  static const std::pair<int, const char*> k_signs[] = {{40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
  std::string out;
  for (const auto& [value, sign] : k_signs)
    while (n >= value) out += sign, n -= value;
  return out;
}

/// The Vietnamese alphabet of points: after d comes đ, after e comes g.
std::string letter(int n) {
  static const char* k_letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};
  constexpr int k_most = static_cast<int>(std::size(k_letters));
  return k_letters[std::clamp(n, 1, k_most) - 1];
}

/// Length of the number that a text begins with ("IV. ", "3. ", "đ) "), or 0.
std::size_t number_length(std::string_view text, Kind kind) {
  const char end = kind == Kind::point ? ')' : '.';
  const auto at = text.find(end);
  if (at == std::string_view::npos || at == 0 || at > 6 || text.substr(at + 1, 1) != " ") return 0;
  const auto head = text.substr(0, at);
  const auto only = [&](std::string_view allowed) { return head.find_first_not_of(allowed) == std::string_view::npos; };
  const bool fits = kind == Kind::heading  ? only("IVXL")
                    : kind == Kind::clause ? only("0123456789")
                                           : head.size() <= 2;  // đ has two bytes
  return fits ? at + 2 : 0;
}

void put_number(std::string& text, Kind kind, const std::string& number) {
  if (const auto length = number_length(text, kind)) text.replace(0, length, number);
}

bool same_question(const Token& a, const Token& b) {
  return a.ask == b.ask && a.style == b.style && a.noun == b.noun && a.part == b.part && a.base == b.base && a.claim == b.claim;
}

class Merge {
 public:
  Merge(const Document& standing, const Document& fresh) : standing_(standing), fresh_(fresh), out_(standing) {}

  Document done() {
    for (const Token& token : fresh_.tokens) names_[token.id] = name_of(token);
    out_.sections.clear();
    if (out_.en.issuer_lines.empty()) out_.en = fresh_.en;  // papers older than their English
    for (const Section& section : fresh_.sections) add_section(section);
    keep_the_rest();
    drop_unused_tokens();
    renumber(out_);
    return std::move(out_);
  }

 private:
  /// The token of the standing paper that asks the same, or a new one.
  std::string name_of(const Token& token) {
    for (Token& t : out_.tokens)
      if (same_question(t, token)) {
        t.noun_en = token.noun_en;
        return t.id;
      }
    const std::string mark = out_.add(token);
    return mark.substr(1, mark.size() - 2);
  }

  std::string renamed(const std::string& text) const {
    std::string out;
    std::string_view rest = text;
    while (true) {
      const auto open = rest.find("{t");
      out.append(rest.substr(0, open));
      if (open == std::string_view::npos) return out;
      const auto close = rest.find('}', open);
      const auto it = close == std::string_view::npos ? names_.end() : names_.find(std::string(rest.substr(open + 1, close - open - 1)));
      if (it == names_.end()) {
        out.append(rest.substr(open, 2));
        rest.remove_prefix(open + 2);
        continue;
      }
      out += "{" + it->second + "}";
      rest.remove_prefix(close + 1);
    }
  }

  Block fresh_block(const Block& b) const {
    Block out = b;
    out.text = renamed(b.text);
    out.drafted = renamed(b.drafted);
    for (std::string* text : {&out.en, &out.en_drafted, &out.en_of}) *text = renamed(*text);
    for (auto* rows : {&out.rows, &out.rows_en})
      for (auto& row : *rows)
        for (auto& cell : row) cell = renamed(cell);
    return out;
  }

  const Block* standing_block(const std::string& id) const {
    for (const Section& s : standing_.sections)
      for (const Block& b : s.blocks)
        if (b.id == id) return &b;
    return nullptr;
  }

  bool taken_out(const std::string& id) const { return std::find(standing_.removed.begin(), standing_.removed.end(), id) != standing_.removed.end(); }

  /// What people wrote stays, in either language; English that was written for other words is outdated, not gone.
  static void keep_words(const Block& stood, Block& now) {
    if (stood.edited()) now.text = stood.text;
    if (stood.en.empty() || stood.en == stood.en_drafted) return;
    now.en = stood.en;
    now.en_of = stood.en_of;
  }

  void add_section(const Section& section) {
    Section merged{section.id, section.title, {}, section.title_en};
    for (const Block& b : section.blocks) {
      if (taken_out(b.id)) continue;
      Block now = fresh_block(b);
      if (const Block* stood = standing_block(b.id)) keep_words(*stood, now);
      placed_.insert(b.id);
      merged.blocks.push_back(std::move(now));
    }
    if (!merged.blocks.empty()) out_.sections.push_back(std::move(merged));
  }

  /// Blocks that people added or edited and that the new draft does not have: behind the block they stood behind.
  void keep_the_rest() {
    for (const Section& section : standing_.sections) {
      const Block* before = nullptr;
      for (const Block& b : section.blocks) {
        if (!placed_.contains(b.id) && (b.edited() || b.origin == Origin::person)) put_behind(section, before, b);
        before = &b;
      }
    }
  }

  void put_behind(const Section& section, const Block* before, const Block& b) {
    placed_.insert(b.id);
    for (Section& s : out_.sections)
      for (std::size_t i = 0; before && i < s.blocks.size(); ++i)
        if (s.blocks[i].id == before->id) {
          s.blocks.insert(s.blocks.begin() + static_cast<std::ptrdiff_t>(i) + 1, b);
          return;
        }
    for (Section& s : out_.sections)
      if (s.id == section.id) {
        s.blocks.insert(s.blocks.begin(), b);
        return;
      }
    // The whole section is gone from the draft: it stays, at the place it had.
    const auto had = std::find_if(standing_.sections.begin(), standing_.sections.end(), [&](const Section& s) { return s.id == section.id; });
    auto at = out_.sections.begin();
    for (auto s = standing_.sections.begin(); s != had; ++s)
      for (auto o = out_.sections.begin(); o != out_.sections.end(); ++o)
        if (o->id == s->id && o + 1 > at) at = o + 1;
    out_.sections.insert(at, Section{section.id, section.title, {b}, section.title_en});
  }

  void drop_unused_tokens() {
    std::set<std::string> used;
    for (const Section& s : out_.sections)
      for (const Block& b : s.blocks) {
        for (const std::string* text : {&b.text, &b.drafted, &b.en, &b.en_drafted})
          for (auto& id : marks_in(*text)) used.insert(std::move(id));
        for (const auto& row : b.rows)
          for (const auto& cell : row)
            for (auto& id : marks_in(cell)) used.insert(std::move(id));
      }
    std::erase_if(out_.tokens, [&](const Token& t) { return !used.contains(t.id); });
  }

  const Document& standing_;
  const Document& fresh_;
  Document out_;
  std::map<std::string, std::string> names_;
  std::set<std::string> placed_;
};

}  // namespace

void renumber(Document& document) {
  int headings = 0, clauses = 0, points = 0;
  for (Section& section : document.sections)
    for (Block& b : section.blocks) {
      std::string number;
      if (b.kind == Kind::part) headings = clauses = points = 0;
      if (b.kind == Kind::heading && number_length(b.text, b.kind)) number = roman(++headings) + ". ", clauses = points = 0;
      if (b.kind == Kind::clause && number_length(b.text, b.kind)) number = std::to_string(++clauses) + ". ", points = 0;
      if (b.kind == Kind::point && number_length(b.text, b.kind)) number = letter(++points) + ") ";
      if (number.empty()) continue;
      for (std::string* text : {&b.text, &b.drafted, &b.en, &b.en_drafted, &b.en_of}) put_number(*text, b.kind, number);
    }
}

Document redrafted(const Document& standing, const Document& fresh) { return Merge(standing, fresh).done(); }

}  // namespace nc::doc
