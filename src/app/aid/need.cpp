// Register of needs: what the city asks donors for, kept as a catalogue that can be shown to them.
#include "app/aid/lists.h"
#include "app/aid/pipeline.h"
#include "app/aid/public.h"
#include "app/common/rules.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct AidNeed : reg::Standard {
  std::string title, title_en, sector;
  reg::Codes places;
  std::string place, asked_by, beneficiary_group;
  reg::Count people;
  reg::MoneyValue amount;
  std::string priority = "normal";
  Date since, until;
  std::string status = "open", content, content_en;
};

const reg::Options& priorities() {
  static const reg::Options options{{"high", {"cấp bách", "urgent"}}, {"normal", {"thường", "normal"}}, {"low", {"khi có điều kiện", "when possible"}}};
  return options;
}

const reg::Options& need_states() {
  static const reg::Options options{{"open", {"đang kêu gọi", "open"}}, {"offered", {"đang có nhà tài trợ xem xét", "under consideration"}},
                                    {"met", {"đã có nhà tài trợ", "met"}}, {"withdrawn", {"không kêu gọi nữa", "withdrawn"}}};
  return options;
}

void check(const AidNeed& n, Problems& problems) {
  not_before(n.since, n.until, "until", problems);
  not_absurd(n.people, 20'000'000, "people", problems);
  if (n.amount.value && n.amount.value->minor < 0) complain(problems, "amount", "Giá trị không được âm.", "A value can't be negative.");
}

}  // namespace

const reg::Description& aid_needs() {
  static const reg::Description description =
      reg::Register<AidNeed>("aid_need", "aid-needs", {"Danh mục kêu gọi viện trợ", "Needs offered to donors"}, {"nhu cầu", "need"})
          .icon("clipboard-list")
          .prefix("NC")
          .field(&AidNeed::title, "title", {"Nhu cầu", "Need"}, {.required = true, .search = true, .sortable = true, .section = Text{"Nhu cầu", "Need"}})
          .field(&AidNeed::title_en, "title_en", {"Tên bằng tiếng Anh", "Title in English"}, {.search = true})
          .field(&AidNeed::sector, "sector", {"Lĩnh vực", "Field"}, {.required = true, .options = &sectors(), .filter = true})
          .field(&AidNeed::priority, "priority", {"Mức ưu tiên", "Priority"}, {.required = true, .options = &priorities(), .filter = true, .preset = "normal"})
          .field(&AidNeed::asked_by, "asked_by", {"Đơn vị đề nghị", "Asked by"}, {.search = true, .hint = Text{"Nơi sẽ tiếp nhận", "Who would receive it"}})
          .field(&AidNeed::amount, "amount", {"Giá trị cần", "Value needed"}, {.sortable = true, .hint = Text{"900 triệu đồng, 40.000 USD", "900 triệu đồng, 40,000 USD"}})
          .field(&AidNeed::places, "places", {"Tỉnh, thành phố", "Provinces"}, {.options = &place_units(), .filter = true, .section = Text{"Ở đâu, cho ai", "Where, for whom"}})
          .field(&AidNeed::place, "place", {"Xã, phường", "Commune, ward"}, {.search = true})
          .field(&AidNeed::beneficiary_group, "beneficiary_group", {"Nhóm hưởng lợi", "Beneficiary group"}, {.options = &beneficiary_groups(), .filter = true})
          .field(&AidNeed::people, "people", {"Số người", "People"}, {.unit = Text{"người", "people"}})
          .field(&AidNeed::since, "since", {"Kêu gọi từ", "Open since"}, {.required = true, .filter = true, .preset = "today"})
          .field(&AidNeed::until, "until", {"Đến ngày", "Until"}, {.filter = true})
          .field(&AidNeed::status, "status", {"Tình trạng", "State"}, {.required = true, .options = &need_states(), .filter = true, .preset = "open"})
          .field(&AidNeed::content, "content", {"Nội dung", "Content"}, {.long_text = true, .search = true, .section = Text{"Nội dung gửi nhà tài trợ", "What donors read"}})
          .field(&AidNeed::content_en, "content_en", {"Nội dung bằng tiếng Anh", "Content in English"}, {.long_text = true, .search = true})
          .title("title", "title_en")
          .date("since")
          .list({"title", "sector", "priority", "asked_by", "amount", "people", "status"})
          .sorted_by("since", true)
          .index({"org_id", "since"})
          .view({"Đang kêu gọi", "Open"}, "status=open&status=offered")
          .view({"Cấp bách", "Urgent"}, "priority=high&status=open")
          .panel(reg::PanelPlace::main, need_opportunities)
          .summary(aid_doors)
          .not_in_nav()
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
