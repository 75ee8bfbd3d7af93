// Register of business leads: which firm of ours met which firm abroad, through what, and what came of it.
#include "app/common/rules.h"
#include "app/economy/board.h"
#include "app/economy/public.h"
#include "app/reference/public.h"

namespace nc::app {

namespace {

struct Lead : reg::Standard {
  std::string title, kind = "trade", vn_company, foreign_company, country, field;
  Date date;
  reg::Ref activity, delegation, partner;
  std::string status = "contact", next_step;
  Date next_due;
  reg::MoneyValue value;
  Date concluded_on;
  std::string result;
};

const reg::Options& kinds() {
  static const reg::Options options{{"trade", {"mua bán", "trade"}},
                                    {"investment", {"đầu tư", "investment"}},
                                    {"technology", {"công nghệ, đào tạo", "technology and training"}},
                                    {"labour", {"lao động, việc làm", "labour"}},
                                    {"csr", {"trách nhiệm xã hội", "social responsibility"}}};
  return options;
}

void check(const Lead& l, Problems& problems) {
  not_in_future(l.date, "date", problems);
  not_before(l.date, l.concluded_on, "concluded_on", problems);
  not_in_future(l.concluded_on, "concluded_on", problems);
  if (l.country == "VN") complain(problems, "country", "Chọn nước của doanh nghiệp nước ngoài.", "Choose the country of the foreign firm.");
}

}  // namespace

const reg::Options& lead_states() {
  static const reg::Options options{{"contact", {"đã kết nối", "in contact"}},       {"visit", {"đã gặp, khảo sát", "met"}},
                                    {"mou", {"đã ký ghi nhớ", "memorandum"}},        {"contract", {"đã ký hợp đồng", "contract"}},
                                    {"investment", {"đã đầu tư", "investment"}},     {"dropped", {"không đi tiếp", "came to nothing"}}};
  return options;
}

const reg::Description& business_leads() {
  static const reg::Description description =
      reg::Register<Lead>("business_lead", "business-leads", {"Kết nối doanh nghiệp", "Business leads"}, {"kết nối", "lead"})
          .icon("briefcase")
          .prefix("KNDN")
          .field(&Lead::title, "title", {"Việc hai bên bàn", "What it is about"}, {.required = true, .search = true, .sortable = true, .section = Text{"Hai bên", "Both sides"}})
          .field(&Lead::kind, "kind", {"Loại", "Kind"}, {.required = true, .options = &kinds(), .filter = true, .preset = "trade"})
          .field(&Lead::vn_company, "vn_company", {"Doanh nghiệp Việt Nam", "Vietnamese firm"}, {.required = true, .search = true})
          .field(&Lead::foreign_company, "foreign_company", {"Doanh nghiệp nước ngoài", "Foreign firm"}, {.required = true, .search = true})
          .field(&Lead::country, "country", {"Nước", "Country"}, {.required = true, .options = &countries(), .filter = true})
          .field(&Lead::field, "field", {"Ngành hàng, lĩnh vực", "Field"}, {.search = true})
          .field(&Lead::date, "date", {"Ngày kết nối", "Since"}, {.required = true, .filter = true, .section = Text{"Từ đâu", "Where it comes from"}, .preset = "today"})
          .field(&Lead::activity, "activity", {"Từ hoạt động", "From the activity"}, {.link = "activity", .filter = true})
          .field(&Lead::delegation, "delegation", {"Từ đoàn", "From the delegation"}, {.link = "delegation", .filter = true})
          .field(&Lead::partner, "partner", {"Đối tác giới thiệu", "Introduced by"}, {.link = "partner", .filter = true})
          .field(&Lead::status, "status", {"Bước", "State"}, {.required = true, .options = &lead_states(), .filter = true, .section = Text{"Kết quả", "Result"}, .preset = "contact"})
          .field(&Lead::next_step, "next_step", {"Việc tiếp theo", "Next step"}, {.search = true})
          .field(&Lead::next_due, "next_due", {"Hạn việc tiếp theo", "Next step due"}, {.filter = true})
          .field(&Lead::value, "value", {"Giá trị", "Value"}, {})
          .field(&Lead::concluded_on, "concluded_on", {"Ngày ký, ngày cấp phép", "Concluded on"}, {.filter = true})
          .field(&Lead::result, "result", {"Kết quả", "Result"}, {.long_text = true, .search = true})
          .title("title")
          .date("date")
          .country("country")
          .list({"date", "title", "vn_company", "foreign_company", "country", "value", "status"})
          .sorted_by("date", true)
          .index({"org_id", "date"})
          .view({"Đang đi tiếp", "Under way"}, "status=contact&status=visit&status=mou")
          .view({"Có kết quả", "With a result"}, "status=contract&status=investment")
          .view({"Trách nhiệm xã hội", "Social responsibility"}, "kind=csr")
          .summary(lead_views)
          .rule(check)
          .guard(flow::guard(lead_flow()))
          .watch(flow::watch(lead_flow()))
          .done();
  return description;
}

}  // namespace nc::app
