// The calendar as a bridge span: the coming year, what to prepare now, round years eighteen months ahead.
#include <array>

#include "app/calendar/view.h"
#include "app/common/table.h"
#include "app/reference/public.h"
#include "base/words.h"

namespace nc::app {

namespace {

constexpr int k_year_days = 365, k_now_days = 60, k_radar_days = 548;

/// Sector of the arch by the region of the country.
int sector_of(const CalendarDay& d) {
  static const std::map<std::string, int> regions = [] {
    std::map<std::string, int> out;
    const TsvTable& table = reference_table("countries.tsv");
    for (const auto& row : table.rows()) {
      const std::string& region = table.cell(row, "region");
      const auto any = [&](std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), region) != names.end(); };
      out[table.cell(row, "iso2")] = any({"east_asia", "central_asia"}) ? 0 : region == "southeast_asia" ? 1 : any({"south_asia", "west_asia"}) ? 2 : region.ends_with("_europe") ? 3
                                     : any({"north_america", "south_america", "central_america", "caribbean"}) ? 4 : 5;
    }
    out["VN"] = 6;
    return out;
  }();
  if (d.countries.empty()) return 6;
  const auto found = regions.find(d.countries.front());
  return found == regions.end() ? 5 : found->second;
}

const std::vector<Message>& sectors() {
  static const std::vector<Message> all{Text("Đông Bắc Á", "North-East Asia"), Text("ASEAN", "ASEAN"), Text("Nam Á, Tây Á", "South, West Asia"), Text("Châu Âu", "Europe"), Text("Châu Mỹ", "Americas"),
                                        Text("Châu Phi, châu Đại Dương", "Africa, Oceania"), Text("Trong nước, quốc tế", "Home, international")};
  return all;
}

/// What stands beside the dot: "50 năm Thái Lan" of relations and treaties with one country, else the beginning of the title.
std::string short_title(const CalendarDay& d, Lang lang) {
  constexpr std::size_t k_most = 36;  // bytes, about 26 Vietnamese letters
  if ((d.kind == "diplomatic_relation" || d.kind == "treaty") && d.ordinal > 0 && d.countries.size() == 1) {
    const std::string n = std::to_string(d.ordinal), country = countries().label(d.countries.front(), lang);
    const bool treaty = d.kind == "treaty";
    if (lang == Lang::en) return n + " years, " + country + (treaty ? " (treaty)" : "");
    return n + " năm " + (treaty ? "hiệp ước " : "") + country;
  }
  return shortened_at_word(d.title(lang), k_most);
}

Html span(const CalendarPage& x, const std::vector<CalendarDay>& days) {
  std::vector<ArchPoint> points;
  for (const CalendarDay& d : days) {
    const int away = d.from.days() - today().days();
    // Days that nobody prepares for would cover those that matter: the list has them all.
    const bool matters = d.round() || d.has_greeting() || d.kind == "diplomatic_relation";
    if (away < 0 || away > k_year_days || !matters) continue;
    points.push_back({.label = short_title(d, x.lang()), .full = d.title(x.lang()), .href = d.href, .days = away, .sector = sector_of(d), .color = colour_of(d), .large = d.round()});
  }
  return arch(x.lang(), Message("Vòm kỷ niệm: " + std::to_string(points.size()) + " ngày trong 12 tháng tới", "The coming year: " + std::to_string(points.size()) + " days"), sectors(), points, today());
}

Html counts(const CalendarPage& x, const std::vector<CalendarDay>& days) {
  Html h(x.lang());
  h << "<ul class=\"cal-n\">"_h;
  const auto one = [&](std::int64_t n, const std::string& href, const Message& what) {
    const std::string shown = std::to_string(n);
    h << "<li>"_h << figure(x.lang(), {.href = href, .shown = shown, .spoken = {shown + " ngày " + what.vi + ", mở danh sách", shown + " days " + what.en + ", open the list"}, .large = true}) << "<span>"_h << what << "</span></li>"_h;
  };
  const auto within = [&](int limit, bool round) { return std::count_if(days.begin(), days.end(), [&](const CalendarDay& d) { return d.to >= today() && d.from.days() - today().days() <= limit && (!round || d.round()); }); };
  CalendarAsk list = x.ask;
  list.view = "list";
  for (const auto& [limit, text] : {std::pair{30, Text("trong 30 ngày", "in 30 days")}, {90, Text("trong 90 ngày", "in 90 days")}, {182, Text("trong 6 tháng", "in 6 months")}, {365, Text("trong 12 tháng", "in 12 months")}})
    one(within(limit, false), list.with("days", std::to_string(limit)), text);
  list.days = 365;
  one(within(365, true), list.with("round", "1"), Text("năm tròn trong 12 tháng", "round years in 12 months"));
  return h << "</ul>"_h;
}

