// Days, spans of days and numbers as they stand in office spreadsheets.
#include "sheets/import_values.h"

#include <algorithm>

#include "base/fold.h"
#include "base/number.h"
#include "file/table_cells.h"
#include "sheets/import.h"

namespace nc::reg {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

/// "2025-12-08 14:30" -> "2025-12-08"; 45999 -> "2025-12-08".
std::string day_value(const std::string& typed) {
  const std::size_t blank = typed.find(' ');
  if (blank != std::string::npos && typed.find(':', blank) != std::string::npos && parse_date(typed.substr(0, blank)))
    return typed.substr(0, blank);
  // Five digits from 1954 to 2100: nothing else is written like this in a column of days.
  if (typed.size() == 5 && std::all_of(typed.begin(), typed.end(), is_digit)) {
    const auto serial = parse_int(typed);
    if (serial && *serial >= 20'000 && *serial <= 73'050)
      if (const auto day = tables::excel_moment(static_cast<double>(*serial), false)) return *day;
  }
  return typed;
}

/// "12 người" -> "12" in a field counted in people.
std::string count_value(const Field& f, const std::string& typed) {
  if (!f.opt.unit) return typed;
  const auto digit = std::find_if(typed.rbegin(), typed.rend(), is_digit);
  if (digit == typed.rend() || digit == typed.rbegin()) return typed;
  const std::size_t end = static_cast<std::size_t>(typed.rend() - digit);
  const std::string word = fold(typed.substr(end));
  if (word.empty() || (word != fold(f.opt.unit->vi) && word != fold(f.opt.unit->en))) return typed;
  return typed.substr(0, end);
}

/// "12", "28/2" completed from the day that ends the span.
std::optional<Date> begin_of(const std::string& typed, Date end) {
  if (const auto whole = parse_date(typed)) return *whole;
  std::string text = mended(typed);
  while (!text.empty() && (text.back() == '/' || text.back() == '.' || text.back() == '-')) text.pop_back();
  const std::size_t slash = text.find_first_of("/.-");
  const auto day = parse_int(text.substr(0, slash));
  const auto month = slash == std::string::npos ? std::optional<std::int64_t>(end.month()) : parse_int(text.substr(slash + 1));
  if (!day || !month || *day < 1 || *day > 31 || *month < 1 || *month > 12) return std::nullopt;
  // "28/12 - 3/1/2026" began the year before.
  const int year = end.year() - (*month > end.month() ? 1 : 0);
  return Date::from_ymd(year, static_cast<int>(*month), static_cast<int>(*day));
}

}  // namespace

std::string office_value(const Field& f, const std::string& typed) {
  if (typed.empty()) return typed;
  if (f.kind == Kind::date) return day_value(typed);
  if (f.kind == Kind::count || f.kind == Kind::integer) return count_value(f, typed);
  return typed;
}

std::optional<Period> parse_day_span(std::string_view typed) {
  std::string text = day_value(mended(typed));
  if (const auto day = parse_date(text)) return Period{*day, *day};
  for (const std::string_view dash : {"–", "—", "−", "~", "->", "→"}) replace_all(text, dash, "-");
  for (const std::string_view word : {" đến hết ngày ", " đến ngày ", " đến ", " tới ngày ", " tới ", " to ", " until "})
    replace_all(text, word, " - ");
  for (const std::string_view word : {"Từ ngày ", "từ ngày ", "Từ ", "từ ", "From ", "from ", "ngày ", "Ngày "})
    replace_all(text, word, "");
  for (std::size_t dash = text.find('-'); dash != std::string::npos; dash = text.find('-', dash + 1)) {
    const auto end = parse_date(mended(text.substr(dash + 1)));
    if (!end) continue;
    const auto begin = begin_of(mended(text.substr(0, dash)), *end);
    if (begin && *begin <= *end) return Period{*begin, *end};
  }
  return std::nullopt;
}

std::vector<std::pair<const Field*, const Field*>> day_spans(const Description& d) {
  std::vector<std::pair<const Field*, const Field*>> out;
  for (const Field& f : d.fields) {
    const std::size_t at = f.name.find("from");
    if (f.kind != Kind::date || at == std::string::npos) continue;
    std::string other = f.name;
    other.replace(at, 4, "to");
    const Field* until = d.find(other);
    if (until && until->kind == Kind::date) out.emplace_back(&f, until);
  }
  return out;
}

}  // namespace nc::reg
