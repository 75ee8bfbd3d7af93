// The list page: views with their counts, summary, conditions, table; and what to do when nothing is found.
#include "register/pages_list.h"

#include "auth/access.h"
#include "ledger/generation.h"

#include <algorithm>

#include "base/words.h"
#include "html/assets.h"

namespace nc::reg {

namespace {

constexpr std::int64_t k_view_counts_to = 2000;

/// The filters of a view; a view is always one that its own register understands (a test checks).
ListQuery query_of_view(const Description& d, const std::string& query) {
  std::vector<std::pair<std::string, std::string>> items;
  std::size_t at = 0;
  while (at < query.size()) {
    const std::size_t end = std::min(query.find('&', at), query.size()), equal = query.find('=', at);
    if (equal < end) items.emplace_back(query.substr(at, equal - at), query.substr(equal + 1, end - equal - 1));
    at = end + 1;
  }
  auto parsed = parse_list_query(d, items);
  return parsed ? *parsed : ListQuery{};
}

struct View { Message label; ListQuery query; };

/// How the list looks stays; conditions and words don't. A list left this way is not exchanged for the person's usual one.
ListQuery unfiltered(const ListQuery& now, ListQuery q = {}) {
  q.columns = now.columns;
  if (!now.view.empty()) q.view = "all";
  return q;
}

/// The working period first, then the register's own views within the period now shown, then all periods.
std::vector<View> views_of(const ListView& x) {
  std::vector<View> views;
  const bool dated = !x.d.date_field.empty();
  const auto now = filter_values(x.q, "period");
  if (dated) {
    ListQuery q;
    q.filters.emplace_back("period", x.shell.period_code);
    views.push_back({Message(capital(x.shell.period_label.vi), capital(x.shell.period_label.en)), q});
  } else {
    views.push_back({Text("Tất cả", "All"), {}});
  }
  for (const SavedView& view : x.d.views) {
    ListQuery q = query_of_view(x.d, view.query);
    if (dated && !now.empty()) q.filters.emplace_back("period", now.front());
    views.push_back({view.label, q});
  }
  if (dated) views.push_back({Text("Mọi kỳ", "All periods"), {}});
  for (View& view : views) view.query = unfiltered(x.q, std::move(view.query));
  return views;
}

bool same_filters(const ListQuery& a, const ListQuery& b) {
  auto x = a.filters, y = b.filters;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y && a.words == b.words && a.ids == b.ids;
}

Html view_tabs(const ListView& x, bool with_counts) {
  const auto views = views_of(x);
  std::vector<std::int64_t> n;
  if (with_counts) {
    std::vector<ListQuery> queries;
    for (const View& v : views) queries.push_back(v.query);
    n = remembered(x, &ListMemory::views, "views", [&] { return counts(x.db, x.d, x.actor, queries, k_view_counts_to + 1); });
  }
  std::vector<Tab> items;
  for (std::size_t i = 0; i < views.size(); ++i) {
    Tab tab{.label = views[i].label, .href = list_address(x.d, views[i].query), .count = {}, .on = same_filters(views[i].query, x.q)};
    if (!n.empty() && n[i] <= k_view_counts_to) tab.count = format_int(n[i], x.lang);
    items.push_back(std::move(tab));
  }
  return tabs(x.lang, Text("Góc nhìn", "Views"), items);
}

/// May this person open the page below the list's address? Asked of the route itself: a button never leads to a refusal.
bool opens(const ListView& x, const std::string& below) {
  if (!x.context.site) return x.actor.may(Function::enter);
  web::Request request;
  request.method = "GET";
  request.path = request.target = list_url(x.d) + below;
  std::string allowed;
  return x.context.site->router.find(request, allowed) && request.path_args.empty() && !refusal_of(request.access, x.actor, false);
}

Html first_use(const ListView& x) {
  std::vector<std::pair<Message, std::string>> ways;
  if (!x.d.reference && opens(x, "/new")) ways.emplace_back(Message("Ghi " + x.d.singular.vi + " mới", "New " + x.d.singular.en), list_url(x.d) + "/new");
  if (x.context.imports && x.actor.may(Function::enter)) ways.emplace_back(Text("Nhập từ bảng tính", "Import a spreadsheet"), list_url(x.d) + "/import");
  return empty_state(x.lang, Message((x.d.plural.vi.starts_with("Sổ ") ? "" : "Sổ ") + std::string(x.d.plural.vi) + " chưa có bản ghi", "Nothing in " + x.d.plural.en + " yet"),
                     Text("Ghi bản ghi đầu tiên, hoặc nhập từ bảng tính có sẵn.",
                          "Add the first record, or import a spreadsheet you have."), ways);
}

/// Says which condition to drop and what that would give.
Html nothing_found(const ListView& x) {
  if (x.q.words.empty() && x.q.filters.empty()) return first_use(x);
  std::vector<std::pair<Message, ListQuery>> ways;
  if (!x.q.words.empty()) {
    ListQuery q = from_start(x.q);
    q.words.clear();
    ways.emplace_back(Message("chữ “" + x.q.words + "”", "the words “" + x.q.words + "”"), q);
  }
  std::vector<std::string> seen;
  for (const auto& [name, value] : x.q.filters) {
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
    seen.push_back(name);
    const Message label = filter_label(x, name);
    const std::string words = filter_words(x, name);
    ways.emplace_back(Message("“" + label.vi + ": " + words + "”", "“" + label.en + ": " + words + "”"), from_start(without(x.q, name)));
  }
  std::vector<ListQuery> queries;
  for (const auto& way : ways) queries.push_back(way.second);
  const auto n = counts(x.db, x.d, x.actor, queries, 1000);
  std::vector<std::pair<Message, std::string>> actions;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (n[i] == 0) continue;
    const std::string count = format_int(n[i], x.lang);
    actions.emplace_back(Message("Bỏ " + ways[i].first.vi + " thì có " + count, "Without " + ways[i].first.en + ": " + count), list_address(x.d, ways[i].second));
  }
  if (actions.empty()) actions.emplace_back(Text("Bỏ mọi điều kiện", "Clear all"), bare_address(x));
  return empty_state(x.lang, Text("Không có bản ghi nào khớp", "Nothing matches"),
                     Text("Bỏ một điều kiện:", "Drop a condition:"), actions);
}

Html head_actions(const ListView& x) {
  Html h(x.lang);
  std::vector<MenuItem> formats;
  // What the screen shows first; then every column, in the form that imports read back.
  for (const auto& [format, name] : {std::pair{"xlsx", "Excel (xlsx)"}, std::pair{"ods", "LibreOffice (ods)"}, std::pair{"csv", "CSV"}, std::pair{"json", "JSON"}})
    formats.push_back({.label = Message(name, name), .icon = "table-export", .href = list_address(x.d, from_start(x.q), std::string("format=") + format + "&columns=shown")});
  for (const auto& [format, name] : {std::pair{"xlsx", "Excel"}, std::pair{"csv", "CSV"}, std::pair{"json", "JSON"}})
    formats.push_back({.label = Message(std::string(name) + ", đủ mọi cột", std::string(name) + ", every column"), .icon = "table-export",
                       .href = list_address(x.d, from_start(x.q), std::string("format=") + format)});
  h << menu(x.lang, {.label = Text("Xuất", "Export"), .icon = "table-export"}, formats);
  if (x.context.imports && x.actor.may(Function::enter))
    h << button(x.lang, {.label = Text("Nhập", "Import"), .icon = "table-import", .href = list_url(x.d) + "/import"});
  if (!x.d.reference && opens(x, "/new"))
    h << button(x.lang, {.label = Message("Ghi " + x.d.singular.vi + " mới", "New " + x.d.singular.en), .icon = "plus", .href = list_url(x.d) + "/new", .kind = "primary", .key = "N"});
  return h;
}

void say_what_was_done(const web::Request& r, const Description& d, Shell& shell) {
  if (r.query.get("done") != "removed") return;
  shell.toast = Text("Đã bỏ khỏi sổ.", "Removed.").in(shell.lang);
  const auto of = parse_int(r.query.get("of")), change = parse_int(r.query.get("change"));
  if (of && change) shell.toast_undo = record_url(d, *of) + "/undo?change=" + std::to_string(*change);
}

/// Settings that are read here, not by the list.
std::vector<std::pair<std::string, std::string>> list_items(const web::Request& r) {
  std::vector<std::pair<std::string, std::string>> items;
  for (const auto& [name, value] : r.query.items())
    if (name != "done" && name != "change" && name != "of" && name != "mo" && name != "columns") items.emplace_back(name, value);
  return items;
}

/// The list as a figure: how many, by which conditions, the first five.
web::Response list_popover(const ListView& x) {
  ListQuery five = from_start(x.q);
  five.limit = 5;
  const ListPage page = list(x.db, x.d, x.actor, five);
  const std::string n = format_int(page.count, Lang::vi), n_en = format_int(page.count, Lang::en);
  Popover p;
  p.title = {n + " " + x.d.singular.vi, n_en + " " + (page.count == 1 ? std::string(x.d.singular.en) : several(x.d.singular.en))};
  std::vector<std::string> seen;
  for (const auto& [name, value] : x.q.filters) {
    if (std::find(seen.begin(), seen.end(), name) != seen.end()) continue;
    seen.push_back(name);
    const std::string words = filter_words(x, name);
    const Message label = filter_label(x, name);
    p.rule = {p.rule.vi + (p.rule.vi.empty() ? "" : "; ") + label.vi + ": " + words, p.rule.en + (p.rule.en.empty() ? "" : "; ") + label.en + ": " + words};
  }
  p.body = short_table(x, page);
  p.foot = Html(x.lang) << more_link(x.lang, Message("Mở cả " + n + " bản ghi", "Open all " + n_en + " records"), list_address(x.d, from_start(x.q))) << "<span class=\"grow\"></span>"_h
                        << button(x.lang, {.label = Text("Xuất Excel", "Export Excel"), .icon = "table-export", .href = list_address(x.d, from_start(x.q), "format=xlsx"), .kind = "link"});
  return web::html(nc::popover(x.lang, p).str()).with("Vary", "HX-Request");
}

}  // namespace

