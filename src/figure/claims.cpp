// What was declared beside what is counted: matching periods, comparable units, differences.
#include <array>
#include <cmath>

#include "figure/figure.h"

namespace nc::fig {

namespace {

/// A claim "of the year N" that was published in December counts as the year.
bool stands_for_year(const Period& claim, const Period& year) {
  return year.is_year() && claim.from == year.from && claim.to <= year.to && claim.to.month() == 12;
}

std::string match_of(const ClaimSeen& claim, const Period& asked, bool at_day) {
  if (!claim.period.from || !claim.period.to) return "overlap";
  if (at_day) {
    if (claim.period.to == asked.to) return "exact";
    return claim.period.to.year() == asked.to.year() || claim.period.contains(asked.to) ? "overlap" : "";
  }
  if (claim.period == asked || stands_for_year(claim.period, asked)) return "exact";
  return claim.period.overlaps(asked) ? "overlap" : "";
}

constexpr std::array<std::array<std::string_view, 8>, 7> k_families{{
    {"project", "programme", "non_project", "aid_item", "aid", "", "", ""},
    {"person", "person_turn", "pupil", "student", "child", "people", "participant", ""},
    {"visitor_turn", "visit", "visitor", "", "", "", "", ""},
    {"association", "organisation", "", "", "", "", "", ""},
    {"member", "membership", "people_member", "", "", "", "", ""},
    {"event", "activity", "session", "", "", "", "", ""},
    {"panel", "info_item", "news_item", "", "", "", "", ""},
}};

}  // namespace

bool comparable_units(std::string_view a, std::string_view b) {
  if (a == b) return true;
  for (const auto& family : k_families) {
    bool has_a = false, has_b = false;
    for (auto unit : family) has_a |= !unit.empty() && unit == a, has_b |= !unit.empty() && unit == b;
    if (has_a && has_b) return true;
  }
  return false;
}

bool is_currency(std::string_view unit) {
  return unit.size() == 3 && unit[0] >= 'A' && unit[0] <= 'Z' && unit[1] >= 'A' && unit[2] >= 'A';
}

std::optional<double> counted_in(const Figure& f, std::string_view unit) {
  if (f.unit == unit) return f.value;
  for (const Part& p : f.parts)
    if (p.unit == unit) return p.value;
  if (comparable_units(f.unit, unit)) return f.value;
  for (const Part& p : f.parts)
    if (comparable_units(p.unit, unit)) return p.value;
  return std::nullopt;
}

void Engine::add_claims(db::ReadDb& db, const Actor& actor, std::int64_t org, const Indicator& indicator, Figure& f) const {
  if (!hooks.claims) return;
  for (ClaimSeen& claim : hooks.claims(db, actor, indicator.code, org)) {
    claim.match = match_of(claim, f.period, indicator.at_day);
    if (claim.match.empty()) continue;
    claim.code = indicator.code;
    claim.org = f.ask.org;
    // A filtered count says nothing about a claim of the whole, and a plan is not yet to be counted.
    const bool comparable = f.ask.where.empty() && claim.status != "planned" && claim.status != "in_preparation";
    if (auto counted = counted_in(f, claim.unit); counted && claim.value && comparable) {
      claim.difference = *counted - *claim.value;
      claim.kept = satisfies(*counted, *claim.value, claim.qualifier);
    }
    f.claims.push_back(std::move(claim));
  }
}

}  // namespace nc::fig
