// Reports that an aid item owes: kind, due day by the decree that governs it, day sent.
#include "app/aid/follow.h"
#include "app/aid/public.h"
#include "app/common/part.h"
#include "app/common/rules.h"

namespace nc::app {

namespace {

struct AidReport : reg::Standard {
  reg::Ref aid;
  std::string kind;
  Date since, until, due, sent_on;
  std::string receiver, doc, basis;
};

void check(const AidReport& r, Problems& problems) {
  not_before(r.since, r.until, "until", problems);
  not_in_future(r.sent_on, "sent_on", problems);
}

}  // namespace

const reg::Options& aid_report_kinds() {
  static const reg::Options options{{"six_month", {"báo cáo 6 tháng", "half-year report"}},
                                    {"annual", {"báo cáo năm", "annual report"}},
                                    {"completion", {"báo cáo kết thúc", "completion report"}},
                                    {"donor", {"báo cáo nhà tài trợ", "report to the donor"}}};
  return options;
}

const reg::Description& aid_reports() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<AidReport>("aid_report", "aid-reports", {"Báo cáo khoản viện trợ", "Aid reports"}, {"báo cáo khoản viện trợ", "aid report"})
          .icon("report")
          .field(&AidReport::aid, "aid", {"Khoản viện trợ", "Aid item"}, {.required = true, .link = "aid", .filter = true})
          .field(&AidReport::kind, "kind", {"Loại báo cáo", "Kind"}, {.required = true, .options = &aid_report_kinds(), .filter = true})
          .field(&AidReport::since, "since", {"Kỳ từ ngày", "Period from"}, {})
          .field(&AidReport::until, "until", {"Đến ngày", "Period to"}, {})
          .field(&AidReport::due, "due", {"Hạn gửi", "Due"}, {.required = true, .filter = true})
          .field(&AidReport::sent_on, "sent_on", {"Đã gửi ngày", "Sent on"}, {.filter = true})
          .field(&AidReport::receiver, "receiver", {"Nơi nhận", "Receiver"}, {.search = true})
          .field(&AidReport::doc, "doc", {"Số văn bản", "Paper"}, {.search = true})
          .field(&AidReport::basis, "basis", {"Căn cứ hạn", "Why this day"}, {.hint = Text{"Hạn theo nghị định nào; đã kiểm chứng chưa", "By which decree, and whether that is verified"}})
          .title("kind")
          .date("due")
          .list({"due", "kind", "until", "sent_on", "receiver"})
          .sorted_by("due")
          .condition("late", {"Quá hạn chưa gửi", "Overdue, not sent"}, "{t}.due < '{today}' AND {t}.sent_on IS NULL")
          .index({"aid", "due"})
          .part_of("aid")
          .rule(check)
          .done());
  return description;
}

}  // namespace nc::app
