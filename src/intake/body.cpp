// Sorts the lines of a page into title, body, captions and furniture.
#include "intake/body.h"

#include <algorithm>

#include "intake/moments.h"

namespace nc::intake {
namespace {

enum class Role { blank, paragraph, heading, item, doubled, caption, mark, inline_mark, byline, site, day };

struct Line {
  std::uint32_t first = 0, last = 0;
  std::uint32_t word_count = 0;
  Role role = Role::blank;
  bool after_blank = true;  ///< a blank line, or nothing, stands before it
};

constexpr std::size_t k_short_line = 14, k_first_paragraph = 8, k_long = 25;

bool ends_sentence(const Words& w, const Line& line) {
  std::size_t i = line.last;
  while (i > line.first && w.is_any(i - 1, {"\"", "”", "’", ")", "'", "»"})) --i;
  return i > line.first && w.is_any(i - 1, {".", "!", "?", "…", ";", ":"});
}

/// A question or a line that leads on is more often a headline than a paragraph.
bool ends_open(const Words& w, const Line& line) {
  if (!w.is_any(line.last - 1, {"?", ":"})) return false;
  for (std::size_t i = line.first + 6; i + 1 < line.last; ++i)
    if (w.is(i, ".") && !w.glued(i + 1) && w.capital(i + 1)) return false;  // "... were approved. Main donors:"
  return true;
}

std::vector<Line> lines_of(const Words& w) {
  std::vector<Line> out;
  bool after_blank = true;
  for (std::uint32_t i = 0; i < w.size();) {
    Line line;
    line.first = i;
    while (i < w.size() && !w.is_line(i)) {
      if (w.is_word(i) || w.is_number(i)) ++line.word_count;
      ++i;
    }
    line.last = i++;
    line.after_blank = after_blank;
    after_blank = line.first == line.last;
    if (line.first < line.last) out.push_back(line);
  }
  return out;
}

/// "X X" or "X X and more": a link whose picture and words say the same. Z function of the ids, so that it is linear.
bool is_doubled(const Words& w, const Line& line) {
  const std::size_t n = line.last - line.first;
  if (n < 8 || n > 400) return false;
  std::vector<std::size_t> z(n, 0);
  const auto same = [&](std::size_t a, std::size_t b) { return w.key(line.first + a) == w.key(line.first + b); };
  for (std::size_t i = 1, l = 0, r = 0; i < n; ++i) {
    if (i < r) z[i] = std::min(r - i, z[i - l]);
    while (i + z[i] < n && same(z[i], i + z[i])) ++z[i];
    if (i + z[i] > r) l = i, r = i + z[i];
    if (i >= 4 && z[i] >= i && n - 2 * i <= i) return true;
  }
  return false;
}

/// Does the line begin with a phrase of the class? Returns its length in tokens.
std::size_t begins_with(const Words& w, const Line& line, Cls cls) {
  std::size_t i = line.first;
  const auto match = w.lexicon->longest(w.tokens, i, line.last);
  return find(match.tags, cls) != nullptr ? match.length : 0;
}

/// A short line with a full date: "08:15 | 28/12/2023 GMT+7", "Cập nhật, 07:05, Thứ Năm, 24/11/2022 (GMT+7)".
Date day_in(const Words& w, const Line& line) {
  if (line.word_count > 22) return {};
  for (std::size_t i = line.first; i < line.last; ++i) {
    const auto moment = read_moment(w, i, line.last, {}, false);
    if (!moment) continue;
    if (moment->kind == Moment::Kind::day && moment->year_stated && moment->from == moment->to) return moment->from;
    i = moment->last - 1;
  }
  return {};
}

bool has_caption_mark(const Words& w, const Line& line) {
  for (std::size_t i = line.first; i < line.last; ++i) {
    const auto match = w.lexicon->longest(w.tokens, i, line.last);
    if (find(match.tags, Cls::caption) == nullptr) continue;
    const bool opened = w.is(i, "(") || (i > line.first && w.is_any(i - 1, {"(", "[", ".", "|"}));
    const bool named = w.is(i + match.length, ":") || w.is(i + match.length, "|");
    if ((opened && (named || i + 8 >= line.last)) || (named && (i == line.first || w.capital(i)) && line.word_count < 80)) return true;
  }
  return false;
}

bool is_list_item(const Words& w, const Line& line) {
  return w.is_any(line.first, {"-", "+", "•", "*", "–", "·"}) && line.word_count >= 3;
}

Role role_of(const Words& w, const Line& line) {
  if (is_doubled(w, line)) return Role::doubled;
  if (w.is_any(line.first, {">", "»", "►", "▶", "→", "▪", "☞"})) return Role::inline_mark;
  if (const auto n = begins_with(w, line, Cls::end_mark)) {
    const std::size_t behind = line.first + n;
    if ((line.word_count < 25 && w.is(line.last - 1, ":")) || behind >= line.last || (w.is_any(behind, {":", "(", "|"}) && (behind + 1 >= line.last || line.word_count <= n + 3)) ||
        (line.word_count <= n + 3 && !ends_sentence(w, line)))
      return Role::mark;
    if (w.is(behind, ":") && !ends_sentence(w, line)) return Role::inline_mark;
  }
  const bool sentence = ends_sentence(w, line);
  if (has_caption_mark(w, line) && line.word_count < 70 && (!sentence || line.word_count < 45)) {
    if (const auto n = begins_with(w, line, Cls::byline); n > 0 && line.word_count <= n + 6) return Role::byline;
    return Role::caption;
  }
  if (const auto n = begins_with(w, line, Cls::byline); n > 0 && line.word_count <= 10 && !(sentence && line.word_count > 8) &&
                                                        (w.is_any(line.first + n, {":", "/"}) || (w.capital(line.first + n) && !sentence)))
    return Role::byline;
  if (const auto n = begins_with(w, line, Cls::site); n > 0 && !sentence && (line.word_count <= n + 5 || w.is(line.first + n, "|"))) return Role::site;
  if (is_list_item(w, line)) return Role::item;
  if (w.is_number(line.first) && w.is(line.first + 1, "|") && line.word_count >= 5) return Role::item;  // a row of a table
  if (day_in(w, line) && !(sentence && line.word_count > 10)) return Role::day;
  if (line.word_count >= k_long || (sentence && line.word_count >= k_first_paragraph && !(ends_open(w, line) && line.word_count < 20))) return Role::paragraph;
  if (sentence && ends_open(w, line) && line.word_count >= 5) return Role::heading;
  if (sentence && line.word_count >= 5) return Role::item;
  return Role::heading;
}

bool is_report(const Words& w, const std::vector<Line>& lines) {
  std::size_t items = 0, head = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role == Role::item && is_list_item(w, lines[i])) ++items;
    if (i < 12 && lines[i].word_count < 40) {
      if (w.is(lines[i].first, "report") && w.tokens[lines[i].first].all_caps) ++head;
      for (std::size_t t = lines[i].first; t + 1 < lines[i].last; ++t)
        if ((w.is(t, "báo") && w.is(t + 1, "cáo") && w.tokens[t].all_caps) || (w.is(t, "độc") && w.is(t + 1, "lập") && w.capital(t))) ++head;
    }
  }
  return head > 0 && (items > 2 || lines.size() > 12);
}

