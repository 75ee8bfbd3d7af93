// Delegations in and out: totals of a period, their parts, and single groups.
#include <algorithm>

#include "base/number.h"
#include "intake/facts.h"

namespace nc::intake {
namespace {

bool goes_abroad(const Scene& s, std::uint32_t from, std::uint32_t reach) {
  const Words& w = s.w;
  if (const Mention* next = s.verb_right(from, reach, {"send", "receive"})) reach = std::min(reach, next->first - from);
  for (std::uint32_t i = from; i < std::min(from + reach, s.s.last); ++i) {
    if (w.is_any(i, {";"}) || (i > from && w.is_any(i, {"đón", "tiếp", "cử"})) || (w.is(i, "tổ") && w.is(i + 1, "chức") && i > from)) return false;
    if (w.is_any(i, {"sang", "abroad", "overseas"}) || (w.is(i, "xuất") && w.is(i + 1, "ngoại"))) return true;
    if (w.is(i, "đi") && s.right(i, 12, [](const Mention& m) { return m.is(Cls::foreign, "") || m.is(Cls::foreign, "out"); }) != nullptr) return true;
    if (w.is_any(i, {"ra", "đi"}) && (w.is(i + 1, "nước") || w.is(i + 1, "công") || !s.countries(i, i + 10).empty())) return true;
    if (w.is_any(i, {"to", "toured", "visited"}) && !s.countries(i, i + 8).empty()) return true;
    if (w.is_any(i, {"left", "headed", "departed"}) && w.is(i + 1, "for")) return true;
    if (w.is(i, "crossed") || (w.is(i, "went") && w.is(i + 1, "abroad"))) return true;
  }
  return false;
}

/// People counted with a group: "với hơn 291 lượt khách", "gồm 16 thành viên", "/11 người".
Count* people_of(Scene& s, std::uint32_t from, std::uint32_t reach, const Count* next_group) {
  for (Count& c : s.counts) {
    if (c.first < from || c.used) continue;
    if (c.first > from + reach || (next_group != nullptr && c.first > next_group->first)) return nullptr;
    // People of a group that is named in between are that group's.
    if (s.right(from, c.first - from, [&](const Mention& m) { return m.first < c.first && m.is(Cls::delegation); }) != nullptr) return nullptr;
    if ((c.cls == Cls::person && c.value != "group") || c.cls == Cls::member) return &c;
  }
  return nullptr;
}

/// Where a group goes: the first place behind a word of motion.
struct Way {
  bool abroad = false, home = false;
  std::vector<std::string> countries;
};
Way way_of(const Scene& s, std::uint32_t from, std::string_view home) {
  const Words& w = s.w;
  Way way;
  for (std::uint32_t i = from; i < s.s.last && i < from + 45; ++i) {
    const bool bound_for = w.is(i, "for") && i > from && w.is_any(i - 1, {"left", "leave", "headed", "departed", "bound", "off", "out"});
    if (!bound_for && !w.is_any(i, {"sang", "đến", "tới", "thăm", "đi", "ra", "tại", "ở", "to", "visited", "visit", "visits", "toured", "touring", "visiting", "in"})) continue;
    if (w.is_any(i + 1, {"từ", "nay"})) continue;  // "đến từ Nhật Bản"
    for (const Mention* m : s.mentions) {
      if (m->first < i) continue;
      if (m->first > i + 13) break;
      const auto country = m->value(Cls::country);
      if (!country.empty() && country != "VN") {
        way.abroad = true;
        way.countries = s.countries(m->first, std::min(m->first + 14, s.s.last));
        return way;
      }
      if (m->is(Cls::foreign, "friend")) {
        way.abroad = true;
        return way;
      }
      if (m->is(Cls::province) && !home.empty() && m->value(Cls::province) != home) return way;  // elsewhere in the country
      const bool ours = (m->is(Cls::province) && (m->value(Cls::province) == home || home.empty())) || country == "VN" || m->is(Cls::home, "area");
      if (ours) {
        // "tỉnh Savannakhet": the kind of place tells nothing by itself.
        if (m->is(Cls::home, "area") && (!s.countries(m->last, m->last + 3).empty() || (w.is_word(m->last) && w.capital(m->last)))) continue;
        way.home = true;
        return way;
      }
    }
    if (w.is(i + 1, "nước") && w.is(i + 2, "ngoài")) {
      way.abroad = true;
      return way;
    }
    if (w.is(i, "thăm") && w.is(i + 1, "thủ")) {
      way.home = true;
      return way;
    }
  }
  return way;
}

/// "mười hai đoàn khách ... đã được đón tiếp", "bốn đoàn được cử sang nước bạn".
const Mention* passive_way(const Scene& s, std::uint32_t from, std::uint32_t end) {
  const Mention* verb = s.verb_right(from, 30, {"receive", "send"});
  if (verb == nullptr || verb->first >= end) return nullptr;
  // "43 lượt đoàn là con số mà liên hiệp đã đón trong năm"
  const bool relative = s.any_verb_left(from, 30) == nullptr && s.w.is_any(verb->first - 1, {"đã"}) && s.right(from, verb->first - from, [&](const Mention& m) { return m.first < verb->first && m.is(Cls::verb); }) == nullptr &&
                        [&] { for (std::uint32_t i = from; i < verb->first; ++i) if (s.w.is(i, "mà")) return true; return false; }();
  if (relative) return verb;
  const bool english = s.d.english && verb->is_verb({"receive"}) && verb->first <= from + 5;  // "23 delegations and 310 visitors welcomed"
  return english || s.w.is_any(verb->first - 1, {"được", "were", "was"}) ? verb : nullptr;
}

/// "số đoàn của tỉnh đi nước ngoài là 4 đoàn": the way abroad is told before the number, and no guest since.
bool told_abroad(const Scene& s, std::uint32_t token) {
  const Mention* way = s.left(token, 14, [](const Mention& m) { return m.is(Cls::foreign, "out") || m.is(Cls::delegation, "out") || m.is_verb({"receive"}); });
  return way != nullptr && !way->is_verb({"receive"});
}

/// "Ở chiều ngược lại có 3 đoàn": the other way than what was just told.
bool reversed(const Scene& s, std::uint32_t token) {
  return s.left(token, 20, [](const Mention& m) { return m.is(Cls::foreign, "reverse"); }) != nullptr && s.verb_left(token, 12, {"receive", "send"}) == nullptr;
}

/// The people a single group has: "gồm 16 thành viên", "(12 người)", "đoàn 20 học sinh", "khoảng 20 người".
Count* people_in(Scene& s, const Mention& group) {
  const Words& w = s.w;
  for (Count& c : s.counts) {
    const bool pupils = ((c.cls == Cls::recipient && c.value == "person") || c.cls == Cls::member) && c.first <= group.last + 4;  // "đoàn học sinh 22 em"
    if (c.used || (c.cls != Cls::person && !pupils) || c.value == "group" || c.first < group.last || c.first > group.last + 34) continue;
    if (w.is(c.last, "dân")) continue;
    const bool close = c.first <= group.last + 4 && !s.sign_between(group.last, c.first, ",");
    const Mention* has = s.verb_left(c.first, 2, {"has"});
    const bool joined = close || has != nullptr || (c.first > 0 && w.is_any(c.first - 1, {"gồm", "có", "(", "cùng", "with", "of"}));
    const bool event_between = s.right(group.last, c.first - group.last, [&](const Mention& n) {
                                 return n.first < c.first && (n.is(Cls::event) || (n.is_verb({"give", "organise", "treat", "attract"}) && !n.is(Cls::org_head))); }) != nullptr;
    return joined && !event_between ? &c : nullptr;
  }
  return nullptr;
}

}  // namespace

void Extractor::delegations(Scene& scene) {
  for (std::size_t k = 0; k < scene.counts.size(); ++k) {
    Count& c = scene.counts[k];
    // "hosted 31 groups", "nine groups visited": English often says no more.
    if (d.english && !c.used && c.noun != nullptr && w.is_any(c.last - 1, {"groups", "teams", "parties"}) && c.value != "individual" &&
        (scene.verb_left(c.first, 6, {"receive", "send"}) != nullptr || scene.verb_right(c.last, 8, {"visit"}) != nullptr))
      c.cls = Cls::delegation, c.value = "";
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
    // ... "Số đoàn nước ngoài vào tỉnh là 17 đoàn"
    const bool told = w.is_any(c.first - 1, {":", "là", "đạt", "còn", "lên"});
    const Mention* label = scene.left(c.first, told ? 14 : 4, [](const Mention& m) { return m.is(Cls::delegation, "in") || m.is(Cls::delegation, "out"); });
    if (label != nullptr && c.value.empty() && ((w.is_any(c.first - 1, {":", "là", "có", "đạt", ","}) && label->last + 1 >= c.first) || told)) {
      kind = label->is(Cls::delegation, "in") ? Kind::delegation_in : Kind::delegation_out;
    } else if (c.value == "in") {
      kind = Kind::delegation_in;
    } else if (c.value.empty() && verb_is_nearer && verb->is_verb({"receive"}) && verb->last + 1 >= c.first) {
      kind = Kind::delegation_in;  // "đón 11 đoàn của các tỉnh bạn sang thăm"
    } else if (c.value == "out" || goes_abroad(scene, c.last, std::min(14U, end - c.last))) {
      kind = Kind::delegation_out;
    } else if (const Mention* passive = passive_way(scene, c.last, end); passive != nullptr) {
      kind = passive->is_verb({"send"}) ? Kind::delegation_out : Kind::delegation_in;
    } else if (told_abroad(scene, c.first)) {
      kind = Kind::delegation_out;
    } else if (any_direction_ && scene.index - last_direction_sentence_ <= 2 && reversed(scene, c.first)) {
      kind = last_direction_ == Kind::delegation_in ? Kind::delegation_out : Kind::delegation_in;
    } else if (!(verb_is_nearer && verb->is_verb({"receive"})) && scene.verb_right(c.last, std::min(8U, end - c.last), {"visit"}) != nullptr && way_of(scene, c.last, d.home).abroad) {
      kind = Kind::delegation_out;
    } else if (scene.left(c.first, 20, [](const Mention& m) { return m.is(Cls::person, "turn") || m.is(Cls::foreign, "in"); }) != nullptr && !verb_is_nearer) {
      kind = Kind::delegation_in;
    } else if (verb_is_nearer && verb->is_verb({"receive"})) {
      kind = Kind::delegation_in;
    } else if (verb_is_nearer && verb->is_verb({"send"})) {
      kind = Kind::delegation_out;
    } else if (d.english && scene.verb_left(c.first, 6, {"relate"}) != nullptr) {
      kind = Kind::delegation_in;  // "worked with 74 delegations"
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
    Count* people = people_of(scene, c.last, 12, next);
    // Further off only with a word that joins: "..., với tổng số 138 người".
    if (people == nullptr) {
      people = people_of(scene, c.last, 34, next);
      if (people != nullptr && scene.left(people->first, 3, [](const Mention& m) { return m.is(Cls::total) || m.is_verb({"has"}); }) == nullptr && !w.is_any(people->first - 1, {"với", "gồm"})) people = nullptr;
    }
    if (people != nullptr) {
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
    // "12 đoàn Nhật Bản, 9 đoàn Hàn Quốc": the country right behind belongs to it.
    if (const auto own = scene.countries(c.last, c.last + 1); part && !own.empty()) fact.fact.countries = own;
    any_direction_ = true;
    last_direction_ = kind;
    last_direction_sentence_ = scene.index;
  }
}

/// "đoàn 20 thanh niên Hải Phòng": the home province inside the name, not as a destination.
bool Extractor::of_home(const Scene& scene, std::uint32_t first, std::uint32_t last) const {
  if (d.home.empty()) return false;
  const Mention* place = scene.right(first, last - first, [&](const Mention& m) { return m.first < last && m.is(Cls::province) && m.value(Cls::province) == d.home; });
  if (place == nullptr || !scene.countries(first, last).empty()) return false;
  return place->first == first || scene.left(place->first, 0, [](const Mention& m) { return m.is(Cls::person) || m.is(Cls::member) || m.is(Cls::home, "area"); }) != nullptr;
}

/// "tổ chức cho 50 thanh niên sang thăm", "cử 5 cán bộ sang Lào": a group, though the word is not written.
void Extractor::people_sent(Scene& scene) {
  // "22 cựu chiến binh Mỹ trở lại thăm Quảng Trị", "twenty-two American veterans came back": they came together.
  for (Count& c : scene.counts) {
    if (c.used || c.cls != Cls::person || !c.value.empty() || c.q->indefinite || scene.others(c.first) || c.q->value > 200) continue;
    const Mention* visit = scene.right(c.last, 4, [](const Mention& m) { return m.is(Cls::verb); });
    if (visit == nullptr || !visit->is_verb({"visit"}) || scene.has(Cls::delegation) || scene.any_verb_left(c.first, 10) != nullptr) continue;
    const auto from = scene.countries(c.first, visit->first);
    if (from.empty() || way_of(scene, visit->first, d.home).abroad) continue;
    Candidate& fact = add(scene, Kind::delegation_in, c.first, visit->last);
    c.used = true;
    fact.fact.count = 1;
    fact.fact.visitors = c.q->value;
    fact.fact.visitors_qualifier = c.q->qualifier;
    set_status(fact.fact, scene, c.first);
    fact.fact.countries = from;
    set_date(fact.fact, scene.day_near(c.first));
  }
  for (Count& c : scene.counts) {
    if (c.used || c.cls != Cls::person || !c.value.empty() || c.q->indefinite || scene.others(c.first)) continue;
    const Mention* sent = scene.verb_left(c.first, 0, {"send"});
    if (sent == nullptr || !goes_abroad(scene, c.last, 8)) continue;
    Candidate& fact = add(scene, Kind::delegation_out, sent->first, c.last);
    c.used = true;
    fact.fact.count = 1;
    fact.fact.visitors = c.q->value;
    fact.fact.visitors_qualifier = c.q->qualifier;
    set_status(fact.fact, scene, c.first);
    fact.fact.countries = scene.countries(c.last, scene.s.last);
    set_date(fact.fact, scene.day_near(c.first));
    last_single_ = static_cast<int>(out_.size()) - 1;
    last_single_sentence_ = scene.index;
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
    // A plural without a number is no single group.
    if (d.english && !counted && w.raw(m.last - 1).ends_with('s')) continue;
    if (m.first > scene.s.first && w.is_any(m.first - 1, {"các", "nhiều", "những", "trưởng", "thành", "ngoại", "số", "mọi", "lượt"})) continue;
    if (m.is(Cls::delegation, "in") && !counted) continue;

    // The name goes on to the next verb, comma or bracket.
    const Mention* stop = scene.right(m.last, 40, [](const Mention& n) { return n.is(Cls::verb) && !n.is(Cls::org_head) && !n.is_verb({"has", "meet"}); });
    const std::uint32_t name_end = stop != nullptr ? stop->first : scene.s.last;
    const bool bare = !counted && (name_end <= m.last + 1 || w.is_any(m.last, {"đã", "gồm", "có", "do", "sẽ", "cũng", "còn", "được", ",", "này"}));
    // "a 14-member delegation"
    // ... "a 40-member youth delegation", "a group of 15 students"
    std::uint32_t size_end = m.first;
    while (size_end > scene.s.first + 3 && size_end + 4 > m.first && !w.is_any(size_end - 1, {"member", "strong", "person", "people"}) && w.is_word(size_end - 1)) --size_end;
    // ... "a nine-strong delegation"
    const Mention* size = size_end > scene.s.first + 2 && w.is_any(size_end - 1, {"member", "strong", "person", "people"}) && w.is_dash(size_end - 2)
                              ? scene.left(size_end - 2, 0, [](const Mention& n) { return n.quantity >= 0; }) : nullptr;
    const bool sized = size != nullptr;
    const bool introduced = !bare || sized;
    const auto from_abroad = scene.countries(m.first, std::min(name_end, m.last + 24));
    std::uint32_t own_end = m.last;  // "đoàn Hủa Phăn gồm 26 người, tỉnh Nghệ An trao": the name ends at the comma
    while (own_end < name_end && !w.is_any(own_end, {",", "(", ";", "gồm", "do", "vừa", "đã", "sẽ", "sang", "đến", "tới", "thăm"})) ++own_end;
    const bool ours = introduced && (is_home_name(m.last, std::min({own_end, m.last + 14, scene.s.last})) || of_home(scene, m.last, own_end));

    Count* people = people_in(scene, m);
    const Mention* received = scene.verb_left(m.first, 6, {"receive"});
    const Mention* sent = scene.verb_left(m.first, 6, {"send", "organise"});
    const Mention* visit = scene.right(m.last, 45, [](const Mention& n) { return n.is_verb({"visit"}); });
    const Way way = way_of(scene, m.last, d.home);
    const auto visited = way.abroad ? way.countries : std::vector<std::string>{};

    Kind kind = Kind::delegation_in;
    bool certain = false;
    // "tỉnh Phông Sa Lỳ cử đoàn 12 người sang": whoever sends from abroad sends here.
    std::vector<std::string> sender;
    if (sent != nullptr && sent->is_verb({"send"}))
      if (const Giver who = giver(scene, *sent); who.foreign) sender = who.countries;
    auto abroad_here = scene.countries(scene.s.first, scene.s.last);
    if (abroad_here.empty() && ours && people != nullptr && scene.index - last_countries_sentence_ <= 3) abroad_here = last_countries_;
    if (received != nullptr && !way.abroad) {
      certain = true;
    } else if (!sender.empty() && !ours) {
      certain = true;
    } else if (ours && !way.home && received == nullptr && !abroad_here.empty() && (way.abroad || people != nullptr || !scene.countries(scene.s.first, m.first).empty())) {
      kind = Kind::delegation_out;
      certain = true;
    } else if (way.abroad && (ours || sent != nullptr || from_abroad.empty() || from_abroad == visited)) {
      kind = Kind::delegation_out;
      certain = ours || sent != nullptr || introduced;
    } else if (way.home && (sent != nullptr || introduced) && !ours) {
      certain = !from_abroad.empty() || sent != nullptr;
    } else if (introduced && !from_abroad.empty() && visit != nullptr && !ours) {
      certain = true;
    } else if (sent != nullptr && sent->is_verb({"send"}) && from_abroad.empty()) {
      kind = Kind::delegation_out;
      certain = people != nullptr;
    } else if (introduced && people != nullptr && !ours &&
               ((visit != nullptr && scene.right(m.last, 2, [&](const Mention& n) { return n.is(Cls::org_head) && n.first < name_end; }) != nullptr) ||
                scene.right(m.last, 8, [&](const Mention& n) { return n.is(Cls::org_head, "known") && n.first < own_end; }) != nullptr)) {
      certain = true;  // "đoàn Tổ chức X gồm 7 người đã đến chào": no country named, but an organisation that came
    }
    const bool known_group = last_single_ >= 0 && scene.index - last_single_sentence_ <= 5;
    if (bare && !sized) {
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
    if (sized && !ours && !way.abroad) certain = true;
    // "một đoàn nghệ sĩ gồm 14 người của thành phố Nice sẽ sang Cần Thơ": an unknown place abroad, but they come here.
    if (!certain && way.home && introduced && people != nullptr && !ours && !way.abroad && scene.verb_right(m.last, 45, {"visit", "organise"}) != nullptr) certain = true;
    if (!introduced || (!certain && from_abroad.empty() && !ours)) continue;
    if (scene.planned(m.first) && !certain) continue;
    // The same group named again.
    const auto& countries = kind == Kind::delegation_out ? (!visited.empty() ? visited : !from_abroad.empty() ? from_abroad : abroad_here)
                            : !from_abroad.empty() ? from_abroad : sender;
    if (known_group) {
      Candidate& group = out_[static_cast<std::size_t>(last_single_)];
      if (group.fact.kind == kind && ((group.fact.countries == countries && !countries.empty()) || (countries.empty() && !counted))) {
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
    if (people == nullptr && sized) {
      fact.fact.visitors = d.quantity(*size)->value;
      fact.pending = false;
      fact.evidence.back().first = size->first;
    }
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
      last_giver_ = {fact.fact.orgs.back(), countries, true, true, false, m.first, name_end};
      last_giver_sentence_ = scene.index;
    }
  }
}

}  // namespace nc::intake
