// The calendar as a month and as a list.
#include "app/calendar/view.h"
#include "app/reference/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

Html entry(const CalendarPage& x, const CalendarDay& d) {
  Html h(x.lang());
  h << "<a class=\"cal-e k"_h << colour_of(d) << (d.round() ? " round" : "") << "\" href=\""_h << Url{d.href} << "\">"_h << d.title(x.lang());
  if (!d.sure) h << " <span class=\"cal-q\">"_h << Text("(chưa kiểm chứng)", "(not verified)") << "</span>"_h;
  return h << "</a>"_h;
}

std::string month_words(Date month, Lang lang) { return period_words({month, month.plus_months(1).plus_days(-1)}, lang); }

}  // namespace

Html month_view(const CalendarPage& x) {
  const Date first = x.ask.month, last = first.plus_months(1).plus_days(-1);
  const Date monday = first.plus_days(1 - first.weekday());
  const auto days = calendar_days(x.db, x.actor, wish_of(x.ask, first, last));
  Html h(x.lang());
  h << "<div class=\"cal-h\">"_h << button(x.lang(), {.label = Text("Tháng trước", "Previous month"), .icon = "chevron-left", .href = x.ask.with("month", first.plus_months(-1).iso().substr(0, 7)), .icon_only = true}) << "<h2>"_h
    << capital(month_words(first, x.lang())) << "</h2>"_h << button(x.lang(), {.label = Text("Tháng sau", "Next month"), .icon = "chevron-right", .href = x.ask.with("month", first.plus_months(1).iso().substr(0, 7)), .icon_only = true})
    << "</div><table class=\"calm\"><caption class=\"vh\">"_h << month_words(first, x.lang()) << "</caption><thead><tr>"_h;
  static constexpr Text k_days[] = {{"Thứ Hai", "Monday"}, {"Thứ Ba", "Tuesday"}, {"Thứ Tư", "Wednesday"}, {"Thứ Năm", "Thursday"}, {"Thứ Sáu", "Friday"}, {"Thứ Bảy", "Saturday"}, {"Chủ Nhật", "Sunday"}};
  for (const Text& name : k_days) h << "<th scope=\"col\">"_h << name << "</th>"_h;
  h << "</tr></thead><tbody>"_h;
  for (Date week = monday; week <= last; week = week.plus_days(7)) {
    h << "<tr>"_h;
    for (int i = 0; i < 7; ++i) {
      const Date day = week.plus_days(i);
      const bool inside = day >= first && day <= last;
      Html entries(x.lang());
      for (const CalendarDay& d : days)
        if (inside && d.from <= day && d.to >= day) entries << entry(x, d);
      h << "<td class=\""_h << (inside ? "" : "off") << (day == today() ? " now" : "") << (entries.empty() ? " none" : "") << "\">"_h;
      if (inside) h << "<time datetime=\""_h << day.iso() << "\"><span class=\"cal-d\">"_h << day.day() << "</span><span class=\"cal-w\">"_h << format_date_long(day, x.lang()) << "</span></time>"_h << entries;
      h << "</td>"_h;
    }
    h << "</tr>"_h;
  }
  h << "</tbody></table>"_h;
  if (days.empty()) h << "<p class=\"m2\">"_h << Text("Tháng này không có ngày nào.", "No day in this month.") << "</p>"_h;
  return card(x.lang(), {.body = h});
}

Html list_view(const CalendarPage& x) {
  const Date to = today().plus_days(x.ask.days);
  const auto days = calendar_days(x.db, x.actor, wish_of(x.ask, today(), to));
  const auto all = preparations(x.db, x.actor, today(), to);
  if (days.empty()) return empty_state(x.lang(), Text("Không có ngày nào", "No day"), Text("Bỏ bớt điều kiện, hoặc xem mọi nước.", "Drop a condition, or look at every country."), {{Text("Mọi nước", "Every country"), x.ask.with("all", "1")}});
  Table t;
  t.caption = Text("Lịch kỷ niệm", "Calendar");
  t.columns = {{.label = Text("Ngày", "Day")}, {.label = Text("Dịp", "Occasion"), .key = true}, {.label = Text("Nước", "Country")}, {.label = Text("Loại", "Kind")}, {.label = Text("Độ tin cậy", "Reliability")}, {.label = Text("Chuẩn bị", "Preparation")}};
  std::string month;
  constexpr std::size_t k_most = 600;
  for (std::size_t i = 0; i < days.size() && i < k_most; ++i) {
    const CalendarDay& d = days[i];
    const Date shown = d.from < today() ? today() : d.from;
    if (const std::string here = shown.iso().substr(0, 7); here != month) {
      month = here;
      Row group;
      group.kind = Row::Kind::group;
      group.cells = {Cell(Html(x.lang()) << capital(month_words(*Date::from_ymd(shown.year(), shown.month(), 1), x.lang())), 6)};
      t.rows.push_back(std::move(group));
    }
    Html places(x.lang());
    for (std::size_t c = 0; c < d.countries.size() && c < 3; ++c) places << country(d.countries[c], countries().label(d.countries[c], x.lang())) << " "_h;
    if (d.countries.size() > 3) places << "+"_h << (d.countries.size() - 3);
    const Message kind = kind_label(d);
    const std::string note = d.overridden ? Message("Nguồn: " + d.source, "Source: " + d.source).in(x.lang()) : std::string();
    Html mark = sureness_mark(x.lang(), d);
    if (mark.empty()) mark << "<span class=\"m2\">"_h << (d.sort == CalendarDay::Sort::occasion ? Message(Text("Chắc", "Sure")) : Message(Text("Theo sổ", "By the register"))) << "</span>"_h;
    Row row;
    row.cells = {Html(x.lang()) << "<span class=\"nw\">"_h << days_words(d, x.lang()) << "</span>"_h, title_cell(d.href, d.title(x.lang()), note), places, Html(x.lang()) << capital(kind.in(x.lang())), mark, preparation_cell(x, d, all)};
    t.rows.push_back(std::move(row));
  }
  Card c;
  c.flush = true;
  c.body = table(x.lang(), t);
  return card(x.lang(), c);
}

}  // namespace nc::app
