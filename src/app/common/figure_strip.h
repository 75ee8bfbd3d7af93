// Figures at the top of a page: each opens its records.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "figure/figure.h"
#include "html/components.h"

namespace nc::app {

struct StripAsk {
  const fig::Engine& engine;
  db::ReadDb& db;
  const Actor& actor;
  Lang lang;
  std::string org;                   ///< code of the organisation they are of
  Period period;
  Date as_of{};                      ///< figures at a day are of this day instead of the last of the period: beside a list of today
};
/// One tile for each indicator: code, icon, and conditions (dimension and value); what the person may not see is left out.
struct StripFigure { std::string code, icon; std::vector<std::pair<std::string, std::string>> where{}; Message label{}; };
Html figure_strip(const StripAsk& x, const std::vector<StripFigure>& figures);
/// One figure as a link that opens its rows; "–" when there is none.
Html figure_of(const StripAsk& x, const StripFigure& wanted);
/// "Của đơn vị | Trong phạm vi": whether a page shows what the office's figures count, or all that the person reaches (?of=all). Nothing
/// for those who reach no further than the office.
Html office_switch(Lang lang, const Actor& actor, const std::string& path, bool all);
/// The working period of a shell, or this year.
Period working_period(const std::string& period_code);

}  // namespace nc::app
