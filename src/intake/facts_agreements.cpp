// Agreements signed or to be signed, and anniversaries between peoples.
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

}  // namespace

void Extractor::agreements(Scene& scene) {
  for (const Mention* m : scene.mentions) {
    if (!m->is_verb({"sign"}) || scene.others(m->first) || d.aside[m->first]) continue;
    const Mention* paper = m->is(Cls::agreement) ? m : scene.right(m->last, 8, [](const Mention& n) { return n.is(Cls::agreement); });
    // "put their signatures to a plan for youth exchanges"
    for (const Mention* n : scene.mentions)
      if (paper == nullptr && d.english && n->first >= m->last && n->first <= m->last + 5 && w.is_any(n->first, {"plan", "plans", "document", "documents", "papers"})) paper = n;
    Count* counted = nullptr;
    for (Count& c : scene.counts)
      if (!c.used && c.first >= m->last && c.first <= m->last + 7 && (c.cls == Cls::agreement || c.cls == Cls::partner)) counted = &c;
    // "Hai bản ghi nhớ đã được ký kết", "Two agreements are expected to be signed"
    const bool passive = m->first > scene.s.first && w.is_any(m->first - 1, {"được", "be", "were", "was"});
    for (Count& c : scene.counts)
      if (passive && counted == nullptr && !c.used && c.cls == Cls::agreement && c.last <= m->first && c.last + 20 > m->first) counted = &c;
    const Mention* signed_paper = paper == nullptr && counted == nullptr ? paper_before(scene, *m) : nullptr;
    if (paper == nullptr && counted == nullptr && signed_paper == nullptr) continue;
    // "lễ ký kết", "đã ký năm 2020" behind the paper: no signing of its own is told.
    const bool noun = m->first > scene.s.first && (w.is_any(m->first - 1, {"lễ", "chữ", "được"}) || (w.is(m->first - 1, "việc") && !scene.planned(m->first)));
    if (noun && counted == nullptr && signed_paper == nullptr) continue;
    const bool repeated = !out_.empty() && out_.back().fact.kind == Kind::agreement && out_.back().sentence == scene.index;
    if (repeated && counted == nullptr) continue;
    const std::uint32_t end = std::max(paper != nullptr ? paper->last : 0, counted != nullptr ? counted->last : 0);
    const bool leads = signed_paper != nullptr || (counted != nullptr && counted->last <= m->first);
    const std::uint32_t first = signed_paper != nullptr ? signed_paper->first : leads ? counted->first : m->first;
    Candidate& fact = add(scene, Kind::agreement, first, leads ? m->last : end);
    if (signed_paper != nullptr) paper = signed_paper;
    fact.fact.count = 1;
    if (counted != nullptr) {
      set_count(fact.fact, *counted->q);
      counted->used = true;
    }
    set_status(fact.fact, scene, m->first);
    const auto behind = scene.countries(first, scene.s.last);
    fact.fact.countries = behind.empty() ? scene.countries(scene.s.first, scene.s.last) : behind;
    const bool both = w.is(scene.s.first, "hai") || (scene.s.first + 2 < scene.s.last && w.is(scene.s.first + 2, "hai"));  // "Hai bên cũng đặt bút ký"
    if (fact.fact.countries.empty() && scene.index - last_countries_sentence_ <= (both ? 7U : 3U)) fact.fact.countries = last_countries_;
    set_date(fact.fact, scene.day_near(m->first));
    for (const Mention* n : scene.mentions) {
      const Moment* moment = d.moment(*n);
      if (moment != nullptr && moment->kind == Moment::Kind::period && n->first >= m->first) {
        fact.fact.period_start = moment->from;
        fact.fact.period_end = moment->to;
      }
    }
    if (fact.fact.count.value_or(1) > 1 && !fact.fact.period_start) set_period(fact.fact);
    if (paper != nullptr) fact.fact.title = std::string(w.between(paper->first, paper->last));
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

void Extractor::anniversaries(Scene& scene) {
  const auto years_of = [&](const Mention& m) -> std::optional<std::pair<std::int64_t, std::uint32_t>> {
    const Quantity* q = d.quantity(m);
    if (q == nullptr) return std::nullopt;
    if (q->type == Quantity::Type::years) return std::pair{q->value, q->first};
    // "lần thứ 50", "the 50th anniversary"
    if (w.is_any(q->last, {"th", "st", "nd", "rd"}) && w.glued(q->last)) return std::pair{q->value, q->first};
    if (q->type == Quantity::Type::label && q->digits > 1 && w.is(q->digits - 1, "thứ") && w.is(q->digits - 2, "lần")) return std::pair{q->value, q->digits - 2};
    return std::nullopt;
  };
  for (const Mention* m : scene.mentions) {
    const auto years = years_of(*m);
    if (!years || years->first < 5 || years->first > 1500) continue;
    const std::uint32_t first = years->second;
    std::string_view event;
    std::uint32_t end = m->last;
    bool domestic = false;
    for (const Mention* n : scene.mentions) {
      if (n->first < m->first || n->first > m->last + 18) continue;
      if (n->quantity >= 0 && n != m && d.quantity(*n)->type == Quantity::Type::years) break;
      for (std::uint32_t i = end; i < n->first; ++i)
        if (w.is_any(i, {",", ";"}) && !event.empty()) goto done;
      const auto value = n->value(Cls::anniversary);
      if (value.empty()) continue;
      if (value == "domestic") domestic = true;
      if (event.empty() || event == "other" || (event == "founding" && value == "diplomatic_relations")) event = value;
      end = n->last;
    }
  done:
    const bool marked = scene.left(first, 6, [](const Mention& n) { return n.is(Cls::anniversary, ""); }) != nullptr;
    // "ghi dấu 50 năm Fidel Castro thăm vùng giải phóng": of whatever the people of the two countries share.
    const bool marked_other = event.empty() && marked && !domestic && !w.is_any(m->last, {"qua", "trước", "nay", ",", ".", "tuổi"}) &&
                              !scene.countries(m->last, std::min(m->last + 10, scene.s.last)).empty();
    if (marked_other) event = "other";
    if (event.empty() || domestic) continue;
    // The countries stand behind, up to the next comma or "and N years".
    std::uint32_t stop = end;
    const auto list_goes_on = [&](std::uint32_t at) {
      return w.is(at, ",") && (!scene.countries(at + 1, at + 2).empty() || (w.is(at + 1, "việt") && !scene.countries(at + 1, at + 5).empty()));
    };
    while (stop < scene.s.last && stop < end + 22 && (list_goes_on(stop) || !w.is_any(stop, {",", ";", "."})) &&
           !(w.is_any(stop, {"và", "and"}) && (w.is_number(stop + 1) || w.is(stop + 1, "năm") || scene.class_right(stop + 1, 0, Cls::event) != nullptr)))
      ++stop;
    auto countries = scene.countries(first, stop);
    if (countries.empty() && event != "founding") countries = scene.countries(scene.s.first, first);
    if (countries.empty() && event != "founding") countries = scene.countries(stop, scene.s.last);
    // "hai nước sẽ kỷ niệm 48 năm": of the country in the headline.
    if (countries.empty() && event == "diplomatic_relations" && d.title_countries.size() == 1) countries = d.title_countries;
    // "The two sides will mark the 61st anniversary": of whom the text just spoke.
    if (countries.empty() && event == "diplomatic_relations" && last_countries_.size() == 1 && scene.index - last_countries_sentence_ <= 3) countries = last_countries_;
    if (event == "founding") {
      // "kỷ niệm 30 năm ngày thành lập" of nobody else's: the office's own.
      const bool own = is_home_name(end, stop) || (marked && !d.publisher.empty() && stop <= end + 1 && countries.empty());
      if (countries.empty() && !own) continue;
      if (!marked) continue;
    } else if (countries.empty()) {
      continue;
    }
    if (!marked && event == "other" && scene.left(first, 12, [](const Mention& n) { return n.is(Cls::anniversary) || n.is_verb({"organise"}); }) == nullptr && scene.years.size() < 2) continue;
    if (!marked && (w.is_any(m->last, {"qua", "tới", "gần", "trước", "nay"}) || (m->first > 0 && w.is_any(m->first - 1, {"hơn", "sau", "trong", "qua", "suốt"})))) continue;
    // "75 năm quan hệ ngoại giao Việt Nam - Nga và Việt Nam - Trung Quốc": one anniversary for each.
    std::vector<std::vector<std::string>> each_country;
    if (event == "diplomatic_relations" && countries.size() > 1) {
      for (auto& country : countries) each_country.push_back({std::move(country)});
    } else {
      each_country.push_back(std::move(countries));
    }
    for (auto& group : each_country) {
      Candidate& fact = add(scene, Kind::anniversary, first, end);
      fact.fact.years = years->first;
      fact.fact.countries = std::move(group);
      fact.fact.event = std::string(event);
      set_status(fact.fact, scene, first);
      // "(18/01/1950 - 18/01/2025)": the second day is the anniversary.
      for (std::uint32_t i = stop > end + 8 ? stop - 8 : end; i < std::min(stop + 10, scene.s.last); ++i) {
        if (!w.is(i, "(")) continue;
        for (const Mention* n : scene.mentions) {
          const Moment* moment = d.moment(*n);
          if (moment != nullptr && n->first > i && n->first < i + 20 && !scene.sign_between(i, n->first, ")") && moment->to) fact.fact.date = moment->to.iso();
        }
        break;
      }
    }
  }
}

}  // namespace nc::intake
