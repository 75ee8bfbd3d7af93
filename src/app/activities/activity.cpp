// Register of friendship activities: gatherings, exchanges, contests, peace events.
#include "app/activities/lists.h"
#include "app/activities/public.h"
#include "app/common/lists.h"
#include "app/common/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Activity : reg::Standard {
  std::string kind, title, title_en;
  reg::Refs joint;
  std::string partners;
  reg::Refs partner_links;
  reg::Codes countries;
  reg::Ref occasion;
  Date since, from_date, to_date;
  std::string format = "onsite";
  reg::Codes places;
  std::string venue;
  reg::Count participants, foreign, youth;
  reg::Count quantity;
  std::string quantity_unit, species;
  std::int64_t edition = 0;
  std::string language, subject;
  reg::Count entrants;
  std::string status = "done", description, result, cost_source;
  reg::MoneyValue cost;
  reg::Ref delegation, aid, agreement, same_as;
};

bool is_over(const Activity& a) { return a.status == "done" || a.status == "reported"; }

void check(const Activity& a, Problems& problems) {
  not_before(a.from_date, a.to_date, "to_date", problems);
  not_before(a.since, a.from_date, "from_date", problems);
  if (is_over(a)) not_in_future(a.to_date ? a.to_date : a.from_date, a.to_date ? "to_date" : "from_date", problems);
  not_absurd(a.participants, 1'000'000, "participants", problems);
  not_absurd(a.entrants, 1'000'000, "entrants", problems);
  if (a.participants.value && a.foreign.value && *a.foreign.value > *a.participants.value)
    complain(problems, "foreign", "Số khách quốc tế lớn hơn tổng số người dự. Kiểm tra lại hai số.",
             "There are more foreign guests than participants. Check both numbers.");
  if (a.quantity.value && a.quantity_unit.empty())
    complain(problems, "quantity_unit", "Ghi đơn vị của số lượng: cây, phần quà, căn nhà.",
             "Say what was counted: trees, gifts, houses.");
  if (a.id != 0 && a.same_as.id == a.id)
    complain(problems, "same_as", "Một hoạt động không thể trùng với chính nó. Chọn hoạt động khác hoặc bỏ trống.",
             "An activity can't be the same as itself. Choose another or leave it empty.");
}

}  // namespace

