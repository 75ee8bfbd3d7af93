// From PostgreSQL's SQLSTATE to our errors.
#include "db/postgres_error.h"

#include <map>

#include "db/outage.h"
#include "db/postgres_connection.h"

namespace nc::db {
namespace {

const std::map<std::string_view, ConstraintViolation::Kind>& constraint_states() {
  using Kind = ConstraintViolation::Kind;
  static const std::map<std::string_view, Kind> states = {{"23505", Kind::unique},
                                                          {"23P01", Kind::unique},
                                                          {"23503", Kind::foreign_key},
                                                          {"23502", Kind::not_null},
                                                          {"23514", Kind::check}};
  return states;
}

/// By the whole state, else by its class (the first two characters).
const std::map<std::string_view, Failure>& outage_states() {
  static const std::map<std::string_view, Failure> states = {
      {"53100", Failure::full},        {"53200", Failure::out_of_memory}, {"53", Failure::busy},
      {"55P03", Failure::busy},        {"57014", Failure::busy},          {"57", Failure::gone},
      {"08", Failure::gone},           {"25006", Failure::read_only},     {"58", Failure::io},
      {"XX", Failure::corrupt},        {"42501", Failure::cannot_open},   {"28", Failure::cannot_open},
      {"3D000", Failure::cannot_open},
  };
  return states;
}

bool worth_another_try(std::string_view state) {
  // 26000: a prepared statement that a schema change or a reset of the session made useless.
  return state == "40001" || state == "40P01" || state == "26000";
}

}  // namespace

void throw_postgres(std::string_view state, const std::string& detail) {
  if (worth_another_try(state)) throw TryAgain(detail);
  if (const auto found = constraint_states().find(state); found != constraint_states().end())
    throw ConstraintViolation(found->second, detail);
  if (state == "08P01") throw std::logic_error(detail);  // another number of parameters than the statement has
  const auto& outages = outage_states();
  auto found = outages.find(state);
  if (found == outages.end()) found = outages.find(state.substr(0, 2));
  if (found != outages.end()) throw_outage(found->second, detail);
  throw std::logic_error(detail);
}

}  // namespace nc::db
