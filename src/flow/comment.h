// Remarks on records: entries of the ledger, so that nobody can change them afterwards.
#pragma once
#include "ledger/ledger.h"
#include "register/describe.h"

namespace nc::flow {

inline constexpr const char* k_comment = "comment";
inline constexpr int k_comment_most = 4000;

/// Writes the remark and tells the people mentioned as @login who can see the record.
Result<ledger::Change> comment(db::Tx& tx, const reg::Description& d, const Actor& actor, std::int64_t record, const std::string& text);
/// Oldest first.
std::vector<ledger::Change> comments(db::ReadDb& db, std::string_view register_name, std::int64_t record, int limit = 100);
/// Sign-in names after an @, without repeats.
std::vector<std::string> mentions(std::string_view text);

}  // namespace nc::flow
