// Foreign aid: what a verb of giving tells of one donor, its money and the works it is for.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {

/// A verb of giving with its parts. Positions are tokens.
struct Grant {
  const Mention& verb;
  Giver named;                     ///< who gives by this sentence
  Giver who;                       ///< the same; where it has no name, who gave last
  bool carried = false;            ///< "do tổ chức MYI thực hiện": carried out, by whoever is named
  bool run_by = false;             ///< English: "run by Saigon Children"
  bool fund = false;               ///< the verb tells funding or work, no present
  bool passive = false;            ///< the giver stands behind "do", "được" or the verb
  std::uint32_t until = 0;         ///< where the next verb takes over
  Count* money = nullptr;
  const Mention* works = nullptr;  ///< the project or building it is for
  bool pieces = false;             ///< gives counted things or to counted people
};

namespace {

/// The money of a grant: behind the verb; before "do" and the giver; in English before the verb ("a $210,000 programme run by").
Count* money_of(Scene& s, const Grant& g) {
  if (Count* behind = s.money_between(g.verb.last, std::min(g.until, g.verb.last + 34))) return behind;
  Count* found = nullptr;
  const std::uint32_t giver = g.named.first, verb = g.verb.first;
  if (g.passive && giver > s.s.first && s.w.is_any(giver - 1, {"do", "được"}))
    for (Count& before : s.monies)
      if (!before.used && before.last <= giver && before.last + 6 > giver) found = &before;
  if (found != nullptr || !s.d.english || giver < g.verb.last) return found;
  for (Count& before : s.monies) {
    if (before.used || before.last > verb || before.last + 10 <= verb || s.sign_between(before.last, verb, ",")) continue;
    if (s.between(before.last, verb, [](const Mention& n) { return n.is(Cls::verb) && !n.is_verb({"aid"}); }) == nullptr) found = &before;
  }
  return found;
}

/// The project or building, behind the verb or, in the passive, anywhere before.
const Mention* works_of(const Scene& s, const Grant& g) {
  return s.right(g.passive ? s.s.first : g.verb.last, 60, [&](const Mention& n) {
    return n.first < std::max(g.until, g.verb.first) && n.first + 40 > g.verb.first && (n.is(Cls::works) || n.is(Cls::project)) && !n.is(Cls::recipient);
  });
}

bool counts_pieces(const Scene& s, const Grant& g) {
  return std::ranges::any_of(s.counts, [&](const Count& c) {
    const bool piece = c.cls == Cls::item || c.cls == Cls::scholarship || (c.cls == Cls::recipient && c.value != "place");
    const bool of_giver = s.d.english && g.named.first > g.verb.first && c.first > g.named.last;
    return !c.used && piece && c.first >= g.verb.last && c.first < std::min(g.until, g.verb.last + 12) && !of_giver;
  });
}

/// "góp 200 triệu đồng xây 4 căn nhà": the money is given, the houses say for what.
bool money_builds(const Scene& s, const Grant& g) {
  return g.money != nullptr && g.money->first <= g.verb.last + 2 && s.verb_right(g.money->last, 4, {"build"}) != nullptr;
}

/// "Tổ chức X (Đức) hỗ trợ 9,6 tỷ đồng cho các hoạt động": to work, not to people.
bool gives_to_work(const Scene& s, const Grant& g) {
  return g.money->first <= g.verb.last + 1 && g.works == nullptr &&
         s.right(g.named.first, 1, [](const Mention& n) { return n.is(Cls::org_head); }) != nullptr &&
         s.right(g.money->last, 3, [](const Mention& n) { return n.is(Cls::event) || n.is(Cls::project) || n.is_verb({"implement", "build"}); }) != nullptr;
}

/// "Quỹ X (Nhật Bản) hỗ trợ trồng rừng ngập mặn, tổng kinh phí 5,6 tỷ đồng"
bool work_is_priced(const Scene& s, const Grant& g) {
  return s.left(g.money->first, 0, [](const Mention& n) { return n.is(Cls::total); }) != nullptr &&
         s.verb_right(g.verb.last, 1, {"plant", "implement", "build", "treat"}) != nullptr;
}

/// Aid is for work; things and help for people are presents (facts_gifts.cpp).
bool is_for_work(const Scene& s, const Grant& g, bool abroad_told) {
  if (money_builds(s, g)) return true;
  if (g.fund) return !g.pieces || g.works != nullptr;
  if (g.works != nullptr && !g.pieces) return true;
  if (g.money == nullptr || g.pieces || !g.named.known) return false;
  return gives_to_work(s, g) || (abroad_told && work_is_priced(s, g));
}

/// Without an amount only a named donor's project counts: "Dự án “X” do tổ chức Y (Đức) tài trợ".
bool names_project_and_donor(const Scene& s, const Grant& g) {
  if (s.has(Cls::scholarship) || !g.passive || !g.fund || !g.who.known) return false;
  const std::uint32_t giver = g.named.first;
  const bool quoted = giver > s.s.first + 1 && s.w.is_any(giver - 2, {"”", "\""});
  return quoted || (g.works != nullptr && g.works->first < giver);
}

/// Nobody from abroad in sight who may have given it.
bool donor_unknown(const Grant& g, bool guests_told) {
  if (g.who.known) return false;
  if (g.money != nullptr && !g.fund && g.who.countries.empty() && !guests_told) return true;
  return !g.passive && g.who.name.empty();
}

std::string title_of(const Scene& s, const Mention& works) {
  std::uint32_t end = works.last;
  while (end < s.s.last && end < works.last + 12 && !s.w.is_any(end, {",", ".", ";", "do", "trị", "với", "cho", "(", "được", "tại", "ở"})) ++end;
  return tidy_name(s.w, works.first, end);
}

/// What the money is for is counted with it, and not once more as a present.
void take_purpose(Scene& s, const Grant& g) {
  if (!money_builds(s, g)) return;
  for (Count& c : s.counts)
    if (c.first >= g.money->last && c.first < g.money->last + 6 && (c.cls == Cls::item || c.cls == Cls::works)) c.used = true;
}

bool carried_by_unknown(const Scene& s, const Mention& verb) {
  return verb.is_verb({"implement"}) && s.left(verb.first, 0, [](const Mention& n) { return n.is(Cls::org_head, "known"); }) == nullptr;
}

}  // namespace

