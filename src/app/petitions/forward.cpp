// Register of where petitions were sent on: to whom, under which number, by when, and what came back.
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/common/rules.h"
#include "app/petitions/public.h"
#include "app/petitions/work.h"
#include "base/clock.h"

namespace nc::app {

namespace {

struct Forward : reg::Standard {
  reg::Ref petition;
  std::string to, doc_no;
  Date sent_on, due;
  std::string answer, answer_no;
  Date answered_on;
};

void check(const Forward& f, Problems& problems) {
  not_in_future(f.sent_on, "sent_on", problems);
  not_before(f.sent_on, f.due, "due", problems);
  not_before(f.sent_on, f.answered_on, "answered_on", problems);
  if (f.answered_on && f.answer.empty()) complain(problems, "answer", "Đã có trả lời thì ghi trả lời thế nào.", "If there is an answer, write down what it says.");
}

}  // namespace

const reg::Description& petition_forwards() {
  static const reg::Description description =
      reg::Register<Forward>("petition_forward", "petition-forwards", {"Nơi đã chuyển", "Sent on to"}, {"lần chuyển", "sending on"})
          .icon("send")
          .field(&Forward::petition, "petition", {"Yêu cầu", "Petition"}, {.required = true, .link = "petition", .filter = true})
          .field(&Forward::to, "sent_to", {"Chuyển đến", "Sent to"}, {.required = true, .search = true})
          .field(&Forward::doc_no, "doc_no", {"Số văn bản", "Number of the paper"}, {.max = 60, .search = true})
          .field(&Forward::sent_on, "sent_on", {"Ngày chuyển", "Sent on"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Forward::due, "due", {"Đề nghị trả lời trước", "Answer asked by"}, {})
          .field(&Forward::answer, "answer", {"Nơi ấy trả lời", "What they answered"}, {.long_text = true, .search = true})
          .field(&Forward::answer_no, "answer_no", {"Số văn bản trả lời", "Number of the answer"}, {.max = 60, .search = true})
          .field(&Forward::answered_on, "answered_on", {"Ngày trả lời", "Answered on"}, {})
          .title("sent_to")
          .date("sent_on")
          .list({"sent_on", "sent_to", "doc_no", "due", "answered_on"})
          .sorted_by("sent_on")
          .index({"petition", "sent_on"})
          .part_of("petition")
          .rule(check)
          .done();
  return description;
}

void trace_forwarding(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now) {
  const reg::Description &p = save.what, &d = petition_forwards();
  if (save.actor.id <= 0 || !before || p.text(*before, "status") == "forwarded" || p.text(now, "status") != "forwarded") return;
  reg::Cells cells = fresh_record(d, db::as_int(now[reg::k_org]), db::as_int(now[reg::k_illustrative]) == 1);
  const auto put = [&](const char* column, db::Value value) { cells[static_cast<std::size_t>(d.column(column))] = std::move(value); };
  put("petition", id);
  put("sent_to", p.text(now, "addressed_to"));
  put("sent_on", today().iso());
  if (const auto due = Date::from_iso(p.text(now, "due")); due && *due >= today()) put("due", due->iso());
  const auto saved = reg::save(save.tx, catalog(), d, save.actor, std::move(cells));
  if (!saved) throw std::logic_error("the trace of a petition was refused: " + saved.error().front().message.en);
}

}  // namespace nc::app
