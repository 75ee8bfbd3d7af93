// Who gives, helps or builds: the words of the sentence that name them, and those remembered from the sentences before.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

/// "do tổ chức X (Hà Lan) tài trợ", "do ông Y hỗ trợ": where the name begins; 0: no such words.
std::uint32_t doer_before(const Scene& s, const Mention& verb) {
  const Words& w = s.w;
  for (std::uint32_t i = verb.first; i > s.s.first && i + 30 > verb.first; --i) {
    // "được Đại sứ quán Nhật Bản viện trợ": a name stands between; "được tặng" has none.
    bool named = w.is(i - 1, "do");
    for (std::uint32_t k = i; w.is(i - 1, "được") && k < verb.first; ++k) named |= w.is_word(k) && w.capital(k);
    if (i < verb.first && named) return i;
    if (w.is_any(i - 1, {";", ":"})) break;
  }
  return 0;
}

/// Where "by" or "from" stands that names the giver behind an English verb: "run by", "funded to the tune of $175,000 by"; 0: nowhere.
std::uint32_t by_behind(const Scene& s, const Mention& verb) {
  const Words& w = s.w;
  if (!s.d.english) return 0;
  if (w.is(verb.last - 1, "by")) return verb.last - 1;
  const bool participle = w.is_word(verb.first) && (w.key(verb.last - 1).ends_with("ed") || w.is_any(verb.last - 1, {"run", "built", "with", "met", "given", "paid"}));
  if (!participle) return 0;
  std::uint32_t by = verb.last;
  while (by < s.s.last && by < verb.last + 12 && !w.is_any(by, {"by", "from", ",", ";", ".", "and"})) ++by;
  const bool named = by + 1 < s.s.last && w.is_any(by, {"by", "from"}) && (w.capital(by + 1) || w.is_any(by + 1, {"the", "a", "an"}));
  return by > verb.last && named && s.between(verb.last, by, [](const Mention& m) { return m.is(Cls::verb); }) == nullptr ? by : 0;
}

/// The name behind "by". A small word behind it that no name goes on with is the next verb: "run by Saigon Children started".
Stretch name_behind_by(const Scene& s, std::uint32_t by) {
  const Words& w = s.w;
  Stretch name{by + 1, by + 1};
  bool capital_seen = false;
  const auto goes_on = [&](std::uint32_t i) {
    capital_seen |= w.capital(i);
    return !capital_seen || w.capital(i) || !w.is_word(i) || w.capital(i + 1) || w.is_any(i, {"of", "and"});
  };
  while (goes_on(name.last) && name.last < s.s.last && !w.is_any(name.last, {",", ".", ";", "to", "for", "worth", "with", "in", "which"}) && name.last < name.first + 14) ++name.last;
  return name;
}

/// "một món quà của Tổ chức X": up to the next small word.
Stretch name_behind_of(const Scene& s, std::uint32_t of) {
  Stretch name{of + 1, of + 1};
  while (name.last < s.s.last && !s.w.is_any(name.last, {",", ".", ";", "với", "cho", "để", "trị", "worth", "with", "for", ":", "đã", "nhằm", "thực"}) && name.last < name.first + 16) ++name.last;
  return name;
}

/// "Room to Read, a US-based NGO, granted": where the name ends that stands before what explains it; else `comma`.
std::uint32_t before_apposition(const Scene& s, std::uint32_t comma) {
  const Words& w = s.w;
  std::uint32_t k = comma;
  while (k > s.s.first && !w.is_any(k - 1, {",", ";", ":"})) --k;
  const bool explains = w.is_any(k, {"a", "an", "the", "một"}) && k > s.s.first + 1 && w.is(k - 1, ",") && w.capital(k - 2) && !w.is_any(k + 1, {"japanese", "korean"}) &&
                        s.left(k, 2, [](const Mention& m) { return m.is(Cls::verb); }) == nullptr;
  return explains ? k - 1 : comma;
}

