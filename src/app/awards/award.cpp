// Register of awards: flags, certificates, medals, to organisations, people and foreign friends.
#include "app/awards/public.h"
#include "app/common/rules.h"

namespace nc::app {

namespace {

struct Award : reg::Standard {
  std::string title, kind;
  reg::Ref subject_org, subject_partner;
  std::string subject_text, subject_kind = "organisation", authority, decision_no;
  Date decided, presented_at;
  std::int64_t merit_year = 0;
  reg::Count quantity;
  bool foreign = false, streak_continues = false;
  std::string reason, status = "decided";
};

const reg::Options& award_kinds() {
  static const reg::Options options{
      {"gov_flag", {"Cờ thi đua của Chính phủ", "Government emulation flag"}},
      {"vufo_flag", {"Cờ thi đua của Liên hiệp các tổ chức hữu nghị Việt Nam", "VUFO emulation flag"}},
      {"province_flag", {"Cờ thi đua của UBND tỉnh, thành phố", "emulation flag of the city or province"}},
      {"pm_certificate", {"Bằng khen của Thủ tướng Chính phủ", "Prime Minister's certificate of merit"}},
      {"province_certificate",
       {"Bằng khen của Chủ tịch UBND tỉnh, thành phố", "certificate of merit of the city or province"}},
      {"vufo_certificate", {"Bằng khen của Liên hiệp các tổ chức hữu nghị Việt Nam", "VUFO certificate of merit"}},
      {"central_association_certificate", {"Bằng khen của hội trung ương", "certificate of a central association"}},
      {"commendation", {"Giấy khen", "commendation"}},
      {"labour_order", {"Huân chương Lao động", "Labour Order"}},
      {"friendship_order", {"Huân chương Hữu nghị", "Friendship Order"}},
      {"friendship_medal", {"Huy chương Hữu nghị", "Friendship Medal"}},
      {"vufo_memorial_medal",
       {"Kỷ niệm chương Vì hòa bình, hữu nghị giữa các dân tộc", "medal For Peace and Friendship among Nations"}},
      {"association_medal", {"Kỷ niệm chương của hội", "medal of an association"}},
      {"excellent_collective", {"Tập thể lao động xuất sắc", "excellent collective"}},
      {"grassroots_fighter", {"Chiến sĩ thi đua cơ sở", "emulation fighter"}},
      {"foreign_award", {"Giải thưởng, huân chương nước ngoài", "foreign award"}},
      {"thank_you_letter", {"Thư cảm ơn", "letter of thanks"}}};
  return options;
}

const reg::Options& subject_kinds() {
  static const reg::Options options{{"organisation", {"tổ chức", "organisation"}},
                                    {"collective", {"tập thể", "collective"}},
                                    {"person", {"cá nhân", "person"}},
                                    {"partner", {"đối tác nước ngoài", "foreign partner"}},
                                    {"mixed", {"tập thể và cá nhân", "collectives and persons"}}};
  return options;
}

const reg::Options& award_states() {
  static const reg::Options options{
      {"registered", {"đã đăng ký", "registered"}}, {"proposed", {"đã đề nghị", "proposed"}},
      {"appraised", {"đã thẩm định", "appraised"}}, {"decided", {"đã quyết định", "decided"}},
      {"presented", {"đã trao", "presented"}},      {"not_granted", {"không được khen", "not granted"}}};
  return options;
}

void check(const Award& a, Problems& problems) {
  sensible_year(a.merit_year, "merit_year", problems);
  not_before(a.decided, a.presented_at, "presented_at", problems);
  if (a.status == "presented") not_in_future(a.presented_at, "presented_at", problems);
  if (a.subject_org.id == 0 && a.subject_partner.id == 0 && a.subject_text.empty())
    complain(problems, "subject_org", "Ghi đơn vị, đối tác hoặc người được khen.",
             "Say which organisation, partner or person was honoured.");
}

}  // namespace

const reg::Description& awards() {
  static const reg::Description description =
      reg::Register<Award>("award", "awards", {"Thi đua, khen thưởng", "Awards"}, {"khen thưởng", "award"})
          .icon("award")
          .holds({"cá nhân được khen", "persons honoured"}, {"hồ sơ và lịch sử khen thưởng", "files and history of awards"}, "awards")
          .prefix("KT")
          .field(&Award::title, "title", {"Nội dung", "Title"},
                 {.required = true, .search = true, .section = Text{"Khen thưởng", "Award"}})
          .field(&Award::kind, "kind", {"Hình thức", "Kind"},
                 {.required = true, .options = &award_kinds(), .filter = true})
          .field(&Award::status, "status", {"Trạng thái", "Status"},
                 {.required = true, .options = &award_states(), .filter = true, .preset = "decided"})
          .field(&Award::subject_org, "subject_org", {"Đơn vị được khen", "Organisation honoured"},
                 {.link = "organisation", .filter = true, .section = Text{"Ai được khen", "Who was honoured"}})
          .field(&Award::subject_partner, "subject_partner", {"Đối tác được khen", "Partner honoured"},
                 {.link = "partner"})
          .field(&Award::subject_text, "subject_text", {"Tập thể, cá nhân được khen", "Collectives, persons"},
                 {.search = true, .personal = true})
          .field(&Award::subject_kind, "subject_kind", {"Đối tượng", "Kind of subject"},
                 {.options = &subject_kinds(), .filter = true, .preset = "organisation"})
          .field(&Award::quantity, "quantity", {"Số lượng", "Number"},
                 {.hint = Text{"Số bằng, số cờ; chưa biết thì để trống", "How many; leave empty when unknown"}})
          .field(&Award::foreign, "foreign_subject", {"Người, tổ chức nước ngoài", "Foreign"}, {.filter = true})
          .field(&Award::authority, "authority", {"Cấp khen", "Authority"},
                 {.search = true, .section = Text{"Quyết định", "Decision"}})
          .field(&Award::decision_no, "decision_no", {"Số quyết định", "Decision no."}, {.search = true})
          .field(&Award::decided, "decided", {"Ngày quyết định", "Decided on"}, {.filter = true})
          .field(&Award::merit_year, "merit_year", {"Năm thành tích", "Merit year"},
                 {.filter = true,
                  .sortable = true,
                  .hint = Text{"Năm lập thành tích, không phải năm trao",
                               "The year of the merit, not of the presentation"}})
          .field(&Award::presented_at, "presented_at", {"Ngày trao", "Presented on"}, {.filter = true})
          .field(&Award::streak_continues, "streak_continues",
                 {"Nối tiếp chuỗi năm sau sắp xếp", "Streak continues after succession"},
                 {.hint = Text{"Chỉ đánh dấu khi quyết định ghi rõ", "Only when the decision says so"}})
          .field(&Award::reason, "reason", {"Thành tích", "Merits"}, {.long_text = true, .search = true})
          .title("title")
          .date("decided")
          .list({"merit_year", "title", "kind", "subject_org", "authority", "decided", "status"})
          .sorted_by("merit_year", true)
          .index({"subject_org", "kind", "merit_year"})
          .view({"Cờ thi đua", "Flags"}, "kind=gov_flag&kind=vufo_flag&kind=province_flag")
          .view({"Bằng khen", "Certificates"}, "kind=pm_certificate&kind=province_certificate&kind=vufo_certificate")
          .rule(check)
          .guard(flow::guard(award_flow()))
          .watch(flow::watch(award_flow()))
          .done();
  return description;
}

}  // namespace nc::app
