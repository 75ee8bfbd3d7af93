// Register of filings: what one member reports in one campaign, its way from the empty form to acceptance, its waived checks.
#include "app/campaigns/campaign.h"

#include <algorithm>

#include "app/campaigns/rules.h"
#include "app/catalog.h"
#include "app/common/rules.h"
#include "flow/notice.h"

namespace nc::app {

namespace {

struct FilingWaiver : reg::Standard {
  reg::Ref filing;
  std::string rule, subject, reason, waived_by;
};

void check(const Filing& f, Problems& problems) {
  not_in_future(f.filed_on, "filed_on", problems);
  if (f.late_days < 0 || f.returns < 0) complain(problems, "returns", "Số lần không được âm.", "A number of times can't be negative.");
}

/// What holds whatever way a member's person writes (form, spreadsheet, undo): the day is set by those who ask, the day of
/// filing by the clock, returns are never fewer, and what was sent is taken back before it is changed.
Result<bool> members_keep_to_their_part(const reg::SaveContext& save, const Filing* before, Filing& now) {
  if (save.actor.id <= 0 || save.actor.may(Function::check)) return true;
  const std::string action = save.options ? save.options->action : std::string();
  if (action == "open" || action == "remind" || action == "extend" || action == "accept" || action == "return") return true;  // their pages ask for the function
  if (!before)
    return refuse(Code::forbidden, Text("Biểu mẫu của hội do Liên hiệp tạo khi mở đợt báo cáo.", "The Union makes the members' forms when it opens a campaign."));
  if (before->filed() && now.status == before->status)
    return refuse(Code::conflict, Text("Báo cáo đã gửi. Lấy lại để sửa, hoặc nhờ Liên hiệp trả lại.", "It has been sent. Take it back first, or ask the Union to return it."));
  now.due = before->due;
  now.campaign = before->campaign;
  now.from_org = before->from_org;
  now.returns = std::max(now.returns, before->returns);
  if (now.returns > 0 && now.return_reason.empty()) now.return_reason = before->return_reason;
  const bool own = save.actor.org == now.from_org.id;
  if (before->filed_on) now.filed_on = before->filed_on;
  else if (own && now.filed_on) now.filed_on = today();
  return true;
}

/// The days and counts that come with the state. The record is that of the member, whoever writes it down.
Result<bool> keep_days(const reg::SaveContext& save, const Filing* before, Filing& now) {
  if (save.actor.id > 0 && now.from_org.id > 0 && (!before || before->from_org.id != now.from_org.id)) now.org = now.from_org;
  const bool moved = before && before->status != now.status;
  if (now.filed() && !now.filed_on) now.filed_on = today();
  if (moved && now.status == "filed" && before->returns > 0) now.resent_on = today();
  if (moved && now.status == "returned") {
    now.returns = before->returns + 1;
    now.return_reason = save.options ? save.options->reason : std::string();
  }
  if (now.status == "accepted" && !now.accepted_on) now.accepted_on = today();
  if (moved && before->status == "accepted" && now.status != "accepted") now.accepted_on = Date{};
  // Before it was first filed there is nothing that could be late.
  now.late_days = now.filed_on && now.due && now.filed_on > now.due ? now.filed_on.days() - now.due.days() : 0;
  return true;
}

/// The member's people hear what becomes of their report, even when a colleague of the Union filed it for them.
void tell_member(const reg::SaveContext& save, std::int64_t id, const Filing* before, const Filing& now) {
  if (!before || before->status == now.status || save.actor.id <= 0) return;
  const auto hands = flow::hands(save.tx, filing_flow(), id, true);
  const std::string why = now.status == "returned" && !now.return_reason.empty() ? ": " + now.return_reason : ".";
  for (const std::int64_t person : people_of(save.tx, now.from_org.id)) {
    if (person == save.actor.id || hands.contains(person)) continue;  // the flow tells those who had it in hand
    flow::tell(save.tx, person, save.what, id, "filing_" + now.status, save.actor.name,
               {now.title + ": " + filing_states().label(now.status, Lang::vi) + why, now.title + ": " + filing_states().label(now.status, Lang::en) + why});
  }
}

/// Who waives stands there by name; what was accepted stays as it was accepted.
Result<bool> waived_by_whom(const reg::SaveContext& save, const FilingWaiver* before, FilingWaiver& now) {
  if (save.actor.id <= 0 || save.actor.may(Function::check)) return true;
  now.waived_by = before ? before->waived_by : save.actor.name;
  const auto row = save.tx.first("SELECT status FROM filing WHERE id = $1", {now.filing.id});
  if (row && db::as_text((*row)[0]) == "accepted")
    return refuse(Code::conflict, Text("Báo cáo này đã nhận, không bỏ qua thêm gì được.", "This filing is accepted; nothing more can be waived."));
  return true;
}

}  // namespace

const reg::Options& filing_states() {
  static const reg::Options options{{"not_opened", {"chưa mở", "not opened"}},
                                    {"filling", {"đang điền", "being filled in"}},
                                    {"filed", {"đã nộp", "filed"}},
                                    {"returned", {"trả lại", "returned"}},
                                    {"accepted", {"đã nhận", "accepted"}}};
  return options;
}

const reg::Options& filing_channels() {
  static const reg::Options options{{"system", {"trên hệ thống", "in the system"}}, {"behalf", {"Liên hiệp điền giúp", "by a colleague of the Union"}}, {"paper", {"bản giấy", "on paper"}}};
  return options;
}

const reg::Description& filings() {
  static const reg::Description description =
      reg::Register<Filing>("filing", "filings", {"Báo cáo của thành viên", "Filings"}, {"báo cáo thành viên", "filing"})
          .icon("file-description")
          .prefix("BCH")
          .field(&Filing::title, "title", {"Tên", "Title"}, {.required = true, .max = 600, .search = true})
          .field(&Filing::campaign, "campaign", {"Đợt báo cáo", "Campaign"}, {.required = true, .link = "report_campaign", .filter = true})
          .field(&Filing::from_org, "from_org", {"Nơi nộp", "From"}, {.required = true, .link = "organisation", .filter = true})
          .field(&Filing::status, "status", {"Tình trạng", "Status"}, {.required = true, .options = &filing_states(), .filter = true, .preset = "not_opened"})
          .field(&Filing::due, "due", {"Hạn nộp", "Due"}, {.filter = true})
          .field(&Filing::filed_on, "filed_on", {"Ngày nộp", "Filed on"}, {.filter = true})
          .field(&Filing::resent_on, "resent_on", {"Ngày nộp lại", "Sent again on"}, {.read_only = true})
          .field(&Filing::accepted_on, "accepted_on", {"Ngày nhận", "Accepted on"}, {.read_only = true})
          .field(&Filing::reminded_on, "reminded_on", {"Nhắc lần cuối", "Last reminded"}, {.read_only = true})
          .field(&Filing::late_days, "late_days", {"Số ngày chậm", "Days late"}, {.sortable = true, .read_only = true})
          .field(&Filing::returns, "returns", {"Số lần trả lại", "Times returned"}, {.sortable = true, .read_only = true})
          .field(&Filing::return_reason, "return_reason", {"Lý do trả lại", "Why returned"}, {.max = 1000, .search = true, .read_only = true})
          .field(&Filing::channel, "channel", {"Nộp qua", "Channel"}, {.options = &filing_channels(), .filter = true})
          .field(&Filing::filed_by, "filed_by", {"Người nộp", "Filed by"}, {.search = true})
          .field(&Filing::behalf_reason, "behalf_reason", {"Vì sao điền giúp", "Why on its behalf"}, {.search = true})
          .field(&Filing::signer, "signer", {"Người ký", "Signer"}, {.search = true})
          .field(&Filing::narrative, "narrative", {"Việc làm được", "What was done"}, {.long_text = true, .search = true})
          .field(&Filing::difficulties, "difficulties", {"Khó khăn", "Difficulties"}, {.long_text = true, .search = true})
          .field(&Filing::plans, "plans", {"Việc sẽ làm", "What comes next"}, {.long_text = true, .search = true})
          .field(&Filing::proposals, "proposals", {"Kiến nghị, đề xuất", "Proposals"}, {.long_text = true, .search = true})
          .field(&Filing::confirmed, "confirmed", {"Mục đã xác nhận", "Sections confirmed"}, {.options = &form_section_codes()})
          .field(&Filing::doubted, "doubted", {"Mục cần sửa", "Sections to correct"}, {.options = &form_section_codes()})
          .field(&Filing::evidence, "evidence", {"Bản giấy", "The paper"}, {.link = "evidence"})
          .field(&Filing::snapshot, "snapshot", {"Số lúc nộp", "Figures when filed"}, {.max = 2'000'000, .long_text = true, .read_only = true, .inner = true})
          .title("title")
          .date("due")
          .list({"due", "from_org", "campaign", "status", "filed_on", "late_days", "returns", "channel", "signer"})
          .sorted_by("due", true)
          .index({"campaign", "from_org"})
          .index({"org_id", "due"})
          .view({"Chưa nộp", "Not filed"}, "status=not_opened&status=filling&status=returned")
          .view({"Chờ nhận", "To accept"}, "status=filed")
          .view({"Đã nhận", "Accepted"}, "status=accepted")
          .rule(check)
          .before_save(members_keep_to_their_part)
          .before_save(keep_days)
          .after_save(tell_member)
          .guard(flow::guard(filing_flow()))
          .watch(flow::watch(filing_flow()))
          .own_pages()
          .not_in_nav()
          .done();
  return description;
}

const reg::Description& filing_waivers() {
  static const reg::Description description =
      reg::Register<FilingWaiver>("filing_waiver", "filing-waivers", {"Cảnh báo đã bỏ qua", "Waived checks"}, {"cảnh báo bỏ qua", "waived check"})
          .icon("flag")
          .field(&FilingWaiver::filing, "filing", {"Báo cáo", "Filing"}, {.required = true, .link = "filing"})
          .field(&FilingWaiver::rule, "rule", {"Quy tắc", "Rule"}, {.required = true, .options = &filing_rule_codes(), .filter = true})
          .field(&FilingWaiver::subject, "subject", {"Về điều gì", "About"}, {.max = 300, .search = true})
          .field(&FilingWaiver::reason, "reason", {"Lý do bỏ qua", "Why it is waived"}, {.required = true, .max = 1000, .search = true})
          .field(&FilingWaiver::waived_by, "waived_by", {"Người bỏ qua", "Waived by"}, {.search = true})
          .title("reason")
          .list({"filing", "rule", "subject", "reason", "waived_by"})
          .index({"filing"})
          .part_of("filing")
          .before_save(waived_by_whom)
          .done();
  return description;
}

Result<LoadedFiling> load_filing(db::ReadDb& db, const Actor& actor, std::int64_t id) {
  NC_TRY(cells, reg::load(db, filings(), actor, id));
  LoadedFiling out;
  out.filing = reg::from_cells<Filing>(cells);
  out.cells = std::move(cells);
  auto campaign = reg::load(db, report_campaigns(), Actor::system(), out.filing.campaign.id, reg::Hidden::yes);
  if (campaign) out.campaign = reg::from_cells<ReportCampaign>(*campaign);
  if (const auto row = db.first("SELECT code, name, COALESCE(short_name, '') FROM organisation WHERE id = $1", {out.filing.from_org.id})) {
    out.org_code = db::as_text((*row)[0]);
    out.org_name = db::as_text((*row)[1]);
    out.org_short = db::as_text((*row)[2]).empty() ? out.org_name : db::as_text((*row)[2]);
  }
  out.counting.id = -1;
  out.counting.name = out.org_name;
  out.counting.org = out.filing.from_org.id;
  out.counting.org_code = out.org_code;
  out.counting.reach = Reach::own_and_below;
  return out;
}

std::vector<Filing> filings_of(db::ReadDb& db, const Actor& actor, std::int64_t campaign) {
  std::vector<Filing> out;
  reg::ListQuery q;
  q.filters = {{"campaign", std::to_string(campaign)}};
  q.sort = "due";
  q.limit = 500;
  for (const reg::Cells& cells : reg::list(db, filings(), actor, q).rows) out.push_back(reg::from_cells<Filing>(cells));
  std::sort(out.begin(), out.end(), [](const Filing& a, const Filing& b) { return a.id < b.id; });
  return out;
}

bool may_fill(const Actor& actor, const Filing& f) {
  return actor.may(Function::enter) && !actor.preview() && (f.status == "not_opened" || f.status == "filling" || f.status == "returned");
}

bool on_behalf(const Actor& actor, const LoadedFiling& f) { return actor.org != f.filing.from_org.id; }

tl::expected<reg::Saved, Problems> move_filing(db::Tx& tx, const Actor& actor, std::int64_t id, std::int64_t version, const std::string& act, const std::string& reason) {
  return flow::move(tx, catalog(), filings(), filing_flow(), actor, id, version, act, {}, reason);
}

tl::expected<reg::Saved, Problems> save_filing(db::Tx& tx, const Actor& actor, const Filing& filing, const std::string& action, const std::string& reason) {
  Actor writer = actor;
  if (!action.empty()) writer.functions.insert(Function::enter);
  return reg::save(tx, catalog(), filings(), writer, reg::to_cells(filings(), filing), {.reason = reason, .batch = {}, .action = action});
}

std::int64_t days_late(const Filing& f, Date on) {
  if (!f.due) return 0;
  const Date until = f.filed_on ? f.filed_on : on;
  return until > f.due ? until.days() - f.due.days() : 0;
}

const flow::Flow& filing_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "filing",
      .field = "status",
      .entered = {"not_opened", "filling", "filed", "accepted"},
      .waits = {{"filed", {check}}},
      .transitions =
          {{.name = "fill", .label = Text("Bắt đầu điền", "Begin"), .icon = "pencil", .from = {"not_opened"}, .to = "filling"},
           {.name = "file", .label = Text("Ký và gửi", "Sign and send"), .icon = "send", .from = {"not_opened", "filling", "returned"}, .to = "filed"},
           {.name = "take_back", .label = Text("Lấy lại để sửa", "Take back"), .icon = "arrow-back-up", .from = {"filed"}, .to = "filling", .back = true},
           {.name = "accept", .label = Text("Nhận báo cáo", "Accept"), .icon = "check", .from = {"filed"}, .to = "accepted", .who = {check, approve}, .decides = true},
           {.name = "return", .label = Text("Trả lại", "Return"), .icon = "arrow-back-up", .from = {"filed", "accepted"}, .to = "returned", .who = {check, approve},
            .reason = true, .back = true},
           // Acts of those who run the campaign: they leave the state and make nobody a hand in the filing.
           {.name = "open", .label = Text("Mở đợt", "Opened"), .icon = "plus", .from = {}, .to = "not_opened", .who = {check}},
           {.name = "remind", .label = Text("Nhắc nộp", "Reminded"), .icon = "bell", .from = {}, .to = "not_opened", .who = {check}},
           {.name = "extend", .label = Text("Gia hạn", "Extended"), .icon = "calendar-plus", .from = {}, .to = "not_opened", .who = {check}, .reason = true}},
      .clocks = {{.state = "filed", .days = 3, .working = true, .escalates = {approve}}},
      .own_buttons = true};
  return flow;
}

}  // namespace nc::app
