// Sentences, and in them words with a meaning, numbers and dates.
#include "intake/document.h"

#include <algorithm>

#include "intake/asides.h"
#include "intake/publisher.h"

namespace nc::intake {
namespace {

// Rules look at all pairs of words in a sentence, so that a text without any full stop is cut to keep reading linear.
// Longer texts than people write get shorter pieces.
constexpr std::uint32_t k_sentence = 200, k_short_sentence = 60;
constexpr std::size_t k_long_text = 300'000;

bool is_abbreviation(const Words& w, std::size_t dot) {
  if (dot == 0 || !w.glued(dot)) return false;
  if (w.is_any(dot - 1, {"tp", "tr", "ts", "ths", "gs", "pgs", "st", "mr", "mrs", "ms", "dr", "no", "tx", "tt", "bs", "u", "vs", "inc", "co"})) return true;
  // "U.S. dollars", "the U.S. Embassy"
  if (dot > 2 && w.is(dot - 2, ".") && w.glued(dot - 1) && w.glued(dot - 2) && w.capital(dot - 1) && w.capital(dot - 3) && w.tokens[dot - 1].end - w.tokens[dot - 1].begin == 1) return true;
  // Initials: "Myrna V. Pagán", "T.L".
  return w.tokens[dot - 1].end - w.tokens[dot - 1].begin <= 2 && w.capital(dot - 1) && w.is_word(dot - 1) && w.capital(dot + 1);
}

bool ends_here(const Words& w, std::size_t i, std::size_t end) {
  if (w.is(i, ";")) return true;
  if (w.is_any(i, {"!", "?"})) return true;
  if (!w.is_any(i, {".", "…"})) return false;
  if (i + 1 >= end) return true;
  if (w.glued(i + 1) && !w.is_any(i + 1, {"\"", "”", "’", ")"})) return false;
  return !is_abbreviation(w, i);
}

void cut_sentences(Document& d) {
  const Words& w = d.words;
  const std::uint32_t longest = w.size() > k_long_text ? k_short_sentence : k_sentence;
  for (std::uint32_t p = 0; p < d.layout.body.size(); ++p) {
    const Stretch line = d.layout.body[p];
    std::uint32_t start = line.first;
    for (std::uint32_t i = line.first; i < line.last; ++i) {
      if (!ends_here(w, i, line.last) && i + 1 < line.last && i - start < longest) continue;
      Sentence s;
      s.first = start;
      s.last = i + 1;
      s.paragraph = p;
      d.sentences.push_back(s);
      start = i + 1;
    }
  }
}

/// A country or place word inside a person's name ("Lê Văn Đức") or a longer name is none.
bool is_in_name(const Words& w, std::size_t at, std::size_t first, const Lexicon::Match& match) {
  // "Ủy ban Hòa bình" is no province: names of places have capitals throughout.
  if (match.length == 2 && find(match.tags, Cls::province) != nullptr && w.is_word(at + 1) && !w.capital(at + 1)) return true;
  if (match.length != 1 || at == first) return false;
  if (find(match.tags, Cls::country) == nullptr && find(match.tags, Cls::province) == nullptr) return false;
  if (!w.is_word(at - 1) || !w.capital(at - 1) || w.tokens[at - 1].all_caps) return false;
  const auto before = w.lexicon->longest(w.tokens, at - 1, at);
  if (before.length == 1 && (find(before.tags, Cls::org_head) || find(before.tags, Cls::person_title) || find(before.tags, Cls::country) || find(before.tags, Cls::stop))) return false;
  return !w.is_any(at - 1, {"hội", "nước", "người", "tiếng", "việt", "quốc"});
}

bool sentence_is_future(const Words& w, const Sentence& s) {
  for (std::size_t i = s.first; i < s.last;) {
    const auto match = w.lexicon->longest(w.tokens, i, s.last);
    if (find(match.tags, Cls::planned) != nullptr) return true;
    i += std::max<std::size_t>(match.length, 1);
  }
  return s.planned;
}

/// Is a day at `at` one to come? Where an act was told between the day and the word of intention, the day is that act's:
/// "on March 27 signed a pact under which each side will host ...".
bool ahead_at(const Document& d, const Sentence& s, std::uint32_t at, bool goes_on) {
  const Words& w = d.words;
  if (goes_on || !w.is_word(at) || !d.english) return true;
  for (std::size_t i = s.first; i < at;) {
    const auto match = w.lexicon->longest(w.tokens, i, at);
    if (find(match.tags, Cls::planned) != nullptr) return true;
    i += std::max<std::size_t>(match.length, 1);
  }
  for (std::size_t i = at; i < s.last;) {
    const auto match = w.lexicon->longest(w.tokens, i, s.last);
    if (find(match.tags, Cls::planned) != nullptr) return true;
    if (find(match.tags, Cls::verb) != nullptr && find(match.tags, Cls::org_head) == nullptr && find(match.tags, Cls::event) == nullptr) return false;
    i += std::max<std::size_t>(match.length, 1);
  }
  return false;
}

bool take_moment(Document& d, Mention& m, const Sentence& s, bool ahead) {
  auto moment = read_moment(d.words, m.first, s.last, d.calendar, ahead);
  if (!moment) return false;
  m.last = std::max(moment->last, m.first + 1);
  m.moment = static_cast<int>(d.moments.size());
  d.moments.push_back(std::move(*moment));
  return true;
}

bool take_quantity(Document& d, Mention& m, const Sentence& s) {
  const auto quantity = read_quantity(d.words, m.first, s.last);
  if (!quantity) return false;
  m.last = std::max(quantity->last, m.first + 1);
  m.quantity = static_cast<int>(d.quantities.size());
  d.quantities.push_back(*quantity);
  return true;
}

/// "Tổ chức Cứu trợ Trẻ em": a verb with a capital is part of the name that began.
bool continues_name(const Document& d, const Mention& m, const Sentence& s) {
  if (s.mention_first == d.mentions.size() || d.mentions.back().last != m.first || !d.mentions.back().is(Cls::org_head)) return false;
  return d.words.capital(m.first) && !d.words.tokens[m.first].all_caps && m.is(Cls::verb) && !m.is(Cls::org_head);
}

/// A phrase of the lexicon. Without one, `m.last` says where to read on.
bool take_phrase(const Document& d, Mention& m, const Sentence& s) {
  const auto match = d.words.lexicon->longest(d.words.tokens, m.first, s.last);
  m.last = m.first + 1;
  if (match.length == 0 || is_in_name(d.words, m.first, s.first, match)) return false;
  m.last = m.first + static_cast<std::uint32_t>(match.length);
  m.tags = match.tags;
  return !continues_name(d, m, s);
}

void find_mentions(Document& d, Sentence& s) {
  s.mention_first = static_cast<std::uint32_t>(d.mentions.size());
  // "Năm 2025 sẽ ...; đăng cai diễn đàn vào tháng 4": the plan goes on behind the semicolon.
  const bool goes_on = s.first > 0 && d.words.is(s.first - 1, ";") && &s != d.sentences.data() && (&s - 1)->future;
  s.future = goes_on || sentence_is_future(d.words, s);
  for (std::uint32_t i = s.first; i < s.last;) {
    Mention m{.first = i};
    const bool ahead = s.future && ahead_at(d, s, i, goes_on || s.planned);
    const bool taken = take_moment(d, m, s, ahead) || take_quantity(d, m, s) || take_phrase(d, m, s);
    if (taken) d.mentions.push_back(m);
    i = m.last;
  }
  s.mention_last = static_cast<std::uint32_t>(d.mentions.size());
}

/// Headings of work plans in reports: "II. NHIỆM VỤ 6 THÁNG CUỐI NĂM", "Phương hướng ...". What follows is planned until
/// the next heading of the same kind.
void mark_plan_sections(Document& d) {
  const Words& w = d.words;
  bool planned = false;
  for (std::size_t p = 0, s = 0; p < d.layout.body.size(); ++p) {
    const Stretch line = d.layout.body[p];
    bool caps = true, plan = false, letters = false;
    std::size_t length = 0;
    const bool part = w.is_any(line.first, {"i", "ii", "iii", "iv", "v", "vi", "a", "b", "c"}) && w.capital(line.first) && w.is_any(line.first + 1, {".", "/", ")"});
    for (std::size_t i = line.first; i < line.last; ++i) {
      if (!w.is_word(i)) continue;
      ++length;
      if (w.tokens[i].end - w.tokens[i].begin > 3) letters = true, caps &= w.tokens[i].all_caps;
      plan |= (w.is(i, "nhiệm") && w.is(i + 1, "vụ")) || (w.is(i, "phương") && w.is(i + 1, "hướng")) || (w.is(i, "kế") && w.is(i + 1, "hoạch"));
      plan |= w.is_any(i, {"tasks", "plans", "orientations", "directions", "priorities", "objectives"});
      plan |= (w.is(i, "chương") && w.is(i + 1, "trình") && w.is(i + 2, "công") && w.is(i + 3, "tác")) || (w.is(i, "định") && w.is(i + 1, "hướng")) ||
              (w.is(i, "mục") && w.is(i + 1, "tiêu")) || (w.is(i, "dự") && w.is(i + 1, "kiến"));
    }
    const bool heading = length < 30 && letters && (part || caps) && !w.is_any(line.last - 1, {".", ";", ","});
    if (heading) planned = plan && !(w.is(line.first + 2, "kết") && w.is(line.first + 3, "quả"));
    // "Nhiệm vụ 6 tháng cuối năm 2025" as a line of its own
    if (!heading && length < 16 && d.layout.report && plan && w.is_any(line.last - 1, {":"}) ) planned = true;
    for (; s < d.sentences.size() && d.sentences[s].paragraph == p; ++s) d.sentences[s].planned = planned && !heading;
  }
}

Date latest_date(const Document& d) {
  Date latest;
  for (const Moment& m : d.moments)
    if (m.kind == Moment::Kind::day && m.year_stated && (!latest || m.to > latest)) latest = m.to;
  return latest;
}

bool is_english(const Words& w) {
  std::size_t english = 0, vietnamese = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(w.size(), 4000); ++i) {
    if (w.is_any(i, {"the", "of", "and", "in", "to", "with"})) ++english;
    if (w.is_any(i, {"và", "của", "các", "được", "trong", "với"})) ++vietnamese;
  }
  return english > vietnamese;
}

}  // namespace

void understand(Document& d, Date published) {
  d.layout = find_body(d.words);
  if (published) d.layout.published = published;
  d.calendar.published = d.layout.published;
  d.english = is_english(d.words);
  cut_sentences(d);
  mark_plan_sections(d);
  for (Sentence& s : d.sentences) find_mentions(d, s);
  if (!d.calendar.published && latest_date(d)) {
    // Read once more with something to hold relative dates against.
    d.calendar.published = latest_date(d);
    d.mentions.clear();
    d.moments.clear();
    d.quantities.clear();
    for (Sentence& s : d.sentences) find_mentions(d, s);
  }
  mark_asides(d);
  find_publisher(d);
}

}  // namespace nc::intake
