// Foreign aid told without a verb of giving: sums from a donor, a donor with its project and price, works of who gave last.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

bool names_organisation(const Scene& s, std::uint32_t first, std::uint32_t until, std::string_view value = {}) {
  return s.between(first, until, [&](const Mention& m) { return value.empty() ? m.is(Cls::org_head) : m.is(Cls::org_head, value); }) != nullptr;
}

/// A donor before a price, and how the two hang together.
struct Pair {
  const Mention* org;
  std::uint32_t end = 0;             ///< of the donor's name
  std::vector<std::string> countries;
  bool known = false;                ///< an organisation of the lexicon
};

const Mention* donor_before(const Scene& s, const Count& money) {
  const Mention* org = s.left(money.first, 28, [&](const Mention& m) {
    const bool place = m.first > s.s.first && s.w.is_any(m.first - 1, {"tại", "ở", "cho"});  // "tại huyện X"
    return !place && m.is(Cls::org_head) && (s.w.capital(m.last) || m.is(Cls::org_head, "known"));
  });
  if (org == nullptr) return nullptr;
  const Mention* head = s.left(org->first, 0, [](const Mention& m) { return m.is(Cls::org_head); });
  return head != nullptr ? head : org;  // "Tổ chức Oxfam"
}

Pair pair_of(const Scene& s, const Mention& org, const Count& money) {
  Pair p{.org = &org, .end = org.last, .countries = {}};
  while (p.end < money.first && !s.w.is_any(p.end, {"với", "(", ",", "có", ":", "dẫn", "đứng", "đóng"})) ++p.end;
  p.countries = s.countries(org.first, std::min(p.end + 4, money.first));
  p.known = names_organisation(s, org.first, std::min(org.first + 7, std::max(p.end, org.last)), "known");
  return p;
}

const Mention* project_behind(const Scene& s, const Pair& p) {
  return s.right(p.end, 8, [&](const Mention& m) { return m.is(Cls::project) || m.is(Cls::works) || (p.known && m.is(Cls::event, "one") && s.w.is(m.first, "chương")); });
}

/// "Tổ chức Malteser (Đức) với dự án phòng chống thiên tai trị giá 320.000 EUR"
bool leads_project(const Scene& s, const Pair& p, const Count& money) {
  const Mention* project = project_behind(s, p);
  if (project == nullptr || project->first > money.first) return false;
  std::uint32_t behind = p.end;  // the bracket with the country
  if (s.w.is(p.end, "("))
    while (behind < money.first && !s.w.is(behind, ")")) ++behind;
  const bool nothing_between = s.left(std::min(behind + 3, money.first), 4, [](const Mention&) { return true; }) == nullptr;
  return nothing_between || s.w.is_any(p.end, {"với", "có", ":"}) || s.w.is_any(behind, {"với", ")"}) || s.w.is(behind + 1, "với");
}

/// "Dự án trồng rừng, tổ chức Oxfam, kinh phí 150.000 USD"
bool follows_project(const Scene& s, const Pair& p) {
  const bool of_donor = p.org->first > s.s.first && s.w.is_any(p.org->first - 1, {"của", "từ"});
  if ((!of_donor && !s.w.is(p.end, ",")) || project_behind(s, p) != nullptr) return false;
  return s.left(p.org->first, of_donor ? 20 : 12, [](const Mention& m) { return m.is(Cls::project); }) != nullptr;
}

/// "Tổ chức X dẫn đầu với 1,2 triệu USD, tiếp theo là Y với 860.000 USD": donors in a row behind their total.
bool is_ranked(const Scene& s, const Pair& p, const Count& money, bool donors_told) {
  return money.first > s.s.first && s.w.is_any(money.first - 1, {"với", "with", "at", "which"}) && money.first <= p.org->last + 10 &&
         (donors_told || s.has(Cls::subset) || s.w.is_any(p.end, {"dẫn", "đứng"}));
}

bool verb_stands_between(const Scene& s, const Pair& p, const Count& money) {
  return s.between(p.end, money.first, [](const Mention& m) { return m.is_verb({"fund", "give", "mobilise", "receive", "disburse", "approve", "sign", "organise"}); }) != nullptr;
}

}  // namespace

