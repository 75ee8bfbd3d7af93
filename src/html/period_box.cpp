// The control for a period: chosen from a list in words, or typed.
#include "html/period_box.h"

#include "base/period_typed.h"
#include "base/words.h"

namespace nc {

Control period_box(Lang lang, Control c, int year) { return period_box(lang, std::move(c), usual_periods(year)); }

Control period_box(Lang lang, Control c, const std::vector<Period>& offered) {
  c.type = "combo";
  if (const auto period = parse_period(c.value)) c.value = capital(period_words(*period, lang));
  if (c.hint.empty())
    c.hint = Text("Chọn trong danh sách hoặc gõ: 6 tháng đầu năm 2026, quý II/2026, 8 tháng 2022", "Choose from the list or type: first half of 2026, Q2 2026, first 8 months of 2022");
  for (const Period& p : offered) {
    const std::string words = capital(period_words(p, lang));
    c.options.emplace_back(words, words);
  }
  return c;
}

}  // namespace nc
