// Presents: things that are counted and given, help for counted people, and money alone.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {

/// A counted thing and the words that say it was given. Positions are tokens.
struct Present {
  Count& thing;
  std::size_t at = 0;              ///< of the thing among the counts of the sentence
  const Mention* verb = nullptr;   ///< the verb before it
  bool active = false;             ///< that verb gives: "tặng 200 phần quà"
  const Mention* later = nullptr;  ///< a verb of giving behind it: "được trao", "của Hội X tặng"
  std::uint32_t giver = 0;         ///< the giver's name stands right behind: "from Shizuoka"; 0: it doesn't
  bool reached = false;            ///< it came to somebody: "dành cho hộ nghèo", "reached families"
  bool passive = false;            ///< said to be given, whatever stands before it
};

namespace {

/// Verbs of giving; English also sends what it gives.
bool gives(const Scene& s, const Mention& m) {
  return (m.is_verb({"give", "fund", "mobilise"}) || (s.d.english && m.is_verb({"send"}) && !s.has(Cls::delegation))) && !m.is(Cls::award);
}

/// "ủng hộ 1,2 tỷ đồng xây 10 căn nhà": the houses are what the money is for.
void take_what_money_builds(Scene& s) {
  for (const Count& money : s.monies) {
    if (s.verb_left(money.first, 1, {"give", "fund"}) == nullptr || s.verb_right(money.last, 3, {"build"}) == nullptr) continue;
    for (Count& c : s.counts)
      if (c.first >= money.last && c.first < money.last + 6) c.used = true;
  }
}

/// "xây 6 ngôi nhà, mỗi nhà 70 triệu đồng, tặng hội viên": built to be given.
bool built_to_be_given(const Scene& s, const Present& p) {
  const Count& c = p.thing;
  return p.verb->is_verb({"build"}) && c.cls == Cls::item &&
         (!s.monies.empty() || s.verb_right(c.last, 20, {"give"}) != nullptr || s.verb_left(c.first, 12, {"give", "mobilise"}) != nullptr);
}

bool is_thing_told(const Count& c) { return c.cls == Cls::item || c.cls == Cls::classifier || c.cls == Cls::tree; }

/// Where the giver's name begins behind the thing: "50,000 masks from Shizuoka", "12 tonnes of rice, a gift of the Korean Association".
std::uint32_t giver_behind(const Scene& s, const Count& c) {
  const Words& w = s.w;
  std::uint32_t at = w.is_any(c.last, {"từ", "from"}) ? c.last + 1 : 0;
  for (std::uint32_t i = c.last; s.d.english && at == 0 && i < c.last + 4 && i < s.s.last; ++i)
    if (w.is_any(i, {"gift", "donation", "present", "contribution"}) && w.is_any(i + 1, {"of", "from"}) && w.is_any(i - 1, {"a", "the"})) at = i + 2;
  if (at == 0 || w.is_number(at)) return 0;
  const bool named = w.is_any(at, {"the", "a", "an"}) && s.right(at, 4, [](const Mention& m) { return m.is(Cls::country) || m.is(Cls::org_head); }) != nullptr;
  return w.capital(at) || named ? at : 0;
}

std::uint32_t end_of_giver(const Scene& s, std::uint32_t first) {
  std::uint32_t end = first;
  while (end < s.s.last && end < first + 10 && !s.w.is_any(end, {",", ".", ";", "and", "và", "cho", "to", "với"}) &&
         s.right(end, 0, [](const Mention& m) { return m.is(Cls::verb) && !m.is(Cls::org_head); }) == nullptr)
    ++end;
  return end;
}

/// "500 phần quà, mỗi phần 400 ngàn đồng, dành cho hộ nghèo", "1,200 hygiene kits reached families"
bool reached_somebody(const Scene& s, const Count& c) {
  for (std::uint32_t i = c.last; i + 1 < s.s.last && i < c.last + 12 && !s.w.is_any(i, {";", "."}); ++i)
    if (s.w.is(i, "dành") && s.w.is_any(i + 1, {"cho", "tặng"})) return true;
  return s.right(c.last, 12, [](const Mention& m) { return m.is_verb({"reach"}); }) != nullptr;
}

/// "200 phần quà được trao", "30 xe đạp của Hội X tặng"
bool given_later(const Scene& s, const Count& c, const Mention* later) {
  if (later == nullptr || later->first <= c.last || s.sign_between(c.last, later->first, ",")) return false;
  return s.w.is_any(later->first - 1, {"được", "were", "was", "be"}) || (later->is_verb({"give"}) && s.w.is_any(c.last, {"của", "do"}));
}

Present present_at(Scene& s, std::size_t k) {
  Present p{.thing = s.counts[k], .at = k};
  const Count& c = p.thing;
  p.verb = s.left(c.first, 45, [](const Mention& m) { return m.is(Cls::verb) && !m.is_verb({"has", "say", "aid"}) && !m.is(Cls::partner); });
  p.active = p.verb != nullptr && (gives(s, *p.verb) || built_to_be_given(s, p));
  p.later = s.right(c.last, 10, [&](const Mention& m) { return gives(s, m); });
  if (is_thing_told(c)) {
    p.giver = giver_behind(s, c);
    p.reached = reached_somebody(s, c);
  }
  p.passive = p.giver > 0 || p.reached || given_later(s, c, p.later);
  return p;
}

bool is_thing(const Scene& s, const Count& c) {
  const bool school = c.cls == Cls::recipient && c.value == "place" && s.w.is_any(c.noun->first, {"trường", "trạm", "school", "bệnh"}) && s.w.is_any(c.first - 1, {"dựng", "xây", "mới"});
  return school || c.cls == Cls::item || c.cls == Cls::works || c.cls == Cls::tree || (c.cls == Cls::classifier && !c.q->indefinite);
}

/// A thing that the tables don't know: right behind the verb ("trao 12 bồn nước"), or next in a list of gifts.
bool is_unknown_thing(const Scene& s, const Present& p, bool next_of_list) {
  const Count& c = p.thing;
  const bool noun = c.cls == Cls::k_last && c.q->type == Quantity::Type::count && s.w.is_word(c.last) && !s.w.capital(c.last) &&
                    !s.w.is_any(c.last, {"trong", "của", "và", "cho", "tại", "đến", "là", "với", "trên", "bên", "nước", "địa", "lần", "loại", "of", "to", "in", "for"});
  if (!noun || next_of_list) return noun;
  return !s.d.english && p.active && p.verb->is_verb({"give"}) && p.verb->last == c.first;
}

bool are_beneficiaries(const Count& c) { return c.cls == Cls::recipient && c.value != "place" && c.value != "individual" && c.value != "collective"; }

/// Helped people are counted only where nothing else is: "hỗ trợ 25 gia đình, mỗi gia đình 2 triệu đồng", "trao quà cho 100 hộ".
bool people_are_given(const Scene& s, const Present& p) {
  if (!p.active || p.verb->is_verb({"mobilise", "fund"})) return false;
  const Count& c = p.thing;
  const bool item_told = std::ranges::any_of(s.counts, [&](const Count& o) {
    return &o != &c && (o.cls == Cls::item || o.cls == Cls::works || o.cls == Cls::scholarship || o.cls == Cls::classifier) && o.last <= c.first + 30 && o.first >= p.verb->first;
  });
  const auto treats = [](const Mention& m) { return m.is_verb({"treat"}); };
  if (item_told || s.verb_left(c.first, 20, {"treat"}) != nullptr || s.right(c.last, 12, treats) != nullptr) return false;
  const bool present = s.w.is(p.verb->last - 1, "quà") || s.between(p.verb->first, c.first, [](const Mention& m) { return m.is(Cls::item); }) != nullptr;
  return present || std::ranges::any_of(s.monies, [&](const Count& money) { return money.first >= c.last && money.first < c.last + 20; });
}

/// "Nhà tôi được hỗ trợ 2 con bò": one family's story, no figure of the office.
bool is_own_story(const Scene& s, const Count& c) {
  for (std::uint32_t i = s.s.first; i + 1 < c.first; ++i)
    if (s.w.is_any(i, {"tôi", "em", "mình", "cháu", "con"}) && s.w.is_any(i + 1, {"được", "đã", "có"})) return true;
  return false;
}

std::string item_name(const Words& w, const Count& c, std::uint32_t end_of_sentence) {
  std::uint32_t first = c.q->last, last = std::max(c.last, first + 1);
  while (last < end_of_sentence && last < first + 6 && w.is_word(last) &&
         !w.is_any(last, {"cho", "với", "và", "trị", "tổng", "valued", "tại", "ở", "đến", "để", "của", "mỗi", "được", "sẽ", "từ", "trong", "nhân", "for", "to", "and", "worth", "at", "do", "bằng", "gồm", "là", "vào", "from", "in", "on", "by", "were", "was", "have", "reached", "went", "arrived", "during"}))
    ++last;
  while (first + 1 < last && find(w.lexicon->longest(w.tokens, first, last).tags, Cls::classifier) != nullptr &&
         w.lexicon->longest(w.tokens, first, last).length == 1 && !w.is_any(first, {"suất", "phần"}))
    ++first;
  return std::string(w.between(first, last));
}

/// Where the next counted thing begins.
std::uint32_t next_thing(const Scene& s, std::size_t k) {
  for (std::size_t n = k + 1; n < s.counts.size(); ++n)
    if (s.counts[n].cls != Cls::recipient && s.counts[n].cls != Cls::person) return s.counts[n].first;
  return s.s.last;
}

/// The people who got it, and the second half of one load ("35 tấn gạo, 4.000 bộ quần áo cùng nhu yếu phẩm"), are no gifts of their own.
void take_what_belongs(Scene& s, const Present& p, std::uint32_t until) {
  const Count& c = p.thing;
  for (Count& other : s.counts)
    if (other.first >= c.last && other.first < until && other.cls == Cls::recipient) other.used = true;
  if (p.at + 1 >= s.counts.size() || !s.w.is_any(c.q->last, {"tấn", "kg", "tạ", "tonnes", "tons"})) return;
  Count& next = s.counts[p.at + 1];
  if (s.w.is(next.first - 1, ",") && next.first < c.last + 4) next.used = true;
}

/// Does a sum tell a gift by this verb alone: "huy động 50 triệu đồng giúp", "collected $2,000 for flood victims"?
bool is_raised(const Scene& s, const Mention& verb, const Count& money) {
  if (s.has(Cls::project)) return false;
  const bool passed_on = verb.is_verb({"mobilise"}) && s.right(money.last, 1, [](const Mention& m) { return m.is_verb({"give"}); }) != nullptr;
  return passed_on || (s.d.english && verb.is_verb({"mobilise", "collect"}) && s.w.is_any(money.last, {"for", "to"}) &&
                       s.right(money.last, 5, [](const Mention& m) { return m.is(Cls::recipient) || m.is(Cls::country); }) != nullptr);
}

/// The verb a sum of money is given by.
const Mention* verb_of_money(const Scene& s, const Count& money) {
  const Mention* verb = s.left(money.first, 26, [](const Mention& m) { return m.is(Cls::verb) && !m.is_verb({"has", "say"}) && !m.is(Cls::partner); });
  // "quyên góp ủng hộ nhân dân Cuba, thu được 318 triệu đồng"
  const Mention* cause = verb != nullptr && verb->is_verb({"collect"}) ? s.verb_left(verb->first, 14, {"give"}) : nullptr;
  if (cause != nullptr) verb = cause;
  // "và 150 triệu đồng tặng Trường Hữu nghị Kampot": the verb stands behind the sum.
  const Mention* behind = s.right(money.last, 0, [](const Mention& m) { return m.is_verb({"give"}) && !m.is_verb({"fund"}); });
  const bool stands_alone = behind != nullptr && (verb == nullptr || verb->is_verb({"visit", "organise", "send"})) && !s.has(Cls::project);
  return stands_alone ? behind : verb;
}

}  // namespace

