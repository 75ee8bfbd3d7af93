// Time limits of the decrees on foreign aid: dated settings that an office corrects when it has the text at hand.
#include "app/aid/follow.h"
#include "app/aid/public.h"
#include "app/common/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct AidTerm : reg::Standard {
  std::string title, title_en, decree, event;
  std::int64_t number = 0;
  std::string unit;
  std::int64_t day = 0, month = 0;
  std::string source, status;
};

const reg::Options& term_events() {
  static const reg::Options options{{"appraisal", {"thẩm định xong", "appraisal done"}},
                                    {"start", {"bắt đầu thực hiện sau phê duyệt", "begun after approval"}},
                                    {"six_month", {"gửi báo cáo 6 tháng", "half-year report sent"}},
                                    {"annual", {"gửi báo cáo năm", "annual report sent"}},
                                    {"completion", {"gửi báo cáo kết thúc", "completion report sent"}}};
  return options;
}

const reg::Options& term_units() {
  static const reg::Options options{{"days", {"ngày", "days"}}, {"months", {"tháng", "months"}}, {"on", {"ngày cố định trong năm", "a fixed day of the year"}}};
  return options;
}

void check(const AidTerm& t, Problems& problems) {
  constexpr int k_leap_year = 2024;
  if (t.unit == "on" && !Date::from_ymd(k_leap_year, static_cast<int>(t.month), static_cast<int>(t.day)))
    complain(problems, "day", "Không có ngày này trong năm. Sửa ngày hoặc tháng.", "There is no such day. Correct the day or the month.");
  if (t.unit != "on" && t.number < 1) complain(problems, "number", "Ghi số ngày hoặc số tháng, từ 1.", "Enter the number of days or months, from 1.");
}

}  // namespace

const reg::Description& aid_terms() {
  static const reg::Description description =
      reg::Register<AidTerm>("aid_term", "aid-terms", {"Thời hạn theo nghị định", "Time limits of the decrees"}, {"thời hạn", "time limit"})
          .icon("gavel")
          .field(&AidTerm::title, "title", {"Thời hạn", "Time limit"}, {.required = true, .search = true, .sortable = true})
          .field(&AidTerm::title_en, "title_en", {"Bằng tiếng Anh", "In English"}, {.search = true})
          .field(&AidTerm::decree, "decree", {"Nghị định", "Decree"}, {.required = true, .options = &aid_decrees(), .filter = true})
          .field(&AidTerm::event, "event", {"Việc", "What"}, {.required = true, .options = &term_events(), .filter = true})
          .field(&AidTerm::unit, "unit", {"Tính theo", "Counted in"}, {.required = true, .options = &term_units()})
          .field(&AidTerm::number, "number", {"Số ngày, tháng", "Days or months"}, {.min = 0, .max_value = 400})
          .field(&AidTerm::day, "day", {"Ngày cố định", "Fixed day"}, {.min = 0, .max_value = 31})
          .field(&AidTerm::month, "month", {"Tháng cố định", "Fixed month"}, {.min = 0, .max_value = 12})
          .field(&AidTerm::source, "source", {"Căn cứ", "Basis"}, {.search = true})
          .field(&AidTerm::status, "status", {"Độ tin cậy", "Reliability"}, {.required = true, .options = &verified_or_recalled(), .filter = true})
          .title("title", "title_en")
          .list({"title", "decree", "event", "number", "unit", "day", "month", "status"})
          .sorted_by("title")
          .scope(shared_scope)
          .summary(aid_doors)
          .reference()
          .not_in_nav()
          .rule(check)
          .done();
  return description;
}

ReferenceRows aid_term_rows() {
  return reference_rows("aid_terms.tsv", {{"code", "code"}, {"title", "title_vi"}, {"title_en", "title_en"}, {"decree", "decree"}, {"event", "event"}, {"number", "number"}, {"unit", "unit"}, {"day", "day"}, {"month", "month"},
                                          {"source", "basis"}, {"status", "status"}});
}

std::optional<AidLimit> aid_limit(db::ReadDb& db, const std::string& decree, std::string_view event) {
  const auto row = db.first("SELECT number, unit, day, month, status FROM aid_term WHERE deleted = 0 AND decree = $1 AND event = $2 ORDER BY id DESC LIMIT 1", {decree, std::string(event)});
  if (!row) return std::nullopt;
  AidLimit out;
  out.number = static_cast<int>(db::as_int((*row)[0]));
  out.unit = db::as_text((*row)[1]);
  out.day = static_cast<int>(db::as_int((*row)[2]));
  out.month = static_cast<int>(db::as_int((*row)[3]));
  out.verified = db::as_text((*row)[4]) == "verified";
  return out;
}

Date AidLimit::after(Date from) const {
  if (!from) return {};
  if (unit == "months") return from.plus_months(number);
  if (unit == "days") return from.plus_days(number);
  const auto on = [&](int year) { return Date::from_ymd(year, month, std::min(day, days_in_month(year, month))).value_or(Date{}); };
  const Date same = on(from.year());
  return same > from ? same : on(from.year() + 1);
}

}  // namespace nc::app
