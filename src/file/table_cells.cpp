// Numbers and days of table files, free of locales.
#include "file/table_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace nc::tables {
namespace {

constexpr double k_exact = 9007199254740992.0;  // 2^53: larger whole numbers lose digits in a spreadsheet
constexpr double k_last_serial = 2958466;       // 31/12/9999

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<double> plain_number(std::string_view cell) {
  std::string_view digits = cell.starts_with('-') ? cell.substr(1) : cell;
  if (digits.empty() || !is_digit(digits.front()) || !is_digit(digits.back())) return std::nullopt;
  if (!std::ranges::all_of(digits, [](char c) { return is_digit(c) || c == '.'; })) return std::nullopt;
  if (std::ranges::count(digits, '.') > 1) return std::nullopt;
  // A code with a leading zero ("007") is not a number.
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return std::nullopt;
  if (std::ranges::count_if(digits, is_digit) > 15 + (digits[0] == '0' ? 1 : 0)) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || std::abs(value) > k_exact) return std::nullopt;
  return value;
}

bool would_run(std::string_view cell) {
  const auto first = cell.find_first_not_of('\'');
  return first != std::string_view::npos && std::string_view("=+-@\t\r").find(cell[first]) != std::string_view::npos;
}

bool is_plain(std::string_view cell, Kind kind) {
  switch (kind) {
    case Kind::text:
      return false;
    case Kind::integer:
      return cell.find('.') == std::string_view::npos && plain_number(cell).has_value();
    case Kind::decimal:
      return plain_number(cell).has_value();
    case Kind::date:
      return Date::from_iso(cell).has_value();
  }
  return false;
}

int excel_serial(Date day) {
  const int serial = day.days() + 25569;  // 1970-01-01 is 25569
  return serial < 61 ? serial - 1 : serial;
}

std::optional<std::string> excel_moment(double serial, bool from_1904) {
  if (!(serial >= 0 && serial < k_last_serial)) return std::nullopt;
  auto minutes = static_cast<std::int64_t>(std::llround(serial * 1440));
  const std::int64_t day = minutes / 1440;
  minutes %= 1440;
  const std::string hour = minutes == 0 ? "" : fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
  if (day == 0 && !from_1904) return hour.empty() ? std::nullopt : std::optional(hour);
  std::int64_t days = day - 25569 + (from_1904 ? 1462 : 0);
  if (!from_1904 && day < 60) ++days;
  if (!from_1904 && day == 60) return std::nullopt;  // 29/02/1900
  const Date date = Date::from_days(static_cast<std::int32_t>(days));
  if (!date || date.year() < 1800 || date.year() > 2200) return std::nullopt;
  return hour.empty() ? date.iso() : date.iso() + " " + hour;
}

std::string plain_text(double value) {
  if (!std::isfinite(value)) return {};
  if (value == std::floor(value) && std::abs(value) < k_exact)
    return fmt::format("{}", static_cast<std::int64_t>(value));
  std::string text = fmt::format("{:.15g}", value);
  if (text.find('e') == std::string::npos) return text;
  text = fmt::format("{:.20f}", value);
  if (std::abs(value) >= 1) text = fmt::format("{:.0f}", value);
  while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) {
    const bool point = text.back() == '.';
    text.pop_back();
    if (point) break;
  }
  return text;
}

bool is_date_format(std::string_view code) {
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') {
      i = code.find('"', i + 1);
      if (i == std::string_view::npos) return false;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t end = code.find(']', i);
      if (end == std::string_view::npos) return false;
      const char inner = code[i + 1];
      if (inner == 'h' || inner == 'H' || inner == 'm' || inner == 's') return true;
      i = end;
    } else if (std::string_view("dDmMyYhHsS").find(c) != std::string_view::npos) {
      return true;
    } else if (code.substr(i).starts_with("General")) {
      i += 6;
    }
  }
  return false;
}

}  // namespace nc::tables
