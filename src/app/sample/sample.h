// The sample office: facts of five articles with their evidence, and made-up rows that can be taken out again.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "db/db.h"

namespace nc::app {

/// Countries, provinces and occasions: every new database has them. Throws std::logic_error when a built-in table is
/// faulty.
void load_reference(db::Database& database);
/// The registers and the account of the sample office, into a database that has the reference data. All or nothing;
/// throws std::logic_error with the first refused row when db/sample doesn't fit the registers.
void load_sample(db::Database& database);
/// Login and pass-phrase of the sample account, for the person who starts the program: lines of text in both languages.
std::string sample_account_lines();

/// Takes every made-up row out of every register for good, with one ledger entry a register. Made-up rows that real
/// rows need (their organisation, a linked partner) stay. Returns the registers and how many rows went.
std::vector<std::pair<std::string, std::int64_t>> remove_illustrative(db::Tx& tx);

}  // namespace nc::app
