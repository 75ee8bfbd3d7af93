// The leader's wall: one screen and one sheet of A4 for Monday's meeting.
#pragma once
#include "app/site/overview.h"

namespace nc::app {

/// Seven days from a Monday.
struct Week {
  Date monday;
  Date sunday() const { return monday.plus_days(6); }
};
/// The week to talk about on `day`: its own, from Saturday on the next one.
Week week_of(Date day);

/// What happens in the week, by day: visits, meetings, activities, calls, days to remember.
Html week_card(const Overview& x, const Week& week);
/// What is due until the end of the week or overdue, the latest first, with who has it.
Html due_card(const Overview& x, const Week& week);
/// What associations ask and nobody has answered.
Html asked_card(const Overview& x);
/// What was published in the week before: articles and declared figures that differ from the count.
Html published_card(const Overview& x, const Week& week);
/// Round years of the next eighteen months.
Html round_card(const Overview& x, const Week& week);

}  // namespace nc::app
