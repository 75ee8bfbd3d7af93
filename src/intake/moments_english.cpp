// English dates and periods.
#include "intake/moment_reader.h"

#include "base/number.h"

namespace nc::intake {

std::optional<int> MomentReader::english_month(std::size_t at) const {
  if (at >= end) return std::nullopt;
  const auto match = w.lexicon->longest(w.tokens, at, end);
  const Tag* tag = find(match.tags, Cls::month);
  if (tag == nullptr) return std::nullopt;
  return static_cast<int>(parse_int(tag->value).value_or(1));
}

std::optional<int> MomentReader::english_weekday(std::size_t at) const {
  constexpr std::string_view names[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  for (int i = 0; i < 7; ++i)
    if (w.is(at, names[i])) return i + 1;
  return std::nullopt;
}

std::optional<Moment> MomentReader::english(std::size_t at) const {
  if (const auto m = english_month(at); m && w.capital(at)) return english_from_month(at, *m);
  if (w.is(at, "on") && calendar.published)
    if (const auto weekday = english_weekday(at + 1)) {
      const int back = (calendar.published.weekday() - *weekday + 7) % 7;
      const Date d = calendar.published.plus_days(future ? (back == 0 ? 7 : 7 - back) : -back);
      return days(at, at + 2, d, d);
    }
  if (w.is_any(at, {"on", "from", "of", "between"}) && day(at + 1)) return day_list(at, at + 1, false, true);
  if (day(at) && english_month(at + 1)) return day_list(at, at, false, false);
  if (day(at) && (w.is(at + 1, "to") || w.is_dash(at + 1)) && day(at + 2) && english_month(at + 3)) return day_list(at, at, false, true);
  if (w.is_any(at, {"in", "during", "for", "throughout", "since", "by"}) && year(at + 1)) {
    Moment m = whole_year(at, at + 2, *year(at + 1));
    m.year_stated = true;
    if (w.is(at, "since")) return stretch(at, at + 2, m.from, calendar.published);
    if (w.is_any(at + 2, {"-", "–"}) && year(at + 3)) return years(at, at + 4, *year(at + 1), *year(at + 3));
    return m;
  }
  if (w.is_any(at, {"busy", "the"}) && year(at + 1)) return whole_year(at + 1, at + 2, *year(at + 1));
  if (w.is(at, "from") && year(at + 1) && w.is(at + 2, "to") && year(at + 3)) return years(at, at + 4, *year(at + 1), *year(at + 3));
  if (w.is_any(at, {"last", "this", "next"}) && w.is(at + 1, "year")) {
    return whole_year(at, at + 2, published_year() + (w.is(at, "last") ? -1 : w.is(at, "next") ? 1 : 0));
  }
  if (w.is_any(at, {"during", "over", "throughout"}) && w.is(at + 1, "the") && w.is(at + 2, "year")) return whole_year(at, at + 3, published_month() < 3 ? published_year() - 1 : published_year());
  return english_months(at);
}

std::optional<Moment> MomentReader::english_from_month(std::size_t at, int m) const {
  std::size_t i = at + 1;
  const auto d = day(i);
  if (!d || w.key(i).size() > 2) {
    if (w.is(i, ",")) ++i;
    const auto y = year(i);
    Moment out = whole_month(at, y ? i + 1 : at + 1, y.value_or(year_for(m, 1)), m);
    out.year_stated = y.has_value();
    return out;
  }
  ++i;
  int d2 = *d, m2 = m;
  if ((w.is_dash(i) || w.is_any(i, {"to", "and"})) && day(i + 1)) d2 = *day(i + 1), i += 2;
  else if (w.is(i, "to") && english_month(i + 1) && day(i + 2)) m2 = *english_month(i + 1), d2 = *day(i + 2), i += 3;
  int y = 0;
  if (w.is(i, ",") && year(i + 1)) y = *year(i + 1), i += 2;
  else if (year(i)) y = *year(i++);
  const bool stated = y != 0;
  if (y == 0) y = year_for(m, *d);
  const auto from = Date::from_ymd(y, m, *d), to = Date::from_ymd(y, m2, d2);
  if (!from || !to || *to < *from) return std::nullopt;
  Moment out = days(at, i, *from, *to);
  out.year_stated = stated;
  return out;
}

std::optional<Moment> MomentReader::english_months(std::size_t at) const {
  std::size_t i = at;
  while (w.is_any(i, {"in", "the", "during", "over", "for"})) ++i;
  const bool head = w.is(i, "first"), tail = w.is_any(i, {"last", "second", "final"});
  if (!head && !tail) return std::nullopt;
  ++i;
  int n = 0;
  if (w.is(i, "half")) {
    n = 6;
    ++i;
  } else {
    const auto count = small_count(i);
    if (!count || *count > 12 || !w.is(i, "months")) return std::nullopt;
    n = *count;
    ++i;
  }
  if (w.is(i, "of")) ++i;
  if (w.is_any(i, {"the", "this"}) && w.is(i + 1, "year")) i += 2;
  int y = published_year();
  if (year(i)) y = *year(i++);
  const int first = tail ? 13 - n : 1, last = tail ? 12 : n;
  return stretch(at, i, *Date::from_ymd(y, first, 1), *Date::from_ymd(y, last, days_in_month(y, last)));
}

}  // namespace nc::intake
