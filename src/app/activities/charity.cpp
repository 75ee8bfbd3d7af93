// Register of charity: gifts, households, trees and houses that did not go through the aid procedure.
#include "app/activities/lists.h"
#include "app/activities/public.h"
#include "app/common/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Charity : reg::Standard {
  std::string kind, title, title_en;
  Date since, date;
  reg::Ref sponsor;
  std::string sponsor_text;
  reg::Codes countries;
  reg::Refs joint;
  reg::Count gifts, households, persons, trees;
  std::string species;
  reg::Count other_quantity;
  std::string other_unit;
  reg::MoneyValue value;
  std::string funds_flow, passed_to;
  Date passed_on;
  std::string recipients, place, status = "delivered", description;
  reg::Ref activity, counted_as_aid, same_as;
};

void check(const Charity& c, Problems& problems) {
  not_before(c.since, c.date, "date", problems);
  if (c.status == "delivered" || c.status == "reported") not_in_future(c.date, "date", problems);
  not_absurd(c.gifts, 10'000'000, "gifts", problems);
  not_absurd(c.households, 10'000'000, "households", problems);
  not_absurd(c.trees, 100'000'000, "trees", problems);
  if (c.value.value && c.value.value->minor < 0)
    complain(problems, "value", "Giá trị không được âm.", "A value can't be negative.");
  if (c.funds_flow == "passed_on" && c.passed_to.empty())
    complain(problems, "passed_to", "Nhận rồi chuyển thì ghi đã chuyển cho ai.", "Say to whom it was passed on.");
  if (c.passed_on) not_before(c.date, c.passed_on, "passed_on", problems);
  if (c.other_quantity.value && c.other_unit.empty())
    complain(problems, "other_unit", "Ghi đơn vị của số lượng khác.", "Say the unit of the other quantity.");
  if (c.id != 0 && c.same_as.id == c.id)
    complain(problems, "same_as", "Một việc không thể trùng với chính nó. Chọn việc khác hoặc bỏ trống.",
             "An act can't be the same as itself. Choose another or leave it empty.");
}

const reg::Options& funds_flows() {
  static const reg::Options options{{"through_us", {"qua đơn vị, đơn vị trao", "through us, handed over by us"}},
                                    {"direct", {"nhà tài trợ trao thẳng", "straight from the sponsor"}},
                                    {"passed_on", {"nhận rồi chuyển Mặt trận, nơi khác", "received and passed on"}}};
  return options;
}

}  // namespace

const reg::Description& charities() {
  static const reg::Description description =
      reg::Register<Charity>("charity", "charity", {"Từ thiện, trồng cây", "Charity and trees"},
                             {"việc từ thiện", "charity"})
          .icon("gift")
          .prefix("TT")
          .field(&Charity::title, "title", {"Nội dung", "Title"},
                 {.required = true, .search = true, .sortable = true, .section = Text{"Việc từ thiện", "Charity"}})
          .field(&Charity::title_en, "title_en", {"Nội dung bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Charity::kind, "kind", {"Loại", "Kind"},
                 {.required = true, .options = &charity_kinds(), .filter = true})
          .field(&Charity::date, "date", {"Ngày", "Date"},
                 {.required = true,
                  .filter = true,
                  .hint = Text{"Chưa rõ ngày thì ghi ngày cuối của khoảng thời gian",
                               "If the day is unknown, enter the last day of the stretch"},
                  .preset = "today"})
          .field(&Charity::since, "since", {"Khoảng thời gian từ ngày", "Stretch begins"},
                 {.hint = Text{"Chỉ ghi khi chưa rõ ngày", "Only when the day is unknown"}})
          .field(&Charity::place, "place", {"Nơi trao", "Place"}, {.search = true})
          .field(&Charity::sponsor, "sponsor", {"Nhà tài trợ", "Sponsor"},
                 {.link = "partner", .filter = true, .section = Text{"Ai trao, ai nhận", "Givers and receivers"}})
          .field(&Charity::sponsor_text, "sponsor_text", {"Nhà tài trợ khác", "Other sponsors"},
                 {.max = 600, .search = true})
          .field(&Charity::countries, "countries", {"Nước", "Countries"},
                 {.options = &nc::app::countries(), .filter = true})
          .field(&Charity::joint, "joint", {"Đơn vị phối hợp", "Joint organisations"}, {.link = "organisation"})
          .field(&Charity::recipients, "recipients", {"Người nhận", "Receivers"},
                 {.search = true, .hint = Text{"Nhóm người, không ghi tên", "Groups, no names"}})
          .field(&Charity::value, "value", {"Giá trị", "Value"},
                 {.sortable = true, .section = Text{"Số lượng, giá trị", "Numbers and value"}})
          .field(&Charity::funds_flow, "funds_flow", {"Tiền, hàng đi qua đâu", "How it went"},
                 {.options = &funds_flows(), .filter = true, .hint = Text{"Nhận rồi chuyển thì không tính là chi của đơn vị (I54)", "What is passed on is no spending of our own (I54)"}})
          .field(&Charity::passed_to, "passed_to", {"Đã chuyển cho", "Passed on to"}, {.search = true})
          .field(&Charity::passed_on, "passed_on", {"Chuyển ngày", "Passed on"}, {.filter = true})
          .field(&Charity::gifts, "gifts", {"Phần quà", "Gifts"}, {.unit = Text{"phần", "gifts"}})
          .field(&Charity::households, "households", {"Số hộ", "Households"}, {.unit = Text{"hộ", "households"}})
          .field(&Charity::persons, "persons", {"Số người", "Persons"}, {.unit = Text{"người", "people"}})
          .field(&Charity::trees, "trees", {"Số cây", "Trees"}, {.unit = Text{"cây", "trees"}})
          .field(&Charity::species, "species", {"Loài cây", "Species"}, {.search = true})
          .field(&Charity::other_quantity, "other_quantity", {"Số lượng khác", "Other quantity"}, {})
          .field(&Charity::other_unit, "other_unit", {"Đơn vị tính", "Unit"}, {.options = &units()})
          .field(&Charity::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &charity_states(), .filter = true, .preset = "delivered"})
          .field(&Charity::description, "description", {"Ghi thêm", "Details"}, {.long_text = true, .search = true})
          .field(&Charity::activity, "activity", {"Thuộc hoạt động", "Part of activity"},
                 {.link = "activity", .section = Text{"Liên quan", "Related"}})
          .field(&Charity::counted_as_aid, "counted_as_aid", {"Đã tính là viện trợ", "Counted as aid"},
                 {.link = "aid",
                  .hint = Text{"Khi việc này đã nằm trong một khoản viện trợ: không cộng giá trị hai lần",
                               "When it is already part of an aid item: its value isn't added twice"}})
          .field(&Charity::same_as, "same_as", {"Cùng một việc với", "Same act as"}, {.link = "charity"})
          .title("title", "title_en")
          .date("date")
          .country("countries")
          .list({"date", "title", "kind", "sponsor", "org", "value", "households"})
          .sorted_by("date", true)
          .index({"org_id", "date"})
          .view({"Quà, tiền", "Gifts and cash"}, "kind=gift&kind=cash")
          .view({"Trồng cây", "Trees"}, "kind=tree")
          .view({"Nhận rồi chuyển", "Passed on"}, "funds_flow=passed_on")
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
