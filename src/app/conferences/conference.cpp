// Registers of international conferences, of the agencies that were consulted, and of the papers read there.
#include "app/common/lists.h"
#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/conferences/panels.h"
#include "app/conferences/public.h"
#include "app/conferences/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Conference : reg::Standard {
  std::string title, title_en, kind = "seminar", status = "drafting", format = "onsite", organiser, objective, content;
  Date from_date, to_date;
  std::string place, survey_places;
  reg::Count vn_people, foreign_people;
  reg::Codes countries;
  std::string top_rank;
  reg::Codes topics;
  reg::Refs joint;
  reg::Ref funder;
  std::string cost_source;
  reg::MoneyValue cost;
  std::string origin, authority;
  Date latest_filing, filed_on;
  std::string permission_no;
  Date permission_date;
  std::string press_plan, result;
  Date report_due, report_sent;
  reg::Ref aid;
};

struct Opinion : reg::Standard {
  reg::Ref conference;
  std::string agency;
  Date sent_on, due_on, answered_on;
  std::string verdict, summary;
};

struct Paper : reg::Standard {
  reg::Ref conference;
  std::string title, author, reviewed_by, status = "received";
};

const reg::Options& kinds() {
  static const reg::Options options{{"conference", {"hội nghị", "conference"}}, {"seminar", {"hội thảo", "seminar"}}, {"forum", {"diễn đàn", "forum"}}, {"training", {"tập huấn có yếu tố nước ngoài", "training with a foreign element"}}};
  return options;
}

const reg::Options& states() {
  static const reg::Options options{{"drafting", {"đang lập hồ sơ", "drafting"}}, {"submitted", {"đã nộp hồ sơ", "submitted"}}, {"consulting", {"đang lấy ý kiến", "consulting"}}, {"permitted", {"được phép", "permitted"}},
                                    {"refused", {"không được phép", "refused"}},  {"held", {"đã tổ chức", "held"}},            {"reported", {"đã báo cáo", "reported"}},           {"changed", {"thay đổi, phải xin lại", "changed: must ask again"}},
                                    {"cancelled", {"đã hủy", "cancelled"}}};
  return options;
}

const reg::Options& authorities() {
  static const reg::Options options{{"prime_minister", {"Thủ tướng Chính phủ", "Prime Minister"}}, {"province_chair", {"Chủ tịch UBND tỉnh, thành phố", "chair of the province"}}, {"ministry", {"bộ, ngành", "ministry"}}};
  return options;
}

const reg::Options& ranks() {
  static const reg::Options options{{"minister", {"bộ trưởng, tương đương trở lên", "minister or above"}}, {"vice_minister", {"thứ trưởng, lãnh đạo tỉnh", "vice minister, province leader"}}, {"ambassador", {"đại sứ, tổng lãnh sự", "ambassador, consul general"}},
                                    {"expert", {"chuyên gia, học giả", "experts, scholars"}},            {"people", {"nhân dân, hội viên", "people, members"}}};
  return options;
}

/// Topics for which the Prime Minister permits (Decision 06/2020/QĐ-TTg).
const reg::Options& topics() {
  static const reg::Options options{{"sovereignty", {"chủ quyền", "sovereignty"}}, {"security", {"an ninh", "security"}}, {"defence", {"quốc phòng", "defence"}},        {"ethnic", {"dân tộc", "ethnic affairs"}},
                                    {"religion", {"tôn giáo", "religion"}},        {"human_rights", {"nhân quyền", "human rights"}}, {"state_secret", {"bí mật nhà nước", "state secrets"}}};
  return options;
}

const reg::Options& verdicts() {
  static const reg::Options options{{"agrees", {"đồng ý", "agrees"}}, {"conditions", {"đồng ý kèm điều kiện", "agrees on conditions"}}, {"objects", {"không đồng ý", "objects"}}, {"none", {"không có ý kiến", "no opinion"}}};
  return options;
}

const reg::Options& paper_states() {
  static const reg::Options options{{"received", {"đã nhận", "received"}}, {"reviewed", {"đã thẩm định", "reviewed"}}, {"accepted", {"được trình bày", "accepted"}}, {"rejected", {"không dùng", "rejected"}}};
  return options;
}