/// Back to the beginning of the clause, over brackets.
std::uint32_t clause_begin(const Scene& s, std::uint32_t i) {
  const Words& w = s.w;
  int depth = 0;
  while (i > s.s.first) {
    if (w.is(i - 1, ")")) ++depth;
    if (w.is(i - 1, "(") && depth > 0) {
      --depth;
    } else if (depth == 0 && (w.is_any(i - 1, {",", ";", ":", "–"}) || (w.is(i - 1, "-") && !w.glued(i - 1) && !w.capital(i)))) {
      break;
    }
    --i;
  }
  return i;
}

/// The subject of an active verb; one comma is passed for "a Japanese donor, Peace Winds, gave".
Stretch subject_of(const Scene& s, const Mention& verb) {
  const Words& w = s.w;
  std::uint32_t i = verb.first, last = verb.first;
  if (i > s.s.first && w.is_any(i - 1, {"which", "who"})) --i;
  if (i > s.s.first && w.is(i - 1, ",")) i = last = before_apposition(s, i - 1);
  i = clause_begin(s, i);
  // Dates and what leads in are no part of the name; a verb before ends it.
  for (const Mention* m : s.mentions) {
    if (m->first < i || m->last > verb.first) continue;
    // "Hội dự kiến trao": what stands right before the verb belongs to it, not to the name.
    if (m->last + 1 >= verb.first && (m->is(Cls::planned) || m->moment >= 0) && m->first > i + 1 && last == verb.first) return {i, m->first};
    if (m->moment >= 0 || m->is(Cls::subset) || (m->is(Cls::verb) && !m->is(Cls::partner) && !m->is(Cls::org_head)) || m->is(Cls::planned)) i = std::max(i, m->last);
  }
  return {i, last};
}

/// What follows the name: its verb ("Tổ chức GPI đã quyết định tài trợ"), or those who gave with it ("Tổ chức X (Na Uy) cùng Liên hiệp ...").
void end_name_early(const Scene& s, Stretch& name) {
  const Words& w = s.w;
  for (std::uint32_t i = name.first + 2; i < name.last; ++i)
    if (!w.capital(i) && w.is_any(i, {"đã", "vừa", "sẽ", "has", "have", "will"})) name.last = i;
  for (std::uint32_t i = name.first + 2; i + 1 < name.last; ++i)
    if (w.is(i, "cùng") && w.capital(i + 1)) name.last = i;
}

/// Does a verb follow at once, so that this is who acts?
bool right_is_verb(const Scene& scene, const Mention& m) {
  return scene.right(m.last, 2, [](const Mention& n) { return n.is(Cls::verb) && !n.is(Cls::org_head, "union"); }) != nullptr;
}
}  // namespace

bool Extractor::is_home_name(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last;) {
    const auto match = w.lexicon->longest(w.tokens, i, last);
    if (has(match.tags, Cls::org_head, "union") || has(match.tags, Cls::org_head, "national") || (find(match.tags, Cls::home) && (i + match.length >= last || w.is_any(i + match.length, {"tỉnh", "thành", "và", "đã", ","})))) return true;
    if (const Tag* place = find(match.tags, Cls::province); place != nullptr && i > 0 && !d.home.empty() && place->value == d.home && w.is_any(i - 1, {"tỉnh", "phố", "tp", ".", "đoàn", "của"})) return true;
    if (find(match.tags, Cls::member_org) && w.is(i, "hội") && w.is(i + 1, "hữu")) {
      // "Hội hữu nghị Việt Nam - Lào" is ours, "Hội hữu nghị Campuchia - Việt Nam" theirs.
      for (std::uint32_t k = i; k < last; ++k) {
        if (w.is(k, "việt") && w.is_any(k + 1, {"nam", "-", "–"})) return true;
        if (!w.is_any(k, {"hội", "hữu", "nghị"}) && find(w.lexicon->longest(w.tokens, k, last).tags, Cls::country) != nullptr) return false;
      }
    }
    if (w.is_any(i, {"ubnd", "sở", "mttq"}) || (w.is(i, "hội") && w.is(i + 1, "viên")) || (w.is(i, "chúng") && w.is_any(i + 1, {"ta", "tôi"}))) return true;
    i += static_cast<std::uint32_t>(std::max<std::size_t>(match.length, 1));
  }
  return false;
}

