// Register of plans: of a term, a year, a quarter, an event, a coordination programme.
#include "app/common/rules.h"
#include "app/tasks/lists.h"
#include "app/tasks/public.h"

namespace nc::app {

namespace {

struct WorkPlan : reg::Standard {
  std::string title, kind = "annual";
  Date period_from, period_to;
  reg::Ref parent;
  std::string doc_no;
  Date signed_on;
  std::string partners, goals, status = "draft";
};

void check(const WorkPlan& p, Problems& problems) {
  not_before(p.period_from, p.period_to, "period_to", problems);
  if (p.id != 0 && p.parent.id == p.id)
    complain(problems, "parent", "Kế hoạch không thể nằm trong chính nó. Chọn kế hoạch dài hơn.", "A plan can't be part of itself. Choose the longer one.");
  if (p.status != "draft" && p.doc_no.empty())
    complain(problems, "doc_no", "Kế hoạch đã ban hành cần số, ký hiệu.", "A plan that was issued needs its number.");
}

}  // namespace

const reg::Options& plan_kinds() {
  static const reg::Options options{{"term", {"nhiệm kỳ", "term"}},
                                    {"annual", {"năm", "year"}},
                                    {"half_year", {"6 tháng", "half-year"}},
                                    {"quarter", {"quý", "quarter"}},
                                    {"month", {"tháng", "month"}},
                                    {"event", {"sự kiện", "event"}},
                                    {"coordination", {"chương trình phối hợp", "coordination programme"}}};
  return options;
}

const reg::Options& plan_states() {
  static const reg::Options options{{"draft", {"dự thảo", "draft"}}, {"issued", {"đã ban hành", "issued"}}, {"finished", {"đã tổng kết", "reviewed"}}, {"replaced", {"đã thay thế", "replaced"}}};
  return options;
}

const reg::Options& work_areas() {
  static const reg::Options options{{"friendship", {"hòa bình, đoàn kết, hữu nghị", "peace, solidarity, friendship"}},
                                    {"foreign_aid", {"công tác phi chính phủ nước ngoài", "foreign non-governmental aid"}},
                                    {"research", {"nghiên cứu, tham mưu", "research and advice"}},
                                    {"information", {"thông tin đối ngoại", "external information"}},
                                    {"organisation", {"xây dựng tổ chức", "organisation"}},
                                    {"emulation", {"thi đua, khen thưởng", "emulation and awards"}},
                                    {"compatriots", {"người Việt Nam ở nước ngoài", "compatriots abroad"}}};
  return options;
}

const reg::Description& work_plans() {
  static const reg::Description description =
      reg::Register<WorkPlan>("work_plan", "plans", {"Kế hoạch", "Plans"}, {"kế hoạch", "plan"})
          .icon("list-check")
          .prefix("KH")
          .field(&WorkPlan::title, "title", {"Tên kế hoạch", "Title"}, {.required = true, .search = true, .sortable = true, .section = Text{"Kế hoạch", "Plan"}})
          .field(&WorkPlan::kind, "kind", {"Loại", "Kind"}, {.required = true, .options = &plan_kinds(), .filter = true, .preset = "annual"})
          .field(&WorkPlan::period_from, "period_from", {"Từ ngày", "From"}, {.required = true, .filter = true})
          .field(&WorkPlan::period_to, "period_to", {"Đến ngày", "To"}, {.required = true})
          .field(&WorkPlan::parent, "parent", {"Thuộc kế hoạch", "Part of"}, {.link = "work_plan", .filter = true, .hint = Text{"Kế hoạch năm thuộc kế hoạch nhiệm kỳ", "A year's plan is part of the term's"}})
          .field(&WorkPlan::doc_no, "doc_no", {"Số, ký hiệu", "Number"}, {.search = true})
          .field(&WorkPlan::signed_on, "signed_on", {"Ngày ký", "Signed on"}, {})
          .field(&WorkPlan::partners, "partners", {"Phối hợp với", "Together with"}, {.search = true, .hint = Text{"Cho chương trình phối hợp: sở, mặt trận, đoàn thể", "For coordination programmes: departments, front, unions"}})
          .field(&WorkPlan::goals, "goals", {"Mục tiêu", "Goals"}, {.long_text = true, .search = true})
          .field(&WorkPlan::status, "status", {"Tình trạng", "Status"}, {.required = true, .options = &plan_states(), .filter = true, .preset = "draft"})
          .title("title")
          .date("period_from")
          .list({"period_from", "period_to", "title", "kind", "org", "doc_no", "status"})
          .sorted_by("period_from", true)
          .view({"Đang thực hiện", "Under way"}, "status=issued")
          .rule(check)
          .done();
  return description;
}

}  // namespace nc::app
