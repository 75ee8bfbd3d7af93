// Blocks of the page and of the list of partners: what happened last with them, what comes next, ways to look at all.
#include "app/partners/panels.h"

#include "app/common/fresh_act.h"
#include "app/partners/facts.h"
#include "app/partners/merge.h"
#include "app/partners/pages.h"
#include "app/partners/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

Html merged_notice(const reg::PanelContext& x) {
  const std::int64_t into = db::as_int(x.cells[static_cast<std::size_t>(x.what.column("merged_into"))]);
  if (into == 0) return fresh_act_banner(x, k_partner_batch, [](std::string_view) { return Message(Text("Đã hợp nhất hai đối tác.", "The two partners are merged.")); });
  const auto kept = reg::load(x.db, x.what, x.actor, into);
  Html h(x.lang);
  h << Text("Đối tác này đã hợp nhất vào ", "This partner was merged into ");
  if (kept) h << "<a href=\"/partners/"_h << into << "\">"_h << x.what.title_of(*kept, x.lang) << "</a>."_h;
  else h << Text("một đối tác của đơn vị khác.", "one of another organisation.");
  return notice(x.lang, Tone::warn, "git-merge", h);
}

namespace {

Html next_line(const NextStep& step, Lang lang) {
  Html h(lang);
  h << "<p class=\"sm\"><b>"_h << Text("Bước tiếp theo", "Next step") << ":</b> <a href=\""_h << Url{step.task ? "/tasks/" + std::to_string(step.task) : "/contact-logs/" + std::to_string(step.log)} << "\">"_h << step.words << "</a>"_h;
  if (step.due) h << " <span class=\"nw m2\">("_h << format_date(step.due, lang) << ")</span>"_h;
  return h << "</p>"_h;
}

}  // namespace

Html relation_panel(const reg::PanelContext& x) {
  constexpr std::size_t k_shown = 8;
  const auto facts = facts_with(x.db, x.actor, fact_sources(), x.id, today(), k_shown);
  const Date since = Date::from_iso(x.what.text(x.cells, "relation_since")).value_or(Date{});
  Html body(x.lang);
  body << "<p class=\"sm\">"_h << capital(reason_words(facts.empty() ? nullptr : &facts.front(), since, today()).in(x.lang)) << ".</p>"_h;
  const auto steps = next_steps(x.db, x.actor);
  if (const auto step = steps.find(x.id); step != steps.end()) body << next_line(step->second, x.lang);
  std::vector<TimelineItem> items;
  for (const LinkedFact& f : facts)
    items.push_back({.when = format_date(f.day, x.lang), .who = capital(f.what().in(x.lang)), .what = Html(x.lang) << "<a href=\""_h << Url{f.href()} << "\">"_h << capital(f.title) << "</a>"_h});
  if (!items.empty()) body << timeline(x.lang, items);
  Html acts(x.lang);
  if (x.actor.may(Function::enter) && !x.actor.preview())
    acts << "<div class=\"acts\">"_h << button(x.lang, {.label = Text("Ghi lần liên hệ", "Log a contact"), .icon = "phone-call", .href = "/contact-logs/new?partner=" + std::to_string(x.id), .small = true});
  if (x.actor.may(Function::check) && !x.actor.preview())
    acts << button(x.lang, {.label = Text("Hợp nhất", "Merge"), .icon = "git-merge", .href = "/partners/" + std::to_string(x.id) + "/merge", .small = true});
  if (!acts.empty()) body << acts << "</div>"_h;
  return card(x.lang, {.title = Text("Trí nhớ quan hệ", "Memory of the relation"), .body = body, .id = "relation"});
}

Html partner_views(const reg::PanelContext& x, const std::string&) { return partner_tabs(x.lang, ""); }

Html partner_tabs(Lang lang, std::string_view on) {
  std::vector<Tab> items;
  const auto add = [&](const Message& label, const std::string& part) { items.push_back({.label = label, .href = "/partners" + (part.empty() ? "" : "/" + part), .count = {}, .on = part == on}); };
  add(Text("Danh sách", "List"), "");
  add(Text("Lâu không liên lạc", "Lapse radar"), "radar");
  add(Text("Có đi có lại", "Reciprocity"), "reciprocity");
  add(Text("Trùng nhau", "Duplicates"), "duplicates");
  return segments(lang, Text("Cách xem đối tác", "Ways to look at partners"), items);
}

void add_partner_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/partners/radar", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return radar_page(engine, r, db, a, s); }));
  router.get("/partners/reciprocity", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return reciprocity_page(engine, r, db, a, s); }));
  add_merge_pages(router, context);
}

}  // namespace nc::app
