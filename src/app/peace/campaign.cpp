// Register of signature campaigns: counts of signatures, never the names of signers.
#include "app/common/rules.h"
#include "app/peace/public.h"

namespace nc::app {

namespace {

struct Campaign : reg::Standard {
  std::string title, title_en, initiator, theme;
  Date from_date, to_date;
  reg::Count signatures, target;
  std::string method = "paper", status = "collecting";
  Date sent_on;
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
          .field(&Campaign::theme, "theme", {"Mục đích", "Theme"}, {.search = true})
          .field(&Campaign::from_date, "from_date", {"Từ ngày", "From"}, {.required = true, .filter = true})
          .field(&Campaign::to_date, "to_date", {"Đến ngày", "To"}, {})
          .field(&Campaign::signatures, "signatures", {"Số chữ ký", "Signatures"},
                 {.hint = Text{"Chỉ ghi số đếm, không lưu tên người ký", "A count only; names of signers are not kept"},
                  .unit = Text{"chữ ký", "signatures"}})
          .field(&Campaign::target, "target", {"Mức cần đạt", "Target"}, {.unit = Text{"chữ ký", "signatures"}})
          .field(&Campaign::method, "method", {"Cách thu thập", "Method"}, {.options = &methods(), .preset = "paper"})
          .field(&Campaign::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &states(), .filter = true, .preset = "collecting"})
          .field(&Campaign::sent_on, "sent_on", {"Ngày gửi đi", "Sent on"}, {})
          .title("title", "title_en")
          .date("from_date")
          .list({"from_date", "title", "initiator", "org", "signatures", "status"})
          .sorted_by("from_date", true)
          .rule(check)
          .not_in_nav()
          .done();
  return description;
}

}  // namespace nc::app
