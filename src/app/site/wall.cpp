// The leader's wall: one screen and one sheet of A4 for Monday's meeting.
#include "app/site/wall.h"

#include <cmath>

#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

/// "tăng 12% so với 51 đoàn cùng kỳ"; nothing when the two can't be compared, `why_not` says so then.
Html against_last_year(const Overview& x, const fig::Figure& now, Message& why_not) {
  const auto c = x.engine.compare(x.db, x.actor, now);
  Html h(x.lang);
  if (!c.before || !c.change) {
    why_not = c.why_not;
    return h;
  }
  if (c.percent) {
    const std::string percent = format_int(static_cast<std::int64_t>(std::llround(std::fabs(*c.percent))), x.lang) + "%";
    h << (*c.change == 0 ? Message(Text("bằng", "as")) : *c.change > 0 ? Message("tăng " + percent + " so với", percent + " more than") : Message("giảm " + percent + " so với", percent + " less than")) << " "_h;
  } else {
    h << Text("năm trước", "last year") << " "_h;
  }
  return h << living(*c.before, x.engine, x.lang) << " "_h << Text("cùng kỳ", "a year before");
}

Html kpis(const Overview& x, Message& why_not) {
  struct Line { Text label; const char* icon; const char* code; std::string org; Message unit; };
  const std::vector<Line> lines{{{"Đoàn vào", "Incoming"}, "in", "I17", x.whole, Text("đoàn", "delegations")}, {{"Đoàn ra", "Outgoing"}, "out", "I23", x.whole, Text("đoàn", "delegations")},
                                {{"Viện trợ PCPNN", "Foreign aid"}, "heart-handshake", "I41", x.office, {}}, {{"Hoạt động hữu nghị", "Activities"}, "calendar-event", "I31", x.office, Text("hoạt động", "activities")},
                                {{"Hội chưa có hoạt động", "Quiet associations"}, "users-group", "I34", x.office, Text("hội", "associations")}};
  std::vector<Kpi> out;
  for (const Line& line : lines) {
    auto f = x.engine.evaluate(x.db, x.actor, ask(x, line.code, line.org));
    if (!f) continue;
    Kpi k;
    k.label = line.label;
    k.icon = line.icon;
    k.unit = line.unit;
    k.figure = living_link(*f, x.engine, x.lang);
    if (line.unit.empty()) split_money(k);
    k.sub = against_last_year(x, *f, why_not);
    out.push_back(std::move(k));
  }
  return kpi_strip(x.lang, out);
}

Html switches(const Overview& x, const Week& week) {
  const auto link = [&](Date monday) { return "/wall?week=" + monday.iso(); };
  return Html(x.lang) << button(x.lang, {.label = Text("Tuần trước", "Week before"), .icon = "chevron-left", .href = link(week.monday.plus_days(-7))})
                      << button(x.lang, {.label = Text("Tuần sau", "Week after"), .icon = "chevron-right", .href = link(week.monday.plus_days(7))});
}

web::Response wall(const reg::Context& context, const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell) {
  const Overview x{context, engine, db, actor, shell, shell.lang, working_period(db, r), home_org(db, actor), actor.org_code};
  Week week = week_of(today());
  if (const std::string given(r.query.get("week")); !given.empty()) {
    const auto day = parse_date(given);
    if (!day) return reg::problem_page(shell, day.error());
    week.monday = day->plus_days(1 - day->weekday());
  }
  PageHead head;
  head.title = Message("Giao ban tuần " + format_date(week.monday, Lang::vi) + " – " + format_date(week.sunday(), Lang::vi), "Week of " + format_date(week.monday, Lang::en) + " – " + format_date(week.sunday(), Lang::en));
  Message why_not;
  const Html figures = kpis(x, why_not);
  head.sub = Html(x.lang) << Message("Số liệu " + period_words(x.period, Lang::vi) + "; in ra vừa một trang A4 ngang.", "Figures of " + period_words(x.period, Lang::en) + "; prints on one A4 sheet.");
  if (!why_not.empty()) head.sub << " "_h << Text("Với cùng kỳ:", "Against the year before:") << " "_h << why_not << "."_h;
  head.actions = switches(x, week);
  Html h(x.lang);
  h << "<div class=\"wall\">"_h << figures << "<div class=\"grid three\">"_h << week_card(x, week) << "<div class=\"wall-c\">"_h << due_card(x, week) << round_card(x, week) << "</div><div class=\"wall-c\">"_h
    << asked_card(x) << published_card(x, week) << "</div></div></div>"_h;
  return reg::respond(shell, head, h);
}

}  // namespace

void add_wall(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/wall", web::person(), reg::page_handler(context, [&context, &engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return wall(context, engine, r, db, a, s); }));
}

}  // namespace nc::app