bool Extractor::is_present(const Scene& scene, const Present& p) const {
  const Count& c = p.thing;
  if ((!p.active && !p.passive) || c.q->indefinite) return false;
  // "to three secondary schools", "at two clinics": who got it.
  if (d.english && c.cls == Cls::works && c.first > scene.s.first && w.is_any(c.first - 1, {"to", "for", "in", "at"})) return false;
  if (are_beneficiaries(c) && !people_are_given(scene, p)) return false;
  return (is_thing(scene, c) || are_beneficiaries(c) || is_unknown_thing(scene, p, continues_gifts(scene, p))) && !is_own_story(scene, c);
}

/// Is it the next of a list of gifts: "20 chăn, 30 bồn nước và 5 máy lọc"?
bool Extractor::continues_gifts(const Scene& scene, const Present& p) const {
  return p.at > 0 && !out_.empty() && out_.back().fact.kind == Kind::gift && out_.back().sentence == scene.index &&
         scene.counts[p.at - 1].last + 4 >= p.thing.first && w.is_any(p.thing.first - 1, {",", "và", "and"});
}

Giver Extractor::giver_of(const Scene& scene, const Present& p) const {
  if (p.giver > 0) {
    const std::uint32_t end = end_of_giver(scene, p.giver);
    return {.name = tidy_name(w, p.giver, end), .countries = scene.countries(p.giver, end), .known = true, .first = p.giver, .last = end};
  }
  if (p.active) return giver_or_last(scene, *p.verb);
  return p.reached ? Giver{} : giver_or_last(scene, *p.later);
}

