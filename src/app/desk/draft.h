// The record or claim that a statement would become, as far as the article states it.
#pragma once
#include "app/desk/measure.h"
#include "app/desk/reading.h"

namespace nc::app {

/// A new record of the register with what the article states; what it does not state is empty, presets of days too.
reg::Cells draft_record(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const reg::Description& d, const ReadingSeen& reading,
                        const Candidate& candidate);
/// A claim of one number; without a number (nullptr) only the statement is declared.
reg::Cells draft_claim(db::ReadDb& db, const reg::Catalog& catalog, const Actor& actor, const ReadingSeen& reading, const Candidate& candidate, const Measure* measure);

/// The entry of value that goes with an item of aid.
struct ValueEntry { std::string basis = "committed", amount; Date date; };
/// nullopt when the article states no amount.
std::optional<ValueEntry> draft_value(const ReadingSeen& reading, const intake::Fact& fact);

}  // namespace nc::app
