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

using Where = std::vector<std::pair<std::string, std::string>>;
/// An indicator of an organisation in the period of the page.
fig::Ask ask(const Overview& x, const char* code, const std::string& org, Where where = {}, std::string by = {});

/// "35,84 tỷ đồng" -> number and unit; "VND 35.84 bn" stays one piece.
void split_money(Kpi& k);

/// "FROM <register> t WHERE not removed, in reach, and `more`"; `params` are those of `more` and grow by those of the reach.
std::string in_reach(const Overview& x, const char* register_name, const std::string& more, db::Params& params);

/// Every association of the office: what it did in the period, what it asks, who is quiet. Empty when the office has none.
Html associations_card(const Overview& x);
/// Unions side by side, when several are below the actor's organisation: VUFO. Empty otherwise.
Html unions_card(const Overview& x);

/// What waits for the person, worst first.
Html todo_card(const Overview& x);
/// Occasions of the next four months.
Html coming_card(const Overview& x);
/// The latest delegations in and out.
Html recent_card(const Overview& x);

}  // namespace nc::app
