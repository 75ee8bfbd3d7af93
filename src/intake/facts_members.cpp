// Member organisations, members, branches; partners in relation; signatures.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {

/// Members or parts of an association, counted. Positions are tokens.
struct Membership {
  Count& counted;
  std::string unit = {};           ///< "orgs", "branches" or "members"; empty when the number counts none of them
  bool labelled = false;           ///< "tổng số hội viên: 2.316 người"
  bool recruited = false;          ///< "3,380 members, including 260 recruited this year"
  const Mention* grown = nullptr;  ///< a verb of growing before it: "kết nạp", "thành lập"
  bool fresh = false;              ///< new ones, no standing number
};

namespace {

bool recruits(const Mention& m) { return m.is_verb({"recruit"}); }

/// "the union's six associations", "the umbrella for 11 members": a stock, unless the number does or is done something.
bool is_english_stock(const Scene& s, const Count& c) {
  const Mention* does = s.right(c.last, 1, [](const Mention& m) { return m.is(Cls::verb) && !m.is_verb({"has", "relate", "recruit", "implement"}); });
  if (does != nullptr && !s.w.is(c.last, ",")) return false;
  const Mention* governs = s.any_verb_left(c.first, 5);
  return governs == nullptr || !governs->is_verb({"attract", "give", "receive", "honour", "sign", "get", "fund", "visit", "send"});
}

/// Words before a standing number: "có", "gồm", "với", "của", a colon. A part that does something ("3 hội thành viên hoạt
/// động cầm chừng") has none of them.
bool is_stock(const Scene& s, const Count& c) {
  const Words& w = s.w;
  if (c.q->grown || (s.d.english && is_english_stock(s, c))) return true;
  if (c.cls == Cls::member_org && s.verb_right(c.last, 2, {"has"}) != nullptr) return true;  // "seven associations bring together"
  if (c.first > s.s.first + 1 && w.is(c.first - 1, "cho") && w.is(c.first - 2, "mặt")) return true;
  if (c.first > s.s.first && w.is_any(c.first - 1, {":", "của", "với", "có", "gồm", "tại", "ở", "trong", "và", "cùng", "/", "lên", "thuộc", "lý", "tiêu", "thành", "mới", "toàn", "counts", "has", "of", "with", "its", "and", ",", "là", "thêm", "now", "đến", "đạt", "số", "tụ"}))
    return true;
  return s.left(c.first, 6, [](const Mention& m) { return m.is_verb({"has", "recruit", "found"}); }) != nullptr;
}

/// "mỗi chi hội có ít nhất 30 hội viên": what each has is no stock of the whole.
bool person_of_each(const Scene& s, const Count& c) {
  const Mention* each = s.class_left(c.first, 8, Cls::each);
  return each != nullptr && s.right(each->last, 2, [](const Mention& m) { return m.is(Cls::branch) || m.is(Cls::member_org); }) != nullptr;
}

/// "hồi năm 2010 khi Liên hiệp mới có 3 hội": a stock of years ago, unless the sentence has come back to now.
bool told_of_the_past(const Scene& s, const Count& c) {
  const Mention* when = s.left(c.first, 24, [](const Mention& m) { return m.moment >= 0 || m.is(Cls::cumulative) || m.is(Cls::history); });
  // "thành lập năm 2007 với 40 hội viên, nay có 1.366 hội viên"
  if (when != nullptr && when->is(Cls::history)) return s.w.is_number(when->last) && when->last + 2 >= c.first - 1;
  if (when == nullptr || when->moment < 0 || !s.d.calendar.published) return false;
  const Moment* moment = s.d.moment(*when);
  if (!moment->to || moment->to.year() + 1 >= s.d.calendar.published.year()) return false;
  for (std::uint32_t i = when->last; i < c.first; ++i)
    if (s.w.is_any(i, {"khi", "lúc", "mới", "chỉ", "với", "when", "only", "just", "with"})) return true;
  return false;
}

/// "friendship associations with nearly 9,000 members": English has one word for people and members.
bool are_english_members(const Scene& s, const Count& c) {
  if (c.cls != Cls::person || !s.w.is(c.last - 1, "members")) return false;
  if (s.d.english && s.left(c.first, 8, recruits) != nullptr) return true;
  if (s.has(Cls::delegation)) return false;
  if (s.d.english && !s.has(Cls::event) && is_stock(s, c)) return true;
  return s.left(c.first, 8, [](const Mention& m) { return m.is(Cls::member_org) || m.is(Cls::branch) || m.is_verb({"has"}); }) != nullptr;
}

/// What the words of the number alone say that it counts.
std::string_view counted_unit(const Scene& s, const Count& c) {
  if (c.cls == Cls::member_org) return "orgs";
  if (c.cls == Cls::branch) return "branches";
  if (c.cls == Cls::member || are_english_members(s, c)) return "members";
  // "kết nạp mới trong kỳ 64 người"
  if (c.cls == Cls::person && c.value.empty() && s.verb_left(c.first, 4, {"recruit"}) != nullptr) return "members";
  return "";
}

/// "including 260 recruited this year": of those counted just before.
bool are_recruited(const Scene& s, const Count& c) {
  if (!s.d.english || c.cls != Cls::k_last) return false;
  return s.verb_right(c.last, 0, {"recruit"}) != nullptr || s.w.is_any(c.last, {"joined", "new", "newcomers"});
}

/// What is counted, whether new or standing: "new_orgs" and "member_orgs" are "orgs".
std::string bare_unit(std::string_view unit) {
  if (unit.starts_with("new_")) unit.remove_prefix(4);
  return std::string(unit == "member_orgs" ? "orgs" : unit);
}

std::string standing_unit(const std::string& bare) { return bare == "orgs" ? "member_orgs" : bare; }

/// "tổng số hội viên: 2.316 người", "Tổng số tổ chức thành viên: 09 hội"
bool is_labelled(const Scene& s, const Count& c) {
  if (c.cls != Cls::person || c.first == 0) return false;
  const bool told = s.w.is_any(c.first - 1, {":", "là"});
  const bool joined = told || s.w.is_any(c.first - 1, {"lên", "có"}) || s.w.is_any(c.first, {"đạt", "lên", "là"}) || s.class_left(c.first, 0, Cls::member) != nullptr;
  return joined && s.left(c.first, told ? 16 : 5, [](const Mention& m) { return m.is(Cls::member); }) != nullptr;
}

/// "admitted 240 new members, bringing the total to more than 3,100", "... nâng tổng số lên 3.100"
bool tells_grown_total(const Scene& s, const Count& c) {
  if (c.cls != Cls::k_last) return false;
  if (s.left(c.first, 1, [](const Mention& m) { return m.is(Cls::total); }) != nullptr) return true;
  const auto total = [](const Mention& m) { return m.is(Cls::total) || m.is_verb({"has"}); };
  return s.w.is_any(c.first - 1, {"lên", "thành"}) && s.left(c.first, 8, total) != nullptr;
}

/// "từ 120 hội viên nay đã có 410": what it was before.
bool is_former(const Scene& s, const Count& c) {
  return s.w.is(c.first, "từ") && std::ranges::any_of(s.counts, [&](const Count& o) { return o.cls == c.cls && o.first > c.last; });
}

/// "3 hội nông dân": the word goes on, and means another association.
bool is_other_association(const Scene& s, const Count& c) {
  const Words& w = s.w;
  return c.cls == Cls::member_org && w.is(c.last - 1, "hội") && c.noun->last == c.noun->first + 1 && w.is_word(c.last) &&
         !w.is_any(c.last, {"với", "và", "trực", "thành", "hữu", "có", "song"});
}

const Mention* verb_of_growing(const Scene& s, const Membership& m) {
  const bool person = m.unit == "members";
  return s.left(m.counted.first, 8, [&](const Mention& n) { return recruits(n) || (!person && n.is_verb({"found"})); });
}

/// New ones by the words next to the number.
bool is_fresh(const Scene& s, const Membership& m) {
  const Words& w = s.w;
  const Count& c = m.counted;
  if (m.recruited || (m.grown != nullptr && s.any_verb_left(c.first) == m.grown) || w.is(c.last, "mới")) return true;
  if (c.first > s.s.first && w.is(c.first - 1, "thêm")) return true;
  return s.d.english && (s.verb_right(c.last, 0, {"recruit"}) != nullptr || w.is(c.q->last, "new"));
}

/// Those who came to an event or did or got something.
bool is_of_event(const Scene& s, const Count& c) {
  if (s.verb_right(c.last, 4, {"attract"}) != nullptr && !s.w.is(c.last, ",") && !is_stock(s, c)) return true;
  const Mention* act = s.left(c.first, 6, [](const Mention& m) { return m.is_verb({"attract", "give", "receive", "honour", "sign"}) || m.quantity >= 0; });
  return act != nullptr && act->quantity < 0 && !act->is_verb({"has"});
}

/// "có 8 tổ chức thành viên, thu hút trên 3.400 hội viên": drawn into the association, not to an event.
bool is_drawn_in(const Scene& s, const Membership& m) {
  const std::uint32_t at = m.counted.first;
  return m.unit == "members" && !s.has(Cls::event) && s.class_left(at, 20, Cls::member_org) != nullptr && s.verb_left(at, 20, {"has"}) != nullptr;
}

/// Does the number tell how many there are?
bool is_standing(const Scene& s, const Membership& m) {
  const Count& c = m.counted;
  const bool drawn_in = is_drawn_in(s, m);
  if (!drawn_in && is_of_event(s, c)) return false;
  // "Liên hiệp và 02 hội thành viên được tặng Bằng khen": some of them, by what they got.
  if (!s.w.is(c.last, ",") && s.verb_right(c.last, 3, {"get", "honour"}) != nullptr) return false;
  if (!m.labelled && !drawn_in && c.first != s.s.first && !is_stock(s, c)) return false;
  if (c.q->indefinite || (c.q->in_words && c.q->value < 3)) return false;
  // "rằng 3 hội thành viên hoạt động còn cầm chừng": a few of them, by what they do.
  return c.first == s.s.first || !s.w.is_any(c.first - 1, {"rằng", "vẫn", "còn", "do"});
}

/// English "one new member": only where somebody founds or recruits.
bool is_told_new(const Scene& s, const Membership& m) {
  const Count& c = m.counted;
  if (!s.d.english || m.grown != nullptr || !c.q->indefinite) return true;
  return s.right(c.last, 10, [](const Mention& n) { return n.is_verb({"found", "recruit"}); }) != nullptr;
}

bool is_membership(const Scene& s, const Membership& m) {
  const Count& c = m.counted;
  if (m.unit.empty() || is_former(s, c) || is_other_association(s, c) || person_of_each(s, c) || told_of_the_past(s, c)) return false;
  return m.fresh ? is_told_new(s, m) : is_standing(s, m);
}

}  // namespace

