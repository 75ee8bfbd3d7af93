// Register of the days of occasions in one year: entered with a source where no rule gives them or a rule is wrong that year. Of two
// in one year the one entered last counts.
#include "app/calendar/public.h"
#include "app/common/rules.h"

namespace nc::app {

namespace {

struct OccasionDate : reg::Standard {
  reg::Ref occasion;
  Date date;
  std::int64_t days = 0;
  std::string source, status = "verified";
};

void check(const OccasionDate& o, Problems& problems) {
  if (o.date && (o.date.year() < 1990 || o.date.year() > 2100)) complain(problems, "date", "Kiểm tra lại năm của ngày này.", "Check the year of this day.");
}

}  // namespace

const reg::Options& sureness() {
  static const reg::Options options{{"verified", {"đã kiểm chứng", "verified"}}, {"recalled", {"chưa kiểm chứng", "not verified"}}, {"computed", {"tính ra", "computed"}}};
  return options;
}

const reg::Description& occasion_dates() {
  static const reg::Description description =
      reg::Register<OccasionDate>("occasion_date", "occasion-dates", {"Ngày riêng của từng năm", "Days of single years"}, {"ngày của năm", "day of a year"})
          .icon("calendar-pin")
          .field(&OccasionDate::occasion, "occasion", {"Dịp", "Occasion"}, {.required = true, .link = "occasion", .filter = true})
          .field(&OccasionDate::date, "date", {"Ngày trong năm ấy", "Day in that year"}, {.required = true, .filter = true, .hint = Text{"Thay cho ngày tính theo quy tắc, chỉ năm này", "Instead of the rule's day, for this year only"}})
          .field(&OccasionDate::days, "days", {"Số ngày", "Days"}, {.min = 0, .max_value = 366})
          .field(&OccasionDate::source, "source", {"Nguồn", "Source"}, {.required = true, .search = true, .hint = Text{"Thông báo, văn bản, nơi đã hỏi", "Announcement, paper, whom you asked"}})
          .field(&OccasionDate::status, "status", {"Độ tin cậy", "Reliability"}, {.required = true, .options = &sureness(), .filter = true, .preset = "verified"})
          .title("source")
          .date("date")
          .list({"date", "days", "source", "status"})
          .sorted_by("date", true)
          .index({"occasion", "date"})
          .index({"date"})
          .scope(shared_scope)
          .part_of("occasion")
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
