// A year of the portal and of information work: twelve months in one form, what was made in each, visits as a chart, what is missing.
#include <algorithm>
#include <array>
#include <map>

#include <boost/json.hpp>

#include "app/catalog.h"
#include "app/common/figure_strip.h"
#include "app/common/fresh_record.h"
#include "app/common/page_visit.h"
#include "app/common/within.h"
#include "app/information/kinds.h"
#include "app/information/public.h"
#include "app/organisations/public.h"
#include "base/clock.h"
#include "base/words.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

constexpr int k_months = 12;
constexpr std::array<const char*, 3> k_boxes{"visits", "articles_vi", "articles_other"};
using Boxes = std::array<std::string, k_boxes.size()>;

/// One line of the form: a month of the site.
struct Line {
  std::int64_t id = 0, version = 0;
  reg::Cells cells;          ///< as kept; empty for a month without a count
  Boxes typed;
  Problems problems;
};
using Lines = std::array<Line, k_months>;

struct Visit : PageVisit {
  std::string home;  ///< whose figures these are
  int year = 0;
  std::string site{};
  std::vector<std::string> sites{};  ///< of the actor's own office
  Period whole() const { return {*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)}; }
  Period month(int m) const { return {*Date::from_ymd(year, m, 1), *Date::from_ymd(year, m, days_in_month(year, m))}; }
  StripAsk strip(Period period) const { return {engine, db, actor, shell.lang, home, period}; }
};

std::string name_of(int month, const char* field) { return "m" + std::to_string(month) + "." + field; }
bool is_over(const Period& month) { return month.to < today(); }
Message month_words(int m) { return {"Tháng " + std::to_string(m), std::string(month_name(m))}; }

std::vector<std::string> sites_of(db::ReadDb& db, const Actor& actor) {
  std::vector<std::string> out;
  each_within(db, "SELECT c.site, MAX(c.month) FROM portal_count c WHERE c.deleted = 0 AND c.org_id = $1", {actor.org}, org_scope(actor, "c"), "GROUP BY c.site ORDER BY 2 DESC, c.site", [&](const db::Row& r) {
    out.emplace_back(r.text(0));
    return true;
  });
  return out;
}

Visit visit_of(const fig::Engine& engine, const web::Fields& asked, db::ReadDb& db, const Actor& actor, const Shell& shell) {
  Visit x{engine, db, actor, shell, home_org(db, actor)};
  x.year = static_cast<int>(std::clamp<std::int64_t>(parse_int(asked.get("year")).value_or(working_period(shell.period_code).to.year()), 1990, today().year()));
  x.sites = sites_of(db, actor);
  x.site = asked.get("site");
  if (x.site.empty() && !x.sites.empty() && !asked.has("another")) x.site = x.sites.front();
  return x;
}

Lines kept_lines(const Visit& x) {
  Lines out;
  if (x.site.empty()) return out;
  reg::ListQuery q;
  q.filters = {{"site", x.site}, {"from", x.whole().from.iso()}, {"to", x.whole().to.iso()}};
  q.limit = 500;
  const reg::Description& d = portal_counts();
  for (const auto& cells : reg::list(x.db, d, x.actor, q, {0, false}).rows) {
    const auto day = Date::from_iso(d.text(cells, "month"));
    if (!day || db::as_int(cells[reg::k_org]) != x.actor.org) continue;
    Line& line = out[static_cast<std::size_t>(day->month() - 1)];
    if (line.id > db::as_int(cells[reg::k_id])) continue;  // entered again later: that one counts
    line.id = db::as_int(cells[reg::k_id]);
    line.version = db::as_int(cells[reg::k_version]);
    line.cells = cells;
    for (std::size_t i = 0; i < k_boxes.size(); ++i) line.typed[i] = reg::show(*d.find(k_boxes[i]), cells, x.lang());
  }
  return out;
}

// ---- the form --------------------------------------------------------------------------------------------