std::string list_address(const Description& d, const ListQuery& q, const std::string& more) {
  std::string query = query_string(q);
  if (!more.empty()) query += (query.empty() ? "" : "&") + more;
  return list_url(d) + (query.empty() ? "" : "?" + query);
}

std::string bare_address(const ListView& x) { return list_address(x.d, unfiltered(x.q)); }

ListQuery from_start(const ListQuery& q) {
  ListQuery out = q;
  out.after.clear();
  out.before.clear();
  out.first_row = 1;
  return out;
}

ListQuery without(const ListQuery& q, const std::string& name) {
  ListQuery out = q;
  std::erase_if(out.filters, [&](const auto& filter) { return filter.first == name; });
  return out;
}

namespace {

/// The page, with the count of the whole list from memory when nothing has changed since.
ListPage page_of(const ListView& x) {
  std::optional<ListPage> fresh;
  const auto counted = remembered(x, &ListMemory::totals, "total", [&] {
    fresh = list(x.db, x.d, x.actor, x.q);
    return std::pair{fresh->count, fresh->count_is_more};
  });
  return fresh ? std::move(*fresh) : list(x.db, x.d, x.actor, x.q, counted);
}

/// Everything that depends on the conditions; it is swapped together, so that the parts can't disagree.
std::string draw_list(const ListView& x) {
  const ListPage page = page_of(x);
  const bool short_list = !page.count_is_more && page.count <= k_sum_at_most;
  std::vector<ListPart> parts;
  if (short_list && !page.rows.empty()) parts = remembered(x, &ListMemory::parts, "parts", [&] { return parts_of_list(x.db, x.d, x.actor, x.q); });
  const PanelContext panel{x.db, x.actor, x.d, 0, {}, x.lang, x.shell.csrf};
  Html h(x.lang);
  h << "<div id=\"list\">"_h << view_tabs(x, short_list);
  if (short_list && x.context.list_summary) h << x.context.list_summary(panel, x.q);
  if (x.d.summary) h << x.d.summary(panel, query_string(x.q));
  h << list_filters(x, short_list);
  if (page.rows.empty()) h << "<div class=\"card\">"_h << nothing_found(x) << "</div>"_h;
  else h << list_table(x, page, parts);
  return std::move(h << "</div>"_h).str();
}

/// Drawn once until some register changes: people go from a list to a record and back.
std::string list_body(const ListView& x) {
  const std::string place = x.q.after + "<" + x.q.before + "<" + std::to_string(x.q.first_row);
  const std::string drawn_for = "body " + std::string(x.lang == Lang::vi ? "vi " : "en ") + x.shell.period_code + " " + x.shell.csrf + " " + place;
  return remembered(x, &ListMemory::bodies, drawn_for, [&] { return draw_list(x); });
}

/// Where the person's usual list is, when it is the plain one that was asked for; "" otherwise. `q` learns that there is one.
std::string usual_address(const ListView& x, const web::Request& r, ListQuery& q) {
  if (!x.context.usual_view || !q.view.empty()) return {};
  const std::string usual = x.context.usual_view(x.db, x.actor, x.d);
  if (usual.empty()) return {};
  const auto& asked = r.query.items();
  const bool plain = asked.empty() || (asked.size() == 1 && asked[0].first == "period" && asked[0].second == x.shell.period_code);
  q.view = "all";
  return plain ? list_url(x.d) + "?" + usual : std::string();
}

}  // namespace

web::Response list_page(const Context& c, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& shell, const Description& d) {
  say_what_was_done(r, d, shell);
  auto query = parse_list_query(d, list_items(r));
  if (!query) return problem_page(shell, query.error());
  if (r.query.has("format")) return export_list(c, r, db, actor, d, *query);
  if (r.query.get("mo") == "1") return list_popover({c, db, actor, shell, d, *query, shell.lang});
  const ListView x{c, db, actor, shell, d, *query, shell.lang, c.memory ? ledger::generation_of_all(db) : 0};
  if (const std::string usual = usual_address(x, r, *query); !usual.empty()) return web::redirect(usual);
  std::string body = list_body(x);
  if (r.partial()) return web::html(std::move(body)).with("Vary", "HX-Request");
  Html h(shell.lang);
  h.trusted(body);
  PageHead head;
  head.title = d.plural;
  head.actions = head_actions(x);
  return respond(shell, head, h).with("Vary", "HX-Request");
}

}  // namespace nc::reg
