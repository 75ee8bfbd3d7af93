// Register of occasions: days to remember, with the rule of their date and how sure it is.
#include "app/calendar/public.h"
#include "app/calendar/rules.h"
#include "app/common/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Occasion : reg::Standard {
  std::string name, name_en, kind;
  reg::Codes countries;
  std::string audience, rule;
  std::int64_t base_year = 0;
  Date base_date;
  std::int64_t days = 1;
  std::string typical_use, source, status = "recalled";
};

const reg::Options& occasion_kinds() {
  static const reg::Options options{{"diplomatic_relation", {"lập quan hệ ngoại giao", "diplomatic relations"}},
                                    {"treaty", {"hiệp ước, khuôn khổ quan hệ", "treaty, partnership"}},
                                    {"national_day", {"quốc khánh", "national day"}},
                                    {"festival", {"lễ, Tết cổ truyền", "traditional festival"}},
                                    {"international_day", {"ngày quốc tế", "international day"}},
                                    {"domestic_day", {"ngày lễ trong nước", "domestic day"}},
                                    {"organisation_day", {"ngày của tổ chức", "day of an organisation"}},
                                    {"friendship_year", {"năm hữu nghị", "friendship year"}},
                                    {"other", {"ngày khác", "other"}}};
  return options;
}

void check(const Occasion& o, Problems& problems) {
  if (o.base_year != 0 && (o.base_year < 1000 || o.base_year > 2200))
    complain(problems, "base_year", "Năm gốc phải từ 1000 đến 2200.", "The base year must be between 1000 and 2200.");
  if (!o.rule.empty() && !is_rule(o.rule))
    complain(problems, "rule", "Chưa hiểu quy tắc này. Ví dụ: fixed:12-02, lunar:UTC+7:01-01, weekday:second_sunday_may, table (ghi từng năm).",
             "This rule can't be read. For example: fixed:12-02, lunar:UTC+7:01-01, weekday:second_sunday_may, table (entered yearly).");
  if (o.base_date && o.base_year != 0 && o.base_date.year() != o.base_year)
    complain(problems, "base_year", "Năm gốc khác năm của ngày gốc. Sửa một trong hai.",
             "The base year differs from the base day. Mend one of them.");
}

}  // namespace

const reg::Description& occasions() {
  static const reg::Description description =
      reg::Register<Occasion>("occasion", "occasions", {"Lịch kỷ niệm", "Occasions"}, {"dịp", "occasion"})
          .icon("calendar-heart")
          .field(&Occasion::name, "name", {"Tên", "Vietnamese name"},
                 {.required = true, .search = true, .sortable = true, .section = Text{"Dịp", "Occasion"}})
          .field(&Occasion::name_en, "name_en", {"Tên tiếng Anh", "English name"}, {.search = true})
          .field(&Occasion::kind, "kind", {"Loại", "Kind"},
                 {.required = true, .options = &occasion_kinds(), .filter = true})
          .field(&Occasion::countries, "countries", {"Nước", "Countries"},
                 {.options = &nc::app::countries(), .filter = true})
          .field(&Occasion::audience, "audience", {"Nhóm nước, đối tượng", "Groups"}, {.max = 100})
          .field(&Occasion::rule, "rule", {"Cách tính ngày", "Rule of the date"},
                 {.max = 100,
                  .hint = Text{"fixed:12-02 là ngày 02/12 hằng năm; lunar:UTC+7:01-01 là mùng 1 tháng Giêng âm lịch",
                               "fixed:12-02 is every 2 December; lunar:UTC+7:01-01 is lunar New Year"},
                  .section = Text{"Ngày", "Date"}})
          .field(&Occasion::base_date, "base_date", {"Ngày gốc", "First day"}, {.filter = true})
          .field(&Occasion::base_year, "base_year", {"Năm gốc", "Base year"},
                 {.hint = Text{"Lần thứ mấy được tính từ năm này", "Anniversaries are counted from this year"},
                  .min = 0,
                  .max_value = 2200})
          .field(&Occasion::days, "days", {"Số ngày", "Days"}, {.min = 0, .max_value = 366})
          .field(&Occasion::typical_use, "typical_use", {"Việc thường làm", "What is usually done"}, {.search = true})
          .field(&Occasion::source, "source", {"Nguồn", "Source"}, {})
          .field(&Occasion::status, "status", {"Độ tin cậy của ngày", "Reliability of the date"},
                 {.required = true, .options = &sureness(), .filter = true, .preset = "recalled"})
          .title("name", "name_en")
          .date("base_date")
          .list({"name", "kind", "countries", "rule", "base_date", "status"})
          .sorted_by("name")
          .index({"kind", "base_date"})
          .view({"Quan hệ ngoại giao", "Diplomatic relations"}, "kind=diplomatic_relation")
          .view({"Quốc khánh", "National days"}, "kind=national_day")
          .view({"Lễ, Tết", "Festivals"}, "kind=festival")
          .view({"Chưa kiểm chứng", "Not verified"}, "status=recalled")
          .scope(shared_scope)
          .panel(reg::PanelPlace::side, occasion_panel)
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
