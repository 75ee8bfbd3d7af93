// Tables that become cards on phones, tabs, conditions of a list and its pager.
#include "html/assets.h"
#include "html/components.h"
#include "html/parts.h"

namespace nc {
namespace {

void cell_class(Html& h, const Column& c) {
  h << " class=\""_h << (c.number ? "num" : "") << (c.key ? " k" : "") << (c.wide_only ? " wide" : "")
    << (c.hidden_label ? " nl" : "") << "\""_h;
}

void head_cell(Html& h, const Column& c) {
  h << "<th scope=\"col\""_h;
  cell_class(h, c);
  if (c.sorted != 0) h << " aria-sort=\""_h << (c.sorted > 0 ? "ascending" : "descending") << "\""_h;
  h << ">"_h;
  if (c.hidden_label) {
    h << "<span class=\"vh\">"_h << c.label << "</span>"_h;
  } else if (c.sort_href.empty()) {
    h << c.label;
  } else {
    h << "<a class=\"sort\" href=\""_h << Url{c.sort_href} << "\">"_h << c.label;
    if (c.sorted != 0) h << icon(c.sorted > 0 ? "arrow-up" : "arrow-down", "s");
    h << "</a>"_h;
  }
  h << "</th>"_h;
}

void check_cell(Html& h, const Row& row) {
  h << "<td class=\"ck\"><input type=\"checkbox\" class=\"form-check-input\" name=\"id\" value=\""_h << row.id
    << "\" aria-label=\""_h << Text("Chọn ", "Select ") << row.spoken << "\"></td>"_h;
}

void record_row(Html& h, const Table& t, const Row& row) {
  h << "<tr"_h << (row.fresh ? " class=\"fresh\""_h : ""_h);
  parts::attribute(h, "data-id="_h, row.id);
  h << ">"_h;
  if (t.select) check_cell(h, row);
  std::size_t at = 0;
  for (const Cell& cell : row.cells) {
    static const Column k_none;
    const Column& column = at < t.columns.size() ? t.columns[at] : k_none;
    h << "<td"_h;
    cell_class(h, column);
    if (!column.key) parts::attribute(h, "data-label="_h, column.label.in(h.lang()));
    if (cell.span > 1) h << " colspan=\""_h << cell.span << "\""_h;
    h << ">"_h;
    // Before the cell, floating to its end: behind a second line it would take a third.
    if (row.illustrative && column.key) h << "<span class=\"mark-e\">"_h << illustrative_mark(h.lang()) << "</span>"_h;
    h << cell.html << "</td>"_h;
    at += static_cast<std::size_t>(cell.span);
  }
  h << "</tr>"_h;
}

/// Group and total rows: cells with spans; the last one takes what is left.
void spanning_row(Html& h, const Table& t, const Row& row, Lit open) {
  h << open;
  if (t.select) h << "<td class=\"ck\"></td>"_h;
  std::size_t at = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const bool last = i + 1 == row.cells.size();
    const std::size_t left = t.columns.size() > at ? t.columns.size() - at : 1;
    const std::size_t span = last ? left : static_cast<std::size_t>(row.cells[i].span);
    const bool number = span == 1 && at < t.columns.size() && t.columns[at].number;
    h << "<td"_h << (number ? " class=\"num\""_h : ""_h);
    if (span > 1) h << " colspan=\""_h << span << "\""_h;
    h << ">"_h << row.cells[i].html << "</td>"_h;
    at += span;
  }
  h << "</tr>"_h;
}

void tab_items(Html& h, const std::vector<Tab>& items) {
  for (const Tab& tab : items) {
    h << "<a href=\""_h << Url{tab.href} << "\""_h;
    if (tab.on) h << " class=\"on\" aria-current=\"page\""_h;
    h << ">"_h << tab.label;
    if (!tab.count.empty()) h << " <span class=\"n\">"_h << tab.count << "</span>"_h;
    h << "</a>"_h;
  }
}

}  // namespace

Html table(Lang lang, const Table& t) {
  Html h(lang);
  h << "<div class=\"tb-w\" tabindex=\"0\" role=\"region\" aria-label=\""_h << t.caption
    << "\"><table class=\"tb cards\""_h;
  parts::attribute(h, "id="_h, t.id);
  h << "><caption class=\"vh\">"_h << t.caption << "</caption><thead><tr>"_h;
  if (t.select) {
    h << "<th scope=\"col\" class=\"ck\"><input type=\"checkbox\" class=\"form-check-input js-only\" data-all aria-label=\""_h
      << Text("Chọn cả trang", "Select the whole page") << "\"></th>"_h;
  }
  for (const Column& c : t.columns) head_cell(h, c);
  h << "</tr></thead><tbody>"_h;
  bool totals = false;
  for (const Row& row : t.rows) {
    if (row.kind == Row::Kind::group) spanning_row(h, t, row, "<tr class=\"grp\">"_h);
    if (row.kind == Row::Kind::record) record_row(h, t, row);
    totals = totals || row.kind == Row::Kind::total;
  }
  h << "</tbody>"_h;
  if (totals) {
    h << "<tfoot>"_h;
    for (const Row& row : t.rows) {
      if (row.kind == Row::Kind::total) spanning_row(h, t, row, "<tr class=\"tot\">"_h);
    }
    h << "</tfoot>"_h;
  }
  h << "</table></div>"_h;
  return h;
}

