// Blocks of a meeting's page: its agenda, its people, the petitions raised, and where an invitation leads.
#include <algorithm>

#include "app/common/within.h"
#include "app/meetings/public.h"
#include "app/meetings/work.h"
#include "app/petitions/public.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

std::string base_of(const reg::PanelContext& x) { return reg::record_url(x.what, x.id); }

/// A button that posts and needs nothing typed.
Html act(const reg::PanelContext& x, const std::string& name, const Message& label, const char* icon_name) {
  return Html(x.lang) << "<form class=\"in\" method=\"post\" action=\""_h << Url{base_of(x) + "/" + name} << "\">"_h << hidden("csrf", x.csrf) << button(x.lang, {.label = label, .icon = icon_name, .small = true}) << "</form>"_h;
}

Html point(const AgendaPoint& i, Lang lang) {
  Html h(lang);
  const std::string hours = i.from.empty() ? "–" : i.to.empty() ? i.from : i.from + "–" + i.to;
  h << "<li><span class=\"prog-t\">"_h << hours << "</span><div><a href=\"/meeting-items/"_h << i.id << "\">"_h << i.title << "</a>"_h;
  std::string line = i.kind.empty() ? "" : capital(item_kinds_of_meetings().label(i.kind, lang));
  for (const std::string& part : {i.speaker, i.paper})
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  if (!line.empty()) h << "<span class=\"prog-d\">"_h << line << "</span>"_h;
  if (!i.summary.empty()) h << "<p class=\"pre said\">"_h << i.summary << "</p>"_h;
  return h << "</div></li>"_h;
}

Tone tone_of(const std::string& status) {
  if (status == "attended" || status == "confirmed") return Tone::ok;
  if (status == "absent") return Tone::bad;
  return status == "substituted" ? Tone::info : Tone::neutral;
}

/// "21 mời: 19 có mặt, 1 dự thay, 1 vắng"
Message counted(const std::vector<Invitee>& all) {
  std::string vi, en;
  for (const auto& state : invitee_states().all()) {
    const auto n = std::ranges::count(all, state.code, &Invitee::status);
    if (n == 0) continue;
    const std::string number = std::to_string(n);
    vi += (vi.empty() ? "" : ", ") + number + " " + std::string(state.label.vi);
    en += (en.empty() ? "" : ", ") + number + " " + std::string(state.label.en);
  }
  return {vi, en};
}

Control box(const char* name, const Message& label, const char* type = "text", bool required = false) {
  Control c;
  c.name = name;
  c.label = label;
  c.type = type;
  c.required = required;
  return c;
}

Html raise_form(const reg::PanelContext& x) {
  Control from = box("from_org", Text("Hội nêu", "From"), "combo", true), title = box("title", Text("Tóm tắt", "In short"), "text", true), kind = box("kind", Text("Loại việc", "Kind"), "select"),
          text = box("text", Text("Lời yêu cầu", "What was asked"), "textarea");
  from.lookup = "/organisations/lookup";
  title.width = text.width = "full";
  title.max_length = 300;
  kind.options.emplace_back("", "");
  for (const auto& o : petitions().find("kind")->opt.options->all()) kind.options.emplace_back(o.code, capital(o.label.in(x.lang)));
  Html fields(x.lang);
  fields << control(x.lang, from) << control(x.lang, box("person", Text("Người nêu", "Person"))) << control(x.lang, kind) << control(x.lang, title) << control(x.lang, text);
  return Html(x.lang) << "<details class=\"more\"><summary class=\"btn btn-sm\">"_h << icon("plus") << Text("Ghi yêu cầu nêu tại cuộc họp", "Write down what was asked") << "</summary><form class=\"form\" method=\"post\" novalidate action=\""_h
                      << Url{base_of(x) + "/petitions"} << "\">"_h << hidden("csrf", x.csrf) << form_section(x.lang, Text("Yêu cầu nêu tại cuộc họp", "Petition raised"), fields) << "<div class=\"ff\">"_h
                      << button(x.lang, {.label = Text("Ghi vào sổ", "Write down"), .kind = "primary"}) << "</div></form></details>"_h;
}

}  // namespace

