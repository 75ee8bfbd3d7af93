// Who came: one page at the door of the hall, a line a person, kept together.
#include <algorithm>

#include "app/catalog.h"
#include "app/meetings/public.h"
#include "app/meetings/work.h"
#include "base/words.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

/// What can be noted of a person, and the transition that notes it.
struct Mark { const char *state, *move; };
constexpr Mark k_marks[] = {{"attended", "attend"}, {"substituted", "stand_in"}, {"absent", "miss"}, {"confirmed", "note_yes"}};

std::string name_of(const Invitee& i, const char* field) { return "i" + std::to_string(i.id) + "." + field; }

struct Typed { std::string state, substitute, error; };

void one_line(Html& h, const Invitee& i, const Typed& typed) {
  const Lang lang = h.lang();
  h << "<fieldset class=\"at-l\"><legend><b>"_h << i.person << "</b><span class=\"tsub\">"_h << i.title << (i.title.empty() || i.unit_name.empty() ? "" : ", ") << i.unit_name << "</span></legend><div class=\"at-o\">"_h
    << hidden(name_of(i, "version"), std::to_string(i.version));
  for (const Mark& m : k_marks)
    h << "<label><input class=\"form-check-input\" type=\"radio\" name=\""_h << name_of(i, "state") << "\" value=\""_h << m.state << "\""_h << (typed.state == m.state ? " checked"_h : ""_h) << "> "_h << capital(invitee_states().label(m.state, lang))
      << "</label>"_h;
  h << "</div><label class=\"at-s\"><span>"_h << Text("Người dự thay", "Substitute") << "</span><span class=\"inp"_h << (typed.error.empty() ? "" : " bad") << "\"><input type=\"text\" autocomplete=\"off\" name=\""_h << name_of(i, "substitute")
    << "\" value=\""_h << typed.substitute << "\""_h << (typed.error.empty() ? ""_h : " aria-invalid=\"true\""_h) << "></span></label>"_h;
  if (!typed.error.empty()) h << "<p class=\"err\">"_h << typed.error << "</p>"_h;
  h << "</fieldset>"_h;
}

web::Response page(const web::Request& r, const Shell& s, const reg::Cells& meeting, const std::vector<Invitee>& people, const std::map<std::int64_t, Typed>& typed, int status) {
  const std::int64_t id = reg::id_of(r);
  const std::string title = capital(meetings().title_of(meeting, s.lang)), back = "/meetings/" + std::to_string(id);
  PageHead head;
  head.title = Text("Điểm danh", "Attendance");
  head.crumbs = {{meetings().plural, "/meetings"}, {Message(title, title), back}};
  head.sub = Html(s.lang) << Text("Chưa đánh dấu thì giữ nguyên. Bấm một nút để mọi người còn lại thành có mặt.", "Those not marked stay as they are. One button marks all others as present.");
  Html h(s.lang);
  h << "<form class=\"card at\" method=\"post\" novalidate action=\""_h << Url{back + "/attendance"} << "\">"_h << hidden("csrf", s.csrf);
  std::string group;
  for (const Invitee& i : people) {
    if (i.group != group) h << "<h2>"_h << capital(invitee_groups().label(group = i.group, s.lang)) << "</h2>"_h;
    const auto known = typed.find(i.id);
    one_line(h, i, known != typed.end() ? known->second : Typed{i.status, i.substitute, {}});
  }
  h << "<div class=\"ff\">"_h << button(s.lang, {.label = Text("Lưu điểm danh", "Save"), .icon = "check", .kind = "primary", .key = "Ctrl ↵"})
    << button(s.lang, {.label = Text("Lưu, còn lại có mặt", "Save, all others present"), .icon = "checks", .name = "rest", .value = "attended"}) << "<span class=\"grow\"></span>"_h
    << button(s.lang, {.label = Text("Quay lại", "Back"), .href = back, .kind = "ghost"}) << "</div></form>"_h;
  return reg::respond(s, head, h, status);
}

const char* move_for(const std::string& state) {
  for (const Mark& m : k_marks)
    if (state == m.state) return m.move;
  return nullptr;
}

web::Response save(const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::int64_t id = reg::id_of(r);
  const auto meeting = reg::load(tx, meetings(), actor, id);
  if (!meeting) return reg::problem_page(s, meeting.error());
  const bool rest = r.form.get("rest") == "attended";
  std::map<std::int64_t, Typed> typed;
  bool good = true;
  const auto people = invitees_of(tx, actor, id);  // as they were before: what follows may be rolled back
  for (const Invitee& i : people) {
    Typed now{std::string(r.form.get(name_of(i, "state"))), std::string(r.form.get(name_of(i, "substitute"))), {}};
    if (rest && (now.state.empty() || now.state == "confirmed")) now.state = "attended";
    const char* move = move_for(now.state);
    if (!move || (now.state == i.status && (now.state != "substituted" || now.substitute == i.substitute))) {
      typed[i.id] = std::move(now);
      continue;
    }
    const auto version = parse_int(r.form.get(name_of(i, "version"))).value_or(i.version);
    const auto moved = flow::move(tx, catalog(), meeting_invitees(), invitee_flow(), actor, i.id, version, move, {{"substitute", now.substitute}}, std::string(Text("Điểm danh", "Attendance").in(Lang::vi)), "attendance-" + r.id);
    if (!moved) now.error = moved.error().front().message.in(s.lang);
    good = good && moved.has_value();
    typed[i.id] = std::move(now);
  }
  if (!good) return page(r, s, *meeting, people, typed, 422);
  return web::redirect("/meetings/" + std::to_string(id) + "?done=saved#invitees");
}

}  // namespace

void add_attendance_pages(web::Router& router, const reg::Context& context) {
  router.get("/meetings/{id}/attendance", web::person("enter,check").of("meeting"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    const auto meeting = reg::load(db, meetings(), a, reg::id_of(r));
    if (!meeting) return reg::problem_page(s, meeting.error());
    return page(r, s, *meeting, invitees_of(db, a, reg::id_of(r)), {}, 200);
  }));
  router.post("/meetings/{id}/attendance", web::person("enter,check").of("meeting"), reg::act_handler(context, [](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return save(r, tx, a, s); }));
}

}  // namespace nc::app
