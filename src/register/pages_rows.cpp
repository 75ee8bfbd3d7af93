// The table of a list: months with their sums, rows, the total of the filter, chosen rows, pager.
#include "base/words.h"
#include "html/assets.h"
#include "register/export.h"
#include "register/pages_list.h"
#include "register/parts.h"

namespace nc::reg {

namespace {

bool numeric(const Field& f) { return f.kind == Kind::count || f.kind == Kind::money || f.kind == Kind::integer || f.kind == Kind::decimal; }

struct TableView {
  const ListView& x;
  const ListPage& page;
  const std::vector<ListPart>& parts;
  std::vector<const Field*> fields;
  std::vector<const Field*> sums;
  LinkTitles titles;
  std::vector<Html> chips;
  bool months = false;
};

Column column_of(const ListView& x, const Field& f) {
  Column c;
  c.label = f.label;
  c.number = numeric(f);
  c.key = f.name == x.d.title_field;
  c.hidden_label = f.opt.arrows;
  const auto order = detail::order_of(x.d, x.q.sort);
  const bool here = order && order->field == &f;
  c.sorted = here ? (order->descending ? -1 : 1) : 0;
  if (!f.opt.arrows && detail::sortable(x.d, f)) {
    ListQuery other = from_start(x.q);
    const bool descending = here ? !order->descending : numeric(f) || f.kind == Kind::date;
    other.sort = (descending ? "-" : "") + f.name;
    c.sort_href = list_address(x.d, other);
  }
  return c;
}

/// At most so many letters of a long second line.
std::string shortened(std::string text) {
  constexpr std::size_t k_longest = 140;
  if (const auto end = text.find('\n'); end != std::string::npos) text.resize(end);
  if (text.size() <= k_longest) return text;
  std::size_t cut = text.rfind(' ', k_longest);
  if (cut == std::string::npos) cut = k_longest;
  return text.substr(0, cut) + "…";
}

Html key_cell(const TableView& t, const Cells& row) {
  std::string sub = db::as_text(row[k_code]);
  const bool other_way = t.x.lang == Lang::en && t.x.d.subtitle_field == t.x.d.title_en_field;  // the title is the English name itself
  if (const Field* f = t.x.d.subtitle_field.empty() ? nullptr : t.x.d.find(other_way ? t.x.d.title_field : t.x.d.subtitle_field))
    if (std::string text = shortened(show(*f, row, t.x.lang, t.titles)); !text.empty()) sub = std::move(text);
  return title_cell(record_url(t.x.d, db::as_int(row[k_id])), capital(t.x.d.title_of(row, t.x.lang)), sub);
}

std::string day_month(const Date& d, Lang lang) {
  if (lang == Lang::en) return std::to_string(d.day()) + " " + format_date(d, lang).substr(format_date(d, lang).find(' ') + 1, 3);
  return format_date(d, lang).substr(0, 5);
}

/// "04/12", "01–04/12"; with the year when there is no heading of the month above.
Html date_cell(const TableView& t, const Field& f, const Cells& row) {
  const auto from = Date::from_iso(db::as_text(row[static_cast<std::size_t>(f.first)]));
  Html h(t.x.lang);
  if (!from) return h << "<span class=\"none\">"_h << Text("chưa có", "none") << "</span>"_h;
  h << "<span class=\"nw\">"_h;
  if (!t.months || f.name != t.x.d.date_field) return h << format_date(*from, t.x.lang) << "</span>"_h;
  const Field* end = t.x.d.find("to_date");
  const auto to = end ? Date::from_iso(db::as_text(row[static_cast<std::size_t>(end->first)])) : std::nullopt;
  if (to && *to > *from && to->month() == from->month() && to->year() == from->year() && t.x.lang == Lang::vi)
    h << day_month(*from, t.x.lang).substr(0, 2) << "–"_h << day_month(*to, t.x.lang);
  else if (to && *to > *from)
    h << day_month(*from, t.x.lang) << "–"_h << (to->year() == from->year() ? day_month(*to, t.x.lang) : format_date(*to, t.x.lang));
  else
    h << day_month(*from, t.x.lang);
  return h << "</span>"_h;
}

Html cell(const TableView& t, const Field& f, const Cells& row) {
  if (f.name == t.x.d.title_field) return key_cell(t, row);
  if (f.kind == Kind::date) return date_cell(t, f, row);
  const auto& value = row[static_cast<std::size_t>(f.first)];
  if (f.opt.arrows && !db::as_text(value).empty()) {
    const bool in = db::as_text(value) == "in";
    const std::string words = f.opt.options->label(db::as_text(value), t.x.lang);
    return direction_tile(t.x.lang, in ? Direction::in : Direction::out, Message(words, words));
  }
  const bool is_country = f.name == t.x.d.country_field;
  if (!is_country && (f.kind == Kind::choice || f.kind == Kind::choices || f.kind == Kind::count || f.kind == Kind::link || f.kind == Kind::links)) {
    const std::string shown = show(f, row, t.x.lang, t.titles);
    if (shown.empty()) return Html(t.x.lang) << "<span class=\"none\">–</span>"_h;
    if (f.kind == Kind::count) return Html(t.x.lang) << "<span class=\"nw\">"_h << shown << "</span>"_h;
    if (f.kind == Kind::choice && f.name == "status") return badge(t.x.lang, Message(capital(shown), capital(shown)), status_tone(db::as_text(value)));
    return Html(t.x.lang) << capital(shown);
  }
  if (show(f, row, t.x.lang, t.titles).empty()) return Html(t.x.lang) << "<span class=\"none\">–</span>"_h;
  return value_html(t.x.context, t.x.d, f, row, t.x.lang, t.titles);
}

Row record_row(const TableView& t, std::size_t at) {
  const Cells& cells = t.page.rows[at];
  Row row;
  row.id = std::to_string(db::as_int(cells[k_id]));
  const std::string title = t.x.d.title_of(cells, t.x.lang);
  row.spoken = Message(title, title);
  row.illustrative = db::as_int(cells[k_illustrative]) != 0;
  for (const Field* f : t.fields) row.cells.emplace_back(cell(t, *f, cells));
  if (!t.chips.empty()) row.cells.emplace_back(Html(t.x.lang) << "<span class=\"evs\">"_h << t.chips[at] << "</span>"_h);
  return row;
}

struct Sum {
  std::int64_t records = 0;
  std::vector<std::pair<std::string, std::int64_t>> split;
  std::vector<std::optional<std::int64_t>> sums;  ///< nothing: no record says a number
};

/// The sum of a month, or of everything when `month` is nullptr.
Sum sum_of(const TableView& t, const std::string* month) {
  Sum out;
  out.sums.resize(t.sums.size());
  const Field* split = t.x.d.split_field.empty() ? nullptr : t.x.d.find(t.x.d.split_field);
  if (split)
    for (const Option& o : split->opt.options->all()) out.split.emplace_back(o.code, 0);
  for (const ListPart& part : t.parts) {
    if (month && part.month != *month) continue;
    out.records += part.records;
    for (auto& [code, n] : out.split)
      if (code == part.split) n += part.records;
    for (std::size_t i = 0; i < out.sums.size(); ++i)
      if (part.sums[i]) out.sums[i] = out.sums[i].value_or(0) + *part.sums[i];
  }
  return out;
}

/// "4 successions", "4 bản ghi biến động".
Message records_said(const TableView& t, std::int64_t n) {
  return {format_int(n, Lang::vi) + " " + t.x.d.singular.vi, format_int(n, Lang::en) + " " + (n == 1 ? std::string(t.x.d.singular.en) : several(t.x.d.singular.en))};
}

/// "57 đoàn vào, 3 đoàn ra"; each part leads to its rows in the list.
Html split_words(const TableView& t, const Sum& sum, bool links) {
  Html h(t.x.lang);
  bool first = true;
  const Field* f = t.x.d.split_field.empty() ? nullptr : t.x.d.find(t.x.d.split_field);
  for (const auto& [code, n] : sum.split) {
    if (n == 0) continue;
    if (!first) h << ", "_h;
    first = false;
    ListQuery q = from_start(without(t.x.q, f->name));
    q.filters.emplace_back(f->name, code);
    if (links) h << "<a href=\""_h << Url{list_address(t.x.d, q)} << "\">"_h;
    h << format_int(n, t.x.lang) << " "_h << f->opt.options->label(code, t.x.lang);
    if (links) h << "</a>"_h;
  }
  if (first && !links) h << records_said(t, sum.records);
  return h;
}

/// Words over the columns before the first sum, then the sums, each in its column.
Row sum_row(const TableView& t, Row::Kind kind, const Html& words, const Sum& sum) {
  Row row;
  row.kind = kind;
  int before = 0;
  bool words_out = false;
  for (std::size_t i = 0; i < t.fields.size(); ++i) {
    const auto at = std::find(t.sums.begin(), t.sums.end(), t.fields[i]);
    if (at == t.sums.end()) {
      ++before;
      continue;
    }
    if (before > 0) row.cells.emplace_back(words_out ? Html(t.x.lang) : words, before);
    words_out = words_out || before > 0;
    before = 0;
    const auto& n = sum.sums[static_cast<std::size_t>(at - t.sums.begin())];
    row.cells.emplace_back(n ? Html(t.x.lang) << format_int(*n, t.x.lang) : Html(t.x.lang) << "<span class=\"none\">–</span>"_h);
  }
  const int rest = before + (t.chips.empty() ? 0 : 1);
  if (rest > 0) row.cells.emplace_back(words_out ? Html(t.x.lang) : words, rest);
  return row;
}

Html month_words(const TableView& t, const std::string& month, const Sum& sum) {
  Html h(t.x.lang);
  h << "<b>"_h;
  if (month.empty()) h << Text("Chưa có ngày", "No date");
  else if (const auto period = parse_period(month)) h << capital(period_words(*period, t.x.lang));
  return h << "</b> "_h << split_words(t, sum, false);
}

Html total_words(const TableView& t) {
  const Sum sum = sum_of(t, nullptr);
  Html h = Html(t.x.lang) << Text("Tổng theo bộ lọc: ", "Total of this filter: ") << records_said(t, sum.records);
  if (!sum.split.empty()) h << " ("_h << split_words(t, sum, true) << ")"_h;
  return h;
}

Html list_pager(const ListView& x, const ListPage& page) {
  const auto shown = static_cast<std::int64_t>(page.rows.size());
  const std::int64_t first = x.q.first_row;
  const std::string n = format_int(page.count, Lang::vi), n_en = format_int(page.count, Lang::en);
  const std::string range = std::to_string(first) + "–" + std::to_string(first + shown - 1);
  Pager p;
  p.shown = Message(range + " trong " + (page.count_is_more ? "hơn " : "") + n, range + " of " + (page.count_is_more ? "more than " : "") + n_en);
  const ListQuery bare = from_start(x.q);
  auto link = [&](const char* name, const std::string& key, std::int64_t at) {
    return key.empty() ? std::string() : list_address(x.d, bare, std::string(name) + "=" + url_encode(key) + (at > 1 ? "&at=" + std::to_string(at) : ""));
  };
  p.previous = link("before", page.previous, first - x.q.limit);
  p.next = link("after", page.next, first + shown);
  return pager(x.lang, p);
}

}  // namespace

Tone status_tone(const std::string& status) {
  static const std::map<std::string, Tone> k_tones{
      {"implementing", Tone::info}, {"in_progress", Tone::info},  {"cooperating", Tone::info}, {"in_force", Tone::ok},   {"active", Tone::ok},
      {"expiring", Tone::warn},     {"expired", Tone::warn},      {"refused", Tone::bad},      {"revoked", Tone::bad},   {"overdue", Tone::bad},
      {"postponed", Tone::warn},    {"cancelled", Tone::bad},     {"completed", Tone::ok},     {"reported", Tone::ok},   {"answered", Tone::ok},
      {"done", Tone::ok},           {"confirmed_by_sender", Tone::ok}, {"submitted", Tone::warn}, {"reopened", Tone::warn}, {"mobilising", Tone::warn}};
  const auto found = k_tones.find(status);
  return found == k_tones.end() ? Tone::neutral : found->second;
}

Html short_table(const ListView& x, const ListPage& page) {
  static const std::vector<ListPart> k_none;
  TableView t{x, page, k_none, {}, {}, link_titles(x.db, *x.context.catalog, x.d, page.rows, x.lang, true), {}, false};
  for (const Field* f : list_columns(x.d, x.actor, {}))
    if (t.fields.size() < 5 || f->name == x.d.title_field) t.fields.push_back(f);
  Table table;
  table.caption = x.d.plural;
  for (const Field* f : t.fields) {
    table.columns.push_back(column_of(x, *f));
    table.columns.back().sort_href.clear();
  }
  for (std::size_t i = 0; i < page.rows.size(); ++i) table.rows.push_back(record_row(t, i));
  return nc::table(x.lang, table);
}

Html list_table(const ListView& x, const ListPage& page, const std::vector<ListPart>& parts) {
  TableView t{x, page, parts, list_columns(x.d, x.actor, x.q.columns), summed_fields(x.d, x.q.columns), link_titles(x.db, *x.context.catalog, x.d, page.rows, x.lang, true), {}, false};
  if (x.context.list_chips) t.chips = x.context.list_chips(x.db, x.actor, x.d, page.rows, x.lang);
  const auto order = detail::order_of(x.d, x.q.sort);
  t.months = !parts.empty() && order && order->field && order->field->name == x.d.date_field;
  Table table;
  table.caption = x.d.plural;
  table.select = true;
  for (const Field* f : t.fields) table.columns.push_back(column_of(x, *f));
  if (!t.chips.empty()) table.columns.push_back({.label = Text("Chứng cứ", "Evidence")});
  const Field* date = t.months ? x.d.find(x.d.date_field) : nullptr;
  std::string month = "?";
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    if (date) {
      const std::string now = db::as_text(page.rows[i][static_cast<std::size_t>(date->first)]).substr(0, 7);
      if (now != month) {
        month = now;
        const Sum sum = sum_of(t, &month);
        table.rows.push_back(sum_row(t, Row::Kind::group, month_words(t, month, sum), sum));
      }
    }
    table.rows.push_back(record_row(t, i));
  }
  if (!parts.empty()) table.rows.push_back(sum_row(t, Row::Kind::total, total_words(t), sum_of(t, nullptr)));
  Html h(x.lang), exports(x.lang);
  for (const auto& [format, name] : {std::pair{"xlsx", "Excel"}, std::pair{"csv", "CSV"}}) {
    const Message label("Xuất " + std::string(name) + " dòng đã chọn", "Export chosen rows as " + std::string(name));
    exports << button(x.lang, {.label = label, .icon = "table-export", .kind = "link", .name = "format", .value = format});
  }
  // What is chosen comes out as it stands here: same columns, same order.
  exports << hidden("columns", "shown");
  if (!x.q.sort.empty()) exports << hidden("sort", x.q.sort);
  if (!x.q.columns.empty()) exports << hidden("cols", columns_text(x.q.columns));
  if (x.context.chosen_tools) exports << x.context.chosen_tools({x.db, x.actor, x.d, 0, {}, x.lang, x.shell.csrf});
  return h << "<form class=\"card\" method=\"get\" action=\""_h << Url{list_url(x.d)} << "\">"_h << nc::table(x.lang, table) << bulk_bar(x.lang, exports)
           << list_pager(x, page) << "</form>"_h;
}

}  // namespace nc::reg
