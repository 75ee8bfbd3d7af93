// Register of the points of an agenda: when, what, who speaks, and what was said.
#include "app/common/part.h"
#include "app/common/times.h"
#include "app/common/within.h"
#include "app/meetings/public.h"
#include "app/meetings/work.h"

namespace nc::app {

namespace {

struct Item : reg::Standard {
  reg::Ref meeting;
  std::string from_time, to_time, kind, title, speaker, paper, summary;
};

void check(const Item& i, Problems& problems) { check_times(i.from_time, i.to_time, problems); }

}  // namespace

const reg::Options& item_kinds_of_meetings() {
  static const reg::Options options{{"opening", {"khai mạc", "opening"}},
                                    {"report", {"báo cáo", "report"}},
                                    {"speech", {"ý kiến của hội, đơn vị", "views of an association"}},
                                    {"discussion", {"thảo luận", "discussion"}},
                                    {"direction", {"phát biểu chỉ đạo", "directions of a superior"}},
                                    {"response", {"tiếp thu", "response"}},
                                    {"award", {"khen thưởng", "awards"}},
                                    {"closing", {"kết luận, bế mạc", "conclusions, closing"}},
                                    {"other", {"việc khác", "other"}}};
  return options;
}

const reg::Description& meeting_items() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Item>("meeting_item", "meeting-items", {"Chương trình họp", "Agenda of meetings"}, {"mục của chương trình", "point of the agenda"})
          .icon("list-details")
          .holds({"người phát biểu", "speakers"}, {"biên bản", "minutes"})
          .field(&Item::meeting, "meeting", {"Cuộc họp", "Meeting"}, {.required = true, .link = "meeting", .filter = true})
          .field(&Item::from_time, "from_time", {"Từ", "From"}, {.max = 20, .sortable = true, .width = "third"})
          .field(&Item::to_time, "to_time", {"Đến", "To"}, {.max = 20, .width = "third"})
          .field(&Item::kind, "kind", {"Loại", "Kind"}, {.options = &item_kinds_of_meetings(), .filter = true, .width = "third"})
          .field(&Item::title, "title", {"Nội dung", "Point"}, {.required = true, .search = true})
          .field(&Item::speaker, "speaker", {"Người trình bày", "Speaker"}, {.search = true, .personal = true})
          .field(&Item::paper, "paper", {"Tài liệu", "Paper"}, {.search = true})
          .field(&Item::summary, "summary", {"Diễn biến, ý kiến", "What was said"}, {.long_text = true, .search = true})
          .title("title")
          .list({"from_time", "title", "kind", "speaker"})
          .sorted_by("from_time")
          .index({"meeting", "from_time"})
          .part_of("meeting")
          .rule(check)
          .guard(times_written_alike)
          .done());
  return description;
}

std::vector<AgendaPoint> agenda_of(db::ReadDb& db, const Actor& actor, std::int64_t meeting) {
  std::vector<AgendaPoint> out;
  each_within(db, "SELECT i.id, i.from_time, i.to_time, i.kind, i.title, i.speaker, i.paper, i.summary FROM meeting_item i WHERE i.deleted = 0 AND i.meeting = $1", {meeting}, org_scope(actor, "i"),
              "ORDER BY COALESCE(i.from_time, '99'), i.id", [&](const db::Row& r) {
                const auto text = [&](int column) { return std::string(r.text(column)); };
                out.push_back({r.integer(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7)});
                return true;
              });
  return out;
}

}  // namespace nc::app
