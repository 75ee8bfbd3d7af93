// Orders, medals, flags and certificates.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

/// Who and what is counted with one award: "9 tổ chức và 12 cá nhân", "45 Bằng khen", "8 năm liền".
struct Honoured {
  std::optional<std::int64_t> groups, persons, pieces, years;
  const Count* first = nullptr;
  const Count* last = nullptr;
};

bool confers(const Scene& s, const Mention& m) { return m.is_verb({"give", "get", "honour"}) || (s.d.english && m.is_verb({"receive"})); }

/// "cờ" and the like are awards only where something is conferred; a flag alone is one only with a word behind it.
bool is_flag_alone(const Scene& s, const Mention& m) {
  return s.w.is(m.first, "cờ") && m.last == m.first + 1 && !s.w.is_any(m.last, {"thi", "đơn", "của", "truyền"});
}

/// Two awards in a row of one sentence are two facts: the tokens between the one before and the one behind.
Stretch ground_of(const Scene& s, const Mention& award) {
  Stretch ground{s.s.first, s.s.last};
  for (const Mention* n : s.mentions) {
    if (!n->is(Cls::award) || n == &award) continue;
    if (n->last <= award.first) ground.first = std::max(ground.first, n->last);
    if (n->first >= award.last) ground.last = std::min(ground.last, n->first);
  }
  return ground;
}

bool belongs_to(const Scene& s, const Count& c, const Mention& award, const Stretch& ground) {
  if (c.used || c.first + 1 < ground.first || c.first >= ground.last) return false;
  // "..., 1 cá nhân được tặng Huân chương": of the next award
  const Mention* gets = c.first >= award.last ? s.verb_right(c.last, 2, {"get"}) : nullptr;
  if (gets != nullptr && ground.last < s.s.last && gets->first < ground.last) return false;
  return c.last <= award.first ? c.last + 30 > award.first : c.first < award.last + 30;
}

bool counts_groups(const Scene& s, const Count& c, const Mention& award) {
  const bool before = c.last <= award.first;
  if ((c.cls == Cls::recipient && c.value == "collective") || (c.cls == Cls::partner && !before) || (c.cls == Cls::person && c.value == "group")) return true;
  // "9 tổ chức và 12 cá nhân nước ngoài được nhận Bằng khen"
  const auto next_person = [&](const Count& n) { return n.first > c.last && n.first <= c.last + 2 && n.cls == Cls::recipient && n.value == "individual"; };
  if (c.cls == Cls::partner && std::ranges::any_of(s.counts, next_person)) return true;
  const bool body = c.cls == Cls::member_org || c.cls == Cls::branch || c.cls == Cls::partner;
  return body && before && !s.w.is(c.last, ",") && s.verb_right(c.last, 3, {"get", "honour"}) != nullptr;
}

bool counts_persons(const Scene& s, const Count& c, const Mention& award) {
  const bool elided = c.cls == Cls::k_last && s.w.is(c.q->last, "more") && c.last <= award.first;  // "140 more got the medal"
  return elided || (c.cls == Cls::recipient && c.value == "individual") || (c.cls == Cls::person && c.value.empty()) || c.cls == Cls::member ||
         (c.cls == Cls::member_org && c.first >= award.last);
}

void add_years(Scene& s, const Mention& award, Honoured& h) {
  for (Count& c : s.years) {
    const bool near = c.first + 14 > award.first && (c.first < award.first || (c.first < award.first + 12 && !s.sign_between(award.last, c.first, ",")));
    if (c.used || !near || !s.w.is_any(c.last, {"liền", "liên", "liên tục", "liên tiếp", "qua"})) continue;
    h.years = c.q->value;
    c.used = true;
    if (h.first == nullptr) h.first = &c;
  }
}

Honoured honoured_with(Scene& s, const Mention& award) {
  Honoured h;
  const Stretch ground = ground_of(s, award);
  for (Count& c : s.counts) {
    if (!belongs_to(s, c, award, ground)) continue;
    const bool groups = counts_groups(s, c, award), persons = counts_persons(s, c, award), piece = c.cls == Cls::award && c.noun == &award;
    if (!groups && !persons && !piece) continue;
    if (groups) h.groups = h.groups.value_or(0) + c.q->value;
    if (persons) h.persons = h.persons.value_or(0) + c.q->value;
    if (piece) h.pieces = c.q->value;
    c.used = true;
    if (h.first == nullptr) h.first = &c;
    h.last = &c;
  }
  add_years(s, award, h);
  return h;
}

void set_counts(Fact& fact, const Honoured& h) {
  if (h.groups || h.persons) {
    fact.count = h.groups.value_or(0) + h.persons.value_or(0);
    fact.count_groups = h.groups;
    fact.count_persons = h.persons;
  } else {
    fact.count = h.pieces ? h.pieces : h.years;
  }
  if (!fact.count) fact.count = 1;
}

/// Behind the name in quotes: Kỷ niệm chương “Vì hòa bình, hữu nghị giữa các dân tộc”.
std::uint32_t end_of_name(const Scene& s, const Mention& award) {
  const std::uint32_t open = award.last;
  if (!s.w.is_any(open, {"“", "\""})) return open;
  std::uint32_t close = open + 1;
  while (close < s.s.last && close < open + 24 && !s.w.is_any(close, {"”", "\""})) ++close;
  return s.w.is_any(close, {"”", "\""}) ? close + 1 : open;
}

}  // namespace

/// Who confers it: behind "của", else before an active verb.
std::string Extractor::conferred_by(const Scene& scene, const Mention& award, const Mention* verb) const {
  std::uint32_t of = award.last;
  while (of < scene.s.last && of < award.last + 14 && !w.is_any(of, {"của", ",", ".", ";", "cho", "from", "of"})) ++of;
  if (w.is_any(of, {"của", "from"})) {
    std::uint32_t stop = of + 1;
    while (stop < scene.s.last && stop < of + 14 && !w.is_any(stop, {",", ".", ";", "cho", "vì", "về", "tặng", "trao"})) ++stop;
    return tidy_name(w, of + 1, stop);
  }
  const bool active = verb != nullptr && verb->is_verb({"give", "honour"}) && verb->first > scene.s.first && !w.is(verb->first - 1, "được");
  return active ? giver(scene, *verb).name : std::string();
}

void Extractor::awards(Scene& scene) {
  const auto conferring = [&](const Mention& n) { return confers(scene, n); };
  for (const Mention* m : scene.mentions) {
    if (!m->is(Cls::award) || scene.others(m->first) || d.aside[m->first]) continue;
    const Mention* before = scene.left(m->first, 40, conferring);
    const Mention* behind = scene.right(m->last, 14, conferring);
    if ((before == nullptr && behind == nullptr) || is_flag_alone(scene, *m)) continue;
    const Honoured honoured = honoured_with(scene, *m);
    const std::uint32_t name_end = end_of_name(scene, *m);
    std::uint32_t first = m->first, last = name_end;
    if (honoured.first != nullptr) first = std::min(first, honoured.first->first);
    else if (before != nullptr && m->first - before->last < 12) first = before->first;
    if (honoured.last != nullptr) last = std::max(last, honoured.last->last);
    Candidate& fact = add(scene, Kind::award, first, last);
    fact.fact.award = std::string(w.between(m->first, name_end));
    fact.fact.donor = conferred_by(scene, *m, before);
    set_counts(fact.fact, honoured);
    set_status(fact.fact, scene, before != nullptr ? before->first : behind->first);
  }
}

}  // namespace nc::intake
