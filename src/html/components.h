// Shared parts of pages, as named in the design (class names of assets/css).
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/number.h"
#include "html/html.h"

namespace nc {

/// A figure on a page: a link that opens its rows. Without scripts the href is a full page.
struct FigureLink {
  std::string href;          ///< /figures/I17?org=ct-tp&period=2025
  std::string shown;         ///< "57"
  Message spoken;            ///< accessible name: "57 đoàn vào, năm 2025, mở bản ghi"
  bool stale = false, disputed = false, frozen = false, large = false;
};
Html figure(Lang lang, const FigureLink& f);

enum class Tone { neutral, ok, warn, bad, info, out };
Html badge(Lang lang, const Message& label, Tone tone = Tone::neutral, std::string_view icon = "");
/// "minh họa" mark of illustrative rows.
Html illustrative_mark(Lang lang);

/// Chip that opens a piece of evidence; kind: scan, press, decision, photo, missing.
Html evidence_chip(Lang lang, std::string_view kind, std::string_view label, std::string_view href);

/// One control of a form with label (both languages), hint, message.
struct Control {
  std::string name;
  Message label, hint;
  std::string value;
  std::string error;         ///< in the page's language, or ""
  bool required = false;
  std::string type = "text"; ///< text, textarea, date, number, select, multi, checkbox, radio, combo
  int max_length = 0;
  std::vector<std::pair<std::string, std::string>> options;  ///< value, label (select, multi, radio)
  std::vector<std::string> chosen;                           ///< multi
  std::string suffix;        ///< unit behind the box: "người"
  std::string placeholder;
  /// combo: address that answers ?q= with [{"value": "DT-012", "label": "Quỹ Schneider"}]. The input named `name` holds the
  /// code (the server takes a code or an exact title, so it works by typing without scripts); scripts put a list box over
  /// it that shows labels; `value_label` is the label of the present value.
  std::string lookup;
  std::string value_label;
};
Html control(Lang lang, const Control& c);
/// "Còn 2 chỗ cần sửa": links to the fields; role=alert.
Html error_summary(Lang lang, const std::vector<std::pair<std::string, std::string>>& field_and_message);

/// Incoming and outgoing drawn to one scale on both sides of an axis.
struct BalanceRow {
  std::string iso2;
  std::string label;
  std::int64_t in = 0, out = 0;
  std::string in_href, out_href;
};
Html balance(Lang lang, const std::vector<BalanceRow>& rows);

/// Horizontal bars as SVG with the value printed; one colour, longest first as given.
struct BarRow { std::string label, href, shown; double value = 0; std::string sub; std::string sub_href; };
Html bars(Lang lang, const std::vector<BarRow>& rows);

/// An ECharts chart: `json` is the option object (data only, no functions). A table with the same numbers
/// goes with it; it is what readers without scripts see.
struct ChartTable { std::vector<std::string> head; std::vector<std::vector<std::string>> rows; };
Html chart(Lang lang, std::string_view id, const std::string& option_json, const Message& summary, const ChartTable& table);

struct Stage { Message label; std::string date, detail, href; enum class State { done, current, todo } state = State::todo; double part = 0; };
Html stage_bar(Lang lang, const std::vector<Stage>& stages);

struct TimelineItem { std::string when, who; Html what; bool current = false; };
Html timeline(Lang lang, const std::vector<TimelineItem>& items);

/// Empty state: what will be here, and the ways to begin.
Html empty_state(Lang lang, const Message& title, const Message& hint, const std::vector<std::pair<Message, std::string>>& actions);

}  // namespace nc
