// What pages show of gifts: the memory beside the form, the gifts of a visit.
#include "app/common/within.h"
#include "app/gifts/panel.h"

#include "app/reference/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

struct Asked {
  std::int64_t partner = 0, but = 0;
  std::string person, what, direction = "given";
};

std::string year_of(const GiftBefore& g) { return g.date ? std::to_string(g.date.year()) : std::string("?"); }

void warn_of_repeats(Html& h, const std::vector<GiftBefore>& before) {
  for (const GiftBefore& g : before)
    if (g.alike && g.direction == "given") {
      Html words(h.lang());
      words << Message("Đối tác này đã nhận món như vậy năm " + year_of(g) + ": ", "This partner received the same in " + year_of(g) + ": ") << "<a href=\"/gifts/"_h << g.id << "\">"_h << g.what << "</a>. "_h
            << Text("Chọn món khác, hoặc ghi lý do tặng lại.", "Choose another, or say why it is given again.");
      h << notice(h.lang(), Tone::warn, "gift", words);
      return;
    }
}

void list_before(Html& h, const std::vector<GiftBefore>& before) {
  for (const bool given : {true, false}) {
    Html lines(h.lang());
    int n = 0;
    for (const GiftBefore& g : before)
      if ((g.direction == "given") == given && n < 8) {
        lines << "<li><span class=\"m2\">"_h << year_of(g) << "</span> <a href=\"/gifts/"_h << g.id << "\">"_h << g.what << "</a>"_h;
        if (!g.person.empty()) lines << " <span class=\"m2\">"_h << g.person << "</span>"_h;
        lines << "</li>"_h;
        ++n;
      }
    if (n > 0) h << "<p class=\"sm m2\">"_h << (given ? Message(Text("Ta đã trao", "We gave")) : Message(Text("Ta đã nhận", "We received"))) << "</p><ul class=\"plain sm\">"_h << lines << "</ul>"_h;
  }
}

Html memory(db::ReadDb& db, const Actor& actor, Lang lang, const Asked& q) {
  Html h(lang);
  if (q.partner == 0 && q.person.empty()) return h << "<p class=\"sm m2\">"_h << Text("Chọn đối tác để xem đã trao, nhận những gì.", "Choose the partner to see what was given and received.") << "</p>"_h;
  const auto before = gifts_before(db, actor, q.partner, q.person, q.what, q.but);
  if (q.direction == "given") warn_of_repeats(h, before);
  if (before.empty()) h << "<p class=\"sm ok-line\">"_h << Text("Chưa trao, nhận món nào.", "Nothing was given or received yet.") << "</p>"_h;
  list_before(h, before);
  if (const auto ideas = never_given(db, actor, q.partner, q.person, 5); !ideas.empty() && q.direction == "given") {
    h << "<p class=\"sm m2\">"_h << Text("Chưa tặng đối tác này bao giờ", "Never given to them") << "</p><ul class=\"plain sm\">"_h;
    for (const auto& idea : ideas) h << "<li>"_h << idea << "</li>"_h;
    h << "</ul>"_h;
  }
  const auto people = people_of_partner(db, actor, q.partner);
  if (!people.empty()) {
    h << "<p class=\"sm m2\">"_h << Text("Xưng hô cho đúng", "Right names and titles") << "</p><ul class=\"plain sm\">"_h;
    for (const auto& p : people) {
      const std::string& title = lang == Lang::en && !p.title_en.empty() ? p.title_en : p.title;
      h << "<li>"_h << p.name << (title.empty() ? "" : ", " + title);
      if (const auto day = Date::from_iso(p.from)) h << " <span class=\"m2\">"_h << Message("trưởng đoàn " + std::to_string(day->year()), "head of delegation " + std::to_string(day->year())) << "</span>"_h;
      h << "</li>"_h;
    }
    h << "</ul>"_h;
  }
  return h;
}

web::Response memory_page(const reg::Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell) {
  Asked q;
  const reg::Description& partner = *c.catalog->find("partner");
  const std::string named(r.query.get("partner"));
  if (!named.empty())
    if (const auto cells = reg::load_code(db, partner, actor, named)) q.partner = db::as_int((*cells)[reg::k_id]);
  q.person = std::string(r.query.get("person"));
  q.what = std::string(r.query.get("what"));
  q.but = parse_int(r.query.get("id")).value_or(0);
  if (r.query.get("direction") == "received") q.direction = "received";
  return web::html(memory(db, actor, shell.lang, q).str());
}

}  // namespace

