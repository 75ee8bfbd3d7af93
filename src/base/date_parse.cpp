// Days as people type them.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <vector>

#include "base/date.h"
#include "base/fold.h"

namespace nc {
namespace {

constexpr std::size_t k_longest = 60;

struct Parts {
  std::string day, month, year;  // digits as typed
};

tl::unexpected<Problem> refused(std::string vi, std::string en) {
  return refuse(Code::invalid, Message(std::move(vi), std::move(en)));
}

tl::unexpected<Problem> not_understood(std::string_view typed) {
  return refused(
      fmt::format("Không đọc được ngày “{}”. Viết ngày/tháng/năm, ví dụ 29/6/2022.", typed),
      fmt::format("“{}” is not a date that can be read. Write day/month/year, for example 29/6/2022.", typed));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int number(const std::string& digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// 1 to 12 for an English month or its first three letters, else 0. `word` is folded.
int english_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (word == names[i] || word == names[i].substr(0, 3)) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// Digit runs and words; a separator (/ - .) is its own piece. Empty when something else occurs.
std::vector<std::string> pieces_of(std::string_view text) {
  enum class Kind { none, digit, letter };
  std::vector<std::string> pieces;
  Kind open = Kind::none;
  for (const char c : text) {
    const bool separator = c == '/' || c == '-' || c == '.';
    const bool letter = (c >= 'a' && c <= 'z');
    if (c == ' ' || c == ',' || separator) {
      if (separator) pieces.emplace_back(1, c);
      open = Kind::none;
    } else if (is_digit(c) || letter) {
      const Kind kind = letter ? Kind::letter : Kind::digit;
      if (open != kind) pieces.emplace_back();
      pieces.back().push_back(c);
      open = kind;
    } else {
      return {};
    }
  }
  return pieces;
}

/// Folds the words and keeps the signs, which fold() would take out.
std::string folded_words(std::string_view text) {
  std::string out;
  std::size_t start = 0;
  const auto flush = [&](std::size_t end) { out += fold(text.substr(start, end - start)); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != ' ' && c != '/' && c != '-' && c != '.' && c != ',') continue;
    flush(i);
    out.push_back(c);
    start = i + 1;
  }
  flush(text.size());
  return out;
}

bool all_digits(const std::string& s) { return !s.empty() && is_digit(s[0]); }

/// day / month / year, day - month - year, day . month . year, year - month - day.
std::optional<Parts> by_signs(const std::vector<std::string>& p) {
  if (p.size() != 5 || p[1] != p[3] || !all_digits(p[0]) || !all_digits(p[2]) || !all_digits(p[4])) return std::nullopt;
  if (p[1] != "/" && p[1] != "-" && p[1] != ".") return std::nullopt;
  if (p[0].size() == 4) return Parts{p[4], p[2], p[0]};
  return Parts{p[0], p[2], p[4]};
}

/// "[ngày] 29 tháng 6 năm 2022", "29 June 2022".
std::optional<Parts> by_words(const std::vector<std::string>& p) {
  const std::size_t at = (!p.empty() && p[0] == "ngay") ? 1 : 0;
  const std::size_t left = p.size() - at;
  if (left == 5 && p[at + 1] == "thang" && p[at + 3] == "nam" && all_digits(p[at]) && all_digits(p[at + 2]) &&
      all_digits(p[at + 4])) {
    return Parts{p[at], p[at + 2], p[at + 4]};
  }
  if (left == 5 && at == 1) return by_signs({p.begin() + 1, p.end()});
  if (left == 3 && at == 0 && all_digits(p[0]) && english_month(p[1]) != 0 && all_digits(p[2])) {
    return Parts{p[0], fmt::format("{}", english_month(p[1])), p[2]};
  }
  return std::nullopt;
}

bool lacks_year(const std::vector<std::string>& p) {
  const std::size_t at = (!p.empty() && p[0] == "ngay") ? 1 : 0;
  return p.size() - at == 3 && all_digits(p[at]) && all_digits(p[at + 2]) && (p[at + 1] == "/" || p[at + 1] == "thang");
}

Result<Date> checked(const Parts& parts, std::string_view typed) {
  if (parts.year.size() != 4) {
    return refused(fmt::format("Ngày “{}” cần năm đủ bốn chữ số, ví dụ 29/6/2022.", typed),
                   fmt::format("“{}” needs a year of four digits, for example 29/6/2022.", typed));
  }
  if (parts.day.size() > 2 || parts.month.size() > 2) return not_understood(typed);
  const int day = number(parts.day);
  const int month = number(parts.month);
  const int year = number(parts.year);
  if (const auto date = Date::from_ymd(year, month, day)) return *date;
  if (year < 1800 || year > 2200) {
    return refused(fmt::format("Năm {} quá xa: ghi năm từ 1800 đến 2200.", year),
                   fmt::format("The year {} is too far off: write a year from 1800 to 2200.", year));
  }
  if (month > 12 && day >= 1 && day <= 12) {
    return refused(fmt::format("Không có tháng {}. Ngày viết trước tháng: {}/{}/{}?", month, month, day, year),
                   fmt::format("There is no month {}. The day goes first: {}/{}/{}?", month, month, day, year));
  }
  if (month < 1 || month > 12) {
    return refused(fmt::format("Không có tháng {}: ghi tháng từ 1 đến 12.", month),
                   fmt::format("There is no month {}: write a month from 1 to 12.", month));
  }
  const int last = days_in_month(year, month);
  return refused(
      fmt::format("Không có ngày {}/{}/{}: tháng {} năm {} có {} ngày.", day, month, year, month, year, last),
      fmt::format("There is no {}/{}/{}: that month has {} days.", day, month, year, last));
}

}  // namespace

Result<Date> parse_date(std::string_view text) {
  if (text.size() > k_longest || !is_utf8(text)) {
    return refused("Ô ngày chứa chữ không phải ngày. Viết ngày/tháng/năm, ví dụ 29/6/2022.",
                   "This is not a date. Write day/month/year, for example 29/6/2022.");
  }
  const std::string typed = mended(text);
  if (typed.empty()) {
    return refused("Chưa ghi ngày. Viết ngày/tháng/năm, ví dụ 29/6/2022.",
                   "No date is given. Write day/month/year, for example 29/6/2022.");
  }
  const auto pieces = pieces_of(folded_words(typed));
  if (const auto parts = by_signs(pieces)) return checked(*parts, typed);
  if (const auto parts = by_words(pieces)) return checked(*parts, typed);
  if (lacks_year(pieces)) {
    return refused(fmt::format("Ngày “{}” còn thiếu năm, ví dụ 29/6/2022.", typed),
                   fmt::format("“{}” lacks its year, for example 29/6/2022.", typed));
  }
  return not_understood(typed);
}

}  // namespace nc
