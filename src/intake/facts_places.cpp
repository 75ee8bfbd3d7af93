// Where something took place and who got it: fields that no rule of a kind decides by, filled when its sentence is read.
#include <algorithm>
#include <optional>

#include "intake/facts.h"

namespace nc::intake {
namespace {

/// Kinds of places in the order people write them: "ấp Phú Thạnh, xã Phú Quới (huyện Long Hồ)".
bool is_area(const Words& w, std::uint32_t i) {
  if (w.is_any(i, {"xã", "phường", "huyện", "quận", "tỉnh", "thôn", "ấp", "bản", "làng", "đảo", "khu", "tp"})) return true;
  return (w.is(i, "thị") && w.is_any(i + 1, {"xã", "trấn"})) || (w.is(i, "thành") && w.is(i + 1, "phố"));
}

bool ends_place(const Words& w, std::uint32_t i) {
  return w.is_any(i, {",",   ".",    ";",   ":",    "(",    ")",     "nhân", "với", "do",   "đã",   "được", "để",   "nhằm", "trong", "vào",
                      "có",  "cho",  "từ",  "ngày", "sáng", "chiều", "tối",  "sẽ",  "mỗi",  "trị",  "tổng", "gồm",  "bằng", "theo",  "như",
                      "khi", "nằm",  "ở",   "tại",  "vừa",  "cũng",  "còn",  "bị",  "“",    "|",    "bởi",  "giúp", "năm",  "tháng", "qua",
                      "là",  "không", "sang", "đến", "trao", "tặng", "hỗ",   "ký",  "tổ",   "đón"});
}

/// The place that begins at `first`, with the larger ones that follow behind commas; empty when it names none.
Stretch vietnamese_place(const Words& w, std::uint32_t first, std::uint32_t end) {
  if (w.is_any(first, {"các", "những", "hai", "một", "một số"})) ++first;
  if (w.is_number(first)) return {};
  if (w.is_any(first, {"buổi", "lễ", "đây", "chương", "cuộc", "hội", "đại", "nước", "địa", "nhiều", "sự", "phiên", "đó", "ngày", "các", "kỳ", "sân"}) &&
      !(w.is(first, "hội") && w.is(first + 1, "trường")) && !(w.is(first, "đại") && w.is(first + 1, "học")) && !(w.is(first, "sân") && w.is(first + 1, "vận")))
    return {};
  std::uint32_t last = first;
  bool named = false;
  for (std::uint32_t i = first; i < end && i < first + 26; ++i) {
    if (w.is(i, ",") && (is_area(w, i + 1) || (named && w.capital(i + 1) && is_area(w, first)))) continue;
    if (w.is(i, "(") && is_area(w, i + 1)) continue;
    if (w.is(i, ")") && i > first) {
      last = i + 1;
      break;
    }
    if (w.is(i, "và") && !(w.capital(i + 1) || is_area(w, i + 1))) break;
    const bool part = (w.is(i, "tổ") && !w.capital(i)) || w.is(i, "tại");
    if ((ends_place(w, i) && !(w.capital(i) && w.is_word(i))) || part || !(w.is_word(i) || w.is_number(i) || w.is_dash(i))) break;
    named |= w.capital(i) && w.is_word(i);
    last = i + 1;
  }
  const bool place_noun = is_area(w, first) || w.is_any(first, {"nhà", "trường", "bệnh", "công", "quảng", "trung", "bãi", "hội", "bảo", "khách", "sân", "cửa", "vườn"});
  return named || (place_noun && last > first + 1) ? Stretch{first, last} : Stretch{};
}

/// "Bien Dong Park", "the Paediatrics Hospital", "Honghe and Kunming": capitals behind a preposition.
Stretch english_place(const Words& w, std::uint32_t first, std::uint32_t end) {
  if (w.is(first, "the")) ++first;
  if (!w.is_word(first) || !w.capital(first)) return {};
  const auto month = w.lexicon->longest(w.tokens, first, first + 1);
  if (find(month.tags, Cls::month) != nullptr || find(month.tags, Cls::weekday) != nullptr || find(month.tags, Cls::currency) != nullptr) return {};
  std::uint32_t last = first;
  for (std::uint32_t i = first; i < end && i < first + 10; ++i) {
    const bool joins = w.is_any(i, {"of", "and", "district", "province", "district's", "commune", "city", "ward", "town"}) && i > first;
    const bool list = w.is(i, ",") && i > first && w.capital(i + 1) && w.is_any(i + 2, {"district", "province", "city", "ward", "commune"});
    if (!((w.is_word(i) && w.capital(i)) || joins || list)) break;
    if (!(w.is_any(i, {"of", "and"}) || list)) last = i + 1;
  }
  return {first, last};
}

/// "2 tập thể và 8 cá nhân": those counted with an award.
std::string counted_with(const Scene& s, const Stretch& award) {
  Stretch words;
  for (const Count& n : s.counts) {
    const bool who = n.cls == Cls::recipient || n.cls == Cls::person || n.cls == Cls::partner || n.cls == Cls::member_org || n.cls == Cls::branch;
    if (!who || n.first + 1 < award.first || n.first > award.last) continue;
    if (words.last == 0) words.first = n.first;
    words.last = n.last;
  }
  return std::string(s.w.between(words.first, words.last));
}

/// Where the subject of a verb begins: behind the last sign or date before it.
std::uint32_t start_of_subject(const Scene& s, const Mention& verb) {
  std::uint32_t first = verb.first;
  while (first > s.s.first && !s.w.is_any(first - 1, {",", ";", ":"})) --first;
  for (const Mention* m : s.mentions)
    if (m->moment >= 0 && m->last <= verb.first) first = std::max(first, m->last);
  return first;
}

/// "Liên hiệp được tặng Cờ thi đua": the subject of the passive verb; the publisher where it is no name.
std::string honoured_by_verb(const Scene& s, const Mention& got) {
  const std::uint32_t first = start_of_subject(s, got);
  std::string subject = tidy_name(s.w, first, got.first);
  if (s.d.publisher.empty()) return subject;
  const auto own = [](const Mention& m) { return m.is(Cls::home) || m.is(Cls::org_head, "union"); };
  const bool ours = got.first - first < 6 && s.between(first, got.first, own) != nullptr;
  const bool counted = s.between(first, std::min(first + 9, got.first), [](const Mention& m) { return m.quantity >= 0; }) != nullptr;
  return subject.empty() || ours || counted ? s.d.publisher : subject;
}

/// The words behind "cho" or "to", of what stands from `first` to before `until`.
std::string behind_preposition(const Scene& s, std::uint32_t first, std::uint32_t until) {
  const Words& w = s.w;
  for (std::uint32_t i = first; i < until; ++i) {
    if (!w.is_any(i, {"cho", "to", "for", "tới"}) || (w.is(i, "to") && w.is_number(i + 1))) continue;
    // "to renovate": a purpose, no person.
    if (s.d.english && s.verb_right(i + 1, 0, {"build", "fund", "give", "implement", "organise", "visit", "receive"}) != nullptr) continue;
    std::uint32_t last = i + 1;
    while (last < s.s.last && last < i + 16 && !w.is_any(last, {",", ".", ";", ":", "(", "nhân", "với", "trị", "mỗi", "do", "được", "trong", "tổng", "worth", "each", "on", "during", "tại", "bị", "in", "at", "from", "to", "for", "with", "who", "cho"})) ++last;
    std::string name = tidy_name(w, i + 1, last);
    if (!name.empty()) return name;
  }
  return {};
}

/// "ủng hộ Cuba", "hỗ trợ tỉnh Bắc Giang", "tặng Trung tâm Bảo trợ": right behind the verb.
std::string named_behind(const Scene& s, const Mention& verb, std::uint32_t until) {
  const std::uint32_t first = verb.last;
  if (first >= until || !s.w.is_word(first)) return {};
  if (s.right(first, 0, [](const Mention& m) { return m.quantity >= 0 || m.moment >= 0; }) != nullptr) return {};
  const auto organisation = [](const Mention& m) { return m.is(Cls::org_head) || m.is(Cls::home, "area"); };
  if (!s.w.capital(first) && s.right(first, 0, organisation) == nullptr) return {};
  std::uint32_t last = first;
  while (last < until && last < first + 12 && !ends_place(s.w, last) && s.w.is_word(last) && !s.w.is_number(last)) ++last;
  return tidy_name(s.w, first, last);
}

bool is_recipient(const Mention& m) {
  return m.is(Cls::recipient) || (m.is(Cls::person) && !m.is(Cls::person, "turn") && !m.is(Cls::person, "group"));
}

/// The people told, with the words that say more of them: "hộ nghèo xã Vĩnh Lộc".
std::string people_named(const Scene& s, const Mention& who) {
  const Words& w = s.w;
  std::uint32_t last = who.last;
  while (last < s.s.last && last < who.last + 8 && w.is_word(last) && !ends_place(w, last) && !w.is_any(last, {"suất", "phần", "chiếc", "in", "at", "from", "with", "to", "and", "on", "of", "for"})) ++last;
  return tidy_name(w, who.first, last);
}

/// Who was honoured: those counted with the award, else the subject of "được tặng".
std::optional<std::string> honoured(const Scene& s, const Candidate& award) {
  const std::uint32_t end = award.evidence.back().last;
  if (std::string counted = counted_with(s, {award.evidence.front().first, end}); !counted.empty()) return counted;
  const Mention* got = s.verb_left(end, 40, {"get"});
  if (got == nullptr || got->first == s.s.first) return std::nullopt;
  return honoured_by_verb(s, *got);
}

/// Who got it: the words behind "cho", those named between verb and number, or a country helped.
std::string recipient_near(const Scene& s, const Candidate& c, std::uint32_t until) {
  if (c.fact.kind == Kind::award)
    if (auto who = honoured(s, c)) return *who;
  if (std::string name = behind_preposition(s, c.evidence.front().first, until); !name.empty()) return name;
  const Mention* verb = s.verb_left(c.evidence.back().last, 40, {"give", "fund", "sponsor", "honour", "mobilise"});
  if (verb == nullptr) return {};
  const Mention* who = s.between(verb->last, std::min(until, verb->last + 31), is_recipient);
  return who != nullptr ? people_named(s, *who) : named_behind(s, *verb, until);
}

}  // namespace

/// The place told behind a preposition nearest behind the fact, else before it, else a district named in its clause.
std::string Extractor::place_of(const Scene& scene, const Candidate& c, std::uint32_t until) const {
  const bool out = c.fact.kind == Kind::delegation_out;
  const auto at = [&](std::uint32_t i) -> Stretch {
    if (d.english) {
      const bool here = out ? w.is_any(i, {"to", "visited", "for"}) : w.is_any(i, {"in", "at"});
      return here ? english_place(w, i + 1, scene.s.last) : Stretch{};
    }
    const bool here = out ? w.is_any(i, {"sang", "đến", "tới", "thăm", "tại"}) : w.is_any(i, {"tại", "ở"});
    return here ? vietnamese_place(w, i + 1, scene.s.last) : Stretch{};
  };
  const std::uint32_t first = c.evidence.front().first;
  for (std::uint32_t i = first; i < until; ++i)
    if (const Stretch found = at(i); found.last > found.first) return std::string(w.between(found.first, found.last));
  for (std::uint32_t i = scene.s.first; !out && i < first; ++i)
    if (const Stretch found = at(i); found.last > found.first) return std::string(w.between(found.first, found.last));
  if (d.english) return {};
  for (std::uint32_t i = first; i < until; ++i) {
    if (!is_area(w, i) || (i > first && !w.is_word(i - 1) && !w.is_any(i - 1, {",", "("}))) continue;
    const std::uint32_t name = w.is_any(i, {"thị", "thành"}) ? i + 2 : i + 1;
    if (!w.capital(name) || (out && w.is(i, "tỉnh") && !d.home.empty() && w.between(name, name + 2) == d.home)) continue;
    if (const Stretch found = vietnamese_place(w, i, scene.s.last); found.last > found.first) return std::string(w.between(found.first, found.last));
  }
  return {};
}

void Extractor::circumstances(const Scene& scene, std::size_t from) {
  for (std::size_t k = from; k < out_.size(); ++k) {
    Candidate& c = out_[k];
    if (c.sentence != scene.index || c.evidence.empty() || c.evidence.front().first < scene.s.first) continue;
    std::uint32_t until = scene.s.last;
    for (std::size_t n = from; n < out_.size(); ++n)
      if (out_[n].sentence == scene.index && out_[n].at > c.evidence.back().last) until = std::min(until, out_[n].at);
    const Kind kind = c.fact.kind;
    const bool receives = kind == Kind::gift || kind == Kind::scholarship || kind == Kind::award || kind == Kind::aid_project;
    if (receives && c.fact.recipient.empty()) c.fact.recipient = recipient_near(scene, c, until);
    // "Liên hiệp đã trao ...": whose name the text needn't repeat.
    for (std::string* name : {&c.fact.donor, &c.fact.recipient}) {
      const std::string small = lower(*name);
      if (!d.publisher.empty() && receives && (small == "liên hiệp" || small == "liên hiệp tỉnh" || small == "liên hiệp thành phố" || small == "the union" || small == "union" || small == "tập thể liên hiệp")) *name = d.publisher;
    }
    const bool placed = kind == Kind::activity || kind == Kind::gift || kind == Kind::aid_project || kind == Kind::delegation_out || kind == Kind::event_participants;
    if (placed && c.fact.place.empty()) c.fact.place = place_of(scene, c, until);
  }
}

}  // namespace nc::intake