Html gift_aside(const reg::PanelContext& x) {
  const auto text = [&](const char* column) { return x.what.text(x.cells, column); };
  Asked q;
  q.partner = db::as_int(x.cells[static_cast<std::size_t>(x.what.column("partner"))]);
  q.person = text("person");
  q.what = text("what");
  q.but = x.id;
  if (text("direction") == "received") q.direction = "received";
  Html body(x.lang);
  body << "<div id=\"memory\" aria-live=\"polite\" hx-get=\"/gifts/memory\" hx-trigger=\"change from:form.form delay:200ms\" "
          "hx-include=\"[name=partner],[name=person],[name=what],[name=direction]:checked,select[name=direction]\" hx-vals='{\"id\":\""_h
       << x.id << "\"}'>"_h << memory(x.db, x.actor, x.lang, q) << "</div>"_h;
  return card(x.lang, {.title = Text("Trí nhớ lễ tân", "Protocol memory"), .body = body});
}

Html gifts_panel(const reg::PanelContext& x) {
  const std::int64_t partner = db::as_int(x.cells[static_cast<std::size_t>(x.what.column("partner"))]);
  std::vector<ListItem> items;
    each_within(x.db, "SELECT g.id, g.what, g.direction, COALESCE(NULLIF(g.person, ''), p.name, ''), g.status, g.illustrative FROM gift g LEFT JOIN partner p ON p.id = g.partner WHERE g.deleted = 0 AND g.delegation = $1", {x.id}, org_scope(x.actor, "g"), "ORDER BY g.id", [&](const db::Row& r) {
    const bool given = r.text(2) == "given";
    ListItem item;
    item.icon = "gift";
    item.href = "/gifts/" + std::to_string(r.integer(0));
    item.title = Html(x.lang) << r.text(1);
    item.detail = Html(x.lang) << (given ? Message(Text("Trao", "Given to")) : Message(Text("Nhận từ", "Received from"))) << " "_h << r.text(3);
    item.end = Html(x.lang);
    if (r.text(4) == "planned") item.end << badge(x.lang, Text("Dự kiến", "Planned"), Tone::warn);
    if (r.integer(5) != 0) item.end << illustrative_mark(x.lang);
    items.push_back(std::move(item));
    return true;
  });
  Card c;
  c.title = gifts().plural;
  c.id = "gifts";
  if (x.actor.may(Function::enter)) {
    std::string href = "/gifts/new?delegation=" + url_encode(db::as_text(x.cells[reg::k_code]));
    if (const auto code = db::as_text(x.db.scalar("SELECT code FROM partner WHERE id = $1", {partner})); !code.empty()) href += "&partner=" + url_encode(code);
    const bool over = x.what.text(x.cells, "status") == "completed" || x.what.text(x.cells, "status") == "reported";
    if (!over) href += "&status=planned";
    c.head_end = button(x.lang, {.label = Text("Thêm tặng phẩm", "Add a gift"), .icon = "plus", .href = href, .small = true});
  }
  Html body(x.lang);
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Chưa ghi tặng phẩm nào của chuyến này.", "No gift of this visit is recorded.") << "</p>"_h;
  else body << item_list(x.lang, items);
  std::vector<GiftBefore> before;
  for (GiftBefore& g : gifts_before(x.db, x.actor, partner, "", ""))
    if (g.direction == "given" && !g.planned && before.size() < 4) before.push_back(std::move(g));
  if (!before.empty()) {
    body << "<p class=\"sm m2\">"_h << Text("Đối tác này đã nhận: ", "This partner has received: ");
    for (std::size_t i = 0; i < before.size(); ++i) body << (i ? "; " : "") << before[i].what << " ("_h << year_of(before[i]) << ")"_h;
    body << ".</p>"_h;
  }
  c.body = body;
  return card(x.lang, c);
}

void add_gift_pages(web::Router& router, const reg::Context& context) {
  router.get("/gifts/memory", web::person("enter"), reg::page_handler(context, [&context](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return memory_page(context, r, db, a, s); }));
}

}  // namespace nc::app
