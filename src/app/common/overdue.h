// What is said beside a day that has passed.
#pragma once
#include "base/date.h"
#include "html/html.h"

namespace nc::app {

/// "quá hạn 3 ngày" in the colour of what is late; nothing when the day has not passed or there is none.
Html overdue_badge(Lang lang, Date due);

}  // namespace nc::app
