// Writes iCalendar files (RFC 5545).
#include "file/ics.h"
#include "base/words.h"

#include <algorithm>

namespace nc::ics {

namespace {

constexpr std::size_t k_octets = 75;
constexpr int k_day_minutes = 24 * 60, k_office_minutes = 7 * 60, k_hour = 60;

std::string digits(int n, std::size_t width) {
  std::string text = std::to_string(n);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

std::string day_text(Date d) { return digits(d.year(), 4) + digits(d.month(), 2) + digits(d.day(), 2); }

/// A minute of a day at UTC+7, in UTC: "20251209T010000Z".
std::string moment(Date day, int minute) {
  int utc = minute - k_office_minutes;
  while (utc < 0) utc += k_day_minutes, day = day.plus_days(-1);
  while (utc >= k_day_minutes) utc -= k_day_minutes, day = day.plus_days(1);
  return day_text(day) + "T" + digits(utc / k_hour, 2) + digits(utc % k_hour, 2) + "00Z";
}

std::string stamp_text(Instant t) {
  constexpr Instant k_minute = 60'000, k_day = 86'400'000;
  const Instant days = t / k_day, rest = t % k_day;
  return day_text(Date::from_days(days)) + "T" + digits(static_cast<int>(rest / (60 * k_minute)), 2) + digits(static_cast<int>(rest / k_minute % 60), 2) +
         digits(static_cast<int>(rest / 1000 % 60), 2) + "Z";
}

void line(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out += folded(std::string(name) + ":" + std::string(value));
}

/// Only what can't break a line or a property.
std::string plain_address(std::string_view url) {
  std::string out;
  for (const char c : url)
    if (c > ' ' && c != '"') out += c;
  return out;
}

void times(std::string& out, const Event& e) {
  const Date last = e.to && e.to > e.from ? e.to : e.from;
  if (e.from_minute < 0) {
    line(out, "DTSTART;VALUE=DATE", day_text(e.from));
    line(out, "DTEND;VALUE=DATE", day_text(last.plus_days(1)));  // the end is the first day that is free again
    line(out, "TRANSP", "TRANSPARENT");
    return;
  }
  line(out, "DTSTART", moment(e.from, e.from_minute));
  line(out, "DTEND", moment(last, e.to_minute > e.from_minute || last > e.from ? std::max(e.to_minute, 0) : e.from_minute + k_hour));
}

void alarm(std::string& out, const Event& e) {
  if (e.remind_days <= 0) return;
  line(out, "BEGIN", "VALARM");
  line(out, "ACTION", "DISPLAY");
  line(out, "TRIGGER", "-P" + std::to_string(e.remind_days) + "D");
  line(out, "DESCRIPTION", escaped(e.summary));
  line(out, "END", "VALARM");
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == ';' || c == ',') out += '\\', out += c;
    else if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) >= ' ' || c == '\t') out += c;  // a CR goes with the LF behind it
  }
  return out;
}

std::string folded(std::string_view text) {
  std::string out;
  std::size_t room = k_octets;
  while (text.size() > room) {
    const std::size_t cut = std::max<std::size_t>(1, beginning_of(text, room).size());
    out.append(text.substr(0, cut));
    out += "\r\n ";
    text.remove_prefix(cut);
    room = k_octets - 1;  // the blank counts
  }
  out.append(text);
  return out += "\r\n";
}

std::string calendar(const Calendar& c, Instant stamp) {
  std::string out;
  line(out, "BEGIN", "VCALENDAR");
  line(out, "VERSION", "2.0");
  line(out, "PRODID", "-//Nhip Cau//Calendar//VI");
  line(out, "CALSCALE", "GREGORIAN");
  line(out, "METHOD", "PUBLISH");
  line(out, "NAME", escaped(c.name));
  line(out, "X-WR-CALNAME", escaped(c.name));
  line(out, "X-WR-CALDESC", escaped(c.description));
  line(out, "X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
  line(out, "REFRESH-INTERVAL;VALUE=DURATION", "PT" + std::to_string(c.refresh_hours) + "H");
  line(out, "X-PUBLISHED-TTL", "PT" + std::to_string(c.refresh_hours) + "H");
  for (const Event& e : c.events) {
    if (!e.from) continue;
    line(out, "BEGIN", "VEVENT");
    line(out, "UID", escaped(e.uid));
    line(out, "DTSTAMP", stamp_text(stamp));
    times(out, e);
    line(out, "SUMMARY", escaped(e.summary));
    line(out, "LOCATION", escaped(e.location));
    line(out, "DESCRIPTION", escaped(e.description));
    line(out, "CATEGORIES", escaped(e.category));
    line(out, "URL", plain_address(e.url));
    line(out, "STATUS", e.tentative ? "TENTATIVE" : "CONFIRMED");
    alarm(out, e);
    line(out, "END", "VEVENT");
  }
  line(out, "END", "VCALENDAR");
  return out;
}

}  // namespace nc::ics
