// Reminders of days that need a plan or a letter, as notices: round years 12, 6 and 1 months ahead, greetings three weeks ahead.
#include "app/calendar/public.h"
#include "app/calendar/view.h"
#include "app/common/overdue.h"
#include "base/words.h"
#include "flow/notice.h"

namespace nc::app {

namespace {

struct Stage { int days; const char* act; };
constexpr Stage k_round[] = {{30, "round1"}, {182, "round6"}, {365, "round12"}};
constexpr int k_letter_days = 21, k_ahead = 366;

/// The nearest stage that the day has reached, or nullptr.
const Stage* stage_of(int away) {
  for (const Stage& s : k_round)
    if (away <= s.days) return &s;
  return nullptr;
}

bool told(db::ReadDb& db, std::int64_t person, const CalendarDay& d, const std::string& act) {
  return db.integer("SELECT COUNT(*) FROM notice WHERE person_id = $1 AND register_name = 'occasion' AND record_id = $2 AND act = $3", {person, d.record, act}) > 0;
}

int tell_once(db::Tx& tx, const Actor& person, const CalendarDay& d, const std::string& act, const Message& words) {
  if (told(tx, person.id, d, act)) return 0;
  flow::tell(tx, person.id, occasions(), d.record, act, "Nhịp Cầu", words);
  return 1;
}

}  // namespace

int remind_of_occasions(db::Tx& tx) {
  int written = 0;
  for (const Actor& person : flow::all_actors(tx)) {
    if (!person.may(Function::enter) && !person.may(Function::approve)) continue;
    CalendarWish wish;
    wish.from = today();
    wish.to = today().plus_days(k_ahead);
    wish.ours = false;
    const auto days = calendar_days(tx, person, wish);
    const auto all = preparations(tx, person, wish.from, wish.to);
    for (const CalendarDay& d : days) {
      const int away = d.from.days() - today().days();
      if (away < 0) continue;
      const Preparation* p = prepared(all, d);
      const std::string year = "-" + std::to_string(d.from.year());
      const Stage* stage = d.round() && (d.kind == "diplomatic_relation" || d.kind == "treaty" || d.kind == "friendship_year") ? stage_of(away) : nullptr;
      if (stage && !(p && p->activity))
        written += tell_once(tx, person, d, stage->act + year, {capital(days_left(away).vi) + ": " + d.title(Lang::vi) + " (" + format_date(d.from, Lang::vi) + "). Chưa có kế hoạch.",
                                                                capital(days_left(away).en) + ": " + d.title(Lang::en) + " (" + format_date(d.from, Lang::en) + "). No plan yet."});
      else if (person.may(Function::enter) && d.has_greeting() && !d.countries.empty() && away <= k_letter_days && !(p && p->sent + p->planned > 0))
        written += tell_once(tx, person, d, "letter" + year, {"Thư mừng: " + d.title(Lang::vi) + " (" + format_date(d.from, Lang::vi) + "). Chưa soạn thư.", "Greetings: " + d.title(Lang::en) + " (" + format_date(d.from, Lang::en) + "). No letter yet."});
    }
  }
  return written;
}

}  // namespace nc::app
