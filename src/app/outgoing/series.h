// Series of numbers: one for each book, organisation, kind of paper and year.
#pragma once
#include <string>
#include <vector>

#include "auth/actor.h"
#include "base/clock.h"
#include "base/options.h"
#include "base/result.h"
#include "base/text.h"
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
/// Arrival numbers of an organisation and year.
Series arrivals(std::int64_t org, int year);
/// The last number given, 0 for none.
std::int64_t last_of(db::ReadDb& db, const Series& series);
/// Takes the next number. The row of the series serialises writers on both engines until they commit; a writer that rolls
/// back gives the number back, so there is no gap.
std::int64_t take_next(db::Tx& tx, const Series& series);
/// The last number given; whoever else wants the series waits until this transaction ends.
std::int64_t hold(db::Tx& tx, const Series& series);

/// Numbers that were never given here, because the office kept them on paper.
struct Gap {
  std::int64_t first = 0, last = 0;
  std::string reason, set_by;
  Instant set_at = 0;
};
/// The next paper gets `next`; the numbers between stay on paper, with the reason, in the ledger too. Refused (conflict) on or below
/// a number that was given: a series only goes forward. `what` is the register whose ledger tells of it.
Result<Gap> go_on_from(db::Tx& tx, const Actor& actor, const Series& series, std::int64_t next, const std::string& reason, const std::string& what);
/// In order of numbers.
std::vector<Gap> gaps_of(db::ReadDb& db, const Series& series);
/// "Số 1–317 ở sổ giấy: bắt đầu dùng hệ thống từ tháng 8 (Lê Loan, 22/11/2026)"
Message gap_words(const Gap& gap);
/// "05", "125": below ten a nought stands before it (Decree 30/2020, annex I).
std::string printed(std::int64_t number);

}  // namespace nc::app
