// Scholarships: counted as such, or by the people who get them.
#include "intake/facts.h"

namespace nc::intake {
namespace {

bool is_scholarship(const Mention& m) { return m.is(Cls::scholarship); }

/// "trao học bổng cho 20 học sinh": the first number behind the word.
bool follows_scholarship(const Scene& s, const Count& c) {
  if (c.first <= s.s.first || !s.w.is_any(c.first - 1, {"cho", "to", "for"}) || s.class_left(c.first, 5, Cls::scholarship) == nullptr) return false;
  return s.between(s.s.first, c.first, [&](const Mention& m) { return m.quantity >= 0 && m.first + 8 > c.first && m.last < c.first; }) == nullptr;
}

/// Are these people counted because they get scholarships: "đỡ đầu 12 sinh viên", "trains 140 Lao students on full scholarships"?
bool people_get_them(const Scene& s, const Count& c) {
  if (c.cls != Cls::person && c.cls != Cls::recipient) return false;
  if (follows_scholarship(s, c) || s.verb_left(c.first, 3, {"sponsor"}) != nullptr) return true;
  if (c.value == "place") return false;
  const Mention* got = s.verb_right(c.last, 12, {"get", "sponsor"});
  if (got != nullptr && (got->is_verb({"sponsor"}) || s.right(got->last, 2, is_scholarship) != nullptr)) return true;
  return s.d.english && s.w.is_any(c.last, {"on", "with"}) && s.right(c.last, 3, is_scholarship) != nullptr;
}

/// "Học bổng: 142 suất"
bool is_labelled(const Scene& s, const Count& c) {
  return c.cls == Cls::item && s.w.is(c.noun->first, "suất") && s.class_left(c.first, 4, Cls::scholarship) != nullptr;
}

bool counts_people(const Count& c) { return c.cls == Cls::recipient || c.cls == Cls::person; }

}  // namespace

void Extractor::scholarships(Scene& scene) {
  for (std::size_t k = 0; k < scene.counts.size(); ++k) {
    Count& c = scene.counts[k];
    if (c.used || scene.others(c.first) || !(c.cls == Cls::scholarship || people_get_them(scene, c) || is_labelled(scene, c))) continue;
    Candidate& fact = add(scene, Kind::scholarship, c.first, c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    const bool next_thing = k + 1 < scene.counts.size() && !counts_people(scene.counts[k + 1]);
    const std::uint32_t until = next_thing ? scene.counts[k + 1].first : scene.s.last;
    if (Count* money = scene.value_of(c, std::min(until, c.last + 30))) {
      set_amount(fact.fact, scene, *money);
      fact.evidence.back().last = money->last;
    }
    set_status(fact.fact, scene, c.first);
    if (const Mention* verb = scene.verb_left(c.first, 30, {"give", "fund", "honour", "sponsor"})) {
      set_giver(fact.fact, scene, giver_or_last(scene, *verb));
      fact.evidence.back().first = verb->first;
    }
    fact.fact.recipient = recipient_of(scene, c.last);
    for (Count& other : scene.counts)
      if (other.first >= c.last && counts_people(other)) other.used = true;
  }
}

}  // namespace nc::intake
