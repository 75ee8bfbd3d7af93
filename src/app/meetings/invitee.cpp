// Register of those invited to a meeting: who, from where, whether they come, who comes in their place, where they sit.
#include <algorithm>
#include <set>

#include "app/campaigns/public.h"
#include "app/catalog.h"
#include "app/common/fresh_record.h"
#include "app/common/part.h"
#include "app/common/rules.h"
#include "app/common/within.h"
#include "app/meetings/public.h"
#include "app/meetings/work.h"
#include "flow/notice.h"

namespace nc::app {

namespace {

struct Row : reg::Standard {
  reg::Ref meeting, unit;
  std::string person, title, group, status = "listed", substitute, excuse, seat;
};

void check(const Row& i, Problems& problems) {
  if (i.status == "substituted" && i.substitute.empty()) complain(problems, "substitute", "Ghi người dự thay.", "Say who comes in their place.");
}

/// The invitation is the record of the organisation invited: it sees it and answers it.
Result<bool> belongs_to_unit(const reg::SaveContext& save, const Row* before, Row& now) {
  if (save.actor.id > 0 && now.unit.id > 0 && (!before || before->unit.id != now.unit.id)) now.org = now.unit;
  return true;
}

std::size_t at(const reg::Description& d, std::string_view column) { return static_cast<std::size_t>(d.column(column)); }

std::string said_of(const reg::Description& m, const reg::Cells& cells, Lang lang) {
  const auto day = Date::from_iso(m.text(cells, "date"));
  const std::string hour = m.text(cells, "from_time"), place = m.text(cells, "place");
  return std::string(Text("Mời dự ", "Invitation: ").in(lang)) + "“" + m.text(cells, "title") + "”" + (hour.empty() ? "" : ", " + hour) + (day ? ", " + format_date(*day, lang) : "") + (place.empty() ? "" : ", " + place) +
         std::string(Text(". Trả lời ngay ở giấy mời.", ". Answer on the invitation.").in(lang));
}

/// The invitation is work of those invited until they answer; those who invited are not reminded of each.
void wait_for_answer(db::Tx& tx, const Invitee& i) {
  if (i.status != "listed" && i.status != "invited") return;
  tx.exec("INSERT INTO flow_clock (register_name, record_id, org_id, state, since, due, reminded) VALUES ('meeting_invitee', $1, $2, 'invited', $3, NULL, 0) ON CONFLICT (register_name, record_id) DO NOTHING",
          {i.id, i.org, nc::now()});
}

}  // namespace

const reg::Options& invitee_groups() {
  static const reg::Options options{{"superior", {"lãnh đạo cấp trên", "superiors"}},
                                    {"party", {"ban xây dựng Đảng", "Party boards"}},
                                    {"department", {"sở, ngành", "departments"}},
                                    {"presidium", {"lãnh đạo Liên hiệp", "leaders of the Union"}},
                                    {"association", {"hội thành viên", "member associations"}},
                                    {"guest", {"khách mời", "guests"}},
                                    {"staff", {"cán bộ Liên hiệp", "staff"}}};
  return options;
}

const reg::Options& invitee_states() {
  static const reg::Options options{{"listed", {"chưa gửi giấy mời", "not yet invited"}}, {"invited", {"đã mời", "invited"}},     {"confirmed", {"báo sẽ dự", "will come"}},
                                    {"attended", {"có mặt", "attended"}},                 {"substituted", {"dự thay", "substituted"}}, {"absent", {"vắng", "absent"}}};
  return options;
}

const reg::Description& meeting_invitees() {
  static const reg::Description description = shown_by_a_panel(
      reg::Register<Row>("meeting_invitee", "invitations", {"Giấy mời họp", "Invitations to meetings"}, {"người được mời", "invitation"})
          .icon("ticket")
          .holds({"người được mời họp", "people invited to meetings"}, {"mời họp, điểm danh, biên bản", "invitations, attendance, minutes"})
          .prefix("MH")
          .field(&Row::meeting, "meeting", {"Cuộc họp", "Meeting"}, {.required = true, .link = "meeting", .filter = true})
          .field(&Row::person, "person", {"Họ tên", "Name"}, {.required = true, .search = true, .sortable = true, .personal = true})
          .field(&Row::title, "title", {"Chức vụ", "Position"}, {.search = true})
          .field(&Row::unit, "unit", {"Đơn vị", "Organisation"}, {.link = "organisation", .filter = true})
          .field(&Row::group, "invited_as", {"Thành phần", "Group"}, {.options = &invitee_groups(), .filter = true, .preset = "association"})
          .field(&Row::status, "status", {"Trả lời, có mặt", "Answer, attendance"}, {.required = true, .options = &invitee_states(), .filter = true, .preset = "listed"})
          .field(&Row::substitute, "substitute", {"Người dự thay", "Who comes instead"}, {.search = true, .personal = true})
          .field(&Row::excuse, "excuse", {"Lý do vắng", "Reason of absence"}, {})
          .field(&Row::seat, "seat", {"Ghế", "Seat"}, {.max = 12})
          .title("person")
          .list({"person", "title", "unit", "invited_as", "status", "substitute", "seat"})
          .sorted_by("person")
          .index({"meeting", "status"})
          .part_of("meeting")
          .rule(check)
          .before_save(belongs_to_unit)
          .guard(flow::guard(invitee_flow()))
          .watch(flow::watch(invitee_flow()))
          .done());
  return description;
}

std::vector<Invitee> invitees_of(db::ReadDb& db, const Actor& actor, std::int64_t meeting) {
  std::vector<Invitee> out;
  each_within(db,
              "SELECT i.id, i.version, i.unit, i.org_id, i.person, i.title, i.invited_as, i.status, i.substitute, i.excuse, i.seat, (SELECT COALESCE(o.short_name, o.name) FROM organisation o WHERE o.id = i.unit), "
              "(SELECT o.name FROM organisation o WHERE o.id = i.unit) "
              "FROM meeting_invitee i WHERE i.deleted = 0 AND i.meeting = $1",
              {meeting}, org_scope(actor, "i"), "ORDER BY i.id", [&](const db::Row& r) {
                const auto text = [&](int column) { return std::string(r.text(column)); };
                out.push_back({r.integer(0), r.integer(1), r.integer(2), r.integer(3), text(4), text(5), text(6), text(7), text(8), text(9), text(10), text(11), text(12)});
                return true;
              });
  const auto rank = [](const Invitee& i) {
    const auto& all = invitee_groups().all();
    return std::find_if(all.begin(), all.end(), [&](const auto& o) { return o.code == i.group; }) - all.begin();
  };
  std::ranges::stable_sort(out, {}, rank);
  return out;
}

void invite_those_listed(const reg::SaveContext& save, std::int64_t id, const reg::Cells* before, const reg::Cells& now) {
  const reg::Description &m = save.what, &d = meeting_invitees();
  // Once it is held no answer is waited for any more.
  if (before && m.text(*before, "status") == "invited" && m.text(now, "status") != "invited")
    save.tx.exec("DELETE FROM flow_clock WHERE register_name = 'meeting_invitee' AND record_id IN (SELECT id FROM meeting_invitee WHERE meeting = $1)", {id});
  if (!before || save.actor.id <= 0 || m.text(*before, "status") == "invited" || m.text(now, "status") != "invited") return;
  const auto people = flow::all_actors(save.tx);
  const Message words(said_of(m, now, Lang::vi), said_of(m, now, Lang::en));
  for (const Invitee& i : invitees_of(save.tx, save.actor, id)) {
    if (i.status == "listed") flow::move(save.tx, catalog(), d, invitee_flow(), save.actor, i.id, i.version, "invite", {}, {});
    if (i.unit == 0) continue;
    wait_for_answer(save.tx, i);
    for (const Actor& a : people)
      if (a.org == i.unit && a.id != save.actor.id) flow::tell(save.tx, a.id, d, i.id, "invite", save.actor.name, words);
  }
}

tl::expected<int, Problems> list_associations(db::Tx& tx, const Actor& actor, std::int64_t meeting) {
  const reg::Description &m = meetings(), &d = meeting_invitees();
  const auto held = reg::load(tx, m, actor, meeting);
  if (!held) return tl::make_unexpected(Problems{held.error()});
  const std::int64_t office = db::as_int((*held)[reg::k_org]);
  const Date day = Date::from_iso(m.text(*held, "date")).value_or(today());
  std::set<std::int64_t> there;
  for (const Invitee& i : invitees_of(tx, actor, meeting)) there.insert(i.unit);
  int listed = 0;
  for (const Member& member : members_of(tx, office, "associations", day)) {
    const std::int64_t unit = member.id;
    if (there.contains(unit)) continue;
    const std::string chair = letterhead_of(tx, unit, day).signer;
    reg::Cells cells = fresh_record(d, unit, db::as_int((*held)[reg::k_illustrative]) == 1);
    cells[at(d, "meeting")] = meeting;
    cells[at(d, "unit")] = unit;
    cells[at(d, "person")] = chair.empty() ? std::string("Chủ tịch Hội") : chair;
    if (!chair.empty()) cells[at(d, "title")] = std::string("Chủ tịch Hội");
    cells[at(d, "invited_as")] = std::string("association");
    cells[at(d, "status")] = std::string("listed");
    if (auto saved = reg::save(tx, catalog(), d, actor, std::move(cells)); !saved) return tl::make_unexpected(saved.error());
    ++listed;
  }
  return listed;
}

tl::expected<int, Problems> number_seats(db::Tx& tx, const Actor& actor, std::int64_t meeting) {
  const reg::Description& d = meeting_invitees();
  if (const auto there = reg::load(tx, meetings(), actor, meeting); !there) return tl::make_unexpected(Problems{there.error()});
  int seat = 0;
  for (const Invitee& i : invitees_of(tx, actor, meeting)) {
    auto cells = reg::load(tx, d, actor, i.id);
    if (!cells) return tl::make_unexpected(Problems{cells.error()});
    const std::string wanted = i.status == "absent" ? std::string() : std::to_string(++seat);
    if (i.seat == wanted) continue;
    (*cells)[at(d, "seat")] = wanted.empty() ? db::Value() : db::Value(wanted);
    if (auto saved = reg::save(tx, catalog(), d, actor, std::move(*cells), {.reason = {}, .batch = {}, .action = "seats"}); !saved) return tl::make_unexpected(saved.error());
  }
  return seat;
}

}  // namespace nc::app
