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

bool Extractor::is_home_name(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last;) {
    const auto match = w.lexicon->longest(w.tokens, i, last);
    if (has(match.tags, Cls::org_head, "union") || has(match.tags, Cls::org_head, "national") || (find(match.tags, Cls::home) && (i + match.length >= last || w.is_any(i + match.length, {"tỉnh", "thành", "và", "đã", ","})))) return true;
    if (const Tag* place = find(match.tags, Cls::province); place != nullptr && i > 0 && !d.home.empty() && place->value == d.home && w.is_any(i - 1, {"tỉnh", "phố", "tp", ".", "đoàn", "của"})) return true;
    if (find(match.tags, Cls::member_org) && w.is(i, "hội") && w.is(i + 1, "hữu")) {
      // "Hội hữu nghị Việt Nam - Lào" is ours, "Hội hữu nghị Campuchia - Việt Nam" theirs.
      for (std::uint32_t k = i; k < last; ++k) {
        if (w.is(k, "việt") && w.is_any(k + 1, {"nam", "-", "–"})) return true;
        if (!w.is_any(k, {"hội", "hữu", "nghị"}) && find(w.lexicon->longest(w.tokens, k, last).tags, Cls::country) != nullptr) return false;
      }
    }
    if (w.is_any(i, {"ubnd", "sở", "mttq"}) || (w.is(i, "hội") && w.is(i + 1, "viên")) || (w.is(i, "chúng") && w.is_any(i + 1, {"ta", "tôi"}))) return true;
    i += static_cast<std::uint32_t>(std::max<std::size_t>(match.length, 1));
  }
  return false;
}

/// Organisations or friends from abroad in the plural, without a name: what they give is the total of a period.
bool Extractor::is_many(const Scene& scene, const Giver& g) const {
  bool abroad = false, plural = d.english;
  for (const Mention* m : scene.mentions) {
    if (m->first < g.first || m->last > g.last) continue;
    abroad |= m->is(Cls::partner) || m->is(Cls::foreign, "") || m->is_verb({"aid"});
    if (m->quantity >= 0) plural = true;  // "64 tổ chức nước ngoài"
    if (m->is(Cls::org_head, "known") || !m->value(Cls::country).empty()) return false;
  }
  for (std::uint32_t i = g.first; i < g.last; ++i) {
    if (w.is(i, "này")) return false;  // "tổ chức này": one that was named before
    plural |= (i == g.first && i > scene.s.first && w.is(i - 1, ",")) || w.is_any(i, {"các", "nhiều", "những"}) || (i > scene.s.first && i == g.first && w.is_any(i - 1, {"các", "nhiều", "những"}));
    abroad |= i + 1 < g.last && w.is(i, "nước") && w.is(i + 1, "ngoài");
    const bool name = w.is_word(i) && w.capital(i) && !w.tokens[i].all_caps && i > scene.s.first;
    if (name) return false;
  }
  return abroad && plural;
}