/// The membership told last, when it is of this sentence.
const Candidate* Extractor::membership_before(const Scene& scene) const {
  if (out_.empty() || out_.back().fact.kind != Kind::membership || out_.back().sentence != scene.index) return nullptr;
  return &out_.back();
}

/// "thành lập mới 01 Hội (...), 04 chi hội": the list of new ones goes on.
bool Extractor::continues_new_members(const Scene& scene, const Count& counted) const {
  const Candidate* before = membership_before(scene);
  if (before == nullptr || !before->fact.unit.starts_with("new_") || !w.is(counted.first - 1, ",")) return false;
  return scene.between(before->at, counted.first, [](const Mention& m) { return m.is(Cls::verb) && !m.is(Cls::member_org); }) == nullptr;
}

Membership Extractor::membership_at(const Scene& scene, Count& c) const {
  Membership m{.counted = c, .unit = std::string(counted_unit(scene, c))};
  const Candidate* before = membership_before(scene);
  m.recruited = before != nullptr && are_recruited(scene, c);
  if (m.recruited) m.unit = bare_unit(before->fact.unit);
  m.labelled = m.unit.empty() && is_labelled(scene, c);
  if (m.labelled) m.unit = "members";
  m.grown = verb_of_growing(scene, m);
  m.fresh = is_fresh(scene, m) || continues_new_members(scene, c);
  return m;
}

