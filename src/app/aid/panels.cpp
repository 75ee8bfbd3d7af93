// The stages of an aid record with their days and papers.
#include <algorithm>
#include <map>

#include "app/aid/entries.h"
#include "app/aid/public.h"
#include "html/components.h"

namespace nc::app {

namespace {

std::string text_of(const reg::PanelContext& x, const char* column) {
  const int at = x.what.column(column);
  return at < 0 ? std::string() : db::as_text(x.cells[static_cast<std::size_t>(at)]);
}

std::string day_words(const std::string& iso, Lang lang) {
  const auto day = Date::from_iso(iso);
  return day ? format_date(*day, lang) : std::string();
}

/// How far an item is: the number of its stage, 0 to 5. Suspended items stand where they stopped.
int stage_number(const std::string& status) {
  static const std::map<std::string, int> k_stage{{"mobilising", 0}, {"appraising", 1}, {"approved", 2}, {"implementing", 3}, {"suspended", 3}, {"completed", 4}, {"closed", 5}};
  const auto found = k_stage.find(status);
  return found == k_stage.end() ? -1 : found->second;
}

std::string percent_words(double part, Lang lang) { return format_decimal(part * 100, 0, lang) + "%"; }

}  // namespace

Html aid_stages(const reg::PanelContext& x) {
  const int now = stage_number(text_of(x, "status"));
  if (now < 0) return Html(x.lang);
  const auto values = aid_entries(x.db, x.id);
  const auto part = totals_of(values).part();
  const auto first = std::find_if(values.begin(), values.end(), [](const AidEntry& v) { return v.basis == "committed"; });
  std::vector<Stage> stages{
      {.label = Text("Vận động", "Mobilising"), .date = first == values.end() ? std::string() : day_words(first->date, x.lang)},
      {.label = Text("Thẩm định", "Appraisal")},
      {.label = Text("Phê duyệt", "Approval"), .date = day_words(text_of(x, "decision_date"), x.lang), .detail = text_of(x, "decision_no")},
      {.label = Text("Thực hiện", "Implementation"), .date = day_words(text_of(x, "from_date"), x.lang)},
      {.label = Text("Nghiệm thu", "Acceptance"), .date = day_words(text_of(x, "to_date"), x.lang)},
      {.label = Text("Khép hồ sơ", "Closing")}};
  if (part) stages[3].detail = percent_words(*part, x.lang) + (x.lang == Lang::vi ? " đã giải ngân" : " disbursed");
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const int number = static_cast<int>(i);
    const bool ended = now == 5 || (now == 4 && number == 4);
    stages[i].state = number < now || ended ? Stage::State::done : number == now ? Stage::State::current : Stage::State::todo;
    if (number == 3) stages[i].part = part.value_or(0);
  }
  return card(x.lang, {.body = stage_bar(x.lang, stages)});
}

}  // namespace nc::app