Giver Extractor::giver(const Scene& scene, const Mention& verb) const {
  Giver g;
  const std::uint32_t start = scene.s.first;
  std::uint32_t first = verb.first, last = verb.first;
  // "do tổ chức X (Hà Lan) tài trợ", "do ông Y hỗ trợ"
  for (std::uint32_t i = verb.first; i > start && i + 30 > verb.first; --i) {
    // "được Đại sứ quán Nhật Bản viện trợ": a name stands between; "được tặng" has none.
    bool name_between = false;
    if (w.is(i - 1, "được"))
      for (std::uint32_t k = i; k < verb.first; ++k) name_between |= w.is_word(k) && w.capital(k);
    if (i < verb.first && (w.is(i - 1, "do") || name_between)) {
      first = i;
      break;
    }
    if (w.is_any(i - 1, {";", ":"})) break;
  }
  if (first == verb.first) {
    // "funded to the tune of $175,000 by Operation Smile": the sum stands between.
    std::uint32_t by = verb.last;
    if (d.english && w.is_word(verb.first) && (w.key(verb.last - 1).ends_with("ed") || w.is_any(verb.last - 1, {"run", "built", "with", "met", "given", "paid"})))
      while (by < scene.s.last && by < verb.last + 12 && !w.is_any(by, {"by", "from", ",", ";", ".", "and"})) ++by;
    const bool far_by = by > verb.last && by + 1 < scene.s.last && w.is_any(by, {"by", "from"}) && (w.capital(by + 1) || w.is_any(by + 1, {"the", "a", "an"})) &&
                        scene.right(verb.last, by - verb.last, [&](const Mention& m) { return m.first < by && m.is(Cls::verb); }) == nullptr;
    if (d.english && w.is(verb.last - 1, "by")) by = verb.last - 1;
    if (far_by || by + 1 == verb.last) {
      first = by + 1;
      last = first;
      bool capital_seen = false;
      // A small word behind the name that no name goes on with is the next verb: "run by Saigon Children started".
      const auto goes_on = [&](std::uint32_t i) {
        capital_seen |= w.capital(i);
        return !capital_seen || w.capital(i) || !w.is_word(i) || w.capital(i + 1) || w.is_any(i, {"of", "and"});
      };
      while (goes_on(last) && last < scene.s.last && !w.is_any(last, {",", ".", ";", "to", "for", "worth", "with", "in", "which"}) && last < first + 14) ++last;
    } else if (w.is_any(verb.last, {"của", "by", "từ", "bởi", "from"})) {
      first = verb.last + 1;
      last = first;
      while (last < scene.s.last && !w.is_any(last, {",", ".", ";", "với", "cho", "để", "trị", "worth", "with", "for", ":", "đã", "nhằm", "thực"}) && last < first + 16) ++last;
    } else {
      // Active: back to the beginning of the clause, over brackets; one comma for "a Japanese donor, Peace Winds, gave".
      std::uint32_t i = verb.first;
      if (i > start && w.is_any(i - 1, {"which", "who"})) --i;
      bool inner = i > start && w.is(i - 1, ",");
      if (inner) {
        --i, last = i;
        // "Room to Read, a US-based NGO, granted": the name stands before what explains it.
        std::uint32_t k = i;
        while (k > start && !w.is_any(k - 1, {",", ";", ":"})) --k;
        if (w.is_any(k, {"a", "an", "the", "một"}) && k > start + 1 && !w.is_any(k + 1, {"japanese", "korean"}) && w.capital(k - 2) && scene.left(k, 2, [](const Mention& m) { return m.is(Cls::verb); }) == nullptr && w.is(k - 1, ",")) i = last = k - 1;
      }
      int depth = 0;
      while (i > start) {
        if (w.is(i - 1, ")")) ++depth;
        if (w.is(i - 1, "(") && depth > 0) --depth, --i;
        else if (depth == 0 && (w.is_any(i - 1, {",", ";", ":", "–"}) || (w.is(i - 1, "-") && !w.glued(i - 1) && !w.capital(i)))) break;
        else --i;
      }
      // Dates and what leads in are no part of the name; a verb before ends it.
      for (const Mention* m : scene.mentions) {
        if (m->first < i || m->last > verb.first) continue;
        // "Hội dự kiến trao": what stands right before the verb belongs to it, not to the name.
        if (m->last + 1 >= verb.first && (m->is(Cls::planned) || m->moment >= 0) && m->first > i + 1 && last == verb.first) {
          last = m->first;
          break;
        }
        if (m->moment >= 0 || m->is(Cls::subset) || (m->is(Cls::verb) && !m->is(Cls::partner) && !m->is(Cls::org_head)) || m->is(Cls::planned)) i = std::max(i, m->last);
      }
      first = i;
    }
  }
  if (last < first) last = verb.first;
  // "Tổ chức GPI đã quyết định tài trợ": the name ends where its verb begins.
  for (std::uint32_t i = first + 2; i < last; ++i)
    if (!w.capital(i) && w.is_any(i, {"đã", "vừa", "sẽ", "has", "have", "will"})) last = i;
  // "Tổ chức X (Na Uy) cùng Liên hiệp ...": the first of those who did it together.
  for (std::uint32_t i = first + 2; i + 1 < last; ++i)
    if (w.is(i, "cùng") && w.capital(i + 1)) last = i;
  g.first = first;
  g.last = last;
  for (std::uint32_t i = first; d.english && i + 1 < last; ++i)
    if (w.is_any(i, {"is", "are", "was", "were", "includes", "include"})) first = g.first = i + 1;  // "Among the donors is the X Fund, which ..."
  if (last > first + 24) first = last - 24;
  g.name = tidy_name(w, first, last);
  g.countries = scene.countries(first, std::max(last, verb.first));
  bool capital = false, anaphora = false;
  for (std::uint32_t i = first; i < last; ++i) {
    capital |= w.is_word(i) && w.capital(i) && (i != start || w.tokens[i].all_caps);
    anaphora |= w.is_any(i, {"này", "ấy", "đó"});
  }
  // What holds a number is the object of the verb before, no name.
  const bool object = scene.right(first, 24, [&](const Mention& m) { return m.quantity >= 0 && m.first < last && m.last <= last; }) != nullptr;
  const auto words_in_name = last > first ? last - first : 0;
  if (first == start && words_in_name > 1) capital = true;
  g.known = capital && !anaphora && !object && !g.name.empty() && (words_in_name > (first == start ? 1U : 0U) || (words_in_name == 1 && w.tokens[first].all_caps));
  if (!g.known && first > start + 2 && !(last > first && is_home_name(first, last))) {
    // "Bà X, đại diện Quỹ Y (Tây Ban Nha), thông báo sẽ dành ...": the organisation named before in the sentence.
    const Mention* org = scene.left(first, 16, [&](const Mention& m) { return m.is(Cls::org_head) && !m.is(Cls::verb) && !m.is(Cls::member_org) && w.capital(m.last) && w.capital(m.first); });
    if (org != nullptr) {
      std::uint32_t end = org->last;
      while (end < first && !w.is_any(end, {",", "(", ";", "cho", "đã"})) ++end;
      g.first = org->first;
      g.last = end;
      g.name = tidy_name(w, org->first, end);
      g.countries = scene.countries(org->first, first);
      g.known = true;
    }
  }
  g.foreign = !is_home_name(g.first, std::max(g.last, g.first));
  // "do Hà Tĩnh giúp bạn xây dựng"
  if (const Mention* place = scene.right(g.first, 0, [](const Mention& m) { return m.is(Cls::province); }))
    if (place->value(Cls::province) == d.home && g.first > start && w.is(g.first - 1, "do")) g.foreign = false;
  g.many = is_many(scene, g);
  // "Hội Cựu chiến binh phường X": units of our own administration, where no country is named.
  if (g.countries.empty())
    for (std::uint32_t i = g.first; i < g.last; ++i)
      if (w.is_any(i, {"phường", "xã", "huyện", "quận"}) && w.capital(i + 1)) g.foreign = false;
  return g;
}