Html bulk_bar(Lang lang, const Html& buttons) {
  Html h(lang);
  h << "<div class=\"bulk\" data-bulk><span class=\"bulk-n\" aria-live=\"polite\"><b data-count>0</b> "_h
    << Text("đã chọn", "selected") << "</span>"_h << buttons << "</div>"_h;
  return h;
}

Html title_cell(const std::string& href, std::string_view title, std::string_view sub) {
  Html h;
  if (href.empty()) {
    h << "<span class=\"tt\">"_h << title << "</span>"_h;
  } else {
    h << "<a class=\"tt\" href=\""_h << Url{href} << "\">"_h << title << "</a>"_h;
  }
  if (!sub.empty()) h << "<span class=\"tsub\">"_h << sub << "</span>"_h;
  return h;
}

Html country(std::string_view iso2, std::string_view name) {
  Html h;
  h << "<span class=\"cty\">"_h << flag(iso2) << "<span>"_h << name << "</span></span>"_h;
  return h;
}

Html tabs(Lang lang, const Message& label, const std::vector<Tab>& items, const Html& end) {
  Html h(lang);
  h << "<nav class=\"tabs\" aria-label=\""_h << label << "\">"_h;
  tab_items(h, items);
  if (!end.empty()) h << "<span class=\"grow\"></span>"_h << end;
  h << "</nav>"_h;
  return h;
}

Html segments(Lang lang, const Message& label, const std::vector<Tab>& items) {
  Html h(lang);
  h << "<nav class=\"seg\" aria-label=\""_h << label << "\">"_h;
  tab_items(h, items);
  h << "</nav>"_h;
  return h;
}

Html filter_chip(Lang lang, const Filter& f) {
  Html h(lang);
  const bool set = !f.shown.empty();
  h << "<span class=\"fl-w\"><details class=\"opens\" name=\"filter\"><summary class=\"fl"_h << (set ? " on" : "")
    << "\">"_h << f.label;
  if (set) h << ": <b>"_h << f.shown << "</b>"_h;
  h << icon("chevron-down", "s") << "</summary><div class=\"pane fl-b\">"_h << f.controls << "</div></details>"_h;
  if (set && !f.clear_href.empty()) {
    h << "<a class=\"fl-x\" href=\""_h << Url{f.clear_href} << "\" aria-label=\""_h << Text("Bỏ điều kiện ", "Drop ")
      << f.label << "\">"_h << icon("x", "s") << "</a>"_h;
  }
  h << "</span>"_h;
  return h;
}

Html filter_row(Lang lang, const FilterRow& f) {
  Html h(lang);
  const std::string target = "#" + f.target;
  h << "<form class=\"fls\" method=\"get\" role=\"search\" aria-label=\""_h << Text("Lọc danh sách", "Filter this list")
    << "\" action=\""_h << Url{f.action} << "\" hx-get=\""_h << Url{f.action} << "\" hx-target=\""_h << target
    << "\" hx-select=\""_h << target
    << "\" hx-swap=\"outerHTML\" hx-push-url=\"true\" hx-trigger=\"change delay:250ms, input changed delay:250ms "
       "from:find "
       "input[name=q], submit\">"_h
    << f.kept << "<label class=\"fl fl-q\">"_h << icon("search", "s") << "<span class=\"vh\">"_h
    << Text("Lọc danh sách", "Filter this list")
    << "</span><input type=\"search\" id=\"list-q\" name=\"q\" data-filter autocomplete=\"off\" placeholder=\""_h
    << Text("Lọc danh sách", "Filter this list") << "\" value=\""_h << f.query
    << "\"><kbd aria-hidden=\"true\">/</kbd></label>"_h << f.chips << "<button class=\"btn btn-s no-js\">"_h
    << Text("Lọc", "Filter") << "</button>"_h;
  if (!f.end.empty()) h << "<span class=\"grow\"></span>"_h << f.end;
  h << "</form>"_h;
  return h;
}

Html pager(Lang lang, const Pager& p) {
  Html h(lang);
  h << "<nav class=\"pager\" aria-label=\""_h << Text("Trang", "Pages") << "\"><span class=\"m2\">"_h << p.shown
    << "</span>"_h;
  if (!p.previous.empty() || !p.next.empty()) {
    h << "<span class=\"seg\">"_h;
    if (!p.previous.empty()) {
      h << "<a rel=\"prev\" href=\""_h << Url{p.previous} << "\">"_h << icon("chevron-left", "s")
        << Text("Trước", "Previous") << "</a>"_h;
    }
    if (!p.next.empty()) {
      h << "<a rel=\"next\" href=\""_h << Url{p.next} << "\">"_h << Text("Sau", "Next") << icon("chevron-right", "s")
        << "</a>"_h;
    }
    h << "</span>"_h;
  }
  h << "</nav>"_h;
  return h;
}

}  // namespace nc