/// Organisations or friends from abroad in the plural, without a name: what they give is the total of a period.
bool Extractor::is_many(const Scene& scene, const Giver& g) const {
  bool abroad = false, plural = d.english;
  for (const Mention* m : scene.mentions) {
    if (m->first < g.first || m->last > g.last) continue;
    abroad |= m->is(Cls::partner) || m->is(Cls::foreign, "") || m->is_verb({"aid"});
    if (m->quantity >= 0) plural = true;  // "64 tổ chức nước ngoài"
    if (m->is(Cls::org_head, "known") || !m->value(Cls::country).empty()) return false;
  }
  for (std::uint32_t i = g.first; i < g.last; ++i) {
    if (w.is(i, "này")) return false;  // "tổ chức này": one that was named before
    plural |= (i == g.first && i > scene.s.first && w.is(i - 1, ",")) || w.is_any(i, {"các", "nhiều", "những"}) || (i > scene.s.first && i == g.first && w.is_any(i - 1, {"các", "nhiều", "những"}));
    abroad |= i + 1 < g.last && w.is(i, "nước") && w.is(i + 1, "ngoài");
    const bool name = w.is_word(i) && w.capital(i) && !w.tokens[i].all_caps && i > scene.s.first;
    if (name) return false;
  }
  return abroad && plural;
}

/// The words that may name the giver.
Stretch Extractor::giver_words(const Scene& scene, const Mention& verb) const {
  if (const std::uint32_t doer = doer_before(scene, verb); doer > 0) return {doer, verb.first};
  if (const std::uint32_t by = by_behind(scene, verb); by > 0) return name_behind_by(scene, by);
  if (w.is_any(verb.last, {"của", "by", "từ", "bởi", "from"})) return name_behind_of(scene, verb.last);
  return subject_of(scene, verb);
}

/// Do the words name somebody? Not "tổ chức này", and not what holds a number: that is the object of the verb before.
bool Extractor::is_name(const Scene& scene, const Stretch& words) const {
  const bool leads = words.first == scene.s.first;
  const std::uint32_t length = words.last > words.first ? words.last - words.first : 0;
  bool capital = leads && length > 1;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    if (w.is_any(i, {"này", "ấy", "đó"})) return false;
    capital |= w.is_word(i) && w.capital(i) && (!leads || i != words.first || w.tokens[i].all_caps);
  }
  const bool object = scene.right(words.first, 24, [&](const Mention& m) { return m.quantity >= 0 && m.last <= words.last; }) != nullptr;
  return capital && !object && (length > (leads ? 1U : 0U) || (length == 1 && w.tokens[words.first].all_caps));
}

/// "Bà X, đại diện Quỹ Y (Tây Ban Nha), thông báo sẽ dành ...": the organisation named before in the sentence.
void Extractor::take_organisation_before(const Scene& scene, const Stretch& words, Giver& g) const {
  if (words.first <= scene.s.first + 2 || (words.last > words.first && is_home_name(words.first, words.last))) return;
  const Mention* org = scene.left(words.first, 16, [&](const Mention& m) { return m.is(Cls::org_head) && !m.is(Cls::verb) && !m.is(Cls::member_org) && w.capital(m.last) && w.capital(m.first); });
  if (org == nullptr) return;
  std::uint32_t end = org->last;
  while (end < words.first && !w.is_any(end, {",", "(", ";", "cho", "đã"})) ++end;
  g.first = org->first;
  g.last = end;
  g.name = tidy_name(w, org->first, end);
  g.countries = scene.countries(org->first, words.first);
  g.known = true;
}

bool Extractor::acts_from_abroad(const Scene& scene, const Giver& g) const {
  if (is_home_name(g.first, std::max(g.last, g.first))) return false;
  // "do Hà Tĩnh giúp bạn xây dựng"
  const Mention* place = scene.right(g.first, 0, [](const Mention& m) { return m.is(Cls::province); });
  if (place != nullptr && place->value(Cls::province) == d.home && g.first > scene.s.first && w.is(g.first - 1, "do")) return false;
  // "Hội Cựu chiến binh phường X": units of our own administration, where no country is named.
  for (std::uint32_t i = g.first; g.countries.empty() && i < g.last; ++i)
    if (w.is_any(i, {"phường", "xã", "huyện", "quận"}) && w.capital(i + 1)) return false;
  return true;
}

