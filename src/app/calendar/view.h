// What the pages of the calendar share: the question in the address, colours, what is prepared for a day.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/calendar/days.h"
#include "html/components.h"
#include "register/pages.h"

namespace nc::app {

/// /calendar?view=month&month=2026-04&country=LA&with=delegation&with=duty&all=1&round=1&days=90
struct CalendarAsk {
  std::string view = "arch", country;
  Date month;                    ///< first day of the month shown
  int days = 548;                ///< how far the list and the radar look ahead: 18 months
  bool delegations = false, activities = false, duties = false, all = false, round = false;
  /// The address with one thing changed; "" takes it away.
  std::string with(const std::string& name, const std::string& value) const;
};
CalendarAsk calendar_ask(const web::Request& r);
CalendarWish wish_of(const CalendarAsk& ask, Date from, Date to);

/// What was done for an occasion in a year.
struct Preparation { std::int64_t activity = 0; std::string state; int planned = 0, sent = 0; };
using Preparations = std::map<std::pair<std::int64_t, int>, Preparation>;
Preparations preparations(db::ReadDb& db, const Actor& actor, Date from, Date to);
const Preparation* prepared(const Preparations& all, const CalendarDay& day);

struct CalendarPage {
  db::ReadDb& db;
  const Actor& actor;
  const Shell& shell;
  const CalendarAsk& ask;
  Lang lang() const { return shell.lang; }
};
/// 1 to 6: colour of the dot by kind.
int colour_of(const CalendarDay& day);
Message kind_label(const CalendarDay& day);
/// "chưa kiểm chứng", "ghi riêng năm nay"; nothing when the day is sure.
Html sureness_mark(Lang lang, const CalendarDay& day);
/// Buttons and badges: plan, letters, or what there is already.
Html preparation_cell(const CalendarPage& x, const CalendarDay& day, const Preparations& all);
std::string days_words(const CalendarDay& day, Lang lang);

Html arch_view(const CalendarPage& x);
Html month_view(const CalendarPage& x);
Html list_view(const CalendarPage& x);

/// Greetings, plans and the feed: their routes.
void add_greeting_pages(web::Router& router, const reg::Context& context);
void add_feed_pages(web::Router& router, const reg::Context& context);

}  // namespace nc::app
