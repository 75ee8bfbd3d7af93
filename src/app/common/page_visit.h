// What the functions that draw one page share: where figures and data come from, who looks, and the frame around the page.
#pragma once
#include "auth/actor.h"
#include "db/db.h"
#include "figure/figure.h"
#include "html/shell.h"

namespace nc::app {

/// Pages that need more (a year, an organisation, what was loaded) begin their own struct with it: struct Ledger : PageVisit { ... }.
struct PageVisit {
  const fig::Engine& engine;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  Lang lang() const { return shell.lang; }
};

}  // namespace nc::app
