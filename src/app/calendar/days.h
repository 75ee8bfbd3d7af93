// The days of a stretch of time: occasions by their rules and overrides, days of our own, and what the office does beside them.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "auth/actor.h"
#include "base/date.h"
#include "db/db.h"

namespace nc::app {

/// An occasion as the register has it.
struct OccasionFacts {
  std::int64_t id = 0;
  std::string code, name_vi, name_en, kind, rule, source, status, use;
  std::vector<std::string> countries;
  int base_year = 0, days = 1;
  bool has_greeting() const { return use.find("greeting") != std::string::npos || kind == "national_day"; }
};

/// One entry of the calendar.
struct CalendarDay {
  enum class Sort { occasion, founding, agreement, delegation, activity, duty } sort = Sort::occasion;
  std::string kind;          ///< of the occasion: national_day ...; else the sort
  std::int64_t record = 0;   ///< of the occasion, delegation ...
  std::string href;
  Message name;
  std::vector<std::string> countries;
  Date from, to;
  int ordinal = 0;           ///< years since the base year, 0 without one
  bool sure = true;          ///< false: the day is recalled, or must be confirmed
  bool overridden = false;   ///< entered for this year, with a source
  std::string source;
  std::string use;           ///< what is usually done, of occasions
  bool round() const { return ordinal > 0 && ordinal % 5 == 0; }
  bool has_greeting() const { return sort == Sort::occasion && (use.find("greeting") != std::string::npos || kind == "national_day"); }
  /// "60 năm quan hệ ngoại giao Việt Nam - Lào"
  std::string title(Lang lang) const;
};

/// What is wanted.
struct CalendarWish {
  Date from, to;
  bool occasions = true, ours = true, delegations = false, activities = false, duties = false;
  bool every_country = false;       ///< false: only countries that we have partners, associations or agreements with
  std::set<std::string> kinds{};    ///< of occasions; empty: all
  std::string country{};            ///< only this one
  bool only_round = false;
};

/// In the order of days; at one day round years first. Everything through the actor's scope.
std::vector<CalendarDay> calendar_days(db::ReadDb& db, const Actor& actor, const CalendarWish& wish);
/// Countries that the actor's office has something to do with.
std::set<std::string> own_countries(db::ReadDb& db, const Actor& actor);
/// Days of one occasion that begin in the year: its override of that year, else its rule.
std::vector<CalendarDay> days_of_occasion(db::ReadDb& db, const Actor& actor, std::int64_t occasion, int year);
std::vector<std::string> country_codes(std::string_view stored);

}  // namespace nc::app
