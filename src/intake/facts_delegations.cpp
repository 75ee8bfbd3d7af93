// Delegations in and out that are counted: totals of a period and their parts.
#include <algorithm>
#include <optional>

#include "intake/facts_groups.h"

namespace nc::intake {

/// Groups counted together. Positions are tokens.
struct Groups {
  Count& counted;
  const Count* next = nullptr;    ///< the groups counted next in the sentence
  std::uint32_t end = 0;          ///< where those begin, else the end of the sentence
  const Mention* verb = nullptr;  ///< the verb before it: "đón", "cử", "tổ chức"
  bool part = false;              ///< of a number told before: "trong đó 17 đoàn của Trung Quốc"

  bool received() const { return verb != nullptr && verb->is_verb({"receive"}); }
};

namespace {

bool is_visit(const Mention& m) { return m.is_verb({"visit"}); }

/// "hosted 31 groups", "nine groups visited": English often says no more.
bool are_english_groups(const Scene& s, const Count& c) {
  return s.d.english && !c.used && c.noun != nullptr && s.w.is_any(c.last - 1, {"groups", "teams", "parties"}) && c.value != "individual" &&
         (s.verb_left(c.first, 6, {"receive", "send"}) != nullptr || s.verb_right(c.last, 8, {"visit"}) != nullptr);
}

/// Groups of ours that are counted; "một đoàn" is a single group.
bool counts_groups(const Scene& s, const Count& c) {
  return c.cls == Cls::delegation && !c.used && !c.q->indefinite && !s.others(c.first) && !s.economy(c.first);
}

Groups groups_at(Scene& s, std::size_t k) {
  Groups g{.counted = s.counts[k], .end = s.s.last};
  for (std::size_t n = k + 1; n < s.counts.size() && g.next == nullptr; ++n)
    if (s.counts[n].cls == Cls::delegation) g.next = &s.counts[n];
  if (g.next != nullptr) g.end = g.next->first;
  const auto moves = [](const Mention& m) { return m.is_verb({"receive", "send", "organise", "mobilise", "visit"}); };
  g.verb = s.left(g.counted.first, 40, moves);
  g.part = s.subset(g.counted.first);
  return g;
}

/// "Đoàn vào: 22 đoàn", "Số đoàn ra là 5 đoàn", "Số đoàn nước ngoài vào tỉnh là 17 đoàn"
const Mention* label_of(const Scene& s, const Count& c) {
  if (!c.value.empty()) return nullptr;
  const bool told = s.w.is_any(c.first - 1, {":", "là", "đạt", "còn", "lên"});
  const auto has_way = [](const Mention& m) { return m.is(Cls::delegation, "in") || m.is(Cls::delegation, "out"); };
  const Mention* label = s.left(c.first, told ? 14 : 4, has_way);
  if (label == nullptr || told) return label;
  return s.w.is_any(c.first - 1, {"có", ","}) && label->last + 1 >= c.first ? label : nullptr;
}

/// "43 lượt đoàn là con số mà liên hiệp đã đón trong năm"
bool is_relative(const Scene& s, std::uint32_t from, const Mention& verb) {
  if (!s.w.is(verb.first - 1, "đã") || s.any_verb_left(from, 30) != nullptr) return false;
  if (s.between(from, verb.first, [](const Mention& m) { return m.is(Cls::verb); }) != nullptr) return false;
  for (std::uint32_t i = from; i < verb.first; ++i)
    if (s.w.is(i, "mà")) return true;
  return false;
}

/// "mười hai đoàn khách ... đã được đón tiếp", "bốn đoàn được cử sang nước bạn".
const Mention* passive_way(const Scene& s, std::uint32_t from, std::uint32_t end) {
  const Mention* verb = s.verb_right(from, 30, {"receive", "send"});
  if (verb == nullptr || verb->first >= end) return nullptr;
  const bool english = s.d.english && verb->is_verb({"receive"}) && verb->first <= from + 5;  // "23 delegations and 310 visitors welcomed"
  return english || s.w.is_any(verb->first - 1, {"được", "were", "was"}) || is_relative(s, from, *verb) ? verb : nullptr;
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

/// The way that the words next to the number tell, whatever the verb of the sentence.
std::optional<Kind> way_in_words(const Scene& s, const Groups& g) {
  const Count& c = g.counted;
  if (const Mention* label = label_of(s, c)) return label->is(Cls::delegation, "in") ? Kind::delegation_in : Kind::delegation_out;
  if (c.value == "in") return Kind::delegation_in;
  if (c.value.empty() && g.received() && g.verb->last + 1 >= c.first) return Kind::delegation_in;  // "đón 11 đoàn của các tỉnh bạn sang thăm"
  if (c.value == "out" || goes_abroad(s, c.last, std::min(14U, g.end - c.last))) return Kind::delegation_out;
  if (const Mention* passive = passive_way(s, c.last, g.end)) return passive->is_verb({"send"}) ? Kind::delegation_out : Kind::delegation_in;
  if (told_abroad(s, c.first)) return Kind::delegation_out;
  return std::nullopt;
}

/// The way that the verbs tell.
std::optional<Kind> way_by_verb(const Scene& s, const Groups& g) {
  const Count& c = g.counted;
  const bool visits = s.verb_right(c.last, std::min(8U, g.end - c.last), {"visit"}) != nullptr;
  if (!g.received() && visits && way_of(s, c.last, s.d.home).abroad) return Kind::delegation_out;
  const auto guests = [](const Mention& m) { return m.is(Cls::person, "turn") || m.is(Cls::foreign, "in"); };
  if (g.verb == nullptr && s.left(c.first, 20, guests) != nullptr) return Kind::delegation_in;
  if (g.received()) return Kind::delegation_in;
  if (g.verb != nullptr && g.verb->is_verb({"send"})) return Kind::delegation_out;
  if (s.d.english && s.verb_left(c.first, 6, {"relate"}) != nullptr) return Kind::delegation_in;  // "worked with 74 delegations"
  if (s.right(c.last, 12, is_visit) != nullptr || s.w.is_any(c.last, {"đến", "vào", "nước", "quốc"})) return Kind::delegation_in;
  return std::nullopt;
}

/// People counted with groups: "với hơn 291 lượt khách", "gồm 16 thành viên", "/11 người".
Count* people_within(Scene& s, const Groups& g, std::uint32_t reach) {
  const std::uint32_t from = g.counted.last;
  for (Count& c : s.counts) {
    if (c.first < from || c.used) continue;
    if (c.first > from + reach || (g.next != nullptr && c.first > g.next->first)) return nullptr;
    // People of a group that is named in between are that group's.
    if (s.between(from, c.first, [](const Mention& m) { return m.is(Cls::delegation); }) != nullptr) return nullptr;
    if ((c.cls == Cls::person && c.value != "group") || c.cls == Cls::member) return &c;
  }
  return nullptr;
}

/// "..., với tổng số 138 người"
bool is_joined(const Scene& s, const Count& people) {
  return s.left(people.first, 3, [](const Mention& m) { return m.is(Cls::total) || m.is_verb({"has"}); }) != nullptr || s.w.is_any(people.first - 1, {"với", "gồm"});
}

/// The people of the groups: near, further off only with a word that joins, and not those of another act in between.
Count* people_of(Scene& s, const Groups& g) {
  Count* people = people_within(s, g, 12);
  if (people == nullptr) {
    people = people_within(s, g, 34);
    if (people == nullptr || !is_joined(s, *people)) return nullptr;
  }
  const auto other_act = [](const Mention& m) { return m.is_verb({"organise", "attract", "give", "treat"}); };
  return s.between(g.counted.last, people->first, other_act) == nullptr ? people : nullptr;
}

std::vector<std::string> countries_with(const Scene& s, const Groups& g) {
  const Count& c = g.counted;
  if (!g.part) return s.countries(c.first, g.end);
  // "12 đoàn Nhật Bản, 9 đoàn Hàn Quốc": the country right behind belongs to it.
  if (auto own = s.countries(c.last, c.last + 1); !own.empty()) return own;
  if (c.first <= s.s.first + 4) return s.countries(c.first, g.end);
  auto named = s.countries(c.first - 4, g.end);
  return named.size() > 1 ? s.countries(c.first - 4, c.first) : named;
}

/// The country that people who visit come from: "22 cựu chiến binh Mỹ trở lại thăm Quảng Trị".
std::vector<std::string> come_from(const Scene& s, const Count& people, const Mention& visit) {
  if (s.has(Cls::delegation) || s.any_verb_left(people.first, 10) != nullptr || way_of(s, visit.first, s.d.home).abroad) return {};
  return s.countries(people.first, visit.first);
}

bool counts_travellers(const Scene& s, const Count& c) {
  return !c.used && c.cls == Cls::person && c.value.empty() && !c.q->indefinite && !s.others(c.first);
}

}  // namespace

/// In or out; nothing when the sentence doesn't tell. Notes in `g` when the groups are a part of what was told just before.
std::optional<Kind> Extractor::way_of_groups(const Scene& scene, Groups& g) const {
  if (const auto kind = way_in_words(scene, g)) return kind;
  const bool told_before = any_direction_ && scene.index - last_direction_sentence_ <= 2;
  if (told_before && reversed(scene, g.counted.first))
    return last_direction_ == Kind::delegation_in ? Kind::delegation_out : Kind::delegation_in;
  if (const auto kind = way_by_verb(scene, g)) return kind;
  if (told_before) {
    g.part = true;
    return last_direction_;
  }
  const std::uint32_t behind = g.counted.last;
  if (scene.countries(behind, std::min(behind + 6, scene.s.last)).empty()) return std::nullopt;
  return Kind::delegation_in;
}

void Extractor::add_groups(Scene& scene, const Groups& g, Kind kind) {
  Count& c = g.counted;
  const bool verb_is_near = g.verb != nullptr && c.first - g.verb->first < 12;
  Candidate& total = add(scene, kind, verb_is_near && !g.part ? g.verb->first : c.first, c.last);
  c.used = true;
  set_count(total.fact, *c.q);
  set_status(total.fact, scene, c.first);
  set_period(total.fact);
  if (Count* people = people_of(scene, g)) {
    set_visitors(total.fact, *people);
    total.evidence.back().last = people->last;
  }
  total.fact.subset = g.part;
  total.fact.countries = countries_with(scene, g);
  any_direction_ = true;
  last_direction_ = kind;
  last_direction_sentence_ = scene.index;
}

void Extractor::delegations(Scene& scene) {
  for (std::size_t k = 0; k < scene.counts.size(); ++k) {
    Count& c = scene.counts[k];
    if (are_english_groups(scene, c)) c.cls = Cls::delegation, c.value = "";
    if (!counts_groups(scene, c)) continue;
    Groups groups = groups_at(scene, k);
    if (const auto kind = way_of_groups(scene, groups)) add_groups(scene, groups, *kind);
  }
}

/// One group, of which only the people are told.
void Extractor::add_travellers(Scene& scene, Kind kind, Stretch words, Count& people, std::vector<std::string> countries) {
  Fact& group = add(scene, kind, words.first, words.last).fact;
  group.count = 1;
  set_visitors(group, people);
  set_status(group, scene, people.first);
  group.countries = std::move(countries);
  set_date(group, scene.day_near(people.first));
}

/// "tổ chức cho 50 thanh niên sang thăm", "cử 5 cán bộ sang Lào": a group, though the word is not written.
void Extractor::people_sent(Scene& scene) {
  // "22 cựu chiến binh Mỹ trở lại thăm Quảng Trị", "twenty-two American veterans came back": they came together.
  for (Count& c : scene.counts) {
    if (!counts_travellers(scene, c) || c.q->value > 200) continue;
    const Mention* visit = scene.right(c.last, 4, [](const Mention& m) { return m.is(Cls::verb); });
    if (visit == nullptr || !is_visit(*visit)) continue;
    auto from = come_from(scene, c, *visit);
    if (!from.empty()) add_travellers(scene, Kind::delegation_in, {c.first, visit->last}, c, std::move(from));
  }
  for (Count& c : scene.counts) {
    if (!counts_travellers(scene, c)) continue;
    const Mention* sent = scene.verb_left(c.first, 0, {"send"});
    if (sent == nullptr || !goes_abroad(scene, c.last, 8)) continue;
    add_travellers(scene, Kind::delegation_out, {sent->first, c.last}, c, scene.countries(c.last, scene.s.last));
    last_single_ = static_cast<int>(out_.size()) - 1;
    last_single_sentence_ = scene.index;
  }
}

}  // namespace nc::intake
