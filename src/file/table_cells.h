// Plain values in cells of table files, and the day numbers of Excel.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "file/table.h"

namespace nc::tables {

/// Does the cell hold a plain value of the kind (so that it can be written as a number or a day)?
bool is_plain(std::string_view cell, Kind kind);
/// Would a spreadsheet run the cell (= + - @ tab, also behind ' signs that were put there to stop it)?
bool would_run(std::string_view cell);
/// Plain decimal with a point ("-0.5", "35842600000"); nullopt for everything else, and for what a double can't keep.
std::optional<double> plain_number(std::string_view cell);

/// Day number of Excel's 1900 calendar, which has a 29 February 1900 that never was.
int excel_serial(Date day);
/// A cell number in a date format as text: "2025-12-08", "2025-12-08 14:30", "14:30"; nullopt when it is no day Excel
/// or this program knows.
std::optional<std::string> excel_moment(double serial, bool from_1904);
/// A number as a person would write it plainly: no exponent, at most 15 digits, no ".0".
std::string plain_text(double value);
/// Is it a format that shows a day or an hour ("dd/mm/yyyy", "[$-409]h:mm")? Words in quotes and colours don't count.
bool is_date_format(std::string_view code);

}  // namespace nc::tables
