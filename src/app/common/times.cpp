// Reads and writes times of day.
#include "app/common/times.h"

#include <algorithm>
#include <vector>

#include "app/common/rules.h"
#include "base/fold.h"
#include "base/number.h"

namespace nc::app {

std::optional<int> minutes_of(std::string_view typed) {
  std::string text = fold(typed);
  for (const std::string_view word : {"gio", "phut", "h"})
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) text.replace(at, word.size(), " ");
  std::vector<std::string> numbers(1);
  for (const char c : text) {
    if (c >= '0' && c <= '9') numbers.back() += c;
    else if (c != ' ') return std::nullopt;
    else if (!numbers.back().empty()) numbers.emplace_back();
  }
  if (numbers.back().empty()) numbers.pop_back();
  if (numbers.size() == 1 && numbers[0].size() == 4) numbers = {numbers[0].substr(0, 2), numbers[0].substr(2)};
  if (numbers.empty() || numbers.size() > 2 || std::any_of(numbers.begin(), numbers.end(), [](const auto& n) { return n.size() > 2; })) return std::nullopt;
  const auto hours = parse_int(numbers[0]), minutes = numbers.size() == 2 ? parse_int(numbers[1]) : std::optional<std::int64_t>(0);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return static_cast<int>(*hours * 60 + *minutes);
}

std::string clock_words(int minutes) {
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

void check_times(const std::string& from_typed, const std::string& to_typed, Problems& problems) {
  const auto from = minutes_of(from_typed), to = minutes_of(to_typed);
  if (!from_typed.empty() && !from) complain(problems, "from_time", "Giờ viết như 8:30, 08h30 hoặc 8h.", "Write a time as 8:30, 08h30 or 8h.");
  if (!to_typed.empty() && !to) complain(problems, "to_time", "Giờ viết như 8:30, 08h30 hoặc 8h.", "Write a time as 8:30, 08h30 or 8h.");
  if (!to_typed.empty() && from_typed.empty()) complain(problems, "from_time", "Có giờ xong thì cần giờ bắt đầu.", "A time it ends needs a time it begins.");
  if (from && to && *to <= *from) complain(problems, "to_time", "Giờ xong phải sau giờ bắt đầu.", "It ends before it begins.");
}

Result<bool> times_written_alike(const reg::SaveContext& save, const reg::Cells*, reg::Cells& now) {
  for (const char* column : {"from_time", "to_time"}) {
    const auto at = static_cast<std::size_t>(save.what.column(column));
    if (const auto minutes = minutes_of(db::as_text(now[at]))) now[at] = clock_words(*minutes);
  }
  return true;
}

}  // namespace nc::app
