// Reference data: countries, places, sectors, beneficiary groups, units and governing decrees.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/common/table.h"
#include "base/date.h"
#include "register/describe.h"

namespace nc::app {

/// Countries by ISO 3166 two-letter code, in Vietnamese order; names and spellings in use today are understood.
const reg::Options& countries();
/// "Việt - Hàn", "Việt - Nga": the short form of a country after "Việt - "; the plain name when there is none.
std::string country_pair_name(std::string_view iso2);
/// Fields of aid (health, education, climate ...).
const reg::Options& sectors();
/// The main sector of a sector ("nutrition" belongs to "health"); the code itself when it is one.
std::string main_sector(std::string_view code);
const reg::Options& beneficiary_groups();
/// What is counted: trees, households, delegations ...
const reg::Options& units();
/// Units of administration. "p92" is code 92 of the list valid from 01/07/2025, "f92" of the list before: the codes of
/// the statistics office do not stay the same over that day.
const reg::Options& place_units();
/// About where the seat of a unit lies, in degrees, to draw it; a former unit lies where its successor does. Nothing for unknown codes.
struct PlacePoint {
  double latitude = 0, longitude = 0;
};
std::optional<PlacePoint> place_point(std::string_view code);
/// The codes of all units of today, in the order of the official list.
std::vector<std::string> places_of_today();
/// Decrees on foreign non-governmental aid.
const reg::Options& aid_decrees();
/// The decree in force on a day; "" for no day and for days before the first of the list.
std::string aid_decree_on(Date approved);

const reg::Description& country_register();
const reg::Description& place_register();

/// How far a row of general knowledge can be trusted: read in a text, or recalled until somebody checks it.
const reg::Options& verified_or_recalled();

/// Rows of the registers `country` and `place` as an import wants them.
ReferenceRows country_rows();
ReferenceRows place_rows();

}  // namespace nc::app
