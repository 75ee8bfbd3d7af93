// Register of foreign aid: one row an item, from mobilising to closing its file.
#include "app/aid/follow.h"
#include "app/aid/lists.h"
#include "app/aid/public.h"
#include "app/common/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Aid : reg::Standard {
  std::string kind = "project", title, title_en;
  reg::Ref donor;
  reg::Refs co_donors;
  std::string donor_text, provider_class, country, recipient, owner, implementer, union_role;
  reg::Refs joint;
  std::string sector;
  reg::Codes more_sectors, places;
  std::string place;
  Date from_date, to_date;
  std::string status = "mobilising";
  reg::MoneyValue value;
  std::string objective, components, beneficiaries, decree, decision_no;
  Date decision_date, appraise_by, start_by, ended_on;
  std::string authority;
  reg::Ref series;
  std::int64_t year_no = 0;
  std::string result;
  reg::Ref same_as;
};

bool is_running(const Aid& a) { return a.status == "implementing" || a.status == "completed" || a.status == "closed"; }

void check(const Aid& a, Problems& problems) {
  not_before(a.from_date, a.to_date, "to_date", problems);
  if (is_running(a)) not_in_future(a.from_date, "from_date", problems);
  if ((a.status == "completed" || a.status == "closed") && a.to_date) not_in_future(a.to_date, "to_date", problems);
  if (a.series.id != 0 && a.year_no < 2)
    complain(problems, "year_no", "Khoản tái ký cần năm thứ mấy, từ 2 trở đi.",
             "A renewal needs its year number, 2 or more.");
  if (a.id != 0 && (a.series.id == a.id || a.same_as.id == a.id))
    complain(problems, a.series.id == a.id ? "series" : "same_as",
             "Một khoản không thể chỉ về chính nó. Chọn khoản khác hoặc bỏ trống.",
             "An item can't point to itself. Choose another or leave it empty.");
  if (a.sector.empty() && !a.more_sectors.empty())
    complain(problems, "sector", "Chọn lĩnh vực chính trước khi chọn lĩnh vực khác.",
             "Choose the main field before further ones.");
}

/// The day by which the decree wants something done; no day when it sets none.
Date limit_after(const reg::SaveContext& save, const std::string& decree, const char* event, Date from) {
  const auto limit = aid_limit(save.tx, decree, event);
  return limit ? limit->after(from) : Date{};
}

/// Which decree governs an item follows from the day it was approved, unless somebody chose another; its days from the decree.
Result<bool> settle_decree(const reg::SaveContext& save, const Aid* before, Aid& now) {
  if (now.decree.empty()) now.decree = aid_decree_on(now.decision_date);
  const bool asks = now.status == "appraising" && (!before || before->status != "appraising");
  if (asks) now.appraise_by = limit_after(save, now.decree.empty() ? aid_decree_on(today()) : now.decree, "appraisal", today());
  if (!before || before->decision_date != now.decision_date || before->decree != now.decree) now.start_by = limit_after(save, now.decree, "start", now.decision_date);
  return true;
}

void refresh(const reg::SaveContext& save, std::int64_t id, const Aid*, const Aid&) { refresh_aid_value(save.tx, id); }

}  // namespace

