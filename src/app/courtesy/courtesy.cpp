// Register of courtesy contacts inside the country: they are not delegations.
#include "app/common/rules.h"
#include "app/courtesy/panel.h"
#include "app/courtesy/public.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Courtesy : reg::Standard {
  std::string kind, title, title_en;
  reg::Ref partner;
  reg::Codes countries;
  Date since, date;
  reg::Ref occasion;
  std::string led_by;
  reg::Refs joint;
  std::string place, content, follow_up, letter, letter_en, status = "done";
  reg::Ref same_as;
};

const reg::Options& courtesy_kinds() {
  static const reg::Options options{
      {"receive_courtesy_call", {"tiếp khách đến chào", "received a courtesy call"}},
      {"pay_visit", {"đến thăm, chúc mừng", "paid a visit"}},
      {"greeting_letter", {"thư, thiếp chúc mừng", "greeting letter"}},
      {"gift", {"tặng hoa, quà", "gift"}},
      {"condolence", {"chia buồn", "condolence"}},
      {"attend_reception", {"dự chiêu đãi", "attended a reception"}},
      {"accompany_leader", {"tháp tùng đoàn tỉnh, thành phố", "went with the city's delegation"}}};
  return options;
}

const reg::Options& courtesy_states() {
  static const reg::Options options{{"suggested", {"được gợi ý", "suggested"}},
                                    {"planned", {"trong kế hoạch", "planned"}},
                                    {"done", {"đã làm", "done"}},
                                    {"skipped", {"bỏ qua", "skipped"}}};
  return options;
}

void check(const Courtesy& c, Problems& problems) {
  not_before(c.since, c.date, "date", problems);
  if (c.status == "done") not_in_future(c.date, "date", problems);
}

}  // namespace

const reg::Description& courtesies() {
  static const reg::Description description =
      reg::Register<Courtesy>("courtesy", "courtesies", {"Thăm, chúc mừng", "Courtesy contacts"},
                              {"tiếp xúc xã giao", "courtesy contact"})
          .icon("friends")
          .holds({"người dẫn đầu đoàn thăm, chúc mừng", "those who lead courtesy visits"}, {"lễ tân, nhớ ai đã thăm ai", "protocol: who visited whom"})
          .prefix("XG")
          .field(&Courtesy::kind, "kind", {"Hình thức", "Kind"},
                 {.required = true,
                  .options = &courtesy_kinds(),
                  .filter = true,
                  .section = Text{"Tiếp xúc xã giao", "Courtesy contact"}})
          .field(&Courtesy::title, "title", {"Nội dung", "Title"}, {.required = true, .search = true, .sortable = true})
          .field(&Courtesy::title_en, "title_en", {"Nội dung bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Courtesy::partner, "partner", {"Đối tác", "Partner"}, {.link = "partner", .filter = true})
          .field(&Courtesy::countries, "countries", {"Nước", "Countries"},
                 {.options = &nc::app::countries(), .filter = true})
          .field(&Courtesy::date, "date", {"Ngày", "Date"},
                 {.required = true,
                  .filter = true,
                  .hint = Text{"Chưa rõ ngày thì ghi ngày cuối của khoảng thời gian",
                               "If the day is unknown, enter the last day of the stretch"},
                  .preset = "today"})
          .field(&Courtesy::since, "since", {"Khoảng thời gian từ ngày", "Stretch begins"},
                 {.hint = Text{"Chỉ ghi khi chưa rõ ngày", "Only when the day is unknown"}})
          .field(&Courtesy::occasion, "occasion", {"Dịp", "Occasion"}, {.link = "occasion"})
          .field(&Courtesy::led_by, "led_by", {"Người dẫn đầu", "Led by"}, {.search = true, .personal = true})
          .field(&Courtesy::joint, "joint", {"Đơn vị cùng đi", "Joint organisations"}, {.link = "organisation"})
          .field(&Courtesy::place, "place", {"Nơi gặp", "Place"}, {.search = true})
          .field(&Courtesy::content, "content", {"Nội dung trao đổi", "What was said"},
                 {.long_text = true, .search = true})
          .field(&Courtesy::follow_up, "follow_up", {"Việc cần làm tiếp", "Follow-up"}, {.search = true})
          .field(&Courtesy::letter, "letter", {"Lời thư", "Letter in Vietnamese"}, {.long_text = true, .section = Text{"Thư chúc mừng", "Greeting letter"}})
          .field(&Courtesy::letter_en, "letter_en", {"Lời thư bằng tiếng Anh", "Letter in English"}, {.long_text = true})
          .field(&Courtesy::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &courtesy_states(), .filter = true, .preset = "done"})
          .field(&Courtesy::same_as, "same_as", {"Cùng một việc với", "Same contact as"}, {.link = "courtesy"})
          .title("title", "title_en")
          .date("date")
          .country("countries")
          .list({"date", "title", "kind", "partner", "countries", "org", "status"})
          .sorted_by("date", true)
          .index({"org_id", "date"})
          .index({"partner", "date"})
          .view({"Tháp tùng đoàn thành phố", "With the city's delegation"}, "kind=accompany_leader")
          .view({"Thư chúc mừng", "Greeting letters"}, "kind=greeting_letter")
          .view({"Cần làm", "To do"}, "status=suggested&status=planned")
          .panel(reg::PanelPlace::side, letter_panel)
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
