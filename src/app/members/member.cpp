// Register of members: who is a member of which association, since when, with which card; personal data stays with the association.
#include "app/catalog.h"
#include "app/common/lists.h"
#include "app/common/rules.h"
#include "app/members/members.h"
#include "app/members/public.h"
#include "app/reference/public.h"
#include "figure/rows_sql.h"

namespace nc::app {

namespace {

struct Member : reg::Standard {
  std::string name, kind = "individual", card_no, status = "active";
  Date applied_on, joined_on;
  std::string decision_no, roles;
  Date left_on;
  std::string leave_reason;
  reg::Ref moved_to;
  std::string sex;
  std::int64_t born_year = 0;
  Date born;
  std::string occupation, workplace;
  reg::Codes backgrounds, countries, languages;
  std::string phone, email, address;
  Date consent_on;
  reg::Ref same_as;
};

const reg::Options& kinds() {
  static const reg::Options options{{"individual", {"hội viên cá nhân", "individual"}}, {"collective", {"hội viên tập thể", "collective"}}, {"honorary", {"hội viên danh dự", "honorary"}}, {"associate", {"hội viên liên kết", "associate"}}};
  return options;
}

const reg::Options& states() {
  static const reg::Options options{{"applied", {"đã nộp đơn", "applied"}},    {"admitted", {"đã kết nạp", "admitted"}}, {"active", {"đang sinh hoạt", "active"}},  {"refused", {"không kết nạp", "refused"}},
                                    {"left", {"đã ra khỏi hội", "left"}},      {"transferred", {"đã chuyển", "transferred"}}, {"expelled", {"bị khai trừ", "expelled"}}, {"deceased", {"đã mất", "deceased"}}};
  return options;
}

const reg::Options& sexes() {
  static const reg::Options options{{"male", {"nam", "male"}}, {"female", {"nữ", "female"}}};
  return options;
}

const reg::Options& backgrounds() {
  static const reg::Options options{{"volunteer_soldier", {"quân tình nguyện", "volunteer soldier"}}, {"expert", {"chuyên gia", "expert"}},
                                    {"alumnus", {"cựu lưu học sinh", "alumnus"}},                     {"worker_abroad", {"từng lao động ở nước ngoài", "worked abroad"}},
                                    {"teacher", {"giảng viên, giáo viên", "teacher"}},                {"official", {"cán bộ, công chức", "official"}},
                                    {"business", {"doanh nhân", "business"}},                         {"student", {"học sinh, sinh viên", "student"}},
                                    {"overseas_vietnamese", {"kiều bào", "overseas Vietnamese"}}};
  return options;
}

bool has_ended(const std::string& status) { return status == "left" || status == "transferred" || status == "expelled" || status == "deceased"; }

void check_days(const Member& m, Problems& problems) {
  not_in_future(m.applied_on, "applied_on", problems);
  not_in_future(m.joined_on, "joined_on", problems);
  not_in_future(m.left_on, "left_on", problems);
  not_in_future(m.born, "born", problems);
  not_in_future(m.consent_on, "consent_on", problems);
  not_before(m.applied_on, m.joined_on, "joined_on", problems);
  not_before(m.joined_on, m.left_on, "left_on", problems);
  sensible_year(m.born_year, "born_year", problems);
}

void check(const Member& m, Problems& problems) {
  check_days(m, problems);
  if (m.born && m.born_year != 0 && m.born.year() != m.born_year)
    complain(problems, "born_year", "Năm sinh khác với ngày sinh. Để trống một trong hai.", "The year differs from the day of birth. Leave one of them empty.");
  if (has_ended(m.status) && !m.left_on) complain(problems, "left_on", "Ghi ngày ra khỏi hội.", "State the day of leaving.");
  if (m.left_on && !has_ended(m.status)) complain(problems, "left_on", "Còn là hội viên thì để trống ngày ra khỏi hội.", "Leave the day of leaving empty while the membership lasts.");
  if (m.status == "transferred" && m.moved_to.id == 0) complain(problems, "moved_to", "Ghi hội, chi hội chuyển đến.", "Name the association or chapter moved to.");
  if (m.id != 0 && m.same_as.id == m.id) complain(problems, "same_as", "Chọn bản ghi khác của người này.", "Choose another record of this person.");
}

/// A card belongs to one member of an organisation.
Result<bool> own_card(const reg::SaveContext& save, const Member*, Member& now) {
  if (now.card_no.empty()) return true;
  const auto holder = save.tx.first("SELECT name FROM member WHERE deleted = 0 AND org_id = $1 AND card_no = $2 AND id <> $3", {now.org.id, now.card_no, now.id});
  if (!holder) return true;
  const std::string who = db::as_text((*holder)[0]);
  return refuse(Code::conflict, Message("Số thẻ này đã cấp cho " + who + ". Kiểm tra lại số.", "This card belongs to " + who + ". Check the number."), "card_no");
}

/// The year follows from the day of birth; a person has one membership at a time in one organisation.
Result<bool> fill_in(const reg::SaveContext& save, const Member*, Member& now) {
  if (now.born) now.born_year = now.born.year();
  if (now.same_as.id == 0 || now.left_on) return true;
  const auto first = save.tx.first("SELECT same_as, org_id, left_on, deleted FROM member WHERE id = $1", {now.same_as.id});
  if (!first) return true;
  // Links always point at the first record of the person, never at one that points further.
  if (const auto further = db::as_int((*first)[0]); further != 0 && further != now.id) now.same_as.id = further;
  if (db::as_int((*first)[3]) == 0 && db::as_int((*first)[1]) == now.org.id && db::as_text((*first)[2]).empty())
    return refuse(Code::conflict, Text("Người này đã là hội viên ở đây. Mở bản ghi ấy để sửa.", "This person is a member here already. Edit that record."), "same_as");
  return true;
}

/// Who moves to an organisation within reach is a member there from that day; beyond it, the other side writes it down.
void follow_move(const reg::SaveContext& save, std::int64_t id, const Member* before, const Member& now) {
  if (now.status != "transferred" || now.moved_to.id == 0 || !before || before->status == "transferred") return;
  Member next = now;
  next.id = next.version = 0;
  next.code.clear();
  next.org = now.moved_to;
  next.moved_to = {};
  next.status = "active";
  next.joined_on = now.left_on;
  next.applied_on = next.left_on = {};
  next.decision_no.clear();
  next.leave_reason.clear();
  next.roles.clear();
  next.same_as = now.same_as.id ? now.same_as : reg::Ref{id};
  (void)reg::save(save.tx, catalog(), save.what, save.actor, reg::to_cells(save.what, next), {.reason = {}, .batch = save.options ? save.options->batch : std::string(), .action = {}});
}

using Register = reg::Register<Member>;

void membership_fields(Register& r) {
  r.field(&Member::name, "name", {"Họ và tên", "Name"}, {.required = true, .search = true, .sortable = true, .personal = true, .section = Text{"Hội viên", "Membership"}})
      .field(&Member::kind, "kind", {"Loại hội viên", "Kind"}, {.required = true, .options = &kinds(), .filter = true, .preset = "individual"})
      .field(&Member::card_no, "card_no", {"Số thẻ hội viên", "Card number"}, {.max = 40, .search = true, .sortable = true})
      .field(&Member::status, "status", {"Tình trạng", "State"}, {.required = true, .options = &states(), .filter = true, .preset = "active"})
      .field(&Member::applied_on, "applied_on", {"Ngày nộp đơn", "Applied on"}, {.filter = true})
      .field(&Member::joined_on, "joined_on", {"Ngày vào hội", "Joined on"}, {.filter = true})
      .field(&Member::decision_no, "decision_no", {"Quyết định kết nạp", "Decision"}, {.search = true})
      .field(&Member::roles, "roles", {"Chức vụ trong hội", "Roles"}, {.search = true, .hint = Text{"Ví dụ: Ủy viên Ban Chấp hành", "For example: member of the executive committee"}})
      .field(&Member::left_on, "left_on", {"Ngày ra khỏi hội", "Left on"}, {.filter = true})
      .field(&Member::leave_reason, "leave_reason", {"Lý do ra khỏi hội", "Reason for leaving"}, {.personal = true})
      .field(&Member::moved_to, "moved_to", {"Chuyển đến", "Moved to"}, {.link = "organisation"});
}

void person_fields(Register& r) {
  r.field(&Member::sex, "sex", {"Giới tính", "Sex"}, {.options = &sexes(), .filter = true, .section = Text{"Con người", "The person"}})
      .field(&Member::born_year, "born_year", {"Năm sinh", "Year of birth"}, {.sortable = true, .personal = true, .min = 0, .max_value = 2200})
      .field(&Member::born, "born", {"Ngày sinh", "Born on"}, {.sensitive = true, .hint = Text{"Chỉ biết năm thì để trống ô này", "Leave this empty when only the year is known"}})
      .field(&Member::occupation, "occupation", {"Nghề nghiệp", "Occupation"}, {.search = true})
      .field(&Member::workplace, "workplace", {"Nơi làm việc", "Workplace"}, {.search = true})
      .field(&Member::backgrounds, "backgrounds", {"Gắn bó với nước bạn", "Ties abroad"}, {.options = &backgrounds(), .filter = true})
      .field(&Member::countries, "countries", {"Nước gắn bó", "Countries"}, {.options = &countries(), .filter = true})
      .field(&Member::languages, "languages", {"Ngoại ngữ", "Languages"}, {.options = &languages(), .filter = true})
      .field(&Member::phone, "phone", {"Điện thoại", "Telephone"}, {.max = 60, .sensitive = true, .section = Text{"Liên hệ", "Contact"}})
      .field(&Member::email, "email", {"Thư điện tử", "E-mail"}, {.max = 120, .sensitive = true})
      .field(&Member::address, "address", {"Chỗ ở", "Address"}, {.sensitive = true})
      .field(&Member::consent_on, "consent_on", {"Đồng ý cho hội lưu dữ liệu ngày", "Consent to keep the data"}, {})
      .field(&Member::same_as, "same_as", {"Cùng một người với", "Same person as"}, {.link = "member", .hint = Text{"Người này còn ở hội khác: gắn để chỉ đếm một người", "Also a member elsewhere: link the records, so that the person counts once"}});
}

}  // namespace

Condition members_scope(const Actor& actor, std::string_view alias) { return fig::people_scope(actor, alias); }

const reg::Description& members() {
  static const reg::Description description = [] {
    Register r("member", "members", {"Hội viên", "Members"}, {"hội viên", "member"});
    r.icon("id-badge-2").prefix("HVN").holds({"hội viên của các hội", "members of the associations"}, {"quản lý hội viên, thu hội phí, mời dự hoạt động", "membership, dues, invitations"});
    membership_fields(r);
    person_fields(r);
    r.title("name")
        .date("joined_on")
        .list({"name", "card_no", "org", "kind", "joined_on", "status", "roles"})
        .sorted_by("name")
        .index({"org_id", "status"})
        .index({"same_as"})
        .unique({"org_id", "card_no"})
        .view({"Đang sinh hoạt", "Active"}, "status=active&status=admitted")
        .view({"Chờ xét", "Applicants"}, "status=applied")
        .view({"Đã ra khỏi hội", "Former"}, "status=left&status=transferred&status=expelled&status=deceased")
        .condition("namesake", {"trùng tên và năm sinh với bản ghi khác", "same name and year as another record"},
                   "{t}.same_as IS NULL AND EXISTS (SELECT 1 FROM member w WHERE w.deleted = 0 AND w.id <> {t}.id AND w.name_key = {t}.name_key AND w.same_as IS NULL AND COALESCE(w.born_year, 0) = COALESCE({t}.born_year, 0))")
        .view({"Có thể là một người", "Perhaps one person"}, "is=namesake")
        .panel(reg::PanelPlace::main, member_elsewhere)
        .panel(reg::PanelPlace::side, card_panel)
        .rule(check)
        .scope(members_scope)
        .guard(flow::guard(member_flow()))
        .before_save(fill_in)
        .before_save(own_card)
        .watch(flow::watch(member_flow()))
        .after_save(follow_move);
    return r.done();
  }();
  return description;
}

}  // namespace nc::app
