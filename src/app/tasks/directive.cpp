// Register of directives and conclusions: what a superior said, who carries it out, what was reported back.
#include "app/common/rules.h"
#include "app/tasks/lists.h"
#include "app/tasks/public.h"

namespace nc::app {

namespace {

struct Directive : reg::Standard {
  std::string title, issuer, occasion;
  reg::Ref meeting;
  std::string doc_no;
  Date date;
  std::string text;
  Date due;
  std::string status = "received", response, response_doc;
  Date reported_on;
};

bool told_back(const Directive& d) { return d.status == "reported_back" || d.status == "closed"; }

void check(const Directive& d, Problems& problems) {
  not_in_future(d.date, "date", problems);
  not_before(d.date, d.due, "due", problems);
  not_before(d.date, d.reported_on, "reported_on", problems);
  if (told_back(d) && d.response.empty())
    complain(problems, "response", "Ý kiến đã báo cáo lại cần nội dung báo cáo.", "A directive that was reported back on needs the report.");
}

}  // namespace

const reg::Options& directive_states() {
  static const reg::Options options{{"received", {"mới nhận", "received"}},
                                    {"assigned", {"đã giao việc", "assigned"}},
                                    {"doing", {"đang thực hiện", "under way"}},
                                    {"reported_back", {"đã báo cáo lại", "reported back"}},
                                    {"closed", {"đã khép", "closed"}}};
  return options;
}

const reg::Description& directives() {
  static const reg::Description description =
      reg::Register<Directive>("directive", "directives", {"Ý kiến chỉ đạo, kết luận", "Directives"}, {"ý kiến chỉ đạo", "directive"})
          .icon("speakerphone")
          .prefix("CD")
          .field(&Directive::title, "title", {"Tóm tắt", "In short"}, {.required = true, .search = true, .sortable = true, .section = Text{"Ý kiến chỉ đạo", "Directive"}})
          .field(&Directive::issuer, "issuer", {"Người, cơ quan chỉ đạo", "Who directed"}, {.required = true, .search = true})
          .field(&Directive::date, "date", {"Ngày", "Date"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Directive::occasion, "occasion", {"Dịp", "Occasion"}, {.search = true})
          .field(&Directive::meeting, "meeting", {"Tại cuộc họp", "At the meeting"}, {.link = "meeting", .filter = true})
          .field(&Directive::doc_no, "doc_no", {"Số văn bản", "Number"}, {.search = true})
          .field(&Directive::text, "text", {"Nội dung", "Text"}, {.required = true, .long_text = true, .search = true})
          .field(&Directive::due, "due", {"Hạn báo cáo lại", "To be reported by"}, {.filter = true, .section = Text{"Thực hiện", "Carrying out"}})
          .field(&Directive::status, "status", {"Tình trạng", "Status"}, {.required = true, .options = &directive_states(), .filter = true, .preset = "received"})
          .field(&Directive::response, "response", {"Kết quả báo cáo lại", "What was reported back"}, {.long_text = true, .search = true})
          .field(&Directive::response_doc, "response_doc", {"Văn bản báo cáo", "Number of the report"}, {.search = true})
          .field(&Directive::reported_on, "reported_on", {"Ngày báo cáo", "Reported on"}, {})
          .title("title")
          .date("date")
          .list({"date", "title", "issuer", "due", "status", "reported_on"})
          .sorted_by("date", true)
          .view({"Chưa báo cáo lại", "Not reported back"}, "status=received&status=assigned&status=doing")
          .rule(check)
          .guard(flow::guard(directive_flow()))
          .watch(flow::watch(directive_flow()))
          .done();
  return description;
}

const flow::Flow& directive_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "directive",
      .field = "status",
      .entered = {"received", "reported_back", "closed"},
      .waits = {{"received", {check}}, {"assigned", {check}}, {"doing", {check}}, {"reported_back", {approve}}},
      .transitions =
          {{.name = "assign", .label = Text("Đã giao việc", "Assigned"), .icon = "users-group", .from = {"received"}, .to = "assigned", .who = {check, approve}, .asks = {"due"}, .needs = {"due"}},
           {.name = "start", .label = Text("Bắt đầu thực hiện", "Start"), .icon = "player-play", .from = {"assigned"}, .to = "doing", .who = {check}},
           {.name = "report_back", .label = Text("Báo cáo lại", "Report back"), .icon = "file-text", .from = {"received", "assigned", "doing"}, .to = "reported_back", .who = {check, approve},
            .asks = {"response", "response_doc"}, .needs = {"response"}, .stamps = {"reported_on"}},
           {.name = "close", .label = Text("Khép", "Close"), .icon = "lock", .from = {"reported_back"}, .to = "closed", .who = {approve}, .decides = true},
           {.name = "reopen", .label = Text("Làm tiếp", "Go on"), .icon = "refresh", .from = {"reported_back", "closed"}, .to = "doing", .who = {approve}, .reason = true, .back = true,
            .clears = {"reported_on"}}},
      .clocks = {{.state = "received", .days = 2, .after = {"date"}, .working = true, .escalates = {approve}},
                 {.state = "assigned", .days = 30, .due_field = "due", .always = true, .escalates = {approve}},
                 {.state = "doing", .days = 30, .due_field = "due", .always = true, .escalates = {approve}}}};
  return flow;
}

}  // namespace nc::app