Giver Extractor::giver(const Scene& scene, const Mention& verb) const {
  Stretch name = giver_words(scene, verb);
  if (name.last < name.first) name.last = verb.first;
  end_name_early(scene, name);
  for (std::uint32_t i = name.first; d.english && i + 1 < name.last; ++i)
    if (w.is_any(i, {"is", "are", "was", "were", "includes", "include"})) name.first = i + 1;  // "Among the donors is the X Fund, which ..."
  Giver g;
  g.first = name.first;
  g.last = name.last;
  if (name.last > name.first + 24) name.first = name.last - 24;  // no name is longer
  g.name = tidy_name(w, name.first, name.last);
  g.countries = scene.countries(name.first, std::max(name.last, verb.first));
  g.known = !g.name.empty() && is_name(scene, name);
  if (!g.known) take_organisation_before(scene, name, g);
  g.foreign = acts_from_abroad(scene, g);
  g.many = is_many(scene, g);
  return g;
}

Giver Extractor::giver_or_last(const Scene& scene, const Mention& verb) const {
  Giver g = giver(scene, verb);
  const bool home_alone = !g.foreign;
  if (g.known || home_alone) return g;
  // "Đắk Nông tiếp nhận 46 sinh viên, hỗ trợ xây dựng 1 trường học": the subject of the sentence is home.
  const Mention* subject = scene.left(verb.first, 40, [&](const Mention& m) {
    return (m.is(Cls::province) && m.value(Cls::province) == d.home) || m.is(Cls::org_head, "union") || (m.is(Cls::home, "") && w.capital(m.first));
  });
  if (subject != nullptr && subject->first <= scene.s.first + 12 && right_is_verb(scene, *subject)) {
    g.foreign = false;
    g.name = std::string(w.between(subject->first, subject->last));
    return g;
  }
  // "Tổ chức này sẽ tài trợ", "the charity also paid": the organisation named with its country just before.
  bool anaphora = false;
  for (std::uint32_t i = g.first; i < verb.first; ++i) {
    if (!w.is_word(i) || find(w.lexicon->longest(w.tokens, i, verb.first).tags, Cls::org_head) == nullptr) continue;
    const std::uint32_t behind = i + static_cast<std::uint32_t>(w.lexicon->longest(w.tokens, i, verb.first).length);
    anaphora |= w.is_any(behind, {"này", "trên"}) || (i > 0 && w.is_any(i - 1, {"the", "this"}) && !w.capital(i));
  }
  if (anaphora && last_org_.known && scene.index - last_org_sentence_ <= 3) return last_org_;
  if (last_giver_.known && scene.index - last_giver_sentence_ <= 6) return last_giver_;
  return g;
}

/// Remembers the last organisation from abroad that the sentence names: "tổ chức Global Civic Sharing (Hàn Quốc)".
void Extractor::note_organisation(const Scene& scene) {
  for (const Mention* m : scene.mentions) {
    if (!m->is(Cls::org_head) || m->is(Cls::member_org)) continue;
    const bool known = m->is(Cls::org_head, "known");
    if (!known && !w.capital(m->last)) continue;
    std::uint32_t end = m->last;
    while (end < scene.s.last && end < m->last + 10 && !w.is_any(end, {"(", ",", ".", ";", "và", "với", "đã", "tài", "and", "has"})) ++end;
    if (is_home_name(m->first, end)) continue;
    const auto countries = scene.countries(m->first, std::min(end + 4, scene.s.last));
    if (countries.empty() && !known) continue;
    last_org_ = {tidy_name(w, m->first, end), countries, true, true, false, m->first, end};
    last_org_sentence_ = scene.index;
  }
}

}  // namespace nc::intake
