// Which numbers of a text are only compared with.
#include "intake/asides.h"

#include <algorithm>

#include "base/number.h"

namespace nc::intake {
namespace {

/// "2024:", a year before the text's own.
bool opens_past_year(const Document& d, std::size_t at) {
  const Words& w = d.words;
  if (!d.calendar.published || !w.is_number(at) || w.key(at).size() != 4 || !w.is(at + 1, ":")) return false;
  const auto year = parse_int(w.key(at));
  return year && *year > 1900 && *year < d.calendar.published.year();
}

/// Does the bracket from `open` to `close` tell last year's numbers: "(cùng kỳ 06 khoản)", "(năm 2023 là 12 đoàn)",
/// "(5 tháng năm 2024: 06 khoản, 7,8 tỷ đồng)"?
bool compares(const Document& d, std::size_t open, std::size_t close) {
  const Words& w = d.words;
  const bool of_year = w.is(open + 1, "năm") && w.is_number(open + 2);
  if (of_year && open + 3 < close && (w.is_word(open + 3) || w.is(open + 3, ":"))) return true;
  for (std::size_t i = open + 1; i < close; ++i) {
    if (has(w.lexicon->longest(w.tokens, i, close).tags, Cls::compare, "")) return true;
    if (i < open + 7 && opens_past_year(d, i)) return true;
  }
  return false;
}

void mark_brackets(Document& d, const Stretch& line) {
  for (std::size_t i = line.first; i < line.last; ++i) {
    if (!d.words.is(i, "(")) continue;
    std::size_t end = i + 1;
    while (end < line.last && !d.words.is(end, ")")) ++end;
    if (compares(d, i, end)) std::fill(d.aside.begin() + static_cast<std::ptrdiff_t>(i), d.aside.begin() + static_cast<std::ptrdiff_t>(end), true);
    i = end;
  }
}

/// "the figure was 31 a year earlier": the number before it.
void mark_number_before(Document& d, const Sentence& s, std::uint32_t token) {
  for (std::uint32_t i = token; i > s.first && i + 9 > token && !d.words.is_any(i - 1, {",", ";", "("}); --i) {
    if (!d.words.is_number(i - 1)) continue;
    d.aside[i - 1] = true;
    return;
  }
}

/// "tăng 5 đoàn", not "tăng cường hợp tác ... 5 đoàn"; "giảm còn 7 đoàn" tells the seven.
bool changes_by_number(const Words& w, std::uint32_t behind) {
  if (w.is_any(behind, {"lên", "thành", "từ", "còn", "xuống"})) return false;
  return w.is_number(behind) || w.is_number(behind + 1) || w.is_number(behind + 2);
}

/// "tăng 2 chi hội và 150 hội viên so với năm 2022": both numbers belong to the change.
bool goes_on_to_comparison(const Document& d, const Sentence& s, std::uint32_t mention) {
  for (std::uint32_t n = mention + 1; n < s.mention_last && !d.words.is(d.mentions[n].first - 1, ","); ++n)
    if (d.mentions[n].is(Cls::compare, "")) return true;
  return false;
}

/// Up to a comma, the end of the bracket, or, of a change by one number, to the next "và".
void mark_behind(Document& d, const Sentence& s, std::uint32_t token, bool one_number) {
  const Words& w = d.words;
  bool any = false;
  for (std::uint32_t i = token; i < s.last && !w.is_any(i, {")", ";"}); ++i) {
    if (w.is(i, ",") && !(w.is_number(i + 1) && w.glued(i + 1))) return;
    if (one_number && any && w.is_any(i, {"và", "and", "với", "gồm", "with"})) return;
    any |= w.is_number(i);
    d.aside[i] = true;
  }
}

void mark_clause(Document& d, const Sentence& s, std::uint32_t mention) {
  const Mention& m = d.mentions[mention];
  const Moment* moment = d.moment(m);
  if (!m.is(Cls::compare) && (moment == nullptr || !moment->before)) return;
  if (m.is(Cls::compare, "back")) return mark_number_before(d, s, m.first);
  const bool change = m.is(Cls::compare, "change");
  if (change && !changes_by_number(d.words, m.last)) return;
  mark_behind(d, s, m.last, change && !goes_on_to_comparison(d, s, mention));
}

}  // namespace

void mark_asides(Document& d) {
  d.aside.assign(d.words.size() + 1, false);
  for (const Stretch& line : d.layout.body) mark_brackets(d, line);
  for (const Sentence& s : d.sentences)
    for (std::uint32_t k = s.mention_first; k < s.mention_last; ++k) mark_clause(d, s, k);
}

}  // namespace nc::intake
