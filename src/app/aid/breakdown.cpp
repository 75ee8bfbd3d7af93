// Aid by place, donor, country and field: bars that open, with a table of the same numbers; provinces on a map too.
#include <algorithm>

#include "app/aid/pipeline.h"
#include "app/aid/public.h"
#include "app/common/page_visit.h"
#include "app/organisations/public.h"
#include "app/reference/public.h"
#include "base/words.h"
#include "html/assets.h"
#include "html/components.h"
#include "register/pages_parts.h"

namespace nc::app {

namespace {

struct Cut { std::string_view name, code, by; Text label; };

constexpr std::size_t k_cuts = 5;
const std::array<Cut, k_cuts>& cuts() {
  static const std::array<Cut, k_cuts> all{{{"province", "I50", "province", {"Tỉnh, thành phố", "Provinces"}},
                                            {"place", "I50", "place", {"Nơi thực hiện", "Places"}},
                                            {"donor", "I49", "donor", {"Nhà tài trợ", "Donors"}},
                                            {"country", "I49", "country", {"Nước", "Countries"}},
                                            {"sector", "I41", "sector", {"Lĩnh vực", "Fields"}}}};
  return all;
}

struct Seen : PageVisit {
  std::string org;
  Period period;
  fig::Ask ask(std::string_view code) const {
    fig::Ask a;
    a.code = code;
    a.org = org;
    a.period = period;
    return a;
  }
};

FigureLink opened(const fig::Figure& f, const Message& name, Lang lang) {
  const std::string shown = fig::on_screen(f, lang);
  return {.href = fig::ask_url(f.ask), .shown = shown, .spoken = {name.vi + ": " + fig::on_screen(f, Lang::vi) + ", mở bản ghi", name.en + ": " + fig::on_screen(f, Lang::en) + ", open the records"}};
}

/// "16,95 tỷ đồng": the number large, its unit beside it.
void split_unit(Kpi& k) {
  std::string& shown = k.figure.shown;
  const auto gap = std::min(shown.find(' '), shown.find("\u00A0"));
  if (gap == std::string::npos || shown.empty() || shown[0] < '0' || shown[0] > '9') return;
  const std::string unit = shown.substr(gap);
  shown.resize(gap);
  k.unit = {unit, unit};
}

Html strip(const Seen& x) {
  std::vector<Kpi> kpis;
  for (const auto& [code, icon_name] : {std::pair{"I38", "heart-handshake"}, {"I42", "coins"}, {"I40", "target-arrow"}, {"I46", "repeat"}, {"I51", "clock-exclamation"}, {"I52", "ban"}}) {
    const fig::Indicator* i = x.engine.find(code);
    fig::Ask ask = x.ask(code);
    if (i->at_day) ask.period = Period{x.period.to, x.period.to};
    const auto f = x.engine.evaluate(x.db, x.actor, ask);
    if (!f) continue;
    Kpi k;
    k.label = i->name;
    k.icon = icon_name;
    k.figure = opened(*f, i->name, x.shell.lang);
    split_unit(k);
    kpis.push_back(std::move(k));
  }
  return kpi_strip(x.shell.lang, kpis);
}

/// The groups of one cut, the largest first; groups in a currency without rates stand behind, each in its own currency.
std::vector<fig::Group> groups_of(const fig::Figure& f) {
  std::vector<fig::Group> out = f.groups;
  std::stable_sort(out.begin(), out.end(), [&](const fig::Group& a, const fig::Group& b) {
    if ((a.unit == f.unit) != (b.unit == f.unit)) return a.unit == f.unit;
    return a.value.value_or(0) > b.value.value_or(0);
  });
  return out;
}

std::string shown_of(const fig::Figure& whole, const fig::Group& g, Lang lang) {
  fig::Figure one = whole;
  one.value = g.value, one.unit = g.unit, one.qualifier = g.qualifier, one.row_count = g.rows;
  one.parts.clear();
  return fig::on_screen(one, lang);
}

Message label_of(const fig::Group& g) {
  if (g.label.empty() || g.key.empty()) return Text("chưa ghi", "not given");
  return {capital(g.label.vi), capital(g.label.en)};
}

/// The provinces of today as dots; groups that have a value are put on top of them. Former units lie where their successors do.
std::vector<MapPoint> empty_map() {
  std::vector<MapPoint> out;
  for (const std::string& code : places_of_today())
    if (const auto at = place_point(code)) out.push_back({.latitude = at->latitude, .longitude = at->longitude});
  return out;
}

constexpr std::size_t k_bars = 14;

Html body_of(const Seen& x, const fig::Figure& f, const Cut& cut) {
  const Lang lang = x.shell.lang;
  const auto groups = groups_of(f);
  std::vector<BarRow> rows;
  std::vector<MapPoint> map;
  Table t;
  t.caption = cut.label;
  t.columns = {{.label = cut.label, .key = true}, {.label = Text("Số khoản", "Items"), .number = true}, {.label = Text("Giá trị", "Value"), .number = true}, {.label = Text("Tỷ lệ", "Share"), .number = true}};
  for (const fig::Group& g : groups) {
    fig::Ask ask = f.ask;
    ask.by.clear();
    ask.where = {{std::string(cut.by), g.key}};
    const std::string href = g.key.empty() ? std::string() : fig::ask_url(ask), shown = shown_of(f, g, lang);
    const Message label = label_of(g);
    const bool same = g.unit == f.unit && f.value && *f.value > 0;
    const std::string share = same ? format_decimal(100 * g.value.value_or(0) / *f.value, 1, lang) + "%" : std::string("–");
    if (rows.size() < k_bars && same) rows.push_back({.label = label.in(lang), .href = href, .shown = shown, .value = g.value.value_or(0), .sub = format_int(g.rows, lang) + (lang == Lang::vi ? " khoản" : g.rows == 1 ? " item" : " items")});
    if (const auto at = same && cut.by == "province" ? place_point(g.key) : std::nullopt)
      map.push_back({.latitude = at->latitude, .longitude = at->longitude, .label = label.in(lang), .href = href, .shown = shown, .value = static_cast<double>(g.value.value_or(0))});
    Row row;
    row.cells = {cut.by == std::string_view("country") ? country(g.key, label.in(lang)) : Html(lang) << label, Html(lang) << format_int(g.rows, lang),
                 figure(lang, {.href = href, .shown = shown, .spoken = {label.vi + ": " + shown_of(f, g, Lang::vi), label.en + ": " + shown_of(f, g, Lang::en)}}), Html(lang) << share};
    t.rows.push_back(std::move(row));
  }
  if (t.rows.empty())
    return empty_state(lang, Text("Kỳ này chưa có giá trị viện trợ", "No aid values in this period"), Text("Dòng giá trị cam kết, giải ngân, hiện vật ghi ở từng khoản.", "Committed, disbursed and in-kind entries are written on each item."), {{Text("Mở sổ viện trợ", "Open aid items"), "/aid"}});
  Row total;
  total.kind = Row::Kind::total;
  fig::Ask whole = f.ask;
  whole.by.clear();
  total.cells = {Html(lang) << Text("Cộng", "Sum"), Html(lang) << format_int(f.row_count, lang), figure(lang, {.href = fig::ask_url(whole), .shown = fig::on_screen(f, lang), .spoken = {"Cộng: " + fig::on_screen(f, Lang::vi), "Sum: " + fig::on_screen(f, Lang::en)}}), Html(lang) << "100%"};
  t.rows.push_back(std::move(total));
  Html h(lang);
  Html picture = bars(lang, rows);
  if (!map.empty()) {
    auto all = empty_map();
    all.insert(all.end(), map.begin(), map.end());
    picture = Html(lang) << "<div class=\"map-2\">"_h << country_map(lang, all, Text("Bản đồ giá trị viện trợ theo tỉnh, thành phố", "Map of the value of aid by province")) << picture << "</div>"_h;
  }
  h << card(lang, {.title = Message("Giá trị theo: " + std::string(cut.label.vi), "Value by: " + std::string(cut.label.en)), .body = picture, .id = "bars"});
  h << card(lang, {.title = Text("Bảng số", "The numbers"), .body = table(lang, t), .flush = true, .id = "numbers"});
  return h;
}

web::Response breakdown_page(const fig::Engine& engine, const web::Request& r, db::ReadDb& db, const Actor& actor, Shell& s) {
  const Lang lang = s.lang;
  const auto period = parse_period(r.query.get("period").empty() ? s.period_code : r.query.get("period"));
  const Cut* cut = &cuts().front();
  for (const Cut& c : cuts())
    if (c.name == r.query.get("by")) cut = &c;
  const Seen x{engine, db, actor, s, home_org(db, actor), period ? *period : Period{*Date::from_ymd(today().year(), 1, 1), *Date::from_ymd(today().year(), 12, 31)}};
  fig::Ask ask = x.ask(cut->code);
  ask.by = cut->by;
  const auto f = engine.evaluate(db, actor, ask);
  if (!f) return reg::problem_page(s, f.error());
  Html h(lang);
  h << tabs(lang, Text("Các trang của viện trợ", "Pages of aid"), aid_tabs("/aid-places")) << strip(x) << "<div class=\"cut-h\">"_h;
  std::vector<Tab> switches;
  for (const Cut& c : cuts()) switches.push_back({.label = c.label, .href = "/aid-places?by=" + std::string(c.name) + "&period=" + url_encode(period_code(x.period)), .on = &c == cut});
  h << segments(lang, Text("Chia theo", "Divided by"), switches) << "</div>"_h << body_of(x, *f, *cut);
  if (cut->code == std::string_view("I50"))
    h << "<p class=\"m2 sm\">"_h
      << Text("Vòng tròn nằm ở khoảng trung tâm hành chính của tỉnh, thành phố (vị trí gần đúng, chưa kiểm chứng), diện tích theo giá trị; đơn vị cũ nằm ở chỗ đơn vị kế thừa. Khoản ở nhiều tỉnh là một nhóm riêng, không tính lặp, không có trên bản đồ.",
              "Circles lie about where the seat of a province is (approximate, not verified), their area tells the value; former units lie where their successors do. Items in several provinces are a group of their own, count once and are not on the map.")
      << "</p>"_h;
  PageHead head;
  head.title = Message("Viện trợ theo địa bàn, nhà tài trợ, lĩnh vực", "Aid by place, donor and field");
  head.crumbs = {{aids().plural, "/aid"}};
  head.sub = Html(lang) << Message(capital(period_words(x.period, Lang::vi)) + ": giá trị thực hiện và vận động", capital(period_words(x.period, Lang::en)) + ": value implemented and mobilised");
  return reg::respond(s, head, h);
}

}  // namespace

void add_aid_breakdown_pages(web::Router& router, const reg::Context& context, const fig::Engine& engine) {
  router.get("/aid-places", web::person(), reg::page_handler(context, [&engine](const web::Request& r, db::ReadDb& db, const Actor& a, Shell& s) { return breakdown_page(engine, r, db, a, s); }));
}

}  // namespace nc::app
