// nhipcau report: the sealed report if there is one, otherwise a fresh draft that is not kept; as JSON, page, Word or PDF.
#include <cstdio>
#include <fstream>

#include "app/commands/commands.h"
#include "app/program.h"
#include "app/reports/draft.h"
#include "app/reports/files.h"
#include "app/reports/kept.h"
#include "app/reports/report.h"
#include "app/reports/text.h"

namespace nc::app {

namespace {

/// The newest sealed report of that kind, organisation and period; 0 for none.
std::int64_t newest_sealed(db::ReadDb& db, const ReportOptions& o, const Period& period) {
  return db.integer(
      "SELECT COALESCE((SELECT r.id FROM report r JOIN organisation g ON g.id = r.org_id WHERE r.deleted = 0 AND r.status IN ('sealed', 'numbered') AND r.kind = $1 AND g.code = $2 AND r.period_from = $3 "
      "AND r.period_to = $4 ORDER BY r.sealed_on DESC, r.id DESC LIMIT 1), 0)",
      {o.kind, o.org, period.from.iso(), period.to.iso()});
}

/// The file as it was kept; drawn from the seal where it was sealed before files were kept.
Result<std::string> sealed_bytes(db::ReadDb& db, std::int64_t id, const ReportOptions& o, const std::string& base_url) {
  NC_TRY(loaded, load_report(db, Actor::system(), id));
  if (const auto kept = kept_report(db, loaded, Lang::vi, o.format)) return kept_bytes(db, *kept);
  return drawn_report(*loaded.seal, Lang::vi, o.format, base_url);
}

Result<std::string> draft_bytes(db::ReadDb& db, const fig::Engine& engine, const ReportOptions& o, const Period& period, const std::string& base_url) {
  NC_TRY(draft, draft_report(db, Actor::system(), engine, o.kind, o.org, period));
  const doc::Look& seen = draft.seen;
  if (o.format == "json") return report_json(draft.document, seen) + "\n";
  return report_file(draft.document, {doc::shown_of(seen), rests_on_sample(draft.document, seen), false, base_url}, o.format);
}

int write_out(const std::string& bytes, const std::string& file) {
  if (file.empty() || file == "-") {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return 0;
  }
  std::ofstream out(file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out)
    return refused({Code::invalid, Message("Không ghi được tệp “" + file + "”. Kiểm tra thư mục và chỗ trống trên đĩa.", "The file “" + file + "” can't be written. Check the folder and the free space."), {}});
  return 0;
}

}  // namespace

int run_report(const Common& common, const ReportOptions& o) {
  auto period = parse_period(o.period);
  if (!period) return refused(period.error());
  auto program = Program::open(database_url(common.database), {.readers = 1, .busy_ms = 15000, .create = false, .read_only = false});
  if (!program) return refused(program.error());
  auto bytes = (*program)->database().read_result([&](db::ReadDb& db) -> Result<std::string> {
    NC_TRY(org, fig::find_org(db, Actor::system(), o.org));
    const std::string base_url = setting(db, "base_url", "http://127.0.0.1:8080");
    if (const std::int64_t sealed = newest_sealed(db, o, *period); sealed > 0) return sealed_bytes(db, sealed, o, base_url);
    return draft_bytes(db, (*program)->engine(), o, *period, base_url);
  });
  if (!bytes) return refused(bytes.error());
  return write_out(*bytes, o.out);
}

}  // namespace nc::app
