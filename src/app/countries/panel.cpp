// The profile of a country on its record page: relation and round year, figures that open, days to come, records that matter.
#include "app/countries/profile.h"
#include "app/countries/public.h"
#include "app/outgoing/public.h"
#include "app/reference/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "html/components.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

Html relation_card(Lang lang, const Profile& p) {
  std::vector<Entry> rows;
  if (!p.relation.empty()) {
    Html h(lang);
    h << p.relation;
    if (!p.relation_sure) h << " "_h << badge(lang, Text("chưa kiểm chứng", "not verified"), Tone::warn);
    rows.push_back({Text("Lập quan hệ ngoại giao", "Diplomatic relations"), h});
  }
  if (!p.round.empty()) rows.push_back({Text("Năm tròn sắp tới", "Next round year"), Html(lang) << p.round});
  if (!p.national_day.empty()) rows.push_back({Text("Quốc khánh", "National day"), Html(lang) << p.national_day});
  Html body(lang);
  if (!rows.empty()) body << definition_list(lang, rows);
  return body.empty() ? body : card(lang, {.title = Text("Quan hệ", "Relations"), .body = body, .id = "relation"});
}

Html days_card(Lang lang, const Profile& p) {
  std::vector<ListItem> items;
  for (const ProfileFact& d : p.days) {
    ListItem item{.title = Html(lang) << d.title, .detail = Html(lang) << d.beside, .day = d.day, .href = d.href};
    items.push_back(std::move(item));
  }
  if (items.empty()) return Html(lang);
  return card(lang, {.title = Text("Ngày trong 12 tháng tới", "Days of the next twelve months"), .body = item_list(lang, items), .id = "days"});
}

Html numbers_card(Lang lang, const Profile& p) {
  Table t;
  t.caption = Text("Con số với nước này", "Figures with this country");
  t.columns = {{.label = Text("Nội dung", "What"), .key = true}};
  for (const Period& s : p.stretches) t.columns.push_back({.label = stretch_words(s), .number = true});
  for (const ProfileNumber& n : p.numbers) {
    Row row;
    row.cells = {Html(lang) << n.label};
    for (const auto& seen : n.seen) row.cells.emplace_back(seen.shown.empty() ? Html(lang) : figure(lang, {.href = seen.href, .shown = seen.shown, .spoken = {n.label.vi + ": " + seen.shown + ", mở bản ghi", n.label.en + ": " + seen.shown + ", open the records"}}));
    t.rows.push_back(std::move(row));
  }
  return card(lang, {.title = Text("Con số", "Figures"), .note = Text("Số nào cũng mở được; đối tác, thỏa thuận, hội đồng hương tính đến hôm nay", "Every number opens; partners, agreements and associations are as of today"), .body = table(lang, t), .flush = true, .id = "figures"});
}

Html facts_card(Lang lang, const Message& title, const std::string& id, const std::vector<ProfileFact>& facts, const Html& end) {
  if (facts.empty()) return Html(lang);
  std::vector<ListItem> items;
  for (const ProfileFact& f : facts) {
    ListItem item;
    item.icon = f.icon;
    item.href = f.href;
    item.title = Html(lang) << capital(f.title);
    if (f.illustrative) item.title << " "_h << illustrative_mark(lang);
    item.detail = Html(lang) << capital(f.what.in(lang));
    if (f.day) item.detail << (f.what.empty() ? "" : ", ") << "<span class=\"nw\">"_h << format_date(f.day, lang) << "</span>"_h;
    if (!f.beside.empty()) item.end = Html(lang) << "<span class=\"m2 nw\">"_h << f.beside << "</span>"_h;
    items.push_back(std::move(item));
  }
  return card(lang, {.title = title, .head_end = end, .body = item_list(lang, items), .id = id});
}

Html compatriots_card(Lang lang, const Profile& p) {
  if (p.associations.empty() && p.estimates.empty() && p.open_cases == 0) return Html(lang);
  std::vector<ListItem> items;
  for (const auto& a : p.associations) {
    ListItem item{.icon = "users-group"};
    item.title = Html(lang) << a.name;
    if (a.illustrative) item.title << " "_h << illustrative_mark(lang);
    item.detail = Html(lang) << a.above;
    item.href = "/organisations/" + std::to_string(a.id);
    items.push_back(std::move(item));
  }
  for (const auto& e : p.estimates) {
    ListItem item{.icon = "user"};
    item.title = Html(lang) << e.shown(lang) << " – "_h << e.title;
    if (e.illustrative) item.title << " "_h << illustrative_mark(lang);
    item.detail = Html(lang) << Message("khai đến " + format_date(e.as_of, Lang::vi), "declared as of " + format_date(e.as_of, Lang::en));
    item.href = "/diaspora-estimates/" + std::to_string(e.id);
    items.push_back(std::move(item));
  }
  return card(lang, {.title = Text("Kiều bào", "Compatriots"), .head_end = more_link(lang, Text("Theo nước", "By country"), "/compatriots"), .body = item_list(lang, items), .id = "compatriots"});
}

Html profile_panel(const reg::PanelContext& x, const fig::Engine& engine) {
  if (x.what.name != "country" || !x.actor.sees(Sight::internal)) return Html(x.lang);
  const Profile p = profile_of({engine, x.db, x.actor, x.lang, x.cells}, ProfilePart::numbers);
  const auto more = [&](const std::string& href) { return more_link(x.lang, Text("Xem đủ", "See all"), href); };
  Html h(x.lang);
  return h << numbers_card(x.lang, p) << facts_card(x.lang, Text("Gần đây", "Lately"), "recent", p.recent, more("/delegations?countries=" + p.iso))
           << facts_card(x.lang, Text("Thỏa thuận còn hiệu lực", "Agreements in force"), "agreements", p.agreements, more("/agreements?country=" + p.iso)) << facts_card(x.lang, Text("Nhà tài trợ", "Donors"), "donors", p.donors, more("/aid?country=" + p.iso))
           << facts_card(x.lang, Text("Thông tin đã làm về nước này", "Information made about it"), "made", p.information, more("/information?countries=" + p.iso));
}

Html side_panel(const reg::PanelContext& x, const fig::Engine& engine) {
  if (x.what.name != "country" || !x.actor.sees(Sight::internal)) return Html(x.lang);
  const Profile p = profile_of({engine, x.db, x.actor, x.lang, x.cells}, ProfilePart::people);
  Html h(x.lang);
  return h << papers_card(x, country_papers(engine)) << relation_card(x.lang, p) << days_card(x.lang, p) << facts_card(x.lang, Text("Đối tác", "Partners"), "partners", p.partners, more_link(x.lang, Text("Xem đủ", "See all"), "/partners?country=" + p.iso)) << compatriots_card(x.lang, p);
}

}  // namespace

void add_countries_everywhere(reg::Context& context, const fig::Engine& engine) {
  context.panels_everywhere.emplace_back(reg::PanelPlace::main, [&engine](const reg::PanelContext& x) { return profile_panel(x, engine); });
  context.panels_everywhere.emplace_back(reg::PanelPlace::side, [&engine](const reg::PanelContext& x) { return side_panel(x, engine); });
}

void add_country_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  for (const RecordPaper& paper : country_papers(engine)) add_record_paper(router, context, paper);
  router.get("/country-profile/{code}", web::person().seeing("internal"), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& a, Shell&) {
    const auto cells = reg::load_code(db, country_register(), a, r.arg("code"));
    return web::redirect(cells ? reg::record_url(country_register(), db::as_int((*cells)[reg::k_id])) : "/countries?q=" + url_encode(r.arg("code")));
  }));
}

}  // namespace nc::app
