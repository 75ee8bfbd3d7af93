// Registers of the people of partners and of each contact with a partner; what follows from a contact becomes a task.
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/common/lists.h"
#include "app/common/rules.h"
#include "app/partners/public.h"
#include "app/tasks/public.h"
#include "base/clock.h"

namespace nc::app {

namespace {

struct PartnerContact : reg::Standard {
  reg::Ref partner;
  std::string name, position, position_en;
  Date from_date, to_date;
  std::string preferred_language, protocol_rank;
  bool consent = false;
  Date consent_on;
  std::string consent_how, phone, email;
  Date birthday;
};

struct ContactLog : reg::Standard {
  reg::Ref partner;
  Date date;
  std::string channel = "meeting", summary, participants, ours, details, follow_up;
  Date follow_up_due;
  reg::Ref task;
};

const reg::Options& protocol_ranks() {
  static const reg::Options options{{"leader", {"người đứng đầu", "head"}},
                                    {"deputy", {"cấp phó", "deputy"}},
                                    {"officer", {"cán bộ phụ trách", "officer in charge"}},
                                    {"assistant", {"thư ký, trợ lý", "secretary, assistant"}},
                                    {"other", {"khác", "other"}}};
  return options;
}

const reg::Options& channels() {
  static const reg::Options options{{"meeting", {"gặp trực tiếp", "meeting"}}, {"phone", {"điện thoại", "telephone"}}, {"email", {"thư điện tử", "e-mail"}},
                                    {"letter", {"công văn, thư", "letter"}},   {"online", {"họp trực tuyến", "online meeting"}}, {"event", {"gặp tại sự kiện", "at an event"}},
                                    {"other", {"cách khác", "other"}}};
  return options;
}

/// Law 91/2025/QH15 on personal data: what reaches or describes a person is kept with their consent.
void check_contact(const PartnerContact& c, Problems& problems) {
  not_before(c.from_date, c.to_date, "to_date", problems);
  not_in_future(c.consent_on, "consent_on", problems);
  if (!c.consent && (!c.phone.empty() || !c.email.empty() || c.birthday))
    complain(problems, "consent", "Điện thoại, thư điện tử, ngày sinh chỉ giữ khi người ấy đồng ý. Đánh dấu đồng ý, hoặc bỏ trống ba ô đó.",
             "Telephone, e-mail and birthday are kept only with consent. Tick the consent, or leave the three empty.");
  if (c.consent && !c.consent_on) complain(problems, "consent_on", "Ghi ngày người ấy đồng ý.", "State the day of the consent.");
}

void check_log(const ContactLog& l, Problems& problems) {
  not_in_future(l.date, "date", problems);
  if (l.follow_up_due && l.follow_up.empty()) complain(problems, "follow_up", "Có hạn thì ghi việc cần làm tiếp.", "There is a day but no follow-up: state it.");
  if (!l.follow_up.empty() && !l.follow_up_due && l.task.id == 0) complain(problems, "follow_up_due", "Ghi hạn của việc cần làm tiếp.", "State by when the follow-up is due.");
  not_before(l.date, l.follow_up_due, "follow_up_due", problems);
}

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }

/// The follow-up is a task of those who keep the log, so that it is reminded of and seen to be done. Imported history gives no work.
Result<bool> task_of_follow_up(const reg::SaveContext& save, const ContactLog*, ContactLog& now) {
  const std::int64_t org = now.org.id != 0 ? now.org.id : save.actor.org;
  const bool one_of_many = save.options && !save.options->batch.empty();
  if (now.follow_up.empty() || now.task.id != 0 || org == 0 || one_of_many) return true;
  const reg::Description& d = tasks();
  const auto partner = save.tx.first("SELECT name FROM partner WHERE id = $1", {now.partner.id});
  reg::Cells cells = fresh_record(d, org, now.illustrative);
  cells[at(d, "title")] = now.follow_up;
  cells[at(d, "lead")] = org;
  cells[at(d, "owner")] = save.actor.name;
  cells[at(d, "due")] = now.follow_up_due.iso();
  cells[at(d, "priority")] = std::string("regular");
  cells[at(d, "status")] = std::string("assigned");
  cells[at(d, "progress")] = std::int64_t{0};
  if (partner) cells[reg::k_note] = "Sau lần liên hệ với " + db::as_text((*partner)[0]) + " ngày " + format_date(now.date, Lang::vi) + ".";
  cells[reg::k_confidentiality] = now.confidentiality;
  auto made = reg::save(save.tx, catalog(), d, save.actor, std::move(cells), {.reason = {}, .batch = {}, .action = {}});
  if (!made) return tl::make_unexpected(made.error().front());
  now.task.id = made->id;
  return true;
}

}  // namespace

