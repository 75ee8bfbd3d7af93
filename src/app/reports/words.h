// Words of administrative Vietnamese that drafting needs: lists, periods, capitals.
#pragma once
#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/text.h"

namespace nc::app {

/// The same said in Vietnamese and in English, with the same figures in both. A plain string is said alike in both.
struct Said {
  std::string vi, en;
  Said() = default;
  Said(const char* both) : vi(both), en(both) {}                              // NOLINT(google-explicit-constructor)
  Said(std::string_view both) : vi(both), en(both) {}                         // NOLINT(google-explicit-constructor)
  Said(const std::string& both) : vi(both), en(both) {}                       // NOLINT(google-explicit-constructor)
  Said(const Message& message) : vi(message.vi), en(message.en) {}            // NOLINT(google-explicit-constructor)
  Said(std::string vietnamese, std::string english) : vi(std::move(vietnamese)), en(std::move(english)) {}
  Said& operator+=(const Said& more) {
    vi += more.vi;
    en += more.en;
    return *this;
  }
  bool empty() const { return vi.empty(); }
  friend Said operator+(Said a, const Said& b) {
    a += b;
    return a;
  }
};

/// A stored title in both languages: the English one where the record has it, else the Vietnamese one in quotation marks.
Said titled(const std::string& vi, const std::string& en);

}  // namespace nc::app

namespace nc::app::words {

std::string upper(std::string_view text);        ///< Vietnamese capitals
std::string upper_first(std::string_view text);
std::string lower_first(std::string_view text);  ///< unless the first word is a name of capitals (ASEAN) or a proper noun
std::string joined(const std::vector<std::string>& list, std::string_view separator);
/// "a, b và c"
std::string enumerated(const std::vector<std::string>& list);
// The same of both languages. Templates, so that a plain string is never taken for both by mistake.
template <std::same_as<Said> S>
Said joined(const std::vector<S>& list, std::string_view separator) {
  Said out;
  for (const Said& item : list) {
    if (!out.empty()) out += separator;
    out += item;
  }
  return out;
}
/// "a, b và c", "a, b and c"
template <std::same_as<Said> S>
Said enumerated(const std::vector<S>& list) {
  if (list.size() < 2) return joined(list, "");
  return joined(std::vector<Said>(list.begin(), list.end() - 1), ", ") + Said(" và ", " and ") + list.back();
}
template <std::same_as<Said> S>
Said upper(const S& text) { return {upper(text.vi), upper(text.en)}; }
template <std::same_as<Said> S>
Said upper_first(const S& text) { return {upper_first(text.vi), upper_first(text.en)}; }
/// The Vietnamese begins small, the English stays.
template <std::same_as<Said> S>
Said lower_first(const S& text) { return {lower_first(text.vi), text.en}; }
/// A Vietnamese name without its marks, as English papers write it: "Can Tho".
std::string without_marks(std::string_view text);
/// "29/6/2022", "29 June 2022"
Said day_said(Date d);
/// "ngày 29/6", "29 June"; with the year where it is another than `year`.
Said on_day_said(Date d, int year);
/// "ngày 30 tháng 6 năm 2022", "30 June 2022"
Said paper_day(Date d);
/// "29/6/2022", "05/9/1962": days and months as papers write them.
std::string short_day(Date d);
/// "ngày 29/6" or, outside the year, "ngày 29/6/2022".
std::string on_day(Date d, int year);
/// "6 tháng đầu năm 2022", "năm 2025", "nhiệm kỳ 2018 - 2023": how a report of this kind names its period.
std::string period_name(const std::string& kind, const Period& period);
/// The stretch that the plan is for, and its name.
Period plan_period(const std::string& kind, const Period& period);
std::string plan_name(const std::string& kind, const Period& period);
/// The same in both languages: "the first six months of 2022", "2025", "the term 2018 - 2023".
Said period_said(const std::string& kind, const Period& period);
Said plan_said(const std::string& kind, const Period& period);
Said before_said(const Period& period);
/// "so với cùng kỳ năm 2021", "so với năm 2024": column heads of the period before.
std::string before_name(const Period& period);
/// Sorted as Vietnamese dictionaries do, each once.
std::vector<std::string> sorted(std::vector<std::string> list);

}  // namespace nc::app::words