Html agenda_panel(const reg::PanelContext& x) {
  const auto points = agenda_of(x.db, x.actor, x.id);
  const bool writes = x.actor.may(Function::enter) && !x.actor.preview();
  if (points.empty() && !writes) return Html(x.lang);
  Html body(x.lang), end(x.lang);
  if (points.empty()) body << "<p class=\"m2\">"_h << Text("Chưa có chương trình. Ghi một lần: dùng cho giấy mời, cho người chủ trì và cho biên bản.", "No agenda yet. Written once, it serves the invitation, the chair and the minutes.") << "</p>"_h;
  else {
    body << "<ol class=\"prog\">"_h;
    for (const AgendaPoint& i : points) body << point(i, x.lang);
    body << "</ol>"_h;
  }
  if (writes) {
    end << button(x.lang, {.label = points.empty() ? Text("Lập chương trình", "Write the agenda") : Text("Sửa chương trình", "Edit the agenda"), .icon = "list-details", .href = base_of(x) + "/agenda", .small = true});
    if (!points.empty()) end << " "_h << button(x.lang, {.label = Text("Ghi diễn biến", "Write what was said"), .icon = "writing", .href = base_of(x) + "/speeches", .small = true});
  }
  return card(x.lang, {.title = Text("Chương trình, diễn biến", "Agenda and course"), .head_end = end, .body = body, .id = "agenda"});
}

Html invitees_panel(const reg::PanelContext& x) {
  const auto all = invitees_of(x.db, x.actor, x.id);
  const bool writes = x.actor.may(Function::enter) && !x.actor.preview();
  if (all.empty() && !writes) return Html(x.lang);
  Html body(x.lang), end(x.lang), foot(x.lang);
  Table t;
  t.caption = Text("Thành phần mời", "Invited");
  t.columns = {{.label = Text("Ghế", "Seat"), .wide_only = true}, {.label = Text("Họ tên", "Name"), .key = true}, {.label = Text("Thành phần", "Group")}, {.label = Text("Trả lời, có mặt", "Answer, attendance")}};
  for (const Invitee& i : all) {
    Row row;
    std::string under = i.title;
    if (!i.unit_name.empty()) under += (under.empty() ? "" : ", ") + i.unit_name;
    Html state = badge(x.lang, Message(capital(invitee_states().label(i.status, Lang::vi)), capital(invitee_states().label(i.status, Lang::en))), tone_of(i.status));
    if (!i.substitute.empty()) state << "<span class=\"tsub\">"_h << i.substitute << "</span>"_h;
    if (!i.excuse.empty()) state << "<span class=\"tsub\">"_h << i.excuse << "</span>"_h;
    row.cells = {Html(x.lang) << i.seat, title_cell("/invitations/" + std::to_string(i.id), i.person, under), Html(x.lang) << capital(invitee_groups().label(i.group, x.lang)), std::move(state)};
    t.rows.push_back(std::move(row));
  }
  if (all.empty()) body << "<p class=\"m2 cb\">"_h << Text("Chưa có ai trong danh sách mời.", "Nobody is on the list yet.") << "</p>"_h;
  else body << table(x.lang, t);
  if (writes) {
    end << button(x.lang, {.label = Text("Sửa danh sách", "Edit the list"), .icon = "users", .href = base_of(x) + "/invitees", .small = true});
    if (!all.empty()) end << " "_h << button(x.lang, {.label = Text("Điểm danh", "Attendance"), .icon = "user-check", .href = base_of(x) + "/attendance", .small = true});
    foot << "<div class=\"bt-b\">"_h << act(x, "list-associations", Text("Thêm chủ tịch các hội", "Add the chairs of the associations"), "users-plus");
    if (!all.empty()) foot << act(x, "seats", Text("Xếp chỗ ngồi", "Number the seats"), "armchair");
    foot << "</div>"_h;
  }
  return card(x.lang, {.title = Text("Thành phần mời", "Invited"), .note = counted(all), .head_end = end, .body = body, .foot = foot, .flush = !all.empty(), .id = "invitees"});
}

