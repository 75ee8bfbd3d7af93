// Pages of delegations beyond the register: grids of programme and members, papers, calendar file.
#include "app/common/english_names.h"
#include "app/common/grid.h"
#include "app/common/paper_file.h"
#include "app/delegations/balance_page.h"
#include "app/delegations/papers.h"
#include "app/delegations/public.h"
#include "base/clock.h"
#include "html/assets.h"

namespace nc::app {

namespace {


Grid programme_grid() {
  return {.what = &programme_items(),
          .name = "programme",
          .title = Text("Lịch trình từng giờ", "Programme hour by hour"),
          .hint = Text("Mỗi dòng một việc. Giờ gõ 8:30 hoặc 8h30; bỏ trống ngày là cùng ngày với dòng trên.", "A line for each item. Times as 8:30; an empty day means the day of the line above."),
          .fields = {{"day", 2}, {"from_time", 1}, {"to_time", 1}, {"kind", 2}, {"what", 3}, {"what_en", 3}, {"place", 3}, {"place_en", 3}, {"host", 3}, {"attends", 3}},
          .carry = {"day"},
          .order = {"day", "from_time"}};
}

Grid members_grid() {
  return {.what = &delegation_members(),
          .name = "members",
          .title = Text("Thành viên đoàn", "Members"),
          .hint = Text("Họ tên viết đúng như hộ chiếu. Hộ chiếu, ngày sinh chỉ người được xem dữ liệu cá nhân mới thấy.", "Names as in the passport. Passport and birth are seen only by those who may see personal data."),
          .fields = {{"name", 3}, {"form_of_address", 2}, {"title", 3}, {"title_en", 3}, {"is_head", 1}, {"organisation", 4}, {"nationality", 3}, {"passport_no", 3}, {"born", 2}},
          .order = {}};
}

Tongue tongue_of(const web::Request& r) { return r.query.get("lang") == "vi" ? Tongue::vi : r.query.get("lang") == "en" ? Tongue::en : Tongue::both; }

std::string base_url_of(db::ReadDb& db, const web::Request& request) {
  if (std::string set = db::as_text(db.scalar("SELECT value FROM setting WHERE name = 'base_url'")); !set.empty()) return set;
  return (request.secure() ? "https://" : "http://") + std::string(request.header("host"));
}

using Draw = std::function<web::Response(const VisitFacts&, const web::Request&, db::ReadDb&)>;

void add_paper(web::Router& router, const reg::Context& context, const std::string& name, Draw draw) {
  router.get("/delegations/{id}/" + name, web::person().of("delegation").seeing("internal"), reg::page_handler(context, [draw = std::move(draw)](const web::Request& r, db::ReadDb& db, const Actor& actor, Shell&) {
    const auto cells = reg::load(db, delegations(), actor, reg::id_of(r));
    if (!cells) return web::refusal(cells.error());
    return draw(visit_facts(db, actor, reg::id_of(r), *cells, today()), r, db);
  }));
}

}  // namespace

void add_delegation_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  add_balance_pages(router, context, engine);
  add_grid_pages(router, context, programme_grid());
  add_grid_pages(router, context, members_grid());
  for (const bool pdf : {false, true}) {
    const std::string end = pdf ? ".pdf" : ".docx";
    add_paper(router, context, "programme" + end, [pdf](const VisitFacts& v, const web::Request& r, db::ReadDb&) { return paper_download(paper_bytes(programme_paper(v, tongue_of(r)), pdf), "Chuong-trinh " + v.code, pdf); });
    add_paper(router, context, "result" + end, [pdf](const VisitFacts& v, const web::Request&, db::ReadDb&) { return paper_download(paper_bytes(result_paper(v), pdf), "Bao-cao-doan " + v.code, pdf); });
    add_paper(router, context, "letter" + end, [pdf](const VisitFacts& v, const web::Request& r, db::ReadDb&) {
      return paper_download(paper_bytes(visit_letter(v, tongue_of(r) == Tongue::en ? Lang::en : Lang::vi), pdf), "Thu " + v.code, pdf);
    });
  }
  add_paper(router, context, "programme.ics", [](const VisitFacts& v, const web::Request& r, db::ReadDb& db) {
    return web::download(ics::calendar(visit_calendar(v, r.lang(), base_url_of(db, r)), now()), ics::k_type, v.code + ".ics");
  });
}

namespace {

/// What the English letter and programme print in Vietnamese: title, partner, positions of those who come, items of the programme.
std::vector<NameInEnglish> names_of(const reg::PanelContext& x, const VisitFacts& v) {
  const std::string base = "/delegations/" + std::to_string(x.id);
  const auto partner = db::as_int(x.cells[static_cast<std::size_t>(x.what.column("partner"))]);
  std::vector<NameInEnglish> out{{Text("Tên đoàn", "Delegation"), v.title, v.title_en, base + "/edit#f-title_en"}, {Text("Đối tác", "Partner"), v.partner, v.partner_en, "/partners/" + std::to_string(partner) + "/edit#f-name_en"}};
  for (const auto& p : v.people) out.push_back({Text("Chức vụ", "Position"), p.title, p.title_en, base + "/members"});
  for (const auto& i : v.items) out.push_back({Text("Lịch trình", "Programme"), i.what, i.what_en, base + "/programme"});
  return out;
}

}  // namespace

Html papers_panel(const reg::PanelContext& x) {
  const std::string base = "/delegations/" + std::to_string(x.id) + "/";
  const bool in = x.what.text(x.cells, "direction") == "in";
  const std::string state = x.what.text(x.cells, "status");
  std::vector<ListItem> items;
  const auto item = [&](const Message& title, const std::string& name, const std::string& query) {
    ListItem i;
    i.icon = "file-text";
    i.title = Html(x.lang) << title;
    i.end = Html(x.lang) << "<a href=\""_h << Url{base + name + ".docx" + query} << "\">Word<span class=\"vh\">: "_h << title << "</span></a> · <a href=\""_h << Url{base + name + ".pdf" + query} << "\">PDF<span class=\"vh\">: "_h << title
                         << "</span></a>"_h;
    items.push_back(std::move(i));
  };
  item(in ? Text("Thư mời, tiếng Việt", "Invitation in Vietnamese") : Text("Thư gửi nơi đến, tiếng Việt", "Letter to those visited, Vietnamese"), "letter", "?lang=vi");
  item(in ? Text("Thư mời, tiếng Anh", "Invitation in English") : Text("Thư gửi nơi đến, tiếng Anh", "Letter to those visited, English"), "letter", "?lang=en");
  if (state == "in_progress" || state == "completed" || state == "reported") item(Text("Báo cáo kết quả đoàn", "Report of the result"), "result", "");
  Html names(x.lang);
  // Once the visit is over its letters have gone.
  const bool ahead = state != "completed" && state != "reported" && state != "cancelled" && state != "refused";
  if (ahead && x.actor.may(Function::enter)) names << english_names_notice(x.lang, Text("Bản tiếng Anh còn in chữ tiếng Việt", "The English papers still print Vietnamese"), names_of(x, visit_facts(x.db, x.actor, x.id, x.cells, today())));
  return card(x.lang, {.title = Text("Thư và báo cáo", "Letters and report"), .body = item_list(x.lang, items), .foot = std::move(names), .id = "papers"});
}

}  // namespace nc::app