void Extractor::add_membership(const Scene& scene, const Membership& m) {
  Count& c = m.counted;
  Fact& fact = add(scene, Kind::membership, c.first, c.last).fact;
  c.used = true;
  set_count(fact, *c.q);
  fact.unit = m.fresh ? "new_" + m.unit : standing_unit(m.unit);
  fact.status = m.fresh ? Status::done : Status::cumulative;
  set_status(fact, scene, c.first);
  if (!m.fresh) return;
  set_period(fact);
  fact.countries = scene.countries(c.last, scene.s.last);
}

/// The stock of what grew, told behind the new ones.
bool Extractor::add_grown_total(const Scene& scene, Count& c) {
  const Candidate* before = membership_before(scene);
  if (before == nullptr || !before->fact.unit.starts_with("new_") || !tells_grown_total(scene, c)) return false;
  const std::string unit = standing_unit(bare_unit(before->fact.unit));
  Fact& stock = add(scene, Kind::membership, c.first, c.last).fact;
  c.used = true;
  set_count(stock, *c.q);
  stock.unit = unit;
  stock.status = Status::cumulative;
  set_status(stock, scene, c.first);
  return true;
}

void Extractor::memberships(Scene& scene) {
  for (Count& c : scene.counts) {
    if (c.used || scene.others(c.first) || add_grown_total(scene, c)) continue;
    const Membership membership = membership_at(scene, c);
    if (is_membership(scene, membership)) add_membership(scene, membership);
  }
}

