// Coming occasions: the next day of each rule.
#include "app/calendar/coming.h"

#include <algorithm>

#include "app/common/table.h"
#include "base/number.h"

namespace nc::app {

namespace {

Date month_day(int year, std::string_view text) {
  if (text.size() < 5 || text[2] != '-') return {};
  const auto month = parse_int(text.substr(0, 2)), day = parse_int(text.substr(3, 2));
  if (!month || !day) return {};
  // 29 February is kept on the 28th in years that have none.
  auto date = Date::from_ymd(year, static_cast<int>(*month), static_cast<int>(*day));
  if (!date && *month == 2 && *day == 29) date = Date::from_ymd(year, 2, 28);
  return date.value_or(Date{});
}

/// Lunar feasts stand in a table by lunar year; the twelfth month falls into the next solar year.
Date lunar_day(std::string_view code, int year) {
  const TsvTable& table = reference_table("observance_dates.tsv");
  for (const auto& row : table.rows())
    if (table.cell(row, "code") == code)
      if (auto day = Date::from_iso(table.cell(row, "solar_date")); day && day->year() == year) return *day;
  return {};
}

Date khmer_new_year(int year) {
  const TsvTable& table = reference_table("solar_new_year.tsv");
  for (const auto& row : table.rows())
    if (table.cell(row, "year") == std::to_string(year)) return Date::from_iso(table.cell(row, "moha_songkran_date")).value_or(Date{});
  return {};
}

int number_of(std::string_view word, std::initializer_list<std::string_view> words) {
  int n = 1;
  for (auto w : words) {
    if (word == w) return n;
    ++n;
  }
  return 0;
}

/// "second_sunday_may"
Date nth_weekday(int year, std::string_view text) {
  const auto first = text.find('_'), second = text.find('_', first + 1);
  if (second == std::string_view::npos) return {};
  const int nth = number_of(text.substr(0, first), {"first", "second", "third", "fourth", "fifth"});
  const int weekday = number_of(text.substr(first + 1, second - first - 1), {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
  const int month = number_of(text.substr(second + 1), {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"});
  if (nth == 0 || weekday == 0 || month == 0) return {};
  const Date start = *Date::from_ymd(year, month, 1);
  return start.plus_days((weekday - start.weekday() + 7) % 7 + 7 * (nth - 1));
}

}  // namespace

Date occasion_day(std::string_view code, std::string_view rule, int year) {
  const auto colon = rule.find(':');
  const auto kind = rule.substr(0, colon), value = colon == std::string_view::npos ? std::string_view{} : rule.substr(colon + 1);
  if (kind == "fixed" || kind == "fixed_range") return month_day(year, value);
  if (kind == "lunar") return lunar_day(code, year);
  if (kind == "solar_new_year") return khmer_new_year(year);
  if (kind == "weekday") return nth_weekday(year, value);
  return {};
}

std::vector<Coming> coming_occasions(db::ReadDb& db, const Actor& actor, Date from, int days) {
  std::vector<Coming> out;
  const Condition scope = shared_scope(actor, "o");
  const std::string sql = "SELECT o.id, o.code, o.name, o.name_en, o.countries, o.rule, o.base_year, o.status FROM occasion o WHERE o.deleted = 0 AND " + scope.sql;
  db.each(db::Sql::built(sql), scope.params, [&](const db::Row& row) {
    for (int year : {from.year(), from.year() + 1}) {
      const Date day = occasion_day(row.text(1), row.text(5), year);
      if (!day || day < from || day.days() - from.days() > days) continue;
      Coming c{row.integer(0), std::string(row.text(2)), std::string(row.text(3)), std::string(row.text(4)), day, 0, row.text(7) != "recalled"};
      if (c.name_en.empty()) c.name_en = c.name_vi;
      if (row.integer(6) > 0) c.ordinal = year - static_cast<int>(row.integer(6));
      out.push_back(std::move(c));
      break;
    }
    return true;
  });
  auto roundness = [](int n) { return n > 0 && n % 10 == 0 ? 2 : n > 0 && n % 5 == 0 ? 1 : 0; };
  std::stable_sort(out.begin(), out.end(), [&](const Coming& a, const Coming& b) {
    return a.date != b.date ? a.date < b.date : roundness(a.ordinal) > roundness(b.ordinal);
  });
  return out;
}

}  // namespace nc::app
