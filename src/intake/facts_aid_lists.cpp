// Foreign aid in lists: a table of grants, a line for each donor, donors with their sums in brackets.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {

Candidate& Extractor::add_donation(const Scene& scene, std::uint32_t first, Count& money, Stretch donor, std::vector<std::string> countries) {
  Candidate& fact = add(scene, Kind::aid_project, first, money.last);
  set_amount(fact.fact, scene, money);
  fact.fact.donor = tidy_name(w, donor.first, donor.last);
  fact.fact.countries = std::move(countries);
  fact.fact.subset = true;
  set_status(fact.fact, scene, money.first);
  return fact;
}

/// A row of a table of grants: "1 | Xây 02 phòng học | Tổ chức X (Anh) | 1,24 tỷ đồng". The donor is the cell with a country in
/// brackets or the head of an organisation's name, the title the longest other cell.
bool Extractor::table_row(Scene& scene) {
  std::vector<Stretch> cells{{scene.s.first, scene.s.first}};
  for (std::uint32_t i = scene.s.first; i < scene.s.last; ++i) {
    if (w.is(i, "|")) cells.push_back({i + 1, i + 1});
    else cells.back().last = i + 1;
  }
  if (cells.size() < 3 || scene.monies.empty()) return false;
  Count& money = scene.monies.back();
  const Stretch *donor = nullptr, *title = nullptr;
  for (const Stretch& cell : cells) {
    if (cell.first >= cell.last || (money.first >= cell.first && money.first < cell.last)) continue;
    const bool named = scene.right(cell.first, 0, [](const Mention& m) { return m.is(Cls::org_head); }) != nullptr;
    if (donor == nullptr && (named || scene.sign_between(cell.first, cell.last, "(")) && (named || !scene.countries(cell.first, cell.last).empty())) donor = &cell;
    else if (title == nullptr || cell.last - cell.first > title->last - title->first) title = &cell;
  }
  for (Count& c : scene.counts) c.used = true;
  if (donor == nullptr || title == nullptr) return true;
  Candidate& fact = add_donation(scene, std::min(title->first, donor->first), money, *donor, scene.countries(donor->first, donor->last));
  fact.fact.title = std::string(w.between(title->first, title->last));
  return true;
}

/// "+ Tổ chức Kids Smile (Hàn Quốc): 95.000 USD khám răng học đường": a line of a list, the donor and what it gave.
bool Extractor::donor_line(Scene& scene) {
  if (scene.monies.empty()) return false;
  Count& money = scene.monies.front();
  std::uint32_t first = scene.s.first, colon = scene.s.first;
  while (first < scene.s.last && !w.is_word(first)) ++first;
  while (colon < money.first && !w.is(colon, ":")) ++colon;
  if (colon >= money.first || colon > first + 24) return false;
  // "- Madison Quakers: xây 01 trường mẫu giáo, 1,15 tỷ đồng": what was done may stand between.
  const bool listed = scene.s.first < first && w.is_any(scene.s.first, {"-", "+", "•", "–"});
  const bool work = listed && scene.verb_right(colon, 3, {"build", "fund", "give"}) != nullptr && scene.right(colon, 12, [&](const Mention& m) { return m.first < money.first && m.is(Cls::item); }) == nullptr;
  if (colon + 2 < money.first && !work) return false;
  const bool headed = scene.right(first, 0, [](const Mention& m) { return m.is(Cls::org_head); }) != nullptr;
  const bool known = scene.right(first, 12, [&](const Mention& m) { return m.is(Cls::org_head, "known") && m.first < colon; }) != nullptr;
  const auto countries = scene.countries(first, colon);
  const bool verb = scene.right(first, colon - first, [&](const Mention& m) { return m.last <= colon && m.is(Cls::verb) && !m.is(Cls::org_head) && !m.is(Cls::partner); }) != nullptr;
  if (!(headed || known) || (countries.empty() && !known) || verb || is_home_name(first, colon)) return false;
  add_donation(scene, first, money, {first, colon}, countries);
  return true;
}

/// "Good Neighbors (9,2 tỷ đồng), Quỹ Bông Sen (Pháp) (3,4 tỷ đồng)": donors with their sums in brackets.
void Extractor::bracketed_donors(Scene& scene) {
  for (Count& money : scene.monies) {
    if (money.used || money.first < scene.s.first + 2 || !w.is(money.first - 1, "(") || !w.is(money.last, ")")) continue;
    std::uint32_t end = money.first - 1;
    if (w.is(end - 1, ")"))
      while (end > scene.s.first && !w.is(end, "(")) --end;
    const Mention* org = scene.left(end, 10, [&](const Mention& m) { return m.is(Cls::org_head) && w.capital(m.first) && !scene.sign_between(m.first, end, ","); });
    if (org == nullptr || is_home_name(org->first, end)) continue;
    // "Saigon Children's Charity (USD 185,000)": the known name ends with another word of organisations.
    for (const Mention* name = org; !org->is(Cls::org_head, "known") && name != nullptr;) {
      name = scene.left(name->first, 3, [&](const Mention& m) { return m.is(Cls::org_head) && w.capital(m.first); });
      if (name == nullptr || scene.sign_between(name->last, org->first, ",") || scene.sign_between(name->last, org->first, "(")) break;
      if (name->is(Cls::org_head, "known")) org = name;
    }
    const auto countries = scene.countries(org->first, money.first);
    if (countries.empty() && !org->is(Cls::org_head, "known")) continue;
    add_donation(scene, org->first, money, {org->first, end}, countries);
  }
}

}  // namespace nc::intake