/// Share of the words of `a` that `b` has too.
double overlap(const Words& w, const Line& a, const Line& b) {
  if (a.word_count == 0 || b.last - b.first > 300 || a.last - a.first > 100) return 0;
  std::size_t same = 0, all = 0;
  for (std::size_t i = a.first; i < a.last; ++i) {
    if (!w.is_word(i)) continue;
    ++all;
    for (std::size_t j = b.first; j < b.last; ++j)
      if (w.key(i) == w.key(j)) {
        ++same;
        break;
      }
  }
  return all == 0 ? 0 : static_cast<double>(same) / static_cast<double>(all);
}

/// A headline that leads elsewhere, between two paragraphs: "Nơi: chuyện gì", often with a number.
bool looks_like_link(const Words& w, const Line& line) {
  bool colon = false, digit = false;
  for (std::size_t i = line.first; i < line.last; ++i) {
    colon |= i > line.first && i < line.first + 8 && i + 1 < line.last && w.is(i, ":");
    digit |= w.is_number(i) && i > line.first;
  }
  if (w.is_number(line.first)) return line.word_count > 10;
  return (colon && line.word_count >= 6) || (digit && line.word_count >= 8) || line.word_count > 18;
}

/// The same line twice in a row: a picture's text and its caption, or the headline of a related article.
/// A line that repeats one of the head (the title) is a picture's text.
void mark_pairs(const Words& w, std::vector<Line>& lines) {
  const auto same = [&](const Line& a, const Line& b) {
    if (a.last - a.first != b.last - b.first || a.word_count < 4) return false;
    for (std::uint32_t i = 0; i < a.last - a.first; ++i)
      if (w.key(a.first + i) != w.key(b.first + i)) return false;
    return true;
  };
  bool body = false;
  std::vector<std::size_t> head;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    body |= lines[i].role == Role::paragraph;
    if (!body && lines[i].role == Role::heading && head.size() < 12) head.push_back(i);
    if (body && lines[i].role == Role::heading && std::ranges::any_of(head, [&](std::size_t h) { return same(lines[h], lines[i]); })) {
      lines[i].role = Role::caption;
      continue;
    }
    if (!body || !same(lines[i], lines[i + 1])) continue;
    const bool headline = !ends_sentence(w, lines[i]) && lines[i].role != Role::caption;
    lines[i].role = lines[i + 1].role = headline ? Role::mark : Role::caption;
  }
}

struct Sorter {
  const Words& w;
  std::vector<Line> lines;
  Layout out;

