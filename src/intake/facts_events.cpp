// Events: how many in a period, single ones with their day, what they achieved, who came.
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

void Extractor::dated_events(Scene& scene) {
  const Moment* day = scene.day_near(scene.s.last);
  for (std::uint32_t i = scene.s.first; day == nullptr && i + 1 < scene.s.last; ++i)
    if ((w.is(i, "cùng") && w.is(i + 1, "ngày")) || (w.is_any(i, {"same", "that"}) && w.is_any(i + 1, {"day", "morning", "afternoon", "evening", "night"}))) day = last_day_;
  const Moment* same_day = scene.day_near(scene.s.last) == nullptr ? day : nullptr;
  if (day == nullptr) {
    // "Tổ chức Đại hội ... trong quý IV" of a work plan.
    for (const Mention* m : scene.mentions) {
      const Moment* moment = d.moment(*m);
      if (moment != nullptr && moment->kind == Moment::Kind::period && moment->from && moment->to && moment->to.days() - moment->from.days() < 100 && scene.planned(m->first)) day = moment;
    }
    if (day == nullptr) return;
  }
  const bool had_achievement = last_event_ >= 0 && last_event_sentence_ == scene.index && out_[static_cast<std::size_t>(last_event_)].fact.quantity;
  // Who travels attends what others hold: "cử đoàn sang Suwon dự lễ hội".
  const bool travels = last_single_ >= 0 && last_single_sentence_ == scene.index;
  const Mention* best = nullptr;
  for (const Mention* m : scene.mentions) {
    if (!m->is(Cls::event, "one") || scene.others(m->first) || d.aside[m->first]) continue;
    if (is_occasion(w, *m, scene.s.first)) continue;
    const bool hosts = d.english && scene.verb_left(m->first, 5, {"receive"}) != nullptr;  // "hosted a get-together"
    const bool plans = d.english && scene.left(m->first, 4, [](const Mention& n) { return n.is(Cls::planned); }) != nullptr;  // "plans a forum in July"
    const bool organised = hosts || plans || scene.verb_left(m->first, 10, {"organise", "attract"}) != nullptr || scene.verb_right(m->last, 25, {"organise", "attract"}) != nullptr || m->is_verb({"organise"});
    if (!organised && best == nullptr && scene.any_verb_left(m->first, 12) != nullptr && !d.english) continue;
    if (!organised && d.english) continue;
    if (travels && scene.verb_left(m->first, 10, {"organise"}) == nullptr) continue;
    // "trồng 500 cây nhân ngày hội": what was achieved is the event, unless this one is held in its own words.
    if (had_achievement && scene.verb_left(m->first, 1, {"organise"}) == nullptr) continue;
    best = m;
    break;
  }
  if (had_achievement && best == nullptr) return;
  if (best == nullptr) {
    founding_day(scene);
    return;
  }
  // "buổi tọa đàm dự kiến ngày 9/8 đã được chuyển": it did not take place like that.
  if (const Mention* cue = scene.class_right(best->last, 12, Cls::planned))
    for (std::uint32_t i = cue->last; i < scene.s.last; ++i)
      if (w.is(i, "đã")) return;
  if (scene.left(best->first, 8, [](const Mention& m) { return m.is(Cls::not_planned); }) != nullptr) return;
  // An event of many years ago is history: "thành lập tháng 9/1995, đến nay đã qua 5 kỳ đại hội".
  if (day->to && d.calendar.published && day->to.year() + 4 < d.calendar.published.year()) return;
  const bool review = scene.right(best->first, 14, [](const Mention& m) { return m.is(Cls::event, "review"); }) != nullptr;
  if (review && !scene.planned(best->first)) return;
  const Mention* verb = scene.verb_left(best->first, 10, {"organise"});
  const Moment* when = same_day != nullptr ? same_day : scene.day_near(best->first);
  Candidate& fact = add(scene, Kind::activity, verb != nullptr ? verb->first : best->first, std::min(best->last + 6, scene.s.last));
  fact.fact.count = 1;
  std::uint32_t end = best->last;
  while (end < scene.s.last && end < best->last + 10 && !w.is_any(end, {",", ".", ";", "với", "tại", "do", "cho", "(", "nhân", "vào", "that", "on", "at", "with"})) ++end;
  fact.fact.title = tidy_name(w, best->first, end);
  fact.evidence.back().last = std::max(end, best->last);
  set_status(fact.fact, scene, best->first);
  set_date(fact.fact, when);
  if (when == nullptr) fact.fact.period_start = day->from, fact.fact.period_end = day->to;
  fact.fact.countries = scene.countries(scene.s.first, scene.s.last);
  last_event_ = static_cast<int>(out_.size()) - 1;
  last_event_sentence_ = scene.index;
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

void Extractor::participants(Scene& scene) {
  for (Count& c : scene.counts) {
    const bool crowd = ((c.cls == Cls::recipient && c.value != "place") || c.cls == Cls::member) && scene.verb_left(c.first, 3, {"attract"}) != nullptr;
    const bool audience = d.english && c.cls == Cls::k_last && c.first > scene.s.first + 1 && w.is(c.first - 1, "of") && w.is_any(c.first - 2, {"crowd", "audience", "turnout", "gathering"});  // "a crowd of around 1,500"
    if (c.used || (c.cls != Cls::person && !crowd && !audience) || c.q->indefinite || scene.others(c.first) || scene.economy(c.first)) continue;
    if (c.q->in_words && c.q->value < 10) continue;
    if (scene.left(c.first, 6, [&](const Mention& m) { return w.is(m.last, "biên"); }) != nullptr || (c.first > scene.s.first + 3 && (w.is(c.first - 2, "chế") || w.is(c.first - 3, "chế")))) continue;
    // "Em đã kết bạn với 12 người từ bốn nước": a person's own story.
    bool own_story = false;
    for (std::uint32_t i = scene.s.first; i + 1 < c.first && i < scene.s.first + 4; ++i) own_story |= w.is_any(i, {"em", "tôi", "cháu", "mình"}) && w.is_any(i + 1, {"đã", "được", "có", "vừa"});
    if (own_story) continue;
    if (scene.class_left(c.first, 2, Cls::subset) != nullptr) continue;  // "450 khách mời, trong đó có 32 tổng lãnh sự"
    const bool event_here = scene.left(c.first, 60, [](const Mention& m) { return m.is(Cls::event) || m.is_verb({"organise"}) || m.is(Cls::anniversary, "national_day"); }) != nullptr ||
                            scene.right(c.last, 20, [](const Mention& m) { return m.is(Cls::event); }) != nullptr;
    // "Attending were the consul general; and 450 delegates": the list goes on behind the semicolon.
    const bool list_goes_on = scene.index > 0 && w.is(scene.s.first - 1, ";") && c.first <= scene.s.first + 4 && !out_of_list(d, scene.index);
    const bool review_before = scene.index > 0 && scene.s.first < scene.s.last && held_before(d, scene.index);
    const bool event_before = last_event_ >= 0 && scene.index - last_event_sentence_ <= 2 && out_[static_cast<std::size_t>(last_event_)].sentence + 2 >= scene.index;
    if (!event_here && !event_before && !review_before && !list_goes_on) continue;
    const bool with_groups = scene.has(Cls::delegation);
    const Mention* came = scene.left(c.first, 24, [&](const Mention& m) { return m.is_verb({"attract", "serve"}) || (!with_groups && m.is_verb({"receive"})); });
    const Mention* come = scene.right(c.last, c.first <= scene.s.first + 1 ? 22 : 8, [&](const Mention& m) { return m.is_verb({"attract", "meet"}) || (m.is(Cls::event, "one") && !w.is(m.first - 1, "to")); });
    // "tổ chức gặp mặt 300 cựu lưu học sinh"; "Tổ chức Đại hội (tháng 11), khoảng 200 đại biểu." of a work plan
    const bool met = scene.left(c.first, 0, [](const Mention& m) { return m.is(Cls::event, "one"); }) != nullptr;
    const bool sized = d.layout.report && c.first > 0 && w.is(c.first - 1, ",") && (c.last >= scene.s.last || w.is_any(c.last, {".", ";"})) && scene.has(Cls::event);
    const bool with = met || sized || (c.first > 0 && w.is_any(c.first - 1, {"với", "của", "cho", "cùng", "with", "for", "by", "hút", "có", "tụ"}));
    const bool expected = d.english && scene.right(c.last, 1, [](const Mention& m) { return m.is(Cls::planned); }) != nullptr;  // "500 delegates are expected"
    // "180 bạn trẻ đến từ Lào, Campuchia cùng sinh hoạt" behind their event
    const bool came_from = c.first == scene.s.first && event_before && w.is(c.last, "đến") && w.is(c.last + 1, "từ");
    if (came == nullptr && come == nullptr && !with && !came_from && !list_goes_on && !expected && !audience) continue;
    if (c.value == "group" && came == nullptr && come == nullptr) continue;
    Candidate& fact = add(scene, Kind::event_participants, came != nullptr ? came->first : c.first, c.last);
    c.used = true;
    set_count(fact.fact, *c.q);
    if (c.value == "group") fact.fact.unit = std::string(w.between(c.q->last, c.last));
    set_status(fact.fact, scene, c.first);
    set_date(fact.fact, scene.day_near(c.first));
    if (fact.fact.date.empty() && event_before) fact.fact.date = out_[static_cast<std::size_t>(last_event_)].fact.date;
  }
}

}  // namespace nc::intake
