// One stored report: the register's fields and the paper inside.
#pragma once
#include "app/reports/public.h"
#include "document/document.h"

namespace nc::app {

struct Report : reg::Standard {
  std::string kind, title;
  Date period_from, period_to, cutoff;
  std::string status = "draft", number;
  Date signed_on;
  std::string body, seal, seal_hash, sealed_by;
  Date sealed_on;
  reg::Ref corrects;  ///< the sealed report that this one supplements
};

const reg::Options& report_kinds();
const reg::Options& report_states();

/// Organisations that report, as (code, name): unions first, then associations. Whole localities don't write reports.
std::vector<std::pair<std::string, std::string>> report_issuers(db::ReadDb& db, const Actor& actor);

/// The stored report with its paper read.
struct Loaded {
  Report report;
  reg::Cells cells;
  doc::Document document;
  std::optional<doc::Seal> seal;
  std::string org_code;
  bool sealed() const { return report.status == "sealed" || report.status == "numbered"; }
  bool numbered() const { return report.status == "numbered"; }
};
Result<Loaded> load_report(db::ReadDb& db, const Actor& actor, std::int64_t id);
/// Drafts and stores a new report. Problems name the field of the form (kind, org, period, cutoff).
tl::expected<reg::Saved, Problems> create_report(db::Tx& tx, const Actor& actor, const fig::Engine& engine, const std::string& kind, const std::string& org,
                                                 const Period& period, Date cutoff = {});
/// Writes the paper (and the fields of the register that repeat its head) through the save pipeline. `version` is the one
/// the person saw.
tl::expected<reg::Saved, Problems> save_report(db::Tx& tx, const Actor& actor, Loaded loaded, std::int64_t version, const std::string& action, const std::string& reason);
/// Where a seal is set: only a sample office may seal illustrative figures.
struct Sealing { bool sample_office = false; };
/// Checks, freezes, saves, and keeps the files as they are now. Everything that stands in the way comes back together; `field` of a
/// problem is the block.
tl::expected<reg::Saved, Problems> seal_report(db::Tx& tx, const Actor& actor, const fig::Engine& engine, Loaded loaded, std::int64_t version, const Sealing& how);
/// Gives a sealed report its number of the number book and the day of issue; both are printed, what was sealed stays as it is. The
/// files with the number are kept beside those of the seal.
tl::expected<reg::Saved, Problems> number_report(db::Tx& tx, const Actor& actor, Loaded loaded, std::int64_t version);

}  // namespace nc::app
