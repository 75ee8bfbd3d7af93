// Delegations told one by one: "Đoàn Đại học Suwon gồm 12 người đến thăm Cần Thơ".
#include <algorithm>

#include "intake/facts_groups.h"

namespace nc::intake {

/// One group with the words around it. Positions are tokens.
struct SingleGroup {
  const Mention& noun;                        ///< "đoàn", "delegation"
  bool counted = false;                       ///< "một đoàn"
  const Mention* size = nullptr;              ///< "a 14-member delegation"
  std::uint32_t name_end = 0;                 ///< where the next verb begins
  std::uint32_t own_end = 0;                  ///< "đoàn Hủa Phăn gồm 26 người, tỉnh Nghệ An trao": the name ends at the comma
  bool introduced = false;                    ///< more is said than "đoàn đã ..."
  bool ours = false;                          ///< from the home province
  Count* people = nullptr;
  const Mention* received = nullptr;          ///< "đón", before it
  const Mention* sent = nullptr;              ///< "cử", "tổ chức", before it
  const Mention* visit = nullptr;             ///< "thăm", behind it
  Way way = {};
  std::vector<std::string> from_abroad = {};  ///< countries in its name
  std::vector<std::string> sender = {};       ///< countries of who sends it from abroad
  std::vector<std::string> told_here = {};    ///< countries of the sentence, else of those just before

