// Register of delegations: incoming visitors and outgoing travellers, one row a visit.
#include "app/common/lists.h"
#include "app/common/rules.h"
#include "app/delegations/lists.h"
#include "app/delegations/public.h"
#include "app/delegations/settled.h"
#include "app/gifts/public.h"
#include "app/reference/public.h"
#include "base/clock.h"

namespace nc::app {

namespace {

struct Delegation : reg::Standard {
  std::string direction = "in", title, title_en;
  reg::Codes countries;
  std::string visited_city;
  reg::Ref partner;
  std::string lead_org_text;
  Date from_date, to_date;
  reg::Count members;
  std::string head, level, purpose;
  reg::Ref occasion;
  std::string host_role;
  reg::Refs joint;
  std::string place, programme, result, status = "completed", decision_no;
  Date decision_date, report_due, report_sent;
  std::string cost_source;
  reg::MoneyValue cost;
  reg::Ref aid, agreement, same_as;
};

bool is_over(const Delegation& d) { return d.status == "completed" || d.status == "reported"; }

void check(const Delegation& d, Problems& problems) {
  not_before(d.from_date, d.to_date, "to_date", problems);
  if (d.countries.empty()) complain(problems, "countries", "Chọn ít nhất một nước.", "Choose at least one country.");
  if (is_over(d)) not_in_future(d.to_date ? d.to_date : d.from_date, d.to_date ? "to_date" : "from_date", problems);
  not_absurd(d.members, 5000, "members", problems);
  if (d.from_date && d.to_date && d.from_date.plus_days(400) < d.to_date)
    complain(problems, "to_date", "Chuyến thăm dài hơn một năm. Kiểm tra lại năm của ngày kết thúc.",
             "The visit lasts more than a year. Check the year of its last day.");
  if (d.id != 0 && d.same_as.id == d.id)
    complain(problems, "same_as", "Một đoàn không thể trùng với chính nó. Chọn đoàn khác hoặc bỏ trống.",
             "A delegation can't be the same as itself. Choose another or leave it empty.");
  if (d.status == "reported" && !d.report_sent)
    complain(problems, "report_sent", "Đoàn đã báo cáo cần ngày gửi báo cáo.",
             "A reported delegation needs the day its report was sent.");
}

/// When a visit ends, the day by which its result is to be reported is written down: lists, figures and the calendar read it.
Result<bool> set_report_due(const reg::SaveContext& save, const reg::Cells* before, reg::Cells& now) {
  const auto at = [&](const char* column) { return static_cast<std::size_t>(save.what.column(column)); };
  const bool ends = before && db::as_text((*before)[at("status")]) != "completed" && db::as_text(now[at("status")]) == "completed";
  if (!ends || !db::as_text(now[at("report_due")]).empty()) return true;
  const Date due = flow::due_day(delegation_flow(), save.what, now, today(), true);
  if (due) now[at("report_due")] = due.iso();
  return true;
}

}  // namespace

const reg::Description& delegations() {
  static const reg::Description description =
      reg::Register<Delegation>("delegation", "delegations", {"Đoàn vào – đoàn ra", "Delegations"},
                                {"đoàn", "delegation"})
          .icon("arrows-left-right")
          .holds({"trưởng đoàn", "heads of delegations"}, {"đón, làm việc và báo cáo về đoàn", "receiving, working with and reporting on delegations"})
          .prefix("DV")
          .field(&Delegation::direction, "direction", {"Hướng đi", "Direction"},
                 {.required = true,
                  .options = &directions(),
                  .filter = true,
                  .hint = Text{"Đoàn vào: bạn quốc tế đến. Đoàn ra: ta đi thăm bạn",
                               "Incoming: friends come to us. Outgoing: we go to them"},
                  .section = Text{"Hướng đi", "Direction"},
                  .preset = "in",
                  .arrows = true})
          .field(&Delegation::title, "title", {"Tên đoàn", "Delegation name"},
                 {.required = true,
                  .search = true,
                  .sortable = true,
                  .section = Text{"Đoàn và nơi đến", "Delegation and destination"}})
          .field(
              &Delegation::title_en, "title_en", {"Tên đoàn bằng tiếng Anh", "Name in English"},
              {.search = true, .hint = Text{"Dùng cho thư mời và bản tiếng Anh", "For invitations and English pages"}})
          .field(&Delegation::countries, "countries", {"Nước", "Countries"},
                 {.required = true,
                  .options = &nc::app::countries(),
                  .filter = true,
                  .hint = Text{"Đoàn nhiều nước: chọn đủ các nước; tổng số vẫn đếm một đoàn",
                               "A mixed delegation: choose all countries; it still counts once"}})
          .field(&Delegation::visited_city, "visited_city", {"Tỉnh, thành phố (nước ngoài)", "Province or city abroad"},
                 {.search = true, .width = "half"})
          .field(&Delegation::partner, "partner", {"Đối tác", "Partner"}, {.link = "partner", .filter = true})
          .field(
              &Delegation::lead_org_text, "lead_org_text", {"Cơ quan, tổ chức cử đoàn", "Sending organisation"},
              {.search = true, .hint = Text{"Khi chưa có trong sổ đối tác", "When it is not in the partner register"}})
          .field(&Delegation::from_date, "from_date", {"Từ ngày", "From"},
                 {.required = true,
                  .filter = true,
                  .section = Text{"Thời gian và thành phần", "Dates and people"},
                  .preset = "today"})
          .field(&Delegation::to_date, "to_date", {"Đến ngày", "To"},
                 {.hint = Text{"Để trống khi đi trong ngày", "Leave empty for one day"}})
          .field(&Delegation::members, "members", {"Số người", "People"},
                 {.sortable = true,
                  .hint = Text{"Lượt khách của đoàn vào, số người đi của đoàn ra",
                               "Visitors of an incoming, travellers of an outgoing delegation"},
                  .unit = Text{"người", "people"},
                  .width = "third"})
          .field(&Delegation::head, "head", {"Trưởng đoàn", "Head of delegation"}, {.search = true, .personal = true, .width = "half"})
          .field(&Delegation::level, "level", {"Cấp của đoàn", "Level"},
                 {.options = &protocol_levels(), .filter = true})
          .field(&Delegation::purpose, "purpose", {"Mục đích", "Purpose"},
                 {.options = &delegation_purposes(), .filter = true})
          .field(&Delegation::occasion, "occasion", {"Dịp", "Occasion"}, {.link = "occasion"})
          .field(&Delegation::host_role, "host_role", {"Vai trò của đơn vị", "Our role"},
                 {.options = &host_roles(),
                  .filter = true,
                  .hint = Text{"Chủ trì khác với tham gia cùng lãnh đạo thành phố",
                               "Hosting differs from taking part with the city's leaders"},
                  .section = Text{"Đón tiếp, kết quả", "Hosting and result"},
                  .preset = "lead_host"})
          .field(&Delegation::joint, "joint", {"Đơn vị phối hợp", "Joint hosts"}, {.link = "organisation"})
          .field(&Delegation::place, "place", {"Nơi làm việc", "Place"}, {.search = true})
          .field(&Delegation::programme, "programme", {"Nội dung, chương trình", "Programme"},
                 {.long_text = true, .search = true})
          .field(&Delegation::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .field(&Delegation::status, "status", {"Trạng thái", "Status"},
                 {.required = true,
                  .options = &delegation_states(),
                  .filter = true,
                  .section = Text{"Thủ tục và kinh phí", "Procedure and cost"},
                  .preset = "completed"})
          .field(&Delegation::decision_no, "decision_no", {"Quyết định, văn bản đồng ý", "Decision"},
                 {.search = true, .hint = Text{"Ví dụ: 215/QĐ-UBND", "For example: 215/QĐ-UBND"}})
          .field(&Delegation::decision_date, "decision_date", {"Ngày quyết định", "Decided on"}, {})
          .field(&Delegation::report_due, "report_due", {"Hạn báo cáo", "Report due"}, {.filter = true})
          .field(&Delegation::report_sent, "report_sent", {"Ngày gửi báo cáo", "Report sent"}, {.filter = true})
          .field(&Delegation::cost_source, "cost_source", {"Nguồn kinh phí", "Paid by"},
                 {.options = &cost_sources(), .filter = true})
          .field(&Delegation::cost, "cost", {"Kinh phí", "Cost"}, {})
          .field(&Delegation::aid, "aid", {"Khoản viện trợ liên quan", "Related aid"},
                 {.link = "aid", .section = Text{"Liên quan", "Related"}})
          .field(&Delegation::agreement, "agreement", {"Thỏa thuận liên quan", "Related agreement"},
                 {.link = "agreement"})
          .field(&Delegation::same_as, "same_as", {"Cùng một việc với", "Same visit as"},
                 {.link = "delegation",
                  .hint = Text{"Khi hai đơn vị cùng ghi một đoàn: con số cấp trên chỉ đếm một lần",
                               "When two organisations recorded one visit: it counts once above them"}})
          .title("title", "title_en")
          .date("from_date")
          .country("countries")
          .subtitle("programme")
          .split("direction")
          .list({"from_date", "direction", "title", "countries", "members", "org", "purpose"})
          .sorted_by("from_date", true)
          .index({"org_id", "from_date"})
          .index({"direction", "from_date"})
          .condition("no_evidence", {"thiếu chứng cứ", "without evidence"},
                     "NOT EXISTS (SELECT 1 FROM evidence_span s WHERE s.deleted = 0 AND s.register_name = 'delegation' "
                     "AND s.record_id = {t}.id)")
          .condition("late_report", {"quá hạn báo cáo", "report overdue"},
                     "{t}.status = 'completed' AND {t}.report_sent IS NULL AND {t}.report_due < '{today}'")
          .view({"Đoàn vào", "Incoming"}, "direction=in")
          .view({"Đoàn ra", "Outgoing"}, "direction=out")
          .view({"Thiếu chứng cứ", "No evidence"}, "is=no_evidence")
          .view({"Quá hạn báo cáo", "Report overdue"}, "is=late_report")
          .view({"Đang chờ", "Waiting"}, "status=proposed&status=appraising&status=approved&status=scheduled")
          .panel(reg::PanelPlace::top, settled_panel)
          .panel(reg::PanelPlace::main, programme_panel)
          .panel(reg::PanelPlace::main, members_panel)
          .panel(reg::PanelPlace::main, gifts_panel)
          .panel(reg::PanelPlace::side, papers_panel)
          .rule(check)
          .guard(flow::guard(delegation_flow()))
          .guard(ask_again)
          .guard(set_report_due)
          .watch(flow::watch(delegation_flow()))
          .watch(due_before_it_begins)
          .done();
  return description;
}

}  // namespace nc::app
