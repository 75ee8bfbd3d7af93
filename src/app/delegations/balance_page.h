// The balance of visits by country and year, and what would mend it.
#pragma once
#include "figure/figure.h"
#include "register/pages.h"

namespace nc::app {

/// Visits of a country: (came, went) of each of three years, and their sums.
struct CountryBalance {
  std::string code;
  std::vector<std::pair<std::int64_t, std::int64_t>> years;
  std::int64_t in = 0, out = 0;
};
/// The three years that end with `last`, the largest surplus of those who came first. Counted by I17 and I23.
std::vector<CountryBalance> balance_by_country(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const std::string& org, int last);

/// A visit that would mend the balance in a year.
struct VisitProposal {
  std::string country, direction;
  std::int64_t in = 0, out = 0, weight = 0;
  Message reasons;
  Date day;                      ///< that of a round year, else the first of June
  std::int64_t planned = 0;      ///< a delegation that is planned already
  std::string planned_title;
};
std::vector<VisitProposal> proposals(const fig::Engine& engine, db::ReadDb& db, const Actor& actor, const std::string& org, int year);

/// GET /delegations/balance?year=, POST /delegations/propose (country, direction, year).
void add_balance_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
