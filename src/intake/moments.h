// Dates and periods in running text, relative ones against the day of publication.
#pragma once
#include <optional>
#include <string>

#include "base/date.h"
#include "intake/words.h"

namespace nc::intake {

struct Moment {
  enum class Kind {
    day,     ///< one day, or several days in a row of one event
    month,   ///< "tháng 3/2019", "đầu tháng 3"
    period,  ///< a stretch that figures are counted over: "6 tháng đầu năm", "giai đoạn 2018-2023", "năm 2023"
    until,   ///< "đến ngày 15/12": the period that runs ends there
  };
  std::uint32_t first = 0, last = 0;  ///< tokens
  Kind kind = Kind::day;
  std::string date;      ///< as exact as stated; of several days the first; "" for periods that are no year
  Date from, to;
  bool years = false;    ///< longer than one year: figures in it are cumulative
  bool before = false;   ///< "năm ngoái", "cùng kỳ": compared with, not counted in
  bool year_stated = false;
};

/// Day a text was published and the year it is mostly about: what "ngày 5/3" and "từ đầu năm đến nay" rest on.
struct Calendar {
  Date published;
};

/// The date or period that begins at token `at`; nullopt when none does. `future`: the sentence speaks of plans, so a day
/// without year is the next one, not the last.
std::optional<Moment> read_moment(const Words& words, std::size_t at, std::size_t end, const Calendar& calendar, bool future);

}  // namespace nc::intake
