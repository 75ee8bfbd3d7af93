// Registers of contests and of their rounds.
#include "app/common/lists.h"
#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/contests/entry.h"
#include "app/contests/panels.h"
#include "app/contests/public.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Contest : reg::Standard {
  std::string title, title_en, series;
  std::int64_t edition = 0;
  std::string subject, language, level, status = "rules_issued";
  reg::Codes countries;
  reg::Refs joint;
  std::string rules_no, rules;
  Date from_date, closes_on, to_date;
  std::string place, jury;
  std::int64_t max_score = 100;
  reg::Count entrants;
  reg::Ref sponsor;
  std::string prizes, result;
  Date awarded_on;
  reg::Ref activity;
  std::string entry_key;
};

struct Round : reg::Standard {
  reg::Ref contest;
  std::int64_t number = 1;
  std::string name, format = "onsite";
  Date from_date, to_date;
  std::string place;
  std::int64_t places = 0;
};

const reg::Options& levels() {
  static const reg::Options options{{"city", {"cấp tỉnh, thành phố", "province, city"}}, {"association", {"cấp hội", "association"}}, {"school", {"cấp trường", "school"}},
                                    {"region", {"cấp vùng", "region"}},                  {"national", {"toàn quốc", "national"}},    {"international", {"quốc tế", "international"}}};
  return options;
}

const reg::Options& states() {
  static const reg::Options options{{"rules_issued", {"đã ban hành thể lệ", "rules issued"}}, {"open", {"đang nhận đăng ký", "open"}}, {"closed", {"đã khóa danh sách", "closed"}},
                                    {"judging", {"đang chấm", "judging"}},                    {"results", {"đã có kết quả", "results out"}}, {"awarded", {"đã trao giải", "awarded"}},
                                    {"cancelled", {"đã hủy", "cancelled"}}};
  return options;
}

void check(const Contest& c, Problems& problems) {
  not_before(c.from_date, c.to_date, "to_date", problems);
  not_before(c.from_date, c.closes_on, "closes_on", problems);
  not_absurd(c.entrants, 1'000'000, "entrants", problems);
  if (c.edition < 0) complain(problems, "edition", "Lần tổ chức không được âm.", "An edition can't be negative.");
}

void check_round(const Round& r, Problems& problems) { not_before(r.from_date, r.to_date, "to_date", problems); }

}  // namespace

