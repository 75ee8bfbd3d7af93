// Register of reports: what was written for which period, in which state, sealed by whom.
#include "app/program.h"
#include "app/reports/report.h"

#include "app/catalog.h"
#include "app/common/rules.h"
#include "app/reports/draft.h"
#include "base/clock.h"
#include "base/hash.h"

namespace nc::app {

namespace {

constexpr int k_body_max = 2'000'000, k_seal_max = 20'000'000;

void check(const Report& r, Problems& problems) {
  not_before(r.period_from, r.period_to, "period_to", problems);
  if (r.cutoff && (r.cutoff < r.period_from || r.cutoff > r.period_to))
    complain(problems, "cutoff", "Ngày khóa số liệu nằm trong kỳ báo cáo.", "The day the counts stop lies within the period.");
}

/// What is signed stays as it was signed: a correction is a new report.
Result<bool> sealed_stays(const reg::SaveContext&, const Report* before, Report&) {
  if (before && before->status == "sealed")
    return refuse(Code::forbidden, Message("Báo cáo đã niêm phong, không sửa được. Soạn báo cáo mới nếu cần đính chính.",
                                           "The report is sealed and can't be changed. Write a new report to correct it."));
  return true;
}

}  // namespace

const reg::Options& report_kinds() {
  static const reg::Options options{{"half_year", {"báo cáo 6 tháng", "half-year report"}},
                                    {"eight_month", {"báo cáo 8 tháng", "eight-month report"}},
                                    {"nine_month", {"báo cáo 9 tháng", "nine-month report"}},
                                    {"annual", {"báo cáo năm", "annual report"}},
                                    {"term", {"báo cáo nhiệm kỳ", "term report"}}};
  return options;
}

const reg::Options& report_states() {
  static const reg::Options options{
      {"draft", {"đang soạn", "draft"}}, {"submitted", {"đã trình ký", "submitted"}}, {"sealed", {"đã niêm phong", "sealed"}}};
  return options;
}

const reg::Description& reports() {
  static const reg::Description description =
      reg::Register<Report>("report", "reports", {"Báo cáo", "Reports"}, {"báo cáo", "report"})
          .icon("file-text")
          .prefix("BC")
          .field(&Report::title, "title", {"Tên báo cáo", "Title"}, {.required = true, .search = true, .sortable = true})
          .field(&Report::kind, "kind", {"Loại", "Kind"}, {.required = true, .options = &report_kinds(), .filter = true})
          .field(&Report::status, "status", {"Trạng thái", "Status"}, {.options = &report_states(), .filter = true, .read_only = true, .preset = "draft"})
          .field(&Report::period_from, "period_from", {"Kỳ từ ngày", "Period from"}, {.required = true})
          .field(&Report::period_to, "period_to", {"Kỳ đến ngày", "Period to"}, {.required = true, .filter = true})
          .field(&Report::cutoff, "cutoff", {"Khóa số liệu ngày", "Counts stop on"}, {})
          .field(&Report::number, "number", {"Số", "Number"}, {.max = 20, .search = true})
          .field(&Report::signed_on, "signed_on", {"Ngày ký", "Signed on"}, {.filter = true})
          .field(&Report::sealed_by, "sealed_by", {"Người niêm phong", "Sealed by"}, {.read_only = true})
          .field(&Report::sealed_on, "sealed_on", {"Ngày niêm phong", "Sealed on"}, {.read_only = true})
          .field(&Report::seal_hash, "seal_hash", {"Dấu băm niêm phong", "Hash of the seal"}, {.max = 64, .read_only = true})
          .field(&Report::body, "body", {"Văn bản", "Paper"}, {.max = k_body_max, .long_text = true, .read_only = true, .inner = true})
          .field(&Report::seal, "seal", {"Bản niêm phong", "Seal"}, {.max = k_seal_max, .long_text = true, .read_only = true, .inner = true})
          .title("title")
          .date("period_to")
          .list({"period_to", "title", "kind", "org", "number", "signed_on", "status"})
          .sorted_by("period_to", true)
          .view({"Đang soạn", "Drafts"}, "status=draft&status=submitted")
          .view({"Đã niêm phong", "Sealed"}, "status=sealed")
          .rule(check)
          .before_save(sealed_stays)
          .watch(flow::watch(report_flow()))
          .own_pages()
          .not_in_nav()
          .done();
  return description;
}

Result<Loaded> load_report(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  NC_TRY(cells, reg::load(db, reports(), actor, id));
  Loaded loaded;
  loaded.cells = cells;
  loaded.report = reg::from_cells<Report>(cells);
  NC_TRY(document, doc::from_json(loaded.report.body));
  loaded.document = std::move(document);
  if (loaded.sealed()) {
    NC_TRY(sealed, doc::seal_from_json(loaded.report.seal));
    loaded.seal = std::move(sealed);
  }
  loaded.org_code = db::as_text(db.scalar("SELECT code FROM organisation WHERE id = $1", {loaded.report.org.id}));
  return loaded;
}

tl::expected<reg::Saved, Problems> create_report(db::Tx& tx, const Actor& actor, const fig::Engine& engine, const std::string& kind, const std::string& org,
                                                 const Period& period, Date cutoff) {
  auto found = fig::find_org(tx, actor, org);
  if (!found) return tl::make_unexpected(Problems{found.error()});
  auto draft = draft_report(tx, actor, engine, kind, org, period, cutoff);
  if (!draft) return tl::make_unexpected(Problems{draft.error()});
  Report r;
  r.org.id = found->id;
  r.kind = kind;
  r.title = report_title(kind, period);
  r.period_from = period.from;
  r.period_to = period.to;
  r.cutoff = cutoff;
  r.body = doc::to_json(draft->document);
  return reg::save(tx, catalog(), reports(), actor, reg::to_cells(reports(), r));
}

tl::expected<reg::Saved, Problems> save_report(db::Tx& tx, const Actor& actor, Loaded loaded, std::int64_t version, const std::string& action,
                                               const std::string& reason) {
  Report& r = loaded.report;
  r.number = loaded.document.number;
  r.signed_on = loaded.document.signed_on;
  r.body = doc::to_json(loaded.document);
  r.version = version;
  return reg::save(tx, catalog(), reports(), actor, reg::to_cells(reports(), r), {.reason = reason, .batch = {}, .action = action});
}

tl::expected<reg::Saved, Problems> seal_report(db::Tx& tx, const Actor& actor, const fig::Engine& engine, Loaded loaded, std::int64_t version) {
  return seal_report(tx, actor, engine, std::move(loaded), version, is_sample_office(tx));
}

tl::expected<reg::Saved, Problems> seal_report(db::Tx& tx, const Actor& actor, const fig::Engine& engine, Loaded loaded, std::int64_t version, bool sample_office) {
  auto sealed = doc::seal(tx, actor, engine, loaded.document, sample_office);
  if (!sealed) return tl::make_unexpected(sealed.error());
  Report& r = loaded.report;
  r.seal = doc::to_json(*sealed);
  r.seal_hash = sha256_hex(r.seal);
  r.sealed_by = sealed->by;
  r.sealed_on = today();
  r.status = "sealed";
  return save_report(tx, actor, std::move(loaded), version, "seal", {});
}

}  // namespace nc::app
