// Parts of a record edited together: one form, a line each, some empty lines below. Works without scripts.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "register/pages.h"

namespace nc::app {

struct Grid {
  const reg::Description* what = nullptr;  ///< the parts (their parent_field says of what)
  std::string name;                        ///< last part of the address: /delegations/{id}/<name>
  Message title, hint;
  std::vector<std::pair<std::string, int>> fields;  ///< field and how many of 12 columns it takes
  std::vector<std::string> carry{};        ///< left empty, a new line takes the value of the line above: the day
  std::vector<std::string> order{};        ///< columns that lines are sorted by; then as they were entered
  std::string counts{};                    ///< column that numbers the lines: new ones go on from the highest
  int spare = 5;                           ///< empty lines
};

/// GET and POST /<parent path>/{id}/<name>. All lines are kept or none: with something to mend the form comes back as typed, each
/// message at its line. A line that was emptied or ticked is removed from the register (and can be restored like any record).
void add_grid_pages(web::Router& router, const reg::Context& context, const Grid& grid);

}  // namespace nc::app
