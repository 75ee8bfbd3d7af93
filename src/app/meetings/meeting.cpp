// Register of meetings: review conferences, committee meetings, briefings.
#include "app/common/lists.h"
#include "app/common/rules.h"
#include "app/common/times.h"
#include "app/meetings/public.h"
#include "app/meetings/work.h"

namespace nc::app {

namespace {

struct Meeting : reg::Standard {
  std::string kind, title;
  Date date, to_date;
  std::string from_time, to_time, place, format = "onsite", chair, secretary;
  reg::Refs joint;
  reg::Count attendees;
  std::string agenda, conclusions, minutes_no;
  Date minutes_on;
  std::string status = "held";
};

const reg::Options& meeting_kinds() {
  static const reg::Options options{{"half_year_review", {"sơ kết 6 tháng", "half-year review"}},
                                    {"annual_review", {"tổng kết năm", "annual review"}},
                                    {"congress", {"đại hội", "congress"}},
                                    {"executive_committee", {"họp Ban Chấp hành", "executive committee"}},
                                    {"standing_board", {"họp Ban Thường vụ", "standing board"}},
                                    {"briefing", {"giao ban", "briefing"}},
                                    {"working_session", {"làm việc", "working session"}},
                                    {"cluster_review", {"họp cụm thi đua", "emulation cluster"}}};
  return options;
}

const reg::Options& meeting_states() {
  static const reg::Options options{{"planned", {"trong kế hoạch", "planned"}},
                                    {"invited", {"đã mời", "invited"}},
                                    {"held", {"đã họp", "held"}},
                                    {"minutes_signed", {"đã ký biên bản", "minutes signed"}},
                                    {"conclusion_issued", {"đã ra thông báo kết luận", "conclusion issued"}},
                                    {"cancelled", {"đã hủy", "cancelled"}}};
  return options;
}

void check(const Meeting& m, Problems& problems) {
  not_before(m.date, m.to_date, "to_date", problems);
  not_before(m.date, m.minutes_on, "minutes_on", problems);
  check_times(m.from_time, m.to_time, problems);
  if (m.status == "held" || m.status == "minutes_signed" || m.status == "conclusion_issued")
    not_in_future(m.date, "date", problems);
  not_absurd(m.attendees, 100'000, "attendees", problems);
}

}  // namespace

const reg::Description& meetings() {
  static const reg::Description description =
      reg::Register<Meeting>("meeting", "meetings", {"Hội nghị, cuộc họp", "Meetings"}, {"cuộc họp", "meeting"})
          .icon("presentation")
          .holds({"người chủ trì họp", "chairs of meetings"}, {"biên bản và kết luận", "minutes and conclusions"})
          .prefix("HN")
          .field(&Meeting::title, "title", {"Tên cuộc họp", "Title"},
                 {.required = true, .search = true, .sortable = true, .section = Text{"Cuộc họp", "Meeting"}})
          .field(&Meeting::kind, "kind", {"Loại", "Kind"},
                 {.required = true, .options = &meeting_kinds(), .filter = true})
          .field(&Meeting::date, "date", {"Ngày", "Date"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Meeting::to_date, "to_date", {"Đến ngày", "To"}, {})
          .field(&Meeting::from_time, "from_time", {"Bắt đầu lúc", "Begins at"}, {.max = 20, .width = "third"})
          .field(&Meeting::to_time, "to_time", {"Kết thúc lúc", "Ends at"}, {.max = 20, .width = "third"})
          .field(&Meeting::format, "format", {"Hình thức", "Format"}, {.options = &formats(), .preset = "onsite"})
          .field(&Meeting::place, "place", {"Nơi họp", "Place"}, {.search = true})
          .field(&Meeting::chair, "chair", {"Chủ trì", "Chair"}, {.search = true, .personal = true})
          .field(&Meeting::secretary, "secretary", {"Thư ký", "Secretary"}, {.search = true, .personal = true})
          .field(&Meeting::joint, "joint", {"Đơn vị cùng dự", "Organisations attending"}, {.link = "organisation"})
          .field(&Meeting::attendees, "attendees", {"Số người dự", "Attendees"}, {.unit = Text{"người", "people"}})
          .field(&Meeting::agenda, "agenda", {"Chương trình", "Agenda"},
                 {.long_text = true, .search = true, .section = Text{"Nội dung, kết luận", "Content and conclusions"}})
          .field(&Meeting::conclusions, "conclusions", {"Kết luận", "Conclusions"}, {.long_text = true, .search = true})
          .field(&Meeting::minutes_no, "minutes_no", {"Biên bản, thông báo", "Minutes, notice"}, {.search = true})
          .field(&Meeting::minutes_on, "minutes_on", {"Ngày ký biên bản", "Minutes signed on"}, {})
          .field(&Meeting::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &meeting_states(), .filter = true, .preset = "held"})
          .title("title")
          .date("date")
          .list({"date", "title", "kind", "place", "org", "attendees", "status"})
          .sorted_by("date", true)
          .rule(check)
          .guard(times_written_alike)
          .guard(flow::guard(meeting_flow()))
          .watch(flow::watch(meeting_flow()))
          .watch(invite_those_listed)
          .done();
  return description;
}

}  // namespace nc::app
