// Register of claims: numbers that somebody declared. They are compared with counts, never mixed into them.
#include "app/common/rules.h"
#include "app/common/table.h"
#include "app/evidence/public.h"
#include "app/reference/public.h"
#include "figure/figure.h"

namespace nc::app {

namespace {

struct Claim : reg::Standard {
  std::string statement, statement_en, indicator;
  reg::Ref about;
  std::string measure;
  reg::Count amount;
  std::string unit;
  reg::Codes countries;
  Date period_from, period_to;
  std::string status, fact;
  reg::Ref evidence;
  std::string clash_note;
  Date settled_on;
  std::string settled_by, settled_reason;
};

const reg::Options& claim_states() {
  static const reg::Options options{{"done", {"đã làm trong kỳ", "done in the period"}},
                                    {"current", {"tại thời điểm", "at that time"}},
                                    {"cumulative", {"lũy kế", "cumulative"}},
                                    {"per_year", {"hằng năm", "every year"}},
                                    {"planned", {"dự kiến", "planned"}},
                                    {"open", {"chưa trả lời", "open"}},
                                    {"in_preparation", {"đang xúc tiến", "in preparation"}}};
  return options;
}

/// "I17", "I74A"
bool is_indicator_code(std::string_view code) {
  const auto digit = [&](std::size_t at) { return code[at] >= '0' && code[at] <= '9'; };
  return (code.size() == 3 || (code.size() == 4 && code[3] >= 'A' && code[3] <= 'Z')) && code[0] == 'I' && digit(1) && digit(2);
}

void check(const Claim& c, Problems& problems) {
  not_before(c.period_from, c.period_to, "period_to", problems);
  if (!c.indicator.empty() && !is_indicator_code(c.indicator))
    complain(problems, "indicator", "Mã chỉ tiêu gồm chữ I và hai chữ số, có khi thêm một chữ hoa, ví dụ I17, I74A.",
             "An indicator is I and two digits, some with a capital letter behind, for example I17, I74A.");
  if (c.amount.value && c.unit.empty())
    complain(problems, "unit", "Số đã công bố cần đơn vị tính.", "A declared number needs its unit.");
}

/// What was settled was settled about that number of that period: with another one the question is open again.
Result<bool> another_number_is_open(const reg::SaveContext&, const Claim* before, Claim& now) {
  if (!before || !before->settled_on || before->settled_on != now.settled_on) return true;
  const bool same = before->indicator == now.indicator && before->about == now.about && before->amount == now.amount && before->unit == now.unit && before->period_from == now.period_from &&
                    before->period_to == now.period_to;
  if (same) return true;
  now.settled_on = {};
  now.settled_by.clear();
  now.settled_reason.clear();
  return true;
}

}  // namespace

const reg::Options& counting_units() {
  static const reg::Options options = [] {
    std::vector<reg::Option> all;
    const auto add = [&all](const std::string& code) { all.push_back({code, Message(fig::unit_name(code, Lang::vi), fig::unit_name(code, Lang::en)), {}}); };
    const TsvTable& table = reference_table("units.tsv");
    for (const auto& row : table.rows()) add(table.cell(row, "code"));
    for (const char* code : {"agreement", "appointment", "award", "campaign", "case", "commitment", "company", "conference", "congress", "consulate", "contact", "directive", "file", "filing", "grade", "group", "issue",
                             "item", "lead", "meeting", "paper", "percent", "person_per_delegation", "petition", "plan", "ratio", "register", "renewal", "report", "return", "school", "succession", "task", "visit"})
      add(code);
    for (const auto& [code, name] : {std::pair{"record", Text("bản ghi", "records")}, {"VND", Text("đồng", "dong")}, {"USD", Text("đô la Mỹ", "US dollars")}, {"EUR", Text("euro", "euros")}, {"JPY", Text("yên Nhật", "Japanese yen")},
                                     {"KRW", Text("won Hàn Quốc", "Korean won")}, {"GBP", Text("bảng Anh", "pounds sterling")}, {"CNY", Text("nhân dân tệ", "yuan")}, {"AUD", Text("đô la Úc", "Australian dollars")}})
      all.push_back({code, Message(name), {}});
    return reg::Options(std::move(all));
  }();
  return options;
}

const reg::Description& claims() {
  static const reg::Description description =
      reg::Register<Claim>("claim", "claims", {"Số đã công bố", "Claims"}, {"số đã công bố", "claim"})
          .icon("quote")
          .prefix("SC")
          .field(
              &Claim::statement, "statement", {"Nội dung công bố", "Statement"},
              {.required = true, .max = 600, .search = true, .section = Text{"Điều được công bố", "What was declared"}})
          .field(&Claim::statement_en, "statement_en", {"Bằng tiếng Anh", "In English"}, {.max = 600, .search = true})
          .field(&Claim::indicator, "indicator", {"Chỉ tiêu", "Indicator"},
                 {.max = 4,
                  .filter = true,
                  .sortable = true,
                  .hint = Text{"Ví dụ I17 là số đoàn vào; để trống khi không thuộc chỉ tiêu nào",
                               "For example I17, incoming delegations; empty when it belongs to none"}})
          .field(&Claim::about, "about", {"Số của đơn vị nào", "Whose number"},
                 {.required = true, .link = "organisation", .filter = true})
          .field(&Claim::measure, "measure", {"Đại lượng", "Measure"}, {.options = &measures()})
          .field(&Claim::amount, "amount", {"Con số", "Number"},
                 {.hint = Text{"Giữ nguyên “gần”, “hơn”, “trên”. Tiền ghi tròn đồng, tròn đô la",
                               "Keep “gần”, “hơn”, “trên”. Money in whole dong or dollars"}})
          .field(&Claim::unit, "unit", {"Đơn vị tính", "Unit"}, {.options = &counting_units()})
          .field(&Claim::countries, "countries", {"Nước", "Countries"},
                 {.options = &nc::app::countries(), .filter = true})
          .field(&Claim::period_from, "period_from", {"Kỳ từ ngày", "Period from"},
                 {.filter = true, .section = Text{"Kỳ và nguồn", "Period and source"}})
          .field(&Claim::period_to, "period_to", {"Kỳ đến ngày", "Period to"}, {.filter = true})
          .field(&Claim::status, "status", {"Tính chất", "Nature"},
                 {.required = true, .options = &claim_states(), .filter = true, .preset = "done"})
          .field(&Claim::evidence, "evidence", {"Bài, văn bản nêu số", "Where it says so"}, {.link = "evidence", .filter = true})
          .field(&Claim::fact, "fact", {"Dữ kiện", "Fact"}, {.max = 20, .search = true, .filter = true})
          .field(&Claim::clash_note, "clash_note", {"Chỗ vênh, trùng", "Clash or overlap"},
                 {.long_text = true,
                  .search = true,
                  .hint = Text{"Hai số cùng chữ nhưng khác kỳ hoặc khác định nghĩa: ghi rõ, không cộng",
                               "Two numbers that look alike but differ in period or meaning: say so, never add them"}})
          .field(&Claim::settled_on, "settled_on", {"Chốt ngày", "Settled on"}, {.filter = true, .read_only = true})
          .field(&Claim::settled_by, "settled_by", {"Người chốt", "Settled by"}, {.read_only = true})
          .field(&Claim::settled_reason, "settled_reason", {"Lý do chốt", "Why it is settled"}, {.max = 1000, .long_text = true, .search = true, .read_only = true})
          .title("statement", "statement_en")
          .date("period_to")
          .list({"statement", "about", "amount", "unit", "period_from", "period_to", "evidence"})
          .sorted_by("period_to", true)
          .index({"indicator", "about", "period_to"})
          .view({"Đã làm", "Done"}, "status=done")
          .view({"Dự kiến", "Planned"}, "status=planned")
          .rule(check)
          .before_save(another_number_is_open)
          .done();
  return description;
}

}  // namespace nc::app
