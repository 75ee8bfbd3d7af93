// Runs the rules over all sentences and keeps what they share: periods, dates, givers.
#include "intake/facts.h"

#include <algorithm>

namespace nc::intake {

Candidate& Extractor::add(const Scene& scene, Kind kind, std::uint32_t first, std::uint32_t last) {
  Candidate c;
  c.fact.kind = kind;
  c.evidence.push_back({first, std::max(last, first + 1)});
  c.sentence = scene.index;
  c.at = first;
  out_.push_back(std::move(c));
  return out_.back();
}

void Extractor::set_count(Fact& fact, const Quantity& q) const {
  fact.count = q.value;
  fact.count_max = q.max;
  const bool aid = fact.kind == Kind::aid_total || fact.kind == Kind::aid_project;
  (aid ? fact.count_qualifier : fact.qualifier) = q.qualifier;
}

/// The amount, and in brackets behind it the same in another currency.
void Extractor::set_amount(Fact& fact, const Scene& scene, Count& money) const {
  money.used = true;
  const bool each = scene.per_piece(money);
  (each ? fact.unit_amount : fact.amount) = money.q->money();
  if (!fact.count || fact.kind == Kind::aid_total || fact.kind == Kind::aid_project) fact.qualifier = money.q->qualifier;
  const auto note = [&](const Quantity& q) {
    if (q.currency.code() == "VND") fact.amount_vnd = q.money();
    if (q.currency.code() == "USD") fact.amount_usd = q.money();
  };
  if (each) {
    // "(600.000 đồng/suất), tổng trị giá 72 triệu đồng": the same gifts once more.
    for (Count& other : const_cast<Scene&>(scene).monies) {
      if (other.used || other.first < money.last || other.first > money.last + 24 || scene.per_piece(other)) continue;
      const Mention* total = scene.left(other.first, 3, [](const Mention& m) { return m.is(Cls::total); });
      if (total == nullptr || !w.is_any(total->first, {"tổng", "với", "total", "totalling", "in"}) || scene.verb_right(money.last, other.first - money.last, {"give", "fund"}) != nullptr) continue;
      other.used = true;
      fact.amount = other.q->money();
      break;
    }
    return;
  }
  note(*money.q);
  for (Count& other : const_cast<Scene&>(scene).monies) {
    if (other.q == money.q || other.used || other.q->first < money.last || other.q->first > money.last + 4) continue;
    if (other.q->currency == money.q->currency || !scene.sign_between(money.last, other.q->first, "(")) continue;
    other.used = true;
    note(*other.q);
  }
}

void Extractor::set_period(Fact& fact) const {
  fact.period_start = period_.from;
  fact.period_end = period_.to;
  if (period_years_ && fact.status == Status::done) fact.status = Status::cumulative;
}

void Extractor::set_giver(Fact& fact, const Scene& scene, const Giver& giver) {
  fact.donor = giver.name;
  fact.countries = giver.countries;
  if (!giver.known) return;
  last_giver_ = giver;
  last_giver_sentence_ = scene.index;
}

void Extractor::set_status(Fact& fact, const Scene& scene, std::uint32_t token) const {
  if (scene.planned(token)) fact.status = Status::planned;
}

void Extractor::set_date(Fact& fact, const Moment* moment) const {
  if (moment == nullptr) return;
  fact.date = moment->date;
  if (moment->kind == Moment::Kind::day && moment->from != moment->to) {
    fact.period_start = moment->from;
    fact.period_end = moment->to;
  }
}

void Extractor::enter(Scene& scene) {
  if (scene.s.paragraph != paragraph_) {
    paragraph_ = scene.s.paragraph;
    paragraph_day_ = nullptr;
  }
  bool told = false;
  for (const Mention* m : scene.mentions) {
    const Moment* moment = d.moment(*m);
    if (moment == nullptr || d.aside[m->first] || moment->before) continue;
    if (moment->kind == Moment::Kind::day && moment->date.size() == 10) paragraph_day_ = moment, last_day_ = moment->from == moment->to ? moment : last_day_;
    if (moment->kind == Moment::Kind::until) {
      if (running_.from && moment->to >= running_.from) running_.to = moment->to;
      else if (moment->to) running_ = {*Date::from_ymd(moment->to.year(), 1, 1), moment->to};
      continue;
    }
    if (moment->kind != Moment::Kind::period) continue;
    // The term of a congress or agreement is no period that figures are counted over.
    const bool of_paper = scene.left(m->first, 12, [](const Mention& n) { return n.is(Cls::agreement) || n.is(Cls::event, "one"); }) != nullptr;
    if (of_paper) continue;
    // "55 năm quan hệ (24/6/1967 - 24/6/2022)" tells an anniversary.
    if (moment->years && m->first > scene.s.first && w.is(m->first - 1, "(") && moment->to && moment->from && moment->to.year() - moment->from.year() > 12) continue;
    // The years of a project are told inside the sentence, those of figures at its beginning.
    if (moment->years && m->first > scene.s.first + 9 && !w.is_any(m->first - 1, {"trong", "cả", ","})) continue;
    if (!told && (moment->from || moment->to)) period_ = {moment->from, moment->to}, period_years_ = moment->years;
    told = true;
    if (d.calendar.published && moment->from > d.calendar.published) continue;
    if (moment->from || moment->to) running_ = {moment->from, moment->to};
    running_years_ = moment->years;
  }
  if (!told) period_ = running_, period_years_ = running_years_;
  auto named = scene.countries(scene.s.first, scene.s.last);
  if (!named.empty()) {
    last_countries_ = std::move(named);
    last_countries_sentence_ = scene.index;
  }
}

/// Figures of years long past, told in a sentence of their own, are history: "Năm 2004, chỉ có 15 đoàn khách".
bool Extractor::long_past(const Scene& scene) const {
  if (!d.calendar.published) return false;
  bool old = false;
  for (const Mention* m : scene.mentions) {
    if (m->is(Cls::cumulative)) return false;
    const Moment* moment = d.moment(*m);
    if (moment == nullptr) continue;
    if (!moment->to || moment->to.year() + 4 >= d.calendar.published.year()) return false;
    if (moment->years || !moment->from || moment->from.year() != moment->to.year()) return false;
    old |= moment->kind == Moment::Kind::period && moment->date.size() == 4 && m->first <= scene.s.first + 2;
  }
  return old;
}

/// "trao 120 phần quà cho hộ nghèo; tổng trị giá 60 triệu đồng": the value stands behind a semicolon.
void Extractor::continued_value(Scene& scene) {
  if (scene.s.first == 0 || out_.empty() || scene.monies.empty()) return;
  Candidate& last = out_.back();
  const bool takes = last.fact.kind == Kind::gift || last.fact.kind == Kind::scholarship;
  if (!takes || last.fact.amount || last.sentence + 1 != scene.index) return;
  Count& money = scene.monies.front();
  // "... trao 30 suất học bổng. Mỗi suất trị giá 3 triệu đồng."
  if (w.is_any(scene.s.first, {"mỗi", "each"}) && !last.fact.unit_amount && scene.counts.empty() && money.first < scene.s.first + 10) {
    money.used = true;
    last.fact.unit_amount = money.q->money();
    last.evidence.push_back({scene.s.first, money.last});
    return;
  }
  // "... trao 120 xe lăn. Tổng kinh phí chương trình trên 480 triệu đồng."
  const bool several = out_.size() > 1 && out_[out_.size() - 2].fact.kind == Kind::gift && out_[out_.size() - 2].sentence + 2 >= scene.index;
  const bool own_sentence = !several && scene.s.paragraph == d.sentences[scene.index - 1].paragraph && scene.counts.empty() && scene.monies.size() == 1;
  if (!w.is(scene.s.first - 1, ";") && !own_sentence) return;
  const bool total = w.is_any(scene.s.first, {"tổng", "total"}) || (w.is(scene.s.first, "với") && w.is(scene.s.first + 1, "tổng"));
  if (!total || money.first > scene.s.first + 8) return;
  money.used = true;
  last.fact.amount = money.q->money();
  last.evidence.push_back({money.first, money.last});
}

std::vector<Candidate> Extractor::run() {
  for (std::uint32_t i = 0; i < d.sentences.size(); ++i) {
    Scene scene(d, i);
    enter(scene);
    if (scene.mentions.empty()) continue;
    if (long_past(scene)) continue;
    const std::size_t before = out_.size();
    continued_value(scene);
    delegations(scene);
    single_delegations(scene);
    people_sent(scene);
    anniversaries(scene);
    scholarships(scene);
    awards(scene);
    agreements(scene);
    planned_agreements(scene);
    signatures(scene);
    memberships(scene);
    partners(scene);
    aid(scene);
    gifts(scene);
    counted_events(scene);
    achievements(scene);
    dated_events(scene);
    participants(scene);
    circumstances(scene, before);
    note_organisation(scene);
  }
  std::erase_if(out_, [](const Candidate& c) { return c.pending; });
  return without_repeats(std::move(out_));
}

}  // namespace nc::intake