/// May the verb tell of a grant at all?
bool Extractor::grants(const Scene& scene, const Mention& verb) const {
  if (!verb.is_verb({"fund", "give", "build", "implement"}) || scene.others(verb.first) || scene.nominal(verb)) return false;
  return !(verb.is(Cls::org_head) && verb.first > scene.s.first && w.capital(verb.first));  // "the Red Thread Fund"
}

Grant Extractor::grant_by(Scene& scene, const Mention& verb, Giver&& named) const {
  Grant g{.verb = verb, .named = std::move(named), .who = {}};
  g.carried = carried_by_unknown(scene, verb);
  g.run_by = d.english && g.carried && (w.is(verb.last - 1, "by") || w.is(verb.last, "by"));
  g.fund = verb.is_verb({"fund", "implement"});
  const std::uint32_t giver = g.named.first;
  g.passive = giver > scene.s.first && (w.is(giver - 1, "do") || giver > verb.first || (verb.is_verb({"build"}) && w.is(giver - 1, "được")));
  const Mention* next = scene.right(verb.last, 40, [&](const Mention& n) { return n.is_verb({"fund", "give", "receive", "organise", "sign"}) && n.first > verb.last + 3; });
  g.until = next != nullptr ? next->first : scene.s.last;
  g.money = money_of(scene, g);
  g.works = works_of(scene, g);
  g.pieces = counts_pieces(scene, g);
  g.who = g.named.known || !g.named.foreign ? g.named : giver_or_last(scene, verb);
  return g;
}

/// "Chương trình “X” do tổ chức MYI (Hàn Quốc) thực hiện": a project or words in quotes, right before "do" and a donor from abroad.
bool Extractor::is_carried_out(const Scene& scene, const Grant& g) const {
  const Giver& by = g.named;
  if (!by.known || !by.foreign || by.countries.empty() || by.first <= scene.s.first || !w.is(by.first - 1, "do") || by.last - by.first >= 14) return false;
  const std::uint32_t before = by.first - 1;
  if (before > scene.s.first && w.is_any(before - 1, {"”", "\""})) return true;
  const Mention* what = scene.left(before, 14, [](const Mention& n) { return n.is(Cls::project) || n.is(Cls::works) || n.is(Cls::event) || n.is_verb({"treat", "fund", "organise"}); });
  return what != nullptr && what->is(Cls::project);
}