void box(Html& h, const Visit& x, const Line& line, int m, std::size_t i) {
  const std::string name = name_of(m, k_boxes[i]);
  const reg::Field& f = *portal_counts().find(k_boxes[i]);
  std::string wrong;
  for (const Problem& p : line.problems)
    if (p.field == f.name) wrong = p.message.in(x.lang());
  h << "<td><input type=\"text\" inputmode=\"numeric\" autocomplete=\"off\" id=\"f-"_h << name << "\" name=\""_h << name << "\" value=\""_h << line.typed[i] << "\" aria-label=\""_h
    << Message(month_words(m).vi + ", " + f.label.vi, month_words(m).en + ", " + f.label.en) << "\""_h;
  if (!wrong.empty()) h << " aria-invalid=\"true\" aria-describedby=\"e-"_h << name << "\""_h;
  h << ">"_h;
  if (!wrong.empty()) h << "<p class=\"err\" id=\"e-"_h << name << "\">"_h << wrong << "</p>"_h;
  h << "</td>"_h;
}

void month_row(Html& h, const Visit& x, const Line& line, int m) {
  h << "<tr><th scope=\"row\">"_h << month_words(m) << "</th>"_h;
  for (std::size_t i = 0; i < k_boxes.size(); ++i) box(h, x, line, m, i);
  h << "<td class=\"num\">"_h << figure_of(x.strip(x.month(m)), {"I71", ""});
  if (!line.id && is_over(x.month(m)) && !x.site.empty()) h << " "_h << badge(x.lang(), Text("chưa ghi", "not entered"), Tone::warn);
  h << hidden(name_of(m, "version"), std::to_string(line.version)) << "</td></tr>"_h;
}

Html site_choice(const Visit& x) {
  Html h(x.lang());
  std::vector<Tab> tabs;
  const std::string year = "&year=" + std::to_string(x.year);
  for (const auto& site : x.sites) tabs.push_back({.label = Message(site, site), .href = "/information/months?site=" + url_encode(site) + year, .count = {}, .on = site == x.site});
  if (tabs.empty()) return h;
  tabs.push_back({.label = Text("Trang khác", "Another site"), .href = "/information/months?another=1" + year, .count = {}, .on = x.site.empty()});
  return segments(x.lang(), Text("Trang", "Site"), tabs);
}

Html form_card(const Visit& x, const Lines& lines, const std::string& site_problem) {
  Control site;
  site.name = "site";
  site.label = portal_counts().find("site")->label;
  site.hint = *portal_counts().find("site")->opt.hint;
  site.value = x.site;
  site.error = site_problem;
  site.required = true;
  Html h(x.lang());
  h << "<form method=\"post\" novalidate action=\"/information/months\">"_h << hidden("csrf", x.shell.csrf) << hidden("year", std::to_string(x.year));
  if (std::find(x.sites.begin(), x.sites.end(), x.site) != x.sites.end()) h << hidden("site", x.site);
  else h << "<div class=\"cb\">"_h << control(x.lang(), site) << "</div>"_h;
  h << "<div class=\"grid-w\"><table class=\"grid-t mo\" data-grid data-rows=\"12\"><caption class=\"vh\">"_h << Text("Số đếm từng tháng", "Counts of the months") << "</caption><thead><tr><th scope=\"col\">"_h << Text("Tháng", "Month") << "</th>"_h;
  for (const char* name : k_boxes) h << "<th scope=\"col\">"_h << portal_counts().find(name)->label << "</th>"_h;
  h << "<th scope=\"col\">"_h << Text("Sản phẩm trong tháng", "Products of the month") << "</th></tr></thead><tbody>"_h;
  for (int m = 1; m <= k_months; ++m) month_row(h, x, lines[static_cast<std::size_t>(m - 1)], m);
  h << "</tbody></table></div>"_h;
  if (x.actor.may(Function::enter) && !x.actor.preview())
    h << "<div class=\"ff\">"_h << button(x.lang(), {.label = Text("Lưu các tháng", "Save the months"), .kind = "primary", .key = "Ctrl ↵"}) << "</div>"_h;
  h << "</form>"_h;
  const std::string year = std::to_string(x.year);
  return card(x.lang(), {.title = Message("Số đếm của trang, năm " + year, "Counts of the portal, " + year), .note = Text("Mũi tên, Enter chuyển tháng; dán được cả cột chép từ Excel; gõ “gần”, “hơn” thì được giữ", "Arrows and Enter go from month to month; a column copied from Excel can be pasted; “about”, “more than” are kept"),
                         .head_end = site_choice(x), .body = h, .flush = true, .id = "months"});
}

