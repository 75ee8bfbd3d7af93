// Coming occasions: the next day of each rule.
#pragma once
#include <string>
#include <vector>

#include "auth/actor.h"
#include "base/date.h"
#include "db/db.h"

namespace nc::app {

struct Coming {
  std::int64_t id = 0;
  std::string name_vi, name_en, countries;
  Date date;
  int ordinal = 0;        ///< year - base year, 0 when there is no base
  bool verified = false;  ///< both the occasion and the computed day are sure
};

/// Occasions of our countries (and of all) within `days` days from `from`, nearest first; at the same day round ordinals first.
std::vector<Coming> coming_occasions(db::ReadDb& db, const Actor& actor, Date from, int days);
/// The day of a rule in a calendar year (see rules.h), without what was entered for that year.
Date occasion_day(std::string_view code, std::string_view rule, int year);

}  // namespace nc::app
