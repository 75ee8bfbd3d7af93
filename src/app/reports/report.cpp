// Register of reports: what was written for which period, in which state, sealed by whom.
#include "app/program.h"
#include "app/reports/report.h"

#include "app/catalog.h"
#include "app/common/rules.h"
#include "app/common/within.h"
#include "app/outgoing/public.h"
#include "app/reports/draft.h"
#include "app/reports/kept.h"
#include "app/reports/term.h"
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
Result<bool> sealed_stays(const reg::SaveContext& save, const Report* before, Report& now) {
  if (!before || (before->status != "sealed" && before->status != "numbered")) return true;
  Report as_numbered = *before;  // the clerk's number and day are all that may come after the seal, and come once
  as_numbered.status = "numbered";
  as_numbered.number = now.number;
  as_numbered.signed_on = now.signed_on;
  as_numbered.body = now.body;
  as_numbered.version = now.version;
  const bool numbering = before->status == "sealed" && save.options && save.options->action == "number" && !now.number.empty() && now.signed_on;
  if (!numbering || reg::to_cells(save.what, as_numbered) != reg::to_cells(save.what, now))
    return refuse(Code::forbidden, Message("Báo cáo đã niêm phong, không sửa được. Cần đính chính thì lập bản bổ sung ở trang So với sổ hôm nay.",
                                           "The report is sealed and can't be changed. Correct it by a supplement, from the page Against the registers."));
  return true;
}

std::optional<Problem> sealed_is_not_removed(const reg::Cells& cells) {
  const std::string status = reports().text(cells, "status");
  if (status != "sealed" && status != "numbered") return std::nullopt;
  return Problem{Code::forbidden, Text("Báo cáo đã niêm phong ở lại trong sổ. Cần đính chính thì lập bản bổ sung.",
                                       "A sealed report stays in the register. Correct it by a supplement."), {}};
}

}  // namespace

/// Above the list: pages that put reports together or check what they say.
static Html beside_the_list(const reg::PanelContext& p, const std::string&) {
  if (!p.actor.sees(Sight::internal)) return Html(p.lang);
  return Html(p.lang) << "<p class=\"rp-more\">"_h << button(p.lang, {.label = Text("Ghép số liệu nhiệm kỳ", "A term from its years"), .icon = "table", .href = "/reports/term", .small = true}) << " "_h
                      << button(p.lang, {.label = Text("Mẫu Word của cơ quan", "Word templates"), .icon = "template", .href = "/report-templates", .small = true}) << "</p>"_h;
}

const reg::Options& report_kinds() {
  static const reg::Options options{{"half_year", {"báo cáo 6 tháng", "half-year report"}},
                                    {"eight_month", {"báo cáo 8 tháng", "eight-month report"}},
                                    {"nine_month", {"báo cáo 9 tháng", "nine-month report"}},
                                    {"annual", {"báo cáo năm", "annual report"}},
                                    {"term", {"báo cáo nhiệm kỳ", "term report"}},
                                    {"supplement", {"bản bổ sung, đính chính", "supplement"}}};
  return options;
}

const reg::Options& report_states() {
  static const reg::Options options{
      {"draft", {"đang soạn", "draft"}}, {"submitted", {"đã trình ký", "submitted"}}, {"sealed", {"đã niêm phong", "sealed"}}, {"numbered", {"đã cấp số", "numbered"}}};
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
          .field(&Report::number, "number", {"Số", "Number"}, {.max = 20, .search = true, .read_only = true})
          .field(&Report::signed_on, "signed_on", {"Ngày ban hành", "Issued on"}, {.filter = true, .read_only = true})
          .field(&Report::sealed_by, "sealed_by", {"Người niêm phong", "Sealed by"}, {.read_only = true})
          .field(&Report::sealed_on, "sealed_on", {"Ngày niêm phong", "Sealed on"}, {.read_only = true})
          .field(&Report::seal_hash, "seal_hash", {"Dấu băm niêm phong", "Hash of the seal"}, {.max = 64, .read_only = true})
          .field(&Report::corrects, "corrects", {"Bổ sung cho", "Supplements"}, {.link = "report", .read_only = true})
          .field(&Report::body, "body", {"Văn bản", "Paper"}, {.max = k_body_max, .long_text = true, .read_only = true, .inner = true})
          .field(&Report::seal, "seal", {"Bản niêm phong", "Seal"}, {.max = k_seal_max, .long_text = true, .read_only = true, .inner = true})
          .title("title")
          .date("period_to")
          .list({"period_to", "title", "kind", "org", "number", "signed_on", "status"})
          .sorted_by("period_to", true)
          .view({"Đang soạn", "Drafts"}, "status=draft&status=submitted")
          .view({"Đã niêm phong", "Sealed"}, "status=sealed&status=numbered")
          .view({"Chờ cấp số", "Waiting for a number"}, "status=sealed")
          .stays(sealed_is_not_removed)
          .rule(check)
          .before_save(sealed_stays)
          .watch(flow::watch(report_flow()))
          .summary(beside_the_list)
          .own_pages()
          .not_in_nav()
          .done();
  return description;
}

