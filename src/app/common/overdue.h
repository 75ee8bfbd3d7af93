// What is said beside a day that has passed.
#pragma once
#include "base/date.h"
#include "base/text.h"
#include "html/html.h"

namespace nc::app {

/// "còn 12 ngày", "12 days left"; the day itself is "hôm nay", "today". For days that have not passed.
Message days_left(std::int64_t days);
/// "quá hạn 3 ngày" in the colour of what is late; nothing when the day has not passed or there is none.
Html overdue_badge(Lang lang, Date due);

}  // namespace nc::app
