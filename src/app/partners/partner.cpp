// Register of partners and the memory of the relation with each.
#include "app/common/rules.h"
#include "app/partners/panels.h"
#include "app/partners/public.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Partner : reg::Standard {
  std::string name, name_en, aliases, kind, country, city, status = "cooperating", priority;
  Date relation_since, relation_ended;
  reg::Codes fields;
  std::string contact, phone, email, website, registration_no;
  Date registration_expires;
  std::string description;
  reg::Ref merged_into;
  reg::Refs distinct_from;
};

const reg::Options& partner_kinds() {
  static const reg::Options options{
      {"ingo", {"tổ chức phi chính phủ nước ngoài", "international NGO"}},
      {"foreign_foundation", {"quỹ nước ngoài", "foreign foundation"}},
      {"embassy", {"đại sứ quán", "embassy"}},
      {"consulate_general", {"tổng lãnh sự quán", "consulate general"}},
      {"honorary_consulate", {"lãnh sự danh dự", "honorary consulate"}},
      {"foreign_local_government", {"chính quyền địa phương nước ngoài", "foreign local government"}},
      {"foreign_government_agency", {"cơ quan chính phủ nước ngoài", "foreign government agency"}},
      {"counterpart_association", {"hội hữu nghị nước bạn", "counterpart association"}},
      {"peoples_organisation", {"tổ chức nhân dân nước ngoài", "people's organisation"}},
      {"intl_organisation", {"tổ chức quốc tế", "international organisation"}},
      {"foreign_university", {"trường đại học nước ngoài", "foreign university"}},
      {"foreign_school", {"trường học nước ngoài", "foreign school"}},
      {"company", {"doanh nghiệp", "company"}},
      {"chamber", {"hiệp hội doanh nghiệp", "chamber of commerce"}},
      {"foreign_community", {"cộng đồng người nước ngoài", "foreign community"}},
      {"religious_organisation", {"tổ chức tôn giáo", "religious organisation"}},
      {"individual", {"cá nhân", "individual"}},
      {"overseas_vn_association", {"hội người Việt Nam ở nước ngoài", "overseas Vietnamese association"}},
      {"domestic_agency", {"cơ quan, đơn vị trong nước", "domestic agency"}}};
  return options;
}

const reg::Options& partner_states() {
  static const reg::Options options{{"identified", {"đã nhận biết", "identified"}},
                                    {"contacted", {"đã liên hệ", "contacted"}},
                                    {"cooperating", {"đang hợp tác", "cooperating"}},
                                    {"dormant", {"lâu không liên lạc", "dormant"}},
                                    {"ended", {"đã kết thúc", "ended"}},
                                    {"renamed", {"đã đổi tên", "renamed"}},
                                    {"merged", {"đã hợp nhất", "merged"}}};
  return options;
}

const reg::Options& priorities() {
  static const reg::Options options{{"strategic", {"trọng điểm", "strategic"}},
                                    {"active", {"thường xuyên", "active"}},
                                    {"potential", {"tiềm năng", "potential"}},
                                    {"dormant", {"ít liên hệ", "dormant"}}};
  return options;
}

void check(const Partner& p, Problems& problems) {
  not_before(p.relation_since, p.relation_ended, "relation_ended", problems);
  const bool abroad = p.kind.starts_with("foreign_") || p.kind == "ingo" || p.kind == "embassy" ||
                      p.kind == "consulate_general" || p.kind == "counterpart_association";
  if (abroad && p.country == "VN")
    complain(problems, "country",
             "Đối tác này không thể là của Việt Nam. Chọn nước của đối tác, hoặc để trống khi chưa biết.",
             "This partner can't be Vietnamese. Choose its country, or leave it empty when unknown.");
  if (p.status == "ended" && !p.relation_ended)
    complain(problems, "relation_ended", "Quan hệ đã kết thúc cần ngày kết thúc.",
             "An ended relation needs the day it ended.");
}

}  // namespace

