// Evidence on the site: the text with its marked words, files, and the block on every record.
#pragma once
#include "register/pages.h"

namespace nc::app {

/// The evidence block (side) and the related records (side) of every record page, chips of list rows.
void add_evidence_everywhere(reg::Context& context);
/// POST /evidence/attach, GET /evidence/{id}/file.
void add_evidence_pages(web::Router& router, const reg::Context& context);
/// Files sent in: the scanner, what waits for it, room used.
Html uploads_card(db::ReadDb& db, Lang lang);
/// Asks the scanner about files that wait; for the chores of the server.
void scan_files(db::Database& database);
/// Faults of stored files (content that no longer has its hash) and spans (words that are not where they should be).
std::vector<std::string> verify_evidence(db::ReadDb& db);

}  // namespace nc::app
