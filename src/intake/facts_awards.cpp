// Orders, medals, flags and certificates.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {

void Extractor::awards(Scene& scene) {
  for (const Mention* m : scene.mentions) {
    if (!m->is(Cls::award) || scene.others(m->first) || d.aside[m->first]) continue;
    // "cờ" and the like are awards only where something is conferred.
    const auto confers = [&](const Mention& n) { return n.is_verb({"give", "get", "honour"}) || (d.english && n.is_verb({"receive"})); };
    const Mention* before = scene.left(m->first, 40, confers);
    const Mention* behind = scene.right(m->last, 14, confers);
    if (before == nullptr && behind == nullptr) continue;
    const Mention* verb = before != nullptr ? before : behind;
    if (w.is(m->first, "cờ") && m->last == m->first + 1 && !w.is_any(m->last, {"thi", "đơn", "của", "truyền"})) continue;
    // Two awards in a row of one sentence are two facts; "Cờ thi đua, Bằng khen của X" share the giver.
    std::optional<std::int64_t> groups, persons, pieces, years;
    Count* first_count = nullptr;
    Count* last_count = nullptr;
    std::uint32_t from = scene.s.first, to = scene.s.last;
    for (const Mention* n : scene.mentions) {
      if (!n->is(Cls::award) || n == m) continue;
      if (n->last <= m->first) from = std::max(from, n->last);
      if (n->first >= m->last) to = std::min(to, n->first);
    }
    for (Count& c : scene.counts) {
      if (c.used || c.first + 1 < from || c.first >= to) continue;
      const Mention* gets = c.first >= m->last ? scene.verb_right(c.last, 2, {"get"}) : nullptr;
      if (gets != nullptr && to < scene.s.last && gets->first < to) continue;  // "..., 1 cá nhân được tặng Huân chương": of the next award
      const bool near = c.last <= m->first ? c.last + 30 > m->first : c.first < m->last + 30;
      if (!near) continue;
      const bool honoured = (c.cls == Cls::member_org || c.cls == Cls::branch || c.cls == Cls::partner) && c.last <= m->first && scene.verb_right(c.last, 3, {"get", "honour"}) != nullptr && !w.is(c.last, ",");
      // "9 tổ chức và 12 cá nhân nước ngoài được nhận Bằng khen"
      const bool in_row = c.cls == Cls::partner && c.last <= m->first && std::ranges::any_of(scene.counts, [&](const Count& n) { return n.first > c.last && n.first <= c.last + 2 && n.cls == Cls::recipient && n.value == "individual"; });
      const bool collective = honoured || in_row || (c.cls == Cls::recipient && c.value == "collective") || (c.cls == Cls::partner && c.first >= m->last) || (c.cls == Cls::person && c.value == "group");
      const bool individual = (c.cls == Cls::recipient && c.value == "individual") || (c.cls == Cls::person && c.value.empty()) || c.cls == Cls::member || (c.cls == Cls::member_org && c.first >= m->last);
      const bool elided = c.cls == Cls::k_last && w.is(c.q->last, "more") && c.last <= m->first;  // "140 more got the medal"
      if (elided) persons = persons.value_or(0) + c.q->value;
      const bool piece = c.cls == Cls::award && c.noun == m;
      if (collective) groups = groups.value_or(0) + c.q->value;
      if (individual) persons = persons.value_or(0) + c.q->value;
      if (piece) pieces = c.q->value;
      if (!collective && !individual && !piece && !elided) continue;
      c.used = true;
      if (first_count == nullptr) first_count = &c;
      last_count = &c;
    }
    for (Count& c : scene.years)
      if (!c.used && c.first + 14 > m->first && (c.first < m->first || (c.first < m->first + 12 && !scene.sign_between(m->last, c.first, ","))) && w.is_any(c.last, {"liền", "liên", "liên tục", "liên tiếp", "qua"})) {
        years = c.q->value;
        c.used = true;
        if (first_count == nullptr) first_count = &c;
      }
    std::uint32_t first = m->first, last = m->last;
    if (first_count != nullptr) first = std::min(first, first_count->first), last = std::max(last, last_count != nullptr ? last_count->last : last);
    if (first_count == nullptr && before != nullptr && m->first - before->last < 12) first = before->first;
    // The giver behind "của"; else the one before an active verb.
    std::string donor;
    std::uint32_t end = m->last;
    while (end < scene.s.last && end < m->last + 14 && !w.is_any(end, {"của", ",", ".", ";", "cho", "from", "of"})) ++end;
    if (w.is_any(end, {"của", "from"})) {
      std::uint32_t stop = end + 1;
      while (stop < scene.s.last && stop < end + 14 && !w.is_any(stop, {",", ".", ";", "cho", "vì", "về", "tặng", "trao"})) ++stop;
      donor = tidy_name(w, end + 1, stop);
    } else if (before != nullptr && before->is_verb({"give", "honour"}) && before->first > scene.s.first && !w.is_any(before->first - 1, {"được"})) {
      donor = giver(scene, *before).name;
    } else if (before != nullptr && w.is_any(before->first - 1, {"được"}) ) {
      donor.clear();
    }
    Candidate& fact = add(scene, Kind::award, first, last);
    // With the name in quotes behind it: Kỷ niệm chương “Vì hòa bình, hữu nghị giữa các dân tộc”.
    std::uint32_t name_end = m->last;
    if (w.is_any(name_end, {"“", "\""})) {
      std::uint32_t close = name_end + 1;
      while (close < scene.s.last && close < name_end + 24 && !w.is_any(close, {"”", "\""})) ++close;
      if (w.is_any(close, {"”", "\""})) name_end = close + 1;
    }
    fact.fact.award = std::string(w.between(m->first, name_end));
    fact.evidence.back().last = std::max(last, name_end);
    fact.fact.donor = donor;
    if (pieces && !groups && !persons) fact.fact.count = pieces;
    if (groups || persons) {
      fact.fact.count = groups.value_or(0) + persons.value_or(0);
      fact.fact.count_groups = groups;
      fact.fact.count_persons = persons;
    }
    if (!fact.fact.count) fact.fact.count = years.value_or(1);
    set_status(fact.fact, scene, verb->first);
  }
}

}  // namespace nc::intake
