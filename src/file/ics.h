// Calendars as other programs take them in (iCalendar, RFC 5545): whole days and times of the office (UTC+7).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"

namespace nc::ics {

struct Event {
  std::string uid;              ///< stays the same from one file to the next: programs replace what they have
  std::string summary, description, location;
  std::string url;              ///< absolute
  Date from, to;                ///< both included; `to` empty: one day
  int from_minute = -1;         ///< minutes since midnight at UTC+7; -1: the whole day
  int to_minute = -1;           ///< -1 with a from_minute: one hour
  std::string category;
  bool tentative = false;       ///< a day that is not verified
  int remind_days = 0;          ///< an alarm so many days before; 0 for none
};

struct Calendar {
  std::string name, description;
  int refresh_hours = 12;       ///< how often a subscribed program may ask again
  std::vector<Event> events;
};

/// The file: lines end in CR LF and are folded at 75 octets, never inside a character. Times are written in UTC, which every
/// program understands; the office's zone has no summer time. `stamp` is when the file was made.
std::string calendar(const Calendar& c, Instant stamp);

/// A value of kind TEXT: backslash, semicolon, comma and line breaks escaped, control characters dropped.
std::string escaped(std::string_view text);
/// One logical line with its CR LF, folded.
std::string folded(std::string_view line);

inline constexpr const char* k_type = "text/calendar; charset=utf-8";

}  // namespace nc::ics
