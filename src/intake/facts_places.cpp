// Where something took place and who got it: fields that no rule of a kind decides by, filled when its sentence is read.
#include <algorithm>

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

/// Who got it: counted people ("2 tập thể và 8 cá nhân"), the words behind "cho", those named between verb and number, or a
/// country helped.
std::string Extractor::recipient_near(const Scene& scene, const Candidate& c, std::uint32_t until) const {
  const std::uint32_t first = c.evidence.front().first;
  if (c.fact.kind == Kind::award) {
    std::uint32_t a = 0, b = 0;
    for (const Count& n : scene.counts) {
      const bool who = n.cls == Cls::recipient || n.cls == Cls::person || n.cls == Cls::partner || n.cls == Cls::member_org || n.cls == Cls::branch;
      if (!who || n.first + 1 < first || n.first > c.evidence.back().last) continue;
      if (b == 0) a = n.first;
      b = n.last;
    }
    if (b > a) return std::string(w.between(a, b));
    // "Liên hiệp được tặng Cờ thi đua": the subject of the passive verb.
    const Mention* got = scene.verb_left(c.evidence.back().last, 40, {"get"});
    if (got != nullptr && got->first > scene.s.first) {
      std::uint32_t from = got->first;
      while (from > scene.s.first && !w.is_any(from - 1, {",", ";", ":"})) --from;
      for (const Mention* m : scene.mentions)
        if (m->moment >= 0 && m->last <= got->first) from = std::max(from, m->last);
      const std::string subject = tidy_name(w, from, got->first);
      const bool ours = scene.right(from, 12, [&](const Mention& m) { return m.first < got->first && (m.is(Cls::home) || m.is(Cls::org_head, "union")); }) != nullptr;
      const bool plain = subject.empty() || (ours && got->first - from < 6) || scene.right(from, 8, [&](const Mention& m) { return m.quantity >= 0 && m.first < got->first; }) != nullptr;
      return plain && !d.publisher.empty() ? d.publisher : subject;
    }
  }
  for (std::uint32_t i = first; i < until; ++i) {
    if (!w.is_any(i, {"cho", "to", "for", "tới"}) || (w.is(i, "to") && w.is_number(i + 1))) continue;
    // "to renovate": a purpose, no person.
    if (d.english && scene.verb_right(i + 1, 0, {"build", "fund", "give", "implement", "organise", "visit", "receive"}) != nullptr) continue;
    std::uint32_t last = i + 1;
    while (last < scene.s.last && last < i + 16 && !w.is_any(last, {",", ".", ";", ":", "(", "nhân", "với", "trị", "mỗi", "do", "được", "trong", "tổng", "worth", "each", "on", "during", "tại", "bị", "in", "at", "from", "to", "for", "with", "who", "cho"})) ++last;
    const std::string name = tidy_name(w, i + 1, last);
    if (!name.empty()) return name;
  }
  const Mention* verb = scene.verb_left(c.evidence.back().last, 40, {"give", "fund", "sponsor", "honour", "mobilise"});
  if (verb == nullptr) return {};
  const Mention* who = scene.right(verb->last, 30, [&](const Mention& m) {
    return m.first < until && (m.is(Cls::recipient) || (m.is(Cls::person) && !m.is(Cls::person, "turn") && !m.is(Cls::person, "group"))); });
  if (who == nullptr) {
    // "ủng hộ Cuba", "hỗ trợ tỉnh Bắc Giang", "tặng Trung tâm Bảo trợ": right behind the verb.
    const bool counted = scene.right(verb->last, 0, [](const Mention& m) { return m.quantity >= 0 || m.moment >= 0; }) != nullptr;
    const bool named = !counted && w.is_word(verb->last) && (w.capital(verb->last) || scene.right(verb->last, 0, [](const Mention& m) { return m.is(Cls::org_head) || m.is(Cls::home, "area"); }) != nullptr);
    if (!named || verb->last >= until) return {};
    std::uint32_t last = verb->last;
    while (last < until && last < verb->last + 12 && !ends_place(w, last) && w.is_word(last) && !w.is_number(last)) ++last;
    return tidy_name(w, verb->last, last);
  }
  std::uint32_t last = who->last;
  while (last < scene.s.last && last < who->last + 8 && w.is_word(last) && !ends_place(w, last) && !w.is_any(last, {"suất", "phần", "chiếc", "in", "at", "from", "with", "to", "and", "on", "of", "for"})) ++last;
  return tidy_name(w, who->first, last);
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