void Extractor::add_present(Scene& scene, const Present& p) {
  Count& c = p.thing;
  const Giver giver = giver_of(scene, p);
  const bool item = !are_beneficiaries(c);
  const std::uint32_t until = next_thing(scene, p.at);
  std::uint32_t last = c.last;
  if (p.passive && p.later != nullptr) last = p.later->last;
  if (p.giver > 0) last = std::max(last, giver.last);
  Candidate& fact = add(scene, Kind::gift, p.active && p.verb->first + 12 > c.first ? p.verb->first : c.first, last);
  c.used = true;
  set_count(fact.fact, *c.q);
  if (item) fact.fact.item = item_name(w, c, scene.s.last);
  if (Count* money = scene.value_of(c, std::min(until, c.last + 26)); money != nullptr && !scene.sign_between(c.last, money->first, ";")) {
    set_amount(fact.fact, scene, *money);
    fact.fact.qualifier = c.q->qualifier != Qualifier::exact ? c.q->qualifier : money->q->qualifier;
    fact.evidence.back().last = money->last;
  }
  fact.fact.recipient = recipient_of(scene, c.last);
  set_giver(fact.fact, scene, giver);
  set_status(fact.fact, scene, c.first);
  if (period_years_ && fact.fact.status == Status::done) set_period(fact.fact);
  take_what_belongs(scene, p, until);
}