void Extractor::partners(Scene& scene) {
  for (Count& c : scene.counts) {
    if (c.cls == Cls::person && c.value == "group" && c.noun != nullptr && w.is_any(c.last - 1, {"organisations", "organizations", "agencies"})) c.cls = Cls::partner;
    if (c.used || c.cls != Cls::partner || c.q->indefinite || scene.others(c.first) || scene.economy(c.first)) continue;
    const bool plain = w.is_any(c.noun->first, {"tổ"}) && c.noun->last == c.noun->first + 2;  // "20 tổ chức": of what, the sentence must say
    const Mention* verb = scene.any_verb_left(c.first, 30);
    const bool relates = verb != nullptr && verb->is_verb({"relate", "has", "mobilise"});
    const Mention* after = scene.right(c.last, 16, [](const Mention& m) { return m.is_verb({"relate", "implement"}); });
    if (!relates && after == nullptr) continue;
    // "Số tổ chức phi chính phủ có quan hệ với tỉnh: 22 tổ chức": the label says of what.
    const bool told = w.is_any(c.first - 1, {":", "là"}) && scene.left(c.first, 20, [](const Mention& m) { return m.is(Cls::partner) && m.last > m.first + 2; }) != nullptr;
    if (plain && !told && !scene.has(Cls::foreign) && scene.countries(c.first, scene.s.last).empty()) continue;
    Candidate& fact = add(scene, Kind::partner_count, c.first, c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    fact.fact.status = Status::cumulative;
    set_status(fact.fact, scene, c.first);
  }
}

void Extractor::signatures(Scene& scene) {
  for (Count& c : scene.counts) {
    // "103.700 người dân đã ký vào bản kiến nghị"
    const bool signers = (c.cls == Cls::person || c.cls == Cls::recipient) && scene.verb_right(c.last, 6, {"collect"}) != nullptr &&
                         scene.right(c.last, 6, [&](const Mention& m) { return m.is_verb({"collect"}) && (w.is(m.first, "ký") || w.is(m.first + 1, "ký") || d.english); }) != nullptr;
    // "vận động ký tên phản đối ... có 9.400 người hưởng ứng"
    const bool answered = c.cls == Cls::person && scene.left(c.first, 24, [&](const Mention& m) { return m.is_verb({"collect"}) && w.is(m.first, "ký"); }) != nullptr &&
                          (w.is_any(c.last, {"hưởng", "tham", "ký"}) || (w.is(c.last, "đã") && w.is_any(c.last + 1, {"hưởng", "tham", "ký"})));
    if (c.used || (c.cls != Cls::signature && !signers && !answered) || scene.others(c.first)) continue;
    if (scene.left(c.first, 3, [](const Mention& m) { return m.is(Cls::target); }) != nullptr) continue;
    const Mention* verb = scene.any_verb_left(c.first, 12);
    Candidate& fact = add(scene, Kind::signature_campaign, verb != nullptr ? verb->first : c.first, c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    set_status(fact.fact, scene, c.first);
    set_period(fact.fact);
    fact.fact.subset = scene.subset(c.first);
  }
}

}  // namespace nc::intake
