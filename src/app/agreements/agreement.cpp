// Registers of agreements and of the commitments in them.
#include "app/agreements/public.h"
#include "app/agreements/pulse.h"
#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/reference/public.h"
#include "base/clock.h"

namespace nc::app {

namespace {

struct Agreement : reg::Standard {
  std::string kind, title, title_en, level, vn_party, foreign_party;
  reg::Ref partner;
  std::string country;
  Date signed_on, effective_from, expires_on;
  std::string period_label, status = "in_force", scope, succession_note, decision_no, signers;
  reg::Ref renews, same_as;
};

struct Commitment : reg::Standard {
  reg::Ref agreement;
  std::string content, owner;
  Date due;
  std::string target;
  std::int64_t progress = 0;
  std::string result;
  Date progress_on;
};

const reg::Options& agreement_kinds() {
  static const reg::Options options{
      {"twinning", {"kết nghĩa", "twinning"}},
      {"intl_agreement", {"thỏa thuận quốc tế", "international agreement"}},
      {"mou", {"bản ghi nhớ", "memorandum of understanding"}},
      {"cooperation_programme", {"chương trình hợp tác", "cooperation programme"}},
      {"aid_agreement", {"thỏa thuận viện trợ", "aid agreement"}},
      {"minutes", {"biên bản làm việc", "agreed minutes"}},
      {"treaty_reference", {"viện dẫn điều ước", "treaty reference"}},
      {"domestic_coordination", {"chương trình phối hợp trong nước", "domestic coordination"}}};
  return options;
}

const reg::Options& agreement_levels() {
  static const reg::Options options{
      {"state", {"nhà nước", "state"}},
      {"province", {"cấp tỉnh", "province"}},
      {"district_historic", {"cấp huyện (đến 30/6/2025)", "district (until 30 June 2025)"}},
      {"commune", {"cấp xã", "commune"}},
      {"association", {"Liên hiệp, hội", "Union, association"}},
      {"institution", {"trường, bệnh viện, đơn vị", "institution"}}};
  return options;
}

const reg::Options& agreement_states() {
  static const reg::Options options{{"idea", {"mới đặt vấn đề", "idea"}},
                                    {"negotiating", {"đang xúc tiến, đàm phán", "negotiating"}},
                                    {"opinions", {"đang xin ý kiến", "collecting opinions"}},
                                    {"approved_to_sign", {"được phép ký", "approved to sign"}},
                                    {"signed", {"đã ký", "signed"}},
                                    {"in_force", {"đang hiệu lực", "in force"}},
                                    {"expiring", {"sắp hết hạn", "expiring"}},
                                    {"extended", {"đã gia hạn", "extended"}},
                                    {"expired", {"hết hạn", "expired"}},
                                    {"terminated", {"chấm dứt", "terminated"}},
                                    {"succession_pending", {"chờ kế thừa", "succession pending"}}};
  return options;
}

void check(const Agreement& a, Problems& problems) {
  not_before(a.effective_from ? a.effective_from : a.signed_on, a.expires_on, "expires_on", problems);
  if (a.status == "signed" || a.status == "in_force") not_in_future(a.signed_on, "signed_on", problems);
  if (a.country == "VN" && a.kind != "domestic_coordination")
    complain(problems, "country", "Chọn nước của bên nước ngoài.", "Choose the country of the foreign party.");
}

/// Progress shows that the agreement lives: its day is kept.
Result<bool> day_of_progress(const reg::SaveContext& save, const Commitment* before, Commitment& now) {
  if (save.actor.id > 0 && (before ? before->progress != now.progress || before->result != now.result : now.progress > 0)) now.progress_on = today();
  return true;
}

void check_commitment(const Commitment& c, Problems& problems) {
  if (c.progress < 0 || c.progress > 100)
    complain(problems, "progress", "Tiến độ từ 0 đến 100 phần trăm.", "Progress is between 0 and 100 per cent.");
}

}  // namespace

const reg::Description& agreements() {
  static const reg::Description description =
      reg::Register<Agreement>("agreement", "agreements", {"Thỏa thuận, kết nghĩa", "Agreements and twinning"},
                               {"thỏa thuận", "agreement"})
          .icon("link")
          .holds({"người ký thỏa thuận", "signers of agreements"}, {"chứng minh ai đã ký và việc thực hiện", "proof of who signed and of what became of it"})
          .prefix("TA")
          .field(&Agreement::kind, "kind", {"Loại", "Kind"},
                 {.required = true,
                  .options = &agreement_kinds(),
                  .filter = true,
                  .section = Text{"Thỏa thuận", "Agreement"}})
          .field(&Agreement::title, "title", {"Tên thỏa thuận", "Title"},
                 {.required = true, .search = true, .sortable = true})
          .field(&Agreement::title_en, "title_en", {"Tên bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Agreement::level, "level", {"Cấp ký", "Level"}, {.options = &agreement_levels(), .filter = true})
          .field(&Agreement::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &agreement_states(), .filter = true, .preset = "in_force"})
          .field(&Agreement::vn_party, "vn_party", {"Bên Việt Nam", "Vietnamese party"},
                 {.required = true,
                  .search = true,
                  .hint = Text{"Ghi đúng tên tại ngày ký, kể cả đơn vị nay đã sắp xếp lại",
                               "The name on the day of signing, even if the unit was rearranged later"},
                  .section = Text{"Các bên", "Parties"}})
          .field(&Agreement::foreign_party, "foreign_party", {"Bên nước ngoài", "Foreign party"},
                 {.required = true, .search = true})
          .field(&Agreement::partner, "partner", {"Đối tác", "Partner"}, {.link = "partner", .filter = true})
          .field(&Agreement::country, "country", {"Nước", "Country"},
                 {.required = true, .options = &countries(), .filter = true, .sortable = true})
          .field(&Agreement::signers, "signers", {"Người ký", "Signers"}, {.search = true, .personal = true})
          .field(&Agreement::signed_on, "signed_on", {"Ngày ký", "Signed on"},
                 {.filter = true,
                  .hint = Text{"Để trống khi chưa biết ngày", "Leave empty when unknown"},
                  .section = Text{"Thời hạn", "Term"}})
          .field(&Agreement::effective_from, "effective_from", {"Hiệu lực từ", "In force from"}, {.filter = true})
          .field(&Agreement::expires_on, "expires_on", {"Hết hạn", "Expires on"}, {.filter = true})
          .field(&Agreement::period_label, "period_label", {"Giai đoạn", "Period"},
                 {.max = 60, .hint = Text{"Ví dụ: 2021 - 2025", "For example: 2021 - 2025"}})
          .field(&Agreement::decision_no, "decision_no", {"Văn bản cho phép ký", "Permission"}, {.search = true})
          .field(&Agreement::scope, "scope", {"Nội dung hợp tác", "Scope"},
                 {.long_text = true, .search = true, .section = Text{"Nội dung", "Content"}})
          .field(&Agreement::succession_note, "succession_note", {"Kế thừa", "Succession"},
                 {.long_text = true,
                  .hint = Text{"Bên ký nay thuộc đơn vị nào", "Which unit stands in for a party today"}})
          .field(&Agreement::renews, "renews", {"Tái ký của", "Renews"}, {.link = "agreement", .hint = Text{"Thỏa thuận trước mà thỏa thuận này nối tiếp", "The earlier agreement that this one continues"}})
          .field(&Agreement::same_as, "same_as", {"Cùng một thỏa thuận với", "Same agreement as"},
                 {.link = "agreement"})
          .title("title", "title_en")
          .date("signed_on")
          .country("country")
          .list({"signed_on", "title", "kind", "country", "foreign_party", "expires_on", "status"})
          .sorted_by("signed_on", true)
          .index({"org_id", "signed_on"})
          .condition("ending", {"Hết hạn trong 180 ngày", "Ends within 180 days"}, "{t}.status IN ('signed', 'in_force', 'expiring', 'extended') AND {t}.expires_on IS NOT NULL AND {t}.expires_on <= '{soon}'")
          .panel(reg::PanelPlace::main, commitments_panel)
          .panel(reg::PanelPlace::side, pulse_panel)
          .summary(agreement_views)
          .view({"Hết hạn trong 180 ngày", "Ends within 180 days"}, "is=ending")
          .view({"Đang hiệu lực", "In force"}, "status=in_force&status=expiring&status=extended")
          .view({"Kết nghĩa", "Twinning"}, "kind=twinning")
          .view({"Đang xúc tiến", "In preparation"},
                "status=idea&status=negotiating&status=opinions&status=approved_to_sign")
          .view({"Hết hạn, chờ kế thừa", "Expired, pending"}, "status=expired&status=succession_pending")
          .rule(check)
          .guard(flow::guard(agreement_flow()))
          .watch(flow::watch(agreement_flow()))
          .done();
  return description;
}

const reg::Description& commitments() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Commitment>("commitment", "commitments", {"Cam kết", "Commitments"}, {"cam kết", "commitment"})
          .icon("list-check")
          .field(&Commitment::agreement, "agreement", {"Thỏa thuận", "Agreement"},
                 {.required = true, .link = "agreement"})
          .field(&Commitment::content, "content", {"Nội dung cam kết", "Commitment"},
                 {.required = true, .max = 1000, .search = true})
          .field(&Commitment::owner, "owner", {"Đơn vị thực hiện", "Carried out by"}, {.search = true})
          .field(&Commitment::due, "due", {"Hạn", "Due"}, {.filter = true})
          .field(&Commitment::target, "target", {"Mức cần đạt", "Target"}, {})
          .field(&Commitment::progress, "progress", {"Tiến độ", "Progress"},
                 {.unit = Text{"%", "%"}, .min = 0, .max_value = 100})
          .field(&Commitment::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .field(&Commitment::progress_on, "progress_on", {"Ghi tiến độ ngày", "Progress noted on"}, {.read_only = true})
          .title("content")
          .date("due")
          .list({"due", "content", "owner", "target", "progress"})
          .sorted_by("due")
          .index({"agreement"})
          .part_of("agreement")
          .rule(check_commitment)
          .before_save(day_of_progress)
          .done());
  return description;
}

}  // namespace nc::app