/// Money alone: "ủng hộ 50 triệu đồng", "trao quà ... với tổng giá trị 30 triệu đồng".
void Extractor::gifts_of_money(Scene& scene) {
  for (Count& money : scene.monies) {
    if (money.used || scene.others(money.first) || scene.economy(money.first)) continue;
    const Mention* verb = verb_of_money(scene, money);
    if (verb == nullptr) continue;
    // "Các hội viên đóng góp 1,6 tỷ đồng": what our own people give is a present whatever the verb.
    const bool own = verb->is_verb({"fund"}) && !verb->is_verb({"aid"}) && !giver(scene, *verb).foreign;
    if (!own && !verb->is_verb({"give"}) && !is_raised(scene, *verb, money)) continue;
    const auto counted_elsewhere = [](const Mention& m) { return m.is(Cls::scholarship) || m.is(Cls::project); };
    if (scene.between(verb->last, std::min(money.first, verb->last + 31), counted_elsewhere) != nullptr) continue;
    const Giver g = giver_or_last(scene, *verb);
    Candidate& fact = add(scene, Kind::gift, verb->first, money.last);
    set_amount(fact.fact, scene, money);
    fact.fact.donor = g.name;
    fact.fact.countries = g.countries;
    set_status(fact.fact, scene, money.first);
  }
}

void Extractor::gifts(Scene& scene) {
  if (scene.s.first == scene.s.last) return;
  take_what_money_builds(scene);
  // Works from abroad with a price are projects, and taken by now (facts_aid.cpp); the others are counted here.
  for (std::size_t k = 0; k < scene.counts.size(); ++k) {
    if (scene.counts[k].used || scene.others(scene.counts[k].first)) continue;
    const Present present = present_at(scene, k);
    if (is_present(scene, present)) add_present(scene, present);
  }
  gifts_of_money(scene);
}

}  // namespace nc::intake
