// The parts of the grammar of dates and periods; moments.h is what others use.
#pragma once
#include <optional>

#include "intake/moments.h"

namespace nc::intake {

/// Reads at a token of `w`, not beyond `end`. Every function returns nothing where its words don't stand, and then has no effect.
struct MomentReader {
  static constexpr int k_first_year = 1900, k_last_year = 2100;

  const Words& w;
  std::size_t end;
  const Calendar& calendar;
  bool future;  ///< in plans a day without a year is the next one, else the last

  /// A number of at most `digits` digits, without separators.
  std::optional<int> plain(std::size_t at, std::size_t digits) const;
  std::optional<int> year(std::size_t at) const;
  std::optional<int> day(std::size_t at) const;
  std::optional<int> month(std::size_t at) const;
  /// "tháng tư", "tháng ba".
  std::optional<int> month_in_words(std::size_t at) const;
  std::optional<int> english_month(std::size_t at) const;
  /// Monday is 1, Sunday 7.
  std::optional<int> english_weekday(std::size_t at) const;
  /// A sign between the parts of a date, glued to the first: "/", "-", ".".
  bool separator(std::size_t at) const { return at < end && (w.is(at, "/") || w.is(at, "-") || w.is(at, ".")) && w.glued(at); }

  int published_month() const { return calendar.published ? calendar.published.month() : 12; }
  int published_year() const { return calendar.published ? calendar.published.year() : 2020; }
  /// Year of a day without one: the last such day before publication, in plans the next.
  int year_for(int month_number, int day_number) const;

  static Moment days(std::size_t first, std::size_t last, Date from, Date to);
  static Moment stretch(std::size_t first, std::size_t last, Date from, Date to);
  static Moment whole_year(std::size_t first, std::size_t last, int y);
  static Moment whole_month(std::size_t first, std::size_t last, int y, int m);
  static Moment years(std::size_t first, std::size_t last, int a, int b);

  struct Part {
    int d = 0, m = 0, y = 0;
    std::size_t next = 0;
  };
  /// "29/6/2022", "29/6", "24-3-2018", "29 tháng 6 năm 2022", "29 June 2022" from `at`; without month only `d` is set.
  std::optional<Part> part(std::size_t at, bool dash_is_month) const;
  /// One day or several ("24 và 25-3", "14 đến 17/5", "28/2 đến 3/3"), from the first day number.
  std::optional<Moment> day_list(std::size_t first, std::size_t at, bool marked, bool range) const;
  /// "ngày 25.5", "ngày 25.5.2024": the tokenizer took it for one number.
  std::optional<Moment> dotted_day(std::size_t first, std::size_t at) const;
  /// "ngày 5/9/2024", "sáng 14-5", "từ ngày 2 đến 7-9".
  std::optional<Moment> vietnamese_day(std::size_t at) const;

  /// "tháng 5", "đầu tháng 5/2024", "từ tháng 1 đến tháng 9 năm 2024", "tháng này".
  std::optional<Moment> vietnamese_month(std::size_t at) const;
  std::optional<int> roman(std::size_t at) const;
  /// "quý I năm 2024".
  std::optional<Moment> quarter(std::size_t at) const;
  /// A small count in digits or words.
  std::optional<int> small_count(std::size_t& i) const;
  std::optional<int> read_number(std::size_t& i) const;
  /// "6 tháng đầu năm 2022", "10 tháng năm 2019", "9 tháng qua", "trong 11 tháng", "nửa đầu năm 2024", "12 tháng".
  std::optional<Moment> months(std::size_t at) const;
  /// "từ năm 2015 đến nay", "kể từ ...": up to the day of publication.
  std::optional<Moment> since(std::size_t at) const;
  /// "năm 2023", "giai đoạn 2018-2023", "nhiệm kỳ 2018 - 2023", "(2014-2021)", "trong năm", "năm qua", "nhiệm kỳ qua".
  std::optional<Moment> year_words(std::size_t at) const;
  std::optional<Moment> year_range(std::size_t first, std::size_t at) const;
  /// "đến ngày 15/12", "tính đến hết tháng 10": the end of the running period.
  std::optional<Moment> until(std::size_t at) const;
  /// "hôm nay", "hôm qua", "yesterday", "today".
  std::optional<Moment> relative(std::size_t at) const;

  /// English: "January 12, 2024", "on 12 January", "14 to 17 May", "May 14-17", "in March 2019", "in 2023", "last year" ...
  std::optional<Moment> english(std::size_t at) const;
  std::optional<Moment> english_from_month(std::size_t at, int m) const;
  /// "the first six months of 2024", "the first half of 2024", "first quarter".
  std::optional<Moment> english_months(std::size_t at) const;
};

}  // namespace nc::intake
