// Delegations in and out: totals of a period, their parts, and single groups.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

bool goes_abroad(const Scene& s, std::uint32_t from, std::uint32_t reach) {
  const Words& w = s.w;
  for (std::uint32_t i = from; i < std::min(from + reach, s.s.last); ++i) {
    if (w.is_any(i, {";"}) || (i > from && w.is_any(i, {"đón", "tiếp", "cử"})) || (w.is(i, "tổ") && w.is(i + 1, "chức") && i > from)) return false;
    if (w.is_any(i, {"sang", "abroad", "overseas"})) return true;
    if (w.is_any(i, {"ra", "đi"}) && (w.is(i + 1, "nước") || w.is(i + 1, "công") || !s.countries(i, i + 10).empty())) return true;
    if (w.is(i, "to") && !s.countries(i, i + 8).empty()) return true;
  }
  return false;
}

/// People counted with a group: "với hơn 291 lượt khách", "gồm 16 thành viên", "/11 người".
Count* people_of(Scene& s, std::uint32_t from, std::uint32_t reach, const Count* next_group) {
  for (Count& c : s.counts) {
    if (c.first < from || c.used) continue;
    if (c.first > from + reach || (next_group != nullptr && c.first > next_group->first)) return nullptr;
    if (c.cls == Cls::person && c.value != "group") return &c;
  }
  return nullptr;
}

}  // namespace

