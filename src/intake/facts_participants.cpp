// People counted at an event.
#include "intake/facts.h"

namespace nc::intake {

/// Counted people and the words that say they came. Positions are tokens.
struct Attendance {
  Count& counted;
  bool audience = false;          ///< "a crowd of around 1,500"
  bool list_goes_on = false;      ///< "Attending were the consul general; and 450 delegates": behind the semicolon
  bool behind_event = false;      ///< an event was told just before
  const Mention* came = nullptr;  ///< a verb before them: "thu hút", "đón"
  const Mention* come = nullptr;  ///< a verb or event behind them: "tham dự"
};

namespace {

/// Does no sentence of those joined by semicolons before this one say who attends?
bool out_of_list(const Document& d, std::uint32_t index) {
  for (std::uint32_t p = index; p > 0 && index - p < 6 && d.words.is(d.sentences[p].first - 1, ";"); --p) {
    const Sentence& before = d.sentences[p - 1];
    for (std::uint32_t k = before.mention_first; k < before.mention_last; ++k)
      if (d.mentions[k].is_verb({"attract"})) return false;
  }
  return true;
}

/// Was a meeting or ceremony told in the sentence before?
bool held_before(const Document& d, std::uint32_t index) {
  const Sentence& before = d.sentences[index - 1];
  if (before.paragraph != d.sentences[index].paragraph) return false;
  for (std::uint32_t k = before.mention_first; k < before.mention_last; ++k)
    if (d.mentions[k].is(Cls::event, "one") || d.mentions[k].is(Cls::event, "review") || d.words.is_any(d.mentions[k].first, {"khánh", "khởi"})) return true;
  return false;
}

bool is_audience(const Scene& s, const Count& c) {
  const Words& w = s.w;
  return s.d.english && c.cls == Cls::k_last && c.first > s.s.first + 1 && w.is(c.first - 1, "of") &&
         w.is_any(c.first - 2, {"crowd", "audience", "turnout", "gathering"});
}

/// "thu hút 300 hội viên", "thu hút 200 học sinh"
bool is_crowd(const Scene& s, const Count& c) {
  const bool people = (c.cls == Cls::recipient && c.value != "place") || c.cls == Cls::member;
  return people && s.verb_left(c.first, 3, {"attract"}) != nullptr;
}

/// "biên chế 12 người": those an office employs.
bool are_staff(const Scene& s, const Count& c) {
  if (s.left(c.first, 6, [&](const Mention& m) { return s.w.is(m.last, "biên"); }) != nullptr) return true;
  return c.first > s.s.first + 3 && (s.w.is(c.first - 2, "chế") || s.w.is(c.first - 3, "chế"));
}

/// "Em đã kết bạn với 12 người từ bốn nước": a person's own story.
bool is_own_story(const Scene& s, const Count& c) {
  for (std::uint32_t i = s.s.first; i + 1 < c.first && i < s.s.first + 4; ++i)
    if (s.w.is_any(i, {"em", "tôi", "cháu", "mình"}) && s.w.is_any(i + 1, {"đã", "được", "có", "vừa"})) return true;
  return false;
}

bool counts_people(const Scene& s, const Attendance& a) {
  const Count& c = a.counted;
  if (c.used || c.q->indefinite || (c.q->in_words && c.q->value < 10)) return false;
  if (c.cls != Cls::person && !a.audience && !is_crowd(s, c)) return false;
  if (s.others(c.first) || s.economy(c.first) || are_staff(s, c) || is_own_story(s, c)) return false;
  return s.class_left(c.first, 2, Cls::subset) == nullptr;  // "450 khách mời, trong đó có 32 tổng lãnh sự"
}

/// Does the sentence speak of an event?
bool event_told(const Scene& s, const Count& c) {
  const auto event = [](const Mention& m) { return m.is(Cls::event) || m.is_verb({"organise"}) || m.is(Cls::anniversary, "national_day"); };
  return s.left(c.first, 60, event) != nullptr || s.right(c.last, 20, [](const Mention& m) { return m.is(Cls::event); }) != nullptr;
}

bool is_at_event(const Scene& s, const Attendance& a) {
  return a.behind_event || a.list_goes_on || event_told(s, a.counted) || (s.index > 0 && s.s.first < s.s.last && held_before(s.d, s.index));
}

const Mention* verb_before(const Scene& s, const Count& c) {
  const bool with_groups = s.has(Cls::delegation);
  return s.left(c.first, 24, [&](const Mention& m) { return m.is_verb({"attract", "serve"}) || (!with_groups && m.is_verb({"receive"})); });
}

const Mention* act_behind(const Scene& s, const Count& c) {
  const std::uint32_t reach = c.first <= s.s.first + 1 ? 22 : 8;
  return s.right(c.last, reach, [&](const Mention& m) { return m.is_verb({"attract", "meet"}) || (m.is(Cls::event, "one") && !s.w.is(m.first - 1, "to")); });
}

/// "tổ chức gặp mặt 300 cựu lưu học sinh"; "với 200 đại biểu"; "Tổ chức Đại hội (tháng 11), khoảng 200 đại biểu." of a work plan
bool is_joined(const Scene& s, const Count& c) {
  const Words& w = s.w;
  if (s.left(c.first, 0, [](const Mention& m) { return m.is(Cls::event, "one"); }) != nullptr) return true;
  if (c.first == 0) return false;
  if (w.is_any(c.first - 1, {"với", "của", "cho", "cùng", "with", "for", "by", "hút", "có", "tụ"})) return true;
  return s.d.layout.report && w.is(c.first - 1, ",") && (c.last >= s.s.last || w.is_any(c.last, {".", ";"})) && s.has(Cls::event);
}

/// Is it said that they came?
bool is_attended(const Scene& s, const Attendance& a) {
  const Count& c = a.counted;
  if (a.came != nullptr || a.come != nullptr) return true;
  if (c.value == "group") return false;
  if (a.audience || a.list_goes_on || is_joined(s, c)) return true;
  // "180 bạn trẻ đến từ Lào, Campuchia cùng sinh hoạt" behind their event
  if (c.first == s.s.first && a.behind_event && s.w.is(c.last, "đến") && s.w.is(c.last + 1, "từ")) return true;
  return s.d.english && s.right(c.last, 1, [](const Mention& m) { return m.is(Cls::planned); }) != nullptr;  // "500 delegates are expected"
}

}  // namespace

/// The event told last, when it is of this sentence or one of the two before.
const Candidate* Extractor::event_before(const Scene& scene) const {
  if (last_event_ < 0 || scene.index - last_event_sentence_ > 2) return nullptr;
  const Candidate& event = out_[static_cast<std::size_t>(last_event_)];
  return event.sentence + 2 >= scene.index ? &event : nullptr;
}

void Extractor::add_participants(const Scene& scene, const Attendance& a) {
  Count& c = a.counted;
  Fact& fact = add(scene, Kind::event_participants, a.came != nullptr ? a.came->first : c.first, c.last).fact;
  c.used = true;
  set_count(fact, *c.q);
  if (c.value == "group") fact.unit = std::string(w.between(c.q->last, c.last));
  set_status(fact, scene, c.first);
  set_date(fact, scene.day_near(c.first));
  if (fact.date.empty() && a.behind_event) fact.date = event_before(scene)->fact.date;
}

void Extractor::participants(Scene& scene) {
  for (Count& c : scene.counts) {
    Attendance a{.counted = c, .audience = is_audience(scene, c)};
    if (!counts_people(scene, a)) continue;
    a.list_goes_on = scene.index > 0 && w.is(scene.s.first - 1, ";") && c.first <= scene.s.first + 4 && !out_of_list(d, scene.index);
    a.behind_event = event_before(scene) != nullptr;
    a.came = verb_before(scene, c);
    a.come = act_behind(scene, c);
    if (is_at_event(scene, a) && is_attended(scene, a)) add_participants(scene, a);
  }
}

}  // namespace nc::intake
