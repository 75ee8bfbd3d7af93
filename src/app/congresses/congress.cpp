// Registers of congresses, terms and appointments, and the way of a congress.
#include "app/common/rules.h"
#include "app/congresses/leadership.h"
#include "app/congresses/public.h"

namespace nc::app {

namespace {

struct Congress : reg::Standard {
  std::string title, ordinal, kind = "regular", status = "plan_submitted";
  Date from_date, to_date;
  std::string venue, theme;
  std::int64_t called = 0, present = 0, guests = 0;
  std::string agreed_no, resolution_no, targets, result, recognised_no;
};

struct Term : reg::Standard {
  std::string name;
  Date from_date, to_date;
  reg::Ref congress;
  std::string resolution_no;
  std::int64_t committee_size = 0, standing_size = 0, inspection_size = 0;
};

struct Appointment : reg::Standard {
  std::string person, title, body;
  reg::Ref term;
  std::string how = "elected";
  Date from_date, to_date;
  std::string ended_by;
  std::int64_t votes_for = 0, votes_total = 0;
  std::string decision_no;
};

const reg::Options& kinds() {
  static const reg::Options options{{"regular", {"thường kỳ", "regular"}}, {"extraordinary", {"bất thường", "extraordinary"}}, {"founding", {"thành lập", "founding"}}, {"merger", {"hợp nhất", "merger"}}};
  return options;
}

const reg::Options& states() {
  static const reg::Options options{{"plan_submitted", {"đã trình đề án", "plan submitted"}}, {"agreed", {"được đồng ý", "agreed by the authority"}}, {"preparing", {"đang chuẩn bị", "preparing"}}, {"held", {"đã tổ chức", "held"}},
                                    {"result_reported", {"đã báo cáo kết quả", "result reported"}}, {"recognised", {"đã công nhận", "recognised"}}, {"cancelled", {"không tổ chức", "not held"}}};
  return options;
}

const reg::Options& bodies() {
  static const reg::Options options{{"executive_committee", {"ban chấp hành", "executive committee"}}, {"standing_board", {"ban thường vụ", "standing board"}}, {"inspection_board", {"ban kiểm tra", "inspection board"}},
                                    {"presidium", {"thường trực", "presidium"}},                      {"honorary_board", {"danh dự", "honorary"}},              {"office", {"văn phòng", "office"}}};
  return options;
}

const reg::Options& ways() {
  static const reg::Options options{{"elected", {"được bầu", "elected"}}, {"co_opted", {"bầu bổ sung", "co-opted"}}, {"appointed", {"được chỉ định, phân công", "appointed"}}};
  return options;
}

const reg::Options& endings() {
  static const reg::Options options{{"term_ended", {"hết nhiệm kỳ", "term ended"}}, {"resigned", {"xin thôi", "resigned"}}, {"moved", {"chuyển công tác, nghỉ hưu", "moved, retired"}}, {"dismissed", {"miễn nhiệm", "dismissed"}}, {"deceased", {"từ trần", "deceased"}}};
  return options;
}

void check(const Congress& c, Problems& problems) {
  not_before(c.from_date, c.to_date, "to_date", problems);
  const bool over = c.status == "held" || c.status == "result_reported" || c.status == "recognised";
  if (over) not_in_future(c.from_date, "from_date", problems);
  if (over && !c.from_date) complain(problems, "from_date", "Ghi ngày tổ chức đại hội.", "State the day of the congress.");
  if (c.present > 0 && c.called > 0 && c.present > c.called) complain(problems, "present", "Số có mặt lớn hơn số triệu tập. Kiểm tra hai số.", "More were present than called: check both.");
}

void check_term(const Term& t, Problems& problems) { not_before(t.from_date, t.to_date, "to_date", problems); }

void check_appointment(const Appointment& a, Problems& problems) {
  not_before(a.from_date, a.to_date, "to_date", problems);
  if (!a.ended_by.empty() && !a.to_date) complain(problems, "to_date", "Đã thôi giữ chức thì ghi ngày thôi.", "The office ended: state the day.");
  if (a.votes_for > a.votes_total && a.votes_total > 0) complain(problems, "votes_for", "Số phiếu thuận lớn hơn tổng số phiếu.", "More votes in favour than votes.");
}

}  // namespace

const reg::Options& office_titles() {
  static const reg::Options options{{"chair", {"chủ tịch", "chair"}},
                                    {"honorary_chair", {"chủ tịch danh dự", "honorary chair"}},
                                    {"standing_vice_chair", {"phó chủ tịch thường trực", "standing vice-chair"}},
                                    {"vice_chair_secretary_general", {"phó chủ tịch - tổng thư ký", "vice-chair and secretary general"}},
                                    {"vice_chair", {"phó chủ tịch", "vice-chair"}},
                                    {"secretary_general", {"tổng thư ký", "secretary general"}},
                                    {"secretary", {"thư ký", "secretary"}},
                                    {"office_head", {"chánh văn phòng", "head of office"}},
                                    {"inspection_head", {"trưởng ban kiểm tra", "head of inspection"}},
                                    {"standing_member", {"ủy viên ban thường vụ", "member of the standing board"}},
                                    {"committee_member", {"ủy viên ban chấp hành", "member of the committee"}},
                                    {"chapter_head", {"chi hội trưởng", "head of a chapter"}},
                                    {"club_head", {"chủ nhiệm câu lạc bộ", "head of a club"}},
                                    {"accountant", {"kế toán", "accountant"}},
                                    {"specialist", {"chuyên viên", "specialist"}}};
  return options;
}

const reg::Description& congresses() {
  static const reg::Description description =
      reg::Register<Congress>("congress", "congresses", {"Đại hội", "Congresses"}, {"đại hội", "congress"})
          .icon("building-arch")
          .prefix("DH")
          .field(&Congress::title, "title", {"Tên đại hội", "Title"}, {.required = true, .search = true, .sortable = true, .hint = Text{"Đơn vị quản lý ở cuối biểu mẫu là hội tổ chức đại hội", "The organisation at the end of the form is the one that holds it"}, .section = Text{"Đại hội", "Congress"}})
          .field(&Congress::ordinal, "ordinal", {"Lần thứ", "Ordinal"}, {.max = 20, .hint = Text{"Ví dụ: V", "For example: V"}})
          .field(&Congress::kind, "kind", {"Loại", "Kind"}, {.required = true, .options = &kinds(), .filter = true, .preset = "regular"})
          .field(&Congress::status, "status", {"Trạng thái", "Status"}, {.required = true, .options = &states(), .filter = true, .preset = "plan_submitted"})
          .field(&Congress::from_date, "from_date", {"Ngày đại hội", "Held from"}, {.filter = true})
          .field(&Congress::to_date, "to_date", {"Đến ngày", "To"}, {})
          .field(&Congress::venue, "venue", {"Nơi tổ chức", "Venue"}, {.search = true})
          .field(&Congress::theme, "theme", {"Chủ đề", "Theme"}, {.search = true})
          .field(&Congress::agreed_no, "agreed_no", {"Văn bản đồng ý", "Agreement of the authority"}, {.search = true, .section = Text{"Văn bản, số lượng", "Papers, numbers"}})
          .field(&Congress::called, "called", {"Đại biểu triệu tập", "Delegates called"}, {.min = 0, .max_value = 100'000})
          .field(&Congress::present, "present", {"Đại biểu có mặt", "Delegates present"}, {.min = 0, .max_value = 100'000})
          .field(&Congress::guests, "guests", {"Khách mời", "Guests"}, {.min = 0, .max_value = 100'000})
          .field(&Congress::resolution_no, "resolution_no", {"Nghị quyết", "Resolution"}, {.search = true})
          .field(&Congress::recognised_no, "recognised_no", {"Quyết định công nhận", "Recognition"}, {.search = true})
          .field(&Congress::targets, "targets", {"Chỉ tiêu nhiệm kỳ", "Targets of the term"}, {.long_text = true, .search = true})
          .field(&Congress::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .title("title")
          .date("from_date")
          .list({"from_date", "title", "ordinal", "org", "kind", "present", "status"})
          .sorted_by("from_date", true)
          .index({"org_id", "from_date"})
          .view({"Đang chuẩn bị", "In preparation"}, "status=plan_submitted&status=agreed&status=preparing")
          .view({"Chờ công nhận", "Waiting for recognition"}, "status=held&status=result_reported")
          .summary(congress_views)
          .rule(check)
          .guard(flow::guard(congress_flow()))
          .watch(flow::watch(congress_flow()))
          .done();
  return description;
}

const reg::Description& terms() {
  static const reg::Description description =
      reg::Register<Term>("term", "terms", {"Nhiệm kỳ", "Terms"}, {"nhiệm kỳ", "term"})
          .icon("calendar-stats")
          .field(&Term::name, "name", {"Nhiệm kỳ", "Term"}, {.required = true, .search = true, .sortable = true, .hint = Text{"Ví dụ: Nhiệm kỳ V, 2024 - 2029", "For example: term V, 2024 - 2029"}})
          .field(&Term::from_date, "from_date", {"Từ ngày", "From"}, {.required = true, .filter = true})
          .field(&Term::to_date, "to_date", {"Đến ngày", "To"}, {.required = true, .filter = true})
          .field(&Term::congress, "congress", {"Do đại hội", "By the congress"}, {.link = "congress", .filter = true})
          .field(&Term::resolution_no, "resolution_no", {"Nghị quyết, quyết định", "Resolution, decision"}, {.search = true})
          .field(&Term::committee_size, "committee_size", {"Số ủy viên ban chấp hành", "Seats of the committee"}, {.min = 0, .max_value = 1000})
          .field(&Term::standing_size, "standing_size", {"Số ủy viên ban thường vụ", "Seats of the standing board"}, {.min = 0, .max_value = 1000})
          .field(&Term::inspection_size, "inspection_size", {"Số ủy viên ban kiểm tra", "Seats of the inspection board"}, {.min = 0, .max_value = 1000})
          .title("name")
          .date("from_date")
          .list({"org", "name", "from_date", "to_date", "congress"})
          .sorted_by("to_date")
          .index({"org_id", "to_date"})
          .not_in_nav()
          .summary(congress_views)
          .rule(check_term)
          .done();
  return description;
}

const reg::Description& appointments() {
  static const reg::Description description =
      reg::Register<Appointment>("appointment", "appointments", {"Nhân sự lãnh đạo", "Leadership"}, {"chức vụ", "appointment"})
          .icon("user-check")
          .holds({"người giữ chức vụ của Liên hiệp, hội", "officers of the Union and its associations"}, {"biết ai đang lãnh đạo, kiện toàn nhân sự", "knowing who leads, completing personnel"})
          .field(&Appointment::person, "person", {"Họ tên", "Name"}, {.required = true, .search = true, .sortable = true, .personal = true})
          .field(&Appointment::title, "title", {"Chức vụ", "Office"}, {.required = true, .options = &office_titles(), .filter = true})
          .field(&Appointment::body, "body", {"Thuộc", "Body"}, {.options = &bodies(), .filter = true, .preset = "executive_committee"})
          .field(&Appointment::term, "term", {"Nhiệm kỳ", "Term"}, {.link = "term", .filter = true})
          .field(&Appointment::how, "how", {"Hình thức", "How"}, {.required = true, .options = &ways(), .filter = true, .preset = "elected"})
          .field(&Appointment::from_date, "from_date", {"Từ ngày", "From"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Appointment::votes_for, "votes_for", {"Phiếu thuận", "Votes in favour"}, {.min = 0})
          .field(&Appointment::votes_total, "votes_total", {"Tổng số phiếu", "Votes"}, {.min = 0})
          .field(&Appointment::decision_no, "decision_no", {"Nghị quyết, quyết định", "Decision"}, {.search = true})
          .field(&Appointment::to_date, "to_date", {"Thôi giữ từ", "Until"}, {.filter = true, .section = Text{"Khi thôi giữ chức", "When it ends"}})
          .field(&Appointment::ended_by, "ended_by", {"Vì sao thôi", "Why it ended"}, {.options = &endings(), .filter = true})
          .title("person")
          .date("from_date")
          .list({"org", "person", "title", "body", "from_date", "to_date"})
          .sorted_by("from_date", true)
          .index({"org_id", "from_date"})
          .not_in_nav()
          .condition("serving", {"Đang giữ chức", "In office"}, "({t}.to_date IS NULL OR {t}.to_date > '{today}')")
          .view({"Đang giữ chức", "In office"}, "is=serving")
          .summary(congress_views)
          .rule(check_appointment)
          .done();
  return description;
}

const flow::Flow& congress_flow() {
  using enum Function;
  static const flow::Flow flow{
      .register_name = "congress",
      .field = "status",
      .entered = {"plan_submitted", "held", "result_reported", "recognised"},
      .waits = {{"plan_submitted", {check, approve}}, {"held", {enter}}},
      .transitions = {{.name = "agree", .label = Text("Được đồng ý", "Agreed"), .icon = "rubber-stamp", .from = {"plan_submitted"}, .to = "agreed", .who = {check, approve}, .asks = {"agreed_no"}, .needs = {"agreed_no"}},
                      {.name = "prepare", .label = Text("Bắt đầu chuẩn bị", "Start preparing"), .icon = "player-play", .from = {"agreed"}, .to = "preparing"},
                      {.name = "hold", .label = Text("Đã tổ chức", "Held"), .icon = "flag", .from = {"agreed", "preparing"}, .to = "held", .asks = {"from_date", "called", "present", "resolution_no"}, .needs = {"from_date"}},
                      {.name = "report", .label = Text("Báo cáo kết quả", "Report the result"), .icon = "file-text", .from = {"held"}, .to = "result_reported", .asks = {"result"}, .needs = {"result"}},
                      {.name = "recognise", .label = Text("Được công nhận", "Recognised"), .icon = "check", .from = {"held", "result_reported"}, .to = "recognised", .who = {check, approve}, .asks = {"recognised_no"}, .needs = {"recognised_no"}},
                      {.name = "cancel", .label = Text("Không tổ chức", "Not held"), .icon = "ban", .from = {"plan_submitted", "agreed", "preparing"}, .to = "cancelled", .who = {check, approve}, .reason = true, .back = true}},
      .clocks = {{.state = "plan_submitted", .days = 30}, {.state = "held", .days = 30, .after = {"from_date"}}}};
  return flow;
}

}  // namespace nc::app