void Extractor::delegations(Scene& scene) {
  for (std::size_t k = 0; k < scene.counts.size(); ++k) {
    Count& c = scene.counts[k];
    if (c.cls != Cls::delegation || c.used || scene.others(c.first) || scene.economy(c.first)) continue;
    if (c.q->indefinite) continue;  // "một đoàn": a single group
    const Count* next = nullptr;
    for (std::size_t n = k + 1; n < scene.counts.size() && next == nullptr; ++n)
      if (scene.counts[n].cls == Cls::delegation) next = &scene.counts[n];
    const std::uint32_t end = next != nullptr ? next->first : scene.s.last;

    bool known = true, part = scene.subset(c.first);
    Kind kind = Kind::delegation_in;
    const Mention* verb = scene.left(c.first, 40, [](const Mention& m) { return m.is_verb({"receive", "send", "organise", "mobilise", "visit"}); });
    const bool verb_is_nearer = verb != nullptr;
    // "Đoàn vào: 22 đoàn", "Số đoàn ra là 5 đoàn"
    const Mention* label = scene.left(c.first, 4, [](const Mention& m) { return m.is(Cls::delegation, "in") || m.is(Cls::delegation, "out"); });
    if (label != nullptr && c.value.empty()) {
      kind = label->is(Cls::delegation, "in") ? Kind::delegation_in : Kind::delegation_out;
    } else if (c.value == "in") {
      kind = Kind::delegation_in;
    } else if (c.value == "out" || goes_abroad(scene, c.last, 14)) {
      kind = Kind::delegation_out;
    } else if (verb_is_nearer && verb->is_verb({"receive"})) {
      kind = Kind::delegation_in;
    } else if (verb_is_nearer && verb->is_verb({"send"})) {
      kind = Kind::delegation_out;
    } else if (scene.right(c.last, 12, [](const Mention& m) { return m.is_verb({"visit"}); }) != nullptr ||
               w.is_any(c.last, {"đến", "vào", "nước", "quốc"})) {
      kind = Kind::delegation_in;
    } else if (any_direction_ && scene.index - last_direction_sentence_ <= 2) {
      kind = last_direction_;  // a part of what was told just before
      part = part || scene.index != last_direction_sentence_ || true;
    } else {
      known = !scene.countries(c.last, std::min(c.last + 6, scene.s.last)).empty();
    }
    if (!known) continue;

    const std::uint32_t first = verb_is_nearer && c.first - verb->first < 12 ? verb->first : c.first;
    Candidate& fact = add(scene, kind, part ? c.first : first, c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    set_status(fact.fact, scene, c.first);
    set_period(fact.fact);
    if (Count* people = people_of(scene, c.last, 12, next)) {
      const bool other_verb = scene.right(c.last, people->first - c.last, [&](const Mention& m) { return m.first < people->first && m.is_verb({"organise", "attract", "give", "treat"}); }) != nullptr;
      if (!other_verb) {
        people->used = true;
        fact.fact.visitors = people->q->value;
        fact.fact.visitors_qualifier = people->q->qualifier;
        fact.evidence.back().last = people->last;
      }
    }
    fact.fact.subset = part;
    const std::uint32_t before = part && c.first > scene.s.first + 4 ? c.first - 4 : c.first;
    fact.fact.countries = scene.countries(before, end);
    const bool listed = part && fact.fact.countries.size() > 1 && before < c.first;
    if (listed) fact.fact.countries = scene.countries(before, c.first);
    any_direction_ = true;
    last_direction_ = kind;
    last_direction_sentence_ = scene.index;
  }
}

void Extractor::single_delegations(Scene& scene) {
  const auto& list = scene.mentions;
  for (std::size_t k = 0; k < list.size(); ++k) {
    const Mention& m = *list[k];
    if (!m.is(Cls::delegation) || m.is(Cls::delegation, "out") || scene.others(m.first)) continue;
    const Quantity* number = k > 0 ? d.quantity(*list[k - 1]) : nullptr;
    const bool counted = number != nullptr && list[k - 1]->last == m.first;
    if (counted && !number->indefinite) continue;
    if (m.first > scene.s.first && w.is_any(m.first - 1, {"các", "nhiều", "những", "trưởng", "thành", "ngoại", "số", "mọi", "lượt"})) continue;
    if (m.is(Cls::delegation, "in") && !counted) continue;

    // The name goes on to the next verb, comma or bracket.
    const Mention* stop = scene.right(m.last, 40, [](const Mention& n) { return n.is(Cls::verb) && !n.is(Cls::org_head); });
    const std::uint32_t name_end = stop != nullptr ? stop->first : scene.s.last;
    const bool bare = name_end <= m.last + 1 || w.is_any(m.last, {"đã", "gồm", "có", "do", "sẽ", "cũng", "còn", "được", ",", "này"});
    const bool introduced = !bare;
    const auto from_abroad = scene.countries(m.first, std::min(name_end, m.last + 24));
    const bool ours = introduced && is_home_name(m.last, std::min({name_end, m.last + 10, scene.s.last}));

    const Mention* comprises = scene.right(m.last, 24, [](const Mention& n) { return n.is_verb({"has"}); });
    Count* people = nullptr;
    for (Count& c : scene.counts) {
      if (c.used || c.cls != Cls::person || c.value == "group" || c.first < m.last || c.first > m.last + 30) continue;
      const bool joined = (comprises != nullptr && comprises->last <= c.first && c.first <= comprises->last + 3) ||
                          w.is_any(c.first - 1, {"gồm", "có", "(", "với", "of", "với hơn"});
      if (!joined || w.is(c.last, "dân")) continue;
      const bool event_between = scene.right(m.last, c.first - m.last, [&](const Mention& n) { return n.first < c.first && (n.is(Cls::event) || n.is_verb({"give", "organise", "treat", "attract"})); }) != nullptr;
      if (!event_between) people = &c;
      break;
    }
    const Mention* received = scene.verb_left(m.first, 5, {"receive"});
    const Mention* sent = scene.verb_left(m.first, 5, {"send", "organise"});
    const Mention* visit = scene.right(m.last, 45, [](const Mention& n) { return n.is_verb({"visit"}); });
    const auto visited = visit != nullptr ? scene.countries(visit->first, std::min(visit->last + 14, scene.s.last)) : std::vector<std::string>{};
    const bool abroad = goes_abroad(scene, m.last, 30);

    Kind kind = Kind::delegation_in;
    bool certain = false;
    if (received != nullptr && !abroad) {
      certain = true;
    } else if ((ours || (sent != nullptr && from_abroad.empty()) || (sent != nullptr && abroad)) && (abroad || !visited.empty())) {
      kind = Kind::delegation_out;
      certain = true;
    } else if (introduced && !from_abroad.empty() && visit != nullptr && !ours) {
      certain = true;
    } else if (introduced && from_abroad.empty() && !ours && abroad && !visited.empty()) {
      kind = Kind::delegation_out;
      certain = true;
    }
    const bool known_group = last_single_ >= 0 && scene.index - last_single_sentence_ <= 5;
    if (bare) {
      if (known_group && people != nullptr && !out_[static_cast<std::size_t>(last_single_)].fact.visitors) {
        Candidate& group = out_[static_cast<std::size_t>(last_single_)];
        group.fact.visitors = people->q->value;
        group.fact.visitors_qualifier = people->q->qualifier;
        group.evidence.push_back({m.first, people->last});
        group.pending = false;
        people->used = true;
      }
      continue;
    }
    if (!introduced || (!certain && from_abroad.empty() && !ours)) continue;
    if (scene.planned(m.first) && !certain) continue;
    // The same group named again.
    const auto& countries = kind == Kind::delegation_out && !visited.empty() ? visited : from_abroad;
    if (known_group) {
      Candidate& group = out_[static_cast<std::size_t>(last_single_)];
      if (group.fact.kind == kind && (group.fact.countries == countries || countries.empty())) {
        if (people != nullptr && !group.fact.visitors) {
          group.fact.visitors = people->q->value;
          group.fact.visitors_qualifier = people->q->qualifier;
          group.evidence.push_back({m.first, people->last});
          people->used = true;
        }
        group.pending = group.pending && !certain && people == nullptr;
        continue;
      }
    }
    Candidate& fact = add(scene, kind, received != nullptr ? received->first : m.first, people != nullptr ? people->last : std::min(name_end, m.last + 8));
    fact.fact.count = 1;
    fact.pending = !certain && people == nullptr;
    if (people != nullptr) {
      fact.fact.visitors = people->q->value;
      fact.fact.visitors_qualifier = people->q->qualifier;
      people->used = true;
    }
    set_status(fact.fact, scene, m.first);
    fact.fact.countries = countries;
    fact.fact.orgs.push_back(tidy_name(w, m.first, std::min(name_end, m.last + 12)));
    set_date(fact.fact, scene.day_near(m.first));
    if (fact.fact.date.empty()) set_date(fact.fact, paragraph_day_);
    last_single_ = static_cast<int>(out_.size()) - 1;
    last_single_sentence_ = scene.index;
    if (kind == Kind::delegation_in) {
      last_giver_ = {fact.fact.orgs.back(), countries, true, true, m.first, name_end};
      last_giver_sentence_ = scene.index;
    }
  }
}

}  // namespace nc::intake