  /// Is there more to it than being mentioned?
  bool told(bool certain) const { return certain || people != nullptr || size != nullptr; }
};

/// The way a group takes; `certain` when the sentence says that it came or went.
struct Direction {
  Kind kind = Kind::delegation_in;
  bool certain = false;
};

namespace {

/// The number right before the word.
const Quantity* number_before(const Scene& s, std::size_t k) {
  return k > 0 && s.mentions[k - 1]->last == s.mentions[k]->first ? s.d.quantity(*s.mentions[k - 1]) : nullptr;
}

/// Is the mention a group by itself: neither counted nor a plural, nor a part of another word ("trưởng đoàn", "thành đoàn")?
bool is_single(const Scene& s, std::size_t k) {
  const Mention& m = *s.mentions[k];
  if (!m.is(Cls::delegation) || m.is(Cls::delegation, "out") || s.others(m.first)) return false;
  if (m.first > s.s.first && s.w.is_any(m.first - 1, {"các", "nhiều", "những", "trưởng", "thành", "ngoại", "số", "mọi", "lượt"})) return false;
  if (const Quantity* number = number_before(s, k)) return number->indefinite;
  return !m.is(Cls::delegation, "in") && !(s.d.english && s.w.raw(m.last - 1).ends_with('s'));
}

/// The name goes on to the next verb.
std::uint32_t end_of_name(const Scene& s, const Mention& m) {
  const Mention* stop = s.right(m.last, 40, [](const Mention& n) { return n.is(Cls::verb) && !n.is(Cls::org_head) && !n.is_verb({"has", "meet"}); });
  return stop != nullptr ? stop->first : s.s.last;
}

/// "đoàn đã thăm", "đoàn gồm": no name behind the word.
bool is_bare(const Words& w, const SingleGroup& g) {
  if (g.counted) return false;
  return g.name_end <= g.noun.last + 1 || w.is_any(g.noun.last, {"đã", "gồm", "có", "do", "sẽ", "cũng", "còn", "được", ",", "này"});
}

/// "a 14-member delegation", "a 40-member youth delegation", "a nine-strong delegation"
const Mention* size_of(const Scene& s, const Mention& m) {
  const Words& w = s.w;
  const auto tells_size = [&](std::uint32_t i) { return w.is_any(i, {"member", "strong", "person", "people"}); };
  std::uint32_t end = m.first;
  while (end > s.s.first + 3 && end + 4 > m.first && !tells_size(end - 1) && w.is_word(end - 1)) --end;
  if (end <= s.s.first + 2 || !tells_size(end - 1) || !w.is_dash(end - 2)) return nullptr;
  return s.left(end - 2, 0, [](const Mention& n) { return n.quantity >= 0; });
}

std::uint32_t end_of_own_name(const Words& w, const SingleGroup& g) {
  std::uint32_t end = g.noun.last;
  while (end < g.name_end && !w.is_any(end, {",", "(", ";", "gồm", "do", "vừa", "đã", "sẽ", "sang", "đến", "tới", "thăm"})) ++end;
  return end;
}

/// "đoàn 20 thanh niên Hải Phòng": the home province inside the name, not as a destination.
bool of_home(const Scene& s, std::uint32_t first, std::uint32_t last) {
  const std::string& home = s.d.home;
  if (home.empty() || !s.countries(first, last).empty()) return false;
  const Mention* place = s.between(first, last, [&](const Mention& m) { return m.is(Cls::province) && m.value(Cls::province) == home; });
  if (place == nullptr) return false;
  const auto people = [](const Mention& m) { return m.is(Cls::person) || m.is(Cls::member) || m.is(Cls::home, "area"); };
  return place->first == first || s.left(place->first, 0, people) != nullptr;
}

bool may_be_people(const Count& c, const Mention& group) {
  const bool pupils = ((c.cls == Cls::recipient && c.value == "person") || c.cls == Cls::member) && c.first <= group.last + 4;  // "đoàn học sinh 22 em"
  return !c.used && (c.cls == Cls::person || pupils) && c.value != "group" && c.first >= group.last && c.first <= group.last + 34;
}

bool is_joined(const Scene& s, const Count& people, const Mention& group) {
  const bool close = people.first <= group.last + 4 && !s.sign_between(group.last, people.first, ",");
  return close || s.verb_left(people.first, 2, {"has"}) != nullptr ||
         (people.first > 0 && s.w.is_any(people.first - 1, {"gồm", "có", "(", "cùng", "with", "of"}));
}

/// The people a single group has: "gồm 16 thành viên", "(12 người)", "đoàn 20 học sinh", "khoảng 20 người".
Count* people_in(Scene& s, const Mention& group) {
  const auto other_act = [](const Mention& n) { return n.is(Cls::event) || (n.is_verb({"give", "organise", "treat", "attract"}) && !n.is(Cls::org_head)); };
  for (Count& c : s.counts) {
    if (!may_be_people(c, group) || s.w.is(c.last, "dân")) continue;
    return is_joined(s, c, group) && s.between(group.last, c.first, other_act) == nullptr ? &c : nullptr;
  }
  return nullptr;
}

/// Our group goes to a country told, or has its people told beside one.
bool ours_travels(const Scene& s, const SingleGroup& g) {
  if (!g.ours || g.way.home || g.received != nullptr || g.told_here.empty()) return false;
  return g.way.abroad || g.people != nullptr || !s.countries(s.s.first, g.noun.first).empty();
}

/// It goes abroad, and not from there.
bool is_bound_abroad(const SingleGroup& g) {
  return g.way.abroad && (g.ours || g.sent != nullptr || g.from_abroad.empty() || g.from_abroad == g.way.countries);
}

/// "đoàn Tổ chức X gồm 7 người đã đến chào": no country named, but an organisation that came
bool organisation_came(const Scene& s, const SingleGroup& g) {
  if (g.people == nullptr || g.ours) return false;
  const std::uint32_t name = g.noun.last;
  const auto organisation = [](const Mention& n) { return n.is(Cls::org_head); };
  if (g.visit != nullptr && s.between(name, std::min(g.name_end, name + 3), organisation) != nullptr) return true;
  return s.between(name, std::min(g.own_end, name + 9), [](const Mention& n) { return n.is(Cls::org_head, "known"); }) != nullptr;
}

Direction told_direction(const Scene& s, const SingleGroup& g) {
  if (g.received != nullptr && !g.way.abroad) return {Kind::delegation_in, true};
  if (!g.sender.empty() && !g.ours) return {Kind::delegation_in, true};
  if (ours_travels(s, g) || is_bound_abroad(g)) return {Kind::delegation_out, true};
  if (g.way.home && !g.ours) return {Kind::delegation_in, !g.from_abroad.empty() || g.sent != nullptr};
  if (!g.from_abroad.empty() && g.visit != nullptr && !g.ours) return {Kind::delegation_in, true};
  if (g.sent != nullptr && g.sent->is_verb({"send"}) && g.from_abroad.empty()) return {Kind::delegation_out, g.people != nullptr};
  return {Kind::delegation_in, organisation_came(s, g)};
}

/// "một đoàn nghệ sĩ gồm 14 người của thành phố Nice sẽ sang Cần Thơ": an unknown place abroad, but they come here.
bool comes_here(const Scene& s, const SingleGroup& g) {
  return g.way.home && g.people != nullptr && s.verb_right(g.noun.last, 45, {"visit", "organise"}) != nullptr;
}

Direction direction_of(const Scene& s, const SingleGroup& g) {
  Direction direction = told_direction(s, g);
  if (!g.ours && !g.way.abroad && (g.size != nullptr || comes_here(s, g))) direction.certain = true;
  return direction;
}

bool is_fact(const Scene& s, const SingleGroup& g, const Direction& direction) {
  return direction.certain || ((g.ours || !g.from_abroad.empty()) && !s.planned(g.noun.first));
}

/// The countries it goes to or comes from.
const std::vector<std::string>& countries_of_way(const SingleGroup& g, Kind kind) {
  if (kind == Kind::delegation_out && !g.way.countries.empty()) return g.way.countries;
  if (!g.from_abroad.empty()) return g.from_abroad;
  return kind == Kind::delegation_out ? g.told_here : g.sender;
}

/// Gives the people to a group told before, if it has none yet.
bool add_people(Candidate& group, const SingleGroup& again) {
  if (again.people == nullptr || group.fact.visitors) return false;
  set_visitors(group.fact, *again.people);
  group.evidence.push_back({again.noun.first, again.people->last});
  return true;
}

}  // namespace

SingleGroup Extractor::single_group_at(Scene& scene, std::size_t k) const {
  const Mention& m = *scene.mentions[k];
  SingleGroup g{.noun = m, .counted = number_before(scene, k) != nullptr, .size = size_of(scene, m), .name_end = end_of_name(scene, m)};
  g.own_end = end_of_own_name(w, g);
  g.introduced = g.size != nullptr || !is_bare(w, g);
  g.ours = g.introduced && (is_home_name(m.last, std::min({g.own_end, m.last + 14, scene.s.last})) || of_home(scene, m.last, g.own_end));
  g.people = people_in(scene, m);
  g.received = scene.verb_left(m.first, 6, {"receive"});
  g.sent = scene.verb_left(m.first, 6, {"send", "organise"});
  g.visit = scene.right(m.last, 45, [](const Mention& n) { return n.is_verb({"visit"}); });
  g.way = way_of(scene, m.last, d.home);
  g.from_abroad = scene.countries(m.first, std::min(g.name_end, m.last + 24));
  g.sender = sender_abroad(scene, g);
  g.told_here = scene.countries(scene.s.first, scene.s.last);
  const bool countries_before = g.ours && g.people != nullptr && scene.index - last_countries_sentence_ <= 3;
  if (g.told_here.empty() && countries_before) g.told_here = last_countries_;
  return g;
}

/// "tỉnh Phông Sa Lỳ cử đoàn 12 người sang": whoever sends from abroad sends here.
std::vector<std::string> Extractor::sender_abroad(const Scene& scene, const SingleGroup& g) const {
  if (g.sent == nullptr || !g.sent->is_verb({"send"})) return {};
  Giver who = giver(scene, *g.sent);
  return who.foreign ? std::move(who.countries) : std::vector<std::string>{};
}

/// The single group told last, when it is near enough to be meant by "đoàn".
Candidate* Extractor::last_group(const Scene& scene) {
  return last_single_ >= 0 && scene.index - last_single_sentence_ <= 5 ? &out_[static_cast<std::size_t>(last_single_)] : nullptr;
}

/// "Đoàn gồm 12 người": more of the group told last.
void Extractor::continue_group(const Scene& scene, const SingleGroup& g) {
  Candidate* last = last_group(scene);
  if (last != nullptr && add_people(*last, g)) last->pending = false;
}

/// The same group named again.
bool Extractor::repeats_group(const Scene& scene, const SingleGroup& g, const Direction& direction) {
  Candidate* last = last_group(scene);
  if (last == nullptr || last->fact.kind != direction.kind) return false;
  const auto& countries = countries_of_way(g, direction.kind);
  if (countries.empty() ? g.counted : last->fact.countries != countries) return false;
  add_people(*last, g);
  last->pending = last->pending && !direction.certain && g.people == nullptr;
  return true;
}

void Extractor::add_group(const Scene& scene, const SingleGroup& g, const Direction& direction) {
  const std::uint32_t first = g.received != nullptr ? g.received->first : g.noun.first;
  Candidate& group = add(scene, direction.kind, first, g.people != nullptr ? g.people->last : std::min(g.name_end, g.noun.last + 8));
  group.pending = !g.told(direction.certain);
  group.fact.count = 1;
  if (g.people != nullptr) {
    set_visitors(group.fact, *g.people);
  } else if (g.size != nullptr) {
    group.fact.visitors = d.quantity(*g.size)->value;
    group.evidence.back().first = g.size->first;
  }
  set_status(group.fact, scene, g.noun.first);
  group.fact.countries = countries_of_way(g, direction.kind);
  group.fact.orgs.push_back(tidy_name(w, g.noun.first, std::min(g.name_end, g.noun.last + 12)));
  set_date(group.fact, scene.day_near(g.noun.first));
  if (group.fact.date.empty()) set_date(group.fact, paragraph_day_);
  last_single_ = static_cast<int>(out_.size()) - 1;
  last_single_sentence_ = scene.index;
  if (direction.kind == Kind::delegation_out) return;
  last_giver_ = {.name = group.fact.orgs.back(), .countries = group.fact.countries, .known = true, .first = g.noun.first, .last = g.name_end};
  last_giver_sentence_ = scene.index;
}

void Extractor::single_delegations(Scene& scene) {
  for (std::size_t k = 0; k < scene.mentions.size(); ++k) {
    if (!is_single(scene, k)) continue;
    const SingleGroup group = single_group_at(scene, k);
    if (!group.introduced) {
      continue_group(scene, group);
      continue;
    }
    const Direction direction = direction_of(scene, group);
    if (is_fact(scene, group, direction) && !repeats_group(scene, group, direction)) add_group(scene, group, direction);
  }
}

}  // namespace nc::intake
