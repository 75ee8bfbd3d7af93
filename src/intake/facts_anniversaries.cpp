// Anniversaries between peoples: so many years of relations, of a treaty, of an association.
#include <algorithm>

#include "intake/facts.h"

namespace nc::intake {

/// "kỷ niệm 50 năm thiết lập quan hệ ngoại giao Việt Nam - Ấn Độ". Positions are tokens.
struct Milestone {
  const Mention& told;            ///< the number of years
  std::int64_t years = 0;
  std::uint32_t first = 0;        ///< where its words begin: "lần thứ 50"
  std::string_view event = {};    ///< what happened then; empty: nothing told
  std::uint32_t end = 0;          ///< behind the event
  std::uint32_t stop = 0;         ///< behind its countries
  bool domestic = false;          ///< of our own country alone
  bool marked = false;            ///< "kỷ niệm", "to mark"
};

namespace {

struct Years {
  std::int64_t value;
  std::uint32_t first;  ///< token their words begin at
};

std::optional<Years> years_of(const Document& d, const Mention& m) {
  const Quantity* q = d.quantity(m);
  if (q == nullptr) return std::nullopt;
  if (q->type == Quantity::Type::years) return Years{q->value, q->first};
  // "the 50th anniversary", "lần thứ 50"
  const Words& w = d.words;
  if (w.is_any(q->last, {"th", "st", "nd", "rd"}) && w.glued(q->last)) return Years{q->value, q->first};
  if (q->type == Quantity::Type::label && q->digits > 1 && w.is(q->digits - 1, "thứ") && w.is(q->digits - 2, "lần")) return Years{q->value, q->digits - 2};
  return std::nullopt;
}

/// Reads what happened so many years ago, up to a comma or the next number of years.
void read_event(const Scene& s, Milestone& a) {
  a.end = a.told.last;
  for (const Mention* n : s.mentions) {
    if (n->first < a.told.first || n->first > a.told.last + 18) continue;
    if (n->quantity >= 0 && n != &a.told && s.d.quantity(*n)->type == Quantity::Type::years) return;
    if (!a.event.empty() && (s.sign_between(a.end, n->first, ",") || s.sign_between(a.end, n->first, ";"))) return;
    const auto value = n->value(Cls::anniversary);
    if (value.empty()) continue;
    a.domestic |= value == "domestic";
    if (a.event.empty() || a.event == "other" || (a.event == "founding" && value == "diplomatic_relations")) a.event = value;
    a.end = n->last;
  }
}

/// "ghi dấu 50 năm Fidel Castro thăm vùng giải phóng": of whatever the people of the two countries share.
bool marks_something_shared(const Scene& s, const Milestone& a) {
  const std::uint32_t behind = a.told.last;
  return a.event.empty() && a.marked && !a.domestic && !s.w.is_any(behind, {"qua", "trước", "nay", ",", ".", "tuổi"}) &&
         !s.countries(behind, std::min(behind + 10, s.s.last)).empty();
}

/// The countries stand behind, up to the next comma or "and N years".
std::uint32_t end_of_countries(const Scene& s, std::uint32_t end) {
  const Words& w = s.w;
  const auto list_goes_on = [&](std::uint32_t at) {
    return w.is(at, ",") && (!s.countries(at + 1, at + 2).empty() || (w.is(at + 1, "việt") && !s.countries(at + 1, at + 5).empty()));
  };
  const auto next_begins = [&](std::uint32_t at) {
    return w.is_any(at, {"và", "and"}) && (w.is_number(at + 1) || w.is(at + 1, "năm") || s.class_right(at + 1, 0, Cls::event) != nullptr);
  };
  std::uint32_t stop = end;
  while (stop < s.s.last && stop < end + 22 && (list_goes_on(stop) || !w.is_any(stop, {",", ";", "."})) && !next_begins(stop)) ++stop;
  return stop;
}

Milestone milestone_of(const Scene& s, const Mention& told, const Years& years) {
  Milestone a{.told = told, .years = years.value, .first = years.first};
  read_event(s, a);
  a.marked = s.left(a.first, 6, [](const Mention& n) { return n.is(Cls::anniversary, ""); }) != nullptr;
  if (marks_something_shared(s, a)) a.event = "other";
  a.stop = end_of_countries(s, a.end);
  return a;
}

/// Without "kỷ niệm" the years may tell how long ago ("hơn 50 năm qua") and not what is celebrated.
bool is_celebrated(const Scene& s, const Milestone& a) {
  if (a.marked) return true;
  const bool organised = s.left(a.first, 12, [](const Mention& n) { return n.is(Cls::anniversary) || n.is_verb({"organise"}); }) != nullptr;
  if (a.event == "other" && !organised && s.years.size() < 2) return false;
  const bool ago = s.w.is_any(a.told.last, {"qua", "tới", "gần", "trước", "nay"});
  return !ago && !(a.told.first > 0 && s.w.is_any(a.told.first - 1, {"hơn", "sau", "trong", "qua", "suốt"}));
}

/// The day in brackets behind: "(18/01/1950 - 18/01/2025)"; the second is the anniversary.
std::string day_behind(const Scene& s, const Milestone& a) {
  std::uint32_t open = a.stop > a.end + 8 ? a.stop - 8 : a.end;
  const std::uint32_t until = std::min(a.stop + 10, s.s.last);
  while (open < until && !s.w.is(open, "(")) ++open;
  std::string day;
  if (open >= until) return day;
  for (const Mention* n : s.mentions) {
    const Moment* moment = s.d.moment(*n);
    if (moment != nullptr && moment->to && n->first > open && n->first < open + 20 && !s.sign_between(open, n->first, ")")) day = moment->to.iso();
  }
  return day;
}

}  // namespace

/// Between whom: behind, before, else further off; of relations also the country of the headline or the one just spoken of.
std::vector<std::string> Extractor::countries_of(const Scene& scene, const Milestone& a) const {
  auto countries = scene.countries(a.first, a.stop);
  if (countries.empty() && a.event != "founding") countries = scene.countries(scene.s.first, a.first);
  if (countries.empty() && a.event != "founding") countries = scene.countries(a.stop, scene.s.last);
  if (!countries.empty() || a.event != "diplomatic_relations") return countries;
  // "hai nước sẽ kỷ niệm 48 năm", "The two sides will mark the 61st anniversary"
  if (d.title_countries.size() == 1) return d.title_countries;
  return last_countries_.size() == 1 && scene.index - last_countries_sentence_ <= 3 ? last_countries_ : countries;
}

/// "kỷ niệm 30 năm ngày thành lập" of nobody else's: the office's own.
bool Extractor::is_own_founding(const Milestone& a) const {
  return is_home_name(a.end, a.stop) || (a.marked && !d.publisher.empty() && a.stop <= a.end + 1);
}

void Extractor::add_anniversary(Scene& scene, const Milestone& a, std::vector<std::string> countries) {
  Candidate& fact = add(scene, Kind::anniversary, a.first, a.end);
  fact.fact.years = a.years;
  fact.fact.countries = std::move(countries);
  fact.fact.event = std::string(a.event);
  set_status(fact.fact, scene, a.first);
  if (std::string day = day_behind(scene, a); !day.empty()) fact.fact.date = std::move(day);
}

void Extractor::anniversaries(Scene& scene) {
  for (const Mention* m : scene.mentions) {
    const auto years = years_of(d, *m);
    if (!years || years->value < 5 || years->value > 1500) continue;
    const Milestone a = milestone_of(scene, *m, *years);
    if (a.event.empty() || a.domestic) continue;
    auto countries = countries_of(scene, a);
    const bool founding = a.event == "founding";
    if (countries.empty() && !(founding && is_own_founding(a))) continue;
    if ((founding && !a.marked) || !is_celebrated(scene, a)) continue;
    if (a.event != "diplomatic_relations" || countries.size() < 2) {
      add_anniversary(scene, a, std::move(countries));
      continue;
    }
    // "75 năm quan hệ ngoại giao Việt Nam - Nga và Việt Nam - Trung Quốc": one anniversary for each.
    for (auto& country : countries) add_anniversary(scene, a, {std::move(country)});
  }
}

}  // namespace nc::intake