const reg::Description& contests() {
  static const reg::Description description =
      reg::Register<Contest>("contest", "contests", {"Cuộc thi", "Contests"}, {"cuộc thi", "contest"})
          .icon("trophy")
          .holds({"giám khảo", "jurors"}, {"chấm thi và công bố kết quả", "judging and announcing the results"})
          .prefix("CT")
          .field(&Contest::title, "title", {"Tên cuộc thi", "Title"}, {.required = true, .search = true, .sortable = true, .section = Text{"Cuộc thi", "Contest"}})
          .field(&Contest::title_en, "title_en", {"Tên bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Contest::series, "series", {"Tên chung qua các lần", "Name over all editions"}, {.search = true, .hint = Text{"Ví dụ: Hàn Quốc trong mắt tôi", "For example: Korea in my eyes"}})
          .field(&Contest::edition, "edition", {"Lần thứ", "Edition"}, {.min = 0, .max_value = 500})
          .field(&Contest::subject, "subject", {"Chủ đề", "Subject"}, {.search = true})
          .field(&Contest::language, "language", {"Ngôn ngữ thi", "Language"}, {.options = &languages(), .filter = true})
          .field(&Contest::level, "level", {"Cấp", "Level"}, {.options = &levels(), .filter = true})
          .field(&Contest::countries, "countries", {"Nước", "Countries"}, {.options = &countries(), .filter = true})
          .field(&Contest::status, "status", {"Trạng thái", "Status"}, {.required = true, .options = &states(), .filter = true, .preset = "rules_issued"})
          .field(&Contest::joint, "joint", {"Đơn vị phối hợp", "Joint organisations"}, {.link = "organisation"})
          .field(&Contest::sponsor, "sponsor", {"Nhà tài trợ", "Sponsor"}, {.link = "partner", .filter = true})
          .field(&Contest::rules_no, "rules_no", {"Thể lệ, kế hoạch", "Rules, plan"}, {.search = true, .hint = Text{"Ví dụ: 12/KH-LHHN", "For example: 12/KH-LHHN"}, .section = Text{"Thể lệ và thời gian", "Rules and days"}})
          .field(&Contest::from_date, "from_date", {"Nhận đăng ký từ", "Open from"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Contest::closes_on, "closes_on", {"Hết hạn đăng ký", "Entries close"}, {.filter = true})
          .field(&Contest::to_date, "to_date", {"Chung kết", "Final on"}, {.filter = true})
          .field(&Contest::place, "place", {"Nơi thi", "Place"}, {.search = true})
          .field(&Contest::rules, "rules", {"Tóm tắt thể lệ", "Rules in short"}, {.long_text = true, .search = true})
          .field(&Contest::jury, "jury", {"Ban giám khảo", "Jury"}, {.max = 600, .search = true, .personal = true, .hint = Text{"Cách nhau bằng dấu phẩy; mỗi người một cột ở bảng điểm", "Separated by commas; each gets a column on the score sheet"}, .section = Text{"Chấm và kết quả", "Judging and results"}})
          .field(&Contest::max_score, "max_score", {"Thang điểm", "Highest score"}, {.preset = "100", .min = 1, .max_value = 1000})
          .field(&Contest::entrants, "entrants", {"Số thí sinh", "Entrants"}, {.hint = Text{"Để trống thì đếm theo danh sách", "Left empty, the list is counted"}, .unit = Text{"người", "people"}})
          .field(&Contest::prizes, "prizes", {"Cơ cấu giải thưởng", "Prizes"}, {.long_text = true})
          .field(&Contest::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .field(&Contest::awarded_on, "awarded_on", {"Ngày trao giải", "Awarded on"}, {.filter = true})
          .field(&Contest::activity, "activity", {"Thuộc hoạt động", "Of the activity"}, {.link = "activity", .hint = Text{"Cuộc thi đã ghi ở sổ hoạt động: gắn để chỉ đếm một lần", "Recorded as an activity already: link it, so that it counts once"}})
          .field(&Contest::entry_key, "entry_key", {"Địa chỉ trang đăng ký", "Address of the registration page"}, {.max = 80, .read_only = true, .inner = true})
          .title("title", "title_en")
          .date("from_date")
          .country("countries")
          .list({"from_date", "title", "edition", "language", "entrants", "to_date", "status"})
          .sorted_by("from_date", true)
          .index({"org_id", "from_date"})
          .index({"entry_key"})
          .view({"Đang diễn ra", "Under way"}, "status=open&status=closed&status=judging")
          .view({"Đã trao giải", "Awarded"}, "status=results&status=awarded")
          .panel(reg::PanelPlace::main, rounds_panel)
          .panel(reg::PanelPlace::main, entry_panel)
          .panel(reg::PanelPlace::main, entrants_panel)
          .rule(check)
          .guard(flow::guard(contest_flow()))
          .watch(flow::watch(contest_flow()))
          .done();
  return description;
}

const reg::Description& contest_rounds() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Round>("contest_round", "contest-rounds", {"Vòng thi", "Rounds"}, {"vòng thi", "round"})
          .icon("stairs-up")
          .field(&Round::contest, "contest", {"Cuộc thi", "Contest"}, {.required = true, .link = "contest", .filter = true})
          .field(&Round::number, "number", {"Vòng số", "No."}, {.required = true, .preset = "1", .min = 1, .max_value = 50})
          .field(&Round::name, "name", {"Tên vòng", "Name"}, {.required = true, .search = true, .hint = Text{"Ví dụ: Sơ khảo, Bán kết, Chung khảo", "For example: preliminary, semi-final, final"}})
          .field(&Round::from_date, "from_date", {"Từ ngày", "From"}, {.filter = true})
          .field(&Round::to_date, "to_date", {"Đến ngày", "To"}, {})
          .field(&Round::format, "format", {"Hình thức", "Format"}, {.options = &formats(), .preset = "onsite"})
          .field(&Round::place, "place", {"Nơi thi", "Place"}, {.search = true})
          .field(&Round::places, "places", {"Số chỗ vào vòng này", "Places in this round"}, {.min = 0, .max_value = 100'000})
          .title("name")
          .date("from_date")
          .list({"number", "name", "from_date", "to_date", "format", "place", "places"})
          .sorted_by("from_date")
          .index({"contest"})
          .part_of("contest")
          .rule(check_round)
          .done());
  return description;
}

}  // namespace nc::app
