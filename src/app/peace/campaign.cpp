// Register of signature campaigns: counts of signatures, never the names of signers.
#include "app/common/rules.h"
#include "app/common/scopes.h"
#include "app/peace/panels.h"
#include "app/peace/public.h"

namespace nc::app {

namespace {

struct Campaign : reg::Standard {
  std::string title, title_en, initiator, initiator_en, theme, theme_en;
  Date from_date, to_date;
  reg::Count signatures, target;
  std::string method = "paper", status = "collecting";
  Date sent_on;
  std::string receipt;
};

const reg::Options& methods() {
  static const reg::Options options{
      {"paper", {"trên giấy", "paper"}}, {"online", {"trực tuyến", "online"}}, {"both", {"cả hai", "both"}}};
  return options;
}

const reg::Options& states() {
  static const reg::Options options{{"launched", {"đã phát động", "launched"}},
                                    {"collecting", {"đang thu thập", "collecting"}},
                                    {"submitted", {"đã gửi đi", "submitted"}},
                                    {"closed", {"đã kết thúc", "closed"}}};
  return options;
}

void check(const Campaign& c, Problems& problems) {
  not_before(c.from_date, c.to_date, "to_date", problems);
  not_before(c.from_date, c.sent_on, "sent_on", problems);
  not_in_future(c.sent_on, "sent_on", problems);
  not_absurd(c.signatures, 100'000'000, "signatures", problems);
}

}  // namespace

const reg::Description& campaigns() {
  static const reg::Description description =
      reg::Register<Campaign>("campaign", "campaigns", {"Thu thập chữ ký", "Signature campaigns"},
                              {"đợt chữ ký", "campaign"})
          .icon("writing-sign")
          .prefix("CK")
          .field(&Campaign::title, "title", {"Tên đợt", "Title"}, {.required = true, .search = true, .sortable = true})
          .field(&Campaign::title_en, "title_en", {"Tên bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&Campaign::initiator, "initiator", {"Tổ chức phát động", "Initiator"}, {.search = true})
          .field(&Campaign::initiator_en, "initiator_en", {"Tên tiếng Anh của tổ chức phát động", "Initiator in English"}, {.search = true})
          .field(&Campaign::theme, "theme", {"Mục đích", "Theme"}, {.search = true})
          .field(&Campaign::theme_en, "theme_en", {"Mục đích bằng tiếng Anh", "Theme in English"}, {.search = true})
          .field(&Campaign::from_date, "from_date", {"Từ ngày", "From"}, {.required = true, .filter = true})
          .field(&Campaign::to_date, "to_date", {"Đến ngày", "To"}, {})
          .field(&Campaign::signatures, "signatures", {"Số chữ ký", "Signatures"},
                 {.hint = Text{"Chỉ khi các đơn vị không ghi từng lần. Có lần thu thập thì con số cộng từ các lần",
                               "Only when nobody enters batches. With batches the number is their sum"},
                  .unit = Text{"chữ ký", "signatures"}})
          .field(&Campaign::target, "target", {"Mức cần đạt", "Target"}, {.unit = Text{"chữ ký", "signatures"}})
          .field(&Campaign::method, "method", {"Cách thu thập", "Method"}, {.options = &methods(), .preset = "paper"})
          .field(&Campaign::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &states(), .filter = true, .preset = "collecting"})
          .field(&Campaign::sent_on, "sent_on", {"Ngày gửi đi", "Sent on"}, {})
          .field(&Campaign::receipt, "receipt", {"Giấy báo nhận", "Receipt"},
                 {.hint = Text{"Thư trả lời, số bưu gửi, ngày nhận", "Reply, postal number, day of receipt"}})
          .title("title", "title_en")
          .date("from_date")
          .list({"from_date", "title", "initiator", "org", "target", "status"})
          .sorted_by("from_date", true)
          .view({"Đang thu thập", "Collecting"}, "status=launched&status=collecting")
          .view({"Đã gửi", "Sent"}, "status=submitted&status=closed")
          .panel(reg::PanelPlace::main, collected_panel)
          .panel(reg::PanelPlace::side, campaign_papers_panel)
          .summary(campaign_views)
          .rule(check)
          .scope(own_and_above)  // the associations below enter what they collected
          .guard(flow::guard(signature_flow()))
          .watch(flow::watch(signature_flow()))
          .watch(send_batches)
          .not_in_nav()
          .done();
  return description;
}

}  // namespace nc::app
