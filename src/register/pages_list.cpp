// The list page: views, summary, filters, table, totals, pages.
#include <algorithm>

#include "html/assets.h"
#include "register/pages_parts.h"

namespace nc::reg {

namespace {

constexpr int k_filters_in_row = 5;

struct ListContext {
  const Context& c;
  const Description& d;
  const ListQuery& q;
  Lang lang;
};

std::string with_query(const Description& d, const ListQuery& q, const std::string& more = {}) {
  std::string query = query_string(q);
  if (!more.empty()) query += (query.empty() ? "" : "&") + more;
  return list_url(d) + (query.empty() ? "" : "?" + query);
}

std::vector<std::string> chosen(const ListQuery& q, const std::string& field) {
  std::vector<std::string> values;
  for (const auto& [name, value] : q.filters)
    if (name == field) values.push_back(value);
  return values;
}

bool has(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

Html view_tabs(const ListContext& x) {
  Html h(x.lang);
  if (x.d.views.empty()) return h;
  h << "<nav class=\"tabs\" aria-label=\""_h << Text("Góc nhìn đã lưu", "Saved views") << "\">"_h;
  const std::string here = query_string(x.q);
  auto tab = [&](const Message& label, const std::string& query) {
    h << "<a href=\""_h << Url{list_url(x.d) + (query.empty() ? "" : "?" + query)} << "\""_h;
    if (query == here) h << " class=\"on\" aria-current=\"page\""_h;
    h << ">"_h << label << "</a>"_h;
  };
  tab(Text("Tất cả", "All"), "");
  for (const SavedView& view : x.d.views) tab(view.label, view.query);
  return h << "</nav>"_h;
}

std::string filter_label(const ListContext& x, const Field& f, const std::vector<std::string>& values) {
  std::string out;
  for (const auto& v : values) {
    if (!out.empty()) out += ", ";
    out += f.opt.options ? f.opt.options->label(v, x.lang) : v;
  }
  return out;
}

void choice_boxes(Html& h, const Field& f, const std::vector<std::string>& values, Lang lang) {
  h << "<div class=\"fl-options\">"_h;
  for (const Option& o : f.opt.options->all()) {
    h << "<label><input type=\"checkbox\" name=\""_h << f.name << "\" value=\""_h << o.code << "\""_h;
    if (has(values, o.code)) h << " checked"_h;
    h << "> "_h << o.label.in(lang) << "</label>"_h;
  }
  h << "</div>"_h;
}

void one_filter(Html& h, const ListContext& x, const Field& f) {
  const auto values = chosen(x.q, f.name);
  h << "<details class=\"fl-d\"><summary class=\"fl"_h;
  if (!values.empty()) h << " on"_h;
  h << "\">"_h << f.label;
  if (!values.empty()) h << ": <b>"_h << filter_label(x, f, values) << "</b>"_h;
  h << icon("chevron-down", "s") << "</summary><div class=\"fl-pop\">"_h;
  if (f.opt.options) {
    choice_boxes(h, f, values, x.lang);
  } else {
    h << "<label class=\"lab\">"_h << f.label << "<input class=\"inp\" name=\""_h << f.name << "\" value=\""_h << (values.empty() ? "" : values.front())
      << "\" placeholder=\""_h;
    if (f.kind == Kind::date) h << Text("2025, 2025-H1 hoặc 2025-01-01..2025-08-31", "2025, 2025-H1 or 2025-01-01..2025-08-31");
    h << "\"></label>"_h;
  }
  h << "<button class=\"btn btn-s btn-primary\" type=\"submit\">"_h << Text("Lọc", "Filter") << "</button></div></details>"_h;
}

bool offered(const Field& f) { return f.opt.filter || f.kind == Kind::date; }

Html filter_row(const ListContext& x) {
  Html h(x.lang);
  h << "<form class=\"filters\" method=\"get\" data-auto action=\""_h << Url{list_url(x.d)} << "\" role=\"search\">"_h
    << "<label class=\"fl-search\"><span class=\"visually-hidden\">"_h << Text("Lọc danh sách", "Filter the list") << "</span>"_h << icon("search", "s")
    << "<input type=\"search\" name=\"q\" value=\""_h << x.q.words << "\" placeholder=\""_h << Text("Lọc danh sách", "Filter the list") << "\" data-key=\"filter\"><kbd>/</kbd></label>"_h;
  // The first conditions and those that are set stand in the row; the others wait behind "Điều kiện".
  Html rest(x.lang);
  int shown = 0;
  for (const Field& f : x.d.fields) {
    if (!offered(f)) continue;
    const bool in_row = shown < k_filters_in_row || !chosen(x.q, f.name).empty();
    one_filter(in_row ? h : rest, x, f);
    shown += in_row ? 1 : 0;
  }
  if (!rest.empty()) {
    h << "<details class=\"fl-more\"><summary class=\"fl add\">"_h << icon("plus", "s") << Text("Điều kiện", "More filters")
      << "</summary><div class=\"fl-rest\">"_h << rest << "</div></details>"_h;
  }
  // Filters that no box of the form carries (organisation, parent record) stay with the next search.
  for (const auto& [name, value] : x.q.filters) {
    const Field* f = x.d.find(name);
    const bool in_form = f && std::any_of(x.d.fields.begin(), x.d.fields.end(), [&](const Field& own) { return own.name == name && offered(own); });
    if (!in_form) h << "<input type=\"hidden\" name=\""_h << name << "\" value=\""_h << value << "\">"_h;
  }
  if (!x.q.sort.empty()) h << "<input type=\"hidden\" name=\"sort\" value=\""_h << x.q.sort << "\">"_h;
  if (!x.q.words.empty() || !x.q.filters.empty())
    h << "<a class=\"fl add\" href=\""_h << Url{list_url(x.d)} << "\">"_h << icon("x", "s") << Text("Bỏ lọc", "Clear") << "</a>"_h;
  h << "<button class=\"btn btn-s no-js-only\" type=\"submit\">"_h << Text("Lọc", "Filter") << "</button></form>"_h;
  return h;
}

bool numeric(const Field& f) { return f.kind == Kind::count || f.kind == Kind::money || f.kind == Kind::integer || f.kind == Kind::decimal; }

void head_cell(Html& h, const ListContext& x, const Field& f) {
  const bool sortable = f.opt.sortable || f.kind == Kind::date || f.name == x.d.title_field;
  h << "<th scope=\"col\""_h;
  if (numeric(f)) h << " class=\"num\""_h;
  std::string sort = x.q.sort;
  if (sort.empty() && x.d.sort_default.size() == 2) sort = (x.d.sort_default[1] == "desc" ? "-" : "") + x.d.sort_default[0];
  const bool up = sort == f.name, down = sort == "-" + f.name;
  if (up) h << " aria-sort=\"ascending\""_h;
  if (down) h << " aria-sort=\"descending\""_h;
  h << ">"_h;
  if (sortable) {
    ListQuery other = x.q;
    other.after.clear();
    other.before.clear();
    other.sort = (up || (!down && numeric(f))) ? "-" + f.name : f.name;
    h << "<a href=\""_h << Url{with_query(x.d, other)} << "\">"_h << f.label;
    if (up) h << icon("arrow-up", "s");
    if (down) h << icon("arrow-down", "s");
    h << "</a>"_h;
  } else {
    h << f.label;
  }
  h << "</th>"_h;
}

void title_cell(Html& h, const ListContext& x, const Cells& row) {
  h << "<td data-label=\""_h << x.d.find(x.d.title_field)->label << "\"><a class=\"tt\" href=\""_h << Url{record_url(x.d, db::as_int(row[k_id]))} << "\">"_h
    << x.d.title_of(row, x.lang) << "</a><span class=\"tsub\">"_h << db::as_text(row[k_code]) << "</span>"_h;
  if (db::as_int(row[k_illustrative])) h << illustrative_mark(x.lang);
  h << "</td>"_h;
}

Html table(const ListContext& x, const std::vector<Cells>& rows, const LinkTitles& titles, const std::vector<Html>& chips) {
  Html h(x.lang);
  h.reserve(rows.size() * 600 + 2000);
  h << "<div class=\"tb-wrap\"><table class=\"tb tb-list\"><thead><tr>"_h;
  for (const auto& name : x.d.list_fields) head_cell(h, x, *x.d.find(name));
  if (!chips.empty()) h << "<th scope=\"col\">"_h << Text("Chứng cứ", "Evidence") << "</th>"_h;
  h << "</tr></thead><tbody>"_h;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    h << "<tr data-row>"_h;
    for (const auto& name : x.d.list_fields) {
      const Field& f = *x.d.find(name);
      if (name == x.d.title_field) {
        title_cell(h, x, rows[i]);
        continue;
      }
      h << "<td data-label=\""_h << f.label << "\""_h;
      if (numeric(f)) h << " class=\"num\""_h;
      if (f.kind == Kind::date) h << " class=\"nw\""_h;
      h << ">"_h << value_html(x.c, x.d, f, rows[i], x.lang, titles) << "</td>"_h;
    }
    if (!chips.empty()) h << "<td data-label=\""_h << Text("Chứng cứ", "Evidence") << "\">"_h << chips[i] << "</td>"_h;
    h << "</tr>"_h;
  }
  return h << "</tbody></table></div>"_h;
}

Html pager(const ListContext& x, const ListPage& page) {
  Html h(x.lang);
  h << "<div class=\"cf\"><span class=\"grow\">"_h;
  const std::string n = format_int(page.count, x.lang);
  if (page.count_is_more) h << Message("hơn " + n + " bản ghi", "more than " + n + " records");
  else h << Message(n + " bản ghi", n + (page.count == 1 ? " record" : " records"));
  h << "</span>"_h;
  auto link = [&](const std::string& key, const char* name, const Message& label, const char* sign) {
    ListQuery bare = x.q;
    bare.after.clear();
    bare.before.clear();
    if (key.empty()) h << "<span class=\"btn btn-s disabled\" aria-disabled=\"true\">"_h << label << "</span>"_h;
    else h << "<a class=\"btn btn-s\" rel=\""_h << sign << "\" href=\""_h << Url{with_query(x.d, bare, std::string(name) + "=" + url_encode(key))} << "\">"_h << label << "</a>"_h;
  };
  link(page.previous, "before", Text("Trước", "Previous"), "prev");
  link(page.next, "after", Text("Sau", "Next"), "next");
  return h << "</div>"_h;
}

Html nothing_found(const ListContext& x) {
  if (x.q.words.empty() && x.q.filters.empty())
    return empty_state(x.lang, Message("Sổ " + x.d.plural.vi + " chưa có bản ghi", "Nothing in " + x.d.plural.en + " yet"),
                       Text("Ghi bản ghi đầu tiên, hoặc nhập từ bảng tính bằng lệnh nhipcau import.",
                            "Add the first record, or import a spreadsheet with nhipcau import."),
                       {{Message("Ghi " + x.d.singular.vi + " mới", "New " + x.d.singular.en), list_url(x.d) + "/new"}});
  return empty_state(x.lang, Text("Không có bản ghi nào khớp", "Nothing matches"),
                     Text("Bỏ bớt một điều kiện lọc rồi xem lại.", "Drop one of the filters and look again."),
                     {{Text("Bỏ lọc", "Clear the filters"), list_url(x.d)}});
}

Html head_actions(const ListContext& x, const Actor& actor) {
  Html h(x.lang);
  h << "<details class=\"menu\"><summary class=\"btn\">"_h << icon("table-export") << Text("Xuất", "Export") << "</summary><div class=\"menu-pop\">"_h;
  for (const char* format : {"xlsx", "csv", "json"})
    h << "<a href=\""_h << Url{with_query(x.d, x.q, std::string("format=") + format)} << "\">"_h
      << (std::string_view(format) == "xlsx" ? "Excel (xlsx)" : std::string_view(format) == "csv" ? "CSV" : "JSON") << "</a>"_h;
  h << "</div></details>"_h;
  if (actor.may(Function::enter) && !x.d.reference)
    h << "<a class=\"btn btn-primary\" data-key=\"new\" href=\""_h << Url{list_url(x.d) + "/new"} << "\">"_h << icon("plus")
      << Message("Ghi " + x.d.singular.vi + " mới", "New " + x.d.singular.en) << " <kbd>N</kbd></a>"_h;
  return h;
}

}  // namespace

web::Response list_page(const Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell, const Description& d) {
  const Lang lang = shell.lang;
  if (r.query.get("done") == "removed") {
    shell.toast = lang == Lang::vi ? "Đã bỏ khỏi sổ." : "Removed.";
    auto of = parse_int(r.query.get("of")), change = parse_int(r.query.get("change"));
    if (of && change) shell.toast_undo = record_url(d, *of) + "/undo?change=" + std::to_string(*change);
  }
  auto query = parse_list_query(d, r.query.items());
  if (!query) return problem_page(shell, query.error());
  if (r.query.has("format")) return export_list(c, r, db, actor, d, *query);
  const ListContext x{c, d, *query, lang};
  auto page = list(db, d, actor, *query);
  const auto titles = link_titles(db, *c.catalog, d, page.rows, lang);
  std::vector<Html> chips;
  if (c.list_chips && !page.rows.empty()) chips = c.list_chips(db, d, page.rows, lang);
  PageHead head;
  head.title = d.plural;
  head.actions = head_actions(x, actor);
  Html h(lang);
  h << view_tabs(x);
  if (d.summary) h << d.summary({db, actor, d, 0, {}, lang, shell.csrf}, query_string(*query));
  h << filter_row(x);
  if (page.rows.empty()) h << nothing_found(x);
  else h << "<div class=\"card\">"_h << table(x, page.rows, titles, chips) << pager(x, page) << "</div>"_h;
  return respond(shell, head, h);
}

web::Response search_page(const Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, const Shell& shell) {
  const std::string words(r.query.get("q"));
  const auto hits = search(db, *c.catalog, actor, words, r.partial() ? 5 : 20, shell.lang);
  Html h(shell.lang);
  const Description* last = nullptr;
  for (const Hit& hit : hits) {
    if (hit.what != last) {
      if (last) h << "</ul></section>"_h;
      h << "<section class=\"hits\"><h2>"_h << hit.what->plural << "</h2><ul>"_h;
      last = hit.what;
    }
    h << "<li><a href=\""_h << Url{record_url(*hit.what, hit.id)} << "\"><span class=\"tt\">"_h << hit.title << "</span><span class=\"tsub\">"_h << hit.code;
    if (auto day = Date::from_iso(hit.date)) h << " · "_h << format_date(*day, shell.lang);
    h << "</span></a>"_h;
    if (hit.illustrative) h << illustrative_mark(shell.lang);
    h << "</li>"_h;
  }
  if (last) h << "</ul></section>"_h;
  if (hits.empty() && !words.empty())
    h << empty_state(shell.lang, Message("Không thấy “" + words + "”", "Nothing found for “" + words + "”"),
                     Text("Gõ không dấu cũng được; thử ít chữ hơn.", "Diacritics don't matter; try fewer words."), {});
  if (r.partial()) return web::html(std::move(h).str());
  PageHead head;
  head.title = words.empty() ? Message(Text("Tìm", "Search")) : Message("Tìm “" + words + "”", "Search “" + words + "”");
  Html body(shell.lang);
  body << "<form class=\"filters\" method=\"get\" action=\"/search\" role=\"search\"><label class=\"fl-search\"><span class=\"visually-hidden\">"_h
       << Text("Từ cần tìm", "Words") << "</span>"_h << icon("search", "s") << "<input type=\"search\" name=\"q\" value=\""_h << words
       << "\"></label><button class=\"btn\" type=\"submit\">"_h << Text("Tìm", "Search") << "</button></form><div class=\"card cb\">"_h << h << "</div>"_h;
  return respond(shell, head, body);
}

}  // namespace nc::reg