namespace {
/// Does a verb follow at once, so that this is who acts?
bool right_is_verb(const Scene& scene, const Mention& m) {
  return scene.right(m.last, 2, [](const Mention& n) { return n.is(Cls::verb) && !n.is(Cls::org_head, "union"); }) != nullptr;
}
}  // namespace

Giver Extractor::giver_or_last(const Scene& scene, const Mention& verb) const {
  Giver g = giver(scene, verb);
  const bool home_alone = !g.foreign;
  if (g.known || home_alone) return g;
  // "Đắk Nông tiếp nhận 46 sinh viên, hỗ trợ xây dựng 1 trường học": the subject of the sentence is home.
  const Mention* subject = scene.left(verb.first, 40, [&](const Mention& m) {
    return (m.is(Cls::province) && m.value(Cls::province) == d.home) || m.is(Cls::org_head, "union") || (m.is(Cls::home, "") && w.capital(m.first));
  });
  if (subject != nullptr && subject->first <= scene.s.first + 12 && right_is_verb(scene, *subject)) {
    g.foreign = false;
    g.name = std::string(w.between(subject->first, subject->last));
    return g;
  }
  // "Tổ chức này sẽ tài trợ", "the charity also paid": the organisation named with its country just before.
  bool anaphora = false;
  for (std::uint32_t i = g.first; i < verb.first; ++i) {
    if (!w.is_word(i) || find(w.lexicon->longest(w.tokens, i, verb.first).tags, Cls::org_head) == nullptr) continue;
    const std::uint32_t behind = i + static_cast<std::uint32_t>(w.lexicon->longest(w.tokens, i, verb.first).length);
    anaphora |= w.is_any(behind, {"này", "trên"}) || (i > 0 && w.is_any(i - 1, {"the", "this"}) && !w.capital(i));
  }
  if (anaphora && last_org_.known && scene.index - last_org_sentence_ <= 3) return last_org_;
  if (last_giver_.known && scene.index - last_giver_sentence_ <= 6) return last_giver_;
  return g;
}

/// Remembers the last organisation from abroad that the sentence names: "tổ chức Global Civic Sharing (Hàn Quốc)".
void Extractor::note_organisation(const Scene& scene) {
  for (const Mention* m : scene.mentions) {
    if (!m->is(Cls::org_head) || m->is(Cls::member_org)) continue;
    const bool known = m->is(Cls::org_head, "known");
    if (!known && !w.capital(m->last)) continue;
    std::uint32_t end = m->last;
    while (end < scene.s.last && end < m->last + 10 && !w.is_any(end, {"(", ",", ".", ";", "và", "với", "đã", "tài", "and", "has"})) ++end;
    if (is_home_name(m->first, end)) continue;
    const auto countries = scene.countries(m->first, std::min(end + 4, scene.s.last));
    if (countries.empty() && !known) continue;
    last_org_ = {tidy_name(w, m->first, end), countries, true, true, false, m->first, end};
    last_org_sentence_ = scene.index;
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
