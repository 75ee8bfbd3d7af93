// Foreign aid: totals of a period, and what single donors give.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

std::string phase_of(const Scene& s, std::uint32_t first, std::uint32_t last) {
  const Mention* best = nullptr;
  for (const Mention* m : s.mentions)
    if (m->first >= first && m->last <= last && m->is(Cls::phase)) best = m;
  return best == nullptr ? std::string() : std::string(best->value(Cls::phase));
}

/// Is the money spoken of as aid? A verb or noun of aid near it.
bool aid_near(const Scene& s, const Count& money) {
  const auto test = [](const Mention& m) { return m.is_verb({"mobilise", "disburse", "aid"}) || m.is(Cls::phase); };
  if (s.left(money.first, 14, test) != nullptr) return true;
  if (s.left(money.first, 1, [](const Mention& m) { return m.is_verb({"attract"}); }) != nullptr) return true;  // "thu hút thêm 30 tỷ đồng"
  if (s.right(money.last, 6, [](const Mention& m) { return m.is_verb({"disburse"}); }) != nullptr) return true;  // "đã được giải ngân"
  return s.right(money.last, 3, [](const Mention& m) { return m.is_verb({"aid"}); }) != nullptr;
}

/// "huy động 1,2 tỷ đồng giúp bà con": raised at home and given on, a present (facts_gifts.cpp).
bool raised_to_give(const Scene& s, const Count& money) {
  const Mention* raised = s.any_verb_left(money.first, 12);
  // "raised $15,000 for flood victims", "collected 2.6 million for Cuba"
  if (s.d.english && raised != nullptr && raised->is_verb({"mobilise", "collect"}) && s.w.is_any(money.last, {"for", "to"}) && !s.w.is_number(money.last + 1) &&
      s.right(money.last, 5, [](const Mention& m) { return m.is(Cls::recipient) || m.is(Cls::country); }) != nullptr && !s.has(Cls::project))
    return true;
  const Mention* given = s.right(money.last, 1, [](const Mention& m) { return m.is_verb({"give"}); });
  return raised != nullptr && raised->is_verb({"mobilise"}) && given != nullptr && s.right(given->last, 2, [](const Mention& m) {
           return m.is(Cls::recipient) || m.is(Cls::person) || m.is(Cls::country); }) != nullptr;
}

Count* money_after(Scene& s, std::uint32_t from, std::uint32_t until) {
  for (Count& money : s.monies)
    if (!money.used && money.first >= from && money.first < until) return &money;
  return nullptr;
}

}  // namespace

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
  Candidate& fact = add(scene, Kind::aid_project, std::min(title->first, donor->first), money.last);
  set_amount(fact.fact, scene, money);
  fact.fact.donor = tidy_name(w, donor->first, donor->last);
  fact.fact.countries = scene.countries(donor->first, donor->last);
  fact.fact.title = std::string(w.between(title->first, title->last));
  fact.fact.subset = true;
  set_status(fact.fact, scene, money.first);
  return true;
}

/// "thực hiện 6 dự án; đồng thời ... với tổng giá trị trên 3,2 tỉ đồng", "09 khoản; tổng giá trị: 11 tỷ đồng": one statement
/// in two halves.
bool Extractor::continues_total(Scene& scene, Count& money) {
  const bool continued = scene.s.first > 0 && w.is(scene.s.first - 1, ";") && !out_.empty() && out_.back().fact.kind == Kind::aid_total &&
                         !out_.back().fact.amount && out_.back().sentence + 1 == scene.index;
  const bool total = scene.left(money.first, 8, [](const Mention& m) { return m.is(Cls::total); }) != nullptr;
  if (!continued || !(total || aid_near(scene, money))) return false;
  set_amount(out_.back().fact, scene, money);
  out_.back().evidence.back().last = money.last;
  return true;
}

/// "các tổ chức quốc tế đã hỗ trợ tỉnh 52 công trình với số tiền 18,6 tỷ đồng": nobody's own project but the sum of all.
void Extractor::total_of_many(Scene& scene, const Mention& given, Count& money) {
  Candidate& fact = add(scene, Kind::aid_total, given.first, money.last);
  for (Count& c : scene.counts)
    if (!c.used && c.first >= given.last && c.last <= money.first && (c.cls == Cls::works || c.cls == Cls::project) && !c.q->indefinite) {
      set_count(fact.fact, *c.q);
      c.used = true;
      break;
    }
  set_amount(fact.fact, scene, money);
  set_status(fact.fact, scene, money.first);
  set_period(fact.fact);
}