void check(const Conference& c, Problems& problems) {
  not_before(c.from_date, c.to_date, "to_date", problems);
  if (c.status == "held" || c.status == "reported") not_in_future(c.from_date, "from_date", problems);
  not_in_future(c.filed_on, "filed_on", problems);
  not_absurd(c.foreign_people, 100'000, "foreign_people", problems);
  not_absurd(c.vn_people, 100'000, "vn_people", problems);
  if (!c.topics.empty() && c.authority != "prime_minister" && !c.authority.empty())
    complain(problems, "authority", "Chủ đề này do Thủ tướng Chính phủ cho phép. Chọn Thủ tướng, hoặc để trống cho máy xác định.", "The Prime Minister permits such topics. Choose so, or leave it empty to be worked out.");
}

/// Who permits, by when the file must be in, by when the report is due: from the days and the rule that holds then.
Result<bool> work_out_days(const reg::SaveContext& save, const Conference* before, Conference& now) {
  const bool moved = !before || before->top_rank != now.top_rank || before->topics != now.topics;
  if (now.authority.empty() || (moved && before && before->authority == now.authority)) now.authority = permitting_authority(now.top_rank, !now.topics.empty());
  const ConferenceRule rule = conference_rule_on(save.tx, now.from_date);
  now.latest_filing = now.from_date.plus_days(-(now.authority == "prime_minister" ? rule.days_prime_minister : rule.days));
  now.report_due = (now.to_date ? now.to_date : now.from_date).plus_days(rule.report_days);
  return true;
}

void check_opinion(const Opinion& o, Problems& problems) {
  not_before(o.sent_on, o.answered_on, "answered_on", problems);
  not_in_future(o.answered_on, "answered_on", problems);
  if (!o.verdict.empty() && !o.answered_on) complain(problems, "answered_on", "Đã có ý kiến thì ghi ngày trả lời.", "There is an answer: state its day.");
}

/// Agencies answer within fifteen days.
Result<bool> due_of_opinion(const reg::SaveContext& save, const Opinion* before, Opinion& now) {
  if (now.sent_on && (!now.due_on || (before && before->sent_on != now.sent_on && before->due_on == now.due_on))) now.due_on = now.sent_on.plus_days(conference_rule_on(save.tx, now.sent_on).opinion_days);
  return true;
}

}  // namespace

const reg::Description& conferences() {
  static const reg::Description description =
      reg::Register<Conference>("conference", "conferences", {"Hội thảo quốc tế", "International conferences"}, {"hội nghị, hội thảo quốc tế", "international conference"})
          .icon("presentation")
          .prefix("HT")
          .field(&Conference::title, "title", {"Tên hội nghị, hội thảo", "Title"}, {.required = true, .search = true, .sortable = true, .section = Text{"Hội nghị, hội thảo", "Conference"}})
          .field(&Conference::title_en, "title_en", {"Tên bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Conference::kind, "kind", {"Loại", "Kind"}, {.required = true, .options = &kinds(), .filter = true, .preset = "seminar"})
          .field(&Conference::format, "format", {"Hình thức", "Format"}, {.options = &formats(), .filter = true, .preset = "onsite"})
          .field(&Conference::status, "status", {"Trạng thái", "Status"}, {.required = true, .options = &states(), .filter = true, .preset = "drafting"})
          .field(&Conference::from_date, "from_date", {"Từ ngày", "From"}, {.required = true, .filter = true})
          .field(&Conference::to_date, "to_date", {"Đến ngày", "To"}, {})
          .field(&Conference::place, "place", {"Nơi tổ chức", "Place"}, {.search = true})
          .field(&Conference::survey_places, "survey_places", {"Nơi khảo sát, tham quan", "Places visited"}, {.search = true})
          .field(&Conference::organiser, "organiser", {"Đơn vị tổ chức", "Organiser"}, {.search = true})
          .field(&Conference::joint, "joint", {"Đơn vị phối hợp", "Joint organisations"}, {.link = "organisation"})
          .field(&Conference::objective, "objective", {"Lý do, mục đích", "Reason and purpose"}, {.long_text = true, .search = true, .section = Text{"Đề án", "Scheme"}})
          .field(&Conference::content, "content", {"Nội dung, chương trình", "Content and agenda"}, {.long_text = true, .search = true})
          .field(&Conference::origin, "origin", {"Nguồn gốc", "Origin"}, {.search = true, .hint = Text{"Sáng kiến, lời mời, hợp phần của dự án", "Own initiative, invitation, part of a project"}})
          .field(&Conference::countries, "countries", {"Nước có đại biểu", "Countries"}, {.options = &countries(), .filter = true, .section = Text{"Đại biểu và chủ đề", "Participants and topics"}})
          .field(&Conference::vn_people, "vn_people", {"Đại biểu Việt Nam", "Vietnamese delegates"}, {.unit = Text{"người", "people"}})
          .field(&Conference::foreign_people, "foreign_people", {"Đại biểu quốc tế", "Foreign delegates"}, {.sortable = true, .unit = Text{"người", "people"}})
          .field(&Conference::top_rank, "top_rank", {"Cấp cao nhất phía nước ngoài", "Highest foreign rank"}, {.options = &ranks()})
          .field(&Conference::topics, "topics", {"Chủ đề phải trình Thủ tướng", "Topics for the Prime Minister"}, {.options = &topics(), .filter = true})
          .field(&Conference::authority, "authority", {"Cấp cho phép", "Who permits"}, {.options = &authorities(), .filter = true, .hint = Text{"Để trống: máy xác định theo cấp khách và chủ đề", "Empty: worked out from rank and topics"}, .section = Text{"Xin phép", "Permission"}})
          .field(&Conference::latest_filing, "latest_filing", {"Nộp hồ sơ chậm nhất", "File in by"}, {.filter = true, .read_only = true})
          .field(&Conference::filed_on, "filed_on", {"Nộp hồ sơ ngày", "Filed on"}, {.filter = true})
          .field(&Conference::permission_no, "permission_no", {"Văn bản cho phép", "Permission"}, {.search = true})
          .field(&Conference::permission_date, "permission_date", {"Ngày cho phép", "Permitted on"}, {})
          .field(&Conference::funder, "funder", {"Bên nước ngoài tài trợ", "Foreign funder"}, {.link = "partner", .filter = true, .section = Text{"Kinh phí", "Cost"}})
          .field(&Conference::cost, "cost", {"Kinh phí", "Cost"}, {})
          .field(&Conference::cost_source, "cost_source", {"Nguồn", "Source"}, {.options = &cost_sources()})
          .field(&Conference::aid, "aid", {"Thuộc khoản viện trợ", "Of the aid item"}, {.link = "aid"})
          .field(&Conference::press_plan, "press_plan", {"Thông tin báo chí", "Press"}, {.long_text = true})
          .field(&Conference::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true, .section = Text{"Kết quả, báo cáo", "Result and report"}})
          .field(&Conference::report_due, "report_due", {"Hạn báo cáo", "Report due"}, {.filter = true, .read_only = true})
          .field(&Conference::report_sent, "report_sent", {"Gửi báo cáo ngày", "Report sent"}, {.filter = true})
          .title("title", "title_en")
          .date("from_date")
          .country("countries")
          .list({"from_date", "title", "authority", "latest_filing", "foreign_people", "status"})
          .sorted_by("from_date", true)
          .index({"org_id", "from_date"})
          .condition("filing_due", {"phải nộp hồ sơ", "file due"}, "{t}.status IN ('drafting', 'changed') AND {t}.latest_filing <= '{soon}'")
          .condition("late_report", {"quá hạn báo cáo", "report overdue"}, "{t}.status = 'held' AND {t}.report_due < '{today}'")
          .view({"Phải nộp hồ sơ", "Files due"}, "is=filing_due")
          .view({"Đang xin phép", "Permission asked"}, "status=submitted&status=consulting")
          .view({"Quá hạn báo cáo", "Report overdue"}, "is=late_report")
          .panel(reg::PanelPlace::top, filing_notice)
          .panel(reg::PanelPlace::main, opinions_panel)
          .panel(reg::PanelPlace::main, conference_papers_panel)
          .panel(reg::PanelPlace::side, conference_files_panel)
          .rule(check)
          .before_save(work_out_days)
          .guard(flow::guard(conference_flow()))
          .watch(flow::watch(conference_flow()))
          .done();
  return description;
}

const reg::Description& conference_opinions() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Opinion>("conference_opinion", "conference-opinions", {"Ý kiến cơ quan", "Opinions of agencies"}, {"ý kiến cơ quan", "opinion of an agency"})
          .icon("message-question")
          .field(&Opinion::conference, "conference", {"Hội nghị, hội thảo", "Conference"}, {.required = true, .link = "conference", .filter = true})
          .field(&Opinion::agency, "agency", {"Cơ quan được hỏi", "Agency"}, {.required = true, .search = true})
          .field(&Opinion::sent_on, "sent_on", {"Hỏi ngày", "Asked on"}, {.filter = true})
          .field(&Opinion::due_on, "due_on", {"Hạn trả lời", "Answer due"}, {.filter = true, .hint = Text{"Để trống: 15 ngày sau ngày hỏi", "Empty: 15 days after"}})
          .field(&Opinion::answered_on, "answered_on", {"Trả lời ngày", "Answered on"}, {})
          .field(&Opinion::verdict, "verdict", {"Ý kiến", "Opinion"}, {.options = &verdicts(), .filter = true})
          .field(&Opinion::summary, "summary", {"Nội dung", "In short"}, {.search = true})
          .title("agency")
          .date("sent_on")
          .list({"agency", "sent_on", "due_on", "answered_on", "verdict"})
          .sorted_by("sent_on")
          .index({"conference"})
          .part_of("conference")
          .rule(check_opinion)
          .before_save(due_of_opinion)
          .done());
  return description;
}

