// Register of external information: panels, talks, bulletins, articles, broadcasts.
#include "app/common/lists.h"
#include "app/common/rules.h"
#include "app/information/public.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Information : reg::Standard {
  std::string kind, title, title_en;
  reg::Codes countries;
  reg::Count quantity;
  Date since, date;
  std::string language = "vi", topic, audience, place;
  reg::Refs joint;
  reg::Count people;
  std::string url, description, status = "done";
};

const reg::Options& info_kinds() {
  static const reg::Options options{{"panel", {"bảng thông tin", "information panel"}},
                                    {"talk", {"nói chuyện thời sự, sinh hoạt tuyên truyền", "talk"}},
                                    {"training", {"tập huấn", "training"}},
                                    {"photo_exhibition", {"triển lãm ảnh", "photo exhibition"}},
                                    {"bulletin", {"bản tin", "bulletin"}},
                                    {"book", {"sách", "book"}},
                                    {"video", {"phim, video", "video"}},
                                    {"web_article", {"bài trên trang thông tin", "web article"}},
                                    {"fanpage_post", {"bài trên mạng xã hội", "social media post"}},
                                    {"press_interview", {"trả lời báo chí", "press interview"}},
                                    {"leaflet", {"tờ rơi", "leaflet"}},
                                    {"broadcast", {"phát thanh, truyền hình", "broadcast"}}};
  return options;
}

const reg::Options& states() {
  static const reg::Options options{
      {"planned", {"trong kế hoạch", "planned"}}, {"done", {"đã làm", "done"}}, {"cancelled", {"đã hủy", "cancelled"}}};
  return options;
}

void check(const Information& i, Problems& problems) {
  not_before(i.since, i.date, "date", problems);
  if (i.status == "done") not_in_future(i.date, "date", problems);
  not_absurd(i.quantity, 10'000'000, "quantity", problems);
}

}  // namespace

const reg::Description& information_items() {
  static const reg::Description description =
      reg::Register<Information>("information", "information", {"Thông tin đối ngoại", "External information"},
                                 {"sản phẩm thông tin", "information item"})
          .icon("speakerphone")
          .prefix("TTDN")
          .field(&Information::title, "title", {"Nội dung", "Title"},
                 {.required = true,
                  .search = true,
                  .sortable = true,
                  .section = Text{"Sản phẩm thông tin", "Information item"}})
          .field(&Information::title_en, "title_en", {"Nội dung bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Information::kind, "kind", {"Loại", "Kind"},
                 {.required = true, .options = &info_kinds(), .filter = true})
          .field(&Information::countries, "countries", {"Nước", "Countries"},
                 {.options = &nc::app::countries(), .filter = true})
          .field(&Information::quantity, "quantity", {"Số lượng", "Quantity"},
                 {.hint = Text{"Số bảng, số bài, số bản in", "Panels, articles, copies"}})
          .field(&Information::date, "date", {"Ngày", "Date"},
                 {.required = true,
                  .filter = true,
                  .hint = Text{"Chưa rõ ngày thì ghi ngày cuối của khoảng thời gian",
                               "If the day is unknown, enter the last day of the stretch"},
                  .preset = "today"})
          .field(&Information::since, "since", {"Khoảng thời gian từ ngày", "Stretch begins"},
                 {.hint = Text{"Chỉ ghi khi chưa rõ ngày", "Only when the day is unknown"}})
          .field(&Information::language, "language", {"Ngôn ngữ", "Language"},
                 {.options = &languages(), .filter = true, .preset = "vi"})
          .field(&Information::topic, "topic", {"Chủ đề", "Topic"}, {.search = true, .filter = true})
          .field(&Information::audience, "audience", {"Đối tượng", "Audience"}, {.search = true})
          .field(&Information::people, "people", {"Số người dự", "People reached"},
                 {.unit = Text{"lượt người", "people"}})
          .field(&Information::place, "place", {"Nơi đặt, nơi tổ chức", "Place"}, {.search = true})
          .field(&Information::joint, "joint", {"Đơn vị phối hợp", "Joint organisations"}, {.link = "organisation"})
          .field(&Information::url, "url", {"Đường dẫn", "Address"}, {.url = true})
          .field(&Information::description, "description", {"Ghi thêm", "Details"}, {.long_text = true, .search = true})
          .field(&Information::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &states(), .filter = true, .preset = "done"})
          .title("title", "title_en")
          .date("date")
          .country("countries")
          .list({"date", "title", "kind", "countries", "language", "quantity", "org"})
          .sorted_by("date", true)
          .view({"Bảng thông tin", "Panels"}, "kind=panel")
          .view({"Bài, bản tin", "Articles, bulletins"}, "kind=web_article&kind=bulletin&kind=fanpage_post")
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
