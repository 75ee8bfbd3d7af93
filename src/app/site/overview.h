// What the files of the overview share.
#pragma once
#include "app/site/site.h"

namespace nc::app {

struct Overview {
  const reg::Context& context;
  const fig::Engine& engine;
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  Lang lang;
  Period period;
  std::string whole;   ///< the city or province as a whole: delegations
  std::string office;  ///< the Union: aid, activities, petitions
};

/// What waits for the person, worst first.
Html todo_card(const Overview& x);
/// Occasions of the next four months.
Html coming_card(const Overview& x);
/// The latest delegations in and out.
Html recent_card(const Overview& x);

}  // namespace nc::app
