// Coming occasions: the next day of each rule, for the overview and record pages.
#include "app/calendar/coming.h"

#include "app/calendar/days.h"
#include "app/calendar/rules.h"

namespace nc::app {

Date occasion_day(std::string_view, std::string_view rule, int year) { return rule_days(rule, year).from; }

std::vector<Coming> coming_occasions(db::ReadDb& db, const Actor& actor, Date from, int days) {
  std::vector<Coming> out;
  CalendarWish wish;
  wish.from = from;
  wish.to = from.plus_days(days);
  wish.ours = false;
  for (const CalendarDay& d : calendar_days(db, actor, wish)) {
    if (d.from < from) continue;  // under way already
    std::string countries;
    for (const auto& code : d.countries) countries += (countries.empty() ? "|" : "") + code + "|";
    out.push_back({d.record, d.name.vi, d.name.en, countries, d.from, d.ordinal, d.sure});
  }
  return out;
}

}  // namespace nc::app
