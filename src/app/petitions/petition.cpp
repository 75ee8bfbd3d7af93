// Register of petitions: what associations asked for, who answers, by when.
#include "app/common/rules.h"
#include "app/petitions/public.h"
#include "app/petitions/work.h"

namespace nc::app {

namespace {

struct Petition : reg::Standard {
  std::string title;
  reg::Ref from_org;
  std::string from_person;
  Date date;
  std::string channel, kind;
  reg::Ref meeting, filing;
  std::string text, support_requested, addressed_to, owner;
  Date due;
  std::string status = "submitted", answer, not_yet;
  Date answered_on, closed_on;
  std::int64_t satisfaction = 0;
};

const reg::Options& channels() {
  static const reg::Options options{{"meeting", {"tại hội nghị", "at a meeting"}},
                                    {"report", {"trong báo cáo", "in a report"}},
                                    {"letter", {"văn bản", "letter"}},
                                    {"phone", {"điện thoại", "telephone"}},
                                    {"system", {"trên hệ thống", "in this system"}}};
  return options;
}

const reg::Options& petition_kinds() {
  static const reg::Options options{{"delegation_balance", {"cân đối đoàn vào, đoàn ra", "balance of delegations"}},
                                    {"support", {"hỗ trợ hoạt động", "support"}},
                                    {"policy", {"cơ chế, chính sách", "policy"}},
                                    {"personnel", {"nhân sự", "personnel"}},
                                    {"permission", {"xin phép", "permission"}},
                                    {"partner_introduction", {"giới thiệu đối tác", "introduction to partners"}},
                                    {"premises", {"trụ sở", "premises"}},
                                    {"training", {"tập huấn", "training"}},
                                    {"recognition", {"khen thưởng", "recognition"}},
                                    {"other", {"việc khác", "other"}}};
  return options;
}

const reg::Options& petition_states() {
  static const reg::Options options{{"submitted", {"mới gửi", "submitted"}},
                                    {"acknowledged", {"đã nhận", "acknowledged"}},
                                    {"assigned", {"đã giao người trả lời", "assigned"}},
                                    {"in_progress", {"đang giải quyết", "in progress"}},
                                    {"forwarded", {"đã chuyển cấp trên", "forwarded"}},
                                    {"answered", {"đã trả lời", "answered"}},
                                    {"confirmed_by_sender", {"nơi gửi đã xác nhận", "confirmed by sender"}},
                                    {"reopened", {"mở lại", "reopened"}},
                                    {"closed", {"đã khép", "closed"}}};
  return options;
}

const reg::Options& grades() {
  static const reg::Options options{{"1", {"rất không hài lòng", "very dissatisfied"}},
                                    {"2", {"không hài lòng", "dissatisfied"}},
                                    {"3", {"bình thường", "neutral"}},
                                    {"4", {"hài lòng", "satisfied"}},
                                    {"5", {"rất hài lòng", "very satisfied"}}};
  return options;
}

bool has_answer(const Petition& p) {
  return p.status == "answered" || p.status == "confirmed_by_sender" || p.status == "closed";
}

void check(const Petition& p, Problems& problems) {
  not_in_future(p.date, "date", problems);
  not_before(p.date, p.due, "due", problems);
  not_before(p.date, p.answered_on, "answered_on", problems);
  not_before(p.answered_on, p.closed_on, "closed_on", problems);
  if (has_answer(p) && p.answer.empty())
    complain(problems, "answer", "Yêu cầu đã trả lời cần nội dung trả lời.", "An answered petition needs its answer.");
  if (has_answer(p) && !p.answered_on)
    complain(problems, "answered_on", "Yêu cầu đã trả lời cần ngày trả lời.",
             "An answered petition needs the day of the answer.");
  if (p.satisfaction != 0 && (p.satisfaction < 1 || p.satisfaction > static_cast<std::int64_t>(grades().all().size())))
    complain(problems, "satisfaction", "Mức hài lòng từ 1 đến 5.", "Satisfaction is between 1 and 5.");
}

/// The record is that of the association that asks, whoever writes it down: it sees it, and it alone closes it.
Result<bool> belongs_to_sender(const reg::SaveContext& save, const Petition* before, Petition& now) {
  const bool told = !before || before->from_org.id != now.from_org.id;
  if (save.actor.id > 0 && told && now.from_org.id > 0) now.org = now.from_org;
  return true;
}

}  // namespace

const reg::Description& petitions() {
  static const reg::Description description =
      reg::Register<Petition>("petition", "petitions", {"Yêu cầu của hội", "Petitions"}, {"yêu cầu", "petition"})
          .icon("message-2-question")
          .holds({"người nêu yêu cầu, người phụ trách trả lời", "who asks and who answers"}, {"trả lời đúng người, đúng hạn", "answering the right person in time"}, "petitions")
          .prefix("KN")
          .field(&Petition::title, "title", {"Tóm tắt", "In short"},
                 {.required = true, .search = true, .section = Text{"Yêu cầu", "Petition"}})
          .field(&Petition::from_org, "from_org", {"Hội nêu", "From"},
                 {.required = true, .link = "organisation", .filter = true})
          .field(&Petition::from_person, "from_person", {"Người nêu", "Person"}, {.search = true, .personal = true})
          .field(&Petition::date, "date", {"Ngày nêu", "Date"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Petition::channel, "channel", {"Nêu qua", "Channel"}, {.options = &channels(), .filter = true})
          .field(&Petition::meeting, "meeting", {"Tại cuộc họp", "At the meeting"}, {.link = "meeting"})
          .field(&Petition::filing, "filing", {"Trong báo cáo", "In the filing"}, {.link = "filing"})
          .field(&Petition::kind, "kind", {"Loại việc", "Kind"}, {.options = &petition_kinds(), .filter = true})
          .field(&Petition::text, "text", {"Nội dung", "Text"}, {.required = true, .long_text = true, .search = true})
          .field(&Petition::support_requested, "support_requested", {"Cần hỗ trợ gì", "Support requested"},
                 {.search = true})
          .field(&Petition::addressed_to, "addressed_to", {"Nơi giải quyết", "Addressed to"},
                 {.search = true, .section = Text{"Giải quyết", "Handling"}})
          .field(&Petition::owner, "owner", {"Người phụ trách", "Owner"}, {.search = true, .filter = true, .personal = true})
          .field(&Petition::due, "due", {"Hạn trả lời", "Due"}, {.filter = true})
          .field(&Petition::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &petition_states(), .filter = true, .preset = "submitted"})
          .field(&Petition::answer, "answer", {"Trả lời", "Answer"}, {.long_text = true, .search = true})
          .field(&Petition::not_yet, "not_yet", {"Chưa làm được, vì sao", "What can't be done yet, and why"}, {.long_text = true, .search = true})
          .field(&Petition::answered_on, "answered_on", {"Ngày trả lời", "Answered on"}, {.filter = true})
          .field(&Petition::closed_on, "closed_on", {"Ngày khép", "Closed on"}, {})
          .field(&Petition::satisfaction, "satisfaction", {"Mức hài lòng (1–5)", "Satisfaction (1–5)"},
                 {.hint = Text{"5 là rất hài lòng; để trống khi hội chưa cho biết",
                               "5 is very satisfied; leave empty until the association says"},
                  .min = 0,
                  .max_value = 5})
          .title("title")
          .date("date")
          .list({"date", "title", "from_org", "kind", "owner", "due", "status"})
          .sorted_by("date", true)
          .index({"from_org", "date"})
          .condition("open", {"chưa trả lời", "not answered"}, "{t}.answered_on IS NULL AND {t}.closed_on IS NULL")
          .condition("done", {"đã trả lời", "answered"}, "{t}.answered_on IS NOT NULL OR {t}.closed_on IS NOT NULL")
          .view({"Chờ trả lời", "Waiting"}, "is=open")
          .view({"Đã trả lời", "Answered"}, "is=done")
          .rule(check)
          .before_save(belongs_to_sender)
          .guard(flow::guard(petition_flow()))
          .watch(flow::watch(petition_flow()))
          .watch(trace_forwarding)
          .done();
  return description;
}

}  // namespace nc::app