/// Does the sentence speak of donors by that name: "trong số các nhà tài trợ"?
bool Extractor::donors_told(const Scene& scene) const {
  const auto donor = [&](const Mention* m) { return w.is(m->first, "nhà") && (w.is(m->first + 1, "tài") || w.is(m->first + 1, "hảo")); };
  if (std::ranges::any_of(scene.mentions, donor)) return true;
  for (std::uint32_t i = scene.s.first; d.english && i < scene.s.last; ++i)
    if (w.is_any(i, {"donor", "donors", "contributor", "contributors", "funder", "funders"})) return true;
  return false;
}

/// "They included 50,000 masks from Shizuoka and $15,000 from the city of Honolulu": who gave stands behind.
void Extractor::sums_from_donors(Scene& scene) {
  for (Count& money : scene.monies) {
    if (money.used || scene.others(money.first) || !w.is_any(money.last, {"from", "từ"})) continue;
    const std::uint32_t first = money.last + 1;
    std::uint32_t end = first;
    while (end < scene.s.last && end < first + 10 && !w.is_any(end, {",", ".", ";", "to", "for", "cho", "để"})) ++end;
    const bool named = w.capital(first) || w.capital(first + 1) || w.is_any(first, {"the", "a", "an"});
    if (!named || is_home_name(first, end)) continue;
    const bool among_gifts = std::ranges::any_of(scene.counts, [&](const Count& c) { return c.cls == Cls::item && c.last < money.first; });
    const auto from = scene.countries(first, end);
    const bool organisation = names_organisation(scene, first, std::min(end, first + 7), "known") || (!from.empty() && names_organisation(scene, first, std::min(end, first + 6)));
    if (!among_gifts && !organisation) continue;
    Candidate& fact = add(scene, among_gifts ? Kind::gift : Kind::aid_project, money.first, end);
    set_amount(fact.fact, scene, money);
    fact.fact.donor = tidy_name(w, first, end);
    fact.fact.countries = from;
    set_status(fact.fact, scene, money.first);
  }
}

/// A donor, a project, a price, and no verb.
void Extractor::priced_projects(Scene& scene) {
  for (Count& money : scene.monies) {
    if (money.used || scene.others(money.first)) continue;
    const Mention* org = donor_before(scene, money);
    if (org == nullptr) continue;
    const Pair p = pair_of(scene, *org, money);
    const bool donors = donors_told(scene);
    if ((p.countries.empty() && !p.known && !donors) || verb_stands_between(scene, p, money)) continue;
    if (!follows_project(scene, p) && !is_ranked(scene, p, money, donors) && !leads_project(scene, p, money)) continue;
    for (Count& c : scene.counts)
      if ((c.cls == Cls::project || c.cls == Cls::event) && c.first >= org->first && c.last <= money.first) c.used = true;
    add_donation(scene, org->first, money, {org->first, p.end}, p.countries);
  }
}

/// Works counted with their price, by whoever gave last: "hai cây cầu nữa sẽ được khởi công, mỗi cây trị giá 700 triệu đồng".
void Extractor::works_of_last_donor(Scene& scene) {
  if (!last_giver_.known || !last_giver_.foreign || scene.index - last_giver_sentence_ > 8) return;
  for (Count& c : scene.counts) {
    if (c.used || c.cls != Cls::works) continue;
    Count* money = scene.money_between(c.last, std::min(scene.s.last, c.last + 24));
    const Mention* build = scene.verb_right(c.last, 12, {"build"});
    if (build == nullptr && scene.planned(c.first)) build = scene.verb_left(c.first, 0, {"build", "give"});
    if (money == nullptr || build == nullptr) continue;
    Candidate& fact = add(scene, Kind::aid_project, c.first, money->last);
    c.used = true;
    set_amount(fact.fact, scene, *money);
    fact.fact.quantity = c.q->value;
    fact.fact.unit = std::string(w.between(c.noun->first, c.noun->last));
    fact.fact.donor = last_giver_.name;
    fact.fact.countries = last_giver_.countries;
    set_status(fact.fact, scene, c.first);
  }
}

}  // namespace nc::intake
