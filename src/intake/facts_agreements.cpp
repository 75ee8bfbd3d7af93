// Agreements signed or to be signed.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {

namespace {

/// "Biên bản ghi nhớ ... đã được ký kết", "A memorandum was signed": the paper stands before, and its signing is the news.
const Mention* paper_before(const Scene& s, const Mention& verb) {
  const Words& w = s.w;
  if (verb.first < s.s.first + 2 || !w.is_any(verb.first - 1, {"được", "be", "were", "was"})) return nullptr;
  const bool news = !w.is(verb.first - 1, "được") || w.is_any(verb.first - 2, {"đã", "vừa", "sẽ", "cũng"}) || s.d.moment(*s.mentions.back()) != nullptr;
  const Mention* paper = s.class_left(verb.first, 25, Cls::agreement);
  if (!news || paper == nullptr) return nullptr;
  if (paper->first > s.s.first && w.is_any(paper->first - 1, {"theo", "khổ", "hiện", "từ", "sau", "khai", "nội", "dung", "under", "of", "by"})) return nullptr;
  const Mention* when = s.right(verb.last, 6, [](const Mention& m) { return m.moment >= 0; });
  const Date now = s.d.calendar.published;
  if (when != nullptr && now && s.d.moment(*when)->to && s.d.moment(*when)->to.year() + 1 < now.year()) return nullptr;  // signed years ago
  return paper;
}

/// How many agreements: behind the verb, or before it in the passive ("Hai bản ghi nhớ đã được ký kết").
Count* counted_with(Scene& s, const Mention& verb) {
  Count* counted = nullptr;
  for (Count& c : s.counts)
    if (!c.used && c.first >= verb.last && c.first <= verb.last + 7 && (c.cls == Cls::agreement || c.cls == Cls::partner)) counted = &c;
  const bool passive = verb.first > s.s.first && s.w.is_any(verb.first - 1, {"được", "be", "were", "was"});
  if (counted != nullptr || !passive) return counted;
  for (Count& c : s.counts)
    if (!c.used && c.cls == Cls::agreement && c.last <= verb.first && c.last + 20 > verb.first) return &c;
  return nullptr;
}

/// The paper that is signed, as the verb or behind it.
const Mention* paper_behind(const Scene& s, const Mention& verb) {
  if (verb.is(Cls::agreement)) return &verb;
  if (const Mention* paper = s.right(verb.last, 8, [](const Mention& n) { return n.is(Cls::agreement); })) return paper;
  // "put their signatures to a plan for youth exchanges"
  const auto plan = [&](const Mention& n) { return s.w.is_any(n.first, {"plan", "plans", "document", "documents", "papers"}); };
  return s.d.english ? s.right(verb.last, 5, plan) : nullptr;
}

/// "lễ ký kết", "đã ký năm 2020" behind the paper: no signing of its own is told.
bool is_noun(const Scene& s, const Mention& verb) {
  if (verb.first <= s.s.first) return false;
  return s.w.is_any(verb.first - 1, {"lễ", "chữ", "được"}) || (s.w.is(verb.first - 1, "việc") && !s.planned(verb.first));
}

/// A verb of signing with what is signed.
struct Signing {
  const Mention& verb;
  const Mention* paper = nullptr;
  Count* counted = nullptr;
  std::uint32_t first = 0, last = 0;  ///< tokens of the statement
};

std::optional<Signing> signing_at(Scene& s, const Mention& verb) {
  Signing g{.verb = verb, .paper = paper_behind(s, verb), .counted = counted_with(s, verb)};
  if (g.paper == nullptr && g.counted == nullptr) {
    g.paper = paper_before(s, verb);
    if (g.paper == nullptr) return std::nullopt;
    g.first = g.paper->first, g.last = verb.last;
    return g;
  }
  if (g.counted == nullptr && is_noun(s, verb)) return std::nullopt;
  const bool leads = g.counted != nullptr && g.counted->last <= verb.first;
  g.first = leads ? g.counted->first : verb.first;
  g.last = leads ? verb.last : std::max(g.paper != nullptr ? g.paper->last : 0, g.counted != nullptr ? g.counted->last : 0);
  return g;
}

/// The period the paper is for: "giai đoạn 2021-2025".
void set_term(Fact& fact, const Scene& s, const Mention& verb) {
  for (const Mention* n : s.mentions) {
    const Moment* moment = s.d.moment(*n);
    if (moment == nullptr || moment->kind != Moment::Kind::period || n->first < verb.first) continue;
    fact.period_start = moment->from;
    fact.period_end = moment->to;
  }
}

}  // namespace

/// With whom: the countries behind the paper, else of the sentence, else just spoken of ("Hai bên cũng đặt bút ký").
std::vector<std::string> Extractor::signed_with(const Scene& scene, std::uint32_t first) const {
  auto countries = scene.countries(first, scene.s.last);
  if (countries.empty()) countries = scene.countries(scene.s.first, scene.s.last);
  if (!countries.empty()) return countries;
  const bool both = w.is(scene.s.first, "hai") || (scene.s.first + 2 < scene.s.last && w.is(scene.s.first + 2, "hai"));
  return scene.index - last_countries_sentence_ <= (both ? 7U : 3U) ? last_countries_ : countries;
}

void Extractor::agreements(Scene& scene) {
  for (const Mention* m : scene.mentions) {
    if (!m->is_verb({"sign"}) || scene.others(m->first) || d.aside[m->first]) continue;
    const auto signing = signing_at(scene, *m);
    if (!signing) continue;
    const bool repeated = !out_.empty() && out_.back().fact.kind == Kind::agreement && out_.back().sentence == scene.index;
    if (repeated && signing->counted == nullptr) continue;
    Candidate& fact = add(scene, Kind::agreement, signing->first, signing->last);
    fact.fact.count = 1;
    if (signing->counted != nullptr) {
      set_count(fact.fact, *signing->counted->q);
      signing->counted->used = true;
    }
    set_status(fact.fact, scene, m->first);
    fact.fact.countries = signed_with(scene, signing->first);
    set_date(fact.fact, scene.day_near(m->first));
    set_term(fact.fact, scene, *m);
    if (fact.fact.count.value_or(1) > 1 && !fact.fact.period_start) set_period(fact.fact);
    if (signing->paper != nullptr) fact.fact.title = std::string(w.between(signing->paper->first, signing->paper->last));
  }
}

/// "It plans two more agreements, with partners in India and Japan": counted, no verb of signing.
void Extractor::planned_agreements(Scene& scene) {
  for (Count& c : scene.counts) {
    if (c.used || c.cls != Cls::agreement || c.q->indefinite || scene.left(c.first, 1, [](const Mention& m) { return m.is(Cls::planned); }) == nullptr) continue;
    Candidate& fact = add(scene, Kind::agreement, c.first, c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    fact.fact.status = Status::planned;
    fact.fact.countries = scene.countries(c.last, scene.s.last);
  }
}

}  // namespace nc::intake
