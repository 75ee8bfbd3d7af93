// Remarks on a draft: the register, the secret addresses and what may be done with them.
#include "app/reports/review.h"

#include <set>

#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/reports/text.h"
#include "base/clock.h"
#include "base/hash.h"
#include "base/words.h"
#include "flow/notice.h"

namespace nc::app {

namespace {

constexpr int k_secret_bytes = 32, k_quote = 300, k_rows_looked_at = 5000;
constexpr std::int64_t k_most_days = 60, k_most_remarks = 300;
constexpr Instant k_day_ms = 24LL * 3600 * 1000;

/// Does a figure of the paper count a restricted record? Names of such records never stand in a draft, but their number would.
bool counts_restricted(db::ReadDb& db, const Actor& actor, const fig::Engine& engine, const doc::Document& d) {
  std::map<std::string, std::set<std::int64_t>> found;
  std::set<std::string> asked;
  for (const doc::Token& t : d.tokens) {
    if (t.style == doc::Style::day || !asked.insert(fig::ask_url(t.ask)).second) continue;
    if (auto rows = engine.rows(db, actor, t.ask, k_rows_looked_at))
      for (const fig::Row& r : *rows) found[r.register_name].insert(r.id);
  }
  for (const auto& [name, ids] : found) {
    if (!catalog().find(name)) continue;
    std::string list;
    for (const std::int64_t id : ids) list += (list.empty() ? "" : ",") + std::to_string(id);
    if (db.first(db::Sql::built("SELECT 1 FROM " + name + " WHERE confidentiality = 'restricted' AND id IN (" + list + ") LIMIT 1"))) return true;
  }
  return false;
}

/// What was answered stays as it was said; the answer itself may be thought over.
Result<bool> answered_stays(const reg::SaveContext&, const ReportRemark* before, ReportRemark& now) {
  if (!before || before->verdict == "waiting") return true;
  if (before->text != now.text || before->author != now.author || before->report.id != now.report.id)
    return refuse(Code::forbidden, Text("Góp ý đã trả lời giữ nguyên lời của người góp ý.", "A remark that was answered keeps the words of whoever made it."));
  return true;
}

ReviewLink read_link(const db::Row& r) {
  return {r.integer(0), r.integer(1), r.integer(2), std::string(r.text(3)), std::string(r.text(4)), r.integer(5), r.integer(6), r.integer(7)};
}

}  // namespace

const reg::Options& remark_verdicts() {
  static const reg::Options options{{"waiting", {"chờ trả lời", "waiting"}}, {"taken", {"tiếp thu", "taken"}}, {"not_taken", {"không tiếp thu", "not taken"}}};
  return options;
}

const reg::Description& report_remarks() {
  static const reg::Description description =
      reg::Register<ReportRemark>("report_remark", "report-remarks", {"Góp ý dự thảo báo cáo", "Remarks on draft reports"}, {"góp ý dự thảo", "remark on a draft"})
          .icon("message")
          .prefix("GY")
          .field(&ReportRemark::report, "report", {"Báo cáo", "Report"}, {.required = true, .link = "report"})
          .field(&ReportRemark::sent_on, "sent_on", {"Ngày góp ý", "Sent on"}, {.required = true})
          .field(&ReportRemark::author, "author", {"Người góp ý", "By"}, {.required = true, .max = 120, .search = true, .personal = true})
          .field(&ReportRemark::asked, "asked", {"Gửi xin góp ý", "Asked"}, {.max = 200, .search = true})
          .field(&ReportRemark::text, "text", {"Góp ý", "Remark"}, {.required = true, .max = 2000, .long_text = true, .search = true})
          .field(&ReportRemark::quote, "quote", {"Đoạn được góp ý", "Paragraph"}, {.max = 400, .read_only = true})
          .field(&ReportRemark::block, "block", {"Mã đoạn", "Paragraph id"}, {.max = 80, .read_only = true, .inner = true})
          .field(&ReportRemark::verdict, "verdict", {"Trả lời", "Answer"}, {.options = &remark_verdicts(), .filter = true, .read_only = true, .preset = "waiting"})
          .field(&ReportRemark::reason, "reason", {"Lý do", "Reason"}, {.max = 600, .search = true, .read_only = true})
          .field(&ReportRemark::decided_by, "decided_by", {"Người trả lời", "Answered by"}, {.read_only = true})
          .field(&ReportRemark::decided_on, "decided_on", {"Ngày trả lời", "Answered on"}, {.read_only = true})
          .title("text")
          .date("sent_on")
          .list({"sent_on", "report", "author", "text", "verdict"})
          .index({"report"})
          .sorted_by("sent_on", true)
          .holds({"người góp ý cho dự thảo báo cáo", "people who remark on draft reports"}, {"biết ai góp ý gì và trả lời họ", "to know who remarked what, and to answer them"})
          .before_save(answered_stays)
          .not_in_nav()
          .done();
  return description;
}

std::vector<ReportRemark> remarks_of(db::ReadDb& db, std::int64_t report) {
  std::vector<ReportRemark> out;
  db.each("SELECT id, block, quote, asked, author, text, sent_on, verdict, reason, decided_by, decided_on FROM report_remark WHERE deleted = 0 AND report = $1 ORDER BY id", {report}, [&](const db::Row& r) {
    ReportRemark m;
    m.id = r.integer(0);
    m.report.id = report;
    m.block = r.text(1);
    m.quote = r.text(2);
    m.asked = r.text(3);
    m.author = r.text(4);
    m.text = r.text(5);
    m.sent_on = Date::from_iso(r.text(6)).value_or(Date{});
    m.verdict = r.text(7);
    m.reason = r.text(8);
    m.decided_by = r.text(9);
    m.decided_on = Date::from_iso(r.text(10)).value_or(Date{});
    out.push_back(std::move(m));
    return true;
  });
  return out;
}

bool ReviewLink::good() const { return revoked_at == 0 && now() < expires_at; }

std::vector<ReviewLink> review_links(db::ReadDb& db, std::int64_t report) {
  std::vector<ReviewLink> out;
  db.each("SELECT id, report_id, made_by, asked, made_by_name, created_at, expires_at, revoked_at FROM report_share WHERE report_id = $1 ORDER BY id DESC", {report}, [&](const db::Row& r) {
    out.push_back(read_link(r));
    return true;
  });
  return out;
}

std::optional<ReviewLink> link_of_secret(db::ReadDb& db, std::string_view secret) {
  std::optional<ReviewLink> out;
  db.each("SELECT id, report_id, made_by, asked, made_by_name, created_at, expires_at, revoked_at FROM report_share WHERE token_hash = $1", {sha256_hex(secret)}, [&](const db::Row& r) {
    out = read_link(r);
    return true;
  });
  return out && out->good() ? out : std::nullopt;
}

Result<std::string> make_review_link(db::Tx& tx, const Actor& actor, const fig::Engine& engine, const Loaded& loaded, const std::string& asked, std::int64_t days) {
  if (asked.empty()) return refuse(Code::invalid, Text("Ghi gửi cho ai: tên người hoặc cơ quan góp ý.", "Say whom it is sent to: a person or an office."), "asked");
  if (days < 1 || days > k_most_days) return refuse(Code::invalid, Text("Đường dẫn dùng được từ 1 đến 60 ngày.", "The address holds for 1 to 60 days."), "days");
  if (loaded.sealed()) return refuse(Code::conflict, Text("Báo cáo đã niêm phong, không xin góp ý nữa.", "The report is sealed: there is nothing to remark on."));
  if (loaded.report.confidentiality == "restricted" || counts_restricted(tx, actor, engine, loaded.document))
    return refuse(Code::forbidden, Text("Báo cáo có nội dung hạn chế, không gửi ra ngoài bằng đường dẫn được. Bỏ con số ấy khỏi dự thảo, hoặc xin góp ý bằng bản giấy.",
                                        "The report has restricted content and can't be sent out by an address. Take those figures out of the draft, or ask for remarks on paper."));
  const std::string secret = random_token(k_secret_bytes);
  tx.exec("INSERT INTO report_share (report_id, token_hash, asked, made_by, made_by_name, created_at, expires_at, revoked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
          {db::as_int(loaded.cells[reg::k_id]), sha256_hex(secret), asked, actor.id, actor.name, now(), now() + days * k_day_ms});
  return secret;
}

Result<std::int64_t> write_remark(db::Tx& tx, const ReviewLink& link, const Loaded& loaded, const std::string& block, const std::string& author, const std::string& text) {
  if (loaded.sealed()) return refuse(Code::conflict, Text("Báo cáo đã niêm phong, không nhận góp ý nữa.", "The report is sealed and takes no more remarks."));
  if (author.empty()) return refuse(Code::invalid, Text("Ghi họ tên người góp ý.", "Give your name."), "author");
  if (text.empty()) return refuse(Code::invalid, Text("Ghi lời góp ý.", "Write your remark."), "text");
  doc::Document document = loaded.document;
  const doc::Block* at = document.find_block(block);
  if (!at) return refuse(Code::conflict, Text("Đoạn này vừa được bỏ khỏi dự thảo. Lời góp ý còn trong ô: gửi ở một đoạn khác.", "The paragraph was just taken out of the draft. Your words are still in the box: send them at another one."), "text");
  if (tx.integer("SELECT COUNT(*) FROM report_remark WHERE report = $1", {link.report}) >= k_most_remarks)
    return refuse(Code::too_large, Text("Dự thảo này đã nhận quá nhiều góp ý. Gửi cho người soạn bằng cách khác.", "This draft has had too many remarks. Reach its writer in another way."), "text");
  const reg::Description& d = report_remarks();
  reg::Cells cells = fresh_record(d, loaded.report.org.id, loaded.report.illustrative);
  const auto put = [&](const char* column, db::Value value) { cells.at(static_cast<std::size_t>(d.column(column))) = std::move(value); };
  put("report", link.report);
  put("block", block);
  put("quote", shortened(resolved(at->text, doc::shown_last(document)), k_quote));
  put("asked", link.asked);
  put("author", author);
  put("text", text);
  put("sent_on", today().iso());
  put("verdict", std::string("waiting"));
  auto saved = reg::save(tx, catalog(), d, Actor::system(), std::move(cells), {.reason = "góp ý qua đường dẫn", .batch = {}, .action = "remark"});
  if (!saved) return tl::make_unexpected(saved.error().front());
  if (link.made_by > 0)
    flow::tell(tx, link.made_by, reports(), link.report, "remark", author, {author + " góp ý cho " + loaded.report.title + ".", author + " remarked on " + loaded.report.title + "."});
  return saved->id;
}

Result<bool> decide_remark(db::Tx& tx, const Actor& actor, std::int64_t report, std::int64_t remark, const std::string& verdict, const std::string& reason) {
  NC_TRY(cells, reg::load(tx, report_remarks(), actor, remark));
  ReportRemark m = reg::from_cells<ReportRemark>(cells);
  if (m.report.id != report) return refuse(Code::not_found, Text("Góp ý này không thuộc báo cáo.", "The remark is of another report."));
  if (verdict != "taken" && verdict != "not_taken") return refuse(Code::invalid, Text("Chọn tiếp thu hoặc không tiếp thu.", "Choose taken or not taken."), "verdict");
  if (verdict == "not_taken" && reason.empty()) return refuse(Code::invalid, Text("Không tiếp thu thì ghi lý do, để người góp ý biết vì sao.", "Not taken needs a reason, so that whoever remarked knows why."), "reason");
  m.verdict = verdict;
  m.reason = reason;
  m.decided_by = actor.name;
  m.decided_on = today();
  auto saved = reg::save(tx, catalog(), report_remarks(), actor, reg::to_cells(report_remarks(), m), {.reason = {}, .batch = {}, .action = verdict});
  if (!saved) return tl::make_unexpected(saved.error().front());
  return true;
}

}  // namespace nc::app
