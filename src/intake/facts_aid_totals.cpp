// Foreign aid of a period: projects counted with their sum, and sums of money spoken of as aid.
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

/// "16 dự án và 18 khoản": a second number of projects that one sum covers; `until` is where a number of projects begins anew.
struct Joined {
  Count* second = nullptr;
  std::uint32_t until = 0;
};

Joined joined_with(Scene& s, std::size_t k) {
  for (std::size_t n = k + 1; n < s.counts.size(); ++n) {
    Count& next = s.counts[n];
    if (next.cls != Cls::project) continue;
    if (next.first <= s.counts[k].last + 1 && s.w.is_any(next.first - 1, {"và", ",", "and"})) return {&next, s.s.last};
    return {nullptr, next.first};
  }
  return {nullptr, s.s.last};
}

/// "thực hiện 16 dự án, đồng thời vận động thêm 18 dự án mới, với tổng giá trị ...": the sum stands with the second.
bool leads_on(Scene& s, const Count& projects, const Joined& joined) {
  const std::uint32_t until = joined.until;
  return joined.second == nullptr && until < s.s.last && s.money_between(projects.last, until) == nullptr && s.money_between(until, s.s.last) != nullptr &&
         !s.subset(until) && s.left(until, 4, [](const Mention& m) { return m.is_verb({"implement", "mobilise"}); }) != nullptr;
}

/// "assistance reached $3.9 million between January and September, 12 per cent less than a year earlier, for 31 projects"
bool leads_far(const Scene& s, const Count& money, const Count& projects) {
  return s.d.english && money.last < projects.first && money.last + 24 > projects.first && s.w.is_any(projects.first - 1, {"for", "across", "covering", "over", "under", "through", "in"}) &&
         s.between(money.last, projects.first, [](const Mention& m) { return m.is(Cls::verb); }) == nullptr;
}

/// The sum before the projects: "committed $2.8 million to 22 projects", "dành 5 tỷ đồng cho 12 dự án".
Count* money_before(Scene& s, const Count& projects) {
  Count* found = nullptr;
  for (Count& money : s.monies) {
    if (money.used) continue;
    const bool next_to = money.last + 1 == projects.first && s.w.is_any(money.last, {"to", "for", "cho", "in", "through", "across", "qua", "với"});
    const std::uint32_t reach = s.d.english && s.w.is(money.last, ",") ? 24U : 5U;
    const bool near = money.last + reach > projects.first && money.last < projects.first && s.w.is_any(projects.first - 1, {"over", "across", "covering", "cho", "for"});
    if (next_to || near || leads_far(s, money, projects)) found = &money;
  }
  return found;
}

/// "viện trợ 64,3 tỷ đồng từ 46 dự án": the small word is no "at least" here.
Count* money_drawn_from(Scene& s, const Count& projects) {
  for (Count& money : s.monies)
    if (!money.used && money.last == projects.first && s.w.is(projects.first, "từ")) return &money;
  return nullptr;
}

/// "vận động xây dựng 3 căn nhà trị giá 240 triệu đồng": the price of things is no total.
bool prices_things(const Scene& s, const Count& money) {
  return std::ranges::any_of(s.counts, [&](const Count& c) {
    return (c.cls == Cls::item || c.cls == Cls::works || c.cls == Cls::scholarship) && c.last <= money.first && c.last + 12 > money.first;
  });
}

/// "friends abroad donated medical supplies and cash worth ...": presents, though nobody counted them.
bool presents_between(const Scene& s, const Mention& given, const Count& money) {
  return given.is_verb({"give"}) && !given.is_verb({"fund"}) &&
         s.between(given.last, std::min(money.first, given.last + 7), [](const Mention& m) { return m.is(Cls::item); }) != nullptr;
}

bool things_between(const Scene& s, const Mention& given, const Count& money) {
  return std::ranges::any_of(s.counts, [&](const Count& c) { return (c.cls == Cls::item || c.cls == Cls::scholarship) && c.first >= given.last && c.last <= money.first; });
}

}  // namespace

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

