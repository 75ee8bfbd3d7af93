// A sealed report is corrected by a numbered supplement that names figure, sealed value, new value, records and reason.
#pragma once
#include "app/reports/report.h"

namespace nc::app {

struct Correction { std::string token, reason; };
/// Drafts the next supplement of a sealed report: a paper of its own that goes the way of every report. Problems name "reason.<token>".
tl::expected<reg::Saved, Problems> start_supplement(db::Tx& tx, const Actor& actor, const fig::Engine& engine, std::int64_t base_id, const Loaded& base, const std::vector<Correction>& corrections);

struct SupplementSeen { std::int64_t id = 0; std::string title, status, number; };
/// Supplements of a report, in their order.
std::vector<SupplementSeen> supplements_of(db::ReadDb& db, const Actor& actor, std::int64_t report);
/// Links on a report: to its supplements, and to the report that it supplements. Empty when there are none.
Html supplement_links(db::ReadDb& db, const Actor& actor, const Report& report, std::int64_t id, Lang lang);

/// POST /reports/{id}/supplement
void add_supplement_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
