// Economic diplomacy on one page: figures, leads by state with what comes next, forums.
#include "app/economy/board.h"

#include "app/common/figure_strip.h"
#include "app/common/overdue.h"
#include "app/common/page_visit.h"
#include "app/common/within.h"
#include "app/economy/public.h"
#include "app/organisations/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

Html next_cell(const reg::Cells& cells, Lang lang) {
  const reg::Description& d = business_leads();
  Html h(lang);
  const std::string state = d.text(cells, "status"), step = d.text(cells, "next_step");
  if (state == "contract" || state == "investment") {
    const auto day = Date::from_iso(d.text(cells, "concluded_on"));
    return day ? h << "<span class=\"nw\">"_h << format_date(*day, lang) << "</span>"_h : h;
  }
  h << (step.empty() ? Text("chưa ghi việc tiếp theo", "no next step").in(lang) : step);
  const auto due = Date::from_iso(d.text(cells, "next_due"));
  if (!due) return h;
  return h << "<span class=\"tsub\">"_h << format_date(*due, lang) << "</span>"_h << overdue_badge(lang, *due);
}

Row lead_row(const reg::Cells& cells, Lang lang) {
  const reg::Description& d = business_leads();
  Row row;
  row.illustrative = db::as_int(cells[reg::k_illustrative]) != 0;
  const std::string iso = d.text(cells, "country");
  row.cells = {title_cell(reg::record_url(d, db::as_int(cells[reg::k_id])), capital(d.text(cells, "title")), d.text(cells, "vn_company") + " – " + d.text(cells, "foreign_company")), country(iso, countries().label(iso, lang)),
               Html(lang) << reg::show(*d.find("value"), cells, lang), next_cell(cells, lang)};
  return row;
}

Html leads_card(const PageVisit& x) {
  const reg::Description& d = business_leads();
  Table t;
  t.caption = d.plural;
  t.columns = {{.label = Text("Việc, hai bên", "Lead"), .key = true}, {.label = Text("Nước", "Country")}, {.label = Text("Giá trị", "Value"), .number = true}, {.label = Text("Việc tiếp theo, ngày ký", "Next step, concluded")}};
  for (const auto& state : lead_states().all()) {
    if (state.code == "dropped") continue;
    reg::ListQuery q;
    q.filters = {{"status", state.code}};
    q.limit = 100;
    const auto found = reg::list(x.db, d, x.actor, q, {0, false}).rows;
    if (found.empty()) continue;
    Row head;
    head.kind = Row::Kind::group;
    const std::string n = std::to_string(found.size()), name = capital(state.label.in(x.lang()));
    head.cells = {Cell(Html(x.lang()) << name << " "_h << figure(x.lang(), {.href = "/business-leads?status=" + state.code, .shown = n, .spoken = {n + " " + name + ", mở danh sách", n + " " + name + ", open the list"}}), 4)};
    t.rows.push_back(std::move(head));
    for (const reg::Cells& cells : found) t.rows.push_back(lead_row(cells, x.lang()));
  }
  Card c{.title = Text("Kết nối theo bước", "Leads by state"), .note = Text("Từ lần gặp đầu đến hợp đồng, đầu tư", "From the first contact to a contract or an investment"), .flush = true, .id = "leads"};
  if (x.actor.may(Function::enter) && !x.actor.preview()) c.head_end = button(x.lang(), {.label = Text("Ghi kết nối", "Enter a lead"), .icon = "plus", .href = "/business-leads/new", .small = true});
  if (t.rows.empty()) c.body = Html(x.lang()) << "<p class=\"cb m2\">"_h << Text("Chưa có kết nối nào. Sau mỗi diễn đàn, mỗi đoàn doanh nghiệp, ghi hai bên gặp nhau và việc tiếp theo.", "No lead yet. After each forum or visit, enter who met whom and what comes next.") << "</p>"_h;
  else c.body = table(x.lang(), t);
  return card(x.lang(), c);
}

Html forums_card(const PageVisit& x) {
  std::vector<ListItem> items;
  each_within(x.db, "SELECT a.id, a.title, a.from_date, COALESCE(o.short_name, o.name), a.illustrative, (SELECT COUNT(*) FROM business_lead l WHERE l.activity = a.id AND l.deleted = 0) FROM activity a JOIN organisation o ON o.id = a.org_id WHERE a.deleted = 0 AND a.kind = 'business_forum' AND a.status <> 'cancelled'",
              {}, org_scope(x.actor, "a"), "ORDER BY a.from_date DESC, a.id DESC LIMIT 10", [&](const db::Row& r) {
                ListItem item;
                item.day = Date::from_iso(r.text(2)).value_or(Date{});
                item.href = "/activities/" + std::to_string(r.integer(0));
                item.title = Html(x.lang()) << r.text(1);
                if (r.integer(4) != 0) item.title << " "_h << illustrative_mark(x.lang());
                item.detail = Html(x.lang()) << r.text(3);
                const std::string n = std::to_string(r.integer(5));
                if (r.integer(5) > 0) item.end = Html(x.lang()) << "<a href=\"/business-leads?activity="_h << r.integer(0) << "\">"_h << Message(n + " kết nối", n + (n == "1" ? " lead" : " leads")) << "</a>"_h;
                else if (x.actor.may(Function::enter) && !x.actor.preview()) item.end = button(x.lang(), {.label = Text("Ghi kết nối", "Enter a lead"), .icon = "plus", .href = "/business-leads/new?activity=" + std::to_string(r.integer(0)), .small = true});
                items.push_back(std::move(item));
                return true;
              });
  Html body(x.lang()), end(x.lang());
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Sổ chưa ghi diễn đàn doanh nghiệp nào.", "No business forum is known.") << "</p>"_h;
  else body << item_list(x.lang(), items);
  if (x.actor.may(Function::enter) && !x.actor.preview()) end << button(x.lang(), {.label = Text("Thêm diễn đàn", "Add a forum"), .icon = "plus", .href = "/activities/new?kind=business_forum&status=planned", .small = true});
  return card(x.lang(), {.title = Text("Diễn đàn, gặp gỡ doanh nghiệp", "Business forums"), .head_end = end, .body = body, .id = "forums"});
}

web::Response board_page(const PageVisit& x) {
  PageHead head;
  head.title = Text("Ngoại giao kinh tế", "Economic diplomacy");
  head.crumbs = {{business_leads().plural, "/business-leads"}};
  const StripAsk strip{x.engine, x.db, x.actor, x.lang(), home_org(x.db, x.actor), working_period(x.shell.period_code)};
  Html h(x.lang());
  h << "<div class=\"stack-16\"><div>"_h << lead_tabs(x.lang(), "board") << "</div>"_h << figure_strip(strip, {{"I67", "briefcase"}, {"I68", "users"}, {"I69", "signature"}}) << leads_card(x) << forums_card(x) << "</div>"_h;
  return reg::respond(x.shell, head, h);
}

}  // namespace

Html lead_tabs(Lang lang, std::string_view on) {
  return segments(lang, Text("Cách xem ngoại giao kinh tế", "Ways to look at economic diplomacy"),
                  {{.label = Text("Danh sách", "List"), .href = "/business-leads", .count = {}, .on = on.empty()}, {.label = Text("Theo bước", "By state"), .href = "/business-leads/board", .count = {}, .on = on == "board"}});
}

Html lead_views(const reg::PanelContext& x, const std::string&) { return lead_tabs(x.lang, ""); }

void add_economy_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/business-leads/board", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return board_page({engine, db, a, s}); }));
}

}  // namespace nc::app
