// Events: how many in a period, single ones with their day, what they achieved.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {
namespace {

/// An event that is only the place or occasion of something else: "tại lễ", "nhân dịp ngày hội", "sau buổi gặp".
bool is_occasion(const Words& w, const Mention& event, std::uint32_t first) {
  for (std::uint32_t i = event.first; i > first && i + 3 > event.first; --i) {
    if (w.is_any(i - 1, {"tại", "sau", "nhân", "dịp", "trước", "hưởng", "ứng", "khuôn", "khổ", "của", "từ", "về", "cho", "như", "at", "during", "after", "các", "những", "nhiều", "mọi", "đốc", "trưởng", "phó", "viên"})) return true;
    if (!w.is_any(i - 1, {"buổi", "cuộc", "một"})) return false;
  }
  return false;
}

/// "cùng ngày", "the same evening"
bool tells_same_day(const Scene& s) {
  const Words& w = s.w;
  for (std::uint32_t i = s.s.first; i + 1 < s.s.last; ++i) {
    if (w.is(i, "cùng") && w.is(i + 1, "ngày")) return true;
    if (w.is_any(i, {"same", "that"}) && w.is_any(i + 1, {"day", "morning", "afternoon", "evening", "night"})) return true;
  }
  return false;
}

/// "Tổ chức Đại hội ... trong quý IV" of a work plan: a period of less than 100 days.
const Moment* planned_period(const Scene& s) {
  const Moment* found = nullptr;
  for (const Mention* m : s.mentions) {
    const Moment* moment = s.d.moment(*m);
    if (moment == nullptr || moment->kind != Moment::Kind::period || !moment->from || !moment->to) continue;
    if (moment->to.days() - moment->from.days() < 100 && s.planned(m->first)) found = moment;
  }
  return found;
}

bool names_event(const Scene& s, const Mention& m) {
  return m.is(Cls::event, "one") && !s.others(m.first) && !s.d.aside[m.first] && !is_occasion(s.w, m, s.s.first);
}

/// Do words of the sentence say that somebody holds it?
bool is_organised(const Scene& s, const Mention& event) {
  if (event.is_verb({"organise"})) return true;
  if (s.verb_left(event.first, 10, {"organise", "attract"}) != nullptr || s.verb_right(event.last, 25, {"organise", "attract"}) != nullptr) return true;
  if (!s.d.english) return false;
  // "hosted a get-together", "plans a forum in July"
  return s.verb_left(event.first, 5, {"receive"}) != nullptr || s.left(event.first, 4, [](const Mention& n) { return n.is(Cls::planned); }) != nullptr;
}

/// "buổi tọa đàm dự kiến ngày 9/8 đã được chuyển": it did not take place like that.
bool was_put_off(const Scene& s, const Mention& event) {
  const Mention* cue = s.class_right(event.last, 12, Cls::planned);
  for (std::uint32_t i = cue != nullptr ? cue->last : s.s.last; i < s.s.last; ++i)
    if (s.w.is(i, "đã")) return true;
  return false;
}

/// An event of many years ago is history: "thành lập tháng 9/1995, đến nay đã qua 5 kỳ đại hội".
bool is_history(const Scene& s, const Moment& day) {
  return day.to && s.d.calendar.published && day.to.year() + 4 < s.d.calendar.published.year();
}

bool took_place(const Scene& s, const Mention& event, const Moment& day) {
  if (was_put_off(s, event) || is_history(s, day)) return false;
  if (s.left(event.first, 8, [](const Mention& m) { return m.is(Cls::not_planned); }) != nullptr) return false;
  const bool review = s.right(event.first, 14, [](const Mention& m) { return m.is(Cls::event, "review"); }) != nullptr;
  return !review || s.planned(event.first);
}

std::uint32_t end_of_title(const Scene& s, const Mention& event) {
  std::uint32_t end = event.last;
  while (end < s.s.last && end < event.last + 10 && !s.w.is_any(end, {",", ".", ";", "với", "tại", "do", "cho", "(", "nhân", "vào", "that", "on", "at", "with"})) ++end;
  return end;
}

}  // namespace