const reg::Description& conference_papers() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Paper>("conference_paper", "conference-papers", {"Tham luận", "Papers read"}, {"tham luận", "paper"})
          .icon("file-text")
          .holds({"tác giả tham luận", "authors of papers"}, {"thẩm định nội dung, in kỷ yếu", "review and proceedings"})
          .field(&Paper::conference, "conference", {"Hội nghị, hội thảo", "Conference"}, {.required = true, .link = "conference", .filter = true})
          .field(&Paper::title, "title", {"Tên tham luận", "Title"}, {.required = true, .search = true})
          .field(&Paper::author, "author", {"Tác giả", "Author"}, {.search = true, .personal = true})
          .field(&Paper::reviewed_by, "reviewed_by", {"Người thẩm định", "Reviewed by"}, {.search = true, .personal = true})
          .field(&Paper::status, "status", {"Tình trạng", "Status"}, {.options = &paper_states(), .filter = true, .preset = "received"})
          .title("title")
          .list({"title", "author", "reviewed_by", "status"})
          .sorted_by("title")
          .index({"conference"})
          .part_of("conference")
          .done());
  return description;
}

const flow::Flow& conference_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "conference",
      .field = "status",
      .entered = {"drafting", "held", "reported"},
      .waits = {{"submitted", {check, approve}}, {"consulting", {check, approve}}},
      .transitions =
          {{.name = "file", .label = Text("Nộp hồ sơ xin phép", "File for permission"), .icon = "send", .from = {"drafting", "changed"}, .to = "submitted", .asks = {"filed_on"}, .stamps = {"filed_on"}},
           {.name = "consult", .label = Text("Lấy ý kiến các cơ quan", "Consult agencies"), .icon = "messages", .from = {"submitted"}, .to = "consulting"},
           {.name = "permit", .label = Text("Được phép", "Permitted"), .icon = "rubber-stamp", .from = {"submitted", "consulting"}, .to = "permitted", .who = {check, approve}, .asks = {"permission_no", "permission_date"}, .needs = {"permission_no", "permission_date"}},
           {.name = "refuse", .label = Text("Không được phép", "Refused"), .icon = "ban", .from = {"submitted", "consulting"}, .to = "refused", .who = {check, approve}, .reason = true, .back = true},
           {.name = "change", .label = Text("Thay đổi, xin lại", "Changed, ask again"), .icon = "refresh", .from = {"submitted", "consulting", "permitted"}, .to = "changed", .reason = true, .back = true, .clears = {"filed_on"}},
           {.name = "hold", .label = Text("Đã tổ chức", "Held"), .icon = "flag", .from = {"permitted"}, .to = "held", .asks = {"vn_people", "foreign_people"}, .needs = {"foreign_people"}},
           {.name = "report", .label = Text("Đã gửi báo cáo", "Reported"), .icon = "file-text", .from = {"held"}, .to = "reported", .asks = {"result", "report_sent"}, .needs = {"result"}, .stamps = {"report_sent"}},
           {.name = "cancel", .label = Text("Hủy", "Cancel"), .icon = "ban", .from = {"drafting", "submitted", "consulting", "permitted", "changed"}, .to = "cancelled", .reason = true, .back = true}},
      .clocks = {{.state = "drafting", .days = 30, .due_field = "latest_filing", .always = true, .escalates = {check}},
                 {.state = "changed", .days = 5, .due_field = "latest_filing", .always = true},
                 {.state = "consulting", .days = 15},
                 {.state = "held", .days = 15, .due_field = "report_due", .always = true, .escalates = {check}}}};
  return flow;
}

}  // namespace nc::app
