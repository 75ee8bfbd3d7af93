// Compatriots abroad: their associations, how many people are said to live where, and requests for help.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "figure/figure.h"
#include "flow/flow.h"
#include "register/pages.h"

namespace nc::app {

/// How many people live in a city or country, as somebody said on a day.
const reg::Description& diaspora_estimates();
/// Requests for help of compatriots, with who looks after them and by when.
const reg::Description& support_cases();
/// Received, looked after, passed to who is competent, settled or declined.
const flow::Flow& support_flow();

/// What was said last of a place: never added to counts, and added to each other only with the parts named.
struct Estimate {
  std::int64_t id = 0;
  std::string title, city, source, confidence;
  Date as_of;
  std::int64_t quantity = 0;
  Qualifier qualifier = Qualifier::exact;
  bool illustrative = false;
  bool of_whole_country() const { return city.empty(); }
  /// "hơn 300"
  std::string shown(Lang lang) const;
};
/// The last one of each place and association by country, as far as the actor sees, of the office with this code and below it where one
/// is named; the whole country first, then the largest.
std::map<std::string, std::vector<Estimate>> current_estimates(db::ReadDb& db, const Actor& actor, const std::string& office = {});
/// "hơn 450, gồm Osaka hơn 300 (22/4/2023) và Tokyo khoảng 150 (1/1/2024)"; empty unless two or more cities and no number for the whole country.
Message sum_with_parts(const std::vector<Estimate>& estimates);

/// Associations of compatriots that are active: their numbers and names by country.
struct CompatriotAssociation { std::int64_t id = 0; std::string name, above; bool illustrative = false; };
std::map<std::string, std::vector<CompatriotAssociation>> compatriot_associations(db::ReadDb& db, const Actor& actor, Lang lang, const std::string& office = {});
/// Requests that are open, by country.
std::map<std::string, std::int64_t> open_support_cases(db::ReadDb& db, const Actor& actor, const std::string& office = {});

/// GET /compatriots: by country associations, estimates as declared, open cases, the last contact; of the office, with ?of=all of everybody.
void add_compatriot_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
