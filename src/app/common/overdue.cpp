// What is said beside a day that has passed.
#include "app/common/overdue.h"

#include "base/clock.h"
#include "base/number.h"
#include "html/components.h"

namespace nc::app {

Message days_left(std::int64_t days) {
  if (days == 0) return Text("hôm nay", "today");
  return {"còn " + format_int(days, Lang::vi) + " ngày", format_int(days, Lang::en) + (days == 1 ? " day left" : " days left")};
}

Html overdue_badge(Lang lang, Date due) {
  if (!due || due >= today()) return Html(lang);
  const std::string n = std::to_string(today().days() - due.days());
  return badge(lang, Message("quá hạn " + n + " ngày", n + " days overdue"), Tone::bad, "clock-exclamation");
}

}  // namespace nc::app
