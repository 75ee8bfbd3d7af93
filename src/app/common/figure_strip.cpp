// Figures at the top of a page, evaluated for one organisation and period.
#include "app/common/figure_strip.h"

#include <cmath>

#include "base/clock.h"
#include "base/words.h"

namespace nc::app {

namespace {

fig::Ask ask_of(const StripAsk& x, const StripFigure& wanted) {
  fig::Ask ask;
  ask.code = wanted.code;
  ask.org = x.org;
  if (const fig::Indicator* i = x.engine.find(wanted.code); i && i->at_day && x.as_of) ask.as_of = x.as_of;
  else ask.period = x.period;
  ask.where = wanted.where;
  return ask;
}

FigureLink link_of(const Message& label, const fig::Ask& ask, const fig::Figure& f, Lang lang) {
  const std::string shown = fig::on_screen(f, lang) + (f.unit == "percent" && f.value ? "%" : "");
  return {.href = fig::ask_url(ask), .shown = shown, .spoken = {label.vi + ": " + shown + ", mở bản ghi", label.en + ": " + shown + ", open the records"}};
}

/// "3 trên 8 hội viên": what a share was divided by (see as_share).
Message divided(const fig::Figure& f) {
  if (!f.value || f.parts.size() != 2 || f.parts[0].key != "expected") return {};
  const auto words = [&](Lang lang, const char* of) { return format_int(std::llround(f.parts[1].value.value_or(0)), lang) + of + format_int(std::llround(f.parts[0].value.value_or(0)), lang) + " " + fig::unit_name(f.parts[0].unit, lang); };
  return {words(Lang::vi, " trên "), words(Lang::en, " of ")};
}

Message label_of(const fig::Indicator& i, const StripFigure& wanted) { return wanted.label.empty() ? i.name : wanted.label; }

}  // namespace

Html figure_strip(const StripAsk& x, const std::vector<StripFigure>& figures) {
  std::vector<Kpi> out;
  for (const StripFigure& wanted : figures) {
    const fig::Indicator* i = x.engine.find(wanted.code);
    if (!i) continue;
    const fig::Ask ask = ask_of(x, wanted);
    const auto f = x.engine.evaluate(x.db, x.actor, ask);
    if (!f) continue;
    Kpi k{.label = label_of(*i, wanted), .icon = wanted.icon};
    k.figure = link_of(k.label, ask, *f, x.lang);
    k.sub = Html(x.lang);
    if (const Message parts = divided(*f); !parts.empty()) k.sub << parts << ", "_h;
    if (i->at_day) k.sub << Message("ngày " + format_date(f->period.to, Lang::vi), "on " + format_date(f->period.to, Lang::en));
    else k.sub << period_words(x.period, x.lang);
    out.push_back(std::move(k));
  }
  return kpi_strip(x.lang, out);
}

Html figure_of(const StripAsk& x, const StripFigure& wanted) {
  const fig::Indicator* i = x.engine.find(wanted.code);
  const fig::Ask ask = ask_of(x, wanted);
  const auto f = i ? x.engine.evaluate(x.db, x.actor, ask) : tl::make_unexpected(Problem{});
  if (!f) return Html(x.lang) << "<span class=\"m3\">–</span>"_h;
  Html h = figure(x.lang, link_of(label_of(*i, wanted), ask, *f, x.lang));
  if (const Message parts = divided(*f); !parts.empty()) h << " <span class=\"sm m2\">("_h << parts << ")</span>"_h;
  return h;
}

Html office_switch(Lang lang, const Actor& actor, const std::string& path, bool all) {
  if (actor.reach != Reach::all) return Html(lang);
  return Html(lang) << "<div>"_h << segments(lang, Text("Xem của ai", "Whose"), {{.label = Text("Của đơn vị", "Of the office"), .href = path, .count = {}, .on = !all}, {.label = Text("Mọi nơi được xem", "All in reach"), .href = path + "?of=all", .count = {}, .on = all}}) << "</div>"_h;
}

Period working_period(const std::string& period_code) {
  return parse_period(period_code).value_or(Period{*Date::from_ymd(today().year(), 1, 1), *Date::from_ymd(today().year(), 12, 31)});
}

}  // namespace nc::app