  std::size_t body_first() const {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].role == Role::paragraph && !(out.report && in_report_head(lines[i]))) return i;
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (lines[i].role == Role::item) return i;
    return lines.size();
  }
  /// The two columns at the top of an office paper, or its subject line.
  bool in_report_head(const Line& line) const { return !ends_sentence(w, line); }

  /// A related article: its headline twice in one line, then a paragraph that tells the same.
  bool related(std::size_t i) const {
    return lines[i].role == Role::doubled && i + 1 < lines.size() && lines[i + 1].role == Role::paragraph && !lines[i + 1].after_blank && overlap(w, lines[i], lines[i + 1]) >= 0.65;
  }
  std::size_t body_last(std::size_t first) const {
    std::size_t end = first;
    while (end < lines.size() && lines[end].role != Role::mark && !related(end)) ++end;
    std::size_t last = first;
    for (std::size_t i = first; i < end; ++i)
      if (lines[i].role == Role::paragraph || lines[i].role == Role::item) last = i;
    return last;
  }

  void head(std::size_t first) {
    std::size_t best = lines.size();
    for (std::size_t i = 0; i < first; ++i) {
      if (!out.published && (lines[i].role == Role::day)) out.published = day_in(w, lines[i]);
      if (lines[i].role != Role::heading && lines[i].role != Role::item && lines[i].role != Role::paragraph) continue;
      if (best == lines.size() || lines[i].word_count >= lines[best].word_count) best = i;
    }
    for (std::size_t i = 0; i < first && !out.published; ++i) out.published = day_in(w, lines[i]);
    if (best < lines.size()) out.title = std::string(w.between(lines[best].first, lines[best].last));
  }

  void tail(std::size_t last) {
    for (std::size_t i = last + 1; i < std::min(lines.size(), last + 6) && !out.published; ++i)
      if (lines[i].role == Role::byline || lines[i].role == Role::day || lines[i].role == Role::heading) out.published = day_in(w, lines[i]);
  }

  /// Do blank lines part the paragraphs? Then two lines without one between them belong together.
  bool spaced(std::size_t first, std::size_t last) const {
    std::size_t paragraphs = 0, apart = 0;
    for (std::size_t i = first; i <= last; ++i) {
      if (lines[i].role != Role::paragraph) continue;
      ++paragraphs;
      if (lines[i].after_blank) ++apart;
    }
    return paragraphs > 1 && apart * 3 >= paragraphs * 2;
  }

  void keep(std::vector<Stretch>& where, const Line& line) const { where.push_back({line.first, line.last}); }

  /// A heading and a short text glued to it, when the heading only repeats the text or the title: picture and caption.
  bool caption_pair(std::size_t i, std::size_t last, bool blank_lines, const Line* title) const {
    if (i + 1 > last || lines[i + 1].after_blank || !blank_lines) return false;
    if (lines[i + 1].role == Role::caption) return true;
    if (lines[i + 1].word_count > 60) return false;
    const bool alone = i + 2 > last || lines[i + 2].after_blank;
    return alone && lines[i].after_blank &&
           (overlap(w, lines[i], lines[i + 1]) >= 0.5 || (title != nullptr && overlap(w, lines[i], *title) >= 0.6));
  }

  const Line* title_line(std::size_t first) const {
    for (std::size_t i = 0; i < first; ++i)
      if (!out.title.empty() && w.between(lines[i].first, lines[i].last) == out.title) return &lines[i];
    return nullptr;
  }

  void body(std::size_t first, std::size_t last) {
    const bool blank_lines = spaced(first, last) && !out.report;
    const Line* title = title_line(first);
    for (std::size_t i = first; i <= last; ++i) {
      const Line& line = lines[i];
      switch (line.role) {
        case Role::doubled: case Role::mark: case Role::inline_mark: case Role::site: case Role::blank:
          continue;
        case Role::caption:
          keep(out.captions, line);
          continue;
        case Role::heading: case Role::day: case Role::byline:
          if (out.report) break;
          if (caption_pair(i, last, blank_lines, title)) {
            keep(out.captions, line);
            if (lines[i + 1].role != Role::caption) keep(out.captions, lines[++i]);
            continue;
          }
          if (blank_lines && !line.after_blank && i > first) continue;  // a link glued to the paragraph above
          if (looks_like_link(w, line)) continue;
          break;
        case Role::paragraph: case Role::item:
          break;
      }
      keep(out.body, line);
    }
  }
};

}  // namespace

Layout find_body(const Words& words) {
  Sorter sorter{words, lines_of(words), {}};
  for (Line& line : sorter.lines) line.role = role_of(words, line);
  mark_pairs(words, sorter.lines);
  sorter.out.report = is_report(words, sorter.lines);
  const std::size_t first = sorter.body_first();
  if (first >= sorter.lines.size()) {
    // No sentence at all: everything is body, so that a pasted list is still read.
    for (const Line& line : sorter.lines) sorter.keep(sorter.out.body, line);
    return sorter.out;
  }
  const std::size_t last = sorter.body_last(first);
  sorter.head(first);
  sorter.tail(last);
  sorter.body(first, last);
  return sorter.out;
}

}  // namespace nc::intake