const reg::Description& partner_contacts() {
  static const reg::Description description =
      reg::Register<PartnerContact>("partner_contact", "partner-contacts", {"Người liên hệ của đối tác", "People of partners"}, {"người liên hệ", "person of a partner"})
          .icon("id-badge-2")
          .holds({"người liên hệ của đối tác", "people of partners"}, {"liên lạc, lễ tân, chúc mừng", "staying in touch, protocol, greetings"}, "contacts")
          .field(&PartnerContact::partner, "partner", {"Đối tác", "Partner"}, {.required = true, .link = "partner", .filter = true, .section = Text{"Người liên hệ", "Person"}})
          .field(&PartnerContact::name, "name", {"Họ tên", "Name"}, {.required = true, .search = true, .personal = true})
          .field(&PartnerContact::position, "position", {"Chức vụ", "Position"}, {.search = true})
          .field(&PartnerContact::position_en, "position_en", {"Chức vụ bằng tiếng Anh", "Position in English"}, {.search = true})
          .field(&PartnerContact::protocol_rank, "protocol_rank", {"Vai", "Role"}, {.options = &protocol_ranks(), .filter = true})
          .field(&PartnerContact::preferred_language, "preferred_language", {"Ngôn ngữ nên dùng", "Preferred language"}, {.options = &languages(), .filter = true})
          .field(&PartnerContact::from_date, "from_date", {"Giữ chức vụ từ", "In office from"}, {})
          .field(&PartnerContact::to_date, "to_date", {"Đến", "Until"}, {.filter = true, .hint = Text{"Ghi khi người ấy thôi chức vụ; tên vẫn còn trong trí nhớ", "When they left; the memory keeps the name"}})
          .field(&PartnerContact::consent, "consent", {"Đồng ý cho giữ thông tin liên lạc", "Agrees that we keep how to reach them"}, {.section = Text{"Đồng ý và liên lạc", "Consent and how to reach them"}})
          .field(&PartnerContact::consent_on, "consent_on", {"Đồng ý ngày", "Consent on"}, {})
          .field(&PartnerContact::consent_how, "consent_how", {"Đồng ý bằng cách nào", "How it was given"}, {.hint = Text{"Ví dụ: đưa danh thiếp, thư điện tử ngày 12/3/2025", "For example: gave a card, e-mail of 12 March 2025"}})
          .field(&PartnerContact::phone, "phone", {"Điện thoại", "Telephone"}, {.max = 60, .sensitive = true})
          .field(&PartnerContact::email, "email", {"Thư điện tử", "E-mail"}, {.max = 120, .sensitive = true})
          .field(&PartnerContact::birthday, "birthday", {"Ngày sinh", "Birthday"}, {.sensitive = true})
          .title("name")
          .date("from_date")
          .list({"name", "position", "partner", "preferred_language", "from_date", "to_date"})
          .sorted_by("name")
          .index({"partner"})
          .part_of("partner")
          .condition("serving", {"Đang giữ chức vụ", "In office"}, "({t}.to_date IS NULL OR {t}.to_date >= '{today}')")
          .view({"Đang giữ chức vụ", "In office"}, "is=serving")
          .rule(check_contact)
          .done();
  return description;
}

const reg::Description& contact_logs() {
  static const reg::Description description =
      reg::Register<ContactLog>("contact_log", "contact-logs", {"Sổ liên hệ", "Contact log"}, {"lần liên hệ", "contact"})
          .icon("phone-call")
          .holds({"người dự buổi gặp", "people at meetings"}, {"nhớ ai đã nói gì, hẹn gì", "knowing who said and promised what"}, "records")
          .prefix("LH")
          .field(&ContactLog::partner, "partner", {"Đối tác", "Partner"}, {.required = true, .link = "partner", .filter = true, .section = Text{"Lần liên hệ", "Contact"}})
          .field(&ContactLog::date, "date", {"Ngày", "Date"}, {.required = true, .filter = true, .preset = "today"})
          .field(&ContactLog::channel, "channel", {"Cách liên hệ", "Channel"}, {.required = true, .options = &channels(), .filter = true, .preset = "meeting"})
          .field(&ContactLog::summary, "summary", {"Nội dung chính", "Summary"}, {.required = true, .search = true, .hint = Text{"Một câu: đã nói gì, thống nhất gì", "One sentence: what was said and agreed"}})
          .field(&ContactLog::participants, "participants", {"Phía bạn", "Their side"}, {.search = true, .personal = true})
          .field(&ContactLog::ours, "ours", {"Phía ta", "Our side"}, {.search = true, .personal = true})
          .field(&ContactLog::details, "details", {"Ghi thêm", "Details"}, {.long_text = true, .search = true})
          .field(&ContactLog::follow_up, "follow_up", {"Việc cần làm tiếp", "Follow-up"},
                 {.search = true, .hint = Text{"Lưu thì thành một nhiệm vụ, đến hạn có nhắc", "Becomes a task when saved, and is reminded of"}, .section = Text{"Bước tiếp theo", "Next step"}})
          .field(&ContactLog::follow_up_due, "follow_up_due", {"Hạn", "Due"}, {.filter = true})
          .field(&ContactLog::task, "task", {"Nhiệm vụ", "Task"}, {.link = "task", .read_only = true})
          .title("summary")
          .date("date")
          .list({"date", "partner", "channel", "summary", "follow_up", "follow_up_due"})
          .sorted_by("date", true)
          .index({"partner", "date"})
          .part_of("partner")
          .rule(check_log)
          .before_save(task_of_follow_up)
          .done();
  return description;
}

}  // namespace nc::app
