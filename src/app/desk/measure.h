// Numbers of a fact as claims: which figure each of them speaks of.
#pragma once
#include <string>
#include <vector>

#include "app/desk/fact.h"

namespace nc::app {

/// One number of a fact.
struct Measure {
  Message label;                        ///< "Số đoàn vào"
  std::vector<std::string> indicators;  ///< the figures it may speak of, the likeliest first; none for numbers without a figure
  std::string name, unit;               ///< as the register of claims keeps them: "delegations_in", "delegation", "VND"
  std::int64_t value = 0;               ///< whole units; money in whole units of the currency
  Qualifier qualifier = Qualifier::exact;
  bool standing = false;                ///< a number at a day (members, partners), not over a period
  bool money = false;
};
std::vector<Measure> measures_of(const intake::Fact& fact);

/// "hơn 291", "gần 36 tỷ đồng".
std::string shown(const Measure& m, Lang lang);
std::string shown(std::int64_t value, Qualifier q, const std::string& unit, Lang lang);

}  // namespace nc::app
