// Single days and lists of days, in both languages.
#include "intake/moment_reader.h"

#include <algorithm>

namespace nc::intake {

std::optional<MomentReader::Part> MomentReader::part(std::size_t at, bool dash_is_month) const {
  const auto d = day(at);
  if (!d) return std::nullopt;
  Part p{*d, 0, 0, at + 1};
  if (separator(at + 1) && (w.is(at + 1, "/") || w.is(at + 1, ".") || dash_is_month) && month(at + 2) && w.glued(at + 2)) {
    p.m = *month(at + 2);
    p.next = at + 3;
    if (separator(p.next) && year(p.next + 1) && w.glued(p.next + 1)) {
      p.y = *year(p.next + 1);
      p.next += 2;
    } else if (w.is(at + 1, ".")) {
      return std::nullopt;  // "12.5" alone is a number
    }
  } else if (w.is(at + 1, "tháng") && month(at + 2)) {
    p.m = *month(at + 2);
    p.next = at + 3;
    if ((w.is(p.next, "/") || w.is(p.next, "-")) && year(p.next + 1)) {
      p.y = *year(p.next + 1);
      p.next += 2;
    }
  } else if (const auto name = english_month(at + 1)) {
    p.m = *name;
    p.next = at + 2;
    if (w.is(p.next, ",") && year(p.next + 1)) ++p.next;
    if (year(p.next)) p.y = *year(p.next++);
  }
  if (p.m != 0 && p.y == 0 && w.is(p.next, "năm") && year(p.next + 1)) {
    p.y = *year(p.next + 1);
    p.next += 2;
  }
  return p;
}

std::optional<Moment> MomentReader::day_list(std::size_t first, std::size_t at, bool marked, bool range) const {
  auto a = part(at, marked);
  if (!a) return std::nullopt;
  std::optional<Part> b;
  std::size_t i = a->next;
  bool joined = false;
  while (true) {
    std::size_t j = i;
    const bool comma = w.is(j, ",");
    if (comma && a->m != 0 && !w.is_any(j + 1, {"đến"})) break;
    if (comma) ++j;
    const bool link = w.is_any(j, {"đến", "tới", "và", "to"}) || w.is_dash(j) || comma;
    if (!link) break;
    if (w.is_any(j, {"đến", "tới", "và", "to"}) || w.is_dash(j)) ++j;
    while (w.is_any(j, {"hết", "ngày", "các"})) ++j;
    // "5/3 và 7/3" are two days; only open ones and ranges make one stretch.
    if (a->m != 0 && !range && !w.is_any(i, {"đến", "tới", "to"}) && !w.is_dash(i)) break;
    const auto next = part(j, marked);
    if (!next) break;
    b = next;
    i = next->next;
    joined = true;
    if (b->m != 0) break;
  }
  if (joined && b && b->m == 0) b.reset();
  if (a->m == 0 && (!b || b->m == 0)) return std::nullopt;
  if (a->m == 0) a->m = b->m, a->y = b->y;
  if (b && a->y == 0) a->y = b->y;
  const bool stated = a->y != 0;
  if (b && b->y == 0) b->y = a->y != 0 ? a->y : year_for(b->m, b->d);
  if (a->y == 0) a->y = b ? b->y : year_for(a->m, a->d);
  const auto from = Date::from_ymd(a->y, a->m, a->d);
  const auto to = b ? Date::from_ymd(b->y, b->m, b->d) : from;
  if (!from || !to || *to < *from) return std::nullopt;
  Moment m = days(first, b ? b->next : a->next, *from, *to);
  m.year_stated = stated;
  if (m.to.days() - m.from.days() > 31) m.kind = Moment::Kind::period, m.date.clear();
  return m;
}

std::optional<Moment> MomentReader::dotted_day(std::size_t first, std::size_t at) const {
  if (at >= end || !w.is_number(at) || w.key(at).find(',') != std::string_view::npos) return std::nullopt;
  int parts[3] = {0, 0, 0};
  std::size_t n = 0;
  for (const char c : w.key(at)) {
    if (c == '.') {
      if (++n > 2) return std::nullopt;
      continue;
    }
    parts[n] = parts[n] * 10 + (c - '0');
    if (parts[n] > 9999) return std::nullopt;
  }
  if (n == 0 || parts[0] > 31 || parts[1] < 1 || parts[1] > 12) return std::nullopt;
  const int y = n == 2 ? parts[2] : year_for(parts[1], std::max(parts[0], 1));
  const auto date = y >= k_first_year && y <= k_last_year ? Date::from_ymd(y, parts[1], parts[0]) : std::nullopt;
  if (!date) return std::nullopt;
  Moment m = days(first, at + 1, *date, *date);
  m.year_stated = n == 2;
  return m;
}

std::optional<Moment> MomentReader::vietnamese_day(std::size_t at) const {
  std::size_t i = at;
  bool marked = false, range = false;
  if (w.is_any(i, {"từ", "trong"})) {
    range = w.is(i, "từ");
    ++i;
  }
  bool part_of_day = false;
  while (find(w.lexicon->longest(w.tokens, i, end).tags, Cls::day_part) != nullptr) {
    i += w.lexicon->longest(w.tokens, i, end).length;
    marked = part_of_day = true;
  }
  if (w.is_any(i, {"hai", "ba"}) && w.is(i + 1, "ngày")) ++i;
  while (w.is_any(i, {"ngày", "hôm", "các"})) ++i, marked = true;
  if (part_of_day && w.is_any(i, {"nay", "qua"})) {
    if (!calendar.published) return std::nullopt;
    const Date d = w.is(i, "qua") ? calendar.published.plus_days(-1) : calendar.published;
    return days(at, i + 1, d, d);
  }
  // "thứ Bảy (5/3)"
  if (marked && w.is(i, "(") && part(i + 1, true)) ++i;
  if (const auto m = marked ? dotted_day(at, i) : std::nullopt) return m;
  if (!day(i)) return std::nullopt;
  bool dotted = false;
  if (!marked && !range) {
    dotted = separator(i + 1) && month(i + 2) && separator(i + 3) && year(i + 4);
    const bool opened = at > 0 && (w.is_any(at - 1, {"(", "đến", "và", ",", "vào", "-", "–", "hôm", "on"}) || w.is_line(at - 1));
    // "(9-11/11)": the days of a stretch, the month behind the second
    const bool stretch_of_days = at > 0 && w.is(at - 1, "(") && w.is_dash(i + 1) && day(i + 2) && w.is(i + 3, "/") && month(i + 4);
    if (!dotted && !stretch_of_days && !(opened && w.is(i + 1, "/"))) return std::nullopt;
  }
  auto m = day_list(at, i, marked || range || dotted, range);
  if (m && w.is(m->last, ")") && at > 0 && w.is(i - 1, "(") && i > at) ++m->last;
  return m;
}

std::optional<Moment> MomentReader::relative(std::size_t at) const {
  if (!calendar.published) return std::nullopt;
  const Date now = calendar.published;
  if (w.is(at, "hôm") && w.is_any(at + 1, {"nay", "qua"})) {
    const Date d = w.is(at + 1, "nay") ? now : now.plus_days(-1);
    return days(at, at + 2, d, d);
  }
  if (w.is(at, "yesterday")) return days(at, at + 1, now.plus_days(-1), now.plus_days(-1));
  if (w.is(at, "today")) return days(at, at + 1, now, now);
  return std::nullopt;
}

}  // namespace nc::intake