ListItem line(const CalendarPage& x, const CalendarDay& d, const Preparations& all) {
  const int away = d.from.days() - today().days();
  ListItem item;
  item.day = d.from;
  item.tone = away <= 20 ? Tone::warn : Tone::neutral;
  item.href = d.href;
  item.title = Html(x.lang());
  if (!d.countries.empty() && d.countries.size() <= 2)
    for (const auto& code : d.countries) item.title << country(code, "") << " "_h;
  item.title << d.title(x.lang());
  item.detail = Html(x.lang());
  item.detail << days_words(d, x.lang()) << ". "_h;
  if (away == 0) item.detail << Text("Hôm nay", "Today");
  else if (away > 0) item.detail << Message("Còn " + format_int(away, Lang::vi) + " ngày", "In " + format_int(away, Lang::en) + (away == 1 ? " day" : " days"));
  else item.detail << Text("Đang diễn ra", "Under way");
  if (!d.sure) item.detail << ". "_h << Text("Ngày chưa kiểm chứng", "Day not verified");
  item.end = preparation_cell(x, d, all);
  return item;
}

/// What has to be begun now: greetings of the next two months, round years.
Html now_card(const CalendarPage& x, const std::vector<CalendarDay>& days, const Preparations& all) {
  std::vector<ListItem> items;
  for (const CalendarDay& d : days) {
    const int away = d.from.days() - today().days();
    if (d.to < today() || away > k_now_days || !(d.round() || d.has_greeting())) continue;
    if (items.size() < 8) items.push_back(line(x, d, all));
  }
  Html body(x.lang());
  if (items.empty()) body << "<p class=\"m2\">"_h << Text("Không có ngày nào trong 60 ngày tới.", "No day within 60 days.") << "</p>"_h;
  else body << item_list(x.lang(), items);
  return card(x.lang(), {.title = Text("Cần chuẩn bị ngay", "To prepare now"), .note = Text("Thư mừng và năm tròn trong 60 ngày tới", "Greetings and round years within 60 days"), .body = body, .id = "now"});
}

/// Round years by year: several in one year are planned together.
Html radar(const CalendarPage& x, const std::vector<CalendarDay>& days, const Preparations& all) {
  std::map<int, std::vector<const CalendarDay*>> years;
  for (const CalendarDay& d : days)
    if (d.round() && d.from >= today()) years[d.from.year()].push_back(&d);
  Html body(x.lang());
  for (const auto& [year, found] : years) {
    const std::string n = std::to_string(found.size()), y = std::to_string(year);
    body << "<h3 class=\"radar-y\">"_h << Message("Năm " + y + ": " + n + " mốc tròn", y + ": " + n + (found.size() == 1 ? " round year" : " round years")) << "</h3>"_h;
    if (found.size() >= 3) {
      const bool begun = today() >= *Date::from_ymd(year - 1, 4, 1);  // the second quarter of the year before
      const std::string before = std::to_string(year - 1);
      body << "<p class=\"sm m2\">"_h << (begun ? Message("Dồn nhiều mốc: nên xin chủ trương và kinh phí chung ngay từ bây giờ.", "Several at once: ask for approval and funds together now.")
                                               : Message("Dồn nhiều mốc: nên xin chủ trương và kinh phí chung từ quý II năm " + before + ".", "Several at once: ask for approval and funds together from the second quarter of " + before + ".")) << "</p>"_h;
    }
    std::vector<ListItem> items;
    for (const CalendarDay* d : found) items.push_back(line(x, *d, all));
    body << item_list(x.lang(), items);
  }
  if (years.empty()) body << "<p class=\"m2\">"_h << Text("Không có năm tròn nào trong 18 tháng tới.", "No round year within 18 months.") << "</p>"_h;
  return card(x.lang(), {.title = Text("Năm tròn trong 18 tháng tới", "Round years of the next 18 months"), .note = Text("5, 10, 15 ... 75 năm: quan hệ, hiệp ước, kết nghĩa, ngày thành lập", "5, 10, 15 ... 75 years: relations, treaties, twinnings, foundings"),
                         .body = body, .id = "radar"});
}

}  // namespace

Html arch_view(const CalendarPage& x) {
  const auto days = calendar_days(x.db, x.actor, wish_of(x.ask, today(), today().plus_days(k_radar_days)));
  const auto all = preparations(x.db, x.actor, today(), today().plus_days(k_radar_days));
  Html legend(x.lang());
  legend << "<ul class=\"cal-k\">"_h;
  for (const auto& [colour, text] : {std::pair{1, Text("Quan hệ, hiệp ước, kết nghĩa", "Relations, treaties, twinnings")}, {2, Text("Quốc khánh", "National days")}, {3, Text("Lễ, tết", "Festivals")}, {4, Text("Ngày quốc tế, trong nước", "International, domestic")},
                                     {5, Text("Ngày của tổ chức", "Organisations")}})
    legend << "<li class=\"k"_h << colour << "\">"_h << text << "</li>"_h;
  legend << "</ul>"_h;
  Html h(x.lang());
  h << "<div class=\"grid main-side\"><div class=\"stack-16\">"_h
    << card(x.lang(), {.title = Text("Vòm kỷ niệm", "The coming year"), .note = Text("Càng gần chân vòm càng sắp đến ngày; chấm to là năm tròn.", "The nearer to its foot, the sooner; large dots are round years."), .body = Html(x.lang()) << span(x, days) << legend << counts(x, days)})
    << radar(x, days, all) << "</div><div class=\"stack-16\">"_h << now_card(x, days, all) << "</div></div>"_h;
  return h;
}

}  // namespace nc::app
