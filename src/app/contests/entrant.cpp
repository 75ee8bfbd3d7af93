// Registers of entrants and of the scores that jurors gave; minors take part with the consent of a guardian.
#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/contests/lists.h"
#include "app/contests/panels.h"
#include "app/contests/public.h"
#include "base/clock.h"

namespace nc::app {

namespace {

struct Entrant : reg::Standard {
  reg::Ref contest;
  std::string number, kind = "person", name, team, school, grade;
  bool is_minor = false;
  std::string guardian, guardian_phone;
  bool guardian_consent = false;
  Date consent_on, born;
  std::string phone, email, status = "registered";
  reg::Ref reached;
  std::string prize, prize_note;
};

struct Score : reg::Standard {
  reg::Ref entrant, round;
  std::string juror;
  reg::Decimal score;
};

const reg::Options& kinds() {
  static const reg::Options options{{"person", {"cá nhân", "person"}}, {"team", {"đội", "team"}}};
  return options;
}

const reg::Options& states() {
  static const reg::Options options{{"checking", {"chờ kiểm tra", "to be checked"}}, {"refused", {"không nhận", "refused"}}, {"registered", {"đã đăng ký", "registered"}}, {"confirmed", {"được dự thi", "confirmed"}}, {"withdrawn", {"rút", "withdrawn"}}, {"absent", {"vắng", "absent"}}};
  return options;
}

Problem needs_guardian() {
  return {Code::invalid,
          Text("Thí sinh chưa thành niên chỉ được dự thi khi người giám hộ đồng ý. Đánh dấu khi đã có giấy đồng ý.", "A minor takes part only with the consent of a guardian. Tick it once the paper is there."),
          "guardian_consent"};
}

/// Whoever is under eighteen on the day is a minor, whatever was ticked.
Result<bool> minor_by_birth(const reg::SaveContext&, const Entrant*, Entrant& now) {
  constexpr int k_adult_months = 18 * 12;
  if (!now.born) return true;
  now.is_minor = now.born.plus_months(k_adult_months) > today();
  if (now.is_minor && now.status == "confirmed" && !now.guardian_consent) return tl::make_unexpected(needs_guardian());
  return true;
}

void check(const Entrant& e, Problems& problems) {
  not_in_future(e.born, "born", problems);
  not_in_future(e.consent_on, "consent_on", problems);
  if (e.is_minor && e.status == "confirmed" && !e.guardian_consent) problems.push_back(needs_guardian());
  if (e.guardian_consent && e.is_minor && e.guardian.empty()) complain(problems, "guardian", "Ghi tên người giám hộ đã đồng ý.", "Name the guardian who consented.");
  if (!e.prize.empty() && e.status != "confirmed") complain(problems, "prize", "Chỉ thí sinh được dự thi mới có giải.", "Only confirmed entrants win prizes.");
}

void check_score(const Score& s, Problems& problems) {
  if (s.score.text.starts_with('-')) complain(problems, "score", "Điểm không được âm.", "A score can't be negative.");
}

}  // namespace

const reg::Options& prizes() {
  static const reg::Options options{{"special", {"giải đặc biệt", "special prize"}}, {"first", {"giải Nhất", "first prize"}},   {"second", {"giải Nhì", "second prize"}},
                                    {"third", {"giải Ba", "third prize"}},           {"consolation", {"giải Khuyến khích", "consolation prize"}}, {"other", {"giải khác", "other prize"}}};
  return options;
}

const reg::Description& contest_entrants() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Entrant>("contest_entrant", "contest-entrants", {"Thí sinh", "Entrants"}, {"thí sinh", "entrant"})
          .icon("users")
          .holds({"thí sinh, kể cả người chưa thành niên, và người giám hộ", "entrants, minors among them, and guardians"}, {"tổ chức thi, chấm, trao giải", "holding the contest, judging, prizes"})
          .field(&Entrant::contest, "contest", {"Cuộc thi", "Contest"}, {.required = true, .link = "contest", .filter = true})
          .field(&Entrant::number, "number", {"Số báo danh", "Number"}, {.max = 30, .search = true, .sortable = true})
          .field(&Entrant::kind, "kind", {"Cá nhân hay đội", "Person or team"}, {.options = &kinds(), .filter = true, .preset = "person"})
          .field(&Entrant::name, "name", {"Họ tên, tên đội", "Name"}, {.required = true, .search = true, .sortable = true, .personal = true})
          .field(&Entrant::team, "team", {"Thành viên đội", "Team members"}, {.max = 600, .personal = true})
          .field(&Entrant::school, "school", {"Trường, đơn vị", "School"}, {.search = true})
          .field(&Entrant::grade, "grade", {"Lớp, bảng", "Class, group"}, {.max = 60, .search = true})
          .field(&Entrant::status, "status", {"Tình trạng", "Status"}, {.required = true, .options = &states(), .filter = true, .preset = "registered"})
          .field(&Entrant::born, "born", {"Ngày sinh", "Born on"}, {.sensitive = true, .section = Text{"Dữ liệu cá nhân, giám hộ", "Personal data, guardian"}})
          .field(&Entrant::is_minor, "is_minor", {"Chưa thành niên", "Minor"}, {.filter = true})
          .field(&Entrant::guardian, "guardian", {"Người giám hộ", "Guardian"}, {.sensitive = true})
          .field(&Entrant::guardian_phone, "guardian_phone", {"Điện thoại người giám hộ", "Guardian's telephone"}, {.max = 60, .sensitive = true})
          .field(&Entrant::guardian_consent, "guardian_consent", {"Người giám hộ đã đồng ý", "The guardian consents"}, {.filter = true})
          .field(&Entrant::consent_on, "consent_on", {"Đồng ý ngày", "Consent on"}, {})
          .field(&Entrant::phone, "phone", {"Điện thoại", "Telephone"}, {.max = 60, .sensitive = true})
          .field(&Entrant::email, "email", {"Thư điện tử", "E-mail"}, {.max = 120, .sensitive = true})
          .field(&Entrant::reached, "reached", {"Vào đến vòng", "Round reached"}, {.link = "contest_round", .section = Text{"Kết quả", "Result"}})
          .field(&Entrant::prize, "prize", {"Giải", "Prize"}, {.options = &prizes(), .filter = true})
          .field(&Entrant::prize_note, "prize_note", {"Ghi trên giấy chứng nhận", "Words on the certificate"}, {})
          .title("name")
          .list({"number", "name", "school", "grade", "status", "is_minor", "prize"})
          .sorted_by("name")
          .index({"contest", "status"})
          .part_of("contest")
          .panel(reg::PanelPlace::side, certificate_panel)
          .rule(check)
          .before_save(minor_by_birth)
          .done());
  return description;
}

const reg::Description& contest_scores() {
  static const reg::Description description =
      reg::Register<Score>("contest_score", "contest-scores", {"Điểm", "Scores"}, {"điểm", "score"})
          .icon("hash")
          .holds({"giám khảo", "jurors"}, {"chấm thi", "judging"})
          .field(&Score::entrant, "entrant", {"Thí sinh", "Entrant"}, {.required = true, .link = "contest_entrant", .filter = true})
          .field(&Score::round, "round", {"Vòng", "Round"}, {.required = true, .link = "contest_round", .filter = true})
          .field(&Score::juror, "juror", {"Giám khảo", "Juror"}, {.required = true, .search = true, .personal = true})
          .field(&Score::score, "score", {"Điểm", "Score"}, {.required = true})
          .title("juror")
          .list({"round", "entrant", "juror", "score"})
          .sorted_by("juror")
          .index({"round"})
          .index({"entrant"})
          .part_of("entrant")
          .rule(check_score)
          .done();
  return description;
}

}  // namespace nc::app
