// Remarks on a draft by people without an account: secret addresses with an end, and what was remarked at which paragraph.
#pragma once
#include "app/reports/report.h"

namespace nc::app {

/// One remark at a paragraph. It stays, whatever becomes of the paragraph or the report.
struct ReportRemark : reg::Standard {
  reg::Ref report;
  std::string block, quote, asked, author, text;
  Date sent_on;
  std::string verdict = "waiting", reason, decided_by;
  Date decided_on;
};
const reg::Description& report_remarks();
const reg::Options& remark_verdicts();

/// Remarks of a report, oldest first.
std::vector<ReportRemark> remarks_of(db::ReadDb& db, std::int64_t report);

/// A secret address: only its hash is kept.
struct ReviewLink {
  std::int64_t id = 0, report = 0, made_by = 0;
  std::string asked, made_by_name;  ///< asked: whom it was sent to, as the writer typed it
  Instant created_at = 0, expires_at = 0, revoked_at = 0;
  bool good() const;
};
std::vector<ReviewLink> review_links(db::ReadDb& db, std::int64_t report);
/// The link behind a secret that still holds; nothing for any other.
std::optional<ReviewLink> link_of_secret(db::ReadDb& db, std::string_view secret);
/// Makes one and returns the secret. Refused: a report that is restricted or counts restricted records, days outside 1 to 60.
Result<std::string> make_review_link(db::Tx& tx, const Actor& actor, const fig::Engine& engine, const Loaded& loaded, const std::string& asked, std::int64_t days);
/// Writes what somebody remarked. Refused: empty name or words, a paragraph that is not there, a sealed report.
Result<std::int64_t> write_remark(db::Tx& tx, const ReviewLink& link, const Loaded& loaded, const std::string& block, const std::string& author, const std::string& text);
/// Taken, or not taken with a reason.
Result<bool> decide_remark(db::Tx& tx, const Actor& actor, std::int64_t report, std::int64_t remark, const std::string& verdict, const std::string& reason);

/// GET, POST /review/{secret} for everybody; /reports/{id}/review for writers.
void add_review_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine);

}  // namespace nc::app