// ---- chart and what is missing ---------------------------------------------------------------------------

std::map<std::string, double> by_month(const Visit& x, const char* code, int year) {
  fig::Ask ask;
  ask.code = code;
  ask.org = x.home;
  ask.period = Period{*Date::from_ymd(year, 1, 1), *Date::from_ymd(year, 12, 31)};
  ask.by = "month";
  std::map<std::string, double> out;
  if (const auto f = x.engine.evaluate(x.db, x.actor, ask))
    for (const auto& g : f->groups) out[g.key] = g.value.value_or(0);
  return out;
}

std::string month_key(int year, int m) { return std::to_string(year) + (m < 10 ? "-0" : "-") + std::to_string(m); }

Html chart_card(const Visit& x) {
  const auto now = by_month(x, "I73", x.year), before = by_month(x, "I73", x.year - 1);
  if (now.empty() && before.empty()) return Html(x.lang());
  boost::json::array labels, this_year, last_year;
  ChartTable table;
  const std::string year = std::to_string(x.year), past = std::to_string(x.year - 1);
  table.head = {std::string(Text("Tháng", "Month").in(x.lang())), past, year};
  const auto put = [&](boost::json::array& series, const std::map<std::string, double>& values, int of, int m) -> std::string {
    const auto found = values.find(month_key(of, m));
    if (found == values.end()) return series.emplace_back(nullptr), "–";
    fig::Ask ask;
    ask.code = "I73";
    ask.org = x.home;
    ask.period = Period{*Date::from_ymd(of, m, 1), *Date::from_ymd(of, m, days_in_month(of, m))};
    series.push_back(boost::json::object{{"value", found->second}, {"href", fig::ask_url(ask)}});
    return format_int(static_cast<std::int64_t>(found->second), x.lang());
  };
  for (int m = 1; m <= k_months; ++m) {
    labels.emplace_back(x.lang() == Lang::vi ? "T" + std::to_string(m) : month_words(m).en.substr(0, 3));
    const std::string a = put(last_year, before, x.year - 1, m), b = put(this_year, now, x.year, m);
    table.rows.push_back({month_words(m).in(x.lang()), a, b});
  }
  boost::json::array series;
  if (!before.empty()) series.push_back({{"type", "bar"}, {"name", past}, {"data", last_year}, {"itemStyle", {{"color", "ink-3"}}}});
  series.push_back({{"type", "bar"}, {"name", year}, {"data", this_year}, {"itemStyle", {{"color", "c1"}}}});
  const boost::json::object option{{"xAxis", {{"type", "category"}, {"data", labels}}}, {"yAxis", {{"type", "value"}, {"minInterval", 1}}}, {"series", series}};
  double sum = 0;
  for (const auto& [key, value] : now) sum += value;
  const std::string vi = format_int(static_cast<std::int64_t>(sum), Lang::vi), en = format_int(static_cast<std::int64_t>(sum), Lang::en), n = std::to_string(now.size());
  return card(x.lang(), {.title = Text("Lượt truy cập theo tháng", "Visits by month"),
                         .body = chart(x.lang(), "visits", boost::json::serialize(option), Message(vi + " lượt trong " + n + " tháng đã ghi của năm " + year, en + " visits in the " + n + " months entered of " + year), table)});
}

