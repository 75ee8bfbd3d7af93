// Peace work on one page: figures, campaigns under way with what is collected, peace events that come and that were.
#include "app/common/figure_strip.h"
#include "app/common/page_visit.h"
#include "app/common/within.h"
#include "app/organisations/public.h"
#include "app/peace/panels.h"
#include "app/peace/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

Html campaign_end(Lang lang, std::int64_t total, std::int64_t target, Date to) {
  Html h(lang);
  if (total == 0) h << "<span class=\"m3\">"_h << Text("chưa ghi số chữ ký", "no count yet") << "</span>"_h;
  else if (target > 0) h << progress(static_cast<double>(total) / static_cast<double>(target)) << " "_h;
  if (total > 0) {
    h << "<span class=\"nw\">"_h << format_int(total, lang);
    if (target > 0) h << " / "_h << format_int(target, lang);
    h << "</span>"_h;
  }
  if (to && to < today()) h << " "_h << badge(lang, Text("quá ngày kết thúc", "past its end"), Tone::bad, "clock-exclamation");
  return h;
}

Html campaigns_card(const PageVisit& x) {
  std::vector<ListItem> items;
  each_within(x.db, "SELECT k.id, k.title, COALESCE(k.title_en, ''), COALESCE(k.initiator, ''), k.to_date, COALESCE(k.target, 0), k.illustrative FROM campaign k WHERE k.deleted = 0 AND k.status IN ('launched', 'collecting')", {},
              campaigns().scope(x.actor, "k"), "ORDER BY CASE WHEN k.to_date IS NULL THEN 1 ELSE 0 END, k.to_date, k.id LIMIT 30", [&](const db::Row& r) {
                ListItem item;
                item.icon = "writing-sign";
                item.href = "/campaigns/" + std::to_string(r.integer(0));
                item.title = Html(x.lang()) << (x.lang() == Lang::en && !r.text(2).empty() ? r.text(2) : r.text(1));
                if (r.integer(6) != 0) item.title << " "_h << illustrative_mark(x.lang());
                const Date to = Date::from_iso(r.text(4)).value_or(Date{});
                item.detail = Html(x.lang()) << r.text(3);
                if (to) item.detail << (r.text(3).empty() ? "" : " · ") << Message("đến " + format_date(to, Lang::vi), "until " + format_date(to, Lang::en));
                item.end = campaign_end(x.lang(), total_of(collected_for(x.db, x.actor, r.integer(0))), r.integer(5), to);
                items.push_back(std::move(item));
                return true;
              });
  Html body(x.lang()), end(x.lang());
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Không đợt nào đang thu thập.", "No campaign is under way.") << "</p>"_h;
  else body << item_list(x.lang(), items);
  if (x.actor.may(Function::enter) && !x.actor.preview()) end << button(x.lang(), {.label = Text("Mở đợt chữ ký", "Open a campaign"), .icon = "plus", .href = "/campaigns/new", .small = true});
  return card(x.lang(), {.title = Text("Đợt chữ ký đang thu thập", "Campaigns under way"), .head_end = end, .body = body, .id = "campaigns"});
}

/// What peace committees hold, and ceremonies for peace of everybody else.
Html events_card(const PageVisit& x, bool coming) {
  const db::Sql select = coming ? db::Sql("SELECT a.id, a.title, a.from_date, a.kind, COALESCE(o.short_name, o.name), a.illustrative FROM activity a JOIN organisation o ON o.id = a.org_id WHERE a.deleted = 0 AND a.status IN ('planned', 'approved', 'preparing') AND (o.kind = 'peace_committee' OR a.kind IN ('requiem', 'peace_prayer', 'song_festival'))")
                                : db::Sql("SELECT a.id, a.title, a.from_date, a.kind, COALESCE(o.short_name, o.name), a.illustrative FROM activity a JOIN organisation o ON o.id = a.org_id WHERE a.deleted = 0 AND a.status IN ('done', 'reported') AND (o.kind = 'peace_committee' OR a.kind IN ('requiem', 'peace_prayer', 'song_festival'))");
  std::vector<ListItem> items;
  each_within(x.db, select, {}, org_scope(x.actor, "a"), coming ? db::Sql("ORDER BY a.from_date, a.id LIMIT 12") : db::Sql("ORDER BY a.from_date DESC, a.id DESC LIMIT 12"), [&](const db::Row& r) {
    ListItem item;
    item.day = Date::from_iso(r.text(2)).value_or(Date{});
    item.href = "/activities/" + std::to_string(r.integer(0));
    item.title = Html(x.lang()) << r.text(1);
    if (r.integer(5) != 0) item.title << " "_h << illustrative_mark(x.lang());
    item.detail = Html(x.lang()) << r.text(4);
    items.push_back(std::move(item));
    return true;
  });
  Html body(x.lang()), end(x.lang());
  if (items.empty()) body << "<p class=\"m2\">"_h << (coming ? Text("Chưa có hoạt động hòa bình nào trong kế hoạch.", "No peace event is planned.") : Text("Sổ chưa ghi hoạt động hòa bình nào.", "No peace event is known.")) << "</p>"_h;
  else body << item_list(x.lang(), items);
  if (coming && x.actor.may(Function::enter) && !x.actor.preview())
    end << button(x.lang(), {.label = Text("Thêm hoạt động hòa bình", "Add a peace event"), .icon = "plus", .href = "/activities/new?kind=peace_prayer&status=planned", .small = true});
  return card(x.lang(), {.title = coming ? Text("Hoạt động hòa bình sắp tới", "Peace events that come") : Text("Hoạt động hòa bình đã tổ chức", "Peace events held"), .head_end = end, .body = body, .id = coming ? "coming" : "held"});
}

web::Response overview_page(const PageVisit& x) {
  PageHead head;
  head.title = Text("Công tác hòa bình", "Peace work");
  head.crumbs = {{campaigns().plural, "/campaigns"}};
  const StripAsk strip{x.engine, x.db, x.actor, x.lang(), home_org(x.db, x.actor), working_period(x.shell.period_code)};
  Html h(x.lang());
  h << "<div class=\"stack-16\"><div>"_h << campaign_tabs(x.lang(), "overview") << "</div>"_h << figure_strip(strip, {{"I62", "writing-sign"}, {"I63", "calendar-event"}, {"I05", "users", {{"topic", "peace"}}, Text("Câu lạc bộ hòa bình", "Peace clubs")}})
    << campaigns_card(x) << events_card(x, true) << events_card(x, false) << "</div>"_h;
  return reg::respond(x.shell, head, h);
}

}  // namespace

void add_peace_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/campaigns/overview", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request&, db::ReadDb& db, const Actor& a, Shell& s) { return overview_page({engine, db, a, s}); }));
  for (const RecordPaper& p : campaign_papers()) add_record_paper(router, context, p);
}

}  // namespace nc::app