std::vector<std::pair<std::string, std::string>> report_issuers(db::ReadDb& db, const Actor& actor) {
  std::vector<std::pair<std::string, std::string>> out;
  each_within(db, "SELECT o.code, o.name FROM organisation o WHERE o.deleted = 0 AND o.kind IN ('national_union', 'provincial_union', 'bilateral_association', 'multilateral_association', "
                  "'peace_committee', 'solidarity_committee')",
              {}, org_scope(actor, "o"), " ORDER BY CASE o.kind WHEN 'provincial_union' THEN 0 WHEN 'national_union' THEN 1 ELSE 2 END, o.id", [&](const db::Row& r) {
                out.emplace_back(std::string(r.text(0)), std::string(r.text(1)));
                return true;
              });
  return out;
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
    if (loaded.numbered()) doc::issue(loaded.seal->document, loaded.report.number, loaded.report.signed_on);
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

tl::expected<reg::Saved, Problems> seal_report(db::Tx& tx, const Actor& actor, const fig::Engine& engine, Loaded loaded, std::int64_t version, const Sealing& how) {
  loaded.document.number.clear();  // given by the clerk once the paper is signed, never before
  loaded.document.signed_on = {};
  auto sealed = doc::seal(tx, actor, engine, loaded.document, how.sample_office);
  if (!sealed) return tl::make_unexpected(sealed.error());
  Report& r = loaded.report;
  // The figures of a year stay as they were, printed or not: the term is put together from them.
  if (r.kind == "annual") doc::keep_figures(*sealed, tx, actor, engine, snapshot_asks(engine, loaded.org_code, {r.period_from, r.cutoff ? r.cutoff : r.period_to}));
  r.seal = doc::to_json(*sealed);
  r.seal_hash = sha256_hex(r.seal);
  r.sealed_by = sealed->by;
  r.sealed_on = today();
  r.status = "sealed";
  auto saved = save_report(tx, actor, std::move(loaded), version, "seal", {});
  if (!saved) return saved;
  if (const auto kept = keep_report(tx, actor, saved->id, *sealed, k_sealed); !kept) return tl::make_unexpected(Problems{kept.error()});
  return saved;
}

tl::expected<reg::Saved, Problems> number_report(db::Tx& tx, const Actor& actor, Loaded loaded, std::int64_t version) {
  const auto refused = [](Code code, Text message) { return tl::make_unexpected(Problems{{code, message, {}}}); };
  if (!loaded.sealed()) return refused(Code::conflict, {"Báo cáo chưa niêm phong. Cấp số sau khi người có thẩm quyền đã ký.", "The report is not sealed. It gets its number once it is signed."});
  if (loaded.numbered()) return refused(Code::conflict, {"Báo cáo đã có số.", "The report has its number already."});
  const doc::Document& d = loaded.seal->document;
  std::string recipients;
  for (const auto& line : d.recipients) recipients += (recipients.empty() ? "" : "\n") + line;
  const auto numbered = number_paper(tx, actor, {.org = loaded.report.org.id, .kind = "bc", .title = loaded.report.title, .symbol = d.symbol,
                                                 .signer = d.signer.empty() ? loaded.report.sealed_by : d.signer, .signed_on = loaded.report.sealed_on, .recipients = recipients,
                                                 .report = db::as_int(loaded.cells[reg::k_id]), .confidentiality = loaded.report.confidentiality, .illustrative = loaded.report.illustrative});
  if (!numbered) return tl::make_unexpected(numbered.error());
  loaded.document.number = numbered->number;
  loaded.document.signed_on = numbered->issued_on;
  loaded.report.status = "numbered";
  Actor writing = actor;
  writing.functions.insert(Function::enter);
  doc::Seal issued = *loaded.seal;
  doc::issue(issued.document, numbered->number, numbered->issued_on);
  auto saved = save_report(tx, writing, std::move(loaded), version, "number", {});
  if (!saved) return saved;
  if (const auto kept = keep_report(tx, writing, saved->id, issued, k_issued); !kept) return tl::make_unexpected(Problems{kept.error()});
  return saved;
}

}  // namespace nc::app
