// Pages and acts of meetings beyond the register.
#include "app/catalog.h"
#include "app/common/grid.h"
#include "app/meetings/public.h"
#include "app/meetings/work.h"
#include "app/petitions/public.h"
#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

Grid agenda_grid() {
  return {.what = &meeting_items(),
          .name = "agenda",
          .title = Text("Chương trình họp", "Agenda"),
          .hint = Text("Mỗi dòng một mục, theo giờ. Giờ gõ 8:30 hoặc 8h30.", "A line for each point, by the hour. Times as 8:30."),
          .fields = {{"from_time", 1}, {"to_time", 1}, {"kind", 2}, {"title", 4}, {"speaker", 2}, {"paper", 2}},
          .carry = {},
          .order = {"from_time"}};
}

Grid speeches_grid() {
  return {.what = &meeting_items(),
          .name = "speeches",
          .title = Text("Diễn biến cuộc họp", "What was said"),
          .hint = Text("Thư ký ghi dưới từng mục. Lời nguyên văn để trong ngoặc kép, chỉ khi chắc chắn; thêm dòng khi có ý kiến ngoài chương trình.",
                       "The secretary writes under each point. Words in quotation marks only when sure of them; add lines for what was not on the agenda."),
          .fields = {{"from_time", 1}, {"kind", 3}, {"title", 4}, {"speaker", 4}, {"summary", 12}},
          .carry = {},
          .order = {"from_time"},
          .spare = 3};
}

Grid invitees_grid() {
  return {.what = &meeting_invitees(),
          .name = "invitees",
          .title = Text("Danh sách mời họp", "List of those invited"),
          .hint = Text("Đơn vị trong hệ thống thì nhận giấy mời và trả lời ngay tại đây; khách ngoài chỉ cần họ tên, chức vụ.", "Organisations of the network get the invitation here and answer it; of others a name and a position is enough."),
          .fields = {{"person", 3}, {"title", 3}, {"unit", 3}, {"invited_as", 2}, {"seat", 1}},
          .carry = {"invited_as"},
          .order = {}};
}

std::string back_to(std::int64_t id, const std::string& part) { return "/meetings/" + std::to_string(id) + "?done=saved#" + part; }

web::Response post_petition(const reg::Context& c, const web::Request& r, db::Tx& tx, const Actor& actor, const Shell& s) {
  const std::int64_t id = reg::id_of(r);
  Raised raised{std::string(r.form.get("title")), std::string(r.form.get("text")), std::string(r.form.get("person")), std::string(r.form.get("kind")), 0};
  reg::Cells scratch(petitions().columns().size());
  const reg::Field& from = *petitions().find("from_org");
  Problems problems;
  if (!r.form.get("from_org").empty()) {
    if (auto wrong = reg::set_text(tx, *c.catalog, actor, from, r.form.get("from_org"), scratch)) problems.push_back({Code::invalid, *wrong, "from_org"});
    else raised.from = db::as_int(scratch[static_cast<std::size_t>(from.first)]);
  }
  if (problems.empty()) {
    const auto made = raise_petition(tx, actor, id, raised);
    if (made) return web::redirect(back_to(id, "raised"));
    problems = made.error();
  }
  // The register's own form goes on with everything that was typed.
  web::Fields typed;
  for (const auto& [to, was] : {std::pair{"title", "title"}, {"text", "text"}, {"from_person", "person"}, {"kind", "kind"}, {"from_org", "from_org"}}) typed.add(to, std::string(r.form.get(was)));
  typed.add("meeting", std::to_string(id));
  typed.add("channel", "meeting");
  const reg::Cells cells = reg::new_cells(c, tx, actor, petitions(), typed);
  return reg::form_page(c, tx, actor, s, petitions(), cells, {&typed, problems}, http_status(problems.front().code));
}

using Work = tl::expected<int, Problems> (*)(db::Tx&, const Actor&, std::int64_t);

void add_act(web::Router& router, const reg::Context& context, const std::string& name, Work work) {
  router.post("/meetings/{id}/" + name, web::person("enter").of("meeting"), reg::act_handler(context, [work](const web::Request& r, db::Tx& tx, const Actor& actor, Shell& s) {
    const auto done = work(tx, actor, reg::id_of(r));
    return done ? web::redirect(back_to(reg::id_of(r), "invitees")) : reg::problem_page(s, done.error().front());
  }));
}

}  // namespace

void add_meeting_pages(web::Router& router, const reg::Context& context) {
  add_grid_pages(router, context, agenda_grid());
  add_grid_pages(router, context, speeches_grid());
  add_grid_pages(router, context, invitees_grid());
  add_attendance_pages(router, context);
  add_letter_files(router, context);
  add_act(router, context, "list-associations", list_associations);
  add_act(router, context, "seats", number_seats);
  router.post("/meetings/{id}/petitions", web::person("enter").of("meeting"), reg::act_handler(context, [&context](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return post_petition(context, r, tx, a, s); }));
  for (const RecordPaper& p : meeting_papers()) add_record_paper(router, context, p);
}

void add_meetings_everywhere(reg::Context& context) {
  context.panels_everywhere.emplace_back(reg::PanelPlace::main, [](const reg::PanelContext& x) {
    Html h(x.lang);
    if (x.what.name == "meeting") h << agenda_panel(x) << invitees_panel(x) << raised_panel(x);
    return h;
  });
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [](const reg::PanelContext& x) { return x.what.name == "meeting" ? meeting_papers_panel(x) : Html(x.lang); });
  context.panels_everywhere.emplace_back(reg::PanelPlace::top, [](const reg::PanelContext& x) { return x.what.name == "meeting_invitee" ? invitation_panel(x) : Html(x.lang); });
}

}  // namespace nc::app