Html raised_panel(const reg::PanelContext& x) {
  std::vector<ListItem> items;
  each_within(x.db, "SELECT k.id, k.title, k.from_person, k.status, COALESCE(o.short_name, o.name) FROM petition k JOIN organisation o ON o.id = k.from_org WHERE k.deleted = 0 AND k.meeting = $1", {x.id}, org_scope(x.actor, "k"), "ORDER BY k.id",
              [&](const db::Row& r) {
                ListItem item;
                item.icon = "message-2-question";
                item.href = "/petitions/" + std::to_string(r.integer(0));
                item.title = Html(x.lang) << r.text(1);
                item.detail = Html(x.lang) << r.text(4) << (r.text(2).empty() ? "" : " · ") << r.text(2);
                const std::string state(r.text(3));
                const auto& states = *petitions().find("status")->opt.options;
                item.end = badge(x.lang, Message(capital(states.label(state, Lang::vi)), capital(states.label(state, Lang::en))), reg::status_tone(state));
                items.push_back(std::move(item));
                return true;
              });
  const bool writes = x.actor.may(Function::enter) && !x.actor.preview();
  if (items.empty() && !writes) return Html(x.lang);
  Html body(x.lang);
  body << item_list(x.lang, items);
  if (writes) body << raise_form(x);
  return card(x.lang, {.title = Text("Yêu cầu nêu tại cuộc họp", "Petitions raised"), .body = body, .id = "raised"});
}

Html invitation_panel(const reg::PanelContext& x) {
  // The association invited does not reach the Union's record of the meeting: what an invitation says is shown to it all the same.
  const auto row = x.db.first("SELECT m.title, m.date, m.from_time, m.place, m.chair, m.status, m.id, m.org_id FROM meeting m JOIN meeting_invitee i ON i.meeting = m.id WHERE i.id = $1 AND m.deleted = 0", {x.id});
  if (!row) return Html(x.lang);
  const auto text = [&](std::size_t column) { return db::as_text(row->at(column)); };
  const auto day = Date::from_iso(text(1));
  std::vector<Entry> entries{{Text("Cuộc họp", "Meeting"), Html(x.lang) << "<b>"_h << text(0) << "</b>"_h}};
  entries.push_back({Text("Thời gian", "Time"), Html(x.lang) << text(2) << (text(2).empty() ? "" : ", ") << (day ? format_date_long(*day, x.lang) : "")});
  if (!text(3).empty()) entries.push_back({Text("Nơi họp", "Place"), Html(x.lang) << text(3)});
  if (!text(4).empty()) entries.push_back({Text("Chủ trì", "Chair"), Html(x.lang) << text(4)});
  Html body = definition_list(x.lang, entries);
  std::vector<ListItem> items;
  x.db.each("SELECT from_time, title, speaker FROM meeting_item WHERE deleted = 0 AND meeting = $1 ORDER BY COALESCE(from_time, '99'), id", {db::as_int(row->at(6))}, [&](const db::Row& r) {
    items.push_back({.icon = "point", .title = Html(x.lang) << r.text(1), .detail = Html(x.lang) << r.text(0) << (r.text(0).empty() || r.text(2).empty() ? "" : " · ") << r.text(2)});
    return true;
  });
  if (!items.empty()) body << item_list(x.lang, items);
  if (const std::string base = base_of(x) + "/letter"; x.actor.sees(Sight::internal) && letter_is_issued(x.db, db::as_int(row->at(6))))
    body << "<div class=\"bt-b\">"_h << button(x.lang, {.label = Text("Tải giấy mời (Word)", "Letter of invitation (Word)"), .icon = "file-type-docx", .href = base + ".docx", .small = true})
         << button(x.lang, {.label = Text("Tải giấy mời (PDF)", "Letter of invitation (PDF)"), .icon = "file-type-pdf", .href = base + ".pdf", .small = true}) << "</div>"_h;
  return card(x.lang, {.title = Text("Mời dự", "You are invited to"), .body = body, .id = "meeting"});
}

}  // namespace nc::app
