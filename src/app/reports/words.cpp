// Words of administrative Vietnamese that drafting needs: lists, periods, capitals.
#include "app/reports/words.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/fold.h"

namespace nc::app::words {

namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::string two(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

/// Months 1 and 2 take a 0, as the decree wants.
std::string day_month(Date d) { return two(d.day()) + "/" + (d.month() < 3 ? two(d.month()) : std::to_string(d.month())); }

bool is_half(const Period& p, int first_month) {
  return p.from == Date::from_ymd(p.from.year(), first_month, 1) && p.to == Date::from_ymd(p.from.year(), first_month + 5, days_in_month(p.from.year(), first_month + 5));
}

/// From New Year to the end of this month?
bool is_first_months(const Period& p, int months) {
  return p.from == Date::from_ymd(p.from.year(), 1, 1) && p.to == Date::from_ymd(p.from.year(), months, days_in_month(p.from.year(), months));
}

bool whole_years(const Period& p) { return p.from.month() == 1 && p.from.day() == 1 && p.to.month() == 12 && p.to.day() == 31; }

Period span(int from_year, int from_month, int to_year, int to_month) {
  return {*Date::from_ymd(from_year, from_month, 1), *Date::from_ymd(to_year, to_month, days_in_month(to_year, to_month))};
}

}  // namespace

std::string upper(std::string_view text) { return utf8(icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())}).toUpper(icu::Locale("vi"))); }

std::string upper_first(std::string_view text) {
  auto u = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
  if (u.isEmpty()) return {};
  const int next = u.moveIndex32(0, 1);
  return utf8(icu::UnicodeString(u, 0, next).toUpper(icu::Locale("vi")) + icu::UnicodeString(u, next));
}

std::string lower_first(std::string_view text) {
  auto u = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
  if (u.isEmpty()) return {};
  const int next = u.moveIndex32(0, 1);
  const icu::UnicodeString rest(u, next);
  const int second = rest.isEmpty() ? 0 : rest.moveIndex32(0, 1);
  const icu::UnicodeString second_letter(rest, 0, second);
  if (second > 0 && second_letter != icu::UnicodeString(second_letter).toLower(icu::Locale("vi"))) return utf8(u);  // ASEAN
  return utf8(icu::UnicodeString(u, 0, next).toLower(icu::Locale("vi")) + rest);
}

std::string joined(const std::vector<std::string>& list, std::string_view separator) {
  std::string out;
  for (const auto& item : list) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}

std::string enumerated(const std::vector<std::string>& list) {
  if (list.size() < 2) return joined(list, "");
  return joined({list.begin(), list.end() - 1}, ", ") + " và " + list.back();
}

std::string short_day(Date d) { return day_month(d) + "/" + std::to_string(d.year()); }
std::string on_day(Date d, int year) { return "ngày " + (d.year() == year ? day_month(d) : short_day(d)); }

std::string period_name(const std::string& kind, const Period& p) {
  const std::string year = std::to_string(p.from.year());
  if (is_half(p, 1)) return "6 tháng đầu năm " + year;
  if (is_half(p, 7)) return "6 tháng cuối năm " + year;
  if (is_first_months(p, 8)) return "8 tháng đầu năm " + year;
  if (is_first_months(p, 9)) return "9 tháng đầu năm " + year;
  if (p.is_year()) return "năm " + year;
  if (kind == "term" && whole_years(p)) return "nhiệm kỳ " + year + " - " + std::to_string(p.to.year());
  return period_words(p, Lang::vi);
}

Period plan_period(const std::string& kind, const Period& p) {
  const int year = p.to.year();
  if (kind == "term") return span(year + 1, 1, year + 1 + (year - p.from.year()), 12);
  if (p.to.month() == 12) return kind == "annual" || !is_half(p, 7) ? span(year + 1, 1, year + 1, 12) : span(year + 1, 1, year + 1, 6);
  return span(year, p.to.month() + 1, year, 12);
}

std::string plan_name(const std::string& kind, const Period& p) {
  const Period plan = plan_period(kind, p);
  const std::string year = std::to_string(plan.from.year());
  if (kind == "term") return "nhiệm kỳ " + year + " - " + std::to_string(plan.to.year());
  if (plan.is_year()) return "năm " + year;
  if (is_half(plan, 1)) return "6 tháng đầu năm " + year;
  return std::to_string(plan.to.month() - plan.from.month() + 1) + " tháng cuối năm " + year;
}

std::string before_name(const Period& p) {
  const std::string year = std::to_string(p.from.year() - 1);
  return p.is_year() ? "Năm " + year : "Cùng kỳ năm " + year;
}

std::vector<std::string> sorted(std::vector<std::string> list) {
  std::sort(list.begin(), list.end(), [](const std::string& a, const std::string& b) { return collation_key(a) < collation_key(b); });
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return list;
}

// ---- both languages --------------------------------------------------------------------------------------

std::string without_marks(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString apart = nfd->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())}), status);
  icu::UnicodeString plain;
  for (int i = 0; i < apart.length(); ++i) {
    const char16_t c = apart[i];
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    plain.append(c == 0x0111 ? u'd' : c == 0x0110 ? u'D' : c);
  }
  return utf8(plain);
}

namespace {

/// "30 June 2022"
std::string english_day(Date d) {
  const std::string words = format_date_long(d, Lang::en);  // "Thursday 30 June 2022"
  return words.substr(words.find(' ') + 1);
}

constexpr const char* k_numbers[] = {"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};

std::string english_period(const std::string& kind, const Period& p) {
  const std::string year = std::to_string(p.from.year());
  if (is_half(p, 1)) return "the first six months of " + year;
  if (is_half(p, 7)) return "the last six months of " + year;
  if (is_first_months(p, 8)) return "the first eight months of " + year;
  if (is_first_months(p, 9)) return "the first nine months of " + year;
  if (p.is_year()) return year;
  if (kind == "term" && whole_years(p)) return "the term " + year + " - " + std::to_string(p.to.year());
  return period_words(p, Lang::en);
}

}  // namespace

Said day_said(Date d) { return {short_day(d), english_day(d)}; }

Said on_day_said(Date d, int year) {
  std::string en = english_day(d);
  if (d.year() == year) en.resize(en.rfind(' '));
  return {on_day(d, year), en};
}

Said paper_day(Date d) { return {format_date_paper(d), english_day(d)}; }

Said period_said(const std::string& kind, const Period& p) { return {period_name(kind, p), english_period(kind, p)}; }

Said plan_said(const std::string& kind, const Period& p) {
  const Period plan = plan_period(kind, p);
  const std::string year = std::to_string(plan.from.year());
  std::string en = "the last " + std::string(k_numbers[plan.to.month() - plan.from.month() + 1]) + " months of " + year;
  if (kind == "term") en = "the term " + year + " - " + std::to_string(plan.to.year());
  else if (plan.is_year()) en = year;
  else if (is_half(plan, 1)) en = "the first six months of " + year;
  return {plan_name(kind, p), en};
}

Said before_said(const Period& p) {
  const std::string year = std::to_string(p.from.year() - 1);
  return {before_name(p), p.is_year() ? year : "Same period of " + year};
}

}  // namespace nc::app::words

namespace nc::app {

Said titled(const std::string& vi, const std::string& en) { return {vi, en.empty() ? "“" + vi + "”" : en}; }

}  // namespace nc::app
