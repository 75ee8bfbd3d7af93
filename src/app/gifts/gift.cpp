// Register of gifts given to and received from partners.
#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/gifts/panel.h"
#include "app/gifts/public.h"

namespace nc::app {

namespace {

struct Gift : reg::Standard {
  std::string direction = "given", what, what_en;
  reg::Ref partner;
  std::string person, person_title;
  Date date;
  std::string status = "given";
  reg::Ref delegation, occasion;
  reg::MoneyValue value;
  std::string keeper;
  reg::Ref picture;
  std::string repeat_reason;
};

const reg::Options& gift_directions() {
  static const reg::Options options{{"given", {"trao", "given"}}, {"received", {"nhận", "received"}}};
  return options;
}

const reg::Options& gift_states() {
  static const reg::Options options{{"planned", {"dự kiến", "planned"}}, {"given", {"đã trao, đã nhận", "given, received"}}};
  return options;
}

void check(const Gift& g, Problems& problems) {
  if (!g.partner.id && g.person.empty())
    complain(problems, "partner", "Ghi đối tác hoặc tên người trao, người nhận.", "Name the partner or the person.");
  if (g.status == "given") not_in_future(g.date, "date", problems);
  if (g.value.value && g.value.value->minor < 0) complain(problems, "value", "Giá trị không được âm.", "A value can't be negative.");
}

/// A gift that is still being chosen may not be one that they have, unless somebody says why.
Result<bool> not_twice(const reg::SaveContext& save, const Gift* before, Gift& now) {
  if (now.direction != "given" || now.status != "planned" || !now.repeat_reason.empty()) return true;
  if (before && before->what == now.what && before->partner == now.partner && before->person == now.person) return true;
  for (const GiftBefore& g : gifts_before(save.tx, save.actor, now.partner.id, now.person, now.what, now.id))
    if (g.alike && g.direction == "given")
      return refuse(Code::invalid,
                    {"Đã tặng “" + g.what + "” năm " + std::to_string(g.date.year()) + ". Chọn quà khác, hoặc ghi lý do tặng lại.",
                     "They were given “" + g.what + "” in " + std::to_string(g.date.year()) + ". Choose another gift, or say why it is given again."},
                    "what");
  return true;
}

}  // namespace

const reg::Description& gifts() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Gift>("gift", "gifts", {"Tặng phẩm", "Gifts"}, {"tặng phẩm", "gift"})
          .icon("gift")
          .holds({"người trao, người nhận tặng phẩm", "givers and receivers of gifts"}, {"lễ tân, không tặng lặp lại", "protocol, not giving the same twice"})
          .prefix("TP")
          .field(&Gift::direction, "direction", {"Trao hay nhận", "Given or received"}, {.required = true, .options = &gift_directions(), .filter = true, .preset = "given"})
          .field(&Gift::partner, "partner", {"Đối tác", "Partner"}, {.link = "partner", .filter = true})
          .field(&Gift::person, "person", {"Người nhận, người trao", "Person"}, {.search = true, .personal = true, .hint = Text{"Ghi đúng tên như trong danh thiếp", "As on the visiting card"}})
          .field(&Gift::person_title, "person_title", {"Chức vụ lúc ấy", "Position then"}, {.search = true})
          .field(&Gift::what, "what", {"Tặng phẩm là gì", "What"}, {.required = true, .search = true, .sortable = true, .section = Text{"Tặng phẩm", "Gift"}})
          .field(&Gift::what_en, "what_en", {"Tên bằng tiếng Anh", "In English"}, {.search = true})
          .field(&Gift::date, "date", {"Ngày", "Date"}, {.required = true, .filter = true, .preset = "today"})
          .field(&Gift::status, "status", {"Trạng thái", "Status"}, {.required = true, .options = &gift_states(), .filter = true, .preset = "given"})
          .field(&Gift::value, "value", {"Giá trị", "Value"}, {})
          .field(&Gift::delegation, "delegation", {"Nhân chuyến thăm", "On the visit"}, {.link = "delegation", .filter = true, .section = Text{"Dịp và nơi giữ", "Occasion and keeping"}})
          .field(&Gift::occasion, "occasion", {"Nhân dịp", "Occasion"}, {.link = "occasion"})
          .field(&Gift::keeper, "keeper", {"Nơi giữ (quà nhận)", "Kept by (received)"}, {.search = true})
          .field(&Gift::picture, "picture", {"Ảnh", "Picture"}, {.link = "evidence", .hint = Text{"Ảnh trong kho chứng cứ", "A picture of the evidence store"}})
          .field(&Gift::repeat_reason, "repeat_reason", {"Lý do tặng lại", "Why it is given again"}, {.hint = Text{"Chỉ ghi khi đối tác đã có món này", "Only when they have it already"}})
          .title("what", "what_en")
          .date("date")
          .list({"date", "direction", "what", "partner", "person", "delegation", "value", "status"})
          .sorted_by("date", true)
          .index({"partner", "date"})
          .index({"delegation"})
          .part_of("delegation")
          .view({"Đã trao", "Given"}, "direction=given")
          .view({"Đã nhận", "Received"}, "direction=received")
          .view({"Dự kiến", "Planned"}, "status=planned")
          .form_aside(gift_aside)
          .rule(check)
          .before_save(not_twice)
          .done());
  return description;
}

}  // namespace nc::app
