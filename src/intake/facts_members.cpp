// Member organisations, members, branches; partners in relation; signatures.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

/// Words before a standing number: "có", "gồm", "với", "của", a colon. A part that does something ("3 hội thành viên hoạt
/// động cầm chừng") has none of them.
bool is_stock(const Scene& s, const Count& c) {
  const Words& w = s.w;
  if (c.q->grown) return true;
  if (s.d.english) {
    // "the union's six associations", "the umbrella for 11 members": a stock, unless the number does or is done something.
    const Mention* does = s.right(c.last, 1, [](const Mention& m) { return m.is(Cls::verb) && !m.is_verb({"has", "relate", "recruit", "implement"}); });
    const Mention* governs = s.any_verb_left(c.first, 5);
    const bool acted_on = governs != nullptr && governs->is_verb({"attract", "give", "receive", "honour", "sign", "get", "fund", "visit", "send"});
    if ((does == nullptr || s.w.is(c.last, ",")) && !acted_on) return true;
  }
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

}  // namespace

void Extractor::memberships(Scene& scene) {
  for (Count& c : scene.counts) {
    if (c.used || scene.others(c.first)) continue;
    std::string unit;
    // "admitted 240 new members, bringing the total to more than 3,100", "... nâng tổng số lên 3.100": the stock of what grew.
    if (c.cls == Cls::k_last && !out_.empty() && out_.back().fact.kind == Kind::membership && out_.back().sentence == scene.index && out_.back().fact.unit.starts_with("new_") &&
        (scene.left(c.first, 1, [](const Mention& m) { return m.is(Cls::total); }) != nullptr || (w.is_any(c.first - 1, {"lên", "thành"}) && scene.left(c.first, 8, [&](const Mention& m) { return m.is(Cls::total) || m.is_verb({"has"}); }) != nullptr))) {
      const std::string grown_unit = out_.back().fact.unit == "new_orgs" ? "member_orgs" : out_.back().fact.unit.substr(4);
      Candidate& stock = add(scene, Kind::membership, c.first, c.last);
      c.used = true;
      set_count(stock.fact, *c.q);
      stock.fact.unit = grown_unit;
      stock.fact.status = Status::cumulative;
      set_status(stock.fact, scene, c.first);
      continue;
    }
    bool labelled = false;  // "tổng số hội viên: 2.316 người"
    if (c.cls == Cls::member_org) unit = "orgs";
    if (c.cls == Cls::branch) unit = "branches";
    if (c.cls == Cls::member) unit = "members";
    // "friendship associations with nearly 9,000 members": English has one word for both.
    if (d.english && c.cls == Cls::person && w.is(c.last - 1, "members") && scene.left(c.first, 8, [](const Mention& m) { return m.is_verb({"recruit"}); }) != nullptr) unit = "members";
    if (d.english && c.cls == Cls::person && w.is(c.last - 1, "members") && !scene.has(Cls::delegation) && !scene.has(Cls::event) && is_stock(scene, c)) unit = "members";
    if (c.cls == Cls::person && w.is(c.last - 1, "members") && scene.left(c.first, 8, [](const Mention& m) { return m.is(Cls::member_org) || m.is(Cls::branch) || (m.is_verb({"has"})); }) != nullptr && !scene.has(Cls::delegation)) unit = "members";
    // "kết nạp mới trong kỳ 64 người"
    if (unit.empty() && c.cls == Cls::person && c.value.empty() && scene.verb_left(c.first, 4, {"recruit"}) != nullptr) unit = "members";
    // "3,380 members, including 260 recruited this year"
    const bool recruited = d.english && c.cls == Cls::k_last && (scene.verb_right(c.last, 0, {"recruit"}) != nullptr || w.is_any(c.last, {"joined", "new", "newcomers"})) && !out_.empty() && out_.back().fact.kind == Kind::membership && out_.back().sentence == scene.index;
    if (recruited) unit = out_.back().fact.unit == "member_orgs" ? "orgs" : out_.back().fact.unit;
    if (unit.empty()) {
      // "tổng số hội viên: 2.316 người", "Tổng số tổ chức thành viên: 09 hội"
      if (c.cls != Cls::person || c.first == 0 || !(w.is_any(c.first - 1, {":", "là", "lên", "có"}) || w.is_any(c.first, {"đạt", "lên", "là"}) || scene.class_left(c.first, 0, Cls::member) != nullptr)) continue;
      const bool told = w.is_any(c.first - 1, {":", "là"});
      if (scene.left(c.first, told ? 16 : 5, [](const Mention& m) { return m.is(Cls::member); }) == nullptr) continue;
      unit = "members";
      labelled = true;
    }
    // "từ 120 hội viên nay đã có 410": what it was before.
    const bool was = w.is(c.first, "từ") && std::ranges::any_of(scene.counts, [&](const Count& o) { return o.cls == c.cls && o.first > c.last; });
    if (was) continue;
    if (c.cls == Cls::member_org && w.is(c.last - 1, "hội") && c.noun->last == c.noun->first + 1 && w.is_word(c.last) && !w.is_any(c.last, {"với", "và", "trực", "thành", "hữu", "có", "song"})) continue;
    const bool at_start = c.first == scene.s.first;
    const bool person = unit == "members";
    const Mention* grown = scene.left(c.first, 8, [&](const Mention& m) { return m.is_verb({"recruit"}) || (!person && m.is_verb({"found"})); });
    // "thành lập mới 01 Hội (...), 04 chi hội": the list goes on.
    const bool listed = !out_.empty() && out_.back().fact.kind == Kind::membership && out_.back().sentence == scene.index && out_.back().fact.unit.starts_with("new_") && w.is(c.first - 1, ",") &&
                        scene.right(out_.back().at, c.first - out_.back().at, [&](const Mention& m) { return m.first < c.first && m.is(Cls::verb) && !m.is(Cls::member_org); }) == nullptr;
    const bool fresh = listed || (grown != nullptr && scene.any_verb_left(c.first) == grown) || w.is(c.last, "mới") || recruited || (d.english && scene.verb_right(c.last, 0, {"recruit"}) != nullptr) || (c.first > scene.s.first && w.is(c.first - 1, "thêm")) ||
                       (d.english && w.is(c.q->last, "new"));
    const auto other_act = [](const Mention& m) { return m.is_verb({"attract", "give", "receive", "honour", "sign"}) || m.quantity >= 0; };
    const Mention* act = scene.left(c.first, 6, other_act);
    const bool of_event = (scene.verb_right(c.last, 4, {"attract"}) != nullptr && !w.is(c.last, ",") && !is_stock(scene, c)) || (act != nullptr && act->quantity < 0 && !act->is_verb({"has"}));
    if (person_of_each(scene, c) || told_of_the_past(scene, c)) continue;
    // "có 8 tổ chức thành viên, thu hút trên 3.400 hội viên": drawn into the association, not to an event.
    const bool drawn_in = unit == "members" && !scene.has(Cls::event) && scene.class_left(c.first, 20, Cls::member_org) != nullptr &&
                          scene.verb_left(c.first, 20, {"has"}) != nullptr;
    if (of_event && !fresh && !drawn_in) continue;
    // "Liên hiệp và 02 hội thành viên được tặng Bằng khen": some of them, by what they got.
    if (!fresh && !w.is(c.last, ",") && scene.verb_right(c.last, 3, {"get", "honour"}) != nullptr) continue;
    if (!fresh && !labelled && !drawn_in && !is_stock(scene, c) && !at_start) continue;
    if (fresh && d.english && grown == nullptr && c.q->indefinite && scene.right(c.last, 10, [](const Mention& m) { return m.is_verb({"found", "recruit"}); }) == nullptr) continue;
    if (!fresh && (c.q->indefinite || (c.q->in_words && c.q->value < 3))) continue;
    // "rằng 3 hội thành viên hoạt động còn cầm chừng": a few of them, by what they do.
    if (!fresh && c.first > scene.s.first && w.is_any(c.first - 1, {"rằng", "vẫn", "còn", "do"})) continue;
    Candidate& fact = add(scene, Kind::membership, c.first, c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    fact.fact.unit = unit == "orgs" ? (fresh ? "new_orgs" : "member_orgs") : fresh ? "new_" + unit : unit;
    fact.fact.status = fresh ? Status::done : Status::cumulative;
    set_status(fact.fact, scene, c.first);
    if (fresh) {
      set_period(fact.fact);
      fact.fact.countries = scene.countries(c.last, scene.s.last);
    }
    if (c.first - scene.s.first > 6 || unit != "orgs") continue;
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