/// Do these counted projects tell a total?
bool Extractor::counts_projects(const Scene& scene, const Count& c) const {
  if (c.cls != Cls::project || c.used || c.q->indefinite || scene.others(c.first) || scene.economy(c.first)) return false;
  return scene.right(c.last, 9, [](const Mention& m) { return m.is(Cls::economy); }) == nullptr;  // "161 dự án của Hàn Quốc với tổng vốn đăng ký"
}

/// Gives the total of `projects` its sum and phase; `end`: behind the last number of projects, `until`: where others begin.
void Extractor::set_sum(Scene& scene, Candidate& total, const Count& projects, std::uint32_t end, std::uint32_t until) const {
  Count* before = money_before(scene, projects);
  if (before == nullptr) {
    before = money_drawn_from(scene, projects);
    if (before != nullptr) total.fact.count_qualifier = Qualifier::exact;
  }
  if (before != nullptr) {
    set_amount(total.fact, scene, *before);
    total.evidence.back().first = before->first;
    total.fact.phase = phase_of(scene, scene.s.first, before->first);
    return;
  }
  Count* behind = scene.money_between(end, std::min(until, end + 34));
  if (behind == nullptr || scene.per_piece(*behind)) {
    total.fact.phase = phase_of(scene, scene.s.first, scene.s.last);
    return;
  }
  set_amount(total.fact, scene, *behind);
  total.evidence.back().last = behind->last;
  total.fact.phase = phase_of(scene, projects.first, behind->first);
}

void Extractor::project_totals(Scene& scene) {
  for (std::size_t k = 0; k < scene.counts.size(); ++k) {
    Count& c = scene.counts[k];
    if (!counts_projects(scene, c)) continue;
    const Joined joined = joined_with(scene, k);
    if (leads_on(scene, c, joined)) {
      c.used = true;
      continue;
    }
    // "hai khoản viện trợ" opens a list of what follows one by one.
    const bool opens_list = c.q->in_words && c.q->value < 4 && joined.second == nullptr;
    if (opens_list && scene.money_between(c.last, std::min(joined.until, c.last + 34)) == nullptr) continue;
    const std::uint32_t end = joined.second != nullptr ? joined.second->last : c.last;
    Candidate& total = add(scene, Kind::aid_total, c.first, end);
    c.used = true;
    set_count(total.fact, *c.q);
    if (joined.second != nullptr) {
      joined.second->used = true;
      total.fact.count = c.q->value + joined.second->q->value;
    }
    set_sum(scene, total, c, end, joined.until);
    // "pledged $6.7 million for 41 projects" in a period that is over: committed, no plan.
    const bool over = period_.to && d.calendar.published && period_.to <= d.calendar.published;
    if (scene.planned(c.first, !over)) total.fact.status = Status::planned;
    set_period(total.fact);
    total.fact.subset = scene.subset(c.first);
  }
}

/// Is the sum one of aid in general: near a word of aid, and neither raised to be given on, nor the price of things, nor one gift?
bool Extractor::tells_total(const Scene& scene, const Count& money) const {
  if (!aid_near(scene, money) || raised_to_give(scene, money) || prices_things(scene, money)) return false;
  const Mention* give = scene.verb_left(money.first, 10, {"give", "fund"});
  return give == nullptr || give->is_verb({"aid"}) || scene.nominal(*give) || scene.verb_left(money.first, money.first - give->last, {"mobilise", "disburse"}) != nullptr;
}

void Extractor::money_totals(Scene& scene) {
  for (Count& money : scene.monies) {
    if (money.used || scene.per_piece(money) || scene.others(money.first) || continues_total(scene, money)) continue;
    const Mention* given = scene.verb_left(money.first, 20, {"give", "fund"});
    if (given != nullptr && presents_between(scene, *given, money)) continue;
    if (given != nullptr && !things_between(scene, *given, money) && !scene.nominal(*given) && giver(scene, *given).many) {
      total_of_many(scene, *given, money);
      continue;
    }
    if (!tells_total(scene, money)) continue;
    Candidate& fact = add(scene, Kind::aid_total, money.first, money.last);
    set_amount(fact.fact, scene, money);
    fact.fact.phase = phase_of(scene, scene.s.first, money.last);
    set_status(fact.fact, scene, money.first);
    set_period(fact.fact);
  }
}

}  // namespace nc::intake
