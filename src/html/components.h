// Shared parts of pages, as named in the design (class names of assets/css).
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/number.h"
#include "html/html.h"

namespace nc {

/// A figure on a page: a link that opens its rows. Without scripts the href is a full page.
struct FigureLink {
  std::string href{};        ///< /figures/I17?org=ct-tp&period=2025
  std::string shown{};       ///< "57"
  Message spoken{};          ///< accessible name: "57 đoàn vào, năm 2025, mở bản ghi"
  bool stale = false, disputed = false, frozen = false, large = false;
};
/// Without an href, or for a plain 0, the number is grey text. An empty `shown` prints "chưa có".
Html figure(Lang lang, const FigureLink& f);

enum class Tone { neutral, ok, warn, bad, info, out };
Html badge(Lang lang, const Message& label, Tone tone = Tone::neutral, std::string_view icon = "");
/// "minh họa" mark of illustrative rows.
Html illustrative_mark(Lang lang);

/// Tile with the arrow of a direction; `spoken` adds the words for those who don't see it ("đoàn vào").
enum class Direction { in, out };
Html direction_tile(Lang lang, Direction direction, const Message& spoken = {});

/// A button: a link when it has an href, else a submit button (with name and value when given).
struct Button {
  Message label{};
  std::string icon{};
  std::string href{};
  std::string kind{};        ///< "primary" (one a view), "ghost", "danger", "link" or "" (default)
  std::string key{};         ///< shortcut: "N" works and is shown; "Ctrl ↵" is shown and handled by forms
  std::string name{}, value{};
  bool small = false;
  bool icon_only = false;    ///< the label becomes the accessible name
};
Html button(Lang lang, const Button& b);

/// Chip that opens a piece of evidence; kind: scan, press, decision, photo, missing.
Html evidence_chip(Lang lang, std::string_view kind, std::string_view label, std::string_view href);

/// One control of a form with label (both languages), hint, message.
struct Control {
  std::string name{};
  Message label{}, hint{};
  std::string value{};
  std::string error{};       ///< in the page's language, or ""
  bool required = false;
  /// text, textarea, date, number, select, multi, checkbox, radio, combo, password, email, url, file, hidden
  std::string type = "text";
  int max_length = 0;
  std::vector<std::pair<std::string, std::string>> options{};  ///< value, label (select, multi, radio)
  std::vector<std::string> chosen{};                           ///< multi
  std::string suffix{};      ///< unit behind the box: "người"
  std::string placeholder{};
  /// combo: address that answers ?q= with [{"value": "DT-012", "label": "Quỹ Schneider"}]. The input named `name` holds the
  /// code (the server takes a code or an exact title, so it works by typing without scripts); scripts put a list box over
  /// it that shows labels; `value_label` is the label of the present value.
  /// multi with a lookup: `options` are those chosen; more are looked up (without scripts: one more is typed).
  std::string lookup{};
  std::string value_label{};
  std::string width{};       ///< "full", "half", "third"; "" goes by the type
  std::string autocomplete{}, accept{};
  bool autofocus = false;
};
/// Labels show the page's language with the other in grey. Ids are "f-" + name; the message is "e-" + name.
Html control(Lang lang, const Control& c);
/// "Còn 2 chỗ cần sửa": links to the fields; role=alert.
Html error_summary(Lang lang, const std::vector<std::pair<std::string, std::string>>& field_and_message);
/// One part of a form: heading and its controls on a grid of six columns.
Html form_section(Lang lang, const Message& heading, const Html& controls);
/// Hidden field.
Html hidden(std::string_view name, std::string_view value);

/// Incoming and outgoing drawn to one scale on both sides of an axis.
struct BalanceRow {
  std::string iso2{};
  std::string label{};
  std::int64_t in = 0, out = 0;
  std::string in_href{}, out_href{};
};
/// Balanced: somebody came and somebody went, and the two numbers differ by one visit (a visit is returned in a later year) or by no
/// more than a fifth of the larger one. 3 : 2 and 10 : 8 are, 6 : 3 and 2 : 0 are not.
inline constexpr std::int64_t k_balance_visits = 1, k_balance_percent = 20;
constexpr bool is_balanced(std::int64_t in, std::int64_t out) {
  const std::int64_t more = in > out ? in : out, difference = more - (in > out ? out : in);
  return in > 0 && out > 0 && (difference <= k_balance_visits || difference * 100 <= k_balance_percent * more);
}
/// One delegation has the same width on both sides of the axis, whatever the number of rows.
Html balance(Lang lang, const std::vector<BalanceRow>& rows);
/// The same in one line for the head of a list: a segment per row, outgoing at the right end.
Html balance_strip(Lang lang, const std::vector<BalanceRow>& rows);

/// Horizontal bars as SVG with the value printed; one colour, longest first as given.
struct BarRow {
  std::string label{}, href{}, shown{};
  double value = 0;
  std::string sub{}, sub_href{};
};
Html bars(Lang lang, const std::vector<BarRow>& rows);
/// A place on the map of Việt Nam; one with a value is a circle whose area says how much, one without a dot.
struct MapPoint {
  double latitude = 0, longitude = 0;
  std::string label{}, href{}, shown{};
  double value = 0;
};
/// The map of Việt Nam by its places, with both archipelagos. `summary` is what is said instead of the picture; a table with the
/// same numbers goes with it.
Html country_map(Lang lang, const std::vector<MapPoint>& points, const Message& summary);
/// A bar filled to `part` (0 to 1); decoration: say the number beside it.
Html progress(double part);

/// An ECharts chart: `json` is the option object (data only, no functions). A table with the same numbers
/// goes with it; it is what readers without scripts see.
struct ChartTable {
  std::vector<std::string> head{};
  std::vector<std::vector<std::string>> rows{};
};
/// `summary` says in one sentence what the chart shows. A data item {"value": 3, "href": "/figures/..."} opens as a figure.
/// Colours may be named: "c1" ... "c6", "ink-3" become those of the theme. The script of charts loads by itself.
Html chart(Lang lang, std::string_view id, const std::string& option_json, const Message& summary, const ChartTable& table);

/// A day that comes, on the arch below.
struct ArchPoint {
  std::string label{};       ///< short: "50 năm Thái Lan"
  std::string full{};        ///< spoken behind the label; empty: nothing more
  std::string href{};
  int days = 0;              ///< 0 to 365; others are left out
  int sector = 0;            ///< index in `sectors`
  int color = 1;             ///< 1 to 6: kind of day
  bool large = false;        ///< a round year: larger dot, named first
};
/// The coming year as one bridge span: the nearer to its foot, the sooner. Put a list with the same days beside it
/// (phones show only that list).
Html arch(Lang lang, const Message& summary, const std::vector<Message>& sectors, const std::vector<ArchPoint>& points,
          Date today);

struct Stage {
  Message label{};
  std::string date{}, detail{}, href{};  ///< `href` makes `detail` a link
  enum class State { done, current, todo } state = State::todo;
  double part = 0;                       ///< how far the current stage is, 0 to 1
};
Html stage_bar(Lang lang, const std::vector<Stage>& stages);

struct TimelineItem {
  std::string when{}, who{};
  Html what{};
  bool current = false;
};
Html timeline(Lang lang, const std::vector<TimelineItem>& items);

/// Empty state: what will be here, and the ways to begin.
Html empty_state(Lang lang, const Message& title, const Message& hint, const std::vector<std::pair<Message, std::string>>& actions);

// ---- blocks ----------------------------------------------------------------------------------------------

/// A white sheet with an h2. `flush` leaves out the padding of the body (tables).
struct Card {
  Message title{}, note{};
  Html head_end{};           ///< at the right end of the head: link, badge, legend
  Html body{};
  Html foot{};
  bool flush = false;
  std::string id{};
};
Html card(Lang lang, const Card& c);
/// "Xem đủ 13 nước" at the end of a head or foot.
Html more_link(Lang lang, const Message& label, const std::string& href);

/// A number of the strip at the top of the overview.
struct Kpi {
  Message label{};
  std::string icon{};        ///< icon name, or "in" and "out" for the direction tiles
  FigureLink figure{};
  Message unit{};
  Html sub{};                ///< one line; its numbers open too
  double part = -1;          ///< 0 to 1 draws a bar
};
Html kpi_strip(Lang lang, const std::vector<Kpi>& kpis);

struct Entry {
  Message label{};
  Html value{};
};
Html definition_list(Lang lang, const std::vector<Entry>& entries);

/// A sentence on a coloured ground: who changed the record, what is missing. `role=alert` when bad.
Html notice(Lang lang, Tone tone, std::string_view icon_name, const Html& text);

/// One line of a to-do list or of related records.
struct ListItem {
  std::string icon{};
  Tone tone = Tone::neutral;
  Html title{};
  Html detail{};
  Html end{};                ///< button, badge or note at the right end
  Date day{};                ///< shown as a tile instead of the icon
  std::string href{};        ///< the title leads there
};
Html item_list(Lang lang, const std::vector<ListItem>& items);

// ---- tables and lists ------------------------------------------------------------------------------------

struct Column {
  Message label{};
  bool number = false;       ///< right aligned
  bool key = false;          ///< the cell that names the row; heads the card on phones
  bool hidden_label = false; ///< the label is only spoken (direction, buttons)
  bool wide_only = false;    ///< not on phones
  std::string sort_href{};   ///< makes the head a link
  int sorted = 0;            ///< 1 ascending, -1 descending
};
struct Cell {
  Html html{};
  int span = 1;
  Cell(Html h = Html(), int columns = 1) : html(std::move(h)), span(columns) {}  // NOLINT: a cell is its markup
};
struct Row {
  enum class Kind { record, group, total } kind = Kind::record;
  std::vector<Cell> cells{};
  std::string id{};          ///< value of the check box when the table can be selected from
  Message spoken{};          ///< name of the row, for its check box
  bool illustrative = false; ///< prints the mark behind the key cell
  bool fresh = false;        ///< just saved: tinted for a moment
};
/// Totals go into the foot. On phones each record becomes a card with its cells in the same order.
struct Table {
  Message caption{};         ///< spoken
  std::vector<Column> columns{};
  std::vector<Row> rows{};
  bool select = false;       ///< check boxes named "id"; put the table and bulk_bar() in one form
  std::string id{};
};
Html table(Lang lang, const Table& t);
/// Shown when rows are selected: "1 đã chọn" and the buttons.
Html bulk_bar(Lang lang, const Html& buttons);
/// Two lines of the key cell: name (a link) and what it is about.
Html title_cell(const std::string& href, std::string_view title, std::string_view sub = "");
/// Flag and name; only the name when there is no flag.
Html country(std::string_view iso2, std::string_view name);

struct Tab {
  Message label{};
  std::string href{};
  std::string count{};
  bool on = false;
};
/// Saved views, parts of a record. `label` is the accessible name of the list.
Html tabs(Lang lang, const Message& label, const std::vector<Tab>& items, const Html& end = Html());
/// The same as a small switch ("Bản ghi | Nước | Tháng").
Html segments(Lang lang, const Message& label, const std::vector<Tab>& items);

/// A condition of a list: closed "Nước ⌄", set "Nước: Lào ×". `controls` is what opens (works without scripts).
struct Filter {
  Message label{};
  std::string shown{};       ///< value in words when it is set
  std::string clear_href{};  ///< the list without it
  Html controls{};
};
Html filter_chip(Lang lang, const Filter& f);
/// The form around the conditions. Submits itself on change and swaps #`target`; a button does it without scripts.
struct FilterRow {
  std::string action{};      ///< path of the list
  std::string target = "list";
  std::string query{};       ///< words typed; field q
  Html kept{};               ///< hidden fields: sort, view
  Html chips{};
  Html end{};
};
Html filter_row(Lang lang, const FilterRow& f);

struct Pager {
  Message shown{};           ///< "1-13 trong 60"
  std::string previous{}, next{};  ///< addresses; "" when there is none
};
Html pager(Lang lang, const Pager& p);

// ---- what opens ------------------------------------------------------------------------------------------

/// Inside of the figure popover (#mo): also the head of the full figure page, so that both read the same.
struct Popover {
  Message title{};           ///< "57 đoàn vào, năm 2025"
  Message rule{};            ///< the counting rule in one sentence
  Html badge{};              ///< "Khớp sổ 08:42"
  Html switches{};           ///< segments()
  Html note{};               ///< "Chứng cứ: 55/57"
  Html body{};
  Html foot{};
};
Html popover(Lang lang, const Popover& p);
/// "Chép câu trích dẫn": copies `text`; without scripts the text is shown to select.
Html copy_button(Lang lang, const Message& label, std::string_view text);

/// A form that asks before it does what cannot be undone. Closed it is a button; works without scripts.
struct Confirm {
  Button opener{};
  Message title{}, text{};
  std::string action{};
  std::string csrf{};
  Html fields{};             ///< hidden fields and controls (reason)
  Message yes{};
  bool danger = false;
};
Html confirm_form(Lang lang, const Confirm& c);

/// A menu behind a button; items are links or forms. `label` is spoken when there is only an icon.
struct MenuItem {
  Message label{};
  std::string icon{};
  std::string href{};
  Html form{};               ///< instead of the link
};
Html menu(Lang lang, const Button& opener, const std::vector<MenuItem>& items);

/// All parts in all states, for the page /styleguide.
Html component_gallery(Lang lang);

}  // namespace nc
