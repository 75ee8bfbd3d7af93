// Numbers of dates, and the moments they make.
#include "intake/moment_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/number.h"

namespace nc::intake {

std::optional<int> MomentReader::plain(std::size_t at, std::size_t digits) const {
  if (at >= end || !w.is_number(at) || w.key(at).size() > digits) return std::nullopt;
  const auto n = parse_int(w.key(at));
  return n ? std::optional<int>(static_cast<int>(*n)) : std::nullopt;
}

std::optional<int> MomentReader::year(std::size_t at) const {
  const auto n = plain(at, 4);
  return n && w.key(at).size() == 4 && *n >= k_first_year && *n <= k_last_year ? n : std::nullopt;
}

std::optional<int> MomentReader::day(std::size_t at) const {
  const auto n = plain(at, 2);
  return n && *n >= 1 && *n <= 31 ? n : std::nullopt;
}

std::optional<int> MomentReader::month(std::size_t at) const {
  const auto n = plain(at, 2);
  return n && *n >= 1 && *n <= 12 ? n : std::nullopt;
}

std::optional<int> MomentReader::month_in_words(std::size_t at) const {
  constexpr std::string_view names[] = {"giêng", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "chạp"};
  for (std::size_t i = 0; i < 12; ++i)
    if (w.is(at, names[i]) && i != 4) return static_cast<int>(i) + 1;
  return std::nullopt;
}

int MomentReader::year_for(int month_number, int day_number) const {
  if (!calendar.published) return 2020;
  const int now = calendar.published.year();
  const auto this_year = Date::from_ymd(now, month_number, std::min(day_number, days_in_month(now, month_number)));
  if (!this_year) return now;
  if (future) return *this_year < calendar.published ? now + 1 : now;
  // A month ahead is still "this year" for an article that announces.
  return *this_year > calendar.published.plus_days(45) ? now - 1 : now;
}

Moment MomentReader::days(std::size_t first, std::size_t last, Date from, Date to) {
  Moment m;
  m.first = static_cast<std::uint32_t>(first);
  m.last = static_cast<std::uint32_t>(last);
  m.kind = Moment::Kind::day;
  m.from = from;
  m.to = to;
  m.date = from.iso();
  return m;
}

Moment MomentReader::stretch(std::size_t first, std::size_t last, Date from, Date to) {
  Moment m = days(first, last, from, to);
  m.kind = Moment::Kind::period;
  m.years = from && to && to.days() - from.days() > 370;
  m.date.clear();
  return m;
}

Moment MomentReader::whole_year(std::size_t first, std::size_t last, int y) {
  Moment m = stretch(first, last, *Date::from_ymd(y, 1, 1), *Date::from_ymd(y, 12, 31));
  m.date = fmt::format("{:04}", y);
  return m;
}

Moment MomentReader::whole_month(std::size_t first, std::size_t last, int y, int m) {
  Moment out = stretch(first, last, *Date::from_ymd(y, m, 1), *Date::from_ymd(y, m, days_in_month(y, m)));
  out.kind = Moment::Kind::month;
  out.date = fmt::format("{:04}-{:02}", y, m);
  return out;
}

Moment MomentReader::years(std::size_t first, std::size_t last, int a, int b) {
  return stretch(first, last, *Date::from_ymd(a, 1, 1), *Date::from_ymd(b, 12, 31));
}

}  // namespace nc::intake
