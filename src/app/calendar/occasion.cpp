// Register of occasions: days to remember, with the rule of their date and how sure it is.
#include "app/calendar/public.h"
#include "app/calendar/rule_words.h"
#include "app/calendar/rules.h"
#include "app/common/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Occasion : reg::Standard {
  std::string name, name_en, kind;
  reg::Codes countries, audience;
  std::string rule;
  std::int64_t base_year = 0;
  Date base_date;
  std::int64_t days = 1;
  reg::Codes typical_use;
  std::string source, status = "recalled";
};

const reg::Options& occasion_kinds() {
  static const reg::Options options{{"diplomatic_relation", {"lập quan hệ ngoại giao", "diplomatic relations"}},
                                    {"treaty", {"hiệp ước, đối tác", "treaty, partnership"}},
                                    {"national_day", {"quốc khánh", "national day"}},
                                    {"festival", {"lễ, Tết cổ truyền", "traditional festival"}},
                                    {"international_day", {"ngày quốc tế", "international day"}},
                                    {"domestic_day", {"ngày lễ trong nước", "domestic day"}},
                                    {"organisation_day", {"ngày của tổ chức", "day of an organisation"}},
                                    {"friendship_year", {"năm hữu nghị", "friendship year"}},
                                    {"other", {"ngày khác", "other"}}};
  return options;
}

const reg::Options& audiences() {
  static const reg::Options options{{"all", {"mọi nước", "every country"}},
                                    {"peace", {"phong trào hòa bình", "peace movement"}},
                                    {"UN", {"Liên hợp quốc", "United Nations"}},
                                    {"ASEAN", {"ASEAN", "ASEAN"}},
                                    {"EU", {"Liên minh châu Âu", "European Union"}},
                                    {"OIF", {"cộng đồng Pháp ngữ", "francophone community"}},
                                    {"AU_ORG", {"Liên minh châu Phi", "African Union"}},
                                    {"VN_KHMER", {"đồng bào Khmer", "Khmer people of Viet Nam"}}};
  return options;
}

const reg::Options& uses() {
  static const reg::Options options{{"greeting", {"thư, lời chúc mừng", "greetings"}},
                                    {"gathering", {"gặp mặt, họp mặt", "gathering"}},
                                    {"national_day", {"dự quốc khánh, chào mừng", "national day reception"}},
                                    {"anniversary", {"lễ kỷ niệm", "anniversary"}},
                                    {"festival", {"ngày hội, lễ hội", "festival"}},
                                    {"domestic", {"việc trong nước", "marked at home"}},
                                    {"community", {"sinh hoạt cộng đồng", "community event"}},
                                    {"receive_greetings", {"tiếp khách đến chúc mừng", "receiving guests"}},
                                    {"veterans_meeting", {"gặp cựu chiến binh, cựu chuyên gia", "meeting of veterans and experts"}},
                                    {"consulate_visit", {"thăm, chúc mừng cơ quan lãnh sự", "visit to the consulate"}},
                                    {"pagoda_visit", {"thăm chùa", "visit to pagodas"}},
                                    {"charity", {"từ thiện", "charity"}},
                                    {"gifts", {"tặng quà", "gifts"}},
                                    {"tree_planting", {"trồng cây hữu nghị", "tree planting"}},
                                    {"contest", {"cuộc thi", "contest"}},
                                    {"exhibition", {"triển lãm", "exhibition"}},
                                    {"conference", {"hội thảo, hội nghị", "conference"}},
                                    {"campaign", {"vận động, tuyên truyền", "campaign"}},
                                    {"signature_campaign", {"lấy chữ ký", "signatures"}},
                                    {"peace", {"hoạt động vì hòa bình", "work for peace"}},
                                    {"song_festival", {"liên hoan tiếng hát", "song festival"}},
                                    {"prayer", {"cầu nguyện, cầu siêu", "prayers"}},
                                    {"requiem", {"lễ cầu siêu, tri ân", "requiem"}},
                                    {"wreath", {"dâng hoa, đặt vòng hoa", "laying of wreaths"}},
                                    {"culture", {"giao lưu văn hóa", "culture"}},
                                    {"press", {"gặp gỡ báo chí", "meeting the press"}},
                                    {"award", {"khen thưởng", "awards"}}};
  return options;
}

void check(const Occasion& o, Problems& problems) {
  if (o.base_year != 0 && (o.base_year < 1000 || o.base_year > 2200))
    complain(problems, "base_year", "Năm gốc phải từ 1000 đến 2200.", "The base year must be between 1000 and 2200.");
  if (!o.rule.empty() && !is_rule(o.rule))
    complain(problems, "rule", "Chưa hiểu cách tính ngày này. Ví dụ: ngày 2 tháng 12 hằng năm; mùng 1 tháng Giêng âm lịch; ghi riêng từng năm.",
             "This rule can't be read. For example: 2 December every year; day 1 of lunar month 1; entered year by year.");
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
          .field(&Occasion::audience, "audience", {"Nhóm nước, đối tượng", "Groups"}, {.options = &audiences()})
          .field(&Occasion::rule, "rule", {"Cách tính ngày", "Rule of the date"},
                 {.options = &rule_options(),
                  .hint = Text{"Gõ ngày rồi chọn: 2/12; mùng 1 tháng Giêng âm lịch; Chủ nhật lần thứ hai trong tháng 5; ghi riêng từng năm",
                               "Type a day and choose: 2/12; day 1 of lunar month 1; second Sunday of May; entered year by year"},
                  .section = Text{"Ngày", "Date"}})
          .field(&Occasion::base_date, "base_date", {"Ngày gốc", "First day"}, {.filter = true})
          .field(&Occasion::base_year, "base_year", {"Năm gốc", "Base year"},
                 {.hint = Text{"Lần thứ mấy được tính từ năm này", "Anniversaries are counted from this year"},
                  .min = 0,
                  .max_value = 2200})
          .field(&Occasion::days, "days", {"Số ngày", "Days"}, {.min = 0, .max_value = 366})
          .field(&Occasion::typical_use, "typical_use", {"Việc thường làm", "What is usually done"}, {.options = &uses(), .search = true})
          .field(&Occasion::source, "source", {"Nguồn", "Source"}, {})
          .field(&Occasion::status, "status", {"Độ tin cậy của ngày", "Reliability of the date"},
                 {.required = true, .options = &sureness(), .filter = true, .preset = "recalled"})
          .title("name", "name_en")
          .subtitle("typical_use")
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
