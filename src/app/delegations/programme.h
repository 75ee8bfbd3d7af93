// The programme of a visit, hour by hour: items, times of day, clashes.
#pragma once
#include <string>
#include <vector>

#include "app/common/times.h"
#include "register/store.h"

namespace nc::app {

struct ProgrammeItem {
  std::int64_t id = 0;
  Date day;
  int from = -1, to = -1;  ///< minutes since midnight; -1: not said
  std::string kind, what, what_en, place, place_en, host, attends, needs, code;
  bool illustrative = false;
  std::string say(Lang lang) const;   ///< what happens; in English the kind when nothing was written
  std::string where(Lang lang) const;
  std::string hours() const;          ///< "08:30–10:00", "08:30", ""
};
/// Of one delegation, in the order of the days; through the actor's scope.
std::vector<ProgrammeItem> programme_of(db::ReadDb& db, const Actor& actor, std::int64_t delegation);

/// Two things at one time. `other` is the delegation of the second when it is another visit.
struct Clash {
  std::int64_t first = 0, second = 0, other = 0;
  Message words;
};
/// Items of this programme that overlap, items outside of the visit's days, and hosts who receive somebody else at that hour.
std::vector<Clash> clashes_of(db::ReadDb& db, const Actor& actor, std::int64_t delegation, Date from, Date to);

}  // namespace nc::app