void add_missing_months(const Visit& x, const Lines& lines, std::vector<ListItem>& items) {
  std::string vi, en;
  for (int m = 1; m <= k_months; ++m)
    if (!lines[static_cast<std::size_t>(m - 1)].id && is_over(x.month(m))) vi += (vi.empty() ? "" : ", ") + std::to_string(m), en += (en.empty() ? "" : ", ") + month_words(m).en;
  if (vi.empty()) return;
  ListItem item;
  item.icon = "chart-bar";
  item.tone = Tone::warn;
  item.title = Html(x.lang()) << Text("Tháng chưa có số đếm", "Months without a count");
  item.detail = Html(x.lang()) << Message("tháng " + vi, en);
  item.href = "#months";
  items.push_back(std::move(item));
}

void add_count(const Visit& x, std::vector<ListItem>& items, const char* icon, const Message& title, const std::vector<std::pair<std::string, std::string>>& conditions) {
  auto q = reg::parse_list_query(information_items(), conditions);
  if (!q) return;
  const std::string address = "/information?" + reg::query_string(*q);
  q->limit = 1;
  const reg::ListPage page = reg::list(x.db, information_items(), x.actor, *q);
  if (page.count == 0) return;
  const std::string n = format_int(page.count, x.lang()) + (page.count_is_more ? "+" : "");
  ListItem item;
  item.icon = icon;
  item.tone = Tone::warn;
  item.title = Html(x.lang()) << title;
  item.end = Html(x.lang()) << figure(x.lang(), {.href = address, .shown = n, .spoken = {title.vi + ": " + n + ", mở danh sách", title.en + ": " + n + ", open the list"}});
  items.push_back(std::move(item));
}

Html missing_card(const Visit& x, const Lines& lines) {
  std::vector<ListItem> items;
  if (!x.site.empty()) add_missing_months(x, lines, items);
  add_count(x, items, "pencil", Text("Sản phẩm còn thiếu thông tin", "Products with something missing"), {{"is", "incomplete"}, {"from", x.whole().from.iso()}, {"to", x.whole().to.iso()}});
  add_count(x, items, "clock", Text("Chờ duyệt nội dung", "Waiting for approval"), {{"status", "checking"}});
  add_count(x, items, "rubber-stamp", Text("Chờ giấy phép", "Waiting for a licence"), {{"status", "licensing"}});
  add_count(x, items, "calendar-event", Text("Đã duyệt, chưa phát hành", "Approved, not published"), {{"status", "approved"}});
  if (items.empty()) return Html(x.lang());
  return card(x.lang(), {.title = Text("Còn thiếu, còn chờ", "Missing and waiting"), .body = item_list(x.lang(), items), .id = "missing"});
}

web::Response draw(const Visit& x, const Lines& lines, const std::string& site_problem, int status) {
  PageHead head;
  const std::string year = std::to_string(x.year);
  head.title = Message("Thông tin đối ngoại theo tháng, năm " + year, "External information by month, " + year);
  head.crumbs = {{information_items().plural, "/information"}};
  std::vector<Tab> years;
  for (int y = today().year() - 3; y <= today().year(); ++y)
    years.push_back({.label = Message(std::to_string(y), std::to_string(y)), .href = "/information/months?year=" + std::to_string(y) + (x.site.empty() ? "" : "&site=" + url_encode(x.site)), .count = {}, .on = y == x.year});
  head.actions = segments(x.lang(), Text("Năm", "Year"), years);
  Html h(x.lang());
  h << "<div class=\"stack-16\"><div>"_h << information_tabs(x.lang(), "months") << "</div>"_h
    << figure_strip(x.strip(x.whole()), {{"I71", "speakerphone"}, {"I72", "news"}, {"I73", "eye"}, {"I74", "school"}, {"I75", "book"}, {"I76", "photo"}}) << missing_card(x, lines) << form_card(x, lines, site_problem)
    << chart_card(x) << "</div>"_h;
  return reg::respond(x.shell, head, h, status);
}