const reg::Description& activities() {
  static const reg::Description description =
      reg::Register<Activity>("activity", "activities", {"Hoạt động hữu nghị", "Friendship activities"},
                              {"hoạt động", "activity"})
          .icon("calendar-event")
          .prefix("HD")
          .field(&Activity::title, "title", {"Tên hoạt động", "Title"},
                 {.required = true, .search = true, .sortable = true, .section = Text{"Hoạt động", "Activity"}})
          .field(&Activity::title_en, "title_en", {"Tên bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Activity::kind, "kind", {"Loại hoạt động", "Kind"},
                 {.required = true, .options = &activity_kinds(), .filter = true})
          .field(&Activity::from_date, "from_date", {"Từ ngày", "From"},
                 {.required = true,
                  .filter = true,
                  .section = Text{"Thời gian, nơi tổ chức", "When and where"},
                  .preset = "today"})
          .field(&Activity::to_date, "to_date", {"Đến ngày", "To"},
                 {.hint = Text{"Để trống khi trong một ngày", "Leave empty for one day"}})
          .field(&Activity::since, "since", {"Khoảng thời gian từ ngày", "Stretch begins"},
                 {.hint = Text{"Chỉ ghi khi chưa rõ ngày; ngày tổ chức khi đó là ngày cuối của khoảng",
                               "Only when the day is unknown; the date is then the last day of the stretch"}})
          .field(&Activity::format, "format", {"Hình thức", "Format"},
                 {.options = &formats(), .filter = true, .preset = "onsite"})
          .field(&Activity::places, "places", {"Tỉnh, thành phố", "Provinces"},
                 {.options = &place_units(), .filter = true})
          .field(&Activity::venue, "venue", {"Địa điểm", "Venue"}, {.search = true})
          .field(&Activity::joint, "joint", {"Đơn vị thành viên phối hợp", "Joint member organisations"},
                 {.link = "organisation",
                  .hint = Text{"Đơn vị giữ bản ghi là đơn vị chủ trì; mỗi hoạt động đếm một lần ở mỗi cấp",
                               "The organisation that keeps the record leads; each activity counts once a level"},
                  .section = Text{"Phối hợp, nước", "Partners and countries"}})
          .field(&Activity::partner_links, "partner_links", {"Đối tác", "Partners"}, {.link = "partner"})
          .field(&Activity::partners, "partners", {"Đơn vị phối hợp khác", "Other organisations"},
                 {.max = 600, .search = true})
          .field(&Activity::countries, "countries", {"Nước", "Countries"},
                 {.options = &nc::app::countries(), .filter = true})
          .field(&Activity::occasion, "occasion", {"Dịp", "Occasion"}, {.link = "occasion", .filter = true})
          .field(&Activity::participants, "participants", {"Số người tham gia", "Participants"},
                 {.sortable = true, .unit = Text{"lượt người", "people"}, .section = Text{"Quy mô", "Size"}})
          .field(&Activity::foreign, "foreign_participants", {"Trong đó khách quốc tế", "Of whom foreign"},
                 {.unit = Text{"người", "people"}})
          .field(&Activity::youth, "youth", {"Trong đó thanh niên, học sinh", "Of whom young"},
                 {.unit = Text{"người", "people"}})
          .field(&Activity::quantity, "quantity", {"Số lượng làm được", "Quantity"},
                 {.hint = Text{"Ví dụ 1.000 cây", "For example 1,000 trees"}})
          .field(&Activity::quantity_unit, "quantity_unit", {"Đơn vị tính", "Unit"}, {.options = &units()})
          .field(&Activity::species, "species", {"Loài cây, loại vật", "Species, kind of thing"}, {.search = true})
          .field(&Activity::edition, "edition", {"Lần thứ", "Edition"},
                 {.hint = Text{"Ghi số: lần thứ X là 10", "A number: the tenth edition is 10"},
                  .section = Text{"Cuộc thi, sự kiện theo lần", "Contests and editions"},
                  .min = 0,
                  .max_value = 500})
          .field(&Activity::language, "language", {"Ngôn ngữ thi", "Language"},
                 {.options = &languages(), .filter = true})
          .field(&Activity::subject, "subject", {"Chủ đề", "Subject"}, {.search = true})
          .field(&Activity::entrants, "entrants", {"Số thí sinh", "Entrants"}, {.unit = Text{"người", "people"}})
          .field(&Activity::status, "status", {"Trạng thái", "Status"},
                 {.required = true,
                  .options = &activity_states(),
                  .filter = true,
                  .section = Text{"Kết quả, kinh phí", "Result and cost"},
                  .preset = "done"})
          .field(&Activity::description, "description", {"Nội dung", "Content"}, {.long_text = true, .search = true})
          .field(&Activity::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .field(&Activity::cost_source, "cost_source", {"Nguồn kinh phí", "Paid by"},
                 {.options = &cost_sources(), .filter = true})
          .field(&Activity::cost, "cost", {"Kinh phí", "Cost"}, {})
          .field(&Activity::delegation, "delegation", {"Đoàn liên quan", "Related delegation"},
                 {.link = "delegation", .section = Text{"Liên quan", "Related"}})
          .field(&Activity::aid, "aid", {"Khoản viện trợ liên quan", "Related aid"}, {.link = "aid"})
          .field(&Activity::agreement, "agreement", {"Thỏa thuận liên quan", "Related agreement"},
                 {.link = "agreement"})
          .field(&Activity::same_as, "same_as", {"Cùng một việc với", "Same activity as"},
                 {.link = "activity",
                  .hint = Text{"Khi hai đơn vị cùng ghi một hoạt động: con số cấp trên chỉ đếm một lần",
                               "When two organisations recorded one activity: it counts once above them"}})
          .title("title", "title_en")
          .date("from_date")
          .country("countries")
          .list({"from_date", "title", "kind", "countries", "org", "participants", "status"})
          .sorted_by("from_date", true)
          .index({"org_id", "from_date"})
          .index({"kind", "from_date"})
          .view({"Sắp tổ chức", "Coming"}, "status=planned&status=approved&status=preparing")
          .view({"Cuộc thi", "Contests"}, "kind=contest")
          .view({"Trồng cây", "Tree planting"}, "kind=tree_planting")
          .view({"Hội nghị, hội thảo quốc tế", "International conferences"}, "kind=conference")
          .rule(check)
          .guard(flow::guard(activity_flow()))
          .watch(flow::watch(activity_flow()))
          .done();
  return description;
}

}  // namespace nc::app