/// Does the sentence speak of donors by that name: "trong số các nhà tài trợ"?
bool Extractor::donors_told(const Scene& scene) const {
  return std::ranges::any_of(scene.mentions, [&](const Mention* m) { return w.is(m->first, "nhà") && (w.is(m->first + 1, "tài") || w.is(m->first + 1, "hảo")); }) ||
         (d.english && [&] {
           for (std::uint32_t i = scene.s.first; i < scene.s.last; ++i)
             if (w.is_any(i, {"donor", "donors", "contributor", "contributors", "funder", "funders"})) return true;
           return false;
         }());
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
    Candidate& fact = add(scene, Kind::aid_project, org->first, money.last);
    set_amount(fact.fact, scene, money);
    fact.fact.donor = tidy_name(w, org->first, end);
    fact.fact.countries = countries;
    fact.fact.subset = true;
    set_status(fact.fact, scene, money.first);
  }
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
  Candidate& fact = add(scene, Kind::aid_project, first, money.last);
  set_amount(fact.fact, scene, money);
  fact.fact.donor = tidy_name(w, first, colon);
  fact.fact.countries = countries;
  fact.fact.subset = true;
  set_status(fact.fact, scene, money.first);
  return true;
}

void Extractor::aid(Scene& scene) {
  if (table_row(scene) || donor_line(scene)) return;
  std::erase_if(scene.monies, [&](const Count& money) { return scene.economy(money.first); });
  bracketed_donors(scene);
  // What single donors give, first: their money is no total.
  for (const Mention* m : scene.mentions) {
    const bool carried = m->is_verb({"implement"}) && scene.left(m->first, 0, [](const Mention& n) { return n.is(Cls::org_head, "known"); }) == nullptr;
    const bool by_known = m->is_verb({"implement"}) && !carried;
    if (!(m->is_verb({"fund", "give", "build"}) || carried || by_known) || scene.others(m->first) || scene.nominal(*m)) continue;
    if (m->is(Cls::org_head) && m->first > scene.s.first && w.capital(m->first)) continue;  // "the Red Thread Fund"
    const Giver g = giver(scene, *m);
    if (g.many) continue;
    // "Chương trình “X” do tổ chức MYI (Hàn Quốc) thực hiện"
    const bool by = d.english && carried && (w.is(m->last - 1, "by") || w.is(m->last, "by"));
    if (carried && !by && !(g.known && g.foreign && !g.countries.empty() && g.first > scene.s.first && w.is(g.first - 1, "do") && g.last - g.first < 14)) continue;
    const bool passive = g.first > scene.s.first && (w.is(g.first - 1, "do") || g.first > m->first || (m->is_verb({"build"}) && w.is(g.first - 1, "được")));
    const Mention* next_verb = scene.right(m->last, 40, [&](const Mention& n) { return n.is_verb({"fund", "give", "receive", "organise", "sign"}) && n.first > m->last + 3; });
    const std::uint32_t until = next_verb != nullptr ? next_verb->first : scene.s.last;
    Count* money = money_after(scene, m->last, std::min(until, m->last + 34));
    if (money == nullptr && passive && g.first > scene.s.first && w.is_any(g.first - 1, {"do", "được"}))
      for (Count& before : scene.monies)
        if (!before.used && before.last <= g.first && before.last + 6 > g.first) money = &before;
    // "a $210,000 school programme run by Saigon Children"
    if (money == nullptr && d.english && g.first >= m->last)
      for (Count& before : scene.monies)
        if (!before.used && before.last <= m->first && before.last + 10 > m->first && !scene.sign_between(before.last, m->first, ",") &&
            scene.right(before.last, m->first - before.last, [&](const Mention& n) { return n.first < m->first && n.is(Cls::verb) && !n.is_verb({"aid"}); }) == nullptr) money = &before;
    if (by && (money == nullptr || !g.known)) continue;
    const std::uint32_t a = std::min(g.first, m->first), b = money != nullptr ? std::max(money->last, m->last) : until;
    const Mention* works = scene.right(passive ? scene.s.first : m->last, 60, [&](const Mention& n) {
      return n.first < std::max(until, m->first) && n.first + 40 > m->first && (n.is(Cls::works) || n.is(Cls::project)) && !n.is(Cls::recipient);
    });
    const bool fund = m->is_verb({"fund"}) || carried || by_known;
    const bool piece_gift = std::ranges::any_of(scene.counts, [&](const Count& c) {
      return !c.used && (c.cls == Cls::item || c.cls == Cls::scholarship || (c.cls == Cls::recipient && c.value != "place")) && c.first >= m->last && c.first < until && c.first < m->last + 12 && !(d.english && g.first > m->first && c.first > g.last);
    });
    // "dự án xây dựng trường ... của Quỹ X": the project is no giver.
    const bool noun_builds = scene.left(m->first, 0, [](const Mention& n) { return n.is(Cls::project) || n.is(Cls::works); }) != nullptr;
    if (m->is_verb({"build"}) && (!g.known || noun_builds)) continue;
    // "góp 200 triệu đồng xây 4 căn nhà": the money is given, the houses say for what.
    if (money == nullptr && scene.right(g.first, 20, [&](const Mention& n) { return n.is(Cls::economy) && n.first < std::max(g.last, m->first); }) != nullptr) continue;
    if (carried && !by) {
      // What they carried out must be a project, named as one or in quotes right before "do".
      const std::uint32_t before = g.first - 1;
      const Mention* what = scene.left(before, 14, [](const Mention& n) { return n.is(Cls::project) || n.is(Cls::works) || n.is(Cls::event) || n.is_verb({"treat", "fund", "organise"}); });
      const bool quoted = before > scene.s.first && w.is_any(before - 1, {"”", "\""});
      if (!quoted && (what == nullptr || !what->is(Cls::project))) continue;
    }
    const bool money_first = money != nullptr && money->first <= m->last + 2 && scene.verb_right(money->last, 4, {"build"}) != nullptr;
    const Giver who = g.known || !g.foreign ? g : giver_or_last(scene, *m);
    if (!who.foreign) continue;
    // Without a sign that they are from abroad, people who "ủng hộ", "tặng" give a present (facts_gifts.cpp).
    const bool abroad_told = !who.countries.empty() || scene.right(who.first, 12, [&](const Mention& n) { return n.is(Cls::org_head, "known") && n.first < who.last; }) != nullptr || (!g.known && last_giver_.known);
    if (m->is_verb({"give"}) && !fund && !abroad_told && works == nullptr) continue;
    // "Tổ chức X (Đức) hỗ trợ 9,6 tỷ đồng cho các hoạt động": to work, not to people.
    const bool to_work = !fund && money != nullptr && !piece_gift && g.known && money->first <= m->last + 1 && works == nullptr &&
                         scene.right(g.first, 1, [](const Mention& n) { return n.is(Cls::org_head); }) != nullptr &&
                         scene.right(money->last, 3, [](const Mention& n) { return n.is(Cls::event) || n.is(Cls::project) || n.is_verb({"implement", "build"}); }) != nullptr;
    // "Quỹ X (Nhật Bản) hỗ trợ trồng rừng ngập mặn, tổng kinh phí 5,6 tỷ đồng"
    const bool priced = !fund && money != nullptr && !piece_gift && abroad_told && g.known && scene.left(money->first, 0, [](const Mention& n) { return n.is(Cls::total); }) != nullptr &&
                        scene.verb_right(m->last, 1, {"plant", "implement", "build", "treat"}) != nullptr;
    if (!money_first && !to_work && !priced && ((!fund && (works == nullptr || piece_gift)) || (fund && piece_gift && works == nullptr))) continue;
    if (money_first)
      for (Count& c : scene.counts)
        if (c.first >= money->last && c.first < money->last + 6 && (c.cls == Cls::item || c.cls == Cls::works)) c.used = true;
    const bool named = g.first > scene.s.first + 1 && w.is_any(g.first - 2, {"”", "\""});
    if (money == nullptr && scene.has(Cls::scholarship)) continue;
    if (money == nullptr && !(passive && fund && who.known && (named || (works != nullptr && works->first < g.first)))) continue;
    // "Hoạt động do ông X tài trợ gần 30 triệu đồng": what was just given.
    if (money != nullptr && passive && works == nullptr && g.first <= scene.s.first + 5 && !out_.empty() && out_.back().fact.kind == Kind::gift && !out_.back().fact.amount &&
        out_.back().sentence + 1 == scene.index) {
      set_amount(out_.back().fact, scene, *money);
      out_.back().fact.donor = who.name;
      out_.back().evidence.push_back({g.first, money->last});
      continue;
    }
    if (money != nullptr && !who.known && !fund && who.countries.empty() && last_single_ < 0) continue;
    if (!who.known && !passive && who.name.empty()) continue;
    const std::uint32_t first = std::min({a, works != nullptr && works->first < b ? works->first : a, money != nullptr ? money->first : a});
    Candidate& fact = add(scene, Kind::aid_project, first, std::max(b, m->last));
    if (money == nullptr) fact.evidence.back().last = m->last;
    if (money != nullptr) set_amount(fact.fact, scene, *money);
    if (money != nullptr && works != nullptr)
      for (Count& c : scene.counts)
        if (c.cls == Cls::works && c.first >= m->last && c.last <= money->first) c.used = true;
    fact.fact.donor = who.name;
    fact.fact.countries = who.countries;
    if (works != nullptr) {
      std::uint32_t end = works->last;
      while (end < scene.s.last && end < works->last + 12 && !w.is_any(end, {",", ".", ";", "do", "trị", "với", "cho", "(", "được", "tại", "ở"})) ++end;
      fact.fact.title = tidy_name(w, works->first, end);
    }
    set_status(fact.fact, scene, m->first);
    if (scene.subset(m->first)) fact.fact.subset = true;
    if (who.known) {
      last_giver_ = who;
      last_giver_sentence_ = scene.index;
    }
  }
  // "They included 50,000 masks from Shizuoka and $15,000 from the city of Honolulu": who gave stands behind.
  for (Count& money : scene.monies) {
    if (money.used || scene.others(money.first) || !w.is_any(money.last, {"from", "từ"})) continue;
    const std::uint32_t first = money.last + 1;
    std::uint32_t end = first;
    while (end < scene.s.last && end < first + 10 && !w.is_any(end, {",", ".", ";", "to", "for", "cho", "để"})) ++end;
    const bool among_gifts = std::ranges::any_of(scene.counts, [&](const Count& c) { return c.cls == Cls::item && c.last < money.first; });
    const auto from = scene.countries(first, end);
    const bool known = scene.right(first, 6, [&](const Mention& m) { return m.first < end && m.is(Cls::org_head, "known"); }) != nullptr;
    const bool named = w.capital(first) || w.capital(first + 1) || w.is_any(first, {"the", "a", "an"});
    if (!named || !(among_gifts || known || (!from.empty() && scene.right(first, 5, [&](const Mention& m) { return m.first < end && m.is(Cls::org_head); }) != nullptr)) || is_home_name(first, end)) continue;
    Candidate& fact = add(scene, among_gifts ? Kind::gift : Kind::aid_project, money.first, end);
    set_amount(fact.fact, scene, money);
    fact.fact.donor = tidy_name(w, first, end);
    fact.fact.countries = from;
    set_status(fact.fact, scene, money.first);
  }
  // "Tổ chức Malteser (Đức) với dự án phòng chống thiên tai trị giá 320.000 EUR": a donor, a project, a price, no verb.
  for (Count& money : scene.monies) {
    if (money.used || scene.others(money.first)) continue;
    const Mention* org = scene.left(money.first, 28, [&](const Mention& m) {
      const bool place = m.first > scene.s.first && w.is_any(m.first - 1, {"tại", "ở", "cho"});  // "tại huyện X"
      return !place && m.is(Cls::org_head) && (w.capital(m.last) || m.is(Cls::org_head, "known"));
    });
    if (org == nullptr) continue;
    if (const Mention* head = scene.left(org->first, 0, [](const Mention& m) { return m.is(Cls::org_head); })) org = head;  // "Tổ chức Oxfam"
    std::uint32_t end = org->last;
    while (end < money.first && !w.is_any(end, {"với", "(", ",", "có", ":", "dẫn", "đứng", "đóng"})) ++end;
    const auto from = scene.countries(org->first, std::min(end + 4, money.first));
    std::uint32_t behind = end;
    if (w.is(end, "("))
      while (behind < money.first && !w.is(behind, ")")) ++behind;
    const bool joined = w.is_any(end, {"với", "có", ":"}) || scene.left(std::min(behind + 3, money.first), 4, [](const Mention&) { return true; }) == nullptr || w.is_any(behind, {"với", ")"}) || w.is(behind + 1, "với");
    const bool donor_known = scene.right(org->first, 6, [&](const Mention& m) { return m.is(Cls::org_head, "known") && m.first < std::max(end, org->last); }) != nullptr;
    const Mention* project = scene.right(end, 8, [&](const Mention& m) { return m.is(Cls::project) || m.is(Cls::works) || (donor_known && m.is(Cls::event, "one") && w.is(m.first, "chương")); });
    // "Dự án trồng rừng, tổ chức Oxfam, kinh phí 150.000 USD"
    const bool of_donor = org->first > scene.s.first && w.is_any(org->first - 1, {"của", "từ"});
    const bool before = project == nullptr && (w.is(end, ",") || of_donor) &&
                        scene.left(org->first, of_donor ? 20 : 12, [](const Mention& m) { return m.is(Cls::project); }) != nullptr;
    const bool verb_between = scene.right(end, money.first - end, [&](const Mention& m) { return m.first < money.first && m.is_verb({"fund", "give", "mobilise", "receive", "disburse", "approve", "sign", "organise"}); }) != nullptr;
    if ((from.empty() && !donor_known && !donors_told(scene)) || verb_between) continue;
    // "Tổ chức X dẫn đầu với 1,2 triệu USD, tiếp theo là Y với 860.000 USD": donors in a row behind their total.
    const bool ranked = money.first > scene.s.first && w.is_any(money.first - 1, {"với", "with", "at", "which"}) && money.first <= org->last + 10 && (scene.has(Cls::subset) || donors_told(scene) || w.is_any(end, {"dẫn", "đứng"}));
    if (!before && !ranked && (project == nullptr || project->first > money.first || !joined)) continue;
    for (Count& c : scene.counts)
      if ((c.cls == Cls::project || c.cls == Cls::event) && c.first >= org->first && c.last <= money.first) c.used = true;
    Candidate& fact = add(scene, Kind::aid_project, org->first, money.last);
    set_amount(fact.fact, scene, money);
    fact.fact.donor = tidy_name(w, org->first, end);
    fact.fact.countries = from;
    fact.fact.subset = true;
    set_status(fact.fact, scene, money.first);
  }
  // Works counted with their price, by whoever gave last: "hai cây cầu nữa sẽ được khởi công, mỗi cây trị giá 700 triệu đồng".
  for (Count& c : scene.counts) {
    if (c.used || c.cls != Cls::works || !last_giver_.known || !last_giver_.foreign || scene.index - last_giver_sentence_ > 8) continue;
    Count* money = money_after(scene, c.last, std::min(scene.s.last, c.last + 24));
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
  // Totals.
  for (std::size_t k = 0; k < scene.counts.size(); ++k) {
    Count& c = scene.counts[k];
    if (c.cls != Cls::project || c.used || c.q->indefinite || scene.others(c.first) || scene.economy(c.first)) continue;
    if (scene.right(c.last, 9, [](const Mention& m) { return m.is(Cls::economy); }) != nullptr) continue;  // "161 dự án của Hàn Quốc với tổng vốn đăng ký"
    std::uint32_t until = scene.s.last;
    Count* joined = nullptr;
    for (std::size_t n = k + 1; n < scene.counts.size(); ++n) {
      if (scene.counts[n].cls != Cls::project) continue;
      if (scene.counts[n].first <= c.last + 1 && w.is_any(scene.counts[n].first - 1, {"và", ",", "and"})) joined = &scene.counts[n];
      else until = scene.counts[n].first;
      break;
    }
    // "thực hiện 16 dự án, đồng thời vận động thêm 18 dự án mới, với tổng giá trị ...": the sum stands with the second.
    const bool led_on = joined == nullptr && until < scene.s.last && money_after(scene, c.last, until) == nullptr && money_after(scene, until, scene.s.last) != nullptr &&
                        !scene.subset(until) && scene.left(until, 4, [](const Mention& m) { return m.is_verb({"implement", "mobilise"}); }) != nullptr;
    if (led_on) {
      c.used = true;
      continue;
    }
    // "hai khoản viện trợ" opens a list of what follows one by one.
    if (c.q->in_words && c.q->value < 4 && joined == nullptr && money_after(scene, c.last, std::min(until, c.last + 34)) == nullptr) continue;
    Candidate& fact = add(scene, Kind::aid_total, c.first, joined != nullptr ? joined->last : c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    std::uint32_t end = c.last;
    if (joined != nullptr) {
      joined->used = true;
      fact.fact.count = c.q->value + joined->q->value;
      end = joined->last;
    }
    // "committed $2.8 million to 22 projects", "dành 5 tỷ đồng cho 12 dự án"
    // "assistance reached $3.9 million between January and September, 12 per cent less than a year earlier, for 31 projects"
    const auto led_far = [&](const Count& money) {
      return d.english && money.last < c.first && money.last + 24 > c.first && w.is_any(c.first - 1, {"for", "across", "covering", "over", "under", "through", "in"}) &&
             scene.right(money.last, c.first - money.last, [&](const Mention& m) { return m.first < c.first && m.is(Cls::verb); }) == nullptr;
    };
    Count* led = nullptr;
    for (Count& money : scene.monies)
      if (!money.used && ((money.last + 1 == c.first && w.is_any(money.last, {"to", "for", "cho", "in", "through", "across", "qua", "với"})) ||
                          (money.last + (d.english && w.is(money.last, ",") ? 24U : 5U) > c.first && money.last < c.first && w.is_any(c.first - 1, {"over", "across", "covering", "cho", "for"})) || led_far(money))) led = &money;
    // "viện trợ 64,3 tỷ đồng từ 46 dự án": the small word is no "at least" here.
    for (Count& money : scene.monies)
      if (led == nullptr && !money.used && money.last == c.first && w.is(c.first, "từ")) led = &money, fact.fact.count_qualifier = Qualifier::exact;
    if (led != nullptr) {
      set_amount(fact.fact, scene, *led);
      fact.evidence.back().first = led->first;
      fact.fact.phase = phase_of(scene, scene.s.first, led->first);
    } else if (Count* money = money_after(scene, end, std::min(until, end + 34)); money != nullptr && !scene.per_piece(*money)) {
      set_amount(fact.fact, scene, *money);
      fact.evidence.back().last = money->last;
      fact.fact.phase = phase_of(scene, c.first, money->first);
    } else {
      fact.fact.phase = phase_of(scene, scene.s.first, scene.s.last);
    }
    // "pledged $6.7 million for 41 projects" in a period that is over: committed, no plan.
    const bool over = period_.to && d.calendar.published && period_.to <= d.calendar.published;
    if (scene.planned(c.first, !over)) fact.fact.status = Status::planned;
    set_period(fact.fact);
    fact.fact.subset = scene.subset(c.first);
  }
  for (Count& money : scene.monies) {
    if (money.used || scene.per_piece(money) || scene.others(money.first)) continue;
    if (continues_total(scene, money)) continue;
    const Mention* given = scene.verb_left(money.first, 20, {"give", "fund"});
    const bool things = given != nullptr && std::ranges::any_of(scene.counts, [&](const Count& c) { return (c.cls == Cls::item || c.cls == Cls::scholarship) && c.first >= given->last && c.last <= money.first; });
    // "friends abroad donated medical supplies and cash worth ...": presents, though nobody counted them.
    const bool presents = given != nullptr && given->is_verb({"give"}) && !given->is_verb({"fund"}) && scene.right(given->last, 6, [&](const Mention& m) { return m.first < money.first && m.is(Cls::item); }) != nullptr;
    if (presents) continue;
    const bool by_many = given != nullptr && !things && !scene.nominal(*given) && giver(scene, *given).many;
    if (!by_many && !aid_near(scene, money)) continue;
    if (by_many) {
      total_of_many(scene, *given, money);
      continue;
    }
    if (raised_to_give(scene, money)) continue;
    // "vận động xây dựng 3 căn nhà trị giá 240 triệu đồng": the price of things is no total.
    const bool of_things = std::ranges::any_of(scene.counts, [&](const Count& c) {
      return (c.cls == Cls::item || c.cls == Cls::works || c.cls == Cls::scholarship) && c.last <= money.first && c.last + 12 > money.first;
    });
    if (of_things) continue;
    const Mention* give = scene.verb_left(money.first, 10, {"give", "fund"});
    if (give != nullptr && !give->is_verb({"aid"}) && !scene.nominal(*give) && scene.verb_left(money.first, money.first - give->last, {"mobilise", "disburse"}) == nullptr) continue;
    Candidate& fact = add(scene, Kind::aid_total, money.first, money.last);
    set_amount(fact.fact, scene, money);
    fact.fact.phase = phase_of(scene, scene.s.first, money.last);
    set_status(fact.fact, scene, money.first);
    set_period(fact.fact);
  }
}

}  // namespace nc::intake
