// The page of the calendar: arch, month or list, and what stands beside the occasions.
#include "app/calendar/public.h"
#include "app/calendar/view.h"
#include "app/reference/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

Html switches(const CalendarPage& x) {
  const auto tab = [&](const Message& label, const std::string& href, bool on) { return Tab{.label = label, .href = href, .count = {}, .on = on}; };
  Html h(x.lang());
  h << "<div class=\"cal-f\">"_h << segments(x.lang(), Text("Nước", "Countries"), {tab(Text("Nước có quan hệ", "Our countries"), x.ask.with("all", ""), !x.ask.all), tab(Text("Mọi nước", "Every country"), x.ask.with("all", "1"), x.ask.all)})
    << segments(x.lang(), Text("Mốc", "Years"), {tab(Text("Mọi ngày", "All days"), x.ask.with("round", ""), !x.ask.round), tab(Text("Năm tròn", "Round years"), x.ask.with("round", "1"), x.ask.round)});
  if (x.ask.view != "arch")
    h << segments(x.lang(), Text("Hiện kèm", "Also show"), {tab(Text("Đoàn", "Delegations"), x.ask.with("with", "delegation"), x.ask.delegations), tab(Text("Hoạt động", "Activities"), x.ask.with("with", "activity"), x.ask.activities),
                                                            tab(Text("Hạn việc", "Due days"), x.ask.with("with", "duty"), x.ask.duties)});
  h << "<form class=\"cal-c\" method=\"get\" action=\"/calendar\">"_h << hidden("view", x.ask.view);
  if (x.ask.view == "month") h << hidden("month", x.ask.month.iso().substr(0, 7));
  if (x.ask.all) h << hidden("all", "1");
  if (x.ask.round) h << hidden("round", "1");
  for (const auto& [on, code] : {std::pair{x.ask.delegations, "delegation"}, {x.ask.activities, "activity"}, {x.ask.duties, "duty"}})
    if (on) h << hidden("with", code);
  h << "<label class=\"vh\" for=\"cal-country\">"_h << Text("Nước", "Country") << "</label><span class=\"inp sel\"><select id=\"cal-country\" name=\"country\"><option value=\"\">"_h << Text("Nước nào cũng được", "Any country") << "</option>"_h;
  std::set<std::string> own = own_countries(x.db, x.actor);
  for (const Option& o : countries().all())
    if (x.ask.all || own.contains(o.code) || o.code == x.ask.country) h << "<option value=\""_h << o.code << "\""_h << (o.code == x.ask.country ? " selected"_h : ""_h) << ">"_h << capital(o.label.in(x.lang())) << "</option>"_h;
  return h << "</select></span>"_h << button(x.lang(), {.label = Text("Xem", "Show"), .small = true}) << "</form></div>"_h;
}

web::Response page_of(const CalendarPage& x) {
  const auto view = [&](const char* name) {
    CalendarAsk other = x.ask;
    other.view = name;
    if (std::string_view(name) == "arch") other.delegations = other.activities = other.duties = false;
    return other.with("", "");
  };
  PageHead head;
  head.title = Text("Lịch", "Calendar");
  head.sub = Html(x.lang()) << Text("Ngày âm lịch tính theo giờ Việt Nam (UTC+7). Năm tròn chia hết cho 5, báo trước 18 tháng.", "Lunar days at Viet Nam time (UTC+7). Round years divide by 5 and show 18 months ahead.");
  head.actions = Html(x.lang()) << segments(x.lang(), Text("Cách xem", "View"), {{.label = Text("Vòm 12 tháng", "12 months"), .href = view("arch"), .count = {}, .on = x.ask.view == "arch"},
                                                                                {.label = Text("Tháng", "Month"), .href = view("month"), .count = {}, .on = x.ask.view == "month"},
                                                                                {.label = Text("Danh sách", "List"), .href = view("list"), .count = {}, .on = x.ask.view == "list"}})
                                << button(x.lang(), {.label = Text("Đăng ký lịch (.ics)", "Subscribe (.ics)"), .icon = "calendar-share", .href = "/calendar/feed"})
                                << button(x.lang(), {.label = Text("Sổ các dịp", "Register of occasions"), .icon = "calendar-heart", .href = "/occasions", .kind = "ghost"});
  Html h(x.lang());
  h << switches(x) << (x.ask.view == "month" ? month_view(x) : x.ask.view == "list" ? list_view(x) : arch_view(x));
  return reg::respond(x.shell, head, h);
}

}  // namespace

Html occasion_panel(const reg::PanelContext& x) {
  std::vector<ListItem> items;
  for (int year = today().year(); year <= today().year() + 4 && items.size() < 3; ++year)
    for (const CalendarDay& d : days_of_occasion(x.db, x.actor, x.id, year)) {
      if (d.to < today()) continue;
      const int away = d.from.days() - today().days();
      ListItem item;
      item.day = d.from;
      item.tone = away <= 20 ? Tone::warn : Tone::neutral;
      item.title = Html(x.lang) << (d.to > d.from ? days_words(d, x.lang) : format_date_long(d.from, x.lang));
      item.detail = Html(x.lang);
      if (d.ordinal > 0) item.detail << Message("Tròn " + std::to_string(d.ordinal) + " năm. ", std::to_string(d.ordinal) + " years. ");
      if (d.overridden) item.detail << Message("Ghi riêng năm này, nguồn: " + d.source + ". ", "Entered for this year, source: " + d.source + ". ");
      if (away > 0) item.detail << Message("Còn " + format_int(away, Lang::vi) + " ngày", "In " + format_int(away, Lang::en) + " days");
      item.end = sureness_mark(x.lang, d);
      if (x.actor.may(Function::enter)) item.end << button(x.lang, {.label = Text("Soạn thư", "Letters"), .icon = "mail", .href = "/occasions/" + std::to_string(x.id) + "/greetings?year=" + std::to_string(year), .small = true});
      items.push_back(std::move(item));
    }
  Html body(x.lang);
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Quy tắc chưa cho ngày nào. Ghi ngày của từng năm ở dưới, kèm nguồn.", "The rule gives no day. Enter the day of each year below, with its source.") << "</p>"_h;
  else body << item_list(x.lang, items);
  return card(x.lang, {.title = Text("Những lần tới", "The next times"), .body = body});
}

void add_calendar_pages(web::Router& router, const reg::Context& context) {
  router.get("/calendar", web::person(), reg::page_handler(context, [](const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
    const CalendarAsk ask = calendar_ask(r);
    return page_of({db, actor, shell, ask});
  }));
  add_greeting_pages(router, context);
  add_feed_pages(router, context);
}

}  // namespace nc::app
