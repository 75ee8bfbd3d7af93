// Presents and scholarships.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

/// Money told of a counted thing: "mỗi phần 300 ngàn đồng", "trị giá 30 triệu đồng", behind it and before the next thing.
Count* value_of(Scene& s, const Count& thing, std::uint32_t until) {
  for (Count& money : s.monies) {
    if (money.used || money.first < thing.last || money.first >= until) continue;
    // "5 máy tính xách tay và 50 triệu đồng": the money is a further present.
    if (s.w.is_any(money.first - 1, {"và", "cùng", "and"})) return nullptr;
    // "12 kits reached the families, and the club raised 85 million": told of something else.
    if (s.d.english && s.verb_right(thing.last, money.first - thing.last, {"mobilise", "give", "fund", "collect", "disburse"}) != nullptr && s.verb_right(thing.last, money.first - thing.last, {"mobilise", "give", "fund", "collect", "disburse"})->first < money.first) return nullptr;
    return &money;
  }
  return nullptr;
}

/// Who gets it: the words behind "cho" or "to", up to a comma or the next small word.
std::string recipient_of(const Scene& s, std::uint32_t from) {
  const Words& w = s.w;
  std::uint32_t first = from;
  while (first < s.s.last && first < from + 14 && !w.is_any(first, {"cho", "to", ".", ";"})) ++first;
  if (first >= s.s.last || !w.is_any(first, {"cho", "to"})) return {};
  std::uint32_t last = ++first;
  while (last < s.s.last && last < first + 14 && !w.is_any(last, {",", ".", ";", ":", "(", "nhân", "với", "trị", "mỗi", "do", "được", "trong", "tổng", "worth", "each", "on", "during"})) ++last;
  return tidy_name(w, first, last);
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

}  // namespace