// ---- saving ----------------------------------------------------------------------------------------------

/// Keeps one month: entered, changed or, emptied, taken out of the register.
void keep(const Visit& x, db::Tx& tx, Line& line, int m) {
  const reg::Description& d = portal_counts();
  const bool empty = std::all_of(line.typed.begin(), line.typed.end(), [](const std::string& s) { return s.empty(); });
  if (empty && line.id == 0) return;
  if (empty) {
    const auto gone = reg::remove(tx, catalog(), d, x.actor, line.id, line.version, std::string(Text("Bỏ ở bảng tháng", "Removed in the table of months").in(Lang::vi)));
    if (!gone) line.problems.push_back(gone.error());
    return;
  }
  reg::Cells cells = line.id ? line.cells : fresh_record(d, x.actor.org);
  const reg::Cells was = cells;
  if (!line.id) {
    cells[static_cast<std::size_t>(d.column("site"))] = x.site;
    cells[static_cast<std::size_t>(d.column("month"))] = x.month(m).to.iso();
  }
  for (std::size_t i = 0; i < k_boxes.size(); ++i) {
    const reg::Field& f = *d.find(k_boxes[i]);
    if (line.id && line.typed[i] == reg::show(f, was, x.lang())) continue;
    if (auto message = reg::set_text(x.db, catalog(), x.actor, f, line.typed[i], cells)) line.problems.push_back({Code::invalid, *message, f.name});
  }
  if (!line.problems.empty() || cells == was) return;
  cells[reg::k_version] = line.version;
  if (auto saved = reg::save(tx, catalog(), d, x.actor, cells); !saved) line.problems = saved.error();
}

web::Response save_all(const fig::Engine& engine, const web::Request& r, db::Tx& tx, const Actor& actor, Shell& shell) {
  const Visit x = visit_of(engine, r.form, tx, actor, shell);
  if (r.form.get("site").empty()) {
    Lines typed;
    for (int m = 1; m <= k_months; ++m)
      for (std::size_t i = 0; i < k_boxes.size(); ++i) typed[static_cast<std::size_t>(m - 1)].typed[i] = r.form.get(name_of(m, k_boxes[i]));
    return draw(x, typed, Text("Ghi tên miền hoặc tên trang.", "Enter the domain or the name of the page.").in(x.lang()).data(), 422);
  }
  Lines lines = kept_lines(x);
  bool good = true;
  for (int m = 1; m <= k_months; ++m) {
    Line& line = lines[static_cast<std::size_t>(m - 1)];
    for (std::size_t i = 0; i < k_boxes.size(); ++i) line.typed[i] = r.form.get(name_of(m, k_boxes[i]));
    line.version = parse_int(r.form.get(name_of(m, "version"))).value_or(0);
    keep(x, tx, line, m);
    // What has no box of its own in this table is told at the first one.
    for (Problem& p : line.problems)
      if (std::find(k_boxes.begin(), k_boxes.end(), p.field) == k_boxes.end()) p.field = k_boxes[0];
    good = good && line.problems.empty();
  }
  if (!good) return draw(x, lines, {}, 422);
  return web::redirect("/information/months?done=saved&year=" + std::to_string(x.year) + "&site=" + url_encode(x.site));
}

}  // namespace

void add_information_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/information/months", web::person().seeing("internal"), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) {
    if (r.query.get("done") == "saved") s.toast = Text("Đã lưu các tháng.", "The months are saved.").in(s.lang);
    const Visit x = visit_of(engine, r.query, db, a, s);
    return draw(x, kept_lines(x), {}, 200);
  }));
  router.post("/information/months", web::person("enter"), reg::act_handler(context, [&engine](const web::Request& r, db::Tx& tx, const Actor& a, Shell& s) { return save_all(engine, r, tx, a, s); }));
}

}  // namespace nc::app