const reg::Description& aids() {
  static const reg::Description description =
      reg::Register<Aid>("aid", "aid", {"Viện trợ PCPNN", "Foreign aid"}, {"khoản viện trợ", "aid item"})
          .icon("heart-handshake")
          .prefix("VT")
          .field(&Aid::kind, "kind", {"Loại khoản", "Kind"},
                 {.required = true,
                  .options = &aid_kinds(),
                  .filter = true,
                  .section = Text{"Khoản viện trợ", "Aid item"},
                  .preset = "project"})
          .field(&Aid::title, "title", {"Tên khoản viện trợ", "Title"},
                 {.required = true, .search = true, .sortable = true})
          .field(&Aid::title_en, "title_en", {"Tên bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Aid::status, "status", {"Giai đoạn", "Stage"},
                 {.required = true, .options = &aid_states(), .filter = true, .preset = "mobilising"})
          .field(&Aid::from_date, "from_date", {"Thực hiện từ", "From"}, {.filter = true})
          .field(&Aid::to_date, "to_date", {"Đến ngày", "To"}, {.filter = true})
          .field(&Aid::donor, "donor", {"Nhà tài trợ", "Donor"},
                 {.link = "partner", .filter = true, .section = Text{"Bên viện trợ", "Provider"}})
          .field(
              &Aid::donor_text, "donor_text", {"Tên nhà tài trợ", "Name of the donor"},
              {.search = true, .hint = Text{"Khi chưa có trong sổ đối tác", "When it is not in the partner register"}})
          .field(&Aid::co_donors, "co_donors", {"Đồng tài trợ", "Co-donors"}, {.link = "partner"})
          .field(&Aid::provider_class, "provider_class", {"Loại nhà tài trợ", "Class of provider"},
                 {.options = &provider_classes(),
                  .filter = true,
                  .hint = Text{"Không phải lúc nào cũng là tổ chức phi chính phủ: có thể là cơ quan ngoại giao, doanh "
                               "nghiệp, cá nhân",
                               "Not always an NGO: it may be a mission, a firm or a person"}})
          .field(&Aid::country, "country", {"Nước tài trợ", "Donor country"},
                 {.options = &countries(), .filter = true, .sortable = true})
          .field(&Aid::recipient, "recipient", {"Đơn vị tiếp nhận", "Recipient"},
                 {.search = true, .section = Text{"Bên tiếp nhận", "Recipients"}})
          .field(&Aid::owner, "owner", {"Chủ khoản viện trợ", "Owner"}, {.search = true})
          .field(&Aid::implementer, "implementer", {"Đơn vị thực hiện", "Implementing organisations"}, {.search = true})
          .field(&Aid::union_role, "union_role", {"Vai trò của đơn vị", "Our role"},
                 {.options = &union_roles(), .filter = true})
          .field(&Aid::joint, "joint", {"Đơn vị phối hợp", "Joint organisations"}, {.link = "organisation"})
          .field(&Aid::sector, "sector", {"Lĩnh vực chính", "Main field"},
                 {.options = &sectors(), .filter = true, .section = Text{"Lĩnh vực và địa bàn", "Field and area"}})
          .field(&Aid::more_sectors, "more_sectors", {"Lĩnh vực khác", "Further fields"}, {.options = &sectors()})
          .field(&Aid::places, "places", {"Tỉnh, thành phố", "Provinces"}, {.options = &place_units(), .filter = true})
          .field(&Aid::place, "place", {"Nơi thực hiện", "Place"}, {.search = true})
          .field(&Aid::objective, "objective", {"Mục tiêu", "Objective"},
                 {.long_text = true, .search = true, .section = Text{"Nội dung", "Content"}})
          .field(&Aid::components, "components", {"Hợp phần, hoạt động", "Components"},
                 {.long_text = true, .search = true})
          .field(&Aid::beneficiaries, "beneficiaries", {"Người hưởng lợi", "Beneficiaries"},
                 {.long_text = true,
                  .search = true,
                  .hint = Text{"Số người ghi ở bảng dưới theo nhóm; không ghi tên",
                               "Numbers go into the table below by group; no names"}})
          .field(&Aid::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .field(&Aid::decision_no, "decision_no", {"Quyết định phê duyệt", "Decision"},
                 {.search = true, .section = Text{"Phê duyệt", "Approval"}})
          .field(&Aid::decision_date, "decision_date", {"Ngày phê duyệt", "Approved on"}, {.filter = true})
          .field(&Aid::authority, "authority", {"Cơ quan phê duyệt", "Authority"}, {.search = true})
          .field(&Aid::decree, "decree", {"Nghị định áp dụng", "Governing decree"},
                 {.options = &aid_decrees(),
                  .filter = true,
                  .hint = Text{"Để trống: hệ thống chọn theo ngày phê duyệt",
                               "Leave empty: chosen by the day of approval"}})
          .field(&Aid::appraise_by, "appraise_by", {"Thẩm định xong trước", "Appraisal due"}, {.read_only = true})
          .field(&Aid::start_by, "start_by", {"Phải bắt đầu trước", "To begin by"}, {.read_only = true})
          .field(&Aid::ended_on, "ended_on", {"Ngày không duyệt, thu hồi", "Refused or revoked on"}, {.filter = true, .read_only = true})
          .field(&Aid::series, "series", {"Tái ký của khoản", "Renewal of"},
                 {.link = "aid", .section = Text{"Liên quan", "Related"}})
          .field(&Aid::year_no, "year_no", {"Năm thứ", "Year number"}, {.min = 0, .max_value = 100})
          .field(&Aid::same_as, "same_as", {"Cùng một việc với", "Same item as"},
                 {.link = "aid",
                  .hint = Text{"Khi hai đơn vị cùng ghi một khoản: con số cấp trên chỉ đếm một lần",
                               "When two organisations recorded one item: it counts once above them"}})
          .field(&Aid::value, "value", {"Giá trị", "Value"}, {.sortable = true, .read_only = true})
          .title("title", "title_en")
          .date("from_date")
          .country("country")
          .list({"from_date", "title", "donor", "country", "sector", "status", "value"})
          .sorted_by("from_date", true)
          .index({"org_id", "from_date"})
          .index({"country", "from_date"})
          .index({"country", "value", "from_date"})
          .index({"org_id", "value", "from_date"})
          .index({"value", "from_date"})
          .index({"status", "from_date"})
          .view({"Đang thực hiện", "Implementing"}, "status=implementing")
          .view({"Đang vận động", "Mobilising"}, "status=mobilising&status=appraising")
          .view({"Phi dự án", "Non-project"}, "kind=non_project")
          .view({"Đã hoàn thành", "Completed"}, "status=completed&status=closed")
          .view({"Không được phê duyệt, thu hồi", "Refused, revoked"}, "status=refused&status=revoked")
          .panel(reg::PanelPlace::top, aid_stages)
          .panel(reg::PanelPlace::main, aid_budget)
          .panel(reg::PanelPlace::main, aid_reports_panel)
          .panel(reg::PanelPlace::side, aid_chain_panel)
          .panel(reg::PanelPlace::side, aid_source_panel)
          .summary(aid_doors)
          .rule(check)
          .guard(flow::guard(aid_flow()))
          .watch(flow::watch(aid_flow()))
          .before_save(settle_decree)
          .after_save(refresh)
          .done();
  return description;
}

}  // namespace nc::app
