// Days to remember: relations, treaties, national days, festivals.
#pragma once
#include "app/calendar/coming.h"
#include "register/describe.h"

namespace nc::app {

const reg::Description& occasions();

/// Rows of the register `occasion` from the reference tables, as an import wants them.
struct OccasionRows {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
};
OccasionRows occasion_rows();

}  // namespace nc::app
