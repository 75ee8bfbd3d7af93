// What figures and pages ask of the evidence: declared numbers beside counts, chips beside rows.
#pragma once
#include "figure/figure.h"
#include "html/html.h"

namespace nc::app {

/// Claims, facts and breaks of territory for the counting engine.
fig::Hooks figure_hooks();

/// A record, by register and number.
struct RecordKey { std::string register_name; std::int64_t id = 0; auto operator<=>(const RecordKey&) const = default; };
/// How many of the records have evidence.
std::int64_t with_evidence(db::ReadDb& db, const Actor& actor, const std::vector<RecordKey>& records);
/// Evidence chips of several records at once (one statement): one a kind ("2 ảnh"), at most two, then "+1". Records without
/// evidence get the dashed "missing" chip when `missing` is set.
std::vector<Html> evidence_chips(db::ReadDb& db, const Actor& actor, const std::vector<RecordKey>& records, Lang lang, bool missing);

}  // namespace nc::app