bool Extractor::is_aid(Scene& scene, const Grant& g) const {
  if (g.run_by && (g.money == nullptr || !g.named.known)) return false;
  if (g.carried && !g.run_by && !is_carried_out(scene, g)) return false;
  // "dự án xây dựng trường ... của Quỹ X": the project is no giver.
  if (g.verb.is_verb({"build"}) && (!g.named.known || scene.left(g.verb.first, 0, [](const Mention& n) { return n.is(Cls::project) || n.is(Cls::works); }) != nullptr)) return false;
  const Giver& named = g.named;
  const auto economy = [](const Mention& n) { return n.is(Cls::economy); };
  if (g.money == nullptr && scene.between(named.first, std::min(named.first + 21, std::max(named.last, g.verb.first)), economy) != nullptr) return false;
  if (!g.who.foreign) return false;
  // Without a sign that they are from abroad, people who "ủng hộ", "tặng" give a present (facts_gifts.cpp).
  const bool well_known = scene.between(g.who.first, std::min(g.who.first + 13, g.who.last), [](const Mention& n) { return n.is(Cls::org_head, "known"); }) != nullptr;
  const bool abroad_told = !g.who.countries.empty() || well_known || (!named.known && last_giver_.known);
  if (g.verb.is_verb({"give"}) && !g.fund && !abroad_told && g.works == nullptr) return false;
  return is_for_work(scene, g, abroad_told) && (g.money != nullptr || names_project_and_donor(scene, g));
}

/// "Hoạt động do ông X tài trợ gần 30 triệu đồng": the price of what was just given.
bool Extractor::prices_last_gift(const Scene& scene, const Grant& g) {
  if (g.money == nullptr || !g.passive || g.works != nullptr || g.named.first > scene.s.first + 5 || out_.empty()) return false;
  Candidate& last = out_.back();
  if (last.fact.kind != Kind::gift || last.fact.amount || last.sentence + 1 != scene.index) return false;
  set_amount(last.fact, scene, *g.money);
  last.fact.donor = g.who.name;
  last.evidence.push_back({g.named.first, g.money->last});
  return true;
}

void Extractor::add_grant(Scene& scene, const Grant& g) {
  const std::uint32_t last = g.money != nullptr ? std::max(g.money->last, g.verb.last) : g.until;
  std::uint32_t first = std::min(g.named.first, g.verb.first);
  if (g.works != nullptr && g.works->first < last) first = std::min(first, g.works->first);
  if (g.money != nullptr) first = std::min(first, g.money->first);
  Candidate& fact = add(scene, Kind::aid_project, first, g.money != nullptr ? last : g.verb.last);
  if (g.money != nullptr) set_amount(fact.fact, scene, *g.money);
  if (g.money != nullptr && g.works != nullptr)
    for (Count& c : scene.counts)
      if (c.cls == Cls::works && c.first >= g.verb.last && c.last <= g.money->first) c.used = true;
  set_giver(fact.fact, scene, g.who);
  if (g.works != nullptr) fact.fact.title = title_of(scene, *g.works);
  set_status(fact.fact, scene, g.verb.first);
  if (scene.subset(g.verb.first)) fact.fact.subset = true;
}

void Extractor::single_donors(Scene& scene) {
  for (const Mention* verb : scene.mentions) {
    if (!grants(scene, *verb)) continue;
    Giver named = giver(scene, *verb);
    if (named.many) continue;
    const Grant grant = grant_by(scene, *verb, std::move(named));
    if (!is_aid(scene, grant)) continue;
    take_purpose(scene, grant);
    if (!prices_last_gift(scene, grant) && !donor_unknown(grant, last_single_ >= 0)) add_grant(scene, grant);
  }
}

}  // namespace nc::intake