const reg::Description& partners() {
  static const reg::Description description =
      reg::Register<Partner>("partner", "partners", {"Đối tác", "Partners"}, {"đối tác", "partner"})
          .icon("building-community")
          .holds({"nhà tài trợ là cá nhân, người liên hệ của đối tác", "donors who are persons, contact persons of partners"}, {"liên lạc, cảm ơn, báo cáo viện trợ", "staying in touch, thanking, reporting on aid"}, "contacts")
          .prefix("DT")
          .field(&Partner::name, "name", {"Tên đối tác", "Vietnamese name"},
                 {.required = true,
                  .search = true,
                  .sortable = true,
                  .personal = true, .hint = Text{"Tên dùng trong văn bản tiếng Việt", "The name used in Vietnamese papers"},
                  .section = Text{"Đối tác", "Partner"}})
          .field(&Partner::name_en, "name_en", {"Tên tiếng Anh hoặc tên gốc", "English or original name"},
                 {.search = true, .personal = true})
          .field(&Partner::aliases, "aliases", {"Tên khác, tên viết tắt", "Other names, abbreviations"},
                 {.search = true,
                  .hint = Text{"Cách nhau bằng dấu phẩy: MYI, Merry Year", "Separated by commas: MYI, Merry Year"}})
          .field(&Partner::kind, "kind", {"Loại đối tác", "Kind"},
                 {.required = true, .options = &partner_kinds(), .filter = true})
          .field(&Partner::country, "country", {"Nước", "Country"},
                 {.options = &countries(),
                  .filter = true,
                  .sortable = true,
                  .hint = Text{"Để trống khi chưa biết; không đoán theo tên",
                               "Leave empty when unknown; don't guess from the name"}})
          .field(&Partner::city, "city", {"Thành phố", "City"}, {.search = true})
          .field(&Partner::status, "status", {"Tình trạng quan hệ", "Status"},
                 {.required = true,
                  .options = &partner_states(),
                  .filter = true,
                  .section = Text{"Quan hệ", "Relation"},
                  .preset = "cooperating"})
          .field(&Partner::priority, "priority", {"Mức ưu tiên", "Priority"},
                 {.options = &priorities(), .filter = true})
          .field(&Partner::relation_since, "relation_since", {"Quan hệ từ", "Relation since"}, {.filter = true})
          .field(&Partner::relation_ended, "relation_ended", {"Kết thúc ngày", "Ended on"}, {})
          .field(&Partner::fields, "fields", {"Lĩnh vực", "Fields"}, {.options = &sectors(), .filter = true})
          .field(&Partner::contact, "contact", {"Người liên hệ", "Contact person"},
                 {.search = true, .personal = true, .section = Text{"Liên hệ", "Contact"}})
          .field(&Partner::phone, "phone", {"Điện thoại", "Telephone"}, {.max = 60, .sensitive = true})
          .field(&Partner::email, "email", {"Thư điện tử", "E-mail"}, {.max = 120, .sensitive = true})
          .field(&Partner::website, "website", {"Trang thông tin điện tử", "Website"}, {.url = true})
          .field(&Partner::registration_no, "registration_no", {"Giấy đăng ký hoạt động", "Registration"},
                 {.search = true,
                  .section = Text{"Đăng ký hoạt động (tổ chức phi chính phủ nước ngoài)",
                                  "Registration (international NGOs)"}})
          .field(&Partner::registration_expires, "registration_expires", {"Hết hạn ngày", "Expires on"},
                 {.filter = true})
          .field(&Partner::description, "description", {"Giới thiệu", "About"}, {.long_text = true, .search = true})
          .field(&Partner::merged_into, "merged_into", {"Đã hợp nhất vào", "Merged into"}, {.link = "partner", .read_only = true})
          .field(&Partner::distinct_from, "distinct_from", {"Đã xem, không trùng với", "Looked at, not the same as"}, {.link = "partner", .read_only = true})
          .title("name", "name_en")
          .date("relation_since")
          .country("country")
          .list({"name", "kind", "country", "status", "priority", "relation_since"})
          .sorted_by("name")
          .index({"country", "kind"})
          .view({"Đang hợp tác", "Cooperating"}, "status=cooperating")
          .view({"Phi chính phủ, quỹ", "NGOs and foundations"}, "kind=ingo&kind=foreign_foundation")
          .view({"Cơ quan đại diện", "Missions"}, "kind=embassy&kind=consulate_general&kind=honorary_consulate")
          .view({"Lâu không liên lạc", "Dormant"}, "status=dormant")
          .condition("registration_due", {"Giấy đăng ký hết hạn trong 180 ngày", "Registration expires within 180 days"}, "{t}.registration_expires IS NOT NULL AND {t}.status NOT IN ('ended', 'merged') AND {t}.registration_expires <= '{soon}'")
          .panel(reg::PanelPlace::top, merged_notice)
          .panel(reg::PanelPlace::side, relation_panel)
          .summary(partner_views)
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
