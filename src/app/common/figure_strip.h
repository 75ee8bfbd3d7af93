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
};
/// One tile for each indicator: code, icon, and conditions (dimension and value); what the person may not see is left out.
struct StripFigure { std::string code, icon; std::vector<std::pair<std::string, std::string>> where{}; Message label{}; };
Html figure_strip(const StripAsk& x, const std::vector<StripFigure>& figures);
/// One figure as a link that opens its rows; "–" when there is none.
Html figure_of(const StripAsk& x, const StripFigure& wanted);
/// The working period of a shell, or this year.
Period working_period(const std::string& period_code);

}  // namespace nc::app