void Extractor::counted_events(Scene& scene) {
  for (Count& c : scene.counts) {
    if (c.used || c.cls != Cls::event || c.value == "review" || scene.others(c.first) || c.q->indefinite) continue;
    if (c.q->in_words && c.q->value < 3 && c.value == "one" && scene.verb_left(c.first, 10, {"organise"}) == nullptr) continue;
    const Mention* verb = scene.any_verb_left(c.first, 30);
    const bool organised = verb != nullptr && verb->is_verb({"organise", "implement"});
    const bool subject = verb == nullptr || verb->is_verb({"has", "say", "attract"});
    const Mention* passive = scene.right(c.last, 20, [](const Mention& m) { return m.is_verb({"organise", "implement"}); });
    const bool part = scene.subset(c.first) && last_event_ >= 0 && last_event_sentence_ == scene.index;
    if (!organised && !part && !(subject && (passive != nullptr || c.value == "many"))) continue;
    Candidate& fact = add(scene, Kind::activity, organised && verb->first + 10 > c.first ? verb->first : c.first, c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    set_status(fact.fact, scene, c.first);
    set_period(fact.fact);
    fact.fact.title = std::string(w.between(c.q->last, c.last));
    fact.fact.subset = part;
    last_event_ = static_cast<int>(out_.size()) - 1;
    last_event_sentence_ = scene.index;
  }
}

void Extractor::achievements(Scene& scene) {
  for (Count& c : scene.counts) {
    if (c.used || scene.others(c.first)) continue;
    const bool tree = c.cls == Cls::tree;
    const bool treated = (c.cls == Cls::recipient && c.value != "place") || (c.cls == Cls::person && c.value.empty());
    if (!tree && !treated) continue;
    const Mention* verb = tree && d.english && w.is_any(c.last, {"into", "in"}) && w.is(c.last + 2, "ground") ? c.noun : scene.verb_left(c.first, 18, tree ? std::initializer_list<std::string_view>{"plant"} : std::initializer_list<std::string_view>{"treat"});
    if (verb == nullptr) continue;
    if (treated && !scene.sign_between(verb->last, c.first, ",") && scene.any_verb_left(c.first) != verb && !scene.any_verb_left(c.first)->is_verb({"treat", "give"})) continue;
    Candidate& fact = add(scene, Kind::activity, verb->first, c.last);
    c.used = true;
    fact.fact.count = 1;
    fact.fact.quantity = c.q->value;
    fact.fact.qualifier = c.q->qualifier;
    fact.fact.unit = std::string(w.between(c.q->last, c.last));
    fact.fact.title = std::string(w.between(verb->first, verb->last));
    set_status(fact.fact, scene, c.first);
    set_date(fact.fact, scene.day_near(c.first));
    for (std::uint32_t i = scene.s.first; fact.fact.date.empty() && i + 1 < scene.s.last; ++i)
      if ((w.is(i, "cùng") && w.is(i + 1, "ngày")) || (w.is_any(i, {"same", "that"}) && w.is_any(i + 1, {"day", "morning", "afternoon", "evening"}))) set_date(fact.fact, last_day_);
    if (fact.fact.date.empty()) set_period(fact.fact);
    last_event_ = static_cast<int>(out_.size()) - 1;
    last_event_sentence_ = scene.index;
  }
}

/// Did the sentence tell what an event achieved: "trồng 500 cây nhân ngày hội"?
bool Extractor::achieved_here(const Scene& scene) const {
  return last_event_ >= 0 && last_event_sentence_ == scene.index && out_[static_cast<std::size_t>(last_event_)].fact.quantity;
}

bool Extractor::is_held(const Scene& scene, const Mention& event) const {
  if (!names_event(scene, event)) return false;
  if (!is_organised(scene, event) && (d.english || scene.any_verb_left(event.first, 12) != nullptr)) return false;
  // Who travels attends what others hold: "cử đoàn sang Suwon dự lễ hội".
  const bool travels = last_single_ >= 0 && last_single_sentence_ == scene.index;
  if (travels && scene.verb_left(event.first, 10, {"organise"}) == nullptr) return false;
  // What was achieved is the event, unless this one is held in its own words.
  return !achieved_here(scene) || scene.verb_left(event.first, 1, {"organise"}) != nullptr;
}

/// `day`: the day it was held; nothing when only the `period` is known.
void Extractor::add_event(const Scene& scene, const Mention& event, const Moment* day, const Moment& period) {
  const Mention* verb = scene.verb_left(event.first, 10, {"organise"});
  const std::uint32_t end = end_of_title(scene, event);
  Candidate& held = add(scene, Kind::activity, verb != nullptr ? verb->first : event.first, end);
  held.fact.count = 1;
  held.fact.title = tidy_name(w, event.first, end);
  set_status(held.fact, scene, event.first);
  set_date(held.fact, day);
  if (day == nullptr) held.fact.period_start = period.from, held.fact.period_end = period.to;
  held.fact.countries = scene.countries(scene.s.first, scene.s.last);
  last_event_ = static_cast<int>(out_.size()) - 1;
  last_event_sentence_ = scene.index;
}

void Extractor::dated_events(Scene& scene) {
  const Moment* told = scene.day_near(scene.s.last);
  const Moment* same_day = told == nullptr && tells_same_day(scene) ? last_day_ : nullptr;
  const Moment* day = told != nullptr ? told : same_day != nullptr ? same_day : planned_period(scene);
  if (day == nullptr) return;
  const auto held = std::ranges::find_if(scene.mentions, [&](const Mention* m) { return is_held(scene, *m); });
  if (held == scene.mentions.end()) {
    if (!achieved_here(scene)) founding_day(scene);
    return;
  }
  const Mention& event = **held;
  if (took_place(scene, event, *day)) add_event(scene, event, same_day != nullptr ? same_day : scene.day_near(event.first), *day);
}

/// "Ngày 22/4/2023, Hội đồng hương ... đã ra mắt tại Osaka": an organisation began that day.
void Extractor::founding_day(Scene& scene) {
  for (const Mention* m : scene.mentions) {
    if (!m->is_verb({"found"}) || w.is_any(m->last, {"từ", "năm", "vào", "thêm", "mới"})) continue;
    const bool told = m->first > scene.s.first && w.is_any(m->first - 1, {"đã", "được", "thức", "vừa", "was", "were"});
    if (told && d.calendar.published && scene.day_near(m->first) != nullptr && scene.day_near(m->first)->to && scene.day_near(m->first)->to.year() + 4 < d.calendar.published.year()) return;
    const Moment* day = nullptr;
    for (const Mention* n : scene.mentions)
      if (n->last <= m->first && n->moment >= 0 && d.moment(*n)->date.size() == 10) day = d.moment(*n);
    if (!told || day == nullptr || scene.class_left(m->first, 30, Cls::org_head) == nullptr) continue;
    Candidate& fact = add(scene, Kind::activity, day->last, m->last);
    fact.fact.count = 1;
    fact.fact.title = tidy_name(w, day->last, m->last);
    fact.fact.countries = scene.countries(day->last, scene.s.last);
    set_status(fact.fact, scene, m->first);
    set_date(fact.fact, day);
    return;
  }
}

}  // namespace nc::intake
