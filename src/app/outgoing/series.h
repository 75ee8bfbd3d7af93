// Series of numbers: one for each book, organisation, kind of paper and year.
#pragma once
#include <string>
#include <vector>

#include "base/options.h"
#include "db/db.h"

namespace nc::app {

/// Kinds of papers of Decree 30/2020, annex III; the letters of a symbol are upper-case codes, an official letter has none.
const Options& paper_kinds();
/// "BC" for "bc"; "" for official letters.
std::string letters_of(const std::string& kind);

struct Series {
  std::int64_t org = 0;
  std::string kind;
  int year = 0;
  std::string book = "outgoing";  ///< the book of incoming papers has series of its own
};
/// The last number given, 0 for none.
std::int64_t last_of(db::ReadDb& db, const Series& series);
/// Takes the next number. The row of the series serialises writers on both engines until they commit; a writer that rolls
/// back gives the number back, so there is no gap.
std::int64_t take_next(db::Tx& tx, const Series& series);
/// Goes on behind `last`. False when the series has given numbers already: those stay as they are.
bool go_on_behind(db::Tx& tx, const Series& series, std::int64_t last);
/// "05", "125": below ten a nought stands before it (Decree 30/2020, annex I).
std::string printed(std::int64_t number);

}  // namespace nc::app
