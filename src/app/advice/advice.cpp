// Register of advisory papers and research topics: who asked, who wrote, when it was sent, what was made of it.
#include "app/advice/lists.h"
#include "app/advice/public.h"
#include "app/common/rules.h"
#include "app/outgoing/public.h"

namespace nc::app {

namespace {

struct Advice : reg::Standard {
  std::string kind = "opinion", title, requested_by;
  Date requested_on, due;
  reg::Ref incoming_paper;
  std::string owner, authors, summary, status = "asked";
  Date accepted_on;
  std::string grade;
  reg::Ref outgoing;
  Date sent_on;
  std::string result, result_doc;
  Date result_on;
};

const reg::Options& advice_states() {
  static const reg::Options options{{"asked", {"được giao", "asked for"}},      {"drafting", {"đang soạn", "being written"}}, {"accepted", {"đã nghiệm thu", "accepted"}},
                                    {"sent", {"đã gửi, chờ kết quả", "sent"}}, {"concluded", {"đã có kết quả", "with a result"}}, {"dropped", {"thôi không làm", "dropped"}}};
  return options;
}

const reg::Options& grades() {
  static const reg::Options options{{"excellent", {"xuất sắc", "excellent"}}, {"good", {"khá", "good"}}, {"passed", {"đạt", "passed"}}, {"failed", {"không đạt", "failed"}}};
  return options;
}

void check(const Advice& a, Problems& problems) {
  not_in_future(a.requested_on, "requested_on", problems);
  not_before(a.requested_on, a.due, "due", problems);
  not_in_future(a.sent_on, "sent_on", problems);
  not_before(a.requested_on, a.sent_on, "sent_on", problems);
  not_before(a.sent_on, a.result_on, "result_on", problems);
  refuse_secrets({{&a.title, "title"}, {&a.summary, "summary"}, {&a.note, "note"}}, problems);
  const bool sent = a.status == "sent" || a.status == "concluded";
  if (sent && !a.sent_on) complain(problems, "sent_on", "Đã gửi thì ghi ngày gửi.", "What was sent needs its day.");
  if (a.status == "concluded" && (a.result.empty() || a.result == "pending")) complain(problems, "result", "Chọn kết quả: tiếp thu, tiếp thu một phần hay không tiếp thu.", "Choose the result: adopted, in part, or not.");
  if (a.status == "concluded" && a.result_doc.empty())
    complain(problems, "result_doc", "Ghi văn bản nào cho biết kết quả, rồi đính văn bản ấy làm chứng cứ.", "State which paper tells the result, then attach it as evidence.");
}

Result<bool> result_waits(const reg::SaveContext&, const Advice*, Advice& now) {
  if (now.status == "sent" && now.result.empty()) now.result = "pending";
  return true;
}

}  // namespace

const reg::Options& advice_kinds() {
  static const reg::Options options{{"proposal", {"kiến nghị, đề xuất", "proposal"}}, {"scheme", {"đề án", "scheme"}}, {"opinion", {"góp ý", "opinion"}}, {"report", {"báo cáo tham mưu", "report"}},
                                    {"research", {"đề tài nghiên cứu", "research topic"}}};
  return options;
}

const reg::Options& advice_results() {
  static const reg::Options options{{"pending", {"chờ kết quả", "pending"}}, {"adopted", {"được tiếp thu", "adopted"}}, {"partly", {"tiếp thu một phần", "adopted in part"}}, {"not", {"không tiếp thu", "not adopted"}}};
  return options;
}

const reg::Description& advice_papers() {
  static const reg::Description description =
      reg::Register<Advice>("advice", "advice", {"Nghiên cứu, tham mưu", "Research and advice"}, {"văn bản tham mưu", "advisory paper"})
          .icon("writing-sign")
          .holds({"người phụ trách, tác giả", "those in charge and authors"}, {"biết ai soạn, ai nghiên cứu", "who wrote and who researched"})
          .prefix("TM")
          .field(&Advice::title, "title", {"Tên", "Title"}, {.required = true, .search = true, .sortable = true, .section = Text{"Việc được giao", "What was asked"}})
          .field(&Advice::kind, "kind", {"Loại", "Kind"}, {.required = true, .options = &advice_kinds(), .filter = true, .preset = "opinion"})
          .field(&Advice::requested_by, "requested_by", {"Nơi yêu cầu", "Requested by"}, {.search = true, .hint = Text{"Để trống khi tự đề xuất", "Leave empty when it was our own idea"}})
          .field(&Advice::requested_on, "requested_on", {"Ngày yêu cầu", "Requested on"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Advice::incoming_paper, "incoming_paper", {"Theo văn bản đến", "By the incoming paper"}, {.link = "incoming_paper", .filter = true})
          .field(&Advice::due, "due", {"Hạn", "Due"}, {.filter = true, .sortable = true})
          .field(&Advice::owner, "owner", {"Người phụ trách", "In charge"}, {.search = true, .personal = true, .section = Text{"Soạn, nghiên cứu", "Writing"}})
          .field(&Advice::authors, "authors", {"Tác giả, nhóm nghiên cứu", "Authors"}, {.max = 1000, .search = true, .personal = true})
          .field(&Advice::summary, "summary", {"Nội dung chính", "In short"}, {.long_text = true, .search = true})
          .field(&Advice::accepted_on, "accepted_on", {"Ngày nghiệm thu", "Accepted on"}, {.filter = true})
          .field(&Advice::grade, "grade", {"Xếp loại nghiệm thu", "Grade"}, {.options = &grades(), .filter = true})
          .field(&Advice::status, "status", {"Trạng thái", "Status"}, {.required = true, .options = &advice_states(), .filter = true, .section = Text{"Gửi đi và kết quả", "Sending and result"}, .preset = "asked"})
          .field(&Advice::sent_on, "sent_on", {"Ngày gửi", "Sent on"}, {.filter = true})
          .field(&Advice::outgoing, "outgoing", {"Bằng văn bản đi", "By the outgoing paper"}, {.link = "outgoing", .filter = true})
          .field(&Advice::result, "result", {"Kết quả", "Result"}, {.options = &advice_results(), .filter = true})
          .field(&Advice::result_doc, "result_doc", {"Văn bản cho biết kết quả", "Paper that tells it"}, {.search = true})
          .field(&Advice::result_on, "result_on", {"Ngày có kết quả", "Result on"}, {})
          .title("title")
          .date("requested_on")
          .list({"requested_on", "title", "kind", "requested_by", "due", "sent_on", "result", "status"})
          .sorted_by("requested_on", true)
          .condition("open", {"Chưa gửi", "Not sent"}, "{t}.status IN ('asked', 'drafting', 'accepted')")
          .view({"Chưa gửi", "Not sent"}, "is=open")
          .view({"Chờ kết quả", "Waiting for a result"}, "status=sent")
          .view({"Đề tài nghiên cứu", "Research topics"}, "kind=research")
          .summary([](const reg::PanelContext& x, const std::string&) {
            return Html(x.lang) << "<p class=\"sm\"><a href=\"/advice/board\">"_h << Text("Kết quả tham mưu trong kỳ", "What was adopted in the period") << "</a></p>"_h;
          })
          .rule(check)
          .before_save(result_waits)
          .guard(flow::guard(advice_flow()))
          .watch(flow::watch(advice_flow()))
          .done();
  return description;
}

}  // namespace nc::app
