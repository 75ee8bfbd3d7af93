// Register of incoming papers: the columns of the book of Decree 30/2020, annex IV, and what became of each paper.
#include "app/common/rules.h"
#include "app/incoming/public.h"
#include "app/incoming/work.h"
#include "app/outgoing/public.h"
#include "base/clock.h"

namespace nc::app {

namespace {

struct Incoming : reg::Standard {
  Date arrived_on;
  std::string sender, their_number;
  Date their_date;
  std::string kind = "cv", title, urgency = "normal";
  std::int64_t pages = 0;
  Date due;
  reg::Ref routed_to;
  std::string owner, instruction;
  Date routed_on;
  std::string status = "registered", result;
  Date done_on;
  reg::Ref paper_file;
  std::int64_t number = 0, year = 0;
};

const reg::Options& incoming_states() {
  static const reg::Options options{{"registered", {"chờ phân xử lý", "waits for routing"}},
                                    {"routed", {"đã phân xử lý", "routed"}},
                                    {"processing", {"đang giải quyết", "being dealt with"}},
                                    {"done", {"đã giải quyết", "done"}},
                                    {"void", {"hủy đăng ký", "void"}}};
  return options;
}

const reg::Options& urgencies() {
  static const reg::Options options{{"normal", {"thường", "ordinary"}}, {"urgent", {"khẩn", "urgent"}}, {"very_urgent", {"thượng khẩn", "very urgent"}}, {"express", {"hỏa tốc", "express"}}};
  return options;
}

void check(const Incoming& i, Problems& problems) {
  not_in_future(i.arrived_on, "arrived_on", problems);
  not_before(i.their_date, i.arrived_on, "arrived_on", problems);
  not_before(i.arrived_on, i.due, "due", problems);
  not_before(i.arrived_on, i.done_on, "done_on", problems);
  refuse_secrets({{&i.title, "title"}, {&i.their_number, "their_number"}, {&i.note, "note"}}, problems);
}

Result<bool> keep_the_book(const reg::SaveContext& save, const Incoming* before, Incoming& now) {
  if (!before) {
    if (now.number != 0 || now.year != 0)
      return refuse(Code::forbidden, Text("Số đến do hệ thống cấp khi vào sổ.", "The arrival number is given when the paper is written down."), "number");
    if (!now.arrived_on) return true;
    now.year = now.arrived_on.year();
    now.number = take_next(save.tx, arrivals(now.org.id, static_cast<int>(now.year)));
    return true;
  }
  if (before->number != now.number || before->year != now.year || before->org != now.org || (now.arrived_on && now.arrived_on.year() != before->year))
    return refuse(Code::forbidden, Text("Văn bản đã có số đến: số, năm và nơi nhận ở lại như đã ghi. Vào sổ nhầm thì bấm Hủy đăng ký rồi ghi lại.",
                                        "The paper has its arrival number: number, year and office stay. If it was a mistake, void it and write it down anew."), "arrived_on");
  return true;
}

/// A number that was given is never free again.
std::optional<Problem> stays_in_the_book(const reg::Cells& cells) {
  if (reg::from_cells<Incoming>(cells).number == 0) return std::nullopt;
  return Problem{Code::forbidden, Text("Văn bản đã vào sổ ở lại trong sổ. Vào sổ nhầm thì bấm Hủy đăng ký và ghi lý do.",
                                       "A paper that was written down stays in the book. If it was a mistake, void it and say why."), {}};
}

}  // namespace

const reg::Description& incoming_papers() {
  static const reg::Description description =
      reg::Register<Incoming>("incoming_paper", "incoming", {"Sổ công văn đến", "Incoming papers"}, {"văn bản đến", "incoming paper"})
          .icon("inbox")
          .holds({"người được giao giải quyết", "those who deal with a paper"}, {"văn bản đến có người giải quyết đúng hạn", "papers are dealt with in time"})
          .prefix("VBD")
          .field(&Incoming::arrived_on, "arrived_on", {"Ngày đến", "Arrived on"}, {.required = true, .filter = true, .section = Text{"Vào sổ", "The book"}, .preset = "today"})
          .field(&Incoming::sender, "sender", {"Nơi gửi", "Sender"}, {.required = true, .search = true, .filter = true})
          .field(&Incoming::their_number, "their_number", {"Số, ký hiệu", "Their number"}, {.max = 60, .search = true, .hint = Text{"Như trên văn bản, ví dụ 215/SNgV-VP", "As it stands on the paper"}})
          .field(&Incoming::their_date, "their_date", {"Ngày văn bản", "Dated"}, {.filter = true})
          .field(&Incoming::kind, "kind", {"Loại văn bản", "Kind of paper"}, {.required = true, .options = &paper_kinds(), .filter = true, .preset = "cv"})
          .field(&Incoming::urgency, "urgency", {"Độ khẩn", "Urgency"}, {.required = true, .options = &urgencies(), .filter = true, .preset = "normal"})
          .field(&Incoming::title, "title", {"Trích yếu", "Subject"}, {.required = true, .search = true, .sortable = true})
          .field(&Incoming::pages, "pages", {"Số trang", "Pages"}, {.min = 0, .max_value = 10'000})
          .field(&Incoming::due, "due", {"Hạn giải quyết", "Due"}, {.filter = true, .sortable = true, .section = Text{"Giải quyết", "Dealing with it"}})
          .field(&Incoming::routed_to, "routed_to", {"Giao cho", "Routed to"}, {.link = "organisation", .filter = true})
          .field(&Incoming::owner, "owner", {"Người giải quyết", "In charge"}, {.search = true, .personal = true})
          .field(&Incoming::instruction, "instruction", {"Ý kiến chỉ đạo", "Instruction"}, {.long_text = true, .search = true})
          .field(&Incoming::routed_on, "routed_on", {"Ngày phân xử lý", "Routed on"}, {.read_only = true})
          .field(&Incoming::status, "status", {"Trạng thái", "Status"}, {.required = true, .options = &incoming_states(), .filter = true, .preset = "registered"})
          .field(&Incoming::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .field(&Incoming::done_on, "done_on", {"Ngày giải quyết xong", "Done on"}, {.filter = true})
          .field(&Incoming::paper_file, "paper_file", {"Hồ sơ", "File"}, {.link = "paper_file", .filter = true})
          .field(&Incoming::number, "number", {"Số đến", "Arrival number"}, {.filter = true, .sortable = true, .read_only = true})
          .field(&Incoming::year, "year", {"Năm", "Year"}, {.filter = true, .read_only = true})
          .title("title")
          .date("arrived_on")
          .list({"arrived_on", "number", "title", "sender", "their_number", "routed_to", "due", "status"})
          .sorted_by("arrived_on", true)
          .index({"org_id", "arrived_on"})
          .condition("open", {"Chưa giải quyết xong", "Open"}, "{t}.status IN ('registered', 'routed', 'processing')")
          .condition("overdue", {"Quá hạn", "Overdue"}, "{t}.status IN ('registered', 'routed', 'processing') AND {t}.due < '{today}'")
          .view({"Chờ phân xử lý", "Waiting for routing"}, "status=registered")
          .view({"Đang giải quyết", "Being dealt with"}, "status=routed&status=processing")
          .view({"Quá hạn", "Overdue"}, "is=overdue")
          .unique({"org_id", "year", "number"})
          .stays(stays_in_the_book)
          .summary(incoming_doors)
          .panel(reg::PanelPlace::main, answer_panel)
          .verb(as_directive())
          .rule(check)
          .before_save(keep_the_book)
          .guard(flow::guard(incoming_flow()))
          .watch(flow::watch(incoming_flow()))
          .watch(routed_as_task)
          .done();
  return description;
}

}  // namespace nc::app