void Extractor::scholarships(Scene& scene) {
  for (std::size_t k = 0; k < scene.counts.size(); ++k) {
    Count& c = scene.counts[k];
    // "đỡ đầu 12 sinh viên", "trao học bổng cho 20 học sinh" count the people.
    const bool people = c.cls == Cls::person || c.cls == Cls::recipient;
    const bool awarded = people && c.first > scene.s.first && w.is_any(c.first - 1, {"cho", "to", "for"}) && scene.class_left(c.first, 5, Cls::scholarship) != nullptr &&
                         scene.right(scene.s.first, 200, [&](const Mention& m) { return m.quantity >= 0 && m.first + 8 > c.first && m.last < c.first; }) == nullptr;
    const bool sponsored = awarded || (people && scene.verb_left(c.first, 3, {"sponsor"}) != nullptr);
    const Mention* got = (c.cls == Cls::person || c.cls == Cls::recipient) && c.value != "place" ? scene.verb_right(c.last, 12, {"get", "sponsor"}) : nullptr;
    const bool receives = got != nullptr && (got->is_verb({"sponsor"}) || scene.right(got->last, 2, [](const Mention& m) { return m.is(Cls::scholarship); }) != nullptr);
    // "trains 140 Lao students on full scholarships", "supports 48 pupils with scholarships"
    const Mention* grant = d.english && people && c.value != "place" ? scene.right(c.last, 3, [](const Mention& m) { return m.is(Cls::scholarship); }) : nullptr;
    const bool on_grant = grant != nullptr && w.is_any(c.last, {"on", "with"});
    const bool labelled = c.cls == Cls::item && w.is(c.noun->first, "suất") && scene.class_left(c.first, 4, Cls::scholarship) != nullptr;  // "Học bổng: 142 suất"
    if ((c.cls != Cls::scholarship && !sponsored && !receives && !labelled && !on_grant) || c.used || scene.others(c.first)) continue;
    Candidate& fact = add(scene, Kind::scholarship, c.first, c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    const std::uint32_t until = k + 1 < scene.counts.size() && scene.counts[k + 1].cls != Cls::recipient && scene.counts[k + 1].cls != Cls::person ? scene.counts[k + 1].first : scene.s.last;
    if (Count* money = value_of(scene, c, std::min(until, c.last + 30))) {
      set_amount(fact.fact, scene, *money);
      fact.evidence.back().last = money->last;
    }
    set_status(fact.fact, scene, c.first);
    if (const Mention* verb = scene.verb_left(c.first, 30, {"give", "fund", "honour", "sponsor"})) {
      const Giver g = giver_or_last(scene, *verb);
      fact.fact.donor = g.name;
      fact.fact.countries = g.countries;
      fact.evidence.back().first = verb->first;
      if (g.known) last_giver_ = g, last_giver_sentence_ = scene.index;
    }
    fact.fact.recipient = recipient_of(scene, c.last);
    for (const Count& other : scene.counts)
      if (other.first >= c.last && (other.cls == Cls::recipient || other.cls == Cls::person)) const_cast<Count&>(other).used = true;
  }
}

void Extractor::gifts(Scene& scene) {
  if (scene.s.first == scene.s.last) return;
  // English also sends and builds what it gives.
  const auto giving = [&](const Mention& m) { return (m.is_verb({"give", "fund", "mobilise"}) || (d.english && m.is_verb({"send"}) && !scene.has(Cls::delegation))) && !m.is(Cls::award); };
  // "ủng hộ 1,2 tỷ đồng xây 10 căn nhà": the houses are what the money is for.
  for (const Count& money : scene.monies) {
    if (scene.verb_left(money.first, 1, {"give", "fund"}) == nullptr || scene.verb_right(money.last, 3, {"build"}) == nullptr) continue;
    for (Count& c : scene.counts)
      if (c.first >= money.last && c.first < money.last + 6) c.used = true;
  }
  for (std::size_t k = 0; k < scene.counts.size(); ++k) {
    Count& c = scene.counts[k];
    if (c.used || scene.others(c.first)) continue;
    const Mention* verb = scene.left(c.first, 45, [](const Mention& m) { return m.is(Cls::verb) && !m.is_verb({"has", "say", "aid"}) && !m.is(Cls::partner); });
    // "xây 6 ngôi nhà, mỗi nhà 70 triệu đồng, tặng hội viên": built to be given.
    const bool built = verb != nullptr && verb->is_verb({"build"}) && c.cls == Cls::item && scene.has(Cls::verb) &&
                       (!scene.monies.empty() || scene.verb_right(c.last, 20, {"give"}) != nullptr || scene.verb_left(c.first, 12, {"give", "mobilise"}) != nullptr);
    const bool given = verb != nullptr && (giving(*verb) || built);
    const Mention* passive = scene.right(c.last, 10, giving);
    const bool of_giver = passive != nullptr && passive->first > c.last && passive->is_verb({"give"}) && w.is_any(c.last, {"của", "do"}) && !scene.sign_between(c.last, passive->first, ",");
    // "1,200 hygiene kits from Plan International reached families", "50,000 masks from Shizuoka"
    std::uint32_t behind = c.last + (w.is_any(c.last, {"từ", "from"}) ? 1U : 0U);
    // "12 tonnes of rice, a gift of the Korean Association"
    for (std::uint32_t i = c.last; d.english && behind == c.last && i < c.last + 4 && i < scene.s.last; ++i)
      if (w.is_any(i, {"gift", "donation", "present", "contribution"}) && w.is_any(i + 1, {"of", "from"}) && w.is_any(i - 1, {"a", "the"})) behind = i + 2;
    const bool thing_told = c.cls == Cls::item || c.cls == Cls::classifier || c.cls == Cls::tree;
    const bool from_giver = thing_told && behind > c.last && (w.capital(behind) || (w.is_any(behind, {"the", "a", "an"}) && scene.right(behind, 4, [](const Mention& m) { return m.is(Cls::country) || m.is(Cls::org_head); }) != nullptr)) && !w.is_number(behind);
    // "500 phần quà, mỗi phần 400 ngàn đồng, dành cho hộ nghèo"
    bool meant_for = false;
    for (std::uint32_t i = c.last; thing_told && i + 1 < scene.s.last && i < c.last + 12 && !w.is_any(i, {";", "."}); ++i) meant_for |= w.is(i, "dành") && w.is_any(i + 1, {"cho", "tặng"});
    const bool reached = (thing_told && meant_for) || (thing_told && scene.right(c.last, 12, [](const Mention& m) { return m.is_verb({"reach"}); }) != nullptr);
    const bool is_given = from_giver || reached || of_giver || (passive != nullptr && passive->first > c.last && (w.is_any(passive->first - 1, {"được", "were", "was", "be"})) &&
                          !scene.sign_between(c.last, passive->first, ","));
    if (!given && !is_given) continue;
    // "to three secondary schools", "at two clinics": who got it.
    if (d.english && c.cls == Cls::works && c.first > scene.s.first && w.is_any(c.first - 1, {"to", "for", "in", "at"})) continue;
    const bool school = c.cls == Cls::recipient && c.value == "place" && w.is_any(c.noun->first, {"trường", "trạm", "school", "bệnh"}) && w.is_any(c.first - 1, {"dựng", "xây", "mới"});
    const bool thing = school || c.cls == Cls::item || c.cls == Cls::works || c.cls == Cls::tree || (c.cls == Cls::classifier && !c.q->indefinite);
    // Things the tables don't know: right behind the verb ("trao 12 bồn nước"), or next in a list of gifts.
    const bool listed = k > 0 && !out_.empty() && out_.back().fact.kind == Kind::gift && out_.back().sentence == scene.index && scene.counts[k - 1].last + 4 >= c.first && w.is_any(c.first - 1, {",", "và", "and"});
    const bool unknown = c.cls == Cls::k_last && c.q->type == Quantity::Type::count && w.is_word(c.last) && !w.capital(c.last) && (!d.english || listed) &&
                         !w.is_any(c.last, {"trong", "của", "và", "cho", "tại", "đến", "là", "với", "trên", "bên", "nước", "địa", "lần", "loại", "of", "to", "in", "for"}) &&
                         (listed || (given && verb->is_verb({"give"}) && verb->last == c.first));
    const bool beneficiaries = c.cls == Cls::recipient && c.value != "place" && c.value != "individual" && c.value != "collective";
    if (!thing && !beneficiaries && !unknown) continue;
    if (c.q->indefinite) continue;
    // "Nhà tôi được hỗ trợ 2 con bò": one family's story, no figure of the office.
    bool own_story = false;
    for (std::uint32_t i = scene.s.first; i + 1 < c.first; ++i) own_story |= w.is_any(i, {"tôi", "em", "mình", "cháu", "con"}) && w.is_any(i + 1, {"được", "đã", "có"});
    if (own_story) continue;
    if (passive == nullptr && !given) passive = c.noun;
    if (beneficiaries) {
      // Only where nothing else is counted: "hỗ trợ 25 gia đình, mỗi gia đình 2 triệu đồng", "trao quà cho 100 hộ".
      const bool item_told = given && std::ranges::any_of(scene.counts, [&](const Count& o) {
        return &o != &c && (o.cls == Cls::item || o.cls == Cls::works || o.cls == Cls::scholarship || o.cls == Cls::classifier) && o.last <= c.first + 30 && o.first >= verb->first;
      });
      if (!given || item_told || verb->is_verb({"mobilise", "fund"})) continue;
      if (scene.verb_left(c.first, 20, {"treat"}) != nullptr || scene.right(c.last, 12, [](const Mention& m) { return m.is_verb({"treat"}); }) != nullptr) continue;
      const bool present = scene.right(verb->first, c.first - verb->first, [&](const Mention& m) { return m.first < c.first && m.is(Cls::item); }) != nullptr ||
                           w.is(verb->last - 1, "quà");
      const bool priced = std::ranges::any_of(scene.monies, [&](const Count& money) { return money.first >= c.last && money.first < c.last + 20; });
      if (!present && !priced) continue;
    }
    const Mention* giving_verb = given ? verb : passive;
    Giver g = from_giver || (reached && !given) ? Giver{} : giver_or_last(scene, *giving_verb);
    if (from_giver) {
      std::uint32_t stop = behind;
      while (stop < scene.s.last && stop < behind + 10 && !w.is_any(stop, {",", ".", ";", "and", "và", "cho", "to", "với"}) && scene.right(stop, 0, [](const Mention& m) { return m.is(Cls::verb) && !m.is(Cls::org_head); }) == nullptr) ++stop;
      g.name = tidy_name(w, behind, stop);
      g.countries = scene.countries(behind, stop);
      g.first = behind, g.last = stop, g.known = true;
    }
    // Works from abroad are projects where they have a price (facts_aid.cpp took those), else they are counted here.
    std::uint32_t until = scene.s.last;
    for (std::size_t n = k + 1; n < scene.counts.size(); ++n) {
      if (scene.counts[n].cls == Cls::recipient || scene.counts[n].cls == Cls::person) continue;
      until = scene.counts[n].first;
      break;
    }
    Candidate& fact = add(scene, Kind::gift, given && verb->first + 12 > c.first ? verb->first : c.first, is_given ? std::max(passive != nullptr ? passive->last : c.last, from_giver ? g.last : c.last) : c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    if (thing || unknown) fact.fact.item = item_name(w, c, scene.s.last);
    if (Count* money = value_of(scene, c, std::min(until, c.last + 26)); money != nullptr && !scene.sign_between(c.last, money->first, ";")) {
      set_amount(fact.fact, scene, *money);
      fact.fact.qualifier = c.q->qualifier != Qualifier::exact ? c.q->qualifier : money->q->qualifier;
      fact.evidence.back().last = money->last;
    }
    fact.fact.donor = g.name;
    fact.fact.recipient = recipient_of(scene, c.last);
    fact.fact.countries = g.countries;
    set_status(fact.fact, scene, c.first);
    if (period_years_ && fact.fact.status == Status::done) set_period(fact.fact);
    if (g.known) last_giver_ = g, last_giver_sentence_ = scene.index;
    for (Count& o : scene.counts)
      if (!o.used && o.first >= c.last && o.first < until && o.cls == Cls::recipient) o.used = true;
    // "35 tấn gạo, 4.000 bộ quần áo cùng nhu yếu phẩm" is one load.
    if (w.is_any(c.q->last, {"tấn", "kg", "tạ", "tonnes", "tons"}) && k + 1 < scene.counts.size() && w.is(scene.counts[k + 1].first - 1, ",") && scene.counts[k + 1].first < c.last + 4) scene.counts[k + 1].used = true;
  }
  // Money alone: "ủng hộ 50 triệu đồng", "trao quà ... với tổng giá trị 30 triệu đồng".
  for (Count& money : scene.monies) {
    if (money.used || scene.others(money.first) || scene.economy(money.first)) continue;
    const Mention* verb = scene.left(money.first, 26, [](const Mention& m) { return m.is(Cls::verb) && !m.is_verb({"has", "say"}) && !m.is(Cls::partner); });
    // "Các hội viên đóng góp 1,6 tỷ đồng": what our own people give is a present whatever the verb.
    const Mention* cause = verb != nullptr && verb->is_verb({"collect"}) ? scene.verb_left(verb->first, 14, {"give"}) : nullptr;
    if (cause != nullptr) verb = cause;  // "quyên góp ủng hộ nhân dân Cuba, thu được 318 triệu đồng"
    const bool raised = verb != nullptr && verb->is_verb({"mobilise"}) && !scene.has(Cls::project) &&
                        scene.right(money.last, 1, [](const Mention& m) { return m.is_verb({"give"}); }) != nullptr;
    const bool collected = d.english && verb != nullptr && verb->is_verb({"mobilise", "collect"}) && w.is_any(money.last, {"for", "to"}) && !scene.has(Cls::project) &&
                           scene.right(money.last, 5, [](const Mention& m) { return m.is(Cls::recipient) || m.is(Cls::country); }) != nullptr;
    // "và 150 triệu đồng tặng Trường Hữu nghị Kampot": the verb stands behind the sum.
    const Mention* hands = scene.right(money.last, 0, [](const Mention& m) { return m.is_verb({"give"}) && !m.is_verb({"fund"}); });
    const bool stands_alone = hands != nullptr && (verb == nullptr || verb->is_verb({"visit", "organise", "send"})) && !scene.has(Cls::project);
    if (stands_alone) verb = hands;
    if (verb == nullptr || !(raised || collected || verb->is_verb({"give"}) || (verb->is_verb({"fund"}) && !verb->is_verb({"aid"}) && !giver(scene, *verb).foreign))) continue;
    if (scene.right(verb->last, 30, [&](const Mention& m) { return m.first < money.first && (m.is(Cls::scholarship) || m.is(Cls::project)); }) != nullptr) continue;
    const Giver g = giver_or_last(scene, *verb);
    Candidate& fact = add(scene, Kind::gift, verb->first, money.last);
    set_amount(fact.fact, scene, money);
    fact.fact.donor = g.name;
    fact.fact.countries = g.countries;
    set_status(fact.fact, scene, money.first);
  }
}

}  // namespace nc::intake
