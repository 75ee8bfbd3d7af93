// Register of external information: panels, talks, training, publications, press, media; each through approval and, where one is needed, a licence.
#include "app/common/lists.h"
#include "app/common/rules.h"
#include "app/information/kinds.h"
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
  reg::Count people, copies;
  std::string speaker, outlet, issue_no, credit, tone, url, description, status = "done";
  bool needs_license = false;
  std::string license_by, license_no;
  Date license_sent, license_on;
};

const reg::Options& states() {
  static const reg::Options options{{"planned", {"đang soạn, trong kế hoạch", "draft, planned"}}, {"checking", {"chờ duyệt nội dung", "waits for approval"}}, {"approved", {"đã duyệt nội dung", "approved"}},
                                    {"licensing", {"chờ giấy phép", "waits for the licence"}},    {"done", {"đã làm, đã phát hành", "done, published"}},          {"cancelled", {"đã hủy", "cancelled"}}};
  return options;
}

const reg::Options& tones() {
  static const reg::Options options{{"good", {"thuận lợi", "favourable"}}, {"even", {"trung lập", "neutral"}}, {"critical", {"phê phán", "critical"}}};
  return options;
}

void check(const Information& i, Problems& problems) {
  constexpr std::int64_t k_most = 10'000'000;
  not_before(i.since, i.date, "date", problems);
  if (i.status == "done") not_in_future(i.date, "date", problems);
  not_absurd(i.quantity, k_most, "quantity", problems);
  not_absurd(i.copies, k_most, "copies", problems);
  not_absurd(i.people, k_most, "people", problems);
  not_before(i.license_sent, i.license_on, "license_on", problems);
  if (i.status == "done" && i.needs_license && i.license_no.empty())
    complain(problems, "license_no", "Sản phẩm này cần giấy phép: ghi số giấy phép rồi mới phát hành.", "This product needs a licence: enter its number before it is published.");
}

}  // namespace

const reg::Description& information_items() {
  static const reg::Description description =
      reg::Register<Information>("information", "information", {"Thông tin đối ngoại", "External information"}, {"sản phẩm thông tin", "information item"})
          .icon("speakerphone")
          .prefix("TTDN")
          .holds({"báo cáo viên, tác giả ảnh và phim được nêu tên", "speakers and authors named with their work"}, {"ghi đúng người nói, người làm", "naming who spoke and who made it"})
          .field(&Information::title, "title", {"Nội dung", "Title"}, {.required = true, .search = true, .sortable = true, .section = Text{"Sản phẩm thông tin", "Information item"}})
          .field(&Information::title_en, "title_en", {"Nội dung bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Information::kind, "kind", {"Loại", "Kind"}, {.required = true, .options = &info_kinds(), .filter = true})
          .field(&Information::countries, "countries", {"Nước", "Countries"}, {.options = &nc::app::countries(), .filter = true})
          .field(&Information::topic, "topic", {"Chủ đề", "Topic"}, {.search = true, .filter = true})
          .field(&Information::language, "language", {"Ngôn ngữ", "Language"}, {.options = &languages(), .filter = true, .preset = "vi"})
          .field(&Information::quantity, "quantity", {"Số lượng", "Quantity"}, {.hint = Text{"Số bảng, số bài, số kỳ, số lớp, số tệp; số bản in ghi ở ô riêng", "Panels, articles, issues, classes, files; printed copies have a box of their own"}})
          .field(&Information::date, "date", {"Ngày", "Date"},
                 {.required = true, .filter = true, .hint = Text{"Chưa rõ ngày thì ghi ngày cuối của khoảng thời gian", "If the day is unknown, enter the last day of the stretch"}, .preset = "today"})
          .field(&Information::since, "since", {"Khoảng thời gian từ ngày", "Stretch begins"}, {.hint = Text{"Lớp nhiều ngày, hoặc khi chưa rõ ngày", "Classes of several days, or when the day is unknown"}})
          .field(&Information::speaker, "speaker", {"Báo cáo viên, người trả lời", "Speaker"}, {.search = true, .personal = true, .section = Text{"Theo loại", "By kind"}})
          .field(&Information::audience, "audience", {"Đối tượng", "Audience"}, {.search = true})
          .field(&Information::people, "people", {"Số người dự, học viên", "People reached, trainees"}, {.unit = Text{"lượt người", "people"}})
          .field(&Information::place, "place", {"Nơi đặt, nơi tổ chức", "Place"}, {.search = true})
          .field(&Information::issue_no, "issue_no", {"Số phát hành", "Issue"}, {.max = 60, .search = true})
          .field(&Information::copies, "copies", {"Số bản in", "Copies"}, {.unit = Text{"bản", "copies"}})
          .field(&Information::outlet, "outlet", {"Báo, đài, nơi đăng", "Outlet"}, {.search = true, .filter = true})
          .field(&Information::tone, "tone", {"Giọng của bài", "Tone"}, {.options = &tones(), .filter = true, .hint = Text{"Chỉ ghi cho tin, bài báo khác đăng", "Only for press items about us"}})
          .field(&Information::credit, "credit", {"Tác giả, nguồn ảnh", "Credit"}, {.search = true, .personal = true})
          .field(&Information::url, "url", {"Đường dẫn", "Address"}, {.url = true})
          .field(&Information::joint, "joint", {"Đơn vị phối hợp", "Joint organisations"}, {.link = "organisation"})
          .field(&Information::description, "description", {"Ghi thêm", "Details"}, {.long_text = true, .search = true})
          .field(&Information::needs_license, "needs_license", {"Cần giấy phép", "Needs a licence"},
                 {.filter = true, .hint = Text{"Bản tin, tài liệu không kinh doanh, triển lãm: hỏi cơ quan quản lý báo chí, xuất bản nơi phát hành", "Bulletins, free publications, exhibitions: ask the press authority of the place"}, .section = Text{"Giấy phép, trạng thái", "Licence, state"}})
          .field(&Information::license_by, "license_by", {"Cơ quan cấp phép", "Authority"}, {.search = true})
          .field(&Information::license_sent, "license_sent", {"Ngày gửi hồ sơ", "Asked on"}, {})
          .field(&Information::license_no, "license_no", {"Số giấy phép", "Licence number"}, {.max = 80, .search = true})
          .field(&Information::license_on, "license_on", {"Ngày cấp", "Granted on"}, {})
          .field(&Information::status, "status", {"Trạng thái", "Status"}, {.required = true, .options = &states(), .filter = true, .preset = "done"})
          .title("title", "title_en")
          .date("date")
          .country("countries")
          .list({"date", "title", "kind", "countries", "language", "quantity", "status", "org"})
          .sorted_by("date", true)
          .condition("incomplete", {"còn thiếu thông tin", "something missing"}, incomplete_condition())
          .view({"Đang làm", "Under way"}, "status=planned&status=checking&status=approved&status=licensing")
          .view({"Bảng thông tin", "Panels"}, "kind=panel")
          .view({"Bài, bản tin", "Articles, bulletins"}, "kind=web_article&kind=bulletin&kind=fanpage_post")
          .view({"Báo chí về mình", "Press about us"}, "kind=press_item&kind=press_interview")
          .view({"Ảnh, phim", "Media"}, "kind=photo&kind=video&kind=infographic")
          .view({"Còn thiếu thông tin", "Something missing"}, "is=incomplete")
          .summary(information_views)
          .form_aside(needs_aside)
          .panel(reg::PanelPlace::side, completeness_panel)
          .rule(check)
          .guard(flow::guard(information_flow()))
          .watch(flow::watch(information_flow()))
          .done();
  return description;
}

}  // namespace nc::app
