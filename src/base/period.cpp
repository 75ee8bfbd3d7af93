// Periods of the command line and address bar, and their words.
#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/date.h"
#include "base/fold.h"
#include "base/period_typed.h"

namespace nc {
namespace {

constexpr std::array<std::string_view, 4> k_roman{"I", "II", "III", "IV"};
constexpr std::array<std::string_view, 13> k_counts{"",      "one",   "two",  "three", "four",   "five",  "six",
                                                    "seven", "eight", "nine", "ten",   "eleven", "twelve"};

/// Months `first` to `last` of `year`, whole.
std::optional<Period> months(int year, int first, int last) {
  if (first < 1 || last < first || last > 12) return std::nullopt;
  const auto from = Date::from_ymd(year, first, 1);
  const auto to = Date::from_ymd(year, last, days_in_month(year, last));
  if (!from || !to) return std::nullopt;
  return Period{*from, *to};
}

/// Digits only; -1 when it is anything else.
int number(std::string_view text) {
  int value = -1;
  const auto end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  const bool plain = !text.empty() && text[0] >= '0' && text[0] <= '9';
  return plain && error == std::errc{} && stop == end ? value : -1;
}

/// One period without "..".
std::optional<Period> simple(std::string_view text) {
  if (const auto day = Date::from_iso(text)) return Period{*day, *day};
  if (text.size() < 4) return std::nullopt;
  const int year = number(text.substr(0, 4));
  if (year < 0) return std::nullopt;
  if (text.size() == 4) return months(year, 1, 12);
  if (text[4] != '-' || text.size() < 7 || text.size() > 8) return std::nullopt;
  const std::string_view rest = text.substr(5);
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  const int after_letter = number(rest.substr(1));
  if (upper(rest[0]) == 'H' && rest.size() == 2) {
    if (after_letter < 1 || after_letter > 2) return std::nullopt;
    return months(year, after_letter * 6 - 5, after_letter * 6);
  }
  if (upper(rest[0]) == 'Q' && rest.size() == 2) {
    if (after_letter < 1 || after_letter > 4) return std::nullopt;
    return months(year, after_letter * 3 - 2, after_letter * 3);
  }
  if (upper(rest.back()) == 'M') return months(year, 1, number(rest.substr(0, rest.size() - 1)));
  if (rest.size() != 2) return std::nullopt;
  return months(year, number(rest), number(rest));
}

tl::unexpected<Problem> refused(std::string vi, std::string en) {
  return refuse(Code::invalid, Message(std::move(vi), std::move(en)), "period");
}

bool is_month_end(Date d) { return d.day() == days_in_month(d.year(), d.month()); }
bool is_whole_months(const Period& p) { return p.from && p.to && p.from.day() == 1 && is_month_end(p.to); }

/// What a period is, for its code and its words.
struct Shape {
  enum Kind { year, half, quarter, month, first_months, years, day, days } kind = days;
  int which = 0;  ///< number of the half, quarter or month, or how many months
};

Shape shape_of(const Period& p) {
  if (p.from == p.to) return {Shape::day, 0};
  if (!is_whole_months(p)) return {Shape::days, 0};
  const int first = p.from.month();
  const int last = p.to.month();
  if (p.from.year() != p.to.year()) {
    return first == 1 && last == 12 ? Shape{Shape::years, 0} : Shape{Shape::days, 0};
  }
  if (first == 1 && last == 12) return {Shape::year, 0};
  if (first == last) return {Shape::month, first};
  if (last - first == 5 && first % 6 == 1) return {Shape::half, last / 6};
  if (last - first == 2 && first % 3 == 1) return {Shape::quarter, last / 3};
  if (first == 1) return {Shape::first_months, last};
  return {Shape::days, 0};
}

std::string long_day(Date d, Lang lang) {
  if (lang == Lang::vi) return format_date(d, lang);
  return fmt::format("{} {} {}", d.day(), month_name(d.month()), d.year());
}

std::string words_vi(const Period& p, Shape shape) {
  const int year = p.from.year();
  switch (shape.kind) {
    case Shape::year:
      return fmt::format("năm {}", year);
    case Shape::half:
      return fmt::format("6 tháng {} năm {}", shape.which == 1 ? "đầu" : "cuối", year);
    case Shape::quarter:
      return fmt::format("quý {}/{}", k_roman[static_cast<std::size_t>(shape.which - 1)], year);
    case Shape::month:
      return fmt::format("tháng {}/{}", shape.which, year);
    case Shape::first_months:
      return fmt::format("{} tháng đầu năm {}", shape.which, year);
    case Shape::years:
      return fmt::format("giai đoạn {} - {}", year, p.to.year());
    case Shape::day:
      return fmt::format("ngày {}", long_day(p.from, Lang::vi));
    case Shape::days:
      break;
  }
  return fmt::format("từ {} đến {}", long_day(p.from, Lang::vi), long_day(p.to, Lang::vi));
}

std::string words_en(const Period& p, Shape shape) {
  const int year = p.from.year();
  const auto which = static_cast<std::size_t>(shape.which);
  switch (shape.kind) {
    case Shape::year:
      return fmt::format("{}", year);
    case Shape::half:
      return fmt::format("{} half of {}", shape.which == 1 ? "first" : "second", year);
    case Shape::quarter:
      return fmt::format("Q{} {}", shape.which, year);
    case Shape::month:
      return fmt::format("{} {}", month_name(static_cast<int>(which)), year);
    case Shape::first_months:
      return fmt::format("first {} months of {}", k_counts[which], year);
    case Shape::years:
      return fmt::format("{} to {}", year, p.to.year());
    case Shape::day:
      return long_day(p.from, Lang::en);
    case Shape::days:
      break;
  }
  return fmt::format("{} to {}", long_day(p.from, Lang::en), long_day(p.to, Lang::en));
}

std::string open_words(const Period& p, Lang lang) {
  if (!p.from && !p.to) return lang == Lang::vi ? "mọi thời gian" : "all time";
  if (p.from) return fmt::format("{} {}", lang == Lang::vi ? "từ" : "from", long_day(p.from, lang));
  return fmt::format("{} {}", lang == Lang::vi ? "đến" : "until", long_day(p.to, lang));
}

}  // namespace

Period Period::year_before() const {
  Period before{from.plus_months(-12), to.plus_months(-12)};
  if (is_whole_months(*this) && before.to) {
    const int last = days_in_month(before.to.year(), before.to.month());
    before.to = before.to.plus_days(last - before.to.day());
  }
  return before;
}

bool Period::is_year() const { return from && to && shape_of(*this).kind == Shape::year; }

Result<Period> parse_period(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const auto dots = text.find("..");
  const auto first = simple(text.substr(0, dots));
  const auto last = dots == std::string_view::npos ? first : simple(text.substr(dots + 2));
  if (!first || !last) {
    if (const auto said = period_from_words(text)) return *said;
    const std::string shown = text.size() <= 40 && is_utf8(text) ? mended(text) : "...";
    return refused(fmt::format("Không đọc được kỳ “{}”. Viết như: 6 tháng đầu năm 2022, quý III/2022, 8 tháng 2022, tháng 8/2022, năm 2022, "
                               "giai đoạn 2018 - 2023, từ 01/01/2022 đến 31/08/2022.",
                               shown),
                   fmt::format("“{}” is not a period that can be read. Write: first half of 2022, Q3 2022, first 8 months of 2022, August 2022, 2022, "
                               "2018 to 2023, 1 January 2022 to 31 August 2022.",
                               shown));
  }
  if (last->to < first->from) {
    return refused(fmt::format("Kỳ kết thúc ({}) trước khi bắt đầu ({}). Đổi chỗ hai mốc.",
                               format_date(last->to, Lang::vi), format_date(first->from, Lang::vi)),
                   fmt::format("The period ends ({}) before it begins ({}). Swap the two ends.",
                               format_date(last->to, Lang::en), format_date(first->from, Lang::en)));
  }
  return Period{first->from, last->to};
}

std::string period_code(const Period& period) {
  if (!period.from || !period.to) {
    return period.from || period.to ? period.from.iso() + ".." + period.to.iso() : std::string();
  }
  const Shape shape = shape_of(period);
  const int year = period.from.year();
  switch (shape.kind) {
    case Shape::year:
      return fmt::format("{}", year);
    case Shape::half:
      return fmt::format("{}-H{}", year, shape.which);
    case Shape::quarter:
      return fmt::format("{}-Q{}", year, shape.which);
    case Shape::month:
      return fmt::format("{}-{:02}", year, shape.which);
    case Shape::first_months:
      return fmt::format("{}-{}M", year, shape.which);
    case Shape::years:
      return fmt::format("{}..{}", year, period.to.year());
    case Shape::day:
      return period.from.iso();
    case Shape::days:
      break;
  }
  return period.from.iso() + ".." + period.to.iso();
}

std::string period_words(const Period& period, Lang lang) {
  if (!period.from || !period.to) return open_words(period, lang);
  const Shape shape = shape_of(period);
  return lang == Lang::vi ? words_vi(period, shape) : words_en(period, shape);
}

std::optional<Period> parse_days(std::string_view text) {
  if (const auto period = parse_period(text)) return *period;
  const std::size_t dots = text.find("..");
  const auto day = [](std::string_view typed) -> std::optional<Date> {
    if (typed.empty()) return Date{};
    const auto parsed = parse_date(typed);
    return parsed ? std::optional(*parsed) : std::nullopt;
  };
  const auto from = day(text.substr(0, dots)), to = dots == std::string_view::npos ? from : day(text.substr(dots + 2));
  if (!from || !to || (!*from && !*to) || (*from && *to && *to < *from)) return std::nullopt;
  return Period{*from, *to};
}

}  // namespace nc
